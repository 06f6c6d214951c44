package leaving

import (
	"fyne.io/fyne/v2"

	"holdfast/app/kit"
	"holdfast/app/route"
	"holdfast/board"
	"holdfast/member"
)

// PersonScreen draws what is held about one person.
type PersonScreen struct {
	common
	id     member.ID
	state  Held
	place  *kit.Slot
	answer *kit.Latest[Held]
}

// NewPerson makes the page about a person; draft is what was half-typed there.
func NewPerson(desk kit.Desk, b *board.Board, id member.ID, draft []byte) *PersonScreen {
	s := &PersonScreen{common: newCommon(desk, b, draft), id: id, place: kit.NewSlot(nil)}
	s.answer = kit.NewLatest(s.env.Runner, s.redraw)
	s.look = func() { s.answer.Ask(func() Held { return s.model.Held(s.id) }) }
	s.state.Name = s.model.name(id)
	s.look()
	if s.half != (Half{}) {
		s.later(s.askAgain)
	}
	return s
}

// askAgain opens the question that was half-answered.
func (s *PersonScreen) askAgain() {
	switch s.half.Asks {
	case asksCorrection:
		s.correct()
	case asksSettling:
		s.settle(s.half)
	case asksHold:
		s.setHold()
	case asksLifting:
		s.lift(s.half)
	}
}

// Head is the title, and the way back.
func (s *PersonScreen) Head() kit.Head {
	return kit.Head{Title: s.env.Say("Everything held about {name}", "name", s.state.Name),
		Note: s.env.Say("It belongs to them: give it to them, put it right, or let it go."),
		Acts: []fyne.CanvasObject{kit.Secondary(s.env.Say("Back to their page"), s.back)}}
}

func (s *PersonScreen) back() { s.desk.Go(route.Person(string(s.id), route.Overview)) }

// Content is the cards.
func (s *PersonScreen) Content() fyne.CanvasObject { return s.place }

func (s *PersonScreen) redraw(state Held) {
	if state.Trouble != "" {
		s.place.Set(trouble(state.Trouble))
		return
	}
	s.state = state
	parts := []fyne.CanvasObject{}
	for _, h := range state.Holds {
		parts = append(parts, kit.Banner(kit.Notice{Tone: kit.Care, Lead: s.env.Say("A legal hold keeps everything as it is."), Text: h.Why, Note: h.Says,
			Acts: []fyne.CanvasObject{kit.Secondary(s.env.Say("Lift it…"), func() { s.lift(Half{Asks: asksLifting, ID: h.ID}) })}}))
	}
	right := []fyne.CanvasObject{s.giving()}
	if !state.Gone {
		right = append(right, s.corrections())
	}
	parts = append(parts, kit.Columns(
		kit.Column{Share: 3, Least: 380, Body: kit.Stack(kit.Gap, s.held(), s.forgetting())},
		kit.Column{Share: 2, Least: 320, Body: kit.Stack(kit.Gap, append(right, s.holding())...)}))
	s.place.Set(kit.Stack(kit.Gap, parts...))
}

// held is the table of what there is.
func (s *PersonScreen) held() fyne.CanvasObject {
	parts := []fyne.CanvasObject{kit.Table([]kit.TableColumn[HeldRow]{
		{Title: s.env.Say("What"), Cell: func(r HeldRow) fyne.CanvasObject { return kit.TwoLines(kit.Body, r.What, r.Earlier) }},
		{Title: s.env.Say("If they are forgotten"), Cell: fateTag},
	}, s.state.Rows, nil)}
	for _, r := range s.state.Rows {
		if r.Why != "" {
			parts = append(parts, kit.Banner(kit.Notice{Tone: kit.Info, Inset: true, Lead: r.What + ":", Text: r.Why}))
		}
	}
	return kit.Card(kit.Head{Title: s.env.Say("What is held")}, kit.Stack(12, parts...))
}

func fateTag(r HeldRow) fyne.CanvasObject {
	tone := kit.Info
	if r.Fate == board.FateStays {
		tone = kit.Care
	}
	return kit.Tags(kit.Tag(tone, r.Becomes))
}

// forgetting says what it would not reach, and begins it.
func (s *PersonScreen) forgetting() fyne.CanvasObject {
	head := kit.Head{Title: s.env.Say("Being forgotten")}
	if s.state.Gone {
		return kit.Card(head, muted(s.env.Say("This person is forgotten. What is still here stays as long as its rule says.")))
	}
	parts := []fyne.CanvasObject{}
	if len(s.state.Named) > 0 {
		parts = append(parts, kit.NewText(kit.SmallStrong, s.env.Say("Their name stands elsewhere too. Look there first: these stay.")))
		for _, n := range s.state.Named {
			parts = append(parts, s.named(n))
		}
		parts = append(parts, kit.Spacer(4))
	}
	parts = append(parts, kit.NewText(kit.SmallStrong, s.env.Say("What erasing does not reach")))
	for _, line := range s.state.Beyond {
		parts = append(parts, kit.NewText(kit.Body, line))
	}
	if len(s.state.Holds) > 0 {
		parts = append(parts, muted(s.env.Say("A legal hold is in force: nothing can be erased until it is lifted.")))
	} else {
		parts = append(parts, kit.Spacer(4), kit.Row(0, kit.Secondary(s.env.Say("Forget them…"), s.forget)))
	}
	return kit.Card(head, kit.Stack(kit.Near, parts...))
}

