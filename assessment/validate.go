package assessment

import (
	"maps"
	"math"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"holdfast/wording"
)

// Bounds of an instrument.
const (
	MaxItems   = 500  // questions, groups and texts together
	MaxChoices = 60   // of one question or scale
	MaxText    = 2000 // characters of one text
	maxScore   = 100
)

var (
	plainID      = regexp.MustCompile(`^[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?$`)
	plainItemID  = regexp.MustCompile(`^[a-z0-9]([a-z0-9.-]{0,62}[a-z0-9])?$`)
	plainVersion = regexp.MustCompile(`^[0-9]{1,6}(\.[0-9]{1,6}){0,3}$`)
	// markup is what a browser or a spreadsheet might take for more than text.
	markup = regexp.MustCompile(`(?i)<[a-z/!?]|javascript:|&#`)
)

// Validate names everything that keeps an instrument from being released:
// wording.Problems, each with the ID of the item that it is about.
func (in Instrument) Validate() error {
	v := validation{in: in, earlier: map[string]Item{}, seen: map[string]bool{}}
	if n := count(in.Items); n > MaxItems {
		return wording.Refuse(wholeFile, "This has {n} items; {most} are the most.", "n", n, "most", MaxItems)
	}
	v.head()
	v.scales()
	v.items(in.Items, 1)
	return v.err()
}

func count(items []Item) int {
	n := len(items)
	for _, i := range items {
		n += count(i.Items)
	}
	return n
}

// validation goes through an instrument in its order.
type validation struct {
	problems
	in      Instrument
	earlier map[string]Item // the questions so far
	seen    map[string]bool // the IDs so far
}

func (v *validation) head() {
	in, at := v.in, wholeFile
	v.when(!plainID.MatchString(in.ID), wording.Refuse("id", "The name of an instrument is a to z, digits and dashes, like trauma-informed."))
	v.when(!plainVersion.MatchString(in.Version), wording.Refuse("version", "A version is numbers with dots, like 1 or 1.2."))
	v.when(!slices.Contains(Kinds(), in.Kind), wording.Refuse("kind", "There is no such kind of instrument: {kind}.", "kind", shortened(string(in.Kind))))
	v.when(!slices.Contains([]Status{Draft, Active, Retired}, in.Status), wording.Refuse("status", "There is no such status: {status}.", "status", shortened(string(in.Status))))
	v.when(len(in.Languages) == 0, wording.Refuse("language", "Say in which languages the texts are written."))
	for n, l := range in.Languages {
		v.when(l != wording.InEnglish && l != wording.InSpanish || slices.Contains(in.Languages[:n], l),
			wording.Refuse("language", "Holdfast does not speak this language, or it is listed twice: {language}.", "language", shortened(string(l))))
	}
	v.needed(at, "title", in.Title)
	v.words(at, "description", in.About)
	v.words(at, "copyright", in.Copyright)
	v.words(at, "content-note", in.ContentNote)
	v.plain(at, "publisher", in.Publisher)
	v.sources(at, in.Sources)
	v.when(len(in.Items) == 0, wording.Refuse("item", "There is no question in this."))
}

func (v *validation) scales() {
	var names []string
	for _, s := range v.in.Scales {
		at := "#" + shortened(s.ID)
		v.when(!plainID.MatchString(s.ID), wording.Refuse(at, "{place}: a name is a to z, digits, dashes and dots.", "place", at))
		v.when(slices.Contains(names, s.ID), wording.Refuse(at, "{place}: this name is given twice.", "place", at))
		v.choices(at, s.Choices)
		names = append(names, s.ID)
		if s.ID == CheckScale {
			v.when(!slices.Equal(codes(s.Choices), CheckCodes()), wording.Refuse(at, "{place}: these have to be {codes}, in this order.", "place", at, "codes", list(CheckCodes())))
		}
	}
}

// CheckCodes are the codes of CheckScale, in their order.
func CheckCodes() []string { return []string{Done, InProgress, NotYet, NotForUs, AskLawyer} }

func codes(choices []Choice) []string {
	var all []string
	for _, c := range choices {
		all = append(all, c.Code)
	}
	return all
}

func list(texts []string) wording.List {
	var all wording.List
	for _, t := range texts {
		all = append(all, t)
	}
	return all
}

func (v *validation) choices(at string, choices []Choice) {
	v.when(len(choices) == 0, wording.Refuse(at, "{place}: there is nothing to choose from.", "place", at))
	v.when(len(choices) > MaxChoices, wording.Refuse(at, "{place}: {n} choices are too many; {most} are the most.", "place", at, "n", len(choices), "most", MaxChoices))
	for n, c := range choices {
		v.when(!plainItemID.MatchString(c.Code) || slices.ContainsFunc(choices[:n], func(d Choice) bool { return d.Code == c.Code }),
			wording.Refuse(at, "{place}: the code “{code}” is not plain, or it is given twice.", "place", at, "code", shortened(c.Code)))
		v.when(c.Scored && (c.Score < 0 || c.Score > maxScore || math.Round(c.Score*100) != c.Score*100),
			wording.Refuse(at, "{place}: the score of “{code}” is not between 0 and {most}.", "place", at, "code", shortened(c.Code), "most", maxScore))
		v.when(c.Scored && slices.Contains([]string{DontKnow, NotForUs, RatherNot}, c.Code),
			wording.Refuse(at, "{place}: “{code}” never has a score.", "place", at, "code", c.Code))
		v.needed(at, "display", c.Text)
	}
}

