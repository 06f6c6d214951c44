package roster

import (
	"regexp"
	"strings"
	"time"

	"holdfast/contact"
	"holdfast/find"
)

// readHours reads what a list says about safe hours, and only where it is
// certain: days by name, and times that show which clock they are of.
// "weekdays 10-15", "Mon, Wed 9:00 am to 1 pm; Sat 10:00-12:30" and "lunes a
// viernes de 10 a 15 h" are certain; "mornings", "10-3" and "after 6" are not.
// "any time" is certain too: no windows, and any is true.
func readHours(text string) (windows []contact.Window, any, ok bool) {
	switch phrase(text) {
	case "any time", "anytime", "any", "always", "24 7", "any day any time", "all day", "all day every day", "a cualquier hora", "cualquier hora",
		"siempre", "cualquier momento", "en cualquier momento", "todo el dia":
		return nil, true, true
	}
	p := hourParser{tokens: tokenise(text)}
	for len(p.tokens) > 0 {
		days, ok := p.days()
		if !ok {
			return nil, false, false
		}
		spans, ok := p.spans()
		if !ok {
			return nil, false, false
		}
		for _, s := range spans {
			windows = append(windows, contact.Window{Days: days, From: s[0], To: s[1]})
		}
		p.skip(",", ";", "and", "y", ".")
	}
	return windows, false, len(windows) > 0
}

type hourParser struct{ tokens []string }

// token is a time, a word, or a sign.
var token = regexp.MustCompile(`\d{1,2}(?:[:.h]\d{2})? ?(?:a\.? ?m\b\.?|p\.? ?m\b\.?)?|[a-z]+|[^\sa-z\d]`)

// tokenise cuts a text into times, words and signs, without the words that
// change nothing.
func tokenise(text string) []string {
	text = strings.NewReplacer("–", "-", "—", "-", "−", "-", "&", " and ").Replace(find.Fold(text))
	all := token.FindAllString(text, -1)
	kept := all[:0]
	for _, t := range all {
		t = strings.TrimSpace(t)
		if !hasWord("the on de del las los la el hs hrs h hr from between desde solo at : o'clock", t) {
			kept = append(kept, t)
		}
	}
	return kept
}

func (p *hourParser) peek() string {
	if len(p.tokens) == 0 {
		return ""
	}
	return p.tokens[0]
}

func (p *hourParser) take(options ...string) bool {
	for _, o := range options {
		if len(p.tokens) > 0 && p.tokens[0] == o {
			p.tokens = p.tokens[1:]
			return true
		}
	}
	return false
}

func (p *hourParser) skip(options ...string) {
	for p.take(options...) {
	}
}

// days reads "mon-thu, sat and sunday".
func (p *hourParser) days() (contact.Days, bool) {
	var set contact.Days
	for {
		part, ok := p.dayRange()
		if !ok {
			return 0, false
		}
		set |= part
		before := p.tokens
		p.skip(",", "and", "y", "e", "/")
		if _, ok := p.peekDays(); !ok {
			p.tokens = before
			p.skip(",", ":")
			return set, true
		}
	}
}

func (p *hourParser) dayRange() (contact.Days, bool) {
	set, ok := p.peekDays()
	if !ok {
		return 0, false
	}
	p.dropDays()
	if single(set) && p.take("-", "to", "through", "thru", "a", "al") {
		to, ok := p.peekDays()
		if !ok || !single(to) {
			return 0, false
		}
		p.dropDays()
		return between(set.List()[0], to.List()[0]), true
	}
	return set, true
}

// peekDays says what the next word says about days.
func (p *hourParser) peekDays() (contact.Days, bool) {
	two := ""
	if len(p.tokens) > 1 {
		two = p.tokens[0] + " " + p.tokens[1]
	}
	switch word := p.peek(); {
	case word == "weekdays" || word == "weekday" || two == "entre semana" || two == "dias laborables" || two == "dias habiles" || two == "week days":
		return contact.Weekdays, true
	case word == "weekends" || word == "weekend":
		return contact.Weekend, true
	case word == "daily" || word == "everyday" || word == "diario" || word == "diariamente" || two == "every day" || two == "todos dias":
		return contact.EveryDay, true
	case weekdayNamed(word) >= 0:
		return contact.On(time.Weekday(weekdayNamed(word))), true
	}
	return 0, false
}

