package board_test

import (
	"context"
	"errors"
	"sync"
	"testing"
	"time"

	"holdfast/board"
	"holdfast/contact"
	"holdfast/member"
	"holdfast/store"
	"holdfast/store/keyring"
	"holdfast/wording"
)

func TestTheKitOfANewBoardOpensIt(t *testing.T) {
	w := newWorld(t)
	b, kit := w.create()
	must(t, b.Close())
	key, err := keyring.PaperKey(kit.Paper.Text)
	must(t, err)
	b, opening, err := w.unlock(key)
	must(t, err)
	if opening.Holder.Kind != keyring.KindPaper || opening.Fingerprint != kit.Fingerprint {
		t.Errorf("opened as %q with the fingerprint %q, want the paper key and %q", opening.Holder.Kind, opening.Fingerprint, kit.Fingerprint)
	}
	if s, err := b.Settings(); err != nil || s.Name != "Riverside advisory board" || s.Zone != "America/Chicago" {
		t.Errorf("settings after opening: %+v, %v", s, err)
	}
}

func TestTheFirstKeyholderIsKnownRightAway(t *testing.T) {
	b, _ := newWorld(t).create()
	if label := b.Opening().Holder.Label; label != "Coordinator" {
		t.Errorf("the first keyholder is called %q", label)
	}
}

func TestAWrongPassphraseOpensNothingAndCanBeTriedAgain(t *testing.T) {
	w := newWorld(t)
	b, _ := w.create()
	must(t, b.Close())
	closed, err := board.Open(w.env, w.dir)
	must(t, err)
	if _, _, err := closed.Unlock(context.Background(), keyring.Passphrase("guess"), nil); !errors.Is(err, store.ErrWrongKey) {
		t.Fatalf("a wrong passphrase gives %v", err)
	}
	b, _, err = closed.Unlock(context.Background(), keyring.Passphrase(passphrase), nil)
	must(t, err)
	must(t, b.Close())
}

func TestABoardThatBeginsWronglyLeavesNothingBehind(t *testing.T) {
	w := newWorld(t)
	_, _, err := board.Create(context.Background(), w.env, w.dir, board.Beginning{Zone: "Chicago", Holder: "Coordinator", Passphrase: passphrase})
	if problems := wording.Problems(err); len(problems) != 1 || problems[0].Field != "time_zone" {
		t.Fatalf("a time zone that does not exist gives %v", err)
	}
	if _, err := board.Open(w.env, w.dir); !errors.Is(err, store.ErrNotVault) {
		t.Errorf("something was left behind: %v", err)
	}
}

func TestASecondHoldfastIsRefused(t *testing.T) {
	w := newWorld(t)
	w.create()
	if _, err := board.Open(w.env, w.dir); !errors.Is(err, store.ErrInUse) {
		t.Errorf("a second one gets %v", err)
	}
}

