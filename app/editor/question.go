package editor

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"holdfast/app/form"
	"holdfast/assessment"
	"holdfast/wording"
)

// The kinds of questions, as they are chosen from.
const (
	oneOf  = "one"
	someOf = "some"
	tickIt = "check"
)

// newPart stands for a part that is not there yet, and none for none.
const (
	newPart = "+"
	none    = "-"
)

// kinds are the ways to answer, in the order in which they are offered.
func kinds(in assessment.Instrument) []string {
	all := []string{oneOf, someOf, string(assessment.YesNo), string(assessment.Number), string(assessment.Day),
		string(assessment.Line), string(assessment.Prose), string(assessment.Display)}
	if in.Kind == assessment.Checklist {
		all = append([]string{tickIt}, all...)
	}
	return all
}

// kindOf is how a question is answered.
func kindOf(i assessment.Item) string {
	switch {
	case i.Type == assessment.Choose && i.Scale == assessment.CheckScale:
		return tickIt
	case i.Type == assessment.Choose && i.Repeats:
		return someOf
	case i.Type == assessment.Choose:
		return oneOf
	default:
		return string(i.Type)
	}
}

func typeName(book *wording.Book, i assessment.Item) string { return kindName(book, kindOf(i)) }

func kindName(book *wording.Book, kind string) string {
	switch kind {
	case tickIt:
		return book.Say("To be ticked off, with evidence")
	case oneOf:
		return book.Say("One of several choices")
	case someOf:
		return book.Say("Any of several choices")
	case string(assessment.YesNo):
		return book.Say("Yes or no")
	case string(assessment.Number):
		return book.Say("A whole number")
	case string(assessment.Day):
		return book.Say("A day")
	case string(assessment.Line):
		return book.Say("A few words")
	case string(assessment.Prose):
		return book.Say("In their own words")
	case string(assessment.Group):
		return book.Say("A part")
	default:
		return book.Say("A text to read, not a question")
	}
}

// QuestionForm is a question, or the head of a part, while it is written.
type QuestionForm struct {
	board Board
	book  *wording.Book
	at    string
	in    assessment.Instrument
	// item is what is changed, after what a new one follows.
	item  assessment.Item
	after string
}

// NewQuestion makes the form of a question; at is the place of the instrument,
// a stroke and the question's name, or two strokes and that of the one that a
// new question follows.
func NewQuestion(b Board, book *wording.Book, at string, draft []byte) *form.Form {
	return form.New(book, &QuestionForm{board: b, book: book, at: at}, draft)
}

// Begin starts from the question as it is kept.
func (f *QuestionForm) Begin() (v form.Values, err error) {
	var id string
	if f.in, id, err = load(f.board, f.at); err != nil {
		return nil, err
	}
	v = form.Values{"kind": oneOf, "scale": newScale, "part": none, "any": "all"}
	after, isNew := strings.CutPrefix(id, "/")
	if f.after = after; isNew {
		v["part"] = orNone(partOf(f.in, after))
		if len(f.in.Scales) > 0 {
			v["scale"] = f.in.Scales[0].ID
		}
		if f.in.Kind == assessment.Checklist {
			v["kind"] = tickIt
		}
		openWhen(v)
		return v, nil
	}
	item, found := itemOf(f.in.Items, id)
	if !found {
		return nil, wording.Refuse("item", "There is no such item in this.")
	}
	f.item = item
	v["kind"], v["part"] = kindOf(item), orNone(partOf(f.in, id))
	if item.Scale != "" {
		v["scale"] = item.Scale
	}
	fillChoices(v, f.in, item.Choices)
	for name, w := range map[string]assessment.Words{"text": item.Text, "help": item.Help, "note": item.ContentNote} {
		fill(v, f.in, name, w)
	}
	v["principle"], v["domain"], v["required"] = orNone(string(item.Principle)), orNone(string(item.Domain)), form.Truth(item.Required)
	for _, l := range item.Lenses {
		v["lens"] += string(l) + "\n"
	}
	if item.AnyOf {
		v["any"] = "any"
	}
	for n, c := range item.When {
		fillWhen(v, n, c)
	}
	openWhen(v)
	if r := item.Rests; r != nil {
		v["law"], v["citation"], v["months"] = r.Law, r.Citation, strconv.Itoa(r.ReviewMonths)
		fill(v, f.in, "evidence", r.Evidence)
		fill(v, f.in, "owner", r.Owner)
	}
	return v, nil
}

func orNone(id string) string {
	if id == "" {
		return none
	}
	return id
}

// chosen is what was chosen, "" for none.
func chosen(v form.Values, name string) string {
	if v[name] == none {
		return ""
	}
	return v[name]
}

// isPart says whether the head of a part is changed.
func (f *QuestionForm) isPart() bool { return f.item.Type == assessment.Group }

// Head is what is written.
func (f *QuestionForm) Head(form.Values) (title, note string) {
	title = f.book.Say("A question")
	if f.isPart() {
		title = f.book.Say("A part")
	}
	return title, f.in.Title.In(f.book.Language())
}

