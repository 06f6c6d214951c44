package guide

import (
	"path/filepath"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"

	"holdfast/app/kit"
	"holdfast/board"
)

// view draws a Model.
type view struct {
	env    *kit.Env
	model  *Model
	reader *kit.Reader

	search *kit.Entry
	list   *kit.Slot
	said   *kit.Slot
}

// Open opens the guide at a page over the window; where it is open already
// nothing happens.
func Open(env *kit.Env, at string) {
	if kit.IsReading(env.Canvas) {
		return
	}
	v := &view{env: env, model: NewModel(Pages(env.Book.Language()), at), list: kit.NewSlot(nil), said: kit.NewSlot(nil)}
	v.search = kit.NewEntry(env).Hint(env.Say("Find in the guide")).Named(env.Say("Find in the guide"))
	v.search.OnChanged = func(query string) { v.model.Search(query); v.contents(); v.reader.ShowSide() }
	v.search.Keys = v.turn
	v.search.OnSubmitted = func(string) { v.first() }
	side := kit.Pad(kit.Inset{Top: 4, Right: 10, Bottom: 4, Left: 4}, kit.Stack(kit.Gap, v.search, v.list, kit.Hairline(),
		kit.Stack(kit.Near, kit.Link(env.Say("Print this page…"), func() { v.print(v.model.State().Page) }),
			kit.Link(env.Say("Print the whole guide…"), func() { v.print(v.model.pages...) }), v.said)))
	v.reader = kit.OpenReader(env, kit.Reading{Title: env.Say("Guide"), Contents: env.Say("Contents"), Side: side, Back: v.back})
	v.redraw()
	env.Canvas.Focus(v.search)
}

func (v *view) redraw() {
	v.contents()
	state := v.model.State()
	page := kit.Stack(12, kit.NewText(kit.Title, state.Page.Title))
	var from fyne.CanvasObject
	for i, b := range state.Page.Blocks {
		part := v.drawn(b)
		if i == state.Block {
			from = part
		}
		page.Add(part)
	}
	v.reader.Show(page, from)
}

// contents are the pages, or the sections in which something was found.
func (v *view) contents() {
	state := v.model.State()
	var parts []fyne.CanvasObject
	switch {
	case state.Query == "":
		for _, e := range state.Contents {
			parts = append(parts, v.entry(e))
		}
	case len(state.Hits) == 0:
		parts = append(parts, kit.NewText(kit.Body, v.env.Say("Nothing is found. Try one word, or fewer letters.")).In(kit.Muted))
	default:
		for _, h := range state.Hits {
			parts = append(parts, kit.Stack(0, kit.Link(h.Title, func() { v.goTo(h.Page, h.Block) }), kit.NewText(kit.Small, h.Line).Most(2)))
		}
	}
	v.list.Set(kit.Stack(10, parts...))
	if v.reader != nil {
		v.reader.Relayout()
	}
}

func (v *view) entry(e Entry) fyne.CanvasObject {
	if e.Chosen {
		return kit.NewText(kit.Strong, e.Title)
	}
	return kit.Link(e.Title, func() { v.goTo(e.ID, -1) })
}

func (v *view) goTo(page string, block int) {
	v.model.Go(page, block)
	v.redraw()
}

// turn reads on while the cursor is in the search; Home and End are its own.
func (v *view) turn(key *fyne.KeyEvent) bool {
	switch key.Name {
	case fyne.KeyUp, fyne.KeyDown, fyne.KeyPageUp, fyne.KeyPageDown:
		return v.reader.Turn(key)
	}
	return false
}

// first goes to the first section that was found.
func (v *view) first() {
	if hits := v.model.State().Hits; len(hits) > 0 {
		v.goTo(hits[0].Page, hits[0].Block)
	}
}

func (v *view) back() bool {
	if !v.model.Back() {
		return false
	}
	v.redraw()
	return true
}

// drawn is a block of a page.
func (v *view) drawn(b Block) fyne.CanvasObject {
	switch b.Kind {
	case Section:
		return kit.Pad(kit.Inset{Top: 12}, kit.NewText(kit.Lead, b.String()))
	case Step:
		return kit.Hanging(strconv.Itoa(b.Number)+".", spans(b))
	case Point:
		return kit.Hanging("•", spans(b))
	case Care:
		return kit.Banner(kit.Notice{Tone: kit.Care, Text: b.String()})
	case Leads:
		return kit.Row(0, kit.Link(b.String(), func() { v.goTo(b.To, -1) }))
	default:
		return spans(b)
	}
}

// spans are runs of text: what stands in the window or on a key is bold.
func spans(b Block) *kit.Text {
	all := make([]kit.Span, len(b.Runs))
	for i, r := range b.Runs {
		all[i].Text = r.Text
		if r.Label || r.Key {
			all[i].Style = kit.Strong
		}
	}
	return kit.NewSpans(all...)
}

// print writes pages into a file that the person chooses.
func (v *view) print(pages ...Page) {
	pdf, err := PDF(slices.Clone(pages), v.env.Book)
	if err != nil {
		kit.Tell(v.env, v.env.Say("This could not be made"), board.ExplainIn(v.env.Book, err), nil)
		return
	}
	kit.AskPath(v.env, kit.Pick{Title: v.env.Say("Where to put the guide"), Confirm: v.env.Say("Save here"), From: v.env.Home,
		Say: v.env.Say("Nothing about your board is in it."), Endings: []string{".pdf"}, Save: v.env.Say("guide") + ".pdf",
		Picked: func(path string) string {
			if filepath.Ext(path) == "" {
				path += ".pdf"
			}
			if err := board.WriteOut(path, pdf); err != nil {
				return board.ExplainIn(v.env.Book, err)
			}
			v.said.Set(kit.NewText(kit.Small, v.env.Say("It is in {file}.", "file", path)))
			v.reader.Relayout()
			return ""
		}})
}
