package roster

import (
	"errors"
	"slices"
	"strings"

	"holdfast/find"
	"holdfast/member"
	"holdfast/wording"
)

// slot is a column of a list together with what it fills.
type slot struct {
	column Column
	to     string
	order  DateOrder
}

// Check says whether the mapping fits a list: every column that it names is
// there, once; every target exists; nothing single is filled twice; nothing
// is said about a way that has no column of its own. The problems come all at
// once (wording.Problems), and a column that is wanted is named by what the
// mapping calls it.
func (m Mapping) Check(t *Table, fields []member.Field) error {
	_, err := m.slots(t, fields)
	return err
}

// slots finds the columns of a mapping in a list.
func (m Mapping) slots(t *Table, fields []member.Field) ([]slot, error) {
	all := []error{m.validate()}
	targets := Targets(fields)
	var slots []slot
	taken := map[int]bool{}
	filled := map[string]bool{}
	for _, a := range m.Columns {
		c, err := a.find(t)
		if err != nil {
			all = append(all, err)
			continue
		}
		if taken[c.Index] {
			all = append(all, wording.Refuse("columns", "The column “{column}” stands twice in the mapping.", "column", a.name()))
			continue
		}
		taken[c.Index] = true
		if a.To == "" {
			continue
		}
		target, ok := findTarget(targets, a.To)
		if !ok {
			all = append(all, wording.Refuse("columns", "There is nothing called “{target}” that a column could fill.", "target", a.To))
			continue
		}
		if filled[a.To] && !target.Many {
			all = append(all, wording.Refuse("columns", "Two columns fill “{target}”. Leave one of them out.", "target", target.Label))
		}
		filled[a.To] = true
		slots = append(slots, slot{c, a.To, m.order(a, t, c, fields)})
	}
	all = append(all, complete(targets, filled))
	return slots, errors.Join(all...)
}

// order is how the days of a column are written: as the mapping says for the
// column, as it can be seen, as the mapping says for the rest.
func (m Mapping) order(a Assignment, t *Table, c Column, fields []member.Field) DateOrder {
	if a.DateOrder != UnknownOrder || !aboutDay(a.To, fields) {
		return a.DateOrder
	}
	if seen := orderOf(t, c.Index); seen != UnknownOrder {
		return seen
	}
	return m.DateOrder
}

// complete says what the columns need beside each other.
func complete(targets []Target, filled map[string]bool) error {
	var all []error
	if !filled[toName] && !filled[toFullName] && !filled[toFirstName] {
		all = append(all, wording.Refuse("columns", "No column is the name. Choose the one that holds the names."))
	}
	for _, target := range targets {
		w, r, ok := splitWay(target.Name)
		if !ok || r == ruleValue || !filled[target.Name] || filled[w.name] || w.borrows() && filled["phone"] {
			continue
		}
		all = append(all, wording.Refuse("columns", "A column says something about “{way}”, but no column holds the number or address itself.", "way", w.label))
	}
	return errors.Join(all...)
}

// name is what the mapping calls the column.
func (a Assignment) name() string {
	if a.Header != "" {
		return a.Header
	}
	return strings.ToUpper(a.Column)
}

// find is the column of a list that an assignment means.
func (a Assignment) find(t *Table) (Column, error) {
	var found []Column
	for _, c := range t.Header {
		byLetter := a.Column == "" || strings.EqualFold(a.Column, c.Letter)
		byName := a.Header == "" || sameHeader(a.Header, c.Name)
		if byLetter && byName {
			found = append(found, c)
		}
	}
	switch {
	case len(found) == 1:
		return found[0], nil
	case len(found) > 1:
		return Column{}, wording.Refuse("columns", "Several columns are called “{column}”. Add the letter of the one that is meant.", "column", a.name())
	case a.Column != "" && slices.ContainsFunc(t.Header, func(c Column) bool { return strings.EqualFold(c.Letter, a.Column) }):
		return Column{}, wording.Refuse("columns", "The column {letter} of the list is not called “{column}”.", "letter", strings.ToUpper(a.Column), "column", a.Header)
	default:
		return Column{}, wording.Refuse("columns", "The list has no column “{column}”.", "column", a.name())
	}
}

func sameHeader(a, b string) bool {
	return find.Fold(strings.Join(strings.Fields(a), " ")) == find.Fold(strings.Join(strings.Fields(b), " "))
}
