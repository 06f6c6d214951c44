package roster

import (
	"holdfast/member"
	"holdfast/roster/table"
)

// Mapping says which column fills what, and how the file is read. Its JSON
// form is what holdfastctl prints and takes; see ParseMapping.
type Mapping struct {
	// Version is 1.
	Version int `json:"version"`
	// Sheet, HeaderLine, Encoding and Separator are how the file is read;
	// empty finds them out. HeaderLine -1 says that there is no header.
	Sheet      string          `json:"sheet,omitempty"`
	HeaderLine int             `json:"header_line,omitempty"`
	Encoding   table.Encoding  `json:"encoding,omitempty"`
	Separator  table.Separator `json:"separator,omitempty"`
	// DateOrder is for columns that do not say their own.
	DateOrder DateOrder `json:"date_order,omitempty"`
	// Stage is for people of whom the list says none; empty is "active".
	Stage member.Stage `json:"stage,omitempty"`
	// TimeZone is the IANA name of the zone that the hours in the list are in,
	// for people of whom the list says none.
	TimeZone string `json:"time_zone,omitempty"`
	// Duplicates says what becomes of a row that seems to be somebody who is
	// there already; empty is Ask.
	Duplicates Decision `json:"duplicates,omitempty"`
	// Columns are the columns; those that are not named are left out.
	Columns []Assignment `json:"columns"`
}

// Assignment is one column and what it fills.
type Assignment struct {
	// Column is its letter, Header its name; one of the two is enough, and
	// where both are given both must fit.
	Column string `json:"column,omitempty"`
	Header string `json:"header,omitempty"`
	// To is the name of a Target; "" leaves the column out.
	To string `json:"to"`
	// DateOrder is how the days of this column are written.
	DateOrder DateOrder `json:"date_order,omitempty"`
}

// DateOrder says which of day and month comes first where a day is written in
// numbers and the year stands last.
type DateOrder string

// The orders. UnknownOrder is found out, column by column; where that is not
// possible, such days are refused.
const (
	UnknownOrder DateOrder = ""
	DayFirst     DateOrder = "day-month-year"
	MonthFirst   DateOrder = "month-day-year"
)

// Decision says what to do with a row that seems to be there already.
type Decision string

// The decisions. Ask, the zero value, leaves it to a person.
const (
	Ask  Decision = ""
	Skip Decision = "skip"
	Add  Decision = "add"
)

// Options are how the mapping wants the file to be read.
func (m Mapping) Options() Options {
	return Options{Sheet: m.Sheet, HeaderLine: m.HeaderLine, Encoding: m.Encoding, Separator: m.Separator}
}

// stage is the stage of people of whom the list says none.
func (m Mapping) stage() member.Stage {
	if m.Stage == "" {
		return member.Active
	}
	return m.Stage
}
