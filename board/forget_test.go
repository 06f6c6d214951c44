package board_test

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"holdfast/assessment"
	"holdfast/backup"
	"holdfast/board"
	"holdfast/compensation"
	"holdfast/contact"
	"holdfast/member"
	"holdfast/record"
	"holdfast/store"
	"holdfast/store/keyring"
)

// allVersions are every version of every record that the journal still has.
func allVersions(t *testing.T, w *world) string {
	t.Helper()
	_, paper := prepared()
	key, err := keyring.PaperKey(paper)
	must(t, err)
	vault, err := store.Open(w.env, w.dir)
	must(t, err)
	opened, _, err := vault.Unlock(context.Background(), key, nil)
	must(t, err)
	defer func() { must(t, opened.Close()) }()
	versions, err := opened.Versions("", "")
	must(t, err)
	var all bytes.Buffer
	for _, v := range versions {
		all.WriteString(v.Collection + " " + string(v.Key) + " ")
		all.Write(v.Raw)
		all.WriteByte('\n')
	}
	draft, err := opened.Draft()
	must(t, err)
	all.Write(draft)
	return all.String()
}

// peopled is a board with Wren, who has everything, and Ana, whose notes name
// her.
func peopled(t *testing.T) (w *world, b *board.Board, wren, ana member.Member) {
	t.Helper()
	w = newWorld(t)
	b = w.settled()
	wren, ana = add(t, b, "Wren Okafor"), add(t, b, "Ana Núñez")
	wren.SupportPerson = "Her sister Ifeoma"
	wren, err := b.SaveMember(wren)
	must(t, err)
	reachable(t, b, wren.ID, "2026-11-03")
	_, err = b.Contacted(contact.Entry{Member: wren.ID, Kind: contact.Signal, Outcome: contact.Reached, Note: "asked for larger print"})
	must(t, err)
	_, err = b.SaveNote(member.Note{Member: wren.ID, Text: "prefers mornings", On: record.DateOf(w.now)})
	must(t, err)
	note, err := b.SaveNote(member.Note{Member: ana.ID, Text: "the car is WREN OKAFOR’S.", On: record.DateOf(w.now)})
	must(t, err)
	note.Text = "shares a car with a colleague"
	_, err = b.SaveNote(note)
	must(t, err)
	must(t, b.SaveDraft(board.Draft{Form: board.FormNote, About: wren.ID, Values: map[string]string{"text": "half a thought"}}))
	return w, b, wren, ana
}

func TestWhoIsForgottenIsNowhereInTheVault(t *testing.T) {
	w, b, wren, ana := peopled(t)
	held, err := b.Leaving().Held(wren.ID)
	must(t, err)
	var what []string
	for _, k := range held.Kinds {
		what = append(what, k.What.String()+" "+string(k.Fate))
	}
	if got, want := strings.Join(what, "; "), "a page with what is known about the person erased; a contact sheet erased; 1 contact that was written down erased; 1 note erased"; got != want {
		t.Errorf("held: %s", got)
	}
	if held.Name != "Wren Okafor" || len(held.Named) != 0 || len(held.Beyond) == 0 {
		t.Errorf("held: %+v", held)
	}
	erased, err := b.Leaving().Forget(context.Background(), wren.ID, nil)
	must(t, err)
	if erased.Done != 1 || len(erased.Unfinished) != 0 {
		t.Errorf("%+v", erased)
	}
	if _, err := b.Member(wren.ID); !errors.Is(err, record.ErrInvalid) {
		t.Errorf("she is still there: %v", err)
	}
	if waiting, err := b.Leaving().Waiting(); err != nil || len(waiting) != 0 {
		t.Errorf("waiting: %v %v", waiting, err)
	}
	must(t, b.Close())
	left := allVersions(t, w)
	for _, trace := range []string{"Wren", "WREN", "Okafor", "Ifeoma", "larger print", "prefers mornings", "half a thought", "555 0141"} {
		if strings.Contains(left, trace) {
			t.Errorf("%q is still in the vault", trace)
		}
	}
	stone := `tombstone person/` + string(wren.ID) + ` {"v":1,"d":{"id":"` + string(wren.ID) + `","kind":"person","on":"2026-11-21"}}`
	if n := strings.Count(left, string(wren.ID)); !strings.Contains(left, stone) || n != 2 {
		t.Errorf("what remains of her is not the tombstone alone (%d):\n%s", n, left)
	}
	for _, kept := range []string{"Ana Núñez", "shares a car with a colleague", string(ana.ID)} {
		if !strings.Contains(left, kept) {
			t.Errorf("%q is gone", kept)
		}
	}
}

