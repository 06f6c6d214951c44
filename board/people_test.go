package board_test

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"holdfast/board"
	"holdfast/contact"
	"holdfast/member"
	"holdfast/record"
	"holdfast/wording"
)

func names(rows []board.Row) []string {
	var all []string
	for _, row := range rows {
		all = append(all, row.Name)
	}
	return all
}

func TestListsAreSortedTheWayTheyWereAskedFor(t *testing.T) {
	b := newWorld(t).settled()
	day := func(text string) record.Date {
		d, err := record.ParseDate(text)
		must(t, err)
		return d
	}
	for name, m := range map[string]member.Member{
		"Élan":   {Terms: []member.Term{{Start: day("2025-03-01"), End: day("2027-02-28")}}},
		"Avocet": {Stages: []member.StageChange{{Stage: member.Invited, On: day("2026-11-01")}}},
		"zebra":  {Terms: []member.Term{{Start: day("2025-01-01"), End: day("2026-12-31")}}},
	} {
		m.Name = name
		if m.Stages == nil {
			m.Stages = []member.StageChange{{Stage: member.Active, On: day("2025-03-01")}}
		}
		added, err := b.AddMember(m)
		must(t, err)
		if name == "Élan" {
			reachable(t, b, added.ID, "2026-11-01")
		}
	}
	for _, try := range []struct {
		why    string
		filter board.Filter
		want   []string
	}{
		{"by name, accents and case aside", board.Filter{}, []string{"Avocet", "Élan", "zebra"}},
		{"by the order of a usual course", board.Filter{Order: board.ByStage}, []string{"Avocet", "Élan", "zebra"}},
		{"by whose term ends first", board.Filter{Order: board.ByTermEnd}, []string{"zebra", "Élan", "Avocet"}},
		{"never confirmed first", board.Filter{Order: board.ByConfirmed}, []string{"Avocet", "zebra", "Élan"}},
		{"only who is active", board.Filter{Stages: []member.Stage{member.Active}}, []string{"Élan", "zebra"}},
		{"without its accent", board.Filter{Text: "elan"}, []string{"Élan"}},
		{"with a slip of the finger", board.Filter{Text: "avoect"}, []string{"Avocet"}},
		{"by a number on the sheet", board.Filter{Text: "5550141"}, []string{"Élan"}},
		{"of another stage", board.Filter{Text: "elan", Stages: []member.Stage{member.Invited}}, nil},
	} {
		rows, err := b.People(try.filter)
		must(t, err)
		if diff := cmp.Diff(try.want, names(rows)); diff != "" {
			t.Errorf("%s: %s", try.why, diff)
		}
	}
	stages, err := b.Stages()
	must(t, err)
	if diff := cmp.Diff([]board.StageCount{{Stage: member.Invited, Count: 1}, {Stage: member.Active, Count: 2}}, stages); diff != "" {
		t.Error(diff)
	}
}

func TestAPersonWhoIsGivenOutIsACopy(t *testing.T) {
	b := newWorld(t).settled()
	wren, err := b.AddMember(member.Member{Name: "Wren", Skills: []string{"budgets"}})
	must(t, err)
	m, err := b.Member(wren.ID)
	must(t, err)
	m.Skills[0] = "changed"
	again, err := b.Member(wren.ID)
	must(t, err)
	if again.Skills[0] != "budgets" {
		t.Error("changing what was given out changed the board without an act")
	}
	s := reachable(t, b, wren.ID, "2026-11-01")
	s.Channels[0].Value = "changed"
	if kept, err := b.Sheet(wren.ID); err != nil || kept.Channels[0].Value == "changed" {
		t.Errorf("changing a sheet that was given out changed the board without an act (%v)", err)
	}
}

func TestTheBeginningOfAnIdentifierMeansOnePersonOrNobody(t *testing.T) {
	b := newWorld(t).settled()
	for _, id := range []record.ID{"aaaaaaaa-0000-4000-8000-000000000001", "aaaaaaaa-0000-4000-8000-000000000002", "bbbbbbbb-0000-4000-8000-000000000003"} {
		_, err := b.AddMember(member.Member{ID: id, Name: "Heron"})
		must(t, err)
	}
	for text, want := range map[string]member.ID{
		"bbbb": "bbbbbbbb-0000-4000-8000-000000000003", "BBBBBBBB": "bbbbbbbb-0000-4000-8000-000000000003",
		"aaaaaaaa-0000-4000-8000-000000000001": "aaaaaaaa-0000-4000-8000-000000000001",
		"bbb":                                  "", "aaaa": "", "cccc": "", "": "",
	} {
		id, err := b.Resolve(text)
		if id != want || (want == "") != errors.Is(err, record.ErrInvalid) {
			t.Errorf("%q means %q, %v", text, id, err)
		}
	}
}

