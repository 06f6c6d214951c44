package leaving

import (
	"fyne.io/fyne/v2"

	"holdfast/app/kit"
	"holdfast/app/route"
	"holdfast/board"
)

// AreaScreen draws what is about the whole board: keeping, and handing over.
type AreaScreen struct {
	common
	lock     func()
	tabs     *kit.Tabs
	place    *kit.Slot
	keeping  *kit.Latest[Keeping]
	handing  *kit.Latest[Handover]
	handover Handover
}

// NewArea makes the page at a place; lock locks the board, so that it can be
// opened with another key.
func NewArea(desk kit.Desk, b *board.Board, at route.Route, draft []byte, lock func()) *AreaScreen {
	s := &AreaScreen{common: newCommon(desk, b, draft), lock: lock, place: kit.NewSlot(nil)}
	s.keeping = kit.NewLatest(s.env.Runner, s.drawKeeping)
	s.handing = kit.NewLatest(s.env.Runner, s.drawHandover)
	s.tabs = kit.NewTabs([]kit.Tab{
		{ID: "", Label: s.env.Say("Kept long enough"), Build: s.built},
		{ID: route.HandoverPage, Label: s.env.Say("Handing over"), Build: s.built},
	}, s.chose)
	s.look = s.read
	s.tabs.Set(at.Tab)
	s.look()
	if s.half != (Half{}) {
		s.later(s.askAgain)
	}
	return s
}

// built is the place of the tab that is shown; what is in it comes when it is
// read.
func (s *AreaScreen) built() fyne.CanvasObject { return s.place }

func (s *AreaScreen) chose(tab string) {
	s.desk.At(route.Route{Area: route.KeepingArea, Tab: tab})
	s.look()
}

// read reads the tab that is shown.
func (s *AreaScreen) read() {
	if s.tabs.Chosen() == route.HandoverPage {
		s.handing.Ask(s.model.Handover)
		return
	}
	s.keeping.Ask(s.model.Keeping)
}

// askAgain opens the question that was half-answered.
func (s *AreaScreen) askAgain() {
	if s.half.Asks == asksHold {
		s.setHold()
		return
	}
	s.lift(s.half)
}

// Head is the title.
func (s *AreaScreen) Head() kit.Head {
	return kit.Head{Title: s.env.Say("Keeping and handing over"),
		Note: s.env.Say("Nothing is kept longer than it is needed, and nobody is left holding it alone.")}
}

// Content is the two tabs.
func (s *AreaScreen) Content() fyne.CanvasObject { return s.tabs }

func (s *AreaScreen) drawKeeping(state Keeping) {
	if s.tabs.Chosen() != "" {
		return
	}
	if state.Trouble != "" {
		s.place.Set(trouble(state.Trouble))
		return
	}
	s.place.Set(kit.Stack(kit.Gap, s.waiting(state), s.due(state), s.holds(state), s.periods(state)))
}

// waiting is what is marked, and the rewrite that erases it.
func (s *AreaScreen) waiting(state Keeping) fyne.CanvasObject {
	head := kit.Head{Title: s.env.Say("Waiting to be erased")}
	if len(state.Waiting) == 0 {
		return kit.Card(head, muted(s.env.Say("Nothing waits to be erased.")))
	}
	head.Acts = []fyne.CanvasObject{kit.Primary(s.env.Say("Erase now…"), func() { s.askErase(state) })}
	rows := make([]fyne.CanvasObject, len(state.Waiting))
	for i, w := range state.Waiting {
		rows[i] = kit.TwoLines(kit.Body, w.What, w.Since)
	}
	return kit.Card(head,
		kit.NewText(kit.Small, s.env.Say("It is off the screen already. It is gone once the vault is written anew, which needs room for a second copy.")),
		kit.Rows(rows...))
}

func (s *AreaScreen) askErase(state Keeping) {
	kit.Ask(s.env, kit.Dialog{Title: s.env.Book.Count(len(state.Waiting), "Erase {n} thing for good?", "Erase {n} things for good?"), Grave: true,
		Say:     s.env.Say("The vault is written anew without them, with every earlier version. This can’t be taken back. Half-typed forms are forgotten too."),
		Confirm: s.env.Say("Erase now"), OnConfirm: func() bool { s.later(s.eraseNow); return true }})
}

