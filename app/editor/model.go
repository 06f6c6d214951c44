package editor

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"holdfast/app/form"
	"holdfast/assessment"
	"holdfast/board"
	"holdfast/record"
	"holdfast/wording"
)

// Board is what the screens of this package ask of the board.
type Board interface {
	Now() (time.Time, error)
	Settings() (board.Settings, error)
	Assess() board.Assessments
}

// of names a version of an instrument in a route.
func of(in assessment.Instrument) string { return in.ID + "/" + in.Version }

// load is the instrument of a route: its name, a stroke, its version. What
// comes after a further stroke is rest.
func load(b Board, at string) (in assessment.Instrument, rest string, err error) {
	id, rest, _ := strings.Cut(at, "/")
	version, rest, _ := strings.Cut(rest, "/")
	in, err = b.Assess().Instrument(id, version)
	return in, rest, err
}

// today is the board's day.
func today(b Board) (record.Date, error) {
	now, err := b.Now()
	return record.DateOf(now), err
}

// languageName is a language as it calls itself.
func languageName(l wording.Language) string {
	if l == wording.InSpanish {
		return "Español"
	}
	return "English"
}

// inEach asks for one text in each language of an instrument.
func inEach(book *wording.Book, in assessment.Instrument, input form.Input) []form.Input {
	var all []form.Input
	for i, l := range in.Languages {
		one := input
		one.Name = input.Name + ":" + string(l)
		if i < len(in.Languages)-1 { // said once, below the last
			one.Help = ""
		}
		if len(in.Languages) > 1 {
			one.Label = book.Say("{what} ({language})", "what", input.Label, "language", languageName(l))
		}
		all = append(all, one)
	}
	return all
}

// words are what was typed in each language; nothing in any is nil.
func words(in assessment.Instrument, v form.Values, name string) assessment.Words {
	w := assessment.Words{}
	for _, l := range in.Languages {
		if text := v.Text(name + ":" + string(l)); text != "" {
			w[l] = text
		}
	}
	if len(w) == 0 {
		return nil
	}
	return w
}

// whole refuses a text that is there in one language and not in another.
func whole(in assessment.Instrument, v form.Values, needed bool, names ...string) error {
	for _, name := range names {
		w := words(in, v, name)
		for _, l := range in.Languages {
			switch {
			case w[l] != "":
			case needed && len(in.Languages) == 1:
				return wording.Refuse(name+":"+string(l), "Write this; it can’t stay empty.")
			case needed:
				return wording.Refuse(name+":"+string(l), "Write it in every language of these questions.")
			case len(w) > 0:
				return wording.Refuse(name+":"+string(l), "Write it in every language of these questions, or in none.")
			}
		}
	}
	return nil
}

// fill puts words into the fields of each language.
func fill(v form.Values, in assessment.Instrument, name string, w assessment.Words) {
	for _, l := range in.Languages {
		v[name+":"+string(l)] = w[l]
	}
}

var notPlain = regexp.MustCompile(`[^a-z0-9]+`)

// name makes a plain name of a text that is not among those taken.
func name(text string, taken []string) string {
	plain := strings.NewReplacer("á", "a", "é", "e", "í", "i", "ó", "o", "ú", "u", "ü", "u", "ñ", "n").Replace(strings.ToLower(text))
	plain = strings.Trim(notPlain.ReplaceAllString(plain, "-"), "-")
	if len(plain) > 32 {
		plain = strings.Trim(plain[:32], "-")
	}
	if plain == "" {
		plain = "q"
	}
	free := plain
	for n := 2; slices.Contains(taken, free); n++ {
		free = plain + "-" + strconv.Itoa(n)
	}
	return free
}

// itemNames are the names of all items.
func itemNames(items []assessment.Item) []string {
	var all []string
	for _, i := range items {
		all = append(append(all, i.ID), itemNames(i.Items)...)
	}
	return all
}

// parts are the groups of an instrument, from outside in.
func parts(items []assessment.Item) []assessment.Item {
	var all []assessment.Item
	for _, i := range items {
		if i.Type == assessment.Group {
			all = append(append(all, i), parts(i.Items)...)
		}
	}
	return all
}

// partOf is the group that an item lies in, "" for none.
func partOf(in assessment.Instrument, id string) string {
	for _, g := range parts(in.Items) {
		if slices.ContainsFunc(g.Items, func(i assessment.Item) bool { return i.ID == id }) {
			return g.ID
		}
	}
	return ""
}

// itemOf is the item of a name, at any depth.
func itemOf(items []assessment.Item, id string) (assessment.Item, bool) {
	for _, i := range items {
		if i.ID == id {
			return i, true
		}
		if found, ok := itemOf(i.Items, id); ok {
			return found, true
		}
	}
	return assessment.Item{}, false
}
