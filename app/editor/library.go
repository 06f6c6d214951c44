package editor

import (
	"context"
	"errors"
	"os"
	"slices"
	"strings"

	"holdfast/app/form"
	"holdfast/assessment"
	"holdfast/board"
	"holdfast/wording"
)

// Library is all that can be asked, without its looks.
type Library struct {
	board Board
	book  *wording.Book
}

// NewLibrary makes the library.
func NewLibrary(b Board, book *wording.Book) *Library { return &Library{b, book} }

// Shelf is one kind of instruments.
type Shelf struct {
	Title string
	Rows  []Row
}

// Row is an instrument in words.
type Row struct {
	// At is its place in a route.
	At, Title string
	// About is how much is asked, in which languages, and what it rests on.
	About string
	// Word says whose it is; Draft that it is not released.
	Word  string
	Draft bool
	Asked string
}

// Shelves are all instruments by their kind.
func (l *Library) Shelves() (shelves []Shelf, trouble string) {
	all, err := l.board.Assess().Instruments(l.book.Language())
	if err != nil {
		return nil, board.ExplainIn(l.book, err)
	}
	for _, k := range assessment.Kinds() {
		s := Shelf{Title: l.book.Render(k.Plural())}
		for _, one := range all {
			if one.Instrument.Kind == k {
				s.Rows = append(s.Rows, l.row(one))
			}
		}
		if len(s.Rows) > 0 {
			shelves = append(shelves, s)
		}
	}
	return shelves, ""
}

func (l *Library) row(one board.Listed) Row {
	in := one.Instrument
	r := Row{At: of(in), Title: in.Title.In(l.book.Language()), Word: l.book.Say("Ours"), Draft: in.Status == assessment.Draft}
	if r.Draft {
		r.Word = l.book.Say("Draft")
	}
	if one.Shipped {
		r.Word = l.book.Say("Comes with Holdfast")
	}
	r.About = strings.Join(aboutLine(l.book, in), " · ")
	if one.Rounds > 0 {
		r.Asked = l.book.Count(one.Rounds, "asked in {n} round", "asked in {n} rounds")
	}
	return r
}

// aboutLine is how much is asked, which version, in which languages, and on
// how many sources it rests.
func aboutLine(book *wording.Book, in assessment.Instrument) []string {
	n := 0
	for _, q := range in.Questions() {
		if q.Type.Asks() {
			n++
		}
	}
	var languages wording.List
	for _, l := range in.Languages {
		languages = append(languages, languageName(l))
	}
	line := []string{book.Count(n, "{n} question", "{n} questions"), book.Say("version {n}", "n", in.Version), book.Say("{list}", "list", languages)}
	if len(in.Sources) > 0 {
		line = append(line, book.Count(len(in.Sources), "{n} source", "{n} sources"))
	}
	return line
}

// longest is the most bytes of a file that is brought in.
const longest = 16 << 20

// Read reads a file of the disk, whatever of our kinds it is. refused names
// each item that is wrong.
func (l *Library) Read(ctx context.Context, path string) (in assessment.Instrument, refused []string) {
	info, err := os.Stat(path)
	if err == nil && info.Size() > longest {
		err = wording.Refuse("file", "This file is larger than an instrument or a response ever is.")
	}
	var data []byte
	if err == nil {
		data, err = os.ReadFile(path)
	}
	if err == nil {
		in, err = board.ReadInstrumentFile(ctx, data)
	}
	return in, l.refused(err)
}

// refused are the reasons, one for each item.
func (l *Library) refused(err error) []string {
	if err == nil {
		return nil
	}
	var all []string
	for _, p := range wording.Problems(err) {
		all = append(all, l.book.Render(p.What))
	}
	if len(all) == 0 {
		all = append(all, board.ExplainIn(l.book, err))
	}
	return all
}

// Replaces says whether a draft of the same name would be lost.
func (l *Library) Replaces(in assessment.Instrument) bool {
	before, err := l.board.Assess().Instrument(in.ID, in.Version)
	return err == nil && before.Status == assessment.Draft
}

// Bring keeps what was read; at is its place in a route.
func (l *Library) Bring(in assessment.Instrument) (at string, refused []string) {
	return of(in), l.refused(l.board.Assess().SaveInstrument(in))
}

// taken are the names of all instruments.
func taken(b Board) ([]string, error) {
	all, err := b.Assess().Instruments(wording.InEnglish)
	var ids []string
	for _, l := range all {
		ids = append(ids, l.Instrument.ID)
	}
	return ids, err
}

