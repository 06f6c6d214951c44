package roster

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"holdfast/member"
	"holdfast/record"
	"holdfast/wording"
)

func TestEachRowThatCanNotBeTakenIsNamedWithItsReason(t *testing.T) {
	list := "Name,Phone,Status,Joined,Interpreter needed,Pronouns\n" +
		"Ana Ruiz,0412 345 601,active,2024-03-05,no,she/her\n" +
		",0412 345 602,active,2024-03-05,no,\n" +
		"Cy Poe,6.1E+08,active,2024-03-05,no,\n" +
		"Di Roe,0412 345 604,retired to Florida,2024-03-05,no,\n" +
		"Ed Soe,0412 345 605,active,3/4/2024,no,\n" +
		"Fi Toe,0412 345 606,active,2024-03-05,perhaps,\n" +
		"Gi Uoe,0412 345 607,active,2027-03-05,no,\n" +
		"Ha Voe,0412 345 608,active,2024-03-05,no," + strings.Repeat("z", 300) + "\n" +
		"Io Woe,0412 345 609,active,2024-03-05,no," + strings.Repeat("z", 10_001) + "\n" +
		"-,0412 345 610,active,2024-03-05,no,\n" +
		"Ki Yoe,6.1E+08,nothing known,yesterday,no,\n"
	plan := prepare(t, list, nil)
	var got []string
	for _, r := range plan.Refused {
		got = append(got, fmt.Sprintf("%d %s: %.24s", r.Line, r.Column.Name, r.Reason))
		for _, cell := range []string{"Cy Poe", "6.1", "Florida", "3/4", "perhaps", "zzz", "yesterday", "nothing known"} {
			if strings.Contains(r.Reason.String(), cell) {
				t.Errorf("line %d: the reason quotes the cell", r.Line)
			}
		}
	}
	want := []string{
		"3 Name: There is no name in this",
		"4 Phone: The spreadsheet shortene",
		"5 Status: This is none of the answ",
		"6 Joined: Day and month can't be t",
		"7 Interpreter needed: Choose yes or no, or lea",
		"8 Joined: This day is still to com",
		"9 Pronouns: This is too long. Keep i",
		"10 Pronouns: This cell holds more tha",
		"11 Name: There is no name in this",
		"12 Phone: The spreadsheet shortene",
		"12 Status: This is none of the answ",
		"12 Joined: This is no date. Write i",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("refused:\n%s", strings.Join(got, "\n"))
	}
	if len(plan.People) != 1 || plan.Refusals() != 10 {
		t.Errorf("%d people, %d refused rows", len(plan.People), plan.Refusals())
	}
}

func TestItIsAllOrNothingUnlessBadRowsAreLeftBehind(t *testing.T) {
	const good, bad = "Ana Ruiz,0412 345 678\n", ",0412 345 679\n"
	plan := prepare(t, "Name,Phone\n"+good+bad, nil)
	if people, err := plan.Accept(false); people != nil || !errors.Is(err, record.ErrInvalid) || !strings.Contains(err.Error(), "One row") {
		t.Errorf("with a bad row: %v", err)
	}
	if people, err := plan.Accept(true); err != nil || len(people) != 1 {
		t.Errorf("leaving it behind: %d, %v", len(people), err)
	}
	plan = prepare(t, "Name,Phone\n"+bad+bad, func(m *Mapping) { m.Columns[0].To = "name" })
	if people, err := plan.Accept(true); people != nil || len(wording.Problems(err)) != 1 {
		t.Errorf("with nobody left: %v", err)
	}
	plan = prepare(t, "Name,Phone\n"+good, nil)
	if people, err := plan.Accept(false); err != nil || len(people) != 1 {
		t.Errorf("with nothing wrong: %v", err)
	}
}