// Whoever signed or looked after an item of a checklist is in it no more; what
// else was typed is shown in words before, and left to a person.
func TestWhoSignedAChecklistIsForgottenThere(t *testing.T) {
	_, b, wren, _ := peopled(t)
	a := b.Assess()
	list, item := "mandatory-reporting", "first"
	must(t, a.Mark(list, item, assessment.Mark{Status: assessment.NotYet, Note: "Wren Okafor has the key.", Owner: "Chair"}))
	must(t, a.Mark(list, item, assessment.Mark{Status: assessment.Done, Note: "Okafor’s folder", Owner: "Wren Okafor", SignedBy: "wren okafor"}))
	must(t, a.Mark(list, "with", assessment.Mark{Status: assessment.Done, Owner: "Chair", SignedBy: "Wren Okafor"}))
	questions(t, b)
	_, err := a.SaveAction(assessment.Action{Round: asked(t, b, 6, 0), What: "Mend the door", Owner: "Wren Okafor"})
	must(t, err)
	held, err := b.Leaving().Held(wren.ID)
	must(t, err)
	var where []string
	for _, n := range held.Named {
		where = append(where, n.Where.String())
	}
	if said := strings.Join(where, "; "); len(where) != 3 || !strings.Contains(said, "or what shows it") || !strings.Contains(said, "the name is taken off it") || !strings.Contains(said, "of the plan") {
		t.Fatalf("named: %q", where)
	}
	_, err = b.Leaving().Forget(t.Context(), wren.ID, nil)
	must(t, err)
	check, err := a.Check(list, item)
	must(t, err)
	if before, now := check.Marks[0], check.Marks[1]; before.Note != "" || before.Owner != "Chair" || now.Note != "Okafor’s folder" || now.Owner != "" || now.SignedBy != "" || !now.SignedOn.IsZero() || now.Status != assessment.Done {
		t.Errorf("%+v", check.Marks)
	}
}

// A name in a text of somebody else's that was looked at and left stays; it
// is shown before anything is erased.
func TestANameElsewhereIsShownAndLeftToAPerson(t *testing.T) {
	_, b, wren, ana := peopled(t)
	_, err := b.SaveNote(member.Note{Member: ana.ID, Text: "wrote the letter with Okafor", On: record.Date{Year: 2026, Month: time.May, Day: 1}})
	must(t, err)
	held, err := b.Leaving().Held(wren.ID)
	must(t, err)
	if len(held.Named) != 1 || held.Named[0].Member != ana.ID || held.Named[0].Where.String() != "1 note" {
		t.Fatalf("named: %+v", held.Named)
	}
	_, err = b.Leaving().Forget(context.Background(), wren.ID, nil)
	must(t, err)
	notes, err := b.Notes(ana.ID)
	must(t, err)
	if len(notes) != 2 {
		t.Errorf("notes of somebody else: %v", notes)
	}
}

