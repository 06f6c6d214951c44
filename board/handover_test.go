package board_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"holdfast/board"
	"holdfast/member"
	"holdfast/record"
	"holdfast/store"
	"holdfast/store/keyring"
	"holdfast/wording"
)

// The key of the coordinator who leaves is the prepared paper key; the one of
// the next is made on the way.

// done are the steps that are done.
func done(t *testing.T, b *board.Board) string {
	t.Helper()
	steps, err := b.Handing().Steps()
	must(t, err)
	var all []string
	for _, s := range steps {
		if s.Done {
			all = append(all, string(s.Kind))
		}
	}
	return strings.Join(all, " ")
}

func TestABackupThatHoldsSomebodyErasedAndOpensWithAKeyThatWentIsCountedAsBoth(t *testing.T) {
	w := newWorld(t)
	b := w.settled()
	heron := add(t, b, "Heron")
	deputy, err := b.AddPassphrase(t.Context(), "Deputy", "seven quiet swans at noon")
	must(t, err)
	to := t.TempDir()
	backedUp(t, b, to)
	_, err = b.Leaving().Forget(t.Context(), heron.ID, nil)
	must(t, err)
	backedUp(t, b, to)
	must(t, b.RemoveKeyholder(t.Context(), deputy.ID, nil))
	for _, title := range []string{"1 backup may hold somebody who was erased", "2 backups open with a key that was taken away"} {
		if opens(t, b, title) == nil {
			t.Errorf("%s: it is not said", title)
		}
	}
}

func TestRepliesStandByNameAndNobodyUnsafeCountsAsTold(t *testing.T) {
	b := newWorld(t).settled()
	names := []string{"Ana", "Brant", "Crane", "Dove", "Eider", "Finch"}
	_, err := b.Handing().Begin(b.Opening().Holder.ID)
	must(t, err)
	says := func() string {
		t.Helper()
		steps, err := b.Handing().Steps()
		must(t, err)
		return steps[3].Detail.String()
	}
	for _, name := range []string{"Finch", "Ana", "Dove", "Crane", "Eider", "Brant"} {
		_, err := b.Handing().Reply(add(t, b, name).ID, board.ReplyAsked)
		must(t, err)
	}
	if got := says(); got != "Everyone was told." {
		t.Error(got)
	}
	replies, err := b.Handing().Replies()
	must(t, err)
	var got []string
	for _, r := range replies {
		who, err := b.Member(r.Member)
		must(t, err)
		got = append(got, who.Name)
	}
	if !slices.Equal(got, names) {
		t.Errorf("%v", got)
	}
	_, err = b.Handing().Reply(replies[0].Member, board.ReplyUnsafe)
	must(t, err)
	if got := says(); !strings.HasPrefix(got, "Everyone was told but 1 person who can’t be reached safely now.") {
		t.Error(got)
	}
}

