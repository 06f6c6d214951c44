package roster

import (
	"slices"
	"strings"
	"unicode"

	"holdfast/contact"
	"holdfast/find"
	"holdfast/member"
	"holdfast/record"
	"holdfast/wording"
)

// Known is somebody who is on the board already, as far as it takes to notice
// that a row is about the same person.
type Known struct {
	ID    record.ID
	Names []string
	// Ways are numbers and addresses, as they are written.
	Ways []string
}

// KnownFrom is what to know of a person of the board.
func KnownFrom(m member.Member, s contact.Sheet) Known {
	k := Known{ID: m.ID, Names: []string{m.Name}}
	for _, c := range s.Channels {
		if c.Value != "" {
			k.Ways = append(k.Ways, c.Value)
		}
	}
	return k
}

// Duplicate is a row that seems to be about somebody who is there already.
type Duplicate struct {
	Line int
	// With is the person of the board, or "" where it is another row of the
	// list: then OtherLine is that row, which comes first.
	With      record.ID
	OtherLine int
	Because   []Likeness
}

// Likeness is why two people seem to be one.
type Likeness string

// The likenesses. Two people may share a number or a name: that is for a
// person to say, and who shares a number matters for reaching them safely.
const (
	SameName  Likeness = "name"
	SamePhone Likeness = "phone"
	SameEmail Likeness = "email"
)

// Reason is the likeness in words.
func (l Likeness) Reason() wording.Text {
	switch l {
	case SamePhone:
		return wording.T("the same phone number")
	case SameEmail:
		return wording.T("the same email address")
	default:
		return wording.T("the same name")
	}
}

// Reason says why the row seems to be there already.
func (d Duplicate) Reason() wording.Text {
	var list wording.List
	for _, l := range d.Because {
		list = append(list, l.Reason())
	}
	if d.With != "" {
		return wording.T("Somebody on the board has {likenesses}.", "likenesses", list)
	}
	return wording.T("Line {line} of the list has {likenesses}.", "line", d.OtherLine, "likenesses", list)
}

// whose is who has a name or number: a person of the board or a line. digits
// is the whole number.
type whose struct {
	id     record.ID
	line   int
	digits string
}

// trait is a name, number or address by which two people can be compared: of
// a number only the end, since the country and the zero in front are written
// by some and not by others.
type trait struct {
	kind   Likeness
	text   string
	digits string
}

func duplicates(people []Person, known []Known) []Duplicate {
	owners := map[string][]whose{}
	for _, k := range known {
		for _, t := range traits(k.Names, k.Ways) {
			owners[t.key()] = append(owners[t.key()], whose{id: k.ID, digits: t.digits})
		}
	}
	var all []Duplicate
	for _, p := range people {
		k := KnownFrom(p.Member, p.Sheet)
		mine := traits(k.Names, k.Ways)
		all = append(all, alike(p.Line, mine, owners)...)
		for _, t := range mine {
			owners[t.key()] = append(owners[t.key()], whose{line: p.Line, digits: t.digits})
		}
	}
	return all
}

// mostAlike is how many others a row is compared in words with: a list in
// which everybody has the office's number has thousands.
const mostAlike = 5

func alike(line int, mine []trait, owners map[string][]whose) []Duplicate {
	var found []Duplicate
	for _, t := range mine {
		others := owners[t.key()]
		for _, who := range others[:min(len(others), mostAlike)] {
			if !strings.HasSuffix(who.digits, t.digits) && !strings.HasSuffix(t.digits, who.digits) {
				continue
			}
			i := slices.IndexFunc(found, func(d Duplicate) bool { return d.With == who.id && d.OtherLine == who.line })
			if i < 0 {
				found = append(found, Duplicate{Line: line, With: who.id, OtherLine: who.line})
				i = len(found) - 1
			}
			if !slices.Contains(found[i].Because, t.kind) {
				found[i].Because = append(found[i].Because, t.kind)
			}
		}
	}
	return found
}

// traits are what two people are compared by, each once.
func traits(names, ways []string) []trait {
	var all []trait
	for _, n := range names {
		all = append(all, trait{kind: SameName, text: oneLine(find.Fold(n))})
	}
	for _, w := range ways {
		if strings.Contains(w, "@") {
			all = append(all, trait{kind: SameEmail, text: strings.ToLower(strings.TrimSpace(w))})
		} else if digits := significant(w); len(digits) >= fewest {
			all = append(all, trait{SamePhone, digits[len(digits)-fewest:], digits})
		}
	}
	slices.SortFunc(all, func(a, b trait) int { return strings.Compare(a.key()+a.digits, b.key()+b.digits) })
	return slices.Compact(all)
}

func (t trait) key() string { return string(t.kind) + ":" + t.text }

// fewest is how many digits make a number that can be told from another: what
// is dialled within a town in North America.
const fewest = 7

// significant is the digits of a number without the zeros in front.
func significant(text string) string {
	digits := strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return r
		}
		return -1
	}, text)
	return strings.TrimLeft(digits, "0")
}

// Decide says what to do with a row that seems to be there already. It holds
// for the row, whatever the number of its Duplicates.
func (p *Plan) Decide(line int, d Decision) { p.decided[line] = d }

// Undecided are the rows that seem to be there already and of which nobody has
// said what to do, each once.
func (p *Plan) Undecided() []int {
	var lines []int
	for _, d := range p.Duplicates {
		if what, _ := p.decision(d.Line); what == Ask {
			lines = append(lines, d.Line)
		}
	}
	return slices.Compact(lines)
}

// decision is what becomes of a row, and whether it is doubtful at all.
func (p *Plan) decision(line int) (d Decision, doubtful bool) {
	_, doubtful = slices.BinarySearchFunc(p.Duplicates, line, func(d Duplicate, line int) int { return d.Line - line })
	if !doubtful {
		return Add, false
	}
	if d, ok := p.decided[line]; ok {
		return d, true
	}
	return p.general, true
}