// NewQuestions makes the form that begins a set of questions: its head and
// its first question. done is told the place of what was made.
func NewQuestions(b Board, book *wording.Book, draft []byte, done func(at string)) *form.Form {
	languages := func(v form.Values) assessment.Instrument {
		in := assessment.Instrument{}
		for _, l := range v.List("languages") {
			in.Languages = append(in.Languages, wording.Language(l))
		}
		return in
	}
	return form.New(book, &form.Simple{
		Title: book.Say("Questions of your own"), Note: book.Say("Begin with a name and one question; the rest is added after."),
		Start: func() (form.Values, error) {
			return form.Values{"kind": string(assessment.SelfAssessment), "languages": "en\nes", "answer": "steps"}, nil
		},
		Fields: func(v form.Values) []form.Group {
			in := languages(v)
			head := form.Group{Inputs: []form.Input{kindInput(book),
				{Kind: form.SomeOf, Name: "languages", Label: book.Say("Languages"), Turns: true, Help: book.Say("Every text is there in each of them."),
					Choices: []form.Choice{{ID: "en", Label: "English"}, {ID: "es", Label: "Español"}}}}}
			head.Inputs = append(head.Inputs, inEach(book, in, form.Input{Kind: form.Line, Name: "title", Label: book.Say("What it is called")})...)
			first := form.Group{Title: book.Say("The first question"), Inputs: inEach(book, in, form.Input{Kind: form.Lines, Name: "text", Label: book.Say("Question")})}
			if v["kind"] != string(assessment.Checklist) {
				first.Inputs = append(first.Inputs, form.Input{Kind: form.OneOf, Name: "answer", Label: book.Say("How it is answered"), Choices: []form.Choice{
					{ID: "steps", Label: book.Say("Five steps, from “Not yet” to “Always”")}, {ID: "yesno", Label: book.Say("Yes or no")}, {ID: "prose", Label: book.Say("In their own words")}}})
			}
			return []form.Group{head, first}
		},
		Keep: func(v form.Values) (string, error) {
			at, err := begin(b, languages(v), v)
			if err == nil {
				done(at)
			}
			return book.Say("The draft is kept. Nobody is asked before you release it."), err
		},
	}, draft)
}

func kindInput(book *wording.Book) form.Input {
	in := form.Input{Kind: form.OneOf, Name: "kind", Label: book.Say("What it is"), Turns: true}
	for _, k := range assessment.Kinds() {
		in.Choices = append(in.Choices, form.Choice{ID: string(k), Label: book.Render(k.Name())})
	}
	return in
}

// begin keeps a new draft with its first question.
func begin(b Board, in assessment.Instrument, v form.Values) (at string, err error) {
	if len(in.Languages) == 0 {
		return "", wording.Refuse("languages", "Choose at least one language.")
	}
	if err := errors.Join(whole(in, v, true, "title"), whole(in, v, true, "text")); err != nil {
		return "", err
	}
	ids, err := taken(b)
	if err != nil {
		return "", err
	}
	title := words(in, v, "title")
	in = assessment.Blank(name(title.In(in.Languages[0]), ids), title, in.Languages...)
	in.Kind = assessment.Kind(v["kind"])
	text := words(in, v, "text")
	item := assessment.Item{ID: name(text.In(in.Languages[0]), nil), Text: text}
	switch {
	case in.Kind == assessment.Checklist:
		item.Type, item.Scale = assessment.Choose, assessment.CheckScale
	case v["answer"] == "yesno":
		item.Type = assessment.YesNo
	case v["answer"] == "prose":
		item.Type = assessment.Prose
	default:
		item.Type, item.Scale = assessment.Choose, stepsScale
	}
	if in, err = withShippedScale(b, in, item.Scale); err != nil {
		return "", err
	}
	if in, err = in.Insert("", false, item); err != nil {
		return "", err
	}
	return of(in), b.Assess().SaveInstrument(in)
}

// stepsScale is the scale of our self-assessment.
const stepsScale = "how-often"

// withShippedScale is an instrument with a scale of ours in its languages,
// where it lacks it; "" is none.
func withShippedScale(b Board, in assessment.Instrument, id string) (assessment.Instrument, error) {
	if id == "" || slices.ContainsFunc(in.Scales, func(s assessment.Scale) bool { return s.ID == id }) {
		return in, nil
	}
	s, err := shippedScale(b, id)
	if err != nil {
		return in, err
	}
	for i, c := range s.Choices {
		s.Choices[i].Text = assessment.Words{}
		for _, l := range in.Languages {
			s.Choices[i].Text[l] = c.Text[l]
		}
	}
	return in.WithScale(s)
}

// shippedScale is a scale of ours, in both languages.
func shippedScale(b Board, id string) (assessment.Scale, error) {
	from := map[string]string{stepsScale: "board-self-assessment", assessment.CheckScale: "retention"}[id]
	in, err := b.Assess().Instrument(from, "")
	for _, s := range in.Scales {
		if s.ID == id {
			return assessment.Scale{ID: s.ID, Choices: slices.Clone(s.Choices)}, err
		}
	}
	return assessment.Scale{}, err
}
