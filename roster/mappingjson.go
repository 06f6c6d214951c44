package roster

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"holdfast/contact"
	"holdfast/wording"
)

// mappingVersion is the version of the JSON form that this program writes.
const mappingVersion = 1

// maxMapping is how large a file of a mapping may be, in bytes.
const maxMapping = 1 << 20

// Encode writes the mapping as JSON that ParseMapping reads.
func (m Mapping) Encode() ([]byte, error) {
	m.Version = mappingVersion
	data, err := json.MarshalIndent(m, "", "  ")
	if err != nil {
		return nil, fmt.Errorf("write a mapping: %w", err)
	}
	return append(data, '\n'), nil
}

// ParseMapping reads the JSON form of a mapping:
//
//	{
//	  "version": 1,
//	  "sheet": "Members",              the sheet of a workbook; found if absent
//	  "header_line": 3,                -1: the list has no header; found if absent
//	  "encoding": "windows-1252",      utf-8 utf-16 windows-1252 macintosh ibm850
//	  "separator": ";",                "," ";" "tab"
//	  "date_order": "day-month-year",  or "month-day-year"
//	  "stage": "active",               for people of whom the list says none
//	  "time_zone": "America/Chicago",  of the hours in the list
//	  "duplicates": "skip",            or "add"; asked if absent
//	  "columns": [
//	    {"header": "Full name", "to": "name"},
//	    {"column": "C", "to": "phone"},
//	    {"column": "D", "header": "Voicemail ok?", "to": "phone.voicemail"},
//	    {"header": "Joined", "to": "joined", "date_order": "day-month-year"},
//	    {"header": "SSN", "to": ""}
//	  ]
//	}
//
// Only version and columns have to be there. A column that is not named is
// left out, as is one that goes to "". Everything that the schema does not
// know is refused with a wording.Problem that names it. Whether the columns
// and targets exist is for Check, which knows the list.
func ParseMapping(data []byte) (Mapping, error) {
	if len(data) > maxMapping {
		return Mapping{}, wording.Refuse("map", "The mapping is too large to be one.")
	}
	var stamp struct {
		Version *int `json:"version"`
	}
	if err := json.Unmarshal(data, &stamp); err != nil {
		return Mapping{}, refuseJSON(data, err)
	}
	switch {
	case stamp.Version == nil:
		return Mapping{}, wording.Refuse("version", "The mapping does not say its version. Write \"version\": 1.")
	case *stamp.Version > mappingVersion:
		return Mapping{}, wording.Refuse("version", "The mapping was written for a newer Holdfast.")
	case *stamp.Version < 1:
		return Mapping{}, wording.Refuse("version", "There is no such version of a mapping. Write \"version\": 1.")
	}
	if name := repeated(data); name != "" {
		return Mapping{}, wording.Refuse("map", "“{name}” stands twice in the same place of the mapping.", "name", name)
	}
	var m Mapping
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&m); err != nil {
		return Mapping{}, refuseJSON(data, err)
	}
	return m, m.validate()
}

// refuseJSON says where a file stops being a mapping.
func refuseJSON(data []byte, err error) error {
	if syntax, ok := errors.AsType[*json.SyntaxError](err); ok {
		line := 1 + bytes.Count(data[:min(int(syntax.Offset), len(data))], []byte("\n"))
		return wording.Refuse("map", "The mapping is not JSON. Look at line {line}.", "line", line)
	}
	if kind, ok := errors.AsType[*json.UnmarshalTypeError](err); ok {
		return wording.Refuse("map", "“{name}” of the mapping has a value of the wrong kind.", "name", kind.Field)
	}
	if _, name, ok := strings.Cut(err.Error(), "unknown field "); ok {
		return wording.Refuse("map", "A mapping has no “{name}”.", "name", strings.Trim(name, `"`))
	}
	return wording.Refuse("map", "The mapping is not JSON. Look at line {line}.", "line", 1)
}

// repeated is a name that stands twice in one object, or "".
func repeated(data []byte) string {
	decoder := json.NewDecoder(bytes.NewReader(data))
	type object struct {
		names map[string]bool // nil: an array
		key   bool            // the next string is a name
	}
	var open []object
	for {
		token, err := decoder.Token()
		if err != nil {
			return "" // its end, or what Decode will name
		}
		top := len(open) - 1
		if delim, ok := token.(json.Delim); ok && (delim == '}' || delim == ']') {
			open = open[:top]
			if top > 0 {
				open[top-1].key = open[top-1].names != nil
			}
			continue
		}
		if name, ok := token.(string); ok && top >= 0 && open[top].key {
			if open[top].names[strings.ToLower(name)] {
				return name
			}
			open[top].names[strings.ToLower(name)] = true
			open[top].key = false
			continue
		}
		if token == json.Delim('{') {
			open = append(open, object{names: map[string]bool{}, key: true})
		} else if token == json.Delim('[') {
			open = append(open, object{})
		} else if top >= 0 {
			open[top].key = open[top].names != nil
		}
	}
}

// validate looks at what can be told without a list.
func (m Mapping) validate() error {
	var all []error
	when := func(wrong bool, problem error) {
		if wrong {
			all = append(all, problem)
		}
	}
	when(m.HeaderLine < -1, wording.Refuse("header_line", "A line is a number from 1, or -1 for none."))
	when(!m.DateOrder.known(), refuseOrder())
	when(m.Stage != "" && !m.Stage.Known(), wording.Refuse("stage", "There is no such stage."))
	_, err := contact.Zone(m.TimeZone)
	when(m.TimeZone != "" && err != nil, wording.Refuse("time_zone", "There is no such time zone. It is written like America/Chicago."))
	when(m.Duplicates != Ask && m.Duplicates != Skip && m.Duplicates != Add,
		wording.Refuse("duplicates", "There is no such choice. There are skip and add."))
	for _, a := range m.Columns {
		when(!a.DateOrder.known(), refuseOrder())
		when(a.Column == "" && a.Header == "", wording.Refuse("columns", "A column of the mapping has neither a letter nor a name."))
	}
	return errors.Join(all...)
}

func (o DateOrder) known() bool { return o == UnknownOrder || o == DayFirst || o == MonthFirst }

func refuseOrder() error {
	return wording.Refuse("date_order", "There is no such order. There are day-month-year and month-day-year.")
}