func TestALegalHoldStopsErasingUntilItIsLifted(t *testing.T) {
	_, b, wren, ana := peopled(t)
	ctx, leaving := context.Background(), b.Leaving()
	if _, err := leaving.SetHold(wren.ID, "  "); !errors.Is(err, record.ErrInvalid) {
		t.Errorf("a hold without a reason: %v", err)
	}
	if _, err := leaving.SetHold("6a8b7a5e-0000-4000-8000-000000000000", "x"); !errors.Is(err, record.ErrInvalid) {
		t.Errorf("a hold about nobody: %v", err)
	}
	for _, about := range []member.ID{wren.ID, ""} {
		hold, err := leaving.SetHold(about, "a letter of 3 May")
		must(t, err)
		if hold.By != "Recovery kit" || hold.On.String() != "2026-11-21" {
			t.Errorf("%+v", hold)
		}
		if held, err := leaving.Held(wren.ID); err != nil || len(held.Holds) != 1 {
			t.Errorf("held: %+v %v", held.Holds, err)
		}
		for name, erase := range map[string]func() error{
			"forget": func() error { _, err := leaving.Forget(ctx, wren.ID, nil); return err },
			"field":  func() error { return leaving.MarkField("support_person", wren.ID) },
			"due":    func() error { return leaving.MarkDue(board.Due{Member: wren.ID, Collection: "member"}) },
		} {
			if err := erase(); !errors.Is(err, record.ErrInvalid) || !strings.Contains(err.Error(), "legal hold") {
				t.Errorf("%s in spite of a hold: %v", name, err)
			}
		}
		if _, err := leaving.LiftHold(hold.ID, "settled"); err != nil {
			t.Error(err)
		}
		if _, err := leaving.LiftHold(hold.ID, "again"); !errors.Is(err, record.ErrInvalid) {
			t.Errorf("lifted twice: %v", err)
		}
	}
	if holds, err := leaving.Holds(); err != nil || len(holds) != 2 || holds[0].Holds() {
		t.Errorf("holds: %+v %v", holds, err)
	}
	_, err := leaving.Forget(ctx, wren.ID, nil)
	must(t, err)
	if _, err := b.Member(ana.ID); err != nil {
		t.Error(err)
	}
}

// What waits is off the screen at once, can't be brought back, and is erased
// by whichever rewrite comes first.
func TestWhatWaitsIsErasedByTheNextRewrite(t *testing.T) {
	erase := map[string]func(*board.Board) error{
		"erase":   func(b *board.Board) error { _, err := b.Leaving().Erase(context.Background(), nil); return err },
		"compact": func(b *board.Board) error { return b.Compact(context.Background(), nil) },
	}
	for name, rewrite := range erase {
		t.Run(name, func(t *testing.T) {
			w, b, wren, _ := peopled(t)
			leaving := b.Leaving()
			notes, err := b.Notes(wren.ID)
			must(t, err)
			must(t, leaving.MarkField("support_person", wren.ID))
			must(t, leaving.MarkRecord("note", record.Join(wren.ID, notes[0].ID)))
			for _, no := range []string{"name", "stage", "nonsense"} {
				if err := leaving.MarkField(no, wren.ID); !errors.Is(err, record.ErrInvalid) {
					t.Errorf("the field %s: %v", no, err)
				}
			}
			waiting, err := leaving.Waiting()
			must(t, err)
			if len(waiting) != 2 {
				t.Fatalf("waiting: %+v", waiting)
			}
			changes, err := b.History(wren.ID)
			must(t, err)
			if err := b.Undo(wren.ID, changes[0].Sequence); !errors.Is(err, record.ErrInvalid) {
				t.Errorf("what waits to be erased was brought back: %v", err)
			}
			today, err := b.Today()
			must(t, err)
			if !slices.ContainsFunc(today.Items, func(i board.Item) bool { return i.Kind == board.ItemErasing }) {
				t.Error("Today does not say that something waits")
			}
			must(t, rewrite(b))
			if waiting, err := leaving.Waiting(); err != nil || len(waiting) != 0 {
				t.Errorf("still waiting: %v %v", waiting, err)
			}
			m, err := b.Member(wren.ID)
			must(t, err)
			if m.SupportPerson != "" || m.Name != "Wren Okafor" {
				t.Errorf("%+v", m)
			}
			must(t, b.Close())
			left := allVersions(t, w)
			for _, trace := range []string{"Ifeoma", "prefers mornings"} {
				if strings.Contains(left, trace) {
					t.Errorf("%q is still there", trace)
				}
			}
			if !strings.Contains(left, "larger print") {
				t.Error("more is gone than was asked for")
			}
		})
	}
}

// A field that was filled in again keeps what it holds now, and nothing of
// before.
func TestAFieldFilledInAgainKeepsOnlyThat(t *testing.T) {
	w, b, wren, _ := peopled(t)
	must(t, b.Leaving().MarkField("support_person", wren.ID))
	m, err := b.Member(wren.ID)
	must(t, err)
	m.SupportPerson = "Her cousin"
	_, err = b.SaveMember(m)
	must(t, err)
	_, err = b.Leaving().Erase(context.Background(), nil)
	must(t, err)
	must(t, b.Close())
	if left := allVersions(t, w); strings.Contains(left, "Ifeoma") || !strings.Contains(left, "Her cousin") {
		t.Error(left)
	}
}

