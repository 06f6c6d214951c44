package checks

import (
	"strings"

	"fyne.io/fyne/v2"

	"holdfast/app/form"
	"holdfast/app/form/formpage"
	"holdfast/app/kit"
	"holdfast/app/outfile"
	"holdfast/app/route"
	"holdfast/board"
	"holdfast/record"
)

// itemView draws what an item has beside its form.
type itemView struct {
	desk  kit.Desk
	env   *kit.Env
	board Board
	model *ItemForm
}

func newItemScreen(desk kit.Desk, b Board, at route.Route, draft []byte) kit.Screen {
	f, model := NewItem(b, desk.Env().Book, at.ID, draft)
	v := &itemView{desk: desk, env: desk.Env(), board: b, model: model}
	list, _, _ := strings.Cut(at.ID, "/")
	return formpage.NewWith(desk, f, route.Checks(list), draft != nil, formpage.Extras{
		Own: v.files, Above: v.about, Below: v.history, Acts: v.acts, Let: model.LetGo})
}

// about is the item, with what it rests on.
func (v *itemView) about(*formpage.Screen) fyne.CanvasObject {
	a := v.model.About()
	parts := []fyne.CanvasObject{kit.NewText(kit.Lead, a.Text)}
	if a.Help != "" {
		parts = append(parts, kit.NewText(kit.Body, a.Help))
	}
	for _, say := range []string{a.Note, a.Changed} {
		if say != "" {
			parts = append(parts, kit.Banner(kit.Notice{Tone: kit.Care, Text: say, Inset: true}))
		}
	}
	parts = append(parts, facts(v.env, a.Facts), kit.NewText(kit.Small, v.env.Say("General information, not legal advice.")))
	return kit.Card(kit.Head{}, kit.Stack(12, parts...))
}

// acts is the way on to the next item.
func (v *itemView) acts(s *formpage.Screen) []fyne.CanvasObject {
	next := v.model.Next()
	if next == "" {
		return nil
	}
	return []fyne.CanvasObject{kit.Secondary(v.env.Say("Write it down, and the next"), func() {
		say, kept := s.Keep()
		if !kept {
			return
		}
		to := route.CheckOf(v.model.list+"/"+next, route.CheckItem)
		v.desk.At(to)
		v.desk.Go(to)
		v.desk.Again()
		v.desk.Say(say, nil)
	})}
}

// files are the files of an answer, and the way to add one.
func (v *itemView) files(s *formpage.Screen, in form.Input) fyne.CanvasObject {
	kept := (form.Values{"": in.Value}).List("")
	var rows []fyne.CanvasObject
	for _, id := range kept {
		rows = append(rows, kit.Spread(kit.Gap, kit.NewText(kit.Body, v.model.File(record.ID(id))), kit.Row(kit.Near,
			kit.Link(v.env.Say("Take out…"), func() { v.takeOut(record.ID(id)) }),
			kit.Link(v.env.Say("Leave out"), func() { s.Set(in.Name, without(kept, id)) }))))
	}
	add := kit.Row(0, kit.Secondary(v.env.Say("Attach a file…"), func() { v.attach(s, in, kept) }))
	return kit.Stack(kit.Near, kit.Rows(rows...), add)
}

// without is a list of identifiers, as a field holds it, without one.
func without(all []string, id string) string {
	var left []string
	for _, one := range all {
		if one != id {
			left = append(left, one)
		}
	}
	return strings.Join(left, "\n")
}

func (v *itemView) attach(s *formpage.Screen, in form.Input, kept []string) {
	kit.AskPath(v.env, kit.Pick{Title: v.env.Say("Attach a file"), Confirm: v.env.Say("Attach"), From: v.env.Home, Files: true,
		Say:     v.env.Say("A PDF or a picture. It is kept encrypted in the vault; the file that it came from stays where it is."),
		Endings: []string{".pdf", ".jpg", ".jpeg", ".png"},
		Picked: func(path string) string {
			id, wrong := v.model.Attach(path)
			if wrong != "" {
				return wrong
			}
			s.Set(in.Name, strings.Join(append(kept, string(id)), "\n"))
			return ""
		}})
}

// takeOut writes a file of the evidence to the disk.
func (v *itemView) takeOut(id record.ID) {
	data, about, err := v.board.Attachments().Bytes(board.EvidenceOwner, id)
	outfile.Write(v.desk, outfile.File{Title: v.env.Say("Where to put the copy"), Name: v.env.Say("page"), Ending: "." + string(about.Type),
		Make: func() ([]byte, error) { return data, err }})
}

// history is what was answered before.
func (v *itemView) history(*formpage.Screen) fyne.CanvasObject {
	past := v.model.History()
	if len(past) == 0 {
		return nil
	}
	rows := make([]fyne.CanvasObject, len(past))
	for i, p := range past {
		side := []fyne.CanvasObject{kit.Tag(colour(p.Tone), p.Status)}
		for _, id := range p.Files {
			side = append(side, kit.Link(v.env.Say("Take out…"), func() { v.takeOut(id) }))
		}
		rows[i] = kit.Spread(kit.Gap, kit.TwoLines(kit.Body, p.On, p.Note), kit.Row(kit.Near, side...))
	}
	return kit.Card(kit.Head{Title: v.env.Say("History"), Note: v.env.Say("What was said before stays")}, kit.Rows(rows...))
}