func (v *validation) items(items []Item, level int) {
	for _, i := range items {
		at := shortened(i.ID)
		v.when(!plainItemID.MatchString(i.ID), wording.Refuse(at, "{place}: a name is a to z, digits, dashes and dots.", "place", at))
		v.when(v.seen[i.ID], wording.Refuse(at, "{place}: this name is given twice.", "place", at))
		v.seen[i.ID] = true
		v.conditions(i, at)
		v.item(i, at, level)
		if i.Type.Asks() {
			v.earlier[i.ID] = i
		}
		v.items(i.Items, level+1)
	}
}

func (v *validation) item(i Item, at string, level int) {
	v.when(!slices.Contains(types(), i.Type), wording.Refuse(at, "{place}: there is no such type of question: {type}.", "place", at, "type", shortened(string(i.Type))))
	v.needed(at, "text", i.Text)
	v.words(at, "help", i.Help)
	v.words(at, "content-note", i.ContentNote)
	v.when(level > mostLevels, wording.Refuse(at, "{place}: groups lie in each other more than {most} deep.", "place", at, "most", mostLevels))
	v.when((i.Type == Group) != (len(i.Items) > 0), wording.Refuse(at, "{place}: a group holds questions, and nothing else does.", "place", at))
	v.when(i.Repeats && i.Type != Choose || i.Required && !i.Type.Asks(),
		wording.Refuse(at, "{place}: this can't be required, or answered several times.", "place", at))
	v.tags(i, at)
	v.choosing(i, at)
	if i.Rests == nil {
		return
	}
	v.plain(at, "law", i.Rests.Law)
	v.plain(at, "citation", i.Rests.Citation)
	v.words(at, "evidence", i.Rests.Evidence)
	v.words(at, "owner", i.Rests.Owner)
	v.sources(at, i.Rests.Sources)
	v.when(i.Rests.ReviewMonths < 0 || i.Rests.ReviewMonths > 120, wording.Refuse(at, "{place}: “{field}” is not written as Holdfast reads it.", "place", at, "field", "review-months"))
}

func types() []Type { return []Type{Group, Display, Choose, YesNo, Number, Day, Line, Prose} }

func (v *validation) tags(i Item, at string) {
	unknown := func(wrong bool, tag string) {
		v.when(wrong, wording.Refuse(at, "{place}: there is no principle, domain or lens “{tag}”.", "place", at, "tag", shortened(tag)))
	}
	unknown(i.Principle != "" && !slices.Contains(Principles(), i.Principle), string(i.Principle))
	unknown(i.Domain != "" && !slices.Contains(Domains(), i.Domain), string(i.Domain))
	for n, l := range i.Lenses {
		unknown(!slices.Contains(Lenses(), l) || slices.Contains(i.Lenses[:n], l), string(l))
	}
}

func (v *validation) choosing(i Item, at string) {
	if i.Type != Choose {
		v.when(i.Scale != "" || len(i.Choices) > 0, wording.Refuse(at, "{place}: only a question with choices has a scale.", "place", at))
		return
	}
	if (i.Scale != "") == (len(i.Choices) > 0) {
		v.add(wording.Refuse(at, "{place}: a question has either a scale or choices of its own.", "place", at))
		return
	}
	if i.Scale == "" {
		v.choices(at, i.Choices)
		return
	}
	v.when(!slices.ContainsFunc(v.in.Scales, func(s Scale) bool { return s.ID == i.Scale }),
		wording.Refuse(at, "{place}: there is no scale “{scale}”.", "place", at, "scale", shortened(i.Scale)))
	v.when(i.Scale == CheckScale && (v.in.Kind != Checklist || i.Repeats), wording.Refuse(at, "{place}: only a checklist has things to tick off.", "place", at))
}

func (v *validation) needed(at, field string, w Words) {
	v.when(len(w) == 0, wording.Refuse(at, "{place}: “{field}” is missing.", "place", at, "field", field))
	v.words(at, field, w)
}

// words holds that a text is there in every language and in no other, and
// plain.
func (v *validation) words(at, field string, w Words) {
	if len(w) == 0 {
		return
	}
	for _, l := range v.in.Languages {
		v.when(strings.TrimSpace(w[l]) == "", wording.Refuse(at, "{place}: “{field}” is missing in the language “{language}”.", "place", at, "field", field, "language", string(l)))
		v.plain(at, field, w[l])
	}
	for _, l := range slices.Sorted(maps.Keys(w)) {
		v.when(!slices.Contains(v.in.Languages, l), wording.Refuse(at, "{place}: “{field}” is there in “{language}”, which is not listed.", "place", at, "field", field, "language", shortened(string(l))))
	}
}

func (v *validation) plain(at, field, text string) {
	v.when(!plainText(text), wording.Refuse(at, "{place}: “{field}” is too long, or holds more than plain text.", "place", at, "field", field))
}

// plainText refuses markup, control characters, and what turns the direction
// of writing around, with which a text can be made to look like another.
func plainText(text string) bool {
	return len([]rune(text)) <= MaxText && !markup.MatchString(text) && !strings.ContainsFunc(text, func(r rune) bool {
		return unicode.IsControl(r) && r != '\n' || unicode.Is(unicode.Bidi_Control, r) || r == unicode.ReplacementChar
	})
}

func (v *validation) sources(at string, sources []Source) {
	for _, s := range sources {
		v.plain(at, "source", s.Title)
		v.plain(at, "source", s.Address)
		v.when(s.Title == "" || s.Address != "" && !strings.HasPrefix(s.Address, "https://") && !strings.HasPrefix(s.Address, "http://"),
			wording.Refuse(at, "{place}: “{field}” is not written as Holdfast reads it.", "place", at, "field", "source"))
	}
}