func (p *hourParser) dropDays() {
	switch p.peek() {
	case "entre", "dias", "week", "every", "todos":
		p.tokens = p.tokens[2:]
	default:
		p.tokens = p.tokens[1:]
	}
}

func single(d contact.Days) bool { return len(d.List()) == 1 }

// between is the days from one to another of the same week, Monday first;
// from Friday to Monday runs over the weekend.
func between(from, to time.Weekday) contact.Days {
	var set contact.Days
	for d := from; ; d = (d + 1) % 7 {
		set |= contact.On(d)
		if d == to {
			return set
		}
	}
}

// spans reads "9:00-12:00 and 14:00-18:00".
func (p *hourParser) spans() ([][2]contact.Clock, bool) {
	var all [][2]contact.Clock
	for {
		from := p.peek()
		if len(p.tokens) < 3 || !isTime(from) || !isTime(p.tokens[2]) {
			return nil, false
		}
		p.tokens = p.tokens[1:]
		if !p.take("-", "to", "till", "until", "a", "hasta") {
			return nil, false
		}
		to := p.peek()
		p.tokens = p.tokens[1:]
		span, ok := readSpan(from, to)
		if !ok {
			return nil, false
		}
		all = append(all, span)
		before := p.tokens
		p.skip(",", "and", "y")
		if !isTime(p.peek()) {
			p.tokens = before
			return all, true
		}
	}
}

func isTime(word string) bool { return word != "" && word[0] >= '0' && word[0] <= '9' }

// readSpan reads two times of one clock: of the 12-hour clock both ends say
// am or pm; of the 24-hour clock one shows it, by an hour over 12 or a zero in
// front. A span over midnight is not taken.
func readSpan(from, to string) (span [2]contact.Clock, ok bool) {
	a, halfA, okA := readTime(from)
	b, halfB, okB := readTime(to)
	twelve := halfA && halfB
	twentyFour := !halfA && !halfB && (a >= 13*60 || b >= 13*60 || strings.HasPrefix(from, "0"))
	return [2]contact.Clock{a, b}, okA && okB && (twelve || twentyFour) && a < b
}

// readTime reads one time and says whether it is of the 12-hour clock.
func readTime(word string) (clock contact.Clock, half, ok bool) {
	word = strings.NewReplacer(" ", "", ".", ":", "h", ":").Replace(word)
	digits := strings.TrimRight(word, "apm:")
	mark := strings.ReplaceAll(word[len(digits):], ":", "")
	clock, err := contact.ParseClock(digits)
	if err != nil {
		return 0, false, false
	}
	switch {
	case mark == "":
		return clock, false, true
	case clock < 60 || clock >= 13*60:
		return 0, true, false
	case mark == "pm" && clock < 12*60:
		clock += 12 * 60
	case mark == "am" && clock >= 12*60:
		clock -= 12 * 60
	}
	return clock, true, mark == "am" || mark == "pm"
}

// weekdayNamed is the day of the week with that name or its usual beginning,
// -1 for none.
func weekdayNamed(word string) int {
	names := [][]string{
		{"sunday", "sundays", "sun", "domingo", "domingos", "dom"},
		{"monday", "mondays", "mon", "lunes", "lun", "l"},
		{"tuesday", "tuesdays", "tue", "tues", "martes"},
		{"wednesday", "wednesdays", "wed", "weds", "miercoles", "mie", "x"},
		{"thursday", "thursdays", "thu", "thur", "thurs", "jueves", "jue", "j"},
		{"friday", "fridays", "fri", "viernes", "vie", "v"},
		{"saturday", "saturdays", "sat", "sabado", "sabados", "sab"},
	}
	for day, all := range names {
		for _, name := range all {
			if word == name {
				return day
			}
		}
	}
	return -1
}