func TestPeopleFallDueAYearAfterTheyLeft(t *testing.T) {
	left := func(stage member.Stage, on string) []member.StageChange {
		day, err := record.ParseDate(on)
		must(t, err)
		return []member.StageChange{{Stage: member.Active, On: record.Date{Year: 2020, Month: 1, Day: 1}}, {Stage: stage, On: day}}
	}
	cases := []struct {
		name   string
		stages []member.StageChange
		note   bool
		want   string
	}{
		{"active", left(member.OnLeave, "2024-01-01"), true, ""},
		{"left a year ago to the day", left(member.Withdrawn, "2025-11-21"), true, "Everything about the person on 2026-11-21"},
		{"left a day less than a year ago", left(member.Withdrawn, "2025-11-22"), true, ""},
		{"alumni, with a note", left(member.Alumni, "2025-01-10"), true, "1 note on 2026-01-10"},
		{"alumni, without one", left(member.Alumni, "2025-01-10"), false, ""},
		{"left, and nobody knows when", []member.StageChange{{Stage: member.Removed}}, true, ""},
		{"a prospect", []member.StageChange{{Stage: member.Prospect, On: record.Date{Year: 2020, Month: 1, Day: 1}}}, true, ""},
		{"withdrew, then invited again", append(left(member.Withdrawn, "2021-01-01"), member.StageChange{Stage: member.Invited, On: record.Date{Year: 2022, Month: 1, Day: 1}}), true, ""},
		{"withdrew, and has died since", append(left(member.Withdrawn, "2025-01-01"), member.StageChange{Stage: member.Deceased, On: record.Date{Year: 2026, Month: 11, Day: 1}}), true, "Everything about the person on 2026-01-01"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			w := newWorld(t)
			b := w.settled()
			m, err := b.AddMember(member.Member{Name: "Wren", Stages: c.stages})
			must(t, err)
			if c.note {
				_, err := b.SaveNote(member.Note{Member: m.ID, Text: "a note", On: record.Date{Year: 2023, Month: 1, Day: 1}})
				must(t, err)
			}
			due, err := b.Leaving().Due()
			must(t, err)
			var got []string
			for _, d := range due {
				got = append(got, d.What.String()+" on "+d.On.String())
			}
			if strings.Join(got, "; ") != c.want {
				t.Errorf("due: %v, not %s", got, c.want)
			}
			if len(due) > 0 {
				must(t, b.Leaving().MarkDue(due...))
				if again, err := b.Leaving().Due(); err != nil || len(again) != 0 {
					t.Errorf("due again: %v %v", again, err)
				}
			}
		})
	}
}

// A rewrite that is cut off leaves the person waiting, and nothing half done.
func TestAForgettingThatIsStoppedGoesOnLater(t *testing.T) {
	w, b, wren, _ := peopled(t)
	ctx, cancel := context.WithCancel(context.Background())
	_, err := b.Leaving().Forget(ctx, wren.ID, func(step store.Step, _, _ int64) {
		if step == store.StepVerify {
			cancel()
		}
	})
	if !errors.Is(err, context.Canceled) {
		t.Fatalf("stopped: %v", err)
	}
	must(t, b.Close())
	if _, err := os.Stat(filepath.Join(w.dir, "gen-0002")); !errors.Is(err, fs.ErrNotExist) {
		t.Error("half a rewrite is left")
	}
	_, paper := prepared()
	key, err := keyring.PaperKey(paper)
	must(t, err)
	b, _, err = w.unlock(key)
	must(t, err)
	if people, err := b.People(board.Filter{}); err != nil || len(people) != 1 {
		t.Errorf("people: %v %v", people, err)
	}
	erased, err := b.Leaving().Erase(context.Background(), nil)
	must(t, err)
	if erased.Done != 1 {
		t.Errorf("%+v", erased)
	}
	must(t, b.Close())
	if strings.Contains(allVersions(t, w), "Wren") {
		t.Error("she is still there")
	}
}

