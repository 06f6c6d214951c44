package roster

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"holdfast/contact"
	"holdfast/member"
	"holdfast/roster/table"
	"holdfast/wording"
)

// Prepare makes a plan of a list. It fails with the problems of
// Mapping.Check, with the context's error where it is cancelled, and where
// Random fails; a row that can't be taken is no failure but a Refusal.
func Prepare(ctx context.Context, t *Table, m Mapping, setting Setting) (*Plan, error) {
	slots, err := m.slots(t, setting.Fields)
	if err != nil {
		return nil, err
	}
	j := &job{table: t, mapping: m, setting: setting, slots: slots,
		fields: map[string]member.Field{}, rows: make(map[int]int, len(t.Rows)), lastFirst: map[string]bool{}}
	for _, s := range slots {
		j.lastFirst[s.to] = j.turns(s)
	}
	for _, f := range setting.Fields {
		j.fields[f.Name] = f
	}
	for i, row := range t.Rows {
		j.rows[row.Line] = i
	}
	plan := &Plan{PlaintextPath: setting.Path, Notices: slices.Clone(t.Notices), general: m.Duplicates, decided: map[int]Decision{}}
	empty := 0
	for i, row := range t.Rows {
		if i%64 == 0 {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			setting.progress(float64(i) / float64(len(t.Rows)))
		}
		if j.blank(row) {
			empty++
			continue
		}
		person, wrong, err := j.person(row)
		if err != nil {
			return nil, err
		}
		if len(wrong) > 0 {
			plan.Refused = append(plan.Refused, wrong...)
		} else {
			plan.People = append(plan.People, person)
		}
	}
	j.describe(plan, empty)
	plan.Duplicates = duplicates(plan.People, setting.Known)
	setting.progress(1)
	return plan, nil
}

func (s Setting) progress(share float64) {
	if s.Progress != nil {
		s.Progress(share)
	}
}

// job is one list on its way in.
type job struct {
	table   *Table
	mapping Mapping
	setting Setting
	slots   []slot
	fields  map[string]member.Field
	rows    map[int]int // the place of a line among the rows
	// lastFirst says which names are written with the last name first.
	lastFirst map[string]bool
}

func (j *job) cell(line int, c Column) table.Cell { return j.table.Rows[j.rows[line]].Cells[c.Index] }

// blank says whether a row has nothing in the columns that are brought in.
func (j *job) blank(row table.Row) bool {
	for _, s := range j.slots {
		if c := row.Cells[s.column.Index]; !c.Empty() && !c.Merged {
			return false
		}
	}
	return true
}

func (j *job) person(row table.Row) (Person, []Refusal, error) {
	b := &builder{job: j, line: row.Line, person: Person{Line: row.Line}, ways: map[string]*draft{}}
	for _, s := range j.slots {
		b.take(s, row.Cells[s.column.Index])
	}
	err := b.finish()
	return b.person, b.wrong, err
}

// several says whether the list has more than one column for ways of a kind.
func (j *job) several(kind contact.Kind) bool {
	n := 0
	for _, s := range j.slots {
		if w, r, ok := splitWay(s.to); ok && r == ruleValue && w.kind == kind {
			n++
		}
	}
	return n > 1
}

// nameColumn is the column in which a name was looked for.
func (j *job) nameColumn() Column {
	for _, to := range []string{toName, toFirstName, toFullName, toLastName} {
		if c, ok := j.filled(to); ok {
			return c
		}
	}
	return Column{}
}

func (j *job) filled(to string) (Column, bool) {
	for _, s := range j.slots {
		if s.to == to {
			return s.column, true
		}
	}
	return Column{}, false
}

