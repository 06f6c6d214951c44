package pages

import (
	"slices"

	"fyne.io/fyne/v2"

	"holdfast/app/answer"
	"holdfast/app/kit"
	"holdfast/assessment"
)

// Around is what stands around the questions, and what their buttons do.
type Around struct {
	// Title and Note stand above everything.
	Title, Note string
	// Anonymous says that words which may not be shown are not kept.
	Anonymous bool
	// First says more on the first page, or is nil.
	First func() fyne.CanvasObject
	// Hide hides the window, Pause puts the answers aside, Finish hands them
	// in; its button says FinishLabel. Leave, which may be nil, goes back
	// from the first page.
	Hide, Pause, Finish, Leave func()
	FinishLabel                string
	// Changed, which may be nil, is told of each answer.
	Changed func()
}

// Pages draws a Sheet over the whole window.
type Pages struct {
	env    *kit.Env
	sheet  *answer.Sheet
	around Around
	frame  *Frame
	radio  *kit.Radio
	field  *kit.Field
	// keyed says that the last step came from the keyboard: the focus goes
	// along then, and nowhere where somebody points.
	keyed bool
}

// New draws a sheet.
func New(env *kit.Env, sheet *answer.Sheet, around Around) *Pages {
	p := &Pages{env: env, sheet: sheet, around: around, frame: NewFrame(env, around.Title, around.Note, around.Hide)}
	if sheet.Copying() {
		p.frame = newBare()
	}
	p.redraw()
	return p
}

// Object is the whole of it.
func (p *Pages) Object() fyne.CanvasObject { return p.frame.Object() }

// Key does what a key does that no part has used, and says whether it did
// anything.
func (p *Pages) Key(key *fyne.KeyEvent) bool {
	switch key.Name {
	case fyne.KeyLeft:
		p.step(p.back)
	case fyne.KeyRight, fyne.KeyReturn, fyne.KeyEnter:
		switch end := p.sheet.State().Page == answer.End; {
		case !end:
			p.step(p.next)
		case p.sheet.Copying() && key.Name != fyne.KeyRight:
			p.around.Finish()
		default:
			return false
		}
	case fyne.KeyUp, fyne.KeyDown:
		if p.radio == nil {
			return false
		}
		p.env.Canvas.Focus(p.radio.First())
	default:
		return p.digit(key)
	}
	return true
}

// digit chooses the answer of a score, or one of several of a paper.
func (p *Pages) digit(key *fyne.KeyEvent) bool {
	if len(key.Name) != 1 || key.Name < "0" || key.Name > "9" {
		return false
	}
	code, ok := p.sheet.Digit(int(key.Name[0] - '0'))
	if s := p.sheet.State(); ok && s.Input == answer.SomeOf {
		at := slices.IndexFunc(s.Choices, func(c answer.Choice) bool { return c.Code == code })
		p.sheet.Tick(code, !s.Choices[at].Chosen)
		p.changed()
		p.redraw()
		return true
	}
	if !ok || p.radio == nil {
		return false
	}
	p.choose(code)
	if p.sheet.Copying() {
		p.next()
		return true
	}
	p.radio.Set(code)
	p.env.Canvas.Focus(p.radio.First())
	return true
}

func (p *Pages) choose(code string) { p.sheet.Choose(code); p.changed() }

func (p *Pages) typed(keep func(string)) func(string) {
	return func(text string) { keep(text); p.changed() }
}

func (p *Pages) changed() {
	if p.around.Changed != nil {
		p.around.Changed()
	}
}

// step goes a step by the keyboard.
func (p *Pages) step(how func()) {
	p.keyed = true
	how()
	p.keyed = false
}

func (p *Pages) next() {
	p.sheet.Next()
	p.redraw()
}

func (p *Pages) back() {
	if p.sheet.State().Page == answer.Begin {
		if p.around.Leave != nil {
			p.around.Leave()
		}
		return
	}
	p.sheet.Back()
	p.redraw()
}

func (p *Pages) rest() { p.sheet.Rest(); p.redraw() }

func (p *Pages) skip() { p.sheet.Skip(); p.redraw() }

func (p *Pages) open(at int) { p.sheet.Open(at); p.redraw() }