func TestWhoSeemsToBeThereAlreadyIsLeftToAPerson(t *testing.T) {
	list := "Name,Phone,Email\n" +
		"Ana Núñez,0412 345 678,ana@example.org\n" + // 2
		"ANA NUNEZ,,\n" + // 3: the name, folded
		"Bo Lim,+61 412 345 678,\n" + // 4: the number of line 2, written abroad
		"Cy Poe,,ANA@example.org\n" + // 5: the address
		"Di Roe,0412 345 679,\n" + // 6: nobody's
		"Wren,(202) 555-0141,\n" + // 7: on the board
		"Ed Soe,5550141,\n" + // 8: Wren's number without its area
		"Fi Toe,12345,\n" // 9: too short to tell
	wren := Known{ID: "wren", Names: []string{"Wren"}, Ways: []string{"202-555-0141", "wren@example.org"}}
	table := load(t, list)
	set := setting()
	set.Known = []Known{wren}
	plan, err := Prepare(t.Context(), table, Guess(table, member.Fields()), set)
	must(t, err)
	var got []string
	for _, d := range plan.Duplicates {
		got = append(got, fmt.Sprintf("%d %s%d %v", d.Line, d.With, d.OtherLine, d.Because))
		if d.Reason().IsZero() || strings.Contains(d.Reason().String(), "Wren") {
			t.Errorf("line %d: %s", d.Line, d.Reason())
		}
	}
	want := "3 2 [name]\n4 2 [phone]\n5 2 [email]\n7 wren0 [name phone]\n8 wren0 [phone]\n8 7 [phone]"
	if strings.Join(got, "\n") != want {
		t.Errorf("alike:\n%s", strings.Join(got, "\n"))
	}
	if _, err := plan.Accept(false); err == nil || len(plan.Undecided()) != 5 {
		t.Errorf("undecided: %v, %v", plan.Undecided(), err)
	}
	if people, err := plan.Accept(true); err != nil || len(people) != 3 {
		t.Errorf("leaving the undecided behind: %d, %v", len(people), err)
	}
	for _, line := range plan.Undecided() {
		plan.Decide(line, map[bool]Decision{true: Add, false: Skip}[line == 4])
	}
	if people, err := plan.Accept(false); err != nil || len(people) != 4 || people[1].Line != 4 {
		t.Errorf("after deciding: %d, %v", len(people), err)
	}
	for general, want := range map[Decision]int{Skip: 3, Add: 8} {
		m := Guess(table, member.Fields())
		m.Duplicates = general
		plan, err := Prepare(t.Context(), table, m, set)
		must(t, err)
		if people, err := plan.Accept(false); err != nil || len(people) != want {
			t.Errorf("%s: %d, %v", general, len(people), err)
		}
	}
}

func TestNamesAreMadeOfWhatTheListHas(t *testing.T) {
	for list, want := range map[string]string{
		"Name\nWren\n":                                               "Wren",
		"Name\n  Wren   Alder \n":                                    "Wren Alder",
		"Name,x\n\"Martin King, Jr.\",1\n":                           "Martin King, Jr.",
		"Name,x\n\"Alder, Wren\",1\n":                                "Wren Alder",
		"First name,Last name\nWren,Alder\n":                         "Wren Alder",
		"First name,Last name\nWren,\n":                              "Wren",
		"First name,Last name\n,Alder\n":                             "Alder",
		"First name,Last name,Preferred name\nJonathan,Okafor,Jo\n":  "Jo Okafor",
		"First name,Last name,Preferred name\nJonathan,Okafor,\n":    "Jonathan Okafor",
		"First name,Last name,Preferred name\nJon,Okafor,Jo Smith\n": "Jo Smith",
		"Full name,Preferred name\nJonathan Okafor,Jo\n":             "Jo",
		"Full name,Preferred name\nJonathan Okafor,\n":               "Jonathan Okafor",
		"Nombre,Apellidos\nAna,Núñez Peña\n":                         "Ana Núñez Peña",
		"Name\nNa\n":                                                 "Na",
		"Name\nNone Such\n":                                          "None Such",
	} {
		plan := prepare(t, list, nil)
		if len(plan.People) != 1 || plan.People[0].Member.Name != want || plan.People[0].Sheet.Name != want {
			t.Errorf("%q: %+v, refused %+v", list, plan.People, plan.Refused)
		}
	}
}