func TestHandingOverIsDoneStepByStep(t *testing.T) {
	w := newWorld(t)
	b := w.settled()
	wren, ana := add(t, b, "Wren"), add(t, b, "Ana")
	reachable(t, b, ana.ID, "2026-11-03")
	_, err := b.Telling().AskCorrection(wren.ID, "one day is wrong")
	must(t, err)
	hand := b.Handing()
	if _, err := hand.Now(); !errors.Is(err, record.ErrInvalid) {
		t.Errorf("none goes on: %v", err)
	}
	_, err = hand.Begin(b.Opening().Holder.ID)
	must(t, err)
	if _, err := hand.Begin(b.Opening().Holder.ID); !errors.Is(err, record.ErrInvalid) {
		t.Errorf("two at once: %v", err)
	}
	needs, err := hand.Needs()
	must(t, err)
	if len(needs.Sheets) != 2 || needs.Sheets[0].Who != "Wren" || len(needs.Promises) != 1 || len(needs.Tasks) == 0 {
		t.Errorf("%+v", needs)
	}
	_, err = hand.Seen()
	must(t, err)
	for name, early := range map[string]func() error{
		"the leaving key takes over": func() error { _, err := hand.Coming(b.Opening().Holder.ID); return err },
		"proved before it is named": func() error {
			_, err := hand.Prove(t.Context(), filepath.Join(t.TempDir(), "x.age"), nil, nil)
			return err
		},
		"removed before it is proved": func() error {
			_, err := hand.Remove(t.Context(), nil)
			return err
		},
		"finished before it is done": func() error { _, err := hand.Finish(); return err },
		"a reply that is none":       func() error { _, err := hand.Reply(wren.ID, "maybe"); return err },
	} {
		if err := early(); !errors.Is(err, record.ErrInvalid) {
			t.Errorf("%s: %v", name, err)
		}
	}
	kit, err := b.AddPaper(t.Context(), "Next coordinator")
	must(t, err)
	next, err := keyring.PaperKey(kit.Paper.Text)
	must(t, err)
	_, err = hand.Coming(kit.Holder)
	must(t, err)
	// Only the coming key proves anything.
	_, old := prepared()
	oldKey, err := keyring.PaperKey(old)
	must(t, err)
	folder := t.TempDir()
	earlier := backedUp(t, b, t.TempDir())
	if _, err := hand.Prove(t.Context(), filepath.Join(folder, "other.age"), oldKey, nil); !errors.Is(err, record.ErrInvalid) {
		t.Errorf("proved with the key that leaves: %v", err)
	}
	list, err := b.Backups().List()
	must(t, err)
	if _, err := os.Stat(filepath.Join(folder, "other.age")); err == nil || len(list) != 1 || list[0].ID != earlier.ID {
		t.Errorf("a backup that proved nothing is left: %+v, %v", list, err)
	}
	now, err := hand.Prove(t.Context(), filepath.Join(folder, "holdfast-2026-11-21.age"), next, nil)
	must(t, err)
	if now.Proof.File != "holdfast-2026-11-21.age" || now.Proof.Records == 0 {
		t.Errorf("%+v", now.Proof)
	}
	// Whoever removes the key has opened the vault with another.
	if _, err := hand.Remove(t.Context(), nil); !errors.Is(err, record.ErrInvalid) {
		t.Errorf("removed by itself: %v", err)
	}
	_, err = hand.Reply(wren.ID, board.ReplyAsked)
	must(t, err)
	_, err = hand.Reply(wren.ID, board.ReplyAgreed)
	must(t, err)
	if ask, err := hand.ToAsk(); err != nil || !slices.Equal(ask, []member.ID{ana.ID}) {
		t.Errorf("still to ask: %v %v", ask, err)
	}
	_, err = hand.Reply(ana.ID, board.ReplyUnsafe)
	must(t, err)
	must(t, b.Close())

	b, opening, err := w.unlock(next)
	must(t, err)
	if opening.Unattested {
		must(t, b.Attest())
	}
	hand = b.Handing()
	now, err = hand.Remove(t.Context(), nil)
	must(t, err)
	if now.Before == now.After || now.Removed.IsZero() || len(now.Old) != 2 {
		t.Errorf("%+v", now)
	}
	if got := done(t, b); got != "seen coming proof people remove" {
		t.Errorf("done: %s", got)
	}
	now, err = hand.Finish()
	must(t, err)
	settings, err := b.Settings()
	must(t, err)
	for language, book := range map[string]*wording.Book{"en": wording.English(), "es": spanishBook(t)} {
		receipt := now.Receipt(book, settings)
		page := receipt.HTML(book)
		for _, never := range []string{"Wren", "Ana", "Riverside", string(wren.ID), wren.ID.Short()} {
			if strings.Contains(string(page), never) {
				t.Errorf("%s: the receipt names %s", language, never)
			}
		}
		for _, always := range []string{"Next coordinator", "Recovery kit", now.After, "holdfast-2026-11-21.age"} {
			if !strings.Contains(string(page), always) {
				t.Errorf("%s: the receipt lacks %s", language, always)
			}
		}
		pdf, err := board.DocumentAs(receipt, "pdf", book)
		must(t, err)
		keepLook(t, "receipt-"+language+".pdf", pdf)
		pdf, err = board.DocumentAs(needs.Document(book, settings), "pdf", book)
		must(t, err)
		keepLook(t, "needs-"+language+".pdf", pdf)
	}
	must(t, b.Close())
	if _, _, err := w.unlock(oldKey); !errors.Is(err, store.ErrWrongKey) {
		t.Errorf("the key that left opens the vault: %v", err)
	}
}

