package member

import (
	"slices"
	"strings"

	"holdfast/find"
	"holdfast/record"
	"holdfast/wording"
)

// Get is the field's value in m as plain text, the way Set reads it: a code
// or text as it is stored, a list with "; " between its entries, a date as
// 2026-11-22, "yes" or "no". It is empty where nothing is known.
func (f Field) Get(m Member) string {
	switch {
	case f.Custom != "":
		return m.Custom[f.Custom]
	case f.Counted:
		return f.counted(m)
	case f.Kind == KindList:
		return strings.Join(*m.list(f.Name), "; ")
	case f.Kind == KindDate:
		return m.date(f.Name).String()
	case f.Kind == KindYesNo:
		return string(*m.answer(f.Name))
	default:
		return *m.text(f.Name)
	}
}

// Show is the field's value in words; the zero Text where nothing is known.
func (f Field) Show(m Member) wording.Text {
	text := f.Get(m)
	if text == "" {
		return wording.Text{}
	}
	switch f.Kind {
	case KindList:
		list := make(wording.List, 0, 4)
		for _, entry := range entries(text) {
			list = append(list, Label(f.Choices, entry))
		}
		return wording.T("{list}", "list", list)
	case KindDate:
		if day, err := record.ParseDate(text); err == nil {
			return wording.T("{day}", "day", day)
		}
		return asWritten(text)
	case KindYesNo:
		return Answer(text).Label()
	default:
		return Label(f.Choices, text)
	}
}

// Set reads the field's value from what somebody typed or a spreadsheet says
// and puts it into m. Codes, labels and other usual words count in English
// and Spanish; what fits none is kept as free text where the field allows it.
// Empty text clears the field, but leaves a Counted one as it is. The counted
// fields describe the present: "stage" begins the timeline, on the day that
// "stage_on" says or on none, or is one more step of today; "role" adds roles
// that are not held yet, the term days belong to the last term. A text that does not fit the field is a
// wording.Problem, and m stays as it was.
func (f Field) Set(m *Member, text string, today record.Date) error {
	value, err := f.read(text)
	if err != nil {
		return err
	}
	changed := *m
	switch {
	case f.Custom != "":
		changed.setCustom(f.Custom, value)
	case f.Counted:
		if err := f.count(&changed, value, today); err != nil {
			return err
		}
	case f.Kind == KindList:
		*changed.list(f.Name) = entries(value)
	case f.Kind == KindDate:
		*changed.date(f.Name), _ = record.ParseDate(value)
	case f.Kind == KindYesNo:
		*changed.answer(f.Name) = Answer(value)
	default:
		*changed.text(f.Name) = value
	}
	*m = changed
	return nil
}

// read is what a text means for the field, in the form that Get gives.
func (f Field) read(text string) (string, error) {
	var all problems
	text = prose(text)
	switch f.Kind {
	case KindLine:
		text, _ = Recognise(f.Choices, text)
		all.line(f.Name, text)
		all.When(f.Required && text == "", wording.Refuse(f.Name, "Write the name that the person has chosen."))
	case KindText:
		all.Prose(f.Name, text, longestText)
	case KindList:
		text = f.readList(&all, text)
	case KindChoice:
		known := text == ""
		if !known {
			text, known = Recognise(f.Choices, text)
		}
		all.When(!known, wording.Refuse(f.Name, "Choose one of the answers on the list."))
	case KindDate:
		_, err := record.ParseDate(text)
		all.When(err != nil, wording.Refuse(f.Name, "Write the date like {example}.", "example", "2026-11-22"))
	case KindYesNo:
		var known bool
		text, known = yesOrNo(text)
		all.When(!known, wording.Refuse(f.Name, "Choose yes or no, or leave it open."))
	}
	return text, all.Err()
}

// readList recognises each entry of a list and leaves repetitions out.
func (f Field) readList(all *problems, text string) string {
	var list []string
	for _, entry := range entries(text) {
		entry, _ = Recognise(f.Choices, entry)
		if !slices.Contains(list, entry) {
			all.line(f.Name, entry)
			list = append(list, entry)
		}
	}
	all.few(f.Name, len(list))
	return strings.Join(list, "; ")
}

// entries takes a list apart: at semicolons and line breaks where there are
// any, otherwise at commas.
func entries(text string) []string {
	between := ","
	if strings.ContainsAny(text, ";\n") {
		between = ";\n"
	}
	var list []string
	for _, entry := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(between, r) }) {
		if entry = line(entry); entry != "" {
			list = append(list, entry)
		}
	}
	return list
}

// yesOrNo reads an answer as spreadsheets write it.
func yesOrNo(text string) (string, bool) {
	switch find.Fold(line(text)) {
	case "":
		return "", true
	case "yes", "y", "true", "1", "x", "✓", "✔", "si", "s", "verdadero":
		return string(Yes), true
	case "no", "n", "false", "0", "falso":
		return string(No), true
	default:
		return text, false
	}
}

// Label is the answer in words; the zero Text where nobody has said.
func (a Answer) Label() wording.Text {
	switch a {
	case Yes:
		return wording.T("Yes")
	case No:
		return wording.T("No")
	default:
		return wording.Text{}
	}
}
