package assess

import (
	"fmt"
	"strconv"

	"holdfast/app/form"
	"holdfast/assessment"
	"holdfast/board"
	"holdfast/member"
	"holdfast/record"
	"holdfast/wording"
)

// usualDays is for how long a round is open unless somebody says otherwise.
const usualDays = 21

// byName is the value of the field that asks how people answer.
const byName = "named"

// NewForm begins a round.
func NewForm(b Board, book *wording.Book, draft []byte) *form.Form {
	f := roundForm{b, book}
	return form.New(book, &form.Simple{Title: book.Say("Begin a round"),
		Note:  book.Say("The same questions to several people at the same time"),
		Start: f.start, Fields: f.fields, Keep: f.keep}, draft)
}

// roundForm is what the form asks.
type roundForm struct {
	board Board
	book  *wording.Book
}

// asks are the instruments that people can be asked.
func (f roundForm) asks() ([]assessment.Instrument, error) {
	listed, err := f.board.Assess().Instruments(f.book.Language())
	var all []assessment.Instrument
	for _, l := range listed {
		if l.Instrument.Kind != assessment.Checklist && l.Instrument.Status == assessment.Active {
			all = append(all, l.Instrument)
		}
	}
	return all, err
}

func (f roundForm) start() (form.Values, error) {
	now, err := f.board.Now()
	if err != nil {
		return nil, err
	}
	all, err := f.asks()
	if err != nil {
		return nil, err
	}
	people, err := f.board.People(board.Filter{})
	if err != nil {
		return nil, err
	}
	serving := 0
	for _, p := range people {
		if p.Stage.Serving() {
			serving++
		}
	}
	v := form.Values{"from": record.DateOf(now).String(), "to": record.DateOf(now).AddDays(usualDays).String(), "how": "anonymous"}
	if serving > 0 {
		v[string(assessment.Members)] = strconv.Itoa(serving)
	}
	if len(all) > 0 {
		v["instrument"] = all[0].ID
	}
	return v, nil
}

func (f roundForm) fields(v form.Values) []form.Group {
	all, err := f.asks()
	if err != nil {
		return nil
	}
	what := form.Group{Title: f.book.Say("What is asked")}
	choose := form.Input{Kind: form.OneOf, Name: "instrument", Label: f.book.Say("Questions"), Turns: true}
	var about form.Input
	for _, in := range all {
		choose.Choices = append(choose.Choices, form.Choice{ID: in.ID, Label: in.Title.In(f.book.Language())})
		if in.ID == v["instrument"] {
			about = form.Input{Kind: form.Said, Name: "about", Says: []string{in.About.In(f.book.Language())}}
		}
	}
	what.Inputs = append(what.Inputs, choose, form.Input{Name: "title", Label: f.book.Say("What this round is called"), Help: f.book.Say("Such as: Autumn self-assessment")}, about)
	who := form.Group{Title: f.book.Say("Who is asked"),
		Say: f.book.Say("How many people of each group. They are kept apart, and nothing is shown of a group of which fewer than five answered.")}
	for _, s := range assessment.Sides() {
		who.Inputs = append(who.Inputs, form.Input{Name: string(s), Label: f.book.Render(s.Name())})
	}
	how := form.Group{Title: f.book.Say("How"), Inputs: []form.Input{
		{Kind: form.Cards, Name: "how", Label: f.book.Say("Whether it is kept who answers"), Choices: []form.Choice{
			{ID: "anonymous", Label: f.book.Say("Nobody knows who answered what: no name, no order, no day")},
			{ID: byName, Label: f.book.Say("By name: keyholders can look at what each person answered")}}},
		{Kind: form.Day, Name: "from", Label: f.book.Say("First day")},
		{Kind: form.Day, Name: "to", Label: f.book.Say("Last day"), Help: f.book.Say("A reminder only: the round stays open until it is closed.")}}}
	return []form.Group{what, who, how}
}

func (f roundForm) keep(v form.Values) (string, error) {
	asked, err := f.asked(v)
	if err != nil {
		return "", err
	}
	r, err := f.board.Assess().OpenRound(assessment.Round{Instrument: v["instrument"], Title: v.Text("title"), Asked: asked,
		Named: v["how"] == byName, From: v.Day("from"), To: v.Day("to")})
	return f.book.Say("“{title}” is open.", "title", r.Title), askedAt(err)
}

// asked reads how many people are asked.
func (f roundForm) asked(v form.Values) (map[assessment.Side]int, error) {
	asked := map[assessment.Side]int{}
	for _, s := range assessment.Sides() {
		text := v.Text(string(s))
		if text == "" {
			continue
		}
		n, err := strconv.Atoi(text)
		if err != nil {
			return nil, wording.Refuse(string(s), "Write how many people, in figures.")
		}
		asked[s] = n
	}
	return asked, nil
}

// askedAt puts what is wrong with how many are asked below the first field
// that asks it.
func askedAt(err error) error {
	for _, p := range wording.Problems(err) {
		if p.Field == "asked" {
			p.Field = string(assessment.Members)
		}
	}
	return err
}

// NewAdjustForm changes a round that is open.
func NewAdjustForm(b Board, book *wording.Book, id record.ID, draft []byte) *form.Form {
	f := roundForm{b, book}
	return form.New(book, &form.Simple{Title: book.Say("Change the round"), Note: book.Say("What is asked, and whether by name, stays as it is"),
		Start: func() (form.Values, error) {
			r, err := b.Assess().Round(id)
			v := form.Values{"title": r.Title, "to": form.Written(r.To)}
			for s, n := range r.Asked {
				v[string(s)] = fmt.Sprint(n)
			}
			return v, err
		},
		Fields: func(v form.Values) []form.Group {
			all := f.fields(v)
			return []form.Group{{Inputs: append(all[0].Inputs[1:2:2], all[2].Inputs[2])}, all[1]}
		},
		Keep: func(v form.Values) (string, error) {
			asked, err := f.asked(v)
			if err == nil {
				err = b.Assess().Adjust(id, v.Text("title"), v.Day("to"), asked)
			}
			return book.Say("The round is changed."), askedAt(err)
		}}, draft)
}

// NewTellForm writes down what the board was told of the results.
func NewTellForm(b Board, book *wording.Book, id record.ID, draft []byte) *form.Form {
	return form.New(book, &form.Simple{Title: book.Say("What the board was told"), Note: book.Say("People who answered have a right to hear what came of it"),
		Start: func() (form.Values, error) {
			now, err := b.Now()
			return form.Values{"on": record.DateOf(now).String()}, err
		},
		Fields: func(form.Values) []form.Group {
			return []form.Group{{Inputs: []form.Input{{Kind: form.Day, Name: "on", Label: book.Say("On which day")},
				{Kind: form.Lines, Name: "what", Rows: 4, Label: book.Say("What was told, and what changes because of it")}}}}
		},
		Keep: func(v form.Values) (string, error) {
			return book.Say("It is written down."), b.Assess().Tell(id, assessment.Told{On: v.Day("on"), What: v.Text("what")})
		}}, draft)
}

// person is who answers in a round by name.
func person(b Board, id member.ID) string {
	m, err := b.Member(id)
	if err != nil {
		return ""
	}
	return m.Name
}