// handOver does every step that is not done, and calls point between any two
// things that happen. It is what the child process below runs, and what goes
// on after it was killed.
func handOver(w *world, old, next string, point func()) error {
	ctx := context.Background()
	progress := func() board.Progress {
		last := store.Step("")
		return func(step store.Step, _, _ int64) {
			if step != last {
				last = step
				point()
			}
		}
	}
	open := func(text string) (*board.Board, error) {
		key, err := keyring.PaperKey(text)
		if err != nil {
			return nil, err
		}
		closed, err := board.Open(w.env, w.dir)
		if err != nil {
			return nil, err
		}
		b, opening, err := closed.Unlock(ctx, key, nil)
		if err != nil {
			return nil, errors.Join(err, closed.Close())
		}
		if opening.Unattested {
			err = b.Attest()
		}
		return b, err
	}
	nextKey, err := keyring.PaperKey(next)
	if err != nil {
		return err
	}
	b, err := open(old)
	if err == nil {
		err = firstHalf(ctx, w, b, nextKey, point, progress)
		if err = errors.Join(err, b.Close()); err != nil {
			return err
		}
	} else if !errors.Is(err, store.ErrWrongKey) {
		return err
	}
	point()
	if b, err = open(next); err != nil {
		return err
	}
	hand := b.Handing()
	now, err := hand.All()
	if err == nil && now[0].Finished.IsZero() {
		point()
		_, err = hand.Remove(ctx, progress())
		point()
		if err == nil {
			_, err = hand.Finish()
		}
	}
	point()
	return errors.Join(err, b.Close())
}

func firstHalf(ctx context.Context, w *world, b *board.Board, next keyring.Key, point func(), progress func() board.Progress) error {
	hand := b.Handing()
	now, err := hand.Now()
	if errors.Is(err, record.ErrInvalid) {
		point()
		now, err = hand.Begin(b.Opening().Holder.ID)
		point()
	}
	if err == nil && now.Coming == "" {
		var holders []board.Keyholder
		holders, err = b.Keyholders()
		if err == nil {
			_, err = hand.Coming(holders[len(holders)-1].ID)
		}
		point()
	}
	if err == nil && now.Proof.On.IsZero() {
		for n := range 10 { // a backup that was made before stays
			path := filepath.Join(filepath.Dir(w.dir), fmt.Sprintf("holdfast-%d.age", n))
			if _, absent := os.Stat(path); absent != nil {
				_, err = hand.Prove(ctx, path, next, progress())
				break
			}
		}
		point()
	}
	if err == nil && now.Seen.IsZero() {
		_, err = hand.Seen()
		point()
	}
	return err
}

const childOf = "HOLDFAST_TEST_HAND_OVER"

// killedAt is the child: it hands over, and kills itself at a point.
func killedAt(target string) {
	args := strings.Split(target, "\n")
	die, err := strconv.Atoi(args[0])
	if err != nil {
		panic(err)
	}
	w := &world{dir: args[1]}
	w.env = board.Environment{Cost: keyring.Lowest(), Engine: store.EngineMemory}
	n := 0
	err = handOver(w, args[2], args[3], func() {
		if n++; n == die {
			if self, err := os.FindProcess(os.Getpid()); err == nil && self.Kill() == nil {
				select {}
			}
		}
	})
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
}

// TestAHandingOverThatIsKilledAnywhereGoesOn kills the program at every step:
// afterwards the vault opens, with the old key or the new, and handing over
// goes on to its end.
func TestAHandingOverThatIsKilledAnywhereGoesOn(t *testing.T) {
	base := newWorld(t)
	b := base.settled()
	kit, err := b.AddPaper(t.Context(), "Next coordinator")
	must(t, err)
	must(t, b.Close())
	next := kit.Paper.Text
	_, old := prepared()
	for die := 1; ; die++ {
		w := newWorld(t)
		must(t, os.CopyFS(w.dir, os.DirFS(base.dir)))
		child := exec.Command(os.Args[0], "-test.run=^$")
		child.Env = append(os.Environ(), childOf+"="+strings.Join([]string{strconv.Itoa(die), w.dir, old, next}, "\n"))
		out, err := child.CombinedOutput()
		if err == nil {
			if die < 12 {
				t.Errorf("only %d points were tried", die-1)
			}
			return
		}
		if child.ProcessState.Exited() {
			t.Fatalf("point %d: %s", die, out)
		}
		if err := handOver(w, old, next, func() {}); err != nil {
			t.Fatalf("after point %d: %v", die, err)
		}
		oldKey, err := keyring.PaperKey(old)
		must(t, err)
		if _, _, err := w.unlock(oldKey); !errors.Is(err, store.ErrWrongKey) {
			t.Errorf("after point %d the old key opens the vault: %v", die, err)
		}
	}
}

// On paper there is no button that says what to do with “Spring”.
func TestATaskOnPaperSaysWhatIsToBeDone(t *testing.T) {
	name, detail := wording.T("{text}", "text", "Spring"), wording.T("People answered, and were not told yet what came of it.")
	for want, item := range map[string]board.Item{
		"Spring: People answered, and were not told yet what came of it.": {Title: name, Detail: detail, About: "round"},
		"Spring": {Title: name, Detail: detail},
	} {
		if got := item.Line().String(); got != want {
			t.Errorf("%q, not %q", got, want)
		}
	}
}
