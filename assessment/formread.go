package assessment

import (
	"cmp"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"holdfast/wording"
)

// ReadForm makes a draft of an XLSForm. It fails with wording.Problems that
// name the row or the question: for columns, types and functions outside the
// subset, and as Validate does.
func ReadForm(f Form) (Instrument, error) {
	r := formReader{lists: map[string][]Choice{}}
	r.settings(f.Settings)
	if len(f.Survey) > MaxItems*2+2 {
		return r.in, wording.Refuse("survey", "This has {n} items; {most} are the most.", "n", len(f.Survey)-1, "most", MaxItems)
	}
	r.choices(f.Choices)
	r.survey(f.Survey)
	if err := r.err(); err != nil {
		return r.in, err
	}
	r.languages()
	return r.in, r.in.Validate()
}

type formReader struct {
	problems
	in    Instrument
	lists map[string][]Choice
	open  []Item // groups begun and not ended
}

func (r *formReader) settings(rows [][]string) {
	r.in = Instrument{ID: "form", Version: "1", Kind: SelfAssessment, Status: Draft, Languages: []wording.Language{wording.InEnglish}}
	for n, row := range formRows(&r.problems, "settings", rows) {
		r.when(n > 0, wording.Refuse(row.place, "{place}: only one row of settings is read.", "place", row.place))
		if l := languageCode(row.take("default_language")); l != "" && l != "default" {
			r.in.Languages[0] = wording.Language(l)
		}
		if id := formID(row.take("form_id")); id != "" {
			r.in.ID = strings.ReplaceAll(id, ".", "-")
		}
		if v := row.take("version"); v != "" {
			r.in.Version = v
		}
		if kind := row.take("kind"); kind != "" {
			r.in.Kind = Kind(kind)
		}
		r.in.Title = row.words("form_title", r.in.main())
		r.in.ContentNote = row.words("content_note", r.in.main())
		row.done()
	}
	if len(r.in.Title) == 0 {
		r.in.Title = Words{r.in.main(): r.in.ID}
	}
}

func (r *formReader) choices(rows [][]string) {
	for _, row := range formRows(&r.problems, "choices", rows) {
		list := formID(cmp.Or(row.take("list_name"), row.take("list name")))
		c := Choice{Code: formID(cmp.Or(row.take("name"), row.take("value"))), Text: row.words("label", r.in.main())}
		if score := row.take("score"); score != "" {
			f, err := strconv.ParseFloat(score, 64)
			r.when(err != nil, wording.Refuse(row.place, "{place}: “{field}” is not written as Holdfast reads it.", "place", row.place, "field", "score"))
			c.Score, c.Scored = f, err == nil
		}
		row.done()
		if r.lists[list] == nil {
			r.in.Scales = append(r.in.Scales, Scale{ID: list})
		}
		r.lists[list] = append(r.lists[list], c)
	}
	for i, s := range r.in.Scales {
		r.in.Scales[i].Choices = r.lists[s.ID]
	}
}

func (r *formReader) survey(rows [][]string) {
	r.open = []Item{{}}
	for _, row := range formRows(&r.problems, "survey", rows) {
		kind := strings.Join(strings.Fields(strings.ReplaceAll(row.take("type"), "_group", " group")), " ")
		if kind == "end group" {
			r.endGroup(row)
			continue
		}
		item := r.item(row, kind)
		if item.Type == Group {
			r.open = append(r.open, item)
		} else {
			r.put(item)
		}
	}
	for len(r.open) > 1 {
		r.add(wording.Refuse(r.open[len(r.open)-1].ID, "{place}: this group is not ended.", "place", r.open[len(r.open)-1].ID))
		r.open = r.open[:len(r.open)-1]
	}
	r.in.Items = r.open[0].Items
	r.in.Scales = slices.DeleteFunc(r.in.Scales, func(s Scale) bool { return s.ID == yesNoList })
}

func (r *formReader) put(item Item) {
	in := &r.open[len(r.open)-1]
	in.Items = append(in.Items, item)
}

func (r *formReader) endGroup(row formRow) {
	row.take("name")
	row.done()
	if len(r.open) == 1 {
		r.add(wording.Refuse(row.place, "{place}: no group was begun.", "place", row.place))
		return
	}
	last := r.open[len(r.open)-1]
	r.open = r.open[:len(r.open)-1]
	r.put(last)
}

// yesNoList is the list that stands for a question of yes and no.
const yesNoList = "yesno"

func (r *formReader) item(row formRow, kind string) Item {
	main := r.in.main()
	item := Item{ID: formID(row.take("name")), Text: row.words("label", main), Help: row.words("hint", main),
		Principle: Principle(row.take("principle")), Domain: Domain(row.take("domain"))}
	for lens := range strings.FieldsSeq(row.take("lens")) {
		item.Lenses = append(item.Lenses, Lens(lens))
	}
	at := cmp.Or(shortened(item.ID), row.place)
	name, list, _ := strings.Cut(kind, " ")
	list = formID(list)
	plain := map[string]Type{"begin group": Group, "note": Display, "integer": Number, "date": Day, "text": Prose}
	switch {
	case plain[kind] != "":
		item.Type = plain[kind]
	case name == "select_one" && list == yesNoList && slices.Equal(codes(r.lists[list]), []string{"true", "false"}):
		item.Type = YesNo
	case name == "select_one" || name == "select_multiple":
		item.Type, item.Scale, item.Repeats = Choose, list, name == "select_multiple"
	default:
		r.add(wording.Refuse(at, "{place}: questions of the type “{type}” are beyond what Holdfast reads of an XLSForm.", "place", at, "type", shortened(kind)))
	}
	switch required := strings.ToLower(row.take("required")); required {
	case "", "no", "false", "false()":
	case "yes", "true", "true()":
		item.Required = item.Type.Asks()
	default:
		r.add(wording.Refuse(at, "{place}: “{field}” is not written as Holdfast reads it.", "place", at, "field", "required"))
	}
	if when := row.take("relevant"); when != "" {
		var err error
		item.When, item.AnyOf, err = relevant(when, at)
		r.add(err)
	}
	row.place = at
	row.done()
	return item
}

// languages lists the languages in which anything is written; that everything
// is, Validate looks.
func (r *formReader) languages() {
	note := func(w Words) {
		for _, l := range slices.Sorted(maps.Keys(w)) {
			if !slices.Contains(r.in.Languages, l) {
				r.in.Languages = append(r.in.Languages, l)
			}
		}
	}
	eachItem(r.in.Items, func(i *Item) { note(i.Text) })
	// A title without translations is better than none.
	for _, w := range []Words{r.in.Title, r.in.ContentNote} {
		for _, l := range r.in.Languages {
			if len(w) > 0 && w[l] == "" {
				w[l] = w.In(r.in.main())
			}
		}
	}
}

var notPlain = regexp.MustCompile(`[^a-z0-9.-]+`)

// formID is a name of a form as ours are written.
func formID(name string) string {
	return strings.Trim(notPlain.ReplaceAllString(strings.ToLower(name), "-"), "-.")
}

func itoa(n int) string { return strconv.Itoa(n) }

func keysWith(cells map[string]string, prefix string) []string {
	return slices.DeleteFunc(slices.Sorted(maps.Keys(cells)), func(name string) bool { return !strings.HasPrefix(name, prefix) })
}
