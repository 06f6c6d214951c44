package members

import (
	"context"

	"fyne.io/fyne/v2"

	"holdfast/app/kit"
	"holdfast/app/route"
	"holdfast/board"
	"holdfast/member"
)

// Others are the parts of a person's page that other packages draw.
type Others struct {
	// ContactTab draws the Safe contact tab of a person.
	ContactTab func(desk kit.Desk, id member.ID, name string) fyne.CanvasObject
	// ConsentTab draws the Consent tab, ChangedMind asks what a person takes
	// back; it is within reach from every view of them.
	ConsentTab  func(desk kit.Desk, id member.ID) fyne.CanvasObject
	ChangedMind func(desk kit.Desk, id member.ID, name string)
	// PayTab draws the Compensation tab.
	PayTab func(desk kit.Desk, id member.ID) fyne.CanvasObject
	// HeldPage says that there is a page with everything held about a person.
	HeldPage bool
}

// New makes the screen of a place in this area: the list, the form of
// somebody new or known, or a person's page. draft is what was half-typed
// there, or nil.
func New(desk kit.Desk, b Board, at route.Route, draft []byte, others Others) kit.Screen {
	switch {
	case at.ID == "":
		return newList(desk, b, at)
	case at.ID == route.NewPerson:
		return newForm(desk, b, "", draft)
	case at.Tab == route.Edit:
		return newForm(desk, b, member.ID(at.ID), draft)
	default:
		return newPage(desk, b, at, draft, others)
	}
}

// beside runs something short that reads the journal, beside the window.
func beside(env *kit.Env, work func() error, done func(error)) {
	kit.Start(env.Runner, func(context.Context, func(kit.Progress)) (struct{}, error) {
		return struct{}{}, work()
	}, nil, func(_ struct{}, err error) { done(err) })
}

// refused says that something could not be taken back.
func refused(env *kit.Env, o Outcome) {
	kit.Tell(env, env.Say("This was not taken back"), o.Mistakes[firstKey(o.Mistakes)], nil)
}

// firstKey is any of the keys; there is one as a rule.
func firstKey(all map[string]string) string {
	for key := range all {
		return key
	}
	return ""
}

// stageTone is the colour of a stage's word.
func stageTone(s member.Stage) kit.Tone {
	switch {
	case s == member.Active:
		return kit.OK
	case s == member.TermEnding:
		return kit.Care
	default:
		return kit.Info
	}
}

// trouble is why a page is empty.
func trouble(say string) fyne.CanvasObject {
	return kit.Banner(kit.Notice{Tone: kit.Care, Text: say})
}

// takeBack takes back what was just done, and then opens a place.
func takeBack(desk kit.Desk, p *Person, kind board.Kind, then route.Route) {
	beside(desk.Env(), func() error { return p.TakeBack(kind) }, func(err error) { tookBack(desk, p.TookBack(err), then) })
}

func tookBack(desk kit.Desk, o Outcome, then route.Route) {
	if !o.OK() {
		refused(desk.Env(), o)
		return
	}
	desk.Go(then)
	desk.Say(o.Say, nil)
}