func TestAfterLockEverythingIsRefused(t *testing.T) {
	b, _ := newWorld(t).create()
	wren := add(t, b, "Wren")
	closed := b.Lock()
	defer closed.Close()
	ctx := context.Background()
	for name, try := range map[string]func() error{
		"Now":             func() error { _, err := b.Now(); return err },
		"Settings":        func() error { _, err := b.Settings(); return err },
		"SettingList":     func() error { _, err := b.SettingList(); return err },
		"SetSetting":      func() error { _, err := b.SetSetting("confirm_days", "60"); return err },
		"Member":          func() error { _, err := b.Member(wren.ID); return err },
		"Resolve":         func() error { _, err := b.Resolve(string(wren.ID)); return err },
		"AddMember":       func() error { _, err := b.AddMember(member.Member{Name: "Heron"}); return err },
		"SaveMember":      func() error { _, err := b.SaveMember(wren); return err },
		"MoveMember":      func() error { _, err := b.MoveMember(wren.ID, member.StageChange{Stage: member.OnLeave}); return err },
		"Notes":           func() error { _, err := b.Notes(wren.ID); return err },
		"SaveNote":        func() error { _, err := b.SaveNote(member.Note{Member: wren.ID, Text: "x"}); return err },
		"RemoveNote":      func() error { return b.RemoveNote(wren.ID, "x") },
		"People":          func() error { _, err := b.People(board.Filter{}); return err },
		"Stages":          func() error { _, err := b.Stages(); return err },
		"Fields":          func() error { _, err := b.Fields(); return err },
		"Sheet":           func() error { _, err := b.Sheet(wren.ID); return err },
		"SaveSheet":       func() error { return b.SaveSheet(contact.Sheet{Member: wren.ID}) },
		"ConfirmSheet":    func() error { return b.ConfirmSheet(wren.ID, contact.Confirmation{}) },
		"RightNow":        func() error { _, err := b.RightNow(wren.ID); return err },
		"May":             func() error { _, err := b.May(wren.ID, contact.AnyPurpose); return err },
		"Contacted":       func() error { _, err := b.Contacted(contact.Entry{Member: wren.ID}); return err },
		"ContactLog":      func() error { _, err := b.ContactLog(wren.ID); return err },
		"Today":           func() error { _, err := b.Today(); return err },
		"ReachNow":        func() error { _, err := b.ReachNow(3); return err },
		"Find":            func() error { _, err := b.Find(wording.English(), "wren", 3); return err },
		"Journal":         func() error { _, err := b.Journal(time.Time{}); return err },
		"History":         func() error { _, err := b.History(wren.ID); return err },
		"Undo":            func() error { return b.Undo(wren.ID, 3) },
		"Keyholders":      func() error { _, err := b.Keyholders(); return err },
		"AddPassphrase":   func() error { _, err := b.AddPassphrase(ctx, "Second", passphrase+" two"); return err },
		"RemoveKeyholder": func() error { return b.RemoveKeyholder(ctx, "x", nil) },
		"Fingerprint":     func() error { _, err := b.Fingerprint(); return err },
		"Attest":          func() error { return b.Attest() },
		"KitReadBack":     func() error { return b.KitReadBack("x") },
		"SaveDraft":       func() error { return b.SaveDraft(board.Draft{Form: board.FormNote}) },
		"Draft":           func() error { _, _, err := b.Draft(); return err },
		"ClearDraft":      func() error { return b.ClearDraft() },
		"FillDemo":        func() error { return b.FillDemo(ctx, board.Demo{People: 1}, nil) },
		"Compact":         func() error { return b.Compact(ctx, nil) },
		"ID":              func() error { _, err := b.ID(); return err },
	} {
		if err := try(); !errors.Is(err, board.ErrLocked) {
			t.Errorf("%s after locking: %v", name, err)
		}
	}
	if b.Lock() != nil || b.NeedsCompaction() {
		t.Error("a locked board still gives something away")
	}
}

func TestALockedBoardOpensAgainWithWhatWasSaved(t *testing.T) {
	w := newWorld(t)
	b, _ := w.create()
	wren := add(t, b, "Wren")
	closed := b.Lock()
	b, _, err := closed.Unlock(context.Background(), keyring.Passphrase(passphrase), nil)
	must(t, err)
	defer b.Close()
	if m, err := b.Member(wren.ID); err != nil || m.Name != "Wren" {
		t.Errorf("after locking and unlocking: %q, %v", m.Name, err)
	}
}

func TestLockingMeanwhileEndsEverythingCleanly(t *testing.T) {
	w := newWorld(t)
	b, _ := w.create()
	wren := add(t, b, "Wren")
	var group sync.WaitGroup
	saved := make(chan string, 4000)
	for _, try := range []func() error{
		func() error { _, err := b.People(board.Filter{Text: "wre"}); return err },
		func() error { _, err := b.Today(); return err },
		func() error {
			n, err := b.SaveNote(member.Note{Member: wren.ID, Text: "A note."})
			if err == nil {
				saved <- string(n.ID)
			}
			return err
		},
	} {
		group.Go(func() {
			for {
				if err := try(); err != nil {
					if !errors.Is(err, board.ErrLocked) {
						t.Errorf("while locking: %v", err)
					}
					return
				}
			}
		})
	}
	for len(saved) < 5 {
		time.Sleep(time.Millisecond)
	}
	must(t, b.Close())
	group.Wait()
	close(saved)
	b, _, err := w.unlock(keyring.Passphrase(passphrase))
	must(t, err)
	notes, err := b.Notes(wren.ID)
	must(t, err)
	kept := map[string]bool{}
	for _, n := range notes {
		kept[string(n.ID)] = true
	}
	for id := range saved {
		if !kept[id] {
			t.Errorf("the note %s was said to be saved and is not there", id)
		}
	}
}
