package backups

import (
	"path/filepath"
	"reflect"
	"time"

	"fyne.io/fyne/v2"

	"holdfast/app/kit"
	"holdfast/app/route"
	"holdfast/board"
	"holdfast/wording"
)

// lookAgain is how often the page looks again: backups are made by themselves,
// and sticks are put in and pulled out.
const lookAgain = 10 * time.Second

// Screen draws a Model.
type Screen struct {
	asking
	desk  kit.Desk
	board *board.Board
	model *Model
	cfg   Config
	state State

	place  *kit.Slot
	maker  *maker
	answer *kit.Latest[State]
}

// Config is what the page needs of the window.
type Config struct {
	// Restored is called after a backup was put in place of the board: the
	// board is to be locked, and opened again; returned is for the lock to say.
	Restored func(returned wording.Text)
	// Close ends the program.
	Close func()
	// Environment is what vaults need of the world.
	Environment board.Environment
}

// New makes the page.
func New(desk kit.Desk, b *board.Board, cfg Config) *Screen {
	s := &Screen{asking: asking{desk.Env()}, desk: desk, board: b, cfg: cfg, place: kit.NewSlot(nil)}
	s.model = NewModel(b, s.env.Book, s.env.Runner.Clock().Now)
	s.maker = newMaker(s)
	s.answer = kit.NewLatest(s.env.Runner, s.redraw)
	s.look()
	s.again()
	return s
}

// Head is the title.
func (s *Screen) Head() kit.Head {
	return kit.Head{Title: s.env.Say("Backups"),
		Note: s.env.Say("A backup is one encrypted file. With the right key, “age” (a common encryption tool) opens it too, without this app.")}
}

// Content is the cards.
func (s *Screen) Content() fyne.CanvasObject { return s.place }

// Draft is nothing: nothing is typed here that took long.
func (s *Screen) Draft() []byte { return nil }

// look asks what there is to show now.
func (s *Screen) look() { s.answer.Ask(s.model.State) }

// again looks every few seconds, for as long as the page is in the window.
func (s *Screen) again() {
	s.env.Runner.After(lookAgain, func() {
		if s.env.Shows(s.place) {
			s.look()
			s.again()
		}
	})
}

// redraw shows what has changed; a page that says the same stays as it is, with
// the focus where it was.
func (s *Screen) redraw(state State) {
	if reflect.DeepEqual(state, s.state) {
		return
	}
	s.state = state
	s.desk.Again()
	if state.Trouble != "" {
		s.place.Set(kit.Banner(kit.Notice{Tone: kit.Care, Text: state.Trouble}))
		return
	}
	parts := []fyne.CanvasObject{}
	if state.Replaced != "" {
		parts = append(parts, kit.Banner(kit.Notice{Tone: kit.Care, Lead: s.env.Say("Two vaults lie side by side."), Text: state.Replaced,
			Acts: []fyne.CanvasObject{kit.Secondary(s.env.Say("What is here is right: remove the other…"), s.settle)}}))
	}
	s.maker.show(state)
	parts = append(parts,
		kit.Columns(
			kit.Column{Share: 555, Least: 360, Body: s.maker.card},
			kit.Column{Share: 437, Least: 320, Body: s.sure(state)}),
		s.register(state), s.automatic(state))
	s.place.Set(kit.Stack(kit.Gap, parts...))
}

// sure answers whether everything could be got back today.
func (s *Screen) sure(state State) fyne.CanvasObject {
	rows := make([]fyne.CanvasObject, len(state.Lines))
	for i, l := range state.Lines {
		tone := kit.Care
		if l.Yes {
			tone = kit.OK
		}
		item := kit.Item{Tone: tone, Word: l.Word, Title: l.Title, Note: l.Note}
		if l.Act != "" {
			item.Act = kit.Secondary(l.Act, func() { s.act(l) })
		}
		rows[i] = kit.ItemRow(item)
	}
	return kit.Card(kit.Head{Title: s.env.Say("Could you get it all back today?")}, kit.Rows(rows...))
}

// act is what a reason for doubt leads to.
func (s *Screen) act(l Line) {
	switch l.Target {
	case board.ToRehearsal, board.ToBackup:
		for _, r := range s.state.Rows {
			switch {
			case r.ID != l.Backup:
			case l.Target == board.ToRehearsal:
				s.rehearse(r)
			default:
				s.open(r)
			}
		}
	case board.ToBackups:
		s.maker.begin()
	default:
		s.desk.Go(route.Settings(route.KeysPage))
	}
}

// register is the list of backups.
func (s *Screen) register(state State) fyne.CanvasObject {
	head := kit.Head{Title: s.env.Say("Backups you have made"), Acts: []fyne.CanvasObject{
		kit.Secondary(s.env.Say("Restore from a file…"), s.pickRestore)}}
	if len(state.Rows) == 0 {
		return kit.Card(head, kit.Empty(s.env.Say("There is no backup yet"),
			s.env.Say("Put in a stick, choose it above, and make the first one. Keep it somewhere else than this computer.")))
	}
	return kit.Card(head, kit.Table([]kit.TableColumn[Row]{
		{Title: s.env.Say("File"), Cell: func(r Row) fyne.CanvasObject { return kit.NewText(kit.Body, r.File) }},
		{Title: s.env.Say("Made on"), Cell: func(r Row) fyne.CanvasObject { return kit.NewText(kit.Body, r.Made) }},
		{Title: s.env.Say("Where"), Cell: func(r Row) fyne.CanvasObject { return kit.NewText(kit.Body, r.Where).Most(2) }},
		{Title: s.env.Say("Records"), Right: true, Cell: func(r Row) fyne.CanvasObject { return kit.Figures(kit.Body, r.Records).Right() }},
		{Title: s.env.Say("Opens with"), Cell: func(r Row) fyne.CanvasObject { return kit.NewText(kit.Body, r.Opens) }},
		{Title: s.env.Say("Last read back"), Cell: stateTag},
	}, state.Rows, s.open))
}

func stateTag(r Row) fyne.CanvasObject {
	if r.Care {
		return kit.Tag(kit.Care, r.State)
	}
	return kit.Tag(kit.OK, r.State)
}

// settle asks before the vault of before is removed.
func (s *Screen) settle() {
	kit.Ask(s.env, kit.Dialog{Title: s.env.Say("Remove the vault as it was before?"),
		Say:     s.env.Say("What was in it and not in the backup is gone then, unless another backup has it."),
		Confirm: s.env.Say("Remove it"), Grave: true, OnConfirm: func() bool { s.later(func() { s.settled(s.model.Settle()) }); return true }})
}

func (s *Screen) settled(wrong string) {
	if s.said(wrong) {
		return
	}
	s.look()
	s.desk.Say(s.env.Say("The vault as it was before was removed."), nil)
}

// folder is where a file dialog begins.
func (s *Screen) folder() string {
	if len(s.state.Rows) > 0 {
		return filepath.Dir(s.state.Rows[0].Path)
	}
	return s.env.Home
}
