package roster

import (
	"strconv"
	"strings"
	"time"
	"unicode"

	"holdfast/record"
	"holdfast/roster/table"
	"holdfast/wording"
)

// readDay reads the day in a cell. Where it is not certain which day is meant
// it gives the reason and no day.
func readDay(c table.Cell, order DateOrder, count table.DaySystem) (record.Date, wording.Text) {
	text := withoutClock(c.Text)
	if day, err := record.ParseDate(text); err == nil && text != "" {
		return day, wording.Text{}
	}
	if isNumber(text) && text != "" {
		return serialDay(text, count)
	}
	if day, ok := namedDay(text); ok {
		return day, wording.Text{}
	}
	parts, ok := numericDay(text)
	if !ok {
		return record.Date{}, wording.T("This is no date. Write it like 2026-11-22.")
	}
	return parts.read(order)
}

// withoutClock leaves out a time of day, as a form or a program adds it.
func withoutClock(text string) string {
	day, clock, ok := strings.Cut(strings.Replace(text, "T", " ", 1), " ")
	if ok && strings.Contains(clock, ":") && len(day) >= 6 && strings.ContainsAny(day, "-/.") {
		return day
	}
	return text
}

// serialDay reads a day number of a spreadsheet that lost its format. Only
// numbers that stand for 1954 to 2119 are taken: 2024 is a year.
func serialDay(text string, count table.DaySystem) (record.Date, wording.Text) {
	n, err := strconv.ParseFloat(text, 64)
	if err != nil || n < 20_000 || n > 80_000 {
		return record.Date{}, wording.T("This is a number and no date. Write it like 2026-11-22.")
	}
	day, err := count.Date(n)
	if err != nil {
		return record.Date{}, wording.T("This is a number and no date. Write it like 2026-11-22.")
	}
	return day, wording.Text{}
}

// numbers are the three numbers of a day such as 3/4/2024.
type numbers struct {
	first, second, year int
	yearFirst           bool
}

func numericDay(text string) (numbers, bool) {
	for _, mark := range []string{"/", "-", "."} {
		parts := strings.Split(strings.ReplaceAll(text, " ", ""), mark)
		if len(parts) != 3 {
			continue
		}
		var n [3]int
		for i, p := range parts {
			v, err := strconv.Atoi(p)
			if err != nil || p == "" || len(p) > 4 || len(p) == 3 || !isNumber(p) {
				return numbers{}, false
			}
			n[i] = v
		}
		switch {
		case len(parts[0]) == 4 && len(parts[2]) <= 2:
			return numbers{first: n[1], second: n[2], year: n[0], yearFirst: true}, true
		case len(parts[2]) == 1 || len(parts[0]) > 2 || len(parts[1]) > 2:
			return numbers{}, false
		case len(parts[2]) == 2:
			n[2] += 2000
		}
		return numbers{first: n[0], second: n[1], year: n[2]}, true
	}
	return numbers{}, false
}

// read puts the numbers in order. Between the years 2070 and 2099 the two
// digits of a year may mean the last century.
func (n numbers) read(order DateOrder) (record.Date, wording.Text) {
	month, day := n.first, n.second
	if !n.yearFirst {
		switch {
		case n.year >= 2070 && n.year < 2100:
			return record.Date{}, wording.T("It is not certain which century this date is in. Write the year with four digits.")
		case n.first == n.second:
		case order == DayFirst:
			day, month = n.first, n.second
		case order == UnknownOrder:
			return record.Date{}, wording.T("Day and month can't be told apart in this column. Say which of them comes first.")
		}
	}
	if month < 1 || month > 12 || day < 1 || !exists(n.year, month, day) {
		return record.Date{}, wording.T("There is no such day. Look whether day and month are the right way round.")
	}
	return record.Date{Year: n.year, Month: time.Month(month), Day: day}, wording.Text{}
}

func exists(year, month, day int) bool {
	d := record.DateOf(time.Date(year, time.Month(month), day, 12, 0, 0, 0, time.UTC))
	return year >= 1 && d.Day == day
}

// namedDay reads a day with the name of its month, in English or Spanish:
// "5 March 2024", "Mar 5th, 2024", "5 de marzo de 2024", "05-Mar-24".
func namedDay(text string) (record.Date, bool) {
	var month, day, year int
	for _, w := range words(text) {
		letters := strings.TrimLeft(w, "0123456789")
		digits := strings.TrimSuffix(w, letters)
		switch {
		case digits != "" && letters != "" && !hasWord("st nd rd th o a", letters), len(digits) > 4:
			return record.Date{}, false
		case digits != "":
			n, err := strconv.Atoi(digits)
			if err != nil {
				return record.Date{}, false
			}
			if len(digits) == 4 && year == 0 {
				year = n
			} else if day == 0 && len(digits) <= 2 {
				day = n
			} else if year == 0 && len(digits) == 2 && n < 70 {
				year = 2000 + n
			} else {
				return record.Date{}, false
			}
		case hasWord("de del of the el", w) || weekdayNamed(w) >= 0:
		case monthNamed(w) > 0 && month == 0:
			month = monthNamed(w)
		default:
			return record.Date{}, false
		}
	}
	if month == 0 || day == 0 || year == 0 || !exists(year, month, day) {
		return record.Date{}, false
	}
	return record.Date{Year: year, Month: time.Month(month), Day: day}, true
}

// monthNamed is the month with that name or its beginning, 0 for none.
func monthNamed(word string) int {
	const names = "january enero february febrero march marzo april abril may mayo june junio july julio " +
		"august agosto september septiembre october octubre november noviembre december diciembre"
	if word == "sept" || word == "setiembre" || word == "set" {
		return 9
	}
	for i, name := range strings.Fields(names) {
		if len(word) >= 3 && strings.HasPrefix(name, word) {
			return i/2 + 1
		}
	}
	return 0
}

// orderOf finds out in which order a column writes its days: one number over
// 12 shows it. A column with both orders, or with none to be seen, has none.
func orderOf(t *Table, column int) DateOrder {
	var dayFirst, monthFirst bool
	for _, row := range t.Rows {
		if c := row.Cells[column]; c.Kind == table.Text && strings.IndexFunc(c.Text, unicode.IsDigit) >= 0 {
			n, ok := numericDay(withoutClock(c.Text))
			// Of 24/03/05 nobody knows which is the year.
			if !ok || n.yearFirst || n.year >= 2000 && n.year <= 2031 && !strings.Contains(c.Text, strconv.Itoa(n.year)) {
				continue
			}
			dayFirst = dayFirst || n.first > 12 && n.second <= 12
			monthFirst = monthFirst || n.second > 12 && n.first <= 12
		}
	}
	switch {
	case dayFirst && !monthFirst:
		return DayFirst
	case monthFirst && !dayFirst:
		return MonthFirst
	default:
		return UnknownOrder
	}
}