func (p *Pages) note() {
	p.sheet.Note()
	p.redraw()
	if p.field != nil {
		p.field.Focus()
	}
}

// redraw shows the page as it is now.
func (p *Pages) redraw() {
	s := p.sheet.State()
	p.radio, p.field = nil, nil
	p.env.Canvas.Unfocus() // what has the focus is about to go
	p.frame.Show(s.Done, p.body(s), p.foot(s))
	switch {
	case !p.keyed:
	case p.radio != nil:
		p.env.Canvas.Focus(p.radio.First())
	case s.Input == answer.Words && p.field != nil:
		p.field.Focus()
	}
}

func (p *Pages) body(s answer.State) fyne.CanvasObject {
	var parts []fyne.CanvasObject
	if s.Page == answer.End && p.sheet.Copying() {
		return kit.NewText(kit.Lead, s.Answered)
	}
	if s.Where != "" {
		parts = append(parts, kit.NewText(kit.Small, s.Where))
	}
	if s.Page == answer.Asking {
		parts = append(parts, p.texts(s.Says)...)
	}
	size, gap := kit.Title, float32(12)
	switch {
	case p.sheet.Copying():
		size = kit.Section // whoever copies has the words on the paper
	case p.frame.slim:
		size, gap = kit.Lead, kit.Near // the answers need the room
	}
	parts = append(parts, kit.NewText(size, s.Title))
	switch s.Page {
	case answer.Asking:
		if s.Help != "" && !p.sheet.Copying() {
			parts = append(parts, kit.NewText(kit.Body, s.Help).In(kit.Muted))
		}
		parts = append(parts, kit.Spacer(2), p.input(s))
		if len(s.Sharing) > 0 {
			parts = append(parts, kit.Spacer(2), p.sharing(s))
		}
		if s.Note != "" {
			parts = append(parts, kit.NewSpans(kit.Span{Text: p.env.Say("Your note") + ": ", Style: kit.Small}, kit.Span{Text: s.Note, Style: kit.Small, Tone: kit.Ink}))
		}
	case answer.Noting:
		parts = append(parts, p.noting(s))
	case answer.End:
		parts = append(parts, p.texts(s.Says)...)
		parts = append(parts, p.end(s)...)
	default:
		parts = append(parts, p.texts(s.Says)...)
		if s.Page == answer.Begin {
			parts = append(parts, p.begin()...)
		}
	}
	return kit.Stack(gap, parts...)
}

func (p *Pages) texts(says []string) []fyne.CanvasObject {
	var parts []fyne.CanvasObject
	for _, text := range says {
		parts = append(parts, kit.NewText(kit.Body, text))
	}
	return parts
}

// begin says what can be done, once, before anything is asked.
func (p *Pages) begin() []fyne.CanvasObject {
	parts := Intro(p.env)
	if p.around.First != nil {
		parts = append(parts, p.around.First())
	}
	return parts
}

// end is what was left out, before the answers are handed in.
func (p *Pages) end(s answer.State) []fyne.CanvasObject {
	parts := []fyne.CanvasObject{kit.NewText(kit.Strong, s.Answered)}
	if len(s.Left) > 0 {
		parts = append(parts, kit.NewText(kit.Body, p.env.Say("These were left out. That is fine; you can also look at them again.")))
		for _, left := range s.Left {
			parts = append(parts, kit.Row(0, kit.Link(left.Text, func() { p.open(left.At) })))
		}
	}
	return parts
}

// input is what a question is answered with.
func (p *Pages) input(s answer.State) fyne.CanvasObject {
	switch s.Input {
	case answer.OneOf:
		p.radio = kit.NewRadio(choices(s.Choices), p.choose).Set(chosen(s.Choices))
		p.radio.Sure = func() { p.step(p.next) }
		return p.radio
	case answer.SomeOf:
		var boxes []fyne.CanvasObject
		for _, c := range s.Choices {
			boxes = append(boxes, kit.NewCheck(c.Label, c.Chosen, func(on bool) { p.sheet.Tick(c.Code, on); p.changed() }))
		}
		return kit.Stack(kit.Near, boxes...)
	default:
		entry := kit.NewEntry(p.env)
		if s.Input == answer.Lines {
			entry = kit.NewLines(p.env, 5)
		} else {
			entry.OnSubmitted = func(string) { p.step(p.next) }
		}
		entry.With(s.Value)
		entry.OnChanged = p.typed(p.sheet.Type)
		f := kit.NewField(p.env.Say("Your answer"), entry).Calm()
		f.SetMistake(s.Mistake)
		p.field = f
		return f
	}
}