func (s *AreaScreen) eraseNow() { s.erase(func() { s.did("", "") }) }

// most is how many lines are shown before the rest is only counted.
const most = 60

// due is what was kept as long as its rule says.
func (s *AreaScreen) due(state Keeping) fyne.CanvasObject {
	head := kit.Head{Title: s.env.Say("What was kept long enough")}
	if len(state.Due) == 0 {
		return kit.Card(head, kit.Empty(s.env.Say("Nothing is due"),
			s.env.Say("When somebody has left, and the time that a rule gives is over, it stands here. Nothing is erased by itself.")))
	}
	if free := state.Free(); len(free) > 0 {
		head.Acts = []fyne.CanvasObject{kit.Secondary(s.env.Say("Mark all of it…"), func() { s.mark(free) })}
	}
	shown := state.Due[:min(most, len(state.Due))]
	parts := []fyne.CanvasObject{kit.Table([]kit.TableColumn[DueRow]{
		{Title: s.env.Say("Who"), Cell: func(r DueRow) fyne.CanvasObject { return kit.NewText(kit.Body, r.Who) }},
		{Title: s.env.Say("What, and why now"), Cell: func(r DueRow) fyne.CanvasObject { return kit.TwoLines(kit.Body, r.What, r.Why) }},
		{Cell: s.dueActs},
	}, shown, nil)}
	if left := len(state.Due) - len(shown); left > 0 {
		parts = append(parts, muted(s.env.Book.Count(left, "And {n} more line.", "And {n} more lines.")))
	}
	return kit.Card(head, kit.Stack(12, parts...))
}

func (s *AreaScreen) dueActs(r DueRow) fyne.CanvasObject {
	look := kit.Link(s.env.Say("Look"), func() { s.desk.Go(route.Person(string(r.Member), route.Held)) })
	if r.Held {
		return kit.Stack(kit.Near, kit.Row(0, kit.Tag(kit.Care, s.env.Say("legal hold"))), kit.Row(0, look))
	}
	return kit.Row(12, look, kit.Link(s.env.Say("Mark…"), func() { s.mark([]DueRow{r}) }))
}

// mark asks before what is due leaves the screen.
func (s *AreaScreen) mark(rows []DueRow) {
	kit.Ask(s.env, kit.Dialog{Title: s.env.Book.Count(len(rows), "Mark this to be erased?", "Mark {n} lines to be erased?"), Grave: true,
		Say:     s.env.Say("It leaves the screen at once and waits; “Erase now” makes it gone for good. Look at it first where you are not sure."),
		Confirm: s.env.Say("Mark it"), OnConfirm: func() bool {
			s.later(func() { s.did(s.model.MarkDue(rows...), s.env.Say("It is marked, and waits to be erased.")) })
			return true
		}})
}

// holds are the legal holds, and how to set one on the whole board.
func (s *AreaScreen) holds(state Keeping) fyne.CanvasObject {
	head := kit.Head{Title: s.env.Say("Legal holds"), Acts: []fyne.CanvasObject{kit.Secondary(s.env.Say("Hold the whole board…"), s.setHold)}}
	if len(state.Holds) == 0 {
		return kit.Card(head, muted(s.env.Say("There is none. On the page of a person you can set one that is about them alone.")))
	}
	rows := make([]fyne.CanvasObject, len(state.Holds))
	for i, h := range state.Holds {
		item := kit.Item{Tone: kit.Info, Word: s.env.Say("lifted"), Title: h.About + ": " + h.Why, Note: h.Says}
		if h.InForce {
			item.Tone, item.Word = kit.Care, s.env.Say("in force")
			item.Act = kit.Secondary(s.env.Say("Lift it…"), func() { s.lift(Half{Asks: asksLifting, ID: h.ID}) })
		}
		rows[i] = kit.ItemRow(item)
	}
	return kit.Card(head, kit.Rows(rows...))
}

func (s *AreaScreen) setHold() { s.hold("", s.env.Say("anybody on the board")) }
