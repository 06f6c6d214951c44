package board_test

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"filippo.io/age"

	"holdfast/backup"
	"holdfast/board"
	"holdfast/consent"
	"holdfast/store"
	"holdfast/wording"
)

// paperKey opens the vault that settled gives.
func paperKey(t testing.TB) board.Key {
	t.Helper()
	_, text := prepared()
	key, err := board.PaperKey(text)
	must(t, err)
	return key
}

func backedUp(t testing.TB, b *board.Board, to string) board.Backup {
	t.Helper()
	made, err := b.Backups().Make(t.Context(), board.BackupWish{Path: to}, nil)
	must(t, err)
	return made
}

func whoIsOn(t testing.TB, b *board.Board) []string {
	t.Helper()
	rows, err := b.People(board.Filter{})
	must(t, err)
	var all []string
	for _, r := range rows {
		all = append(all, r.Name)
	}
	return all
}

// restored opens a folder that something was restored into.
func (w *world) restored(dir string, key board.Key) *board.Board {
	w.t.Helper()
	closed, err := board.Open(w.env, dir)
	must(w.t, err)
	b, _, err := closed.Unlock(w.t.Context(), key, nil)
	must(w.t, err)
	w.t.Cleanup(func() { _ = b.Close() })
	return b
}

func (w *world) openBackup(path string, key board.Key, over *board.Board) *board.Restore {
	w.t.Helper()
	r, err := board.OpenBackup(w.t.Context(), w.env, path, key, over, nil)
	must(w.t, err)
	w.t.Cleanup(r.Close)
	return r
}

func TestTheRegisterKnowsEveryBackup(t *testing.T) {
	w := newWorld(t)
	b := w.settled()
	add(t, b, "Heron")
	to := t.TempDir()
	for _, want := range []string{"holdfast-2026-11-21.age", "holdfast-2026-11-21-2.age"} {
		if made := backedUp(t, b, to); made.File != want || made.Place != to || !made.There() || !made.Verified() {
			t.Errorf("%+v", made)
		}
		w.now = w.now.Add(time.Minute)
	}
	list, err := b.Backups().List()
	must(t, err)
	if len(list) != 2 || list[0].File != "holdfast-2026-11-21-2.age" || list[0].Opens.String() != "2 keys" ||
		list[0].State.String() != "21 November 2026, intact" || list[0].Urgency != board.Calm || list[0].Records != list[1].Records+1 {
		t.Errorf("%+v", list)
	}
	if err := b.Backups().Remove(list[1].ID); err != nil {
		t.Error(err)
	}
	if err := b.Backups().Remove(list[0].ID); err == nil || !list[0].There() {
		t.Errorf("the last one: %v", err)
	}
	if list[1].There() {
		t.Error("the file is still there")
	}
	if _, err := b.Backups().Make(t.Context(), board.BackupWish{Path: list[0].Path()}, nil); !errors.Is(err, fs.ErrExist) {
		t.Errorf("over a backup: %v", err)
	}
}

func TestABackupOnTheVaultsOwnDiskIsSaidAndNotForbidden(t *testing.T) {
	w := newWorld(t)
	stick, own := t.TempDir(), t.TempDir()
	w.env.Device = func(path string) (string, error) {
		if _, err := os.Stat(path); err != nil {
			return "", err
		}
		return map[bool]string{true: "sdb1", false: "sda1"}[strings.HasPrefix(path, stick)], nil
	}
	b := w.settled()
	for place, same := range map[string]bool{
		own: true, filepath.Join(own, "new.age"): true, stick: false, filepath.Join(stick, "new.age"): false,
		filepath.Join(own, "not-put-in"): false, "": false, filepath.Join(own, "nowhere", "new.age"): false,
	} {
		if got := b.Backups().AboutPlace(place).String(); strings.Contains(got, "same disk as the vault") != same {
			t.Errorf("%q: %q", place, got)
		}
	}
	backedUp(t, b, own)
}