// noting is words of one's own beside an answer.
func (p *Pages) noting(s answer.State) fyne.CanvasObject {
	entry := kit.NewLines(p.env, 4).With(s.Note)
	entry.OnChanged = p.typed(p.sheet.Write)
	p.field = kit.NewField(p.env.Say("Your note"), entry).Help(p.env.Say("Leave out names, and whatever would tell who you are."))
	return kit.Stack(kit.Gap, p.field, p.sharing(s))
}

// sharing is what may be done with somebody's own words.
func (p *Pages) sharing(s answer.State) fyne.CanvasObject {
	share := kit.NewRadio(choices(s.Sharing), func(id string) { p.sheet.Share(assessment.Share(id)); p.changed() }).Set(string(s.Share))
	field := kit.NewField(p.env.Say("What may be done with these words"), share)
	if p.around.Anonymous {
		field.Help(p.env.Say("Words that may not be shown are not kept once you hand in."))
	}
	return field
}

func choices(all []answer.Choice) []kit.Option {
	list := make([]kit.Option, len(all))
	for i, c := range all {
		list[i] = kit.Option{ID: c.Code, Label: c.Label}
	}
	return list
}

func chosen(all []answer.Choice) string {
	for _, c := range all {
		if c.Chosen {
			return c.Code
		}
	}
	return ""
}

// foot is the way back and on.
func (p *Pages) foot(s answer.State) Foot {
	back := kit.Secondary(p.env.Say("Back"), p.back)
	calm := kit.Quiet(p.env.Say("A moment for yourself"), p.rest)
	pause := kit.Quiet(p.env.Say("Pause and come back"), p.around.Pause)
	on := kit.Primary(p.env.Say("Next"), p.next)
	switch s.Page {
	case answer.Begin:
		f := Foot{Right: []fyne.CanvasObject{calm, kit.Primary(p.env.Say("Begin"), p.next)}}
		if p.around.Leave != nil {
			f.Left = []fyne.CanvasObject{back}
		}
		return f
	case answer.Calm:
		return Foot{Right: []fyne.CanvasObject{pause, kit.Primary(p.env.Say("Go on"), p.next)}}
	case answer.Noting:
		if p.sheet.Copying() {
			calm.Hide()
		}
		return Foot{Right: []fyne.CanvasObject{calm, kit.Primary(p.env.Say("Back to the question"), p.next)}}
	case answer.Warning:
		return Foot{Left: []fyne.CanvasObject{back}, More: []fyne.CanvasObject{calm}, Right: []fyne.CanvasObject{kit.Quiet(p.env.Say("Leave it out"), p.skip), kit.Primary(p.env.Say("Show the question"), p.next)}}
	case answer.End:
		if p.sheet.Copying() {
			return Foot{Left: []fyne.CanvasObject{back}, Right: []fyne.CanvasObject{kit.Primary(p.around.FinishLabel, p.around.Finish)}}
		}
		return Foot{Left: []fyne.CanvasObject{back}, More: []fyne.CanvasObject{pause}, Right: []fyne.CanvasObject{calm, kit.Primary(p.around.FinishLabel, p.around.Finish)}}
	}
	f := Foot{Left: []fyne.CanvasObject{back}, Right: []fyne.CanvasObject{calm, on}, More: []fyne.CanvasObject{pause}}
	if p.sheet.Copying() {
		f.Right, f.More = []fyne.CanvasObject{on}, nil
	}
	switch {
	case s.Note != "":
		f.More = append(f.More, kit.Quiet(p.env.Say("Change the note"), p.note))
	case s.Input != answer.Words && s.Input != answer.Lines:
		f.More = append(f.More, kit.Quiet(p.env.Say("Add a note"), p.note))
	}
	return f
}