func TestAnActOnNobodyIsRefusedInWords(t *testing.T) {
	b := newWorld(t).settled()
	for name, err := range map[string]error{
		"save":      func() error { _, err := b.SaveMember(member.Member{ID: "x", Name: "x"}); return err }(),
		"move":      func() error { _, err := b.MoveMember("x", member.StageChange{Stage: member.Active}); return err }(),
		"note":      func() error { _, err := b.SaveNote(member.Note{Member: "x", Text: "x"}); return err }(),
		"sheet":     b.SaveSheet(contact.Sheet{Member: "x"}),
		"confirm":   b.ConfirmSheet("x", contact.Confirmation{}),
		"contacted": func() error { _, err := b.Contacted(contact.Entry{Member: "x"}); return err }(),
		"history":   func() error { _, err := b.History("x"); return err }(),
		"right now": func() error { _, err := b.RightNow("x"); return err }(),
	} {
		if said := board.Explain(err); said.Code != board.CodeInvalid || !strings.Contains(said.Says[0].String(), "nobody") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestWhatIsRefusedChangesNothing(t *testing.T) {
	b := newWorld(t).settled()
	wren := add(t, b, "Wren")
	before, err := b.Journal(time.Time{})
	must(t, err)
	if _, err := b.AddMember(member.Member{}); len(wording.Problems(err)) == 0 {
		t.Errorf("a person without a name: %v", err)
	}
	if _, err := b.MoveMember(wren.ID, member.StageChange{Stage: member.Invited}); len(wording.Problems(err)) == 0 {
		t.Errorf("a move that does not follow: %v", err)
	}
	after, err := b.Journal(time.Time{})
	must(t, err)
	if len(before) != len(after) {
		t.Error("what was refused stands in the journal")
	}
}

func TestAMoveWithoutADayIsOfToday(t *testing.T) {
	w := newWorld(t)
	b := w.settled()
	wren := add(t, b, "Wren")
	w.now = at(t, "2026-11-22T05:30:00Z") // still Saturday evening in Chicago
	m, err := b.MoveMember(wren.ID, member.StageChange{Stage: member.OnLeave})
	must(t, err)
	if got := m.Now().On.String(); got != "2026-11-21" {
		t.Errorf("the leave begins on %s", got)
	}
	m, err = b.BackMember(wren.ID)
	must(t, err)
	if m.Stage() != member.Active {
		t.Errorf("taken back, the stage is %q", m.Stage())
	}
}

func TestNotesComeNewestFirst(t *testing.T) {
	b := newWorld(t).settled()
	wren := add(t, b, "Wren")
	for _, day := range []string{"2026-10-01", "2026-11-20", "2026-09-09"} {
		on, err := record.ParseDate(day)
		must(t, err)
		_, err = b.SaveNote(member.Note{Member: wren.ID, On: on, Text: "of " + day})
		must(t, err)
	}
	notes, err := b.Notes(wren.ID)
	must(t, err)
	if !slices.IsSortedFunc(notes, func(a, b member.Note) int { return b.On.Compare(a.On) }) || len(notes) != 3 {
		t.Errorf("notes: %+v", notes)
	}
	must(t, b.RemoveNote(wren.ID, notes[0].ID))
	if notes, err = b.Notes(wren.ID); err != nil || len(notes) != 2 {
		t.Errorf("after removing one: %d, %v", len(notes), err)
	}
}

func TestFindTellsAtOnceHowToReachSomebody(t *testing.T) {
	b := newWorld(t).settled()
	nunez := add(t, b, "Ana Núñez")
	reachable(t, b, nunez.ID, "2026-11-03")
	for _, query := range []string{"nunez", "NÚÑ", "ana n", "nuñes", "202 555 0141"} {
		found, err := b.Find(wording.English(), query, 5)
		must(t, err)
		if len(found) == 0 || found[0].Member != nunez.ID || found[0].State != contact.OKNow ||
			!strings.HasPrefix(found[0].Line.String(), "You can send a Signal message. Do not call.") {
			t.Errorf("%q: %+v", query, found)
		}
	}
	found, err := b.Find(wording.English(), "keyhold", 5)
	must(t, err)
	if len(found) == 0 || found[0].Kind != board.FoundPlace || found[0].Place != "keyholders" {
		t.Errorf("a page: %+v", found)
	}
}

func TestFindForgetsAnOldName(t *testing.T) {
	b := newWorld(t).settled()
	avocet := add(t, b, "Avocet")
	if _, err := b.Find(wording.English(), "avocet", 3); err != nil {
		t.Fatal(err)
	}
	avocet.Name = "Kestrel"
	_, err := b.SaveMember(avocet)
	must(t, err)
	if found, err := b.Find(wording.English(), "avocet", 3); err != nil || len(found) > 0 {
		t.Errorf("the former name still leads there: %+v, %v", found, err)
	}
}

func TestWhoCanBeReachedComesFirst(t *testing.T) {
	b := newWorld(t).settled()
	add(t, b, "Avocet")
	avocet := add(t, b, "Wren")
	reachable(t, b, avocet.ID, "2026-11-03")
	near, err := b.ReachNow(5)
	must(t, err)
	if len(near) != 2 || near[0].Name != "Wren" || near[0].State != contact.OKNow {
		t.Errorf("%+v", near)
	}
}