func TestMondayToTuesday(t *testing.T) {
	w := newWorld(t)
	b := w.settled()
	heron := add(t, b, "Heron")
	reachable(t, b, heron.ID, "2026-11-20")
	made := backedUp(t, b, t.TempDir())
	must(t, b.Close())
	must(t, os.RemoveAll(w.dir))
	r := w.openBackup(made.Path(), paperKey(t), nil)
	told := r.Told()
	if !told.Proven || told.Records != made.Records || len(told.Keys) != 2 || told.Passphrase {
		t.Errorf("%+v", told)
	}
	plan, err := r.Plan(t.Context(), nil, nil)
	must(t, err)
	if plan.Over || plan.Since != 0 || !slices.Equal(plan.Cautions, []board.Caution{board.CautionErasures}) {
		t.Errorf("%+v", plan)
	}
	dir := filepath.Join(t.TempDir(), "tuesday")
	if err := r.Into(t.Context(), dir, plan, board.Agreed{}, nil); !errors.Is(err, board.ErrErasuresUnknown) {
		t.Errorf("unasked: %v", err)
	}
	must(t, r.Into(t.Context(), dir, plan, board.Agreed{Erasures: true}, nil))
	for name, key := range map[string]board.Key{"paper": paperKey(t), "passphrase": board.PassphraseKey(passphrase)} {
		again := w.restored(dir, key)
		if got := whoIsOn(t, again); !slices.Equal(got, []string{"Heron"}) {
			t.Errorf("%s: %v", name, got)
		}
		sheet, err := again.Sheet(heron.ID)
		if err != nil || len(sheet.Channels) != 2 {
			t.Errorf("%s: %+v, %v", name, sheet, err)
		}
		changes, err := again.History(heron.ID)
		if err != nil || len(changes) != 2 {
			t.Errorf("%s: its history has %d lines, %v", name, len(changes), err)
		}
		must(t, again.Close())
	}
}

func TestRestoringOverABoardSaysWhatWouldChangeAndKeepsIt(t *testing.T) {
	w := newWorld(t)
	b := w.settled()
	heron := add(t, b, "Heron")
	reachable(t, b, heron.ID, "2026-11-20")
	made := backedUp(t, b, t.TempDir())
	w.now = w.now.Add(time.Hour)
	add(t, b, "Wren")
	heron.Name = "Heron Vale"
	_, err := b.SaveMember(heron)
	must(t, err)
	r := w.openBackup(made.Path(), paperKey(t), b)
	plan, err := r.Plan(t.Context(), b, nil)
	must(t, err)
	if !plan.Over || plan.Since != 2 || !slices.Equal(plan.Cautions, []board.Caution{board.CautionOlder}) ||
		len(plan.Changes) != 1 || plan.Changes[0].Collection != "member" || plan.Changes[0].Changed != 1 || plan.Changes[0].Gone != 1 || plan.Changes[0].Added != 0 {
		t.Fatalf("%+v", plan)
	}
	names := func(over *board.Board, p board.Plan) (said []string) {
		t.Helper()
		all, err := r.Names(t.Context(), over, p, nil)
		must(t, err)
		for _, who := range all {
			said = append(said, who.Name+" "+who.Words().String())
		}
		return said
	}
	if got, want := names(b, plan), []string{"Wren would be gone", "Heron Vale something of theirs would change"}; !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
	alone, err := r.Plan(t.Context(), nil, nil)
	must(t, err)
	if got, want := names(nil, alone), []string{"Heron would be added"}; !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
	if err := r.Over(t.Context(), b, plan, board.Agreed{}, nil); !errors.Is(err, backup.ErrOlder) || len(whoIsOn(t, b)) != 2 {
		t.Errorf("unasked: %v", err)
	}
	must(t, r.Over(t.Context(), b, plan, board.Agreed{Older: true}, nil))
	if got := whoIsOn(t, b); !slices.Equal(got, []string{"Heron"}) {
		t.Errorf("%v", got)
	}
	list, err := b.Backups().List()
	if err != nil || len(list) != 1 || list[0].ID != made.ID {
		t.Errorf("the register: %+v, %v", list, err)
	}
	replaced, err := b.Backups().Replaced()
	must(t, err)
	if len(replaced) != 1 || opens(t, b, "The vault as it was before a restore is still kept") == nil {
		t.Errorf("replaced: %v", replaced)
	}
	must(t, b.Close())
	before := w.restored(replaced[0], paperKey(t))
	if got := whoIsOn(t, before); !slices.Equal(got, []string{"Heron Vale", "Wren"}) {
		t.Errorf("what was there: %v", got)
	}
	must(t, before.Close())
	b, _, err = w.unlock(paperKey(t))
	must(t, err)
	must(t, b.Backups().DropReplaced())
	if replaced, err = b.Backups().Replaced(); err != nil || len(replaced) > 0 {
		t.Errorf("%v, %v", replaced, err)
	}
}

