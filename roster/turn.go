package roster

import (
	"strings"

	"holdfast/wording"
)

// turns says whether a column of names writes "Núñez, Ana": most of them do.
func (j *job) turns(s slot) bool {
	return (s.to == toName || s.to == toFullName) && mostly(values(j.table, s.column.Index), func(name string) bool {
		_, _, ok := lastFirst(name)
		return ok
	})
}

// turned puts a name of such a column into the order in which it is said.
func (j *job) turned(to, name string) string {
	last, first, ok := lastFirst(name)
	if !ok || !j.lastFirst[to] {
		return name
	}
	return first + " " + last
}

// lastFirst takes "Núñez, Ana" apart. "King, Jr." is no such name.
func lastFirst(name string) (last, first string, ok bool) {
	last, first, ok = strings.Cut(name, ",")
	first = strings.TrimSpace(first)
	if !ok || last == "" || first == "" || strings.Contains(first, ",") || hasWord("jr sr ii iii iv phd md esq", phrase(first)) {
		return "", "", false
	}
	return strings.TrimSpace(last), first, true
}

func noticeTurned(c Column) wording.Text {
	return wording.T("The column “{column}” writes the last name first. The names are turned round.", "column", columnName(c))
}
