package roster

import (
	"strings"
	"testing"

	"holdfast/roster/table"
)

func TestADayIsReadOnlyWhereItIsCertain(t *testing.T) {
	for _, try := range []struct {
		text                        string
		unknown, dayFirst, monFirst string // "" is refused
	}{
		{"2024-03-05", "2024-03-05", "2024-03-05", "2024-03-05"},
		{"2024/3/5", "2024-03-05", "2024-03-05", "2024-03-05"},
		{"2024.03.05", "2024-03-05", "2024-03-05", "2024-03-05"},
		{"2024-03-05T14:22:01Z", "2024-03-05", "2024-03-05", "2024-03-05"},
		{"2024-03-05 14:22", "2024-03-05", "2024-03-05", "2024-03-05"},
		{"3/4/2024", "", "2024-04-03", "2024-03-04"},
		{"3/4/2024 2:05 PM", "", "2024-04-03", "2024-03-04"},
		{"03-04-2024", "", "2024-04-03", "2024-03-04"},
		{"3. 4. 2024", "", "2024-04-03", "2024-03-04"},
		{"3/4/24", "", "2024-04-03", "2024-03-04"},
		{"4/4/2024", "2024-04-04", "2024-04-04", "2024-04-04"},
		{"25/3/2024", "", "2024-03-25", ""},
		{"3/25/2024", "", "", "2024-03-25"},
		{"31/4/2024", "", "", ""},
		{"29/2/2023", "", "", ""},
		{"29/2/2024", "", "2024-02-29", ""},
		{"3/4/85", "", "", ""},
		{"5 March 2024", "2024-03-05", "2024-03-05", "2024-03-05"},
		{"Mar 5th, 2024", "2024-03-05", "2024-03-05", "2024-03-05"},
		{"Tue 5 Mar 2024", "2024-03-05", "2024-03-05", "2024-03-05"},
		{"05-Mar-24", "2024-03-05", "2024-03-05", "2024-03-05"},
		{"5 de marzo de 2024", "2024-03-05", "2024-03-05", "2024-03-05"},
		{"martes, 5 de marzo de 2024", "2024-03-05", "2024-03-05", "2024-03-05"},
		{"1 set 2024", "2024-09-01", "2024-09-01", "2024-09-01"},
		{"45356", "2024-03-05", "2024-03-05", "2024-03-05"},
		{"2024", "", "", ""},
		{"March 2024", "", "", ""},
		{"Mar 5", "", "", ""},
		{"31 Apr 2024", "", "", ""},
		{"soon", "", "", ""},
		{"3/4", "", "", ""},
		{"1/2/3/4", "", "", ""},
		{"-3/4/2024", "", "", ""},
		{"3/+4/2024", "", "", ""},
		{"0/4/2024", "", "", ""},
		{"00/00/0000", "", "", ""},
		{"5 March or April 2024", "", "", ""},
		{"20240305", "", "", ""},
	} {
		for order, want := range map[DateOrder]string{UnknownOrder: try.unknown, DayFirst: try.dayFirst, MonthFirst: try.monFirst} {
			day, why := readDay(table.Cell{Text: try.text}, order, table.From1900)
			if day.String() != want || why.IsZero() != (want != "") {
				t.Errorf("%q, %q: %q (%s), want %q", try.text, order, day, why, want)
			}
		}
	}
}

func TestADayNumberFollowsItsWorkbook(t *testing.T) {
	day, why := readDay(table.Cell{Text: "43894", Kind: table.Number}, UnknownOrder, table.From1904)
	if day.String() != "2024-03-05" || !why.IsZero() {
		t.Errorf("%s %s", day, why)
	}
}

func TestTheOrderOfDaysIsSeenAndNotSupposed(t *testing.T) {
	for list, want := range map[string]DateOrder{
		"3/4/2024 25/3/2024":    DayFirst,
		"3/4/2024 3/25/2024":    MonthFirst,
		"3/4/2024 4/5/2024":     UnknownOrder,
		"25/3/2024 3/25/2024":   UnknownOrder,
		"24/03/05 25/03/05":     UnknownOrder,
		"2024-03-25 2024-25-03": UnknownOrder,
		"13/13/2024":            UnknownOrder,
		"25.3.2024":             DayFirst,
	} {
		var rows []table.Row
		for i, v := range strings.Fields(list) {
			rows = append(rows, table.Row{Line: i + 2, Cells: []table.Cell{{Text: v}}})
		}
		if got := orderOf(&Table{Header: []Column{{}}, Rows: rows}, 0); got != want {
			t.Errorf("%s shows %q, want %q", list, got, want)
		}
	}
}

func FuzzADay(f *testing.F) {
	for _, seed := range []string{"2024-03-05", "3/4/2024", "5 de marzo de 2024", "45356", "3/4/24 2:05 PM", "", "T", "1/1/1", "٣/٤/٢٠٢٤"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, order := range []DateOrder{UnknownOrder, DayFirst, MonthFirst} {
			day, why := readDay(table.Cell{Text: text}, order, table.From1900)
			if day.IsZero() != !why.IsZero() {
				t.Fatalf("%q gives %s and %q", text, day, why)
			}
			if !day.IsZero() && !exists(day.Year, int(day.Month), day.Day) {
				t.Fatalf("%q gives %v", text, day)
			}
		}
	})
}