// opens is the line of the assurance with this title; nil where there is none.
func opens(t testing.TB, b *board.Board, title string) *board.SureLine {
	t.Helper()
	sure, err := b.Backups().Assurance()
	must(t, err)
	for _, l := range sure.Lines {
		if l.Title.String() == title {
			return &l
		}
	}
	return nil
}

func TestAStickThatIsNotThereIsNeverTakenForAFile(t *testing.T) {
	w := newWorld(t)
	b := w.settled()
	stick := filepath.Join(t.TempDir(), "STICK")
	_, err := b.SetSetting("backup_place", stick)
	must(t, err)
	for name, make := range map[string]func() error{
		"by itself": func() error { _, err := b.Backups().Automatic(t.Context(), nil); return err },
		"in it":     func() error { _, err := b.Backups().Make(t.Context(), board.BackupWish{Path: stick}, nil); return err },
		"a file in it": func() error {
			_, err := b.Backups().Make(t.Context(), board.BackupWish{Path: filepath.Join(stick, "a.age")}, nil)
			return err
		},
	} {
		if err := make(); len(wording.Problems(err)) != 1 || !missing(stick) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func missing(path string) bool {
	_, err := os.Lstat(path)
	return errors.Is(err, fs.ErrNotExist)
}

func TestABackupOfAnotherBoardIsRefused(t *testing.T) {
	w := newWorld(t)
	made := backedUp(t, w.settled(), t.TempDir())
	other := newWorld(t)
	b, _ := other.create()
	r := w.openBackup(made.Path(), paperKey(t), b)
	if _, err := r.Plan(t.Context(), b, nil); !errors.Is(err, backup.ErrOtherBoard) {
		t.Errorf("got %v", err)
	}
	if _, err := b.Backups().Read(t.Context(), made.Path(), paperKey(t), nil); !errors.Is(err, backup.ErrOtherBoard) {
		t.Errorf("reading it: %v", err)
	}
}

func TestErasuresAndWithdrawalsHoldAfterARestore(t *testing.T) {
	w := newWorld(t)
	b := w.settled()
	heron, wren := add(t, b, "Heron"), add(t, b, "Wren")
	to := t.TempDir()
	made := backedUp(t, b, to)
	w.now = w.now.Add(time.Hour)
	no, err := b.Consent().Record(consent.Event{Member: wren.ID, Kind: consent.Refused, Scope: consent.Scope{Purpose: consent.TellStory}})
	must(t, err)
	_, err = b.Leaving().Forget(t.Context(), heron.ID, nil)
	must(t, err)
	if _, err := os.Stat(backup.CompanionPath(made.Path())); err != nil {
		t.Errorf("no companion: %v", err)
	}
	list, err := b.Backups().List()
	if err != nil || !list[0].HoldsErased || list[0].Urgency != board.Care {
		t.Errorf("%+v, %v", list, err)
	}
	check := func(what string, b *board.Board) {
		t.Helper()
		file, err := b.Consent().File(wren.ID)
		must(t, err)
		held := slices.ContainsFunc(file.Events, func(e consent.Event) bool { return e.ID == no.ID })
		if got := whoIsOn(t, b); !slices.Equal(got, []string{"Wren"}) || !held {
			t.Errorf("%s: %v, withdrawal %v", what, got, held)
		}
	}
	// Elsewhere, with what lies beside the backup.
	r := w.openBackup(made.Path(), paperKey(t), nil)
	plan, err := r.Plan(t.Context(), nil, nil)
	must(t, err)
	if len(plan.Cautions) > 0 || plan.Erased != 1 || plan.Withdrawn != 1 {
		t.Errorf("%+v", plan)
	}
	dir := filepath.Join(t.TempDir(), "new")
	must(t, r.Into(t.Context(), dir, plan, board.Agreed{}, nil))
	elsewhere := w.restored(dir, paperKey(t))
	check("elsewhere", elsewhere)
	later := backedUp(t, elsewhere, t.TempDir())
	if told := w.openBackup(later.Path(), paperKey(t), nil).Told(); told.Erased != 1 {
		t.Errorf("a backup of what was restored knows of %d erasures", told.Erased)
	}
	// Over the board, from what it knows itself.
	must(t, os.Remove(backup.CompanionPath(made.Path())))
	r = w.openBackup(made.Path(), paperKey(t), b)
	plan, err = r.Plan(t.Context(), b, nil)
	must(t, err)
	must(t, r.Over(t.Context(), b, plan, board.Agreed{Older: true}, nil))
	check("over the board", b)
}

func TestARehearsalProvesAKeyAloneAndLeavesNothing(t *testing.T) {
	w := newWorld(t)
	b := w.settled()
	add(t, b, "Heron")
	made := backedUp(t, b, t.TempDir())
	before := inFolder(t, w.dir)
	r, err := b.Backups().Rehearse(t.Context(), made.Path(), paperKey(t), nil)
	must(t, err)
	if r.Records != made.Records || r.Holder.Label != "Recovery kit" || r.Backup.Rehearsed.String() != "2026-11-21" || r.Backup.By != r.Holder.ID {
		t.Errorf("%+v", r)
	}
	if after := inFolder(t, w.dir); !slices.Equal(before, after) {
		t.Errorf("left: %v", after)
	}
	if line := opens(t, b, "The recovery key “Recovery kit” was last tried on 21 November 2026"); line == nil || !line.Yes {
		t.Errorf("%+v", line)
	}
	if _, err := b.Backups().Rehearse(t.Context(), made.Path(), board.PassphraseKey("some other passphrase"), nil); !errors.Is(err, store.ErrWrongKey) {
		t.Errorf("another key: %v", err)
	}
}

func inFolder(t testing.TB, dir string) []string {
	t.Helper()
	var all []string
	must(t, filepath.WalkDir(dir, func(path string, _ fs.DirEntry, err error) error { all = append(all, path); return err }))
	return all
}

func TestAHarmedBackupIsSaidAndRemembered(t *testing.T) {
	w := newWorld(t)
	b := w.settled()
	made := backedUp(t, b, t.TempDir())
	raw, err := os.ReadFile(made.Path())
	must(t, err)
	for _, c := range []struct {
		harm func([]byte) []byte
		want error
		says string
	}{
		{func(r []byte) []byte { r[len(r)-9] ^= 1; return r }, backup.ErrAltered, "21 November 2026: it was changed or is damaged"},
		{func(r []byte) []byte { return r[:len(r)-9] }, backup.ErrTruncated, "21 November 2026: its end is missing"},
		{func(r []byte) []byte { return r }, nil, "21 November 2026, intact"},
	} {
		must(t, os.WriteFile(made.Path(), c.harm(slices.Clone(raw)), 0o600))
		if _, err := b.Backups().Read(t.Context(), made.Path(), paperKey(t), nil); !errors.Is(err, c.want) {
			t.Errorf("got %v", err)
		}
		list, err := b.Backups().List()
		must(t, err)
		if got := list[0].State.String(); got != c.says {
			t.Errorf("%q, want %q", got, c.says)
		}
		today, err := b.Today()
		must(t, err)
		if reminded := slices.ContainsFunc(today.Items, func(i board.Item) bool { return i.Kind == board.ItemBackupWrong }); reminded != (c.want != nil) {
			t.Errorf("%s: today reminds %v", c.says, reminded)
		}
	}
}

func TestBackupsAreMadeByThemselvesWhenDueAndRotated(t *testing.T) {
	w := newWorld(t)
	b := w.settled()
	to := t.TempDir()
	set := func(key, value string) {
		t.Helper()
		_, err := b.SetSetting(key, value)
		must(t, err)
	}
	due := func(want bool, when string) {
		t.Helper()
		if got, err := b.Backups().Due(); err != nil || got != want {
			t.Errorf("%s: due %v, %v", when, got, err)
		}
	}
	if _, err := b.Backups().Automatic(t.Context(), nil); err == nil {
		t.Error("it was made nowhere")
	}
	add(t, b, "Heron")
	set("backup_days", "2")
	due(false, "without a place")
	set("backup_place", to)
	set("backup_keep_daily", "2")
	set("backup_keep_weekly", "1")
	set("backup_keep_monthly", "0")
	due(true, "never made")
	for day := range 7 {
		made, err := b.Backups().Automatic(t.Context(), nil)
		must(t, err)
		if !made.Automatic {
			t.Errorf("%+v", made)
		}
		due(false, "just made")
		w.now = w.now.AddDate(0, 0, 2)
		due(false, "nothing was done")
		add(t, b, fmt.Sprint("Wren ", day))
		due(true, "two days later")
	}
	list, err := b.Backups().List()
	must(t, err)
	var kept []string
	for _, l := range list {
		kept = append(kept, l.File)
		if !l.Found {
			t.Errorf("%s is not there", l.File)
		}
	}
	if want := []string{"holdfast-2026-12-03.age", "holdfast-2026-12-01.age"}; !slices.Equal(kept, want) {
		t.Errorf("%v, want %v", kept, want)
	}
	set("backup_place", filepath.Join(to, "gone"))
	due(false, "its place is away")
}

func TestTodayRemindsOfABackup(t *testing.T) {
	w := newWorld(t)
	b := w.settled()
	_, err := b.SetSetting("backup_days", "7")
	must(t, err)
	says := func(want string) {
		t.Helper()
		today, err := b.Today()
		must(t, err)
		got := ""
		for _, i := range today.Items {
			if i.Kind == board.ItemBackup {
				got = i.Title.String()
			}
		}
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	says("")
	add(t, b, "Heron")
	says("There is no backup yet")
	backedUp(t, b, t.TempDir())
	says("")
	w.now = w.now.AddDate(0, 0, 8)
	says("")
	add(t, b, "Wren")
	says("The last backup is of 21 November 2026")
}

func TestAKeyThatNeverVouchedNeedsTheFingerprint(t *testing.T) {
	w := newWorld(t)
	b := w.settled()
	id, err := age.GenerateHybridIdentity()
	must(t, err)
	_, err = b.AddRecipient(t.Context(), "Deputy", id.Recipient().String())
	must(t, err)
	fingerprint, err := b.Fingerprint()
	must(t, err)
	made := backedUp(t, b, t.TempDir())
	must(t, b.Close())
	key, err := board.FileKey([]byte(id.String()), nil)
	must(t, err)
	r := w.openBackup(made.Path(), key, nil)
	plan, err := r.Plan(t.Context(), nil, nil)
	must(t, err)
	dir := filepath.Join(t.TempDir(), "new")
	for typed, refused := range map[string]bool{"": true, "7QKM-7QKM-7QKM-7QKM-7QKM-7QKM": true} {
		if err := r.Into(t.Context(), dir, plan, board.Agreed{Erasures: true, Fingerprint: typed}, nil); (err != nil) != refused {
			t.Errorf("%q: %v", typed, err)
		}
	}
	must(t, r.Into(t.Context(), dir, plan, board.Agreed{Erasures: true, Fingerprint: " " + strings.ToLower(fingerprint)}, nil))
	must(t, w.restored(dir, key).Close())
}

func TestABackupForOnePassphraseComesBackWithIt(t *testing.T) {
	w := newWorld(t)
	b := w.settled()
	add(t, b, "Heron")
	const once = "seven quiet swans at noon"
	made, err := b.Backups().Make(t.Context(), board.BackupWish{Path: t.TempDir(), Passphrase: once}, nil)
	must(t, err)
	must(t, b.Close())
	r := w.openBackup(made.Path(), board.PassphraseKey(once), nil)
	plan, err := r.Plan(t.Context(), nil, nil)
	must(t, err)
	dir := filepath.Join(t.TempDir(), "new")
	must(t, r.Into(t.Context(), dir, plan, board.Agreed{Erasures: true, Label: "Restored"}, nil))
	again := w.restored(dir, board.PassphraseKey(once))
	holders, err := again.Keyholders()
	if err != nil || len(holders) != 3 || holders[2].Label != "Restored" {
		t.Errorf("%+v, %v", holders, err)
	}
}

func TestAssuranceSaysWhatIsMissing(t *testing.T) {
	w := newWorld(t)
	b := w.settled()
	_, err := b.SetSetting("backup_days", "7")
	must(t, err)
	says := func(want ...string) {
		t.Helper()
		sure, err := b.Backups().Assurance()
		must(t, err)
		var got []string
		for _, l := range sure.Lines {
			got = append(got, l.Tag.String()+": "+l.Title.String())
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q\nwant %q", got, want)
		}
	}
	says("Check: There is no backup yet", "Check: The recovery key “Recovery kit” was never tried", "Check: Nobody else can open backups if you leave")
	made := backedUp(t, b, t.TempDir())
	_, err = b.Backups().Rehearse(t.Context(), made.Path(), paperKey(t), nil)
	must(t, err)
	says("Yes: The backup of 21 November 2026 opens with 2 keys", "Yes: The recovery key “Recovery kit” was last tried on 21 November 2026", "Yes: “Coordinator” can open backups if you leave")
	w.now = w.now.AddDate(0, 0, 9)
	says("Check: The last backup is 9 days old", "Yes: The recovery key “Recovery kit” was last tried on 21 November 2026", "Yes: “Coordinator” can open backups if you leave")
}
