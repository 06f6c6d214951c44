package editor

import (
	"slices"
	"strings"

	"holdfast/app/form"
	"holdfast/assessment"
	"holdfast/board"
	"holdfast/paper"
	"holdfast/wording"
)

// Page is one instrument without its looks.
type Page struct {
	board Board
	book  *wording.Book
	at    string
	in    assessment.Instrument
	// In is the language that the questions are shown in.
	In wording.Language
	// Tried are the answers of somebody who tries it.
	Tried assessment.Answers
}

// NewPage makes the page of an instrument.
func NewPage(b Board, book *wording.Book, at string) *Page {
	return &Page{board: b, book: book, at: at, In: book.Language(), Tried: assessment.Answers{}}
}

// PageState is what the page shows.
type PageState struct {
	Trouble string
	// Title and Note stand above; Draft says that it may still change, Shipped
	// that it comes with the program.
	Title, Note    string
	Draft, Shipped bool
	// Languages are those that it can be looked at in.
	Languages []form.Choice
	// About are the facts of its head.
	About []Fact
	Parts []Part
	// Scales are the choices that several questions share.
	Scales []ScaleRow
	// More is a language that it is not there in, "" for none.
	More wording.Language
}

// Fact is something known, under a name.
type Fact struct{ Label, Text string }

// Part is a group of questions; the one without an ID is none.
type Part struct {
	ID, Title string
	Notes     []string
	Rows      []Line
}

// Line is a question, or a text to read.
type Line struct {
	ID, Text, Help, Note string
	// Answer says how it is answered, Tags what it is about, When what it
	// depends on.
	Answer, Tags string
	When         []string
	Asks         bool
}

// ScaleRow is a scale in words.
type ScaleRow struct{ ID, Choices string }

// State is the page as it is now.
func (p *Page) State() PageState {
	in, _, err := load(p.board, p.at)
	if err != nil {
		return PageState{Trouble: board.ExplainIn(p.book, err)}
	}
	p.in = in
	if !slices.Contains(in.Languages, p.In) {
		p.In = in.Languages[0]
	}
	s := PageState{Title: in.Title.In(p.In), Draft: in.Status == assessment.Draft, About: p.about()}
	all, err := p.board.Assess().Instruments(p.book.Language())
	if err != nil {
		return PageState{Trouble: board.ExplainIn(p.book, err)}
	}
	s.Shipped = slices.ContainsFunc(all, func(l board.Listed) bool { return l.Shipped && l.Instrument.ID == in.ID })
	status := p.book.Say("released on {date}", "date", in.Released)
	if s.Draft {
		status = p.book.Say("a draft, nobody is asked yet")
	}
	s.Note = strings.Join(append([]string{p.book.Render(in.Kind.Name())}, append(aboutLine(p.book, in), status)...), " · ")
	for _, l := range in.Languages {
		s.Languages = append(s.Languages, form.Choice{ID: string(l), Label: languageName(l)})
	}
	for _, l := range []wording.Language{wording.InEnglish, wording.InSpanish} {
		if s.Draft && !slices.Contains(in.Languages, l) {
			s.More = l
		}
	}
	for _, q := range in.Questions() {
		if len(s.Parts) == 0 || s.Parts[len(s.Parts)-1].ID != q.Section.ID {
			s.Parts = append(s.Parts, Part{ID: q.Section.ID, Title: q.Section.Text.In(p.In)})
		}
		part := &s.Parts[len(s.Parts)-1]
		for _, note := range q.Notes {
			part.Notes = append(part.Notes, note.In(p.In))
		}
		part.Rows = append(part.Rows, p.line(q))
	}
	for _, scale := range in.Scales {
		s.Scales = append(s.Scales, ScaleRow{scale.ID, choicesLine(scale.Choices, p.In)})
	}
	return s
}

func (p *Page) about() []Fact {
	in := p.in
	var all []Fact
	add := func(label, text string) {
		if text != "" {
			all = append(all, Fact{label, text})
		}
	}
	add(p.book.Say("About"), in.About.In(p.In))
	add(p.book.Say("Content note"), in.ContentNote.In(p.In))
	for _, s := range in.Sources {
		text := strings.TrimSpace(s.Named(p.book) + " " + s.Address)
		if !s.Checked.IsZero() {
			text = p.book.Say("{source}, looked at on {date}", "source", text, "date", s.Checked)
		}
		add(p.book.Say("Source"), text)
	}
	add(p.book.Say("Whose words"), strings.Trim(in.Publisher+" · "+in.Copyright.In(p.In), " ·"))
	if !in.Reviewed.IsZero() {
		add(p.book.Say("Last gone through"), p.book.Date(in.Reviewed))
	}
	if !in.ReviewBy.IsZero() {
		add(p.book.Say("To be gone through by"), p.book.Date(in.ReviewBy))
	}
	return all
}

