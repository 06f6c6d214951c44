package board_test

import (
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"holdfast/board"
	"holdfast/contact"
	"holdfast/member"
	"holdfast/record"
)

// journal is the kinds of acts, the first first.
func journal(t *testing.T, b *board.Board) []board.Kind {
	t.Helper()
	entries, err := b.Journal(time.Time{})
	must(t, err)
	var all []board.Kind
	for _, e := range entries {
		all = append(all, e.Kind)
	}
	slices.Reverse(all)
	return all
}

// What the journal calls an act must never change: vaults hold it.
func TestEveryActHasItsLastingName(t *testing.T) {
	w := newWorld(t)
	b := w.settled()
	begun := len(journal(t, b))
	wren := add(t, b, "Wren")
	_, err := b.SaveMember(wren)
	must(t, err)
	_, err = b.MoveMember(wren.ID, member.StageChange{Stage: member.OnLeave})
	must(t, err)
	_, err = b.BackMember(wren.ID)
	must(t, err)
	_, err = b.StepMember(wren.ID, member.Step{Item: "charter", Done: record.Date{Year: 2026, Month: 11, Day: 1}})
	must(t, err)
	n, err := b.SaveNote(member.Note{Member: wren.ID, Text: "x"})
	must(t, err)
	must(t, b.RemoveNote(wren.ID, n.ID))
	reachable(t, b, wren.ID, "2026-11-01")
	must(t, b.ConfirmSheet(wren.ID, contact.Confirmation{AsItIs: true}))
	_, err = b.Contacted(contact.Entry{Member: wren.ID, Kind: contact.Signal, Outcome: contact.Sent})
	must(t, err)
	must(t, b.Undo(wren.ID, last(t, b, wren.ID).Sequence))
	_, err = b.SetSetting("confirm_days", "60")
	must(t, err)
	want := []board.Kind{"member.add", "member.edit", "member.move", "member.back", "member.step", "note.save",
		"note.remove", "sheet.save", "sheet.confirm", "contact.log", "undo", "board.settings"}
	if diff := cmp.Diff(want, journal(t, b)[begun:]); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]board.Kind{"vault.created", "board.begin", "board.settings", "kit.read_back"}, journal(t, b)[:begun]); diff != "" {
		t.Error(diff)
	}
}

func TestTheJournalSpeaksAndTellsNothing(t *testing.T) {
	b := newWorld(t).settled()
	add(t, b, "Wren")
	entries, err := b.Journal(time.Time{})
	must(t, err)
	e := entries[0]
	if e.Who != "Recovery kit" || e.What.String() != "Added a person" || e.Records != 1 || len(e.What.Values) != 0 {
		t.Errorf("%+v", e)
	}
}

func TestTheJournalSinceAnInstant(t *testing.T) {
	w := newWorld(t)
	b := w.settled()
	add(t, b, "Wren")
	w.now = w.now.Add(time.Hour)
	since := w.now
	add(t, b, "Heron")
	entries, err := b.Journal(since)
	must(t, err)
	if len(entries) != 1 || entries[0].Kind != board.ActMemberAdd {
		t.Errorf("%+v", entries)
	}
}

func TestEveryKindHasItsOwnWords(t *testing.T) {
	seen := map[string]board.Kind{}
	unknown := board.Kind("something.new").Words().String()
	for _, k := range board.Kinds() {
		words := k.Words().String()
		if other, twice := seen[words]; twice || words == unknown || !k.Known() {
			t.Errorf("%s says %q, as %s does", k, words, other)
		}
		seen[words] = k
	}
}
