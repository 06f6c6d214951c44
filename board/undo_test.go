package board_test

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"holdfast/board"
	"holdfast/contact"
	"holdfast/member"
	"holdfast/wording"
)

// last is the latest change about a person.
func last(t *testing.T, b *board.Board, id member.ID) board.Change {
	t.Helper()
	changes, err := b.History(id)
	must(t, err)
	return changes[0]
}

// edit changes a person by an act of its own and gives its number.
func edit(t *testing.T, b *board.Board, id member.ID, change func(*member.Member)) uint64 {
	t.Helper()
	m, err := b.Member(id)
	must(t, err)
	change(&m)
	_, err = b.SaveMember(m)
	must(t, err)
	return last(t, b, id).Sequence
}

func TestHistoryTellsWhoChangedWhatWhen(t *testing.T) {
	w := newWorld(t)
	b := w.settled()
	wren := add(t, b, "Wren")
	w.now = at(t, "2026-11-22T09:00:00-06:00")
	edit(t, b, wren.ID, func(m *member.Member) { m.Pronouns = "she / her" })
	reachable(t, b, wren.ID, "2026-11-03")
	n, err := b.SaveNote(member.Note{Member: wren.ID, Text: "Likes mornings."})
	must(t, err)
	n.Text = "Likes afternoons."
	_, err = b.SaveNote(n)
	must(t, err)
	changes, err := b.History(wren.ID)
	must(t, err)
	var got []string
	for _, c := range changes {
		line := c.At.Format(time.DateTime) + " " + c.Who + ": " + c.What.String()
		for _, d := range c.Details {
			line += " | " + d.String()
		}
		got = append(got, line)
	}
	want := []string{
		"2026-11-22 09:00:00 Recovery kit: Wrote a note | Note: “Likes mornings.” became “Likes afternoons.”",
		"2026-11-22 09:00:00 Recovery kit: Wrote a note",
		"2026-11-22 09:00:00 Recovery kit: Changed a contact sheet | A contact sheet was begun, with 2 ways.",
		"2026-11-22 09:00:00 Recovery kit: Changed what is kept about a person | Pronouns: “she / her” was added",
		"2026-11-21 14:20:00 Recovery kit: Added a person | Taken in at the stage “Active”.",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if strings.Contains(strings.Join(got, ""), "555") {
		t.Error("a number stands in the history")
	}
}

func TestUndoTakesBackOneChangeAndLeavesTheLaterOnes(t *testing.T) {
	b := newWorld(t).settled()
	wren := add(t, b, "Wren")
	first := edit(t, b, wren.ID, func(m *member.Member) { m.Pronouns, m.Travel = "she / her", "by bus" })
	edit(t, b, wren.ID, func(m *member.Member) { m.WhatHelps = "A short agenda" })
	must(t, b.Undo(wren.ID, first))
	m, err := b.Member(wren.ID)
	must(t, err)
	if m.Pronouns != "" || m.Travel != "" || m.WhatHelps != "A short agenda" {
		t.Errorf("%+v", m)
	}
	must(t, b.Undo(wren.ID, last(t, b, wren.ID).Sequence))
	if m, err = b.Member(wren.ID); err != nil || m.Pronouns != "she / her" || m.WhatHelps != "A short agenda" {
		t.Errorf("taking back the taking back: %+v, %v", m, err)
	}
}

func TestUndoRefusesWhatWasChangedAgain(t *testing.T) {
	b := newWorld(t).settled()
	wren := add(t, b, "Wren")
	first := edit(t, b, wren.ID, func(m *member.Member) { m.Pronouns = "she / her" })
	second := edit(t, b, wren.ID, func(m *member.Member) { m.Pronouns = "they / them" })
	if err := b.Undo(wren.ID, first); len(wording.Problems(err)) != 1 {
		t.Fatalf("%v", err)
	}
	if m, err := b.Member(wren.ID); err != nil || m.Pronouns != "they / them" {
		t.Errorf("%q, %v", m.Pronouns, err)
	}
	must(t, b.Undo(wren.ID, second))
	must(t, b.Undo(wren.ID, first))
	if m, err := b.Member(wren.ID); err != nil || m.Pronouns != "" {
		t.Errorf("%q, %v", m.Pronouns, err)
	}
}

func TestWhatWasTakenBackOffersNoUndo(t *testing.T) {
	b := newWorld(t).settled()
	wren := add(t, b, "Wren")
	first := edit(t, b, wren.ID, func(m *member.Member) { m.Pronouns = "she / her" })
	edit(t, b, wren.ID, func(m *member.Member) { m.Travel = "by bus" })
	edit(t, b, wren.ID, func(m *member.Member) { m.Travel = "on foot" })
	n, err := b.SaveNote(member.Note{Member: wren.ID, Text: "Likes the quiet room."})
	must(t, err)
	must(t, b.RemoveNote(wren.ID, n.ID))
	must(t, b.Undo(wren.ID, first))
	changes, err := b.History(wren.ID)
	must(t, err)
	var got []board.Standing
	for _, c := range changes {
		got = append(got, c.Standing)
	}
	want := []board.Standing{
		board.Stands,       // the taking back
		board.Stands,       // removing the note
		board.ChangedSince, // writing it
		board.Stands,       // on foot
		board.ChangedSince, // by bus
		board.TakenBack,    // the pronouns
		board.ChangedSince, // taking Wren in
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	for _, c := range changes {
		if c.Standing != board.Stands && len(wording.Problems(b.Undo(wren.ID, c.Sequence))) != 1 {
			t.Errorf("%d, which stands as %q, is taken back", c.Sequence, c.Standing)
		}
	}
}

func TestUndoOfAddingTakesAPersonAwayOnlyAlone(t *testing.T) {
	b := newWorld(t).settled()
	wren := add(t, b, "Wren")
	added := last(t, b, wren.ID).Sequence
	reachable(t, b, wren.ID, "2026-11-03")
	sheet := last(t, b, wren.ID).Sequence
	if err := b.Undo(wren.ID, added); len(wording.Problems(err)) != 1 {
		t.Fatalf("somebody with a sheet is taken away: %v", err)
	}
	must(t, b.Undo(wren.ID, sheet))
	must(t, b.Undo(wren.ID, added))
	if rows, err := b.People(board.Filter{}); err != nil || len(rows) != 0 {
		t.Errorf("%v, %v", rows, err)
	}
}

func TestARemovedNoteComesBack(t *testing.T) {
	b := newWorld(t).settled()
	wren := add(t, b, "Wren")
	n, err := b.SaveNote(member.Note{Member: wren.ID, Text: "Likes the quiet room."})
	must(t, err)
	must(t, b.RemoveNote(wren.ID, n.ID))
	must(t, b.Undo(wren.ID, last(t, b, wren.ID).Sequence))
	notes, err := b.Notes(wren.ID)
	must(t, err)
	if diff := cmp.Diff([]member.Note{n}, notes); diff != "" {
		t.Error(diff)
	}
}

func TestAMisclickedContactIsTakenBack(t *testing.T) {
	b := newWorld(t).settled()
	wren := add(t, b, "Wren")
	s := reachable(t, b, wren.ID, "2026-11-03")
	_, err := b.Contacted(contact.Entry{Member: wren.ID, Channel: s.Channels[0].ID, Outcome: contact.CallLater})
	must(t, err)
	must(t, b.Undo(wren.ID, last(t, b, wren.ID).Sequence))
	if log, err := b.ContactLog(wren.ID); err != nil || len(log) != 0 {
		t.Errorf("%v, %v", log, err)
	}
	if got := kinds(t, b); len(got) != 0 {
		t.Errorf("today still speaks of it: %v", got)
	}
}

func TestUndoOfSomethingElseIsRefused(t *testing.T) {
	b := newWorld(t).settled()
	wren, heron := add(t, b, "Wren"), add(t, b, "Heron")
	for _, sequence := range []uint64{0, 1, last(t, b, heron.ID).Sequence, 9999} {
		if err := b.Undo(wren.ID, sequence); len(wording.Problems(err)) != 1 {
			t.Errorf("act %d: %v", sequence, err)
		}
	}
}

func TestUndoingEveryChangeBackwardsEndsWhereItBegan(t *testing.T) {
	w := newWorld(t)
	b := w.settled()
	rapid.Check(t, func(rt *rapid.T) {
		m, err := b.AddMember(member.Member{Name: "Wren"})
		must(t, err)
		begun, err := b.Member(m.ID)
		must(t, err)
		var acts []uint64
		for range rapid.IntRange(1, 5).Draw(rt, "changes") {
			text := rapid.SampledFrom([]string{"", "a", "b", "c"}).Draw(rt, "text")
			field := rapid.IntRange(0, 3).Draw(rt, "field")
			before, err := b.Member(m.ID)
			must(t, err)
			sequence := edit(t, b, m.ID, func(m *member.Member) {
				switch field {
				case 0:
					m.Pronouns = text
				case 1:
					m.Skills = strings.Fields(text + " " + text + text)
				case 2:
					m.Travel = text
				default:
					*m = m.WithRole(member.Role{Name: "chair" + text})
				}
			})
			if after, err := b.Member(m.ID); err != nil || !cmp.Equal(before, after) {
				acts = append(acts, sequence)
			}
		}
		for i := len(acts) - 1; i >= 0; i-- {
			must(t, b.Undo(m.ID, acts[i]))
		}
		ended, err := b.Member(m.ID)
		must(t, err)
		if diff := cmp.Diff(begun, ended); diff != "" {
			rt.Fatal(diff)
		}
	})
}

func TestUndoLastTakesBackOnlyWhatWasJustDone(t *testing.T) {
	b := newWorld(t).settled()
	wren := add(t, b, "Wren")
	edit(t, b, wren.ID, func(m *member.Member) { m.Pronouns = "she / her" })
	if err := b.UndoLast(wren.ID, board.ActMemberMove); len(wording.Problems(err)) != 1 {
		t.Errorf("an act of another kind: %v", err)
	}
	must(t, b.UndoLast(wren.ID, board.ActMemberEdit))
	if m, err := b.Member(wren.ID); err != nil || m.Pronouns != "" {
		t.Errorf("%+v, %v", m, err)
	}
	if err := b.UndoLast(wren.ID, board.ActMemberEdit); len(wording.Problems(err)) != 1 {
		t.Errorf("the same act a second time: %v", err)
	}
	if err := b.UndoLast("0b7c1a52-4d7a-4c1e-9a3f-5d6f1c2b3a4d", board.ActMemberEdit); len(wording.Problems(err)) != 1 {
		t.Errorf("somebody who is not there: %v", err)
	}
}