// columnOf is the column that a problem of a member or sheet comes from; the
// zero Column where no single one does.
func (j *job) columnOf(field string, sheet contact.Sheet) Column {
	if field == toName {
		return j.nameColumn()
	}
	if field == "time_zone" || field == toSafeWord {
		c, _ := j.filled(field)
		return c
	}
	if rest, ok := strings.CutPrefix(field, "channels."); ok {
		place, about, _ := strings.Cut(rest, ".")
		n, err := strconv.Atoi(place)
		if err == nil && n < len(sheet.Channels) {
			for _, s := range j.slots {
				w, r, ok := splitWay(s.to)
				if ok && w.kind == sheet.Channels[n].Kind && (string(r) == about || r == ruleValue && about == "value") {
					return s.column
				}
			}
		}
	}
	c, _ := j.filled(field)
	return c
}

// describe says what was left out and how the days were read.
func (j *job) describe(plan *Plan, empty int) {
	used := map[int]bool{}
	for _, s := range j.slots {
		used[s.column.Index] = true
		if j.lastFirst[s.to] {
			plan.Notices = append(plan.Notices, noticeTurned(s.column))
		}
		if aboutDay(s.to, j.setting.Fields) {
			plan.Dates = append(plan.Dates, j.reading(s))
			plan.Notices = append(plan.Notices, j.dayNotices(s)...)
		}
		if w, r, ok := splitWay(s.to); ok && r == ruleValue && (w.kind == contact.Phone || w.borrows()) && j.anyNumber(s) {
			plan.Notices = append(plan.Notices, wording.T("The column “{column}” holds its numbers as numbers. Where one began with 0 or +, that is lost; look at them before you use them.", "column", columnName(s.column)))
		}
	}
	for _, c := range j.table.Header {
		if held := values(j.table, c.Index); !used[c.Index] && len(held) > 0 {
			plan.LeftOut = append(plan.LeftOut, leftOut(c, held))
		}
	}
	if empty > 0 {
		plan.Notices = append(plan.Notices, wording.N(empty, "One row has nothing in the columns that are brought in. It is left out.",
			"{n} rows have nothing in the columns that are brought in. They are left out."))
	}
}

func leftOut(c Column, held []string) LeftOut {
	switch doubt := concern(c.Name); {
	case doubt.kept:
		return LeftOut{c, doubt.why, true}
	case looksLikeIdentity(held):
		return LeftOut{c, wording.T("This may hold an identity or tax number. It is safer with whoever makes the payments than here."), true}
	default:
		return LeftOut{Column: c, Why: wording.T("Nobody has said where this column goes.")}
	}
}

// columnName is what a column is called in a sentence.
func columnName(c Column) string {
	if c.Name != "" {
		return c.Name
	}
	return c.Letter
}

func (j *job) reading(s slot) DateReading {
	r := DateReading{Column: s.column, Order: s.order}
	if s.order != UnknownOrder {
		return r
	}
	for _, row := range j.table.Rows {
		n, ok := numericDay(withoutClock(row.Cells[s.column.Index].Text))
		r.Unclear = r.Unclear || ok && !n.yearFirst && n.first != n.second
	}
	return r
}

// dayNotices says where a spreadsheet program may have changed days before.
func (j *job) dayNotices(s slot) []wording.Text {
	var asDay, asText, asNumber bool
	for _, row := range j.table.Rows {
		c := row.Cells[s.column.Index]
		_, numeric := numericDay(withoutClock(c.Text))
		switch {
		case c.Kind == table.Day:
			asDay = true
		case c.Text != "" && isNumber(c.Text):
			asNumber = true
		case numeric:
			asText = true
		}
	}
	var notices []wording.Text
	if asDay && asText {
		notices = append(notices, wording.T("Some days of the column “{column}” are kept as dates and others as text. A spreadsheet program may have swapped day and month in the ones that it took for dates; look at them.", "column", columnName(s.column)))
	}
	if asNumber {
		notices = append(notices, wording.T("Some days of the column “{column}” are kept as day numbers. They were read the way a spreadsheet counts days; look at them.", "column", columnName(s.column)))
	}
	return notices
}

func (j *job) anyNumber(s slot) bool {
	for _, row := range j.table.Rows {
		if c := row.Cells[s.column.Index]; c.Kind == table.Number && !strings.HasPrefix(c.Text, "0") {
			return true
		}
	}
	return false
}