// Groups are the fields.
func (f *QuestionForm) Groups(v form.Values) []form.Group {
	b := f.book
	text := form.Group{Inputs: inEach(b, f.in, form.Input{Kind: form.Lines, Name: "text", Label: b.Say("What is asked"), Help: b.Say("Short, in plain words, one thing at a time.")})}
	if f.isPart() {
		text.Inputs = inEach(b, f.in, form.Input{Kind: form.Line, Name: "text", Label: b.Say("What the part is called")})
		text.Inputs = append(text.Inputs, f.beside("note")...)
		return []form.Group{text, f.when(v)}
	}
	groups := []form.Group{text, f.answer(v), f.place(v)}
	groups = append(groups, form.Group{Title: b.Say("Beside it"), Inputs: append(f.beside("help"), f.beside("note")...)})
	if v["kind"] == tickIt {
		groups = append(groups, f.rests())
	} else if v["kind"] != string(assessment.Display) {
		groups = append(groups, f.about())
	}
	return append(groups, f.when(v))
}

// beside are texts beside a question.
func (f *QuestionForm) beside(name string) []form.Input {
	if name == "help" {
		return inEach(f.book, f.in, form.Input{Kind: form.Line, Name: name, Label: f.book.Say("Help")})
	}
	return inEach(f.book, f.in, form.Input{Kind: form.Line, Name: name, Label: f.book.Say("Content note"), Help: f.book.Say("Said before something hard, so that nobody meets it unprepared.")})
}

// answer asks how the question is answered.
func (f *QuestionForm) answer(v form.Values) form.Group {
	g := form.Group{Title: f.book.Say("How it is answered")}
	kind := form.Input{Kind: form.OneOf, Name: "kind", Label: f.book.Say("Answer"), Turns: true}
	for _, k := range kinds(f.in) {
		kind.Choices = append(kind.Choices, form.Choice{ID: k, Label: kindName(f.book, k)})
	}
	g.Inputs = append(g.Inputs, kind)
	if k := v["kind"]; k == oneOf || k == someOf {
		scale := form.Input{Kind: form.OneOf, Name: "scale", Label: f.book.Say("The choices"), Turns: true}
		for _, s := range f.in.Scales {
			if s.ID != assessment.CheckScale {
				scale.Choices = append(scale.Choices, form.Choice{ID: s.ID, Label: choicesLine(s.Choices, f.in.Languages[0])})
			}
		}
		scale.Choices = append(scale.Choices, form.Choice{ID: newScale, Label: f.book.Say("Choices of its own")})
		if g.Inputs = append(g.Inputs, scale); v["scale"] == newScale {
			g.Inputs = append(g.Inputs, choiceInputs(f.book, f.in, f.board)...)
		}
	}
	if v["kind"] != string(assessment.Display) && v["kind"] != tickIt {
		g.Inputs = append(g.Inputs, form.Input{Kind: form.Yes, Name: "required", Label: f.book.Say("Ask again before it is handed in without an answer")})
	}
	return g
}

// place asks in which part it is.
func (f *QuestionForm) place(v form.Values) form.Group {
	part := form.Input{Kind: form.OneOf, Name: "part", Label: f.book.Say("In which part"), Turns: true, Choices: []form.Choice{{ID: none, Label: f.book.Say("In none")}}}
	for _, g := range parts(f.in.Items) {
		part.Choices = append(part.Choices, form.Choice{ID: g.ID, Label: g.Text.In(f.book.Language())})
	}
	part.Choices = append(part.Choices, form.Choice{ID: newPart, Label: f.book.Say("In a new part")})
	g := form.Group{Title: f.book.Say("Where it stands"), Inputs: []form.Input{part}}
	if v["part"] == newPart {
		g.Inputs = append(g.Inputs, inEach(f.book, f.in, form.Input{Kind: form.Line, Name: "part", Label: f.book.Say("What the part is called")})...)
	}
	return g
}

// about asks what a question is about.
func (f *QuestionForm) about() form.Group {
	principle := form.Input{Kind: form.OneOf, Name: "principle", Label: f.book.Say("Principle"), Choices: []form.Choice{{ID: none, Label: "—"}}}
	for _, p := range assessment.Principles() {
		principle.Choices = append(principle.Choices, form.Choice{ID: string(p), Label: f.book.Render(p.Name())})
	}
	domain := form.Input{Kind: form.OneOf, Name: "domain", Label: f.book.Say("Domain"), Choices: []form.Choice{{ID: none, Label: "—"}}}
	for _, d := range assessment.Domains() {
		domain.Choices = append(domain.Choices, form.Choice{ID: string(d), Label: f.book.Render(d.Name())})
	}
	lens := form.Input{Kind: form.SomeOf, Name: "lens", Label: f.book.Say("The four Rs")}
	for _, l := range assessment.Lenses() {
		lens.Choices = append(lens.Choices, form.Choice{ID: string(l), Label: f.book.Render(l.Name())})
	}
	return form.Group{Title: f.book.Say("What it is about"), Say: f.book.Say("For the charts. All of it may be left empty."), Inputs: []form.Input{principle, domain, lens}}
}