func (s *PersonScreen) named(n NamedRow) fyne.CanvasObject {
	if n.At == (route.Route{}) {
		return kit.NewText(kit.Body, n.Says)
	}
	return kit.Spread(12, kit.NewText(kit.Body, n.Says), kit.Link(s.env.Say("Look"), func() { s.desk.Go(n.At) }))
}

// forget asks for the clear word.
func (s *PersonScreen) forget() {
	word := kit.NewEntry(s.env)
	field := kit.NewField(s.env.Say("Write “{word}” to go on", "word", s.model.Word()), word)
	parts := []fyne.CanvasObject{}
	for _, r := range s.state.Rows {
		if r.Fate == board.FateStays {
			parts = append(parts, kit.Banner(kit.Notice{Tone: kit.Info, Inset: true, Lead: r.What + ":", Text: r.Why}))
		}
	}
	parts = append(parts, kit.NewText(kit.Body, s.env.Say("Would they like their record first? It can’t be made afterwards.")), field)
	kit.Ask(s.env, kit.Dialog{Title: s.env.Say("Forget {name}?", "name", s.state.Name), Wide: true, Grave: true, First: word,
		Say:  s.env.Say("They leave the screen at once. Then the vault is written anew without them, with every earlier version. This can’t be taken back."),
		Body: kit.Stack(12, parts...), Confirm: s.env.Say("Forget them"), Cancel: s.env.Say("Keep them"),
		OnConfirm: func() bool {
			field.SetMistake(s.model.WrongWord(word.Text))
			if field.Mistake() == "" {
				s.later(s.forgetNow)
			}
			return field.Mistake() == ""
		}})
}

func (s *PersonScreen) forgetNow() {
	if s.said(s.model.Mark(s.id)) {
		return
	}
	s.erase(func() { s.desk.Again(); s.desk.Go(route.Keeping()) })
}

// corrections are what they asked to have put right.
func (s *PersonScreen) corrections() fyne.CanvasObject {
	head := kit.Head{Title: s.env.Say("What they want put right"), Acts: []fyne.CanvasObject{kit.Secondary(s.env.Say("Write one down…"), s.correct)}}
	if len(s.state.Corrections) == 0 {
		return kit.Card(head, muted(s.env.Say("They asked for nothing to be put right so far.")))
	}
	rows := make([]fyne.CanvasObject, len(s.state.Corrections))
	for i, c := range s.state.Corrections {
		words := kit.TwoLines(kit.Body, c.What, c.On+" · "+c.Says)
		rows[i] = words
		if c.Open {
			rows[i] = kit.Spread(12, words, kit.Link(s.env.Say("Settle…"), func() { s.settle(Half{Asks: asksSettling, ID: c.ID}) }))
		}
	}
	return kit.Card(head, kit.Rows(rows...))
}

func (s *PersonScreen) correct() {
	half := s.half
	if half.Asks != asksCorrection {
		half = Half{Asks: asksCorrection}
	}
	s.ask(question{title: s.env.Say("What do they want put right?"), half: half, field: "what",
		say:   s.env.Say("Write it in their own words. It stays open until somebody has answered it."),
		label: s.env.Say("In their own words"), confirm: s.env.Say("Write it down"), well: s.env.Say("It is written down, and open."),
		keep: func(_, what string) map[string]string { return s.model.AskCorrection(s.id, what) }})
}

func (s *PersonScreen) settle(half Half) {
	s.ask(question{title: s.env.Say("Answer what they asked"), half: half, field: "answer", answers: s.model.Outcomes(),
		say:   s.env.Say("Put the record itself right first. Here you keep what became of it; they can read it in their record."),
		label: s.env.Say("The answer, in words that you would say to them"), confirm: s.env.Say("Settle it"), well: s.env.Say("It is settled."),
		keep: func(outcome, answer string) map[string]string { return s.model.Settle(s.id, half.ID, outcome, answer) }})
}

// holding is the card about a legal hold.
func (s *PersonScreen) holding() fyne.CanvasObject {
	return kit.Card(kit.Head{Title: s.env.Say("Legal hold")},
		muted(s.env.Say("Where a court, an audit or a dispute needs the records as they are, a legal hold stops all erasing.")),
		kit.Row(0, kit.Link(s.env.Say("Set a legal hold…"), s.setHold)))
}

func (s *PersonScreen) setHold() { s.hold(s.id, s.state.Name) }
