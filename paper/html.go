package paper

import (
	"fmt"
	"html"
	"strings"

	"holdfast/wording"
)

// markup is a document's page of a browser while it is written.
type markup struct {
	strings.Builder
	book *wording.Book
}

// HTML is the document as one page of a browser that asks for nothing else:
// no script, no font, no picture from anywhere, and its own policy forbids
// any. It prints well, and a screen reader finds headings, lists and tables.
func (d Document) HTML(b *wording.Book) []byte {
	m := &markup{book: b}
	m.put(`<!doctype html>
<html lang="%s">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>%s</title>
<style>`, string(b.Language()), d.name(b))
	m.WriteString(d.style())
	m.WriteString("</style>\n</head>\n<body>\n<main>\n")
	if d.Title != "" {
		m.put("<h1>%s</h1>\n", d.Title)
	}
	for _, block := range d.Blocks {
		block.markup(m)
	}
	m.WriteString("</main>\n")
	if d.Foot != "" {
		m.put("<footer>%s</footer>\n", d.Foot)
	}
	m.WriteString("</body>\n</html>\n")
	return []byte(m.String())
}

func (d Document) style() string {
	size := "letter"
	if d.Size == A4 {
		size = "A4"
	}
	return `
@page { size: ` + size + `; margin: 20mm }
body { font: 16px/1.5 system-ui, "Noto Sans", sans-serif; color: #141414; background: #fff; margin: 0 }
main, footer { max-width: 46rem; margin: 2rem auto; padding: 0 1rem }
h1 { font-size: 1.75rem; line-height: 1.25 } h2 { font-size: 1.25rem; margin: 1.75rem 0 .4rem } h3 { font-size: 1rem; margin: 1.2rem 0 .3rem }
p, li, dd, dt, td, th { white-space: pre-line; overflow-wrap: anywhere }
p { margin: 0 0 .7rem } footer, .quiet, dt, th, .sign span { color: #555; font-size: .875rem }
.boxed { border: 2px solid #3c3c3c; padding: .6rem .8rem }
dl { display: grid; grid-template-columns: minmax(8rem, 30%) 1fr; gap: .25rem 1rem } dd { margin: 0 }
table { border-collapse: collapse; width: 100%; margin: .5rem 0 1rem }
td, th { text-align: left; vertical-align: top; padding: .25rem .8rem .25rem 0; border-bottom: 1px solid #969696 }
td.r, th.r { text-align: right; font-variant-numeric: tabular-nums } td:last-child, th:last-child { padding-right: 0 } tfoot td { font-weight: bold }
.boxes { list-style: none; padding: 0 } .beside li { display: inline-block; margin-right: 1.5rem }
.box { display: inline-block; width: .85em; height: .85em; border: 1.5px solid #3c3c3c; margin-right: .5em; line-height: .8em; font-weight: bold }
.sign { display: grid; grid-template-columns: 1fr 1fr; gap: 3rem 2rem; margin: 3.2rem 0 1rem } .sign span { border-top: 1px solid #3c3c3c }
.line { border-bottom: 1px solid #969696; height: 2.1rem } svg { max-width: 100%; height: auto; display: block; margin: .5rem 0 }
@media print { body { font-size: 10.5pt } main, footer { max-width: none; margin: 0; padding: 0 } .break { break-after: page } .together, tr, .boxes li { break-inside: avoid } h2, h3 { break-after: avoid } thead { display: table-header-group } }
`
}

// put writes a form with texts, each made safe for its place.
func (m *markup) put(form string, texts ...string) {
	safe := make([]any, len(texts))
	for i, text := range texts {
		safe[i] = html.EscapeString(text)
	}
	fmt.Fprintf(m, form, safe...)
}

func (h Heading) markup(m *markup) {
	if h.Sub {
		m.put("<h3>%s</h3>\n", h.Text)
		return
	}
	m.put("<h2>%s</h2>\n", h.Text)
}

func (t Paragraph) markup(m *markup) {
	if t.Look == Plain {
		m.put("<p>%s</p>\n", t.Text)
		return
	}
	m.put("<p class=\"%s\">%s</p>\n", string(t.Look), t.Text)
}

func (l List) markup(m *markup) {
	m.WriteString("<ul>\n")
	for _, text := range l {
		m.put("<li>%s</li>\n", text)
	}
	m.WriteString("</ul>\n")
}

func (f Facts) markup(m *markup) {
	m.WriteString("<dl>\n")
	for _, fact := range f {
		m.put("<dt>%s</dt><dd>%s</dd>\n", fact.Label, fact.Text)
	}
	m.WriteString("</dl>\n")
}

func (t Table) markup(m *markup) {
	cells := func(before, after, tag, scope string, row []string) {
		m.WriteString(before)
		for i := range t.Columns {
			text, class := "", ""
			if i < len(row) {
				text = row[i]
			}
			if t.Columns[i].Right {
				class = ` class="r"`
			}
			m.WriteString("<" + tag + scope + class + ">")
			m.put("%s", text)
			m.WriteString("</" + tag + ">")
		}
		m.WriteString(after + "\n")
	}
	m.WriteString("<table>\n")
	cells("<thead><tr>", "</tr></thead>\n<tbody>", "th", ` scope="col"`, t.heads())
	for _, row := range t.Rows {
		cells("<tr>", "</tr>", "td", "", row)
	}
	m.WriteString("</tbody>\n")
	if len(t.Total) > 0 {
		cells("<tfoot><tr>", "</tr></tfoot>", "td", "", t.Total)
	}
	m.WriteString("</table>\n")
}

func (b Boxes) markup(m *markup) {
	class := "boxes"
	if b.Beside {
		class += " beside"
	}
	m.put("<ul class=\"%s\">\n", class)
	for _, item := range b.Items {
		sign, said := "", m.book.Say("not ticked")
		if item.Ticked {
			sign, said = "✓", m.book.Say("ticked")
		}
		m.put("<li><span class=\"box\" role=\"img\" aria-label=\"%s\">%s</span>%s</li>\n", said, sign, item.Text)
	}
	m.WriteString("</ul>\n")
}

func (s Signatures) markup(m *markup) {
	m.WriteString("<div class=\"sign\">")
	for _, label := range s {
		m.put("<span>%s</span>", label)
	}
	m.WriteString("</div>\n")
}

func (b Blank) markup(m *markup) {
	if b.Label != "" {
		m.put("<p>%s</p>\n", b.Label)
	}
	m.WriteString(strings.Repeat("<div class=\"line\"></div>\n", max(b.Lines, 1)))
}

func (Break) markup(m *markup) { m.WriteString("<div class=\"break\"></div>\n") }

func (t Together) markup(m *markup) {
	m.WriteString("<div class=\"together\">\n")
	for _, block := range t {
		block.markup(m)
	}
	m.WriteString("</div>\n")
}