// rests asks what an item of a checklist rests on.
func (f *QuestionForm) rests() form.Group {
	g := form.Group{Title: f.book.Say("What it rests on"), Inputs: []form.Input{
		{Kind: form.Line, Name: "law", Label: f.book.Say("Law")}, {Kind: form.Line, Name: "citation", Label: f.book.Say("Citation")},
		{Kind: form.Line, Name: "months", Label: f.book.Say("Look again after how many months"), Help: f.book.Say("0 is never.")}}}
	g.Inputs = append(g.Inputs, inEach(f.book, f.in, form.Input{Kind: form.Line, Name: "evidence", Label: f.book.Say("What would show it")})...)
	g.Inputs = append(g.Inputs, inEach(f.book, f.in, form.Input{Kind: form.Line, Name: "owner", Label: f.book.Say("Who looks after it")})...)
	return g
}

// Turned leaves one more condition open: which fields are there follows from
// the answers.
func (f *QuestionForm) Turned(v form.Values, _ string) { openWhen(v) }

// Save keeps the question in its draft.
func (f *QuestionForm) Save(v form.Values) (string, error) {
	if err := errors.Join(whole(f.in, v, true, "text"), whole(f.in, v, false, "help", "note", "evidence", "owner"), f.partNamed(v)); err != nil {
		return "", err
	}
	item, err := f.built(v)
	if err != nil {
		return "", err
	}
	in := f.in
	if v["kind"] == tickIt && !f.isPart() {
		if in, err = withShippedScale(f.board, in, assessment.CheckScale); err != nil {
			return "", err
		}
	}
	if in, err = f.placed(in, item, v); err != nil {
		return "", err
	}
	return f.book.Say("The question is kept."), f.board.Assess().SaveInstrument(in)
}

func (f *QuestionForm) partNamed(v form.Values) error {
	if v["part"] != newPart || f.isPart() {
		return nil
	}
	return whole(f.in, v, true, "part")
}

// built is the item as it was typed.
func (f *QuestionForm) built(v form.Values) (assessment.Item, error) {
	item := f.item
	item.Text, item.Help, item.ContentNote = words(f.in, v, "text"), words(f.in, v, "help"), words(f.in, v, "note")
	var err error
	if item.When, item.AnyOf, err = f.conditions(v); err != nil || f.isPart() {
		return item, err
	}
	if item.ID == "" {
		item.ID = name(item.Text.In(f.in.Languages[0]), itemNames(f.in.Items))
	}
	before := item.Choices
	item.Scale, item.Choices, item.Repeats, item.Required = "", nil, v["kind"] == someOf, v.On("required")
	item.Principle, item.Domain, item.Lenses = assessment.Principle(chosen(v, "principle")), assessment.Domain(chosen(v, "domain")), nil
	for _, l := range v.List("lens") {
		item.Lenses = append(item.Lenses, assessment.Lens(l))
	}
	switch kind := v["kind"]; kind {
	case tickIt:
		item.Type, item.Scale, item.Required = assessment.Choose, assessment.CheckScale, false
		return f.resting(item, v)
	case oneOf, someOf:
		if item.Type = assessment.Choose; v["scale"] != newScale {
			item.Scale = v["scale"]
			break
		}
		item.Choices, err = choices(f.board, f.in, v, before)
	case string(assessment.Display):
		item.Type, item.Required = assessment.Display, false
	default:
		item.Type = assessment.Type(kind)
	}
	item.Rests = nil
	return item, err
}

// resting is an item of a checklist with what it rests on; its sources stay.
func (f *QuestionForm) resting(item assessment.Item, v form.Values) (assessment.Item, error) {
	r := assessment.Rests{}
	if f.item.Rests != nil {
		r = *f.item.Rests
	}
	months := v.Text("months")
	if months == "" {
		months = "0"
	}
	n, err := strconv.Atoi(months)
	if err != nil || n < 0 || n > 120 {
		return item, wording.Refuse("months", "Write a whole number of months, from 0 to 120.")
	}
	r.Law, r.Citation, r.Evidence, r.Owner, r.ReviewMonths = v.Text("law"), v.Text("citation"), words(f.in, v, "evidence"), words(f.in, v, "owner"), n
	item.Rests = &r
	return item, nil
}

// placed is the instrument with the item where it belongs.
func (f *QuestionForm) placed(in assessment.Instrument, item assessment.Item, v form.Values) (assessment.Instrument, error) {
	var err error
	was, part := partOf(in, f.after), chosen(v, "part")
	if f.item.ID != "" {
		was = partOf(in, item.ID)
		in, err = in.Replace(item.ID, item)
	} else if _, there := itemOf(in.Items, f.after); there {
		in, err = in.Insert(f.after, false, item)
	} else {
		was = newPart // nowhere yet
		in, err = in.Insert("", false, item)
	}
	if err != nil || f.isPart() || part == was {
		return in, err
	}
	if part == newPart {
		group := assessment.Item{Type: assessment.Group, Text: words(f.in, v, "part"), Items: []assessment.Item{}}
		group.ID = name(group.Text.In(f.in.Languages[0]), itemNames(in.Items))
		in.Items = append(slices.Clone(in.Items), group)
		part = group.ID
	}
	return in.Into(item.ID, part)
}
