package assessment

import (
	"slices"
	"strings"

	"holdfast/wording"
)

// Form is an XLSForm (https://xlsform.org) as its three sheets, each a header
// and rows of texts. doc/instruments.md names the subset that is read and
// written.
type Form struct{ Survey, Choices, Settings [][]string }

// formSheets are the names of the sheets.
func formSheets() []string { return []string{"survey", "choices", "settings"} }

func (f *Form) sheet(name string) *[][]string {
	switch name {
	case "survey":
		return &f.Survey
	case "choices":
		return &f.Choices
	default:
		return &f.Settings
	}
}

// Sheets are the three by their names, in their order.
func (f Form) Sheets() (names []string, rows [][][]string) {
	for _, name := range formSheets() {
		names, rows = append(names, name), append(rows, *f.sheet(name))
	}
	return names, rows
}

// FormOf makes a form of sheets by their names; other sheets are left out.
func FormOf(sheets map[string][][]string) Form {
	var f Form
	for name, rows := range sheets {
		if name = strings.ToLower(strings.TrimSpace(name)); slices.Contains(formSheets(), name) {
			*f.sheet(name) = rows
		}
	}
	return f
}

// FormInOne makes a form of one sheet, as a CSV file holds it: a row with the
// name of a sheet in its first cell, then its rows with an empty first cell.
func FormInOne(rows [][]string) Form {
	var f Form
	var into *[][]string
	for _, row := range rows {
		if len(row) == 0 {
			continue
		}
		if name := strings.ToLower(strings.TrimSpace(row[0])); slices.Contains(formSheets(), name) {
			into = f.sheet(name)
		}
		if into != nil && slices.ContainsFunc(row[1:], func(cell string) bool { return strings.TrimSpace(cell) != "" }) {
			*into = append(*into, row[1:])
		}
	}
	return f
}

// InOne is the form as one sheet, as FormInOne reads it.
func (f Form) InOne() [][]string {
	var all [][]string
	names, sheets := f.Sheets()
	for i, name := range names {
		all = append(all, []string{name})
		for _, row := range sheets[i] {
			all = append(all, append([]string{""}, row...))
		}
	}
	return all
}

// formRow is a row of a sheet by its columns.
type formRow struct {
	p     *problems
	place string // "survey 7"
	cells map[string]string
}

// formRows are the rows of a sheet that hold anything. Cells are taken out of
// them one by one; what is left over is not known.
func formRows(p *problems, sheet string, rows [][]string) []formRow {
	if len(rows) == 0 {
		return nil
	}
	var all []formRow
	for n, row := range rows[1:] {
		r := formRow{p: p, place: sheet + " " + itoa(n+2), cells: map[string]string{}}
		for i, cell := range row {
			if cell = strings.TrimSpace(cell); cell != "" && i < len(rows[0]) {
				r.cells[column(rows[0][i])] = cell
			}
		}
		if len(r.cells) > 0 {
			all = append(all, r)
		}
	}
	return all
}

// column is the name of a column as it is compared; what names a language is
// brought to its code: "label::English (en)" is "label::en".
func column(name string) string {
	name = strings.ToLower(strings.TrimSpace(name))
	base, language, ok := strings.Cut(name, "::")
	if !ok {
		return name
	}
	return strings.TrimSpace(base) + "::" + languageCode(language)
}

// languageCode is the code in "English (en)", or what stands there.
func languageCode(text string) string {
	text = strings.ToLower(strings.TrimSpace(text))
	if open := strings.LastIndex(text, "("); open >= 0 && strings.HasSuffix(text, ")") {
		return strings.TrimSpace(text[open+1 : len(text)-1])
	}
	return text
}

func (r formRow) take(name string) string {
	cell := r.cells[name]
	delete(r.cells, name)
	return cell
}

// words are the cells of a column in all languages; the plain column is in the
// main one.
func (r formRow) words(name string, main wording.Language) Words {
	w := Words{}
	if text := r.take(name); text != "" {
		w[main] = text
	}
	for _, cell := range keysWith(r.cells, name+"::") {
		w[wording.Language(strings.TrimPrefix(cell, name+"::"))] = r.take(cell)
	}
	if len(w) == 0 {
		return nil
	}
	return w
}

func (r formRow) done() {
	for _, name := range keysWith(r.cells, "") {
		r.p.add(wording.Refuse(r.place, "{place}: the column “{field}” is beyond what Holdfast reads of an XLSForm.", "place", r.place, "field", shortened(name)))
	}
}