// put writes bytes as a record, behind the board's back, and closes it.
func put(t *testing.T, w *world, b *board.Board, collection string, key record.Key, raw string) {
	t.Helper()
	must(t, b.Close())
	_, paper := prepared()
	k, err := keyring.PaperKey(paper)
	must(t, err)
	vault, err := store.Open(w.env, w.dir)
	must(t, err)
	opened, _, err := vault.Unlock(context.Background(), k, nil)
	must(t, err)
	must(t, opened.Act("test.put", func(tx *store.Tx) error { return tx.PutRaw(collection, key, []byte(raw)) }))
	must(t, opened.Close())
}

// again opens a settled board once more.
func (w *world) again() *board.Board {
	w.t.Helper()
	_, paper := prepared()
	key, err := keyring.PaperKey(paper)
	must(w.t, err)
	b, _, err := w.unlock(key)
	must(w.t, err)
	return b
}

// Whatever a board keeps about people, by whichever part of the program: who
// is forgotten is in none of it, and everybody else is as before.
func TestWhoIsForgottenIsNowhereInAnInventedBoard(t *testing.T) {
	w := newWorld(t)
	b := w.settled()
	must(t, b.FillDemo(t.Context(), board.Demo{People: 12, Records: 300, Seed: 7}, nil))
	people, err := b.People(board.Filter{})
	must(t, err)
	others, named := map[member.ID]int{}, []string{}
	for i, row := range people {
		held, err := b.Leaving().Held(row.ID)
		must(t, err)
		if i%3 != 0 {
			for _, k := range held.Kinds {
				if k.Fate != board.FateEdited {
					others[row.ID] += k.Count
				}
			}
			continue
		}
		for _, n := range held.Named { // shown, and left to a person
			named = append(named, n.Collection+" "+string(n.Key))
		}
		must(t, b.Leaving().MarkPerson(row.ID))
	}
	_, err = b.Leaving().Erase(t.Context(), nil)
	must(t, err)
	for id, want := range others {
		held, err := b.Leaving().Held(id)
		must(t, err)
		got := 0
		for _, k := range held.Kinds {
			if k.Fate != board.FateEdited {
				got += k.Count
			}
		}
		if got != want {
			t.Errorf("somebody else has %d records now, not %d", got, want)
		}
	}
	must(t, b.Close())
	for line := range strings.Lines(allVersions(t, w)) {
		collection, rest, _ := strings.Cut(line, " ")
		for i, row := range people {
			if i%3 != 0 || collection == "tombstone" {
				continue
			}
			shown := slices.ContainsFunc(named, func(n string) bool { return strings.HasPrefix(line, n+" ") })
			if strings.Contains(rest, row.Name) && !shown || strings.Contains(rest, string(row.ID)) && collection != "ledger" {
				t.Errorf("somebody is still in a record of %s", collection)
			}
		}
	}
}

// Every backup that is there gets a companion that says who was erased; one
// that is not there is named.
func TestTheBackupsAreToldWhoWasErased(t *testing.T) {
	_, b, wren, _ := peopled(t)
	folder := t.TempDir()
	there, err := b.Backups().Make(t.Context(), board.BackupWish{Path: folder}, nil)
	must(t, err)
	gone, err := b.Backups().Make(t.Context(), board.BackupWish{Path: folder}, nil)
	must(t, err)
	must(t, os.Remove(gone.Path()))
	erased, err := b.Leaving().Forget(t.Context(), wren.ID, nil)
	must(t, err)
	if len(erased.Companions) != 2 || erased.Companions[0].Written || erased.Companions[0].Why.IsZero() || !erased.Companions[1].Written {
		t.Fatalf("%+v", erased.Companions)
	}
	_, paper := prepared()
	key, err := keyring.PaperKey(paper)
	must(t, err)
	c, err := backup.ReadCompanion(t.Context(), backup.CompanionPath(there.Path()), key, nil)
	must(t, err)
	if !c.Proven || len(c.Tombstones) != 1 || c.Tombstones[0].ID != wren.ID {
		t.Errorf("%+v", c)
	}
	if _, err := os.Stat(backup.CompanionPath(gone.Path())); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a companion of nothing: %v", err)
	}
}