func TestAPersonAndTheirSheetBelongTogether(t *testing.T) {
	plan := prepare(t, listEN, nil)
	seen := map[record.ID]bool{}
	for _, p := range plan.People {
		if p.Member.ID == "" || p.Member.ID != p.Sheet.Member || seen[p.Member.ID] {
			t.Errorf("line %d: %q and %q", p.Line, p.Member.ID, p.Sheet.Member)
		}
		seen[p.Member.ID] = true
		if err := errors.Join(p.Member.Validate(today), p.Sheet.Validate()); err != nil {
			t.Errorf("line %d would not be saved: %v", p.Line, err)
		}
	}
}

func TestTheStageOfAListThatHasNoneIsChosen(t *testing.T) {
	for chosen, want := range map[member.Stage]member.Stage{"": member.Active, member.Alumni: member.Alumni} {
		plan := prepare(t, "Name,Joined\nWren,2024-03-05\n", func(m *Mapping) { m.Stage = chosen })
		m := plan.People[0].Member
		if m.Stage() != want || !m.Now().On.IsZero() || m.Joined.String() != "2024-03-05" {
			t.Errorf("%q gives %+v", chosen, m)
		}
	}
	plan := prepare(t, "Name,Status,Status date\nWren,alumna,2024-03-05\nAsh,,2024-03-06\n", nil)
	if w := plan.People[0].Member.Now(); w.Stage != member.Alumni || w.On.String() != "2024-03-05" {
		t.Errorf("Wren is at %+v", w)
	}
	if a := plan.People[1].Member.Now(); a.Stage != member.Active || a.On.String() != "2024-03-06" {
		t.Errorf("Ash is at %+v", a)
	}
}

func TestADayThatIsUnclearIsAskedAbout(t *testing.T) {
	const list = "Name,Joined\nWren,3/4/2024\nAsh,5/6/2023\n"
	plan := prepare(t, list, nil)
	if len(plan.Refused) != 2 || len(plan.Dates) != 1 || !plan.Dates[0].Unclear || plan.Dates[0].Order != UnknownOrder {
		t.Errorf("%+v, %+v", plan.Refused, plan.Dates)
	}
	for _, set := range []func(*Mapping){
		func(m *Mapping) { m.DateOrder = MonthFirst },
		func(m *Mapping) { m.Columns[1].DateOrder = MonthFirst },
	} {
		plan = prepare(t, list, set)
		if len(plan.People) != 2 || plan.People[0].Member.Joined.String() != "2024-03-04" || plan.Dates[0].Unclear || plan.Dates[0].Order != MonthFirst {
			t.Errorf("once it is said: %+v, %+v", plan.Refused, plan.Dates)
		}
	}
}

func TestMergedCellsMakeNobodyReachableOnAnothersNumber(t *testing.T) {
	f := excelize.NewFile()
	for i, row := range [][]any{{"Name", "Phone", "Role"}, {"Ana Ruiz", "0412 345 678", "Chair"}, {"Bo Lim", nil, nil}, {nil, "0412 345 679", nil}} {
		must(t, f.SetSheetRow("Sheet1", fmt.Sprintf("A%d", i+1), &row))
	}
	must(t, f.MergeCell("Sheet1", "B2", "B3"))
	must(t, f.MergeCell("Sheet1", "C2", "C3"))
	must(t, f.MergeCell("Sheet1", "A3", "A4"))
	out, err := f.WriteToBuffer()
	must(t, err)
	must(t, f.Close())
	plan := prepare(t, out.String(), nil)
	if len(plan.People) != 1 || len(plan.Refused) != 2 || plan.Refused[0].Column.Name != "Phone" || plan.Refused[1].Column.Name != "Name" {
		t.Errorf("%+v, %+v", plan.People, plan.Refused)
	}
}

