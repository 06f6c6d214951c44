package roster

import (
	"strconv"

	"holdfast/member"
)

// Guess proposes a Mapping for a table: every column is in it, with "" where
// nothing is proposed. The names of the columns count first and are believed
// only where what lies in the column does not speak against them; a column
// without a name is known by what lies in it. The same table always gives the
// same proposal.
func Guess(t *Table, fields []member.Field) Mapping {
	g := guesser{table: t, targets: Targets(fields), fields: fields, taken: map[string]bool{}, count: map[string]int{}}
	m := Mapping{Version: 1, Sheet: t.Source.Sheet, HeaderLine: t.Source.HeaderLine,
		Encoding: t.Source.Encoding, Separator: t.Source.Separator, Stage: member.Active}
	if m.HeaderLine == 0 {
		m.HeaderLine = -1
	}
	for _, c := range t.Header {
		a := Assignment{Column: c.Letter, Header: c.Name, To: g.column(c)}
		m.Columns = append(m.Columns, a)
	}
	g.names(m.Columns)
	for i, c := range t.Header {
		if aboutDay(m.Columns[i].To, fields) {
			m.Columns[i].DateOrder = orderOf(t, c.Index)
		}
	}
	return m
}

type guesser struct {
	table   *Table
	targets []Target
	fields  []member.Field
	taken   map[string]bool
	count   map[string]int // ways of a kind so far
}

// column proposes a target for one column.
func (g *guesser) column(c Column) string {
	held := values(g.table, c.Index)
	if concern(c.Name).kept || looksLikeIdentity(held) {
		return ""
	}
	to, known := recognise(c.Name)
	switch {
	case known && len(held) == 0:
	case c.Name == "" || isNumber(phrase(c.Name)):
		to = g.byContent(held)
	case !known:
		to = g.byLabel(c.Name)
	default:
		to = g.weighed(to, held)
	}
	return g.free(to)
}

// byLabel knows a column by what the board itself calls a field, its own
// fields among them.
func (g *guesser) byLabel(header string) string {
	for _, target := range g.targets {
		if phrase(target.Label.String()) == phrase(header) {
			return target.Name
		}
	}
	return ""
}

// byContent knows a column without a name.
func (g *guesser) byContent(held []string) string {
	switch {
	case mostly(held, looksLikeEmail):
		return "email"
	case mostly(held, looksLikePhone) && !mostly(held, looksLikeDay):
		return "phone"
	case mostly(held, looksLikeName) && !mostly(held, looksLikeStage) && !g.taken[toFullName] && !mostly(held, saysSomething):
		return toFullName
	default:
		return ""
	}
}

func saysSomething(text string) bool { return saysYes(text) || saysNo(text) }

// weighed is a target that a name speaks for, or another or none where what
// lies in the column speaks against it.
func (g *guesser) weighed(to string, held []string) string {
	w, r, isWay := splitWay(to)
	switch {
	case to == "stage" && !mostly(held, looksLikeStage):
		return "" // "Estado" may be Jalisco
	case isWay && r == ruleSafe && mostly(held, looksLikeEmail):
		return "email" // "Safe email" may be the address itself
	case isWay && r == ruleSafe && mostly(held, looksLikePhone):
		return map[bool]string{true: w.name, false: "phone"}[w.borrows()]
	case to == "email" && !mostly(held, looksLikeEmail) && !anyOf(held, looksLikeEmail):
		return "" // "Mail" may be post
	}
	return to
}

func anyOf(values []string, test func(string) bool) bool {
	for _, v := range values {
		if test(v) {
			return true
		}
	}
	return false
}

// free is a target that nothing fills yet: the next phone after the first,
// the rules of the way that stands nearest before.
func (g *guesser) free(to string) string {
	if w, r, ok := splitWay(to); ok {
		to = g.freeWay(w, r)
	}
	target, ok := findTarget(g.targets, to)
	if !ok || g.taken[to] && !target.Many {
		return ""
	}
	g.taken[to] = true
	return to
}

func (g *guesser) freeWay(w way, r rule) string {
	n := max(1, g.count[w.name])
	if r == ruleValue {
		g.count[w.name]++
		n = g.count[w.name]
	}
	name := w.name
	if n > 1 {
		name += "_" + strconv.Itoa(n)
	}
	if r != ruleValue {
		name += "." + string(r)
	}
	return name
}

// names settles what the columns about names are once all are known: a list
// with first names keeps both parts, a list with one name keeps it as chosen.
func (g *guesser) names(columns []Assignment) {
	for i := range columns {
		switch {
		case columns[i].To != toFullName:
		case g.taken[toLastName] && !g.taken[toFirstName]:
			columns[i].To = toFirstName
			g.taken[toFirstName] = true
		case !g.taken[toName] && !g.taken[toFirstName]:
			columns[i].To = toName
			g.taken[toName] = true
		}
	}
}