// Who was forgotten stays so, wherever an old backup is restored, as far as
// anything at hand knows of it; where nothing does, that is asked first.
func TestARestoreLeavesOutWhoWasForgotten(t *testing.T) {
	w, b, wren, ana := peopled(t)
	made, err := b.Backups().Make(t.Context(), board.BackupWish{Path: t.TempDir()}, nil)
	must(t, err)
	// A field that was erased before a later backup, and filled in again, is
	// nothing that was erased since.
	must(t, b.Leaving().MarkField("support_person", wren.ID))
	must(t, b.Leaving().MarkField("grounding", ana.ID))
	_, err = b.Leaving().Erase(t.Context(), nil)
	must(t, err)
	again, err := b.Member(ana.ID)
	must(t, err)
	again.Grounding = "counting colours"
	_, err = b.SaveMember(again)
	must(t, err)
	later, err := b.Backups().Make(t.Context(), board.BackupWish{Path: filepath.Dir(made.Path())}, nil)
	must(t, err)
	_, err = b.Leaving().Forget(t.Context(), wren.ID, nil)
	must(t, err)
	_, paper := prepared()
	key, err := keyring.PaperKey(paper)
	must(t, err)
	restore := func(path string, over *board.Board, into string, yes board.Agreed) error {
		r, err := board.OpenBackup(t.Context(), w.env, path, key, over, nil)
		must(t, err)
		defer r.Close()
		p, err := r.Plan(t.Context(), over, nil)
		must(t, err)
		if over != nil {
			return r.Over(t.Context(), over, p, yes, nil)
		}
		return r.Into(t.Context(), into, p, yes, nil)
	}
	gone := func(name string, b *board.Board) {
		t.Helper()
		if _, err := b.Member(wren.ID); !errors.Is(err, record.ErrInvalid) {
			t.Errorf("%s: she is back: %v", name, err)
		}
		if _, err := b.Member(ana.ID); err != nil {
			t.Errorf("%s: somebody else is gone: %v", name, err)
		}
	}
	must(t, restore(later.Path(), b, "", board.Agreed{Older: true}))
	gone("over", b)
	if m, err := b.Member(ana.ID); err != nil || m.Grounding != "counting colours" {
		t.Errorf("what was filled in again is gone: %q %v", m.Grounding, err)
	}
	must(t, b.Close())
	if left := allVersions(t, w); strings.Contains(left, "Ifeoma") || strings.Contains(left, "Okafor") {
		t.Error("a restore brought something back into the history")
	}

	beside := newWorld(t)
	must(t, restore(made.Path(), nil, beside.dir, board.Agreed{}))
	b, _, err = beside.unlock(key)
	must(t, err)
	gone("on a new computer, with the companion", b)
	must(t, b.Close())

	must(t, os.Remove(backup.CompanionPath(made.Path())))
	alone := newWorld(t)
	if err := restore(made.Path(), nil, alone.dir, board.Agreed{}); !errors.Is(err, board.ErrErasuresUnknown) {
		t.Errorf("without a word: %v", err)
	}
	must(t, restore(made.Path(), nil, alone.dir, board.Agreed{Erasures: true}))
	b, _, err = alone.unlock(key)
	must(t, err)
	if _, err := b.Member(wren.ID); err != nil {
		t.Errorf("this test restores nothing that could be left out: %v", err)
	}
}

func TestWhatIsStillOwedIsSaidBeforeSomebodyIsForgotten(t *testing.T) {
	_, b, wren, _ := peopled(t)
	owed := func() string {
		held, err := b.Leaving().Held(wren.ID)
		must(t, err)
		var said []string
		for _, line := range held.Beyond {
			said = append(said, line.String())
		}
		return strings.Join(said, "\n")
	}
	if said := owed(); strings.Contains(said, "owed") {
		t.Errorf("nothing is owed, and it says %s", said)
	}
	_, err := b.Pay().AddClaims(board.Claimed{Entry: compensation.Entry{Member: wren.ID, Category: compensation.Meeting,
		Day: record.Date{Year: 2026, Month: time.November, Day: 12}, Amount: compensation.Money{Minor: 6000, Currency: "USD"}}})
	must(t, err)
	if said := owed(); !strings.Contains(said, "$60.00 is still owed to them") {
		t.Errorf("it says %s", said)
	}
}
