package assessment

import (
	"encoding/json"

	"holdfast/wording"
)

// Write is the instrument as ReadInstrument reads it: the same instrument
// gives the same bytes.
func (in Instrument) Write() ([]byte, error) { return indented(in.fields()) }

// writer writes items, knowing of what type the questions are that
// conditions look at.
type writer struct {
	main  wording.Language
	types map[string]Type
}

func (in Instrument) fields() fields {
	w := writer{in.main(), map[string]Type{}}
	for _, q := range in.Questions() {
		w.types[q.ID] = q.Type
	}
	var f fields
	f.add("resourceType", "Questionnaire")
	f.add("id", in.ID)
	f.add("url", urnInstrument+in.ID)
	f.add("version", in.Version)
	f.add("status", string(in.Status))
	f.add("language", string(w.main))
	f.words("title", in.Title, w.main)
	f.words("description", in.About, w.main)
	f.add("date", in.Released.String())
	f.add("lastReviewDate", in.Reviewed.String())
	f.add("publisher", in.Publisher)
	f.words("copyright", in.Copyright, w.main)
	e := extensions{main: w.main}
	e.value("kind", "Code", string(in.Kind))
	for _, l := range in.Languages {
		e.value("language", "Code", string(l))
	}
	e.value("review-by", "Date", in.ReviewBy.String())
	e.value("ladder", "Boolean", in.Ladder)
	e.text("content-note", in.ContentNote)
	e.sources(in.Sources)
	f.add("extension", e.all)
	var scales []fields
	for _, s := range in.Scales {
		scales = append(scales, s.fields(w.main))
	}
	f.add("contained", scales)
	f.add("item", w.items(in.Items))
	return f
}

// main is the language in which a file is written.
func (in Instrument) main() wording.Language {
	if len(in.Languages) == 0 {
		return wording.InEnglish
	}
	return in.Languages[0]
}

func (w writer) items(items []Item) []fields {
	var all []fields
	for _, i := range items {
		var f fields
		f.add("linkId", i.ID)
		f.add("type", string(i.Type))
		f.words("text", i.Text, w.main)
		f.add("extension", w.extensions(i))
		f.add("enableWhen", w.conditions(i.When))
		if len(i.When) > 1 {
			f.add("enableBehavior", map[bool]string{true: "any", false: "all"}[i.AnyOf])
		}
		f.add("required", i.Required)
		f.add("repeats", i.Repeats)
		if i.Scale != "" {
			f.add("answerValueSet", "#"+i.Scale)
		}
		f.add("answerOption", w.options(i.Choices))
		f.add("item", w.items(i.Items))
		all = append(all, f)
	}
	return all
}

func (w writer) extensions(i Item) []fields {
	e := extensions{main: w.main}
	e.value("principle", "Code", string(i.Principle))
	e.value("domain", "Code", string(i.Domain))
	for _, l := range i.Lenses {
		e.value("lens", "Code", string(l))
	}
	e.text("help", i.Help)
	e.text("content-note", i.ContentNote)
	if r := i.Rests; r != nil {
		e.value("law", "String", r.Law)
		e.value("citation", "String", r.Citation)
		e.text("evidence", r.Evidence)
		e.text("owner", r.Owner)
		if r.ReviewMonths != 0 {
			e.value("review-months", "Integer", r.ReviewMonths)
		}
		e.value("last-checked", "Date", r.Checked.String())
		e.sources(r.Sources)
	}
	return e.all
}

func (w writer) options(choices []Choice) []fields {
	var all []fields
	for _, c := range choices {
		coding := fields{{"code", c.Code}}
		coding.words("display", c.Text, w.main)
		option := fields{{"valueCoding", coding}}
		option.add("extension", c.weight())
		all = append(all, option)
	}
	return all
}

func (w writer) conditions(when []Condition) []fields {
	var all []fields
	for _, c := range when {
		f := fields{{"question", c.Question}, {"operator", string(c.Is)}}
		name, value := typedValue(w.types[c.Question], c.Value)
		if c.Is == Exists {
			name, value = typedValue(YesNo, c.Value)
		}
		all = append(all, append(f, field{"answer" + name, value}))
	}
	return all
}

// typedValue is an answer as FHIR writes it: the end of the field's name, and
// its value.
func typedValue(t Type, value string) (name string, written any) {
	switch t {
	case YesNo:
		return "Boolean", value == "true"
	case Number:
		return "Integer", json.Number(value)
	case Day:
		return "Date", value
	case Line, Prose:
		return "String", value
	default:
		return "Coding", fields{{"code", value}}
	}
}

func (s Scale) fields(main wording.Language) fields {
	var concepts []fields
	for _, c := range s.Choices {
		f := fields{{"code", c.Code}, {"display", c.Text[main]}}
		var others []fields
		for _, l := range otherLanguages(c.Text, main) {
			others = append(others, fields{{"language", string(l)}, {"value", c.Text[l]}})
		}
		f.add("designation", others)
		f.add("extension", c.weight())
		concepts = append(concepts, f)
	}
	return fields{{"resourceType", "ValueSet"}, {"id", s.ID}, {"status", "active"},
		{"compose", fields{{"include", []fields{{{"concept", concepts}}}}}}}
}

func (c Choice) weight() []fields {
	if !c.Scored {
		return nil
	}
	return []fields{{{"url", urlWeight}, {"valueDecimal", c.Score}}}
}
