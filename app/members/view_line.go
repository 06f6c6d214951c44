package members

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"holdfast/app/kit"
	"holdfast/app/theme"
	"holdfast/board"
)

// The columns of the list: name with the pronouns below, stage, roles, since,
// term, sheet.
var columns = [...]float32{6, -166, 4, -102, -102, -124}

// enough is the width at 100 % text below which a person is shown on two
// lines instead of in columns.
const enough float32 = 830

// barRoom is what a List leaves at its right for the bar.
const barRoom float32 = 8

// wide says whether there is room for columns.
func wide(width float32) bool {
	const plain = 15
	return width >= enough*fynetheme.Size(theme.Body)/plain
}

// eitherLayout shows the first part where there is room for columns, and the
// second where there is not.
type eitherLayout struct{}

func (eitherLayout) Layout(parts []fyne.CanvasObject, size fyne.Size) {
	show, hide := parts[0], parts[1]
	if !wide(size.Width) {
		show, hide = hide, show
	}
	hide.Hide()
	show.Show()
	show.Move(fyne.NewPos(0, 0))
	show.Resize(size)
}

func (eitherLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(200, 20) }

// line shows a board.Row of the list.
type line struct {
	kit.Part
	model *List
	parts [2]*fyne.Container
	// least is as high as any line, so that lines keep their height whoever
	// they show.
	least *fyne.Container

	name, pronouns, roles, since, term *kit.Text
	shortName, shortNote               *kit.Text
	stage, sheet                       *word
	shortStage, shortSheet             *word
}

func newLine(model *List) kit.Line[board.Row] {
	small := func(lines int) *kit.Text { return kit.NewText(kit.Small, "").Most(lines) }
	l := &line{model: model,
		name: kit.NewText(kit.Strong, "").Most(1), pronouns: small(1), roles: small(2), since: small(2), term: small(2),
		shortName: kit.NewText(kit.Strong, "").Most(1), shortNote: small(1),
		stage: newWord(), sheet: newWord(), shortStage: newWord(), shortSheet: newWord(),
	}
	room := kit.Inset{Top: 7, Right: 12, Bottom: 7, Left: 12}
	l.parts[0] = kit.Pad(room, kit.Shares(columns[:],
		kit.Stack(kit.Hair, l.name, l.pronouns), l.stage.place, l.roles, l.since, l.term, l.sheet.place))
	l.parts[1] = kit.Pad(room, kit.Shares([]float32{1, -166, -124},
		kit.Stack(kit.Hair, l.shortName, l.shortNote), l.shortStage.place, l.shortSheet.place))
	l.least = kit.Pad(room, kit.Stack(kit.Hair, kit.NewText(kit.Strong, "X"), kit.NewText(kit.Small, "X")))
	l.Become(l, &fyne.Container{Layout: eitherLayout{}, Objects: []fyne.CanvasObject{l.parts[0], l.parts[1]}})
	return l
}

// Fill shows a person.
func (l *line) Fill(person board.Row) {
	r := l.model.Word(person)
	l.name.SetText(r.Name)
	l.pronouns.SetText(r.Pronouns)
	l.roles.SetText(r.Roles)
	l.since.SetText(r.Since)
	l.term.SetText(r.TermEnd)
	l.stage.say(stageTone(r.Stage), r.StageWord)
	sheetTone := kit.Care
	if r.Fresh {
		sheetTone = kit.OK
	}
	l.sheet.say(sheetTone, r.Sheet)
	l.shortName.SetText(r.Name)
	l.shortNote.SetText(r.Note)
	l.shortStage.say(stageTone(r.Stage), r.StageWord)
	l.shortSheet.say(sheetTone, r.Sheet)
}

// HeightFor is that of what is shown at the width.
func (l *line) HeightFor(width float32) float32 {
	part := l.parts[1]
	if wide(width) {
		part = l.parts[0]
	}
	return max(kit.HeightFor(part, width), kit.HeightFor(l.least, width))
}

// word is a place for a tag whose words change. There are as many tags as
// there are stages, and each is made once.
type word struct {
	place *kit.Slot
	made  map[string]fyne.CanvasObject
}

func newWord() *word { return &word{place: kit.NewSlot(nil), made: map[string]fyne.CanvasObject{}} }

func (w *word) say(tone kit.Tone, text string) {
	if text == "" {
		w.place.Set(nil)
		return
	}
	if w.made[text] == nil {
		w.made[text] = kit.Tag(tone, text)
	}
	w.place.Set(w.made[text])
}

// titles are the names of the columns.
type titles struct {
	kit.Part
	names *fyne.Container
}

func newTitles(env *kit.Env) *titles {
	title := func(text string) *kit.Text { return kit.NewText(kit.SmallStrong, text).In(kit.Muted).Most(1) }
	t := &titles{names: kit.Stack(6, kit.Pad(kit.Inset{Top: 6, Right: 12 + barRoom, Left: 12}, kit.Shares(columns[:],
		title(env.Say("Name")), title(env.Say("Stage")), title(env.Say("Roles")),
		title(env.Say("Member since")), title(env.Say("Term ends")), title(env.Say("Contact sheet")))),
		kit.Pad(kit.Inset{Right: barRoom}, kit.Hairline()))}
	t.Become(t, &fyne.Container{Layout: eitherLayout{}, Objects: []fyne.CanvasObject{t.names, kit.Spacer(0)}})
	return t
}

// HeightFor is that of the names, or nothing where there are no columns.
func (t *titles) HeightFor(width float32) float32 {
	if wide(width) {
		return kit.HeightFor(t.names, width)
	}
	return 0
}