func (p *Page) line(q assessment.Question) Line {
	l := Line{ID: q.ID, Text: q.Text.In(p.In), Help: q.Help.In(p.In), Note: q.ContentNote.In(p.In), Asks: q.Type.Asks(), When: p.in.AppliesIf(q.ID, p.book)}
	if l.Answer = typeName(p.book, q.Item); q.Type == assessment.Choose {
		l.Answer = choicesLine(p.in.ChoicesOf(q.Item), p.In)
	}
	var tags []string
	if q.Principle != "" {
		tags = append(tags, p.book.Render(q.Principle.Name()))
	}
	if q.Domain != "" {
		tags = append(tags, p.book.Render(q.Domain.Name()))
	}
	if q.Rests != nil {
		tags = append(tags, q.Rests.On(p.book, " "))
	}
	l.Tags = strings.Join(slices.DeleteFunc(tags, func(t string) bool { return t == "" }), " · ")
	return l
}

// choicesLine are choices on a line, with their scores.
func choicesLine(choices []assessment.Choice, l wording.Language) string {
	var all []string
	for _, c := range choices {
		all = append(all, c.Text.In(l)+scoreOf(c))
	}
	return strings.Join(all, " · ")
}

// change keeps a draft after a change; wrong says why it was not made.
func (p *Page) change(do func(assessment.Instrument) (assessment.Instrument, error)) (wrong string) {
	in, err := do(p.in)
	if err == nil {
		err = p.board.Assess().SaveInstrument(in)
	}
	if err != nil {
		return strings.Join((&Library{p.board, p.book}).refused(err), " ")
	}
	return ""
}

// Move puts a question or a part one place up or down.
func (p *Page) Move(id string, by int) (wrong string) {
	return p.change(func(in assessment.Instrument) (assessment.Instrument, error) { return in.Move(id, by) })
}

// Take takes a question out, and its part where nothing is left in it.
func (p *Page) Take(id string) (wrong string) {
	return p.change(func(in assessment.Instrument) (assessment.Instrument, error) { return in.Remove(id) })
}

// Release makes a draft final.
func (p *Page) Release() (wrong string) {
	return p.change(func(in assessment.Instrument) (assessment.Instrument, error) {
		on, err := today(p.board)
		if err != nil {
			return in, err
		}
		return in.Release(on)
	})
}

// Copy makes a draft of the board's own; at is its place.
func (p *Page) Copy() (at, wrong string) {
	ids, err := taken(p.board)
	if err != nil {
		return "", board.ExplainIn(p.book, err)
	}
	in := p.in.Adapt(name("our-"+p.in.ID, ids))
	title := assessment.Words{}
	for l, text := range in.Title {
		title[l] = map[wording.Language]string{wording.InEnglish: text + " (our copy)", wording.InSpanish: text + " (nuestra copia)"}[l]
	}
	in.Title = title
	return of(in), p.change(func(assessment.Instrument) (assessment.Instrument, error) { return in, nil })
}

// Next makes a draft of the version after this one; at is its place.
func (p *Page) Next() (at, wrong string) {
	in := p.in.Next()
	if before, err := p.board.Assess().Instrument(in.ID, in.Version); err == nil {
		return of(before), "" // it was begun already
	}
	return of(in), p.change(func(assessment.Instrument) (assessment.Instrument, error) { return in, nil })
}

// Remove takes a draft away.
func (p *Page) Remove() (wrong string) {
	if err := p.board.Assess().RemoveDraft(p.in.ID, p.in.Version); err != nil {
		return board.ExplainIn(p.book, err)
	}
	return ""
}

// File is the instrument as a file.
func (p *Page) File(format board.FileFormat) ([]byte, error) {
	return board.InstrumentFile(p.in, format)
}

// Paper is the instrument to be answered by hand.
func (p *Page) Paper(book *wording.Book) (paper.Document, error) {
	settings, err := p.board.Settings()
	return board.AnswerPaper(p.in, p.in.Title.In(book.Language()), book, settings.Paper), err
}

// Asked are the questions that somebody is asked who answers as in Tried.
func (p *Page) Asked() []assessment.Question { return p.in.Asked(p.Tried) }

// Choices are the answers to choose from, in the language that is shown; none
// is for answers that are typed.
func (p *Page) Choices(q assessment.Question) []form.Choice {
	if q.Type == assessment.YesNo {
		return []form.Choice{{ID: "true", Label: p.book.Say("Yes")}, {ID: "false", Label: p.book.Say("No")}}
	}
	var all []form.Choice
	for _, c := range p.in.ChoicesOf(q.Item) {
		all = append(all, form.Choice{ID: c.Code, Label: c.Text.In(p.In)})
	}
	return all
}

// Try answers a question, and says whether others are asked now.
func (p *Page) Try(id string, values []string) (others bool) {
	before := len(p.Asked())
	p.Tried[id] = assessment.Answer{Values: values}
	return len(p.Asked()) != before
}
