package backup

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"holdfast/record"
	"holdfast/store"
)

// timeForm is RFC 3339 to the millisecond, which is what the journal keeps.
const timeForm = "2006-01-02T15:04:05.000Z"

// appendAct begins an act in the history.
func appendAct(b []byte, p store.Past) []byte {
	b = appendNumber(b, p.Sequence)
	b = appendField(b, "at", p.At.UTC().Format(timeForm))
	b = appendField(b, "holder", string(p.Holder))
	b = appendField(b, "kind", p.Kind)
	return append(b, '}', '\n')
}

// appendChange is a change in the history: a record as it was before a later
// act, or that it was deleted.
func appendChange(b []byte, act uint64, c store.Change) []byte {
	b = appendNumber(b, act)
	b = appendField(b, "collection", c.Collection)
	b = appendField(b, "key", string(c.Key))
	if c.Deleted {
		return append(b, `,"deleted":true}`+"\n"...)
	}
	return appendValue(b, c.Raw)
}

// appendRecord is a record as it is, in the file of its collection.
func appendRecord(b []byte, act uint64, c store.Change) []byte {
	b = appendNumber(b, act)
	b = appendField(b, "key", string(c.Key))
	return appendValue(b, c.Raw)
}

func appendNumber(b []byte, act uint64) []byte {
	return strconv.AppendUint(append(b, `{"act":`...), act, 10)
}

func appendField(b []byte, name, value string) []byte {
	b = append(append(append(b, ',', '"'), name...), '"', ':')
	if plain(value) {
		return append(append(append(b, '"'), value...), '"')
	}
	quoted, err := json.Marshal(value)
	if err != nil {
		return append(b, `""`...) // a string can always be quoted
	}
	return append(b, quoted...)
}

// plain says whether a text stands in JSON as it is.
func plain(text string) bool {
	for i := range len(text) {
		if c := text[i]; c < ' ' || c > '~' || c == '"' || c == '\\' || c == '<' || c == '>' || c == '&' {
			return false
		}
	}
	return true
}

// appendValue ends a line with the bytes of a record: as the JSON that it is,
// or, where it is something else, in base64.
func appendValue(b, raw []byte) []byte {
	if isLine(raw) {
		return append(append(append(b, `,"record":`...), raw...), '}', '\n')
	}
	b = append(b, `,"bytes":"`...)
	b = base64.StdEncoding.AppendEncode(b, raw)
	return append(b, `"}`+"\n"...)
}

// isLine says whether the bytes of a record are one line of JSON. What begins
// like a versioned record was written by record.Schema and is.
func isLine(raw []byte) bool {
	if bytes.IndexByte(raw, '\n') >= 0 || len(raw) == 0 || raw[0] != '{' || raw[len(raw)-1] != '}' {
		return false
	}
	return bytes.HasPrefix(raw, []byte(`{"v":`)) || json.Valid(raw) && utf8.Valid(raw)
}

// line reads one line, in the order in which it was written. After the first
// thing that is not as it must be, it is bad and gives nothing but zeros.
type line struct {
	rest []byte
	bad  bool
}

func errLine() error { return fmt.Errorf("%w: a line of it makes no sense", ErrAltered) }

func (l *line) take(text string) bool {
	if l.bad || len(l.rest) < len(text) || string(l.rest[:len(text)]) != text {
		return false
	}
	l.rest = l.rest[len(text):]
	return true
}

func (l *line) must(text string) {
	if !l.take(text) {
		l.bad = true
	}
}

// act is the number that every line begins with.
func (l *line) act() uint64 {
	l.must(`{"act":`)
	n, digits := uint64(0), 0
	for ; digits < len(l.rest) && digits < 19 && l.rest[digits] >= '0' && l.rest[digits] <= '9'; digits++ {
		n = n*10 + uint64(l.rest[digits]-'0')
	}
	l.bad = l.bad || digits == 0
	if l.bad {
		return 0
	}
	l.rest = l.rest[digits:]
	return n
}

// field is the text of a field that must come next.
func (l *line) field(name string) string {
	l.must(`,"` + name + `":"`)
	if l.bad {
		return ""
	}
	end := bytes.IndexByte(l.rest, '"')
	if end < 0 {
		l.bad = true
		return ""
	}
	if text := string(l.rest[:end]); plain(text) {
		l.rest = l.rest[end+1:]
		return text
	}
	return l.quoted()
}

// quoted is the text of a string of JSON, whose first quote is taken already.
func (l *line) quoted() string {
	end := 0
	for end < len(l.rest) && l.rest[end] != '"' {
		if l.rest[end] == '\\' {
			end++
		}
		end++
	}
	if end >= len(l.rest) {
		l.bad = true
		return ""
	}
	var text string
	if json.Unmarshal([]byte(`"`+string(l.rest[:end+1])), &text) != nil {
		l.bad = true
	}
	l.rest = l.rest[end+1:]
	return text
}

// value is the bytes of a record, with which a line ends.
func (l *line) value() []byte {
	switch {
	case l.take(`,"record":`):
		raw, ok := bytes.CutSuffix(l.rest, []byte("}"))
		l.bad = l.bad || !ok || len(raw) == 0
		return raw
	case l.take(`,"bytes":"`):
		text, ok := bytes.CutSuffix(l.rest, []byte(`"}`))
		raw, err := base64.StdEncoding.AppendDecode(nil, text)
		l.bad = l.bad || !ok || err != nil
		return raw
	}
	l.bad = true
	return nil
}

// record reads a line of a collection's file.
func (l *line) record(collection string) (act uint64, c store.Change, err error) {
	act = l.act()
	c = store.Change{Collection: collection, Key: record.Key(l.field("key")), Current: true}
	c.Raw = l.value()
	if l.bad || !c.Key.Valid() {
		return 0, store.Change{}, errLine()
	}
	return act, c, nil
}

// history reads a line of the history: an act, or one of its changes.
func (l *line) history() (p store.Past, c store.Change, isAct bool, err error) {
	p.Sequence = l.act()
	if bytes.HasPrefix(l.rest, []byte(`,"at":`)) {
		at, timeErr := time.Parse(timeForm, l.field("at"))
		p.At, p.Holder, p.Kind = at.UTC(), record.ID(l.field("holder")), l.field("kind")
		l.must("}")
		if l.bad || timeErr != nil || len(l.rest) > 0 {
			return p, c, false, errLine()
		}
		return p, c, true, nil
	}
	c.Collection, c.Key = l.field("collection"), record.Key(l.field("key"))
	if l.take(`,"deleted":true}`) {
		c.Deleted = true
		l.bad = l.bad || len(l.rest) > 0
	} else {
		c.Raw = l.value()
	}
	if l.bad || !c.Key.Valid() || !named(c.Collection) {
		return p, c, false, errLine()
	}
	return p, c, false, nil
}

// named says whether a collection can be called so.
func named(collection string) bool {
	return collection != "" && len(collection) <= 64 && !strings.ContainsRune(collection, 0)
}