func TestNoWordOfTheListIsInWhatMayBeLogged(t *testing.T) {
	canaries := []string{"Quetzalina", "zinfandel", "quokka@"}
	list := "Name,Phone,Status,Joined,Safe to call,Interpreter needed,Languages,Term ends\n" +
		strings.Repeat("Quetzalina,6.1E+08 zinfandel,zinfandel,quokka@,quokka@,zinfandel,zinfandel,zinfandel\n", 3)
	table := load(t, list)
	m := Guess(table, member.Fields())
	m.Columns[2].To, m.Columns[1].To, m.Columns[4].To = "stage", "phone", "phone.safe"
	plan, err := Prepare(t.Context(), table, m, setting())
	must(t, err)
	_, accepted := plan.Accept(false)
	said := []string{accepted.Error()}
	for _, r := range plan.Refused {
		said = append(said, r.Reason.String())
	}
	for _, l := range plan.LeftOut {
		said = append(said, l.Why.String())
	}
	for _, n := range plan.Notices {
		said = append(said, n.String())
	}
	for _, p := range plan.People {
		for _, r := range p.LookAgain {
			said = append(said, r.What.String())
		}
	}
	for _, sentence := range said {
		for _, c := range canaries {
			if strings.Contains(sentence, c) {
				t.Errorf("%q says what a cell holds", sentence)
			}
		}
	}
}

func TestRowsWithNothingToBringInAreCounted(t *testing.T) {
	plan := prepare(t, "Name,Phone,Code\nAna Ruiz,0412 345 678,1\n,,total 1\n", nil)
	if len(plan.People) != 1 || len(plan.Refused) != 0 || len(plan.Notices) != 1 || len(plan.LeftOut) != 1 {
		t.Errorf("%+v, %v", plan.Refused, plan.Notices)
	}
}

func TestAfterwardsItSaysWhereTheListStillLies(t *testing.T) {
	table := load(t, "Name\nWren\n")
	set := setting()
	set.Path = "/media/stick/board.xlsx"
	plan, err := Prepare(t.Context(), table, Guess(table, member.Fields()), set)
	must(t, err)
	if said := plan.Afterwards(); len(said) != 3 || !strings.Contains(said[0].String(), set.Path) {
		t.Errorf("says %v", said)
	}
	set.Path = ""
	plan, err = Prepare(t.Context(), table, Guess(table, member.Fields()), set)
	must(t, err)
	if said := plan.Afterwards(); len(said) != 0 {
		t.Errorf("without a place says %v", said)
	}
}

func tenThousand() string {
	var list strings.Builder
	list.WriteString("Name,Pronouns,Phone,Safe to call,Best time to call,Email,Language,Status,Joined,Notes\n")
	for i := range 10_000 {
		fmt.Fprintf(&list, "Ana Núñez %d,she/her,0412 %06d,yes,weekdays 10-15,a%d@example.org,\"Spanish, English\",active,2024-03-05,likes tea\n", i, i, i)
	}
	return list.String()
}

func TestCancellingEndsThePlanning(t *testing.T) {
	table := load(t, tenThousand())
	ctx, cancel := context.WithCancel(t.Context())
	set := setting()
	last := 0.0
	set.Progress = func(share float64) {
		if last = share; share > 0.2 {
			cancel()
		}
	}
	if plan, err := Prepare(ctx, table, Guess(table, member.Fields()), set); !errors.Is(err, context.Canceled) || plan != nil || last > 0.3 {
		t.Errorf("%v at %v", err, last)
	}
}

func BenchmarkTenThousandPeople(b *testing.B) {
	list := tenThousand()
	b.Run("read", func(b *testing.B) {
		for b.Loop() {
			load(b, list)
		}
	})
	table := load(b, list)
	b.Run("guess", func(b *testing.B) {
		for b.Loop() {
			Guess(table, member.Fields())
		}
	})
	m := Guess(table, member.Fields())
	m.TimeZone = "America/Chicago"
	b.Run("plan", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			plan, err := Prepare(b.Context(), table, m, setting())
			if err != nil || len(plan.People) != 10_000 {
				b.Fatal(err)
			}
		}
	})
}
