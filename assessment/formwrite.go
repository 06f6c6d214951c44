package assessment

import (
	"slices"
	"strconv"
	"strings"

	"holdfast/wording"
)

// Form is the instrument as an XLSForm, without what a form has no place for:
// sources, law and evidence, content notes of single questions.
func (in Instrument) Form() Form {
	w := formWriter{in: in}
	w.settings()
	w.choices = [][]string{append([]string{"list_name", "name", "score"}, w.heads("label")...)}
	for _, s := range in.Scales {
		w.list(s.ID, s.Choices)
	}
	w.survey = [][]string{slices.Concat([]string{"type", "name", "required", "relevant", "principle", "domain", "lens"}, w.heads("label"), w.heads("hint"))}
	w.items(in.Items)
	return Form{w.survey, w.choices, w.head}
}

type formWriter struct {
	in                    Instrument
	survey, choices, head [][]string
	yesNo                 bool
}

// heads are the columns of a text in every language.
func (w *formWriter) heads(name string) []string {
	var all []string
	for _, l := range w.in.Languages {
		all = append(all, name+"::"+languageName(l)+" ("+string(l)+")")
	}
	return all
}

// languageName is what a form calls a language.
func languageName(l wording.Language) string {
	return map[wording.Language]string{wording.InEnglish: "English", wording.InSpanish: "Español"}[l]
}

func (w *formWriter) cells(text Words) []string {
	var all []string
	for _, l := range w.in.Languages {
		all = append(all, text[l])
	}
	return all
}

func (w *formWriter) settings() {
	w.head = [][]string{
		slices.Concat([]string{"form_id", "version", "default_language", "kind"}, w.heads("form_title"), w.heads("content_note")),
		slices.Concat([]string{w.in.ID, w.in.Version, languageName(w.in.main()) + " (" + string(w.in.main()) + ")", string(w.in.Kind)},
			w.cells(w.in.Title), w.cells(w.in.ContentNote)),
	}
}

func (w *formWriter) list(name string, choices []Choice) {
	for _, c := range choices {
		score := ""
		if c.Scored {
			score = strconv.FormatFloat(c.Score, 'f', -1, 64)
		}
		w.choices = append(w.choices, append([]string{name, c.Code, score}, w.cells(c.Text)...))
	}
}

func (w *formWriter) items(items []Item) {
	for _, i := range items {
		var conditions []string
		for _, c := range i.When {
			asked, _ := w.in.Question(c.Question)
			conditions = append(conditions, c.written(asked.Repeats))
		}
		required := ""
		if i.Required {
			required = "yes"
		}
		var lenses []string
		for _, l := range i.Lenses {
			lenses = append(lenses, string(l))
		}
		w.survey = append(w.survey, slices.Concat([]string{w.kind(i), i.ID, required,
			strings.Join(conditions, map[bool]string{true: " or ", false: " and "}[i.AnyOf]),
			string(i.Principle), string(i.Domain), strings.Join(lenses, " ")}, w.cells(i.Text), w.cells(i.Help)))
		if i.Type == Group {
			w.items(i.Items)
			w.survey = append(w.survey, []string{"end_group", i.ID})
		}
	}
}

func (w *formWriter) kind(i Item) string {
	switch i.Type {
	case Group:
		return "begin_group"
	case Display:
		return "note"
	case Number:
		return "integer"
	case Day:
		return "date"
	case YesNo:
		w.yesAndNo()
		return "select_one " + yesNoList
	case Choose:
		list := i.Scale
		if list == "" {
			list = i.ID + "-choices"
			w.list(list, i.Choices)
		}
		if i.Repeats {
			return "select_multiple " + list
		}
		return "select_one " + list
	default:
		return "text"
	}
}

func (w *formWriter) yesAndNo() {
	if w.yesNo {
		return
	}
	w.yesNo = true
	w.list(yesNoList, []Choice{
		{Code: "true", Text: Words{wording.InEnglish: "Yes", wording.InSpanish: "Sí"}},
		{Code: "false", Text: Words{wording.InEnglish: "No", wording.InSpanish: "No"}},
	})
}
