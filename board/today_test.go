package board_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"filippo.io/age"
	"github.com/google/go-cmp/cmp"

	"holdfast/board"
	"holdfast/contact"
	"holdfast/member"
	"holdfast/record"
)

func kinds(t *testing.T, b *board.Board) []board.ItemKind {
	t.Helper()
	today, err := b.Today()
	must(t, err)
	var all []board.ItemKind
	for _, item := range today.Items {
		all = append(all, item.Kind)
		if item.Tag.IsZero() || item.Title.IsZero() || item.Act.IsZero() || item.Target == "" {
			t.Errorf("an item without its words: %+v", item)
		}
	}
	if (len(all) == 0) == today.Quiet.IsZero() {
		t.Errorf("%d items, and to say where there are none: %q", len(all), today.Quiet)
	}
	return all
}

func TestNothingIsAskedOfSomebodyWithNothingToDo(t *testing.T) {
	b := newWorld(t).settled()
	wren := add(t, b, "Wren")
	reachable(t, b, wren.ID, "2026-11-03")
	if got := kinds(t, b); len(got) > 0 {
		t.Errorf("%v", got)
	}
}

// Each case begins with somebody who needs nothing.
func TestTodayNamesWhatIsDue(t *testing.T) {
	day := func(text string) record.Date {
		d, err := record.ParseDate(text)
		must(t, err)
		return d
	}
	sheet := func(change func(*contact.Sheet)) func(*board.Board, member.ID) error {
		return func(b *board.Board, id member.ID) error {
			s, err := b.Sheet(id)
			if err == nil {
				change(&s)
				err = b.SaveSheet(s)
			}
			return err
		}
	}
	contacted := func(e contact.Entry) func(*board.Board, member.ID) error {
		return func(b *board.Board, id member.ID) error {
			e.Member, e.Kind = id, contact.Signal
			_, err := b.Contacted(e)
			return err
		}
	}
	several := func(all ...func(*board.Board, member.ID) error) func(*board.Board, member.ID) error {
		return func(b *board.Board, id member.ID) error {
			for _, do := range all {
				if err := do(b, id); err != nil {
					return err
				}
			}
			return nil
		}
	}
	term := func(end string) func(*board.Board, member.ID) error {
		return func(b *board.Board, id member.ID) error {
			_, err := b.AddTerm(id, member.Term{Start: day("2025-03-03"), End: day(end)})
			return err
		}
	}
	move := func(step member.StageChange) func(*board.Board, member.ID) error {
		return func(b *board.Board, id member.ID) error { _, err := b.MoveMember(id, step); return err }
	}
	for _, try := range []struct {
		why  string
		do   func(*board.Board, member.ID) error
		want board.ItemKind
	}{
		{"confirmed 90 days ago", sheet(func(s *contact.Sheet) { s.Confirmed = day("2026-08-23") }), ""},
		{"confirmed 91 days ago", sheet(func(s *contact.Sheet) { s.Confirmed = day("2026-08-22") }), board.ItemSheet},
		{"never confirmed", sheet(func(s *contact.Sheet) { s.Confirmed = record.Date{} }), board.ItemSheet},
		{"held until yesterday", sheet(func(s *contact.Sheet) { s.ConfirmBy = day("2026-11-20") }), board.ItemSheet},
		{"no way on the sheet", sheet(func(s *contact.Sheet) { s.Channels, s.Confirmed = nil, record.Date{} }), board.ItemSheet},

		{"asked not to be contacted for long", sheet(func(s *contact.Sheet) { s.DoNotContactUntil = day("2026-11-25") }), ""},
		{"asked not to be contacted, soon over", sheet(func(s *contact.Sheet) { s.DoNotContactUntil = day("2026-11-24") }), board.ItemReachable},
		{"asked not to be contacted, just over", sheet(func(s *contact.Sheet) { s.DoNotContactUntil = day("2026-11-21") }), board.ItemReachable},
		{"asked not to be contacted, long over", sheet(func(s *contact.Sheet) { s.DoNotContactUntil = day("2026-11-13") }), ""},
		{"over, and in touch since", several(sheet(func(s *contact.Sheet) { s.DoNotContactUntil = day("2026-11-19") }),
			contacted(contact.Entry{Outcome: contact.Reached, At: at(t, "2026-11-20T12:00:00-06:00")})), ""},

		{"a rhythm, in touch within it", several(sheet(func(s *contact.Sheet) { s.Rhythm = 14 }),
			contacted(contact.Entry{Outcome: contact.Reached, At: at(t, "2026-11-08T12:00:00-06:00")})), ""},
		{"a rhythm, in touch too long ago", several(sheet(func(s *contact.Sheet) { s.Rhythm = 14 }),
			contacted(contact.Entry{Outcome: contact.Reached, At: at(t, "2026-11-07T12:00:00-06:00")})), board.ItemCheckIn},
		{"a rhythm, no answer is not in touch", several(sheet(func(s *contact.Sheet) { s.Rhythm = 14 }),
			contacted(contact.Entry{Outcome: contact.NoAnswer})), board.ItemCheckIn},
		{"a rhythm, they got in touch", several(sheet(func(s *contact.Sheet) { s.Rhythm = 14 }),
			contacted(contact.Entry{Outcome: contact.Sent, Incoming: true})), ""},
		{"asked for another time", contacted(contact.Entry{Outcome: contact.CallLater}), board.ItemCallLater},

		{"a term ends in 91 days", term("2027-02-20"), ""},
		{"a term ends in 90 days", term("2027-02-19"), board.ItemTerm},
		{"a term has ended", term("2026-11-20"), board.ItemTerm},

		{"on leave, nothing agreed, an old sheet", several(sheet(func(s *contact.Sheet) { s.Confirmed = day("2026-01-01") }),
			move(member.StageChange{Stage: member.OnLeave})), ""},
		{"not on the board any more, an old sheet", several(sheet(func(s *contact.Sheet) { s.Confirmed = day("2026-01-01") }),
			move(member.StageChange{Stage: member.Alumni})), ""},
	} {
		t.Run(try.why, func(t *testing.T) {
			b := newWorld(t).settled()
			wren := add(t, b, "Wren")
			reachable(t, b, wren.ID, "2026-11-03")
			must(t, try.do(b, wren.ID))
			var want []board.ItemKind
			if try.want != "" {
				want = []board.ItemKind{try.want}
			}
			if diff := cmp.Diff(want, kinds(t, b)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestOnboardingIsNamedUntilItIsDone(t *testing.T) {
	b := newWorld(t).settled()
	m, err := b.AddMember(member.Member{Name: "Wren", Stages: []member.StageChange{
		{Stage: member.Onboarding, On: record.Date{Year: 2026, Month: time.November, Day: 10}}}})
	must(t, err)
	reachable(t, b, m.ID, "2026-11-10")
	if got := kinds(t, b); !slices.Equal(got, []board.ItemKind{board.ItemOnboarding}) {
		t.Errorf("while there is something to do: %v", got)
	}
	for _, step := range m.Checklist() {
		step.Done = record.Date{Year: 2026, Month: time.November, Day: 20}
		_, err := b.StepMember(m.ID, step)
		must(t, err)
	}
	if got := kinds(t, b); len(got) > 0 {
		t.Errorf("once all is done: %v", got)
	}
}

func TestTheVaultItselfAsksForWhatItNeeds(t *testing.T) {
	w := newWorld(t)
	b, kit := w.create()
	if got := kinds(t, b); !slices.Equal(got, []board.ItemKind{board.ItemKit}) {
		t.Errorf("a recovery key that was never read back: %v", got)
	}
	must(t, b.KitSkipped(kit.Holder))
	today, err := b.Today()
	must(t, err)
	if len(today.Items) != 1 || !strings.Contains(today.Items[0].Detail.String(), "21 November 2026") {
		t.Errorf("put off: %+v", today.Items)
	}
	must(t, b.KitReadBack(kit.Holder))
	if got := kinds(t, b); len(got) > 0 {
		t.Errorf("read back: %v", got)
	}
	must(t, b.RemoveKeyholder(t.Context(), kit.Holder, nil))
	if got := kinds(t, b); !slices.Equal(got, []board.ItemKind{board.ItemOnlyKey}) {
		t.Errorf("only one key: %v", got)
	}
	must(t, b.SaveDraft(board.Draft{Form: board.FormNote, Values: map[string]string{"text": "half a"}}))
	if got := kinds(t, b); !slices.Equal(got, []board.ItemKind{board.ItemDraft, board.ItemOnlyKey}) {
		t.Errorf("a draft waits: %v", got)
	}
	must(t, b.ClearDraft())
	if got := kinds(t, b); !slices.Equal(got, []board.ItemKind{board.ItemOnlyKey}) {
		t.Errorf("the draft is gone: %v", got)
	}
}

func TestAKeyThatWasNeverUsedIsNamed(t *testing.T) {
	b := newWorld(t).settled()
	other, err := age.GenerateHybridIdentity()
	must(t, err)
	_, err = b.AddRecipient(t.Context(), "Security key", other.Recipient().String())
	must(t, err)
	if got := kinds(t, b); !slices.Equal(got, []board.ItemKind{board.ItemUnattested}) {
		t.Errorf("%v", got)
	}
}

func TestManyOfAKindBecomeOneLine(t *testing.T) {
	b := newWorld(t).settled()
	for n := range 3 {
		add(t, b, fmt.Sprint("Heron ", n))
	}
	if got := kinds(t, b); len(got) != 3 {
		t.Errorf("three one by one: %v", got)
	}
	add(t, b, "Wren")
	today, err := b.Today()
	must(t, err)
	if len(today.Items) != 1 || today.Items[0].Count != 4 || today.Items[0].Target != board.ToMembers ||
		today.Items[0].Detail.String() != "Heron 0, Heron 1, Heron 2 and 1 more" {
		t.Errorf("four together: %+v", today.Items)
	}
}

func TestFiguresCountWhatIsThere(t *testing.T) {
	w := newWorld(t)
	b := w.settled()
	day := record.Date{Year: 2026, Month: time.November, Day: 1}
	for name, stage := range map[string]member.Stage{"A": member.Active, "B": member.Active, "C": member.OnLeave,
		"D": member.Onboarding, "E": member.Invited, "F": member.Alumni, "G": member.Prospect} {
		_, err := b.AddMember(member.Member{Name: name, Stages: []member.StageChange{{Stage: stage, On: day}}})
		must(t, err)
	}
	rows, err := b.People(board.Filter{})
	must(t, err)
	s := reachable(t, b, rows[0].ID, "2026-11-03")
	_, err = b.Contacted(contact.Entry{Member: rows[0].ID, Channel: s.Channels[1].ID, Outcome: contact.Reached, At: w.now.AddDate(0, 0, -2)})
	must(t, err)
	_, err = b.Contacted(contact.Entry{Member: rows[0].ID, Channel: s.Channels[0].ID, Outcome: contact.Sent})
	must(t, err)
	_, err = b.AddTerm(rows[1].ID, member.Term{Start: day, End: record.Date{Year: 2027, Month: time.January, Day: 31}})
	must(t, err)
	today, err := b.Today()
	must(t, err)
	var got []string
	for _, f := range today.Figures {
		got = append(got, fmt.Sprintf("%s: %s, %s", f.Label, f.Value, f.Detail))
	}
	want := []string{
		"Members: 2 active, 2 joining · 1 on leave",
		"Contact sheets: 1 of 5, confirmed within 90 days",
		"In touch within 30 days: 1 of 5, 1 contact outside the rules of the sheets",
		"Terms ending: 1, the first on 31 January 2027",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestTheMostUrgentComesFirst(t *testing.T) {
	b := newWorld(t).settled()
	wren := add(t, b, "Wren")
	s := reachable(t, b, wren.ID, "2026-01-01")
	_, err := b.Contacted(contact.Entry{Member: wren.ID, Channel: s.Channels[0].ID, Outcome: contact.CallLater})
	must(t, err)
	_, err = b.AddTerm(wren.ID, member.Term{End: record.Date{Year: 2026, Month: time.December, Day: 1}})
	must(t, err)
	must(t, b.SaveDraft(board.Draft{Form: board.FormMember, About: wren.ID}))
	want := []board.ItemKind{board.ItemDraft, board.ItemCallLater, board.ItemSheet, board.ItemTerm}
	if diff := cmp.Diff(want, kinds(t, b)); diff != "" {
		t.Error(diff)
	}
}
