package members

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"holdfast/app/kit"
	"holdfast/app/theme"
	"holdfast/board"
)

// The columns of the list: name, stage, roles, since, term, sheet.
var columns = [...]float32{5, -172, 4, 3.4, 3.4, -124}

// enough is the width at 100 % text below which a person is shown on two
// lines instead of in columns.
const enough float32 = 800

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

	name, roles, since, term *kit.Text
	shortName, shortNote     *kit.Text
	stage, sheet             *word
	shortStage, shortSheet   *word
}

func newLine(model *List) kit.Line[board.Row] {
	small := func() *kit.Text { return kit.NewText(kit.Small, "").Most(1) }
	l := &line{model: model,
		name: kit.NewSpans().Most(1), roles: kit.NewText(kit.Body, "").Most(1), since: small(), term: small(),
		shortName: kit.NewSpans().Most(1), shortNote: small(),
		stage: newWord(), sheet: newWord(), shortStage: newWord(), shortSheet: newWord(),
	}
	room := kit.Inset{Top: 9, Right: 12, Bottom: 9, Left: 12}
	l.parts[0] = kit.Pad(room, kit.Shares(columns[:], l.name, l.stage.place, l.roles, l.since, l.term, l.sheet.place))
	l.parts[1] = kit.Pad(room, kit.Shares([]float32{1, -172, -124},
		kit.Stack(kit.Hair, l.shortName, l.shortNote), l.shortStage.place, l.shortSheet.place))
	l.Become(l, &fyne.Container{Layout: eitherLayout{}, Objects: []fyne.CanvasObject{l.parts[0], l.parts[1]}})
	return l
}

// Fill shows a person.
func (l *line) Fill(person board.Row) {
	r := l.model.Word(person)
	name := []kit.Span{{Text: r.Name, Style: kit.Strong}}
	if r.Pronouns != "" {
		name = append(name, kit.Span{Text: "  " + r.Pronouns, Style: kit.Small})
	}
	l.name.SetSpans(name...)
	l.roles.SetText(r.Roles)
	l.since.SetText(r.Since)
	l.term.SetText(r.TermEnd)
	l.stage.say(stageTone(r.Stage), r.StageWord)
	sheetTone := kit.Care
	if r.Fresh {
		sheetTone = kit.OK
	}
	l.sheet.say(sheetTone, r.Sheet)
	l.shortName.SetSpans(name...)
	l.shortNote.SetText(r.Roles)
	l.shortStage.say(stageTone(r.Stage), r.StageWord)
	l.shortSheet.say(sheetTone, r.Sheet)
}

// HeightFor is that of what is shown at the width.
func (l *line) HeightFor(width float32) float32 {
	if wide(width) {
		return kit.HeightFor(l.parts[0], width)
	}
	return kit.HeightFor(l.parts[1], width)
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
	title := func(text string) *kit.Text { return kit.NewText(kit.SmallStrong, text).Most(1) }
	t := &titles{names: kit.Pad(kit.Inset{Top: 4, Right: 12 + barRoom, Left: 12}, kit.Shares(columns[:],
		title(env.Say("Name")), title(env.Say("Stage")), title(env.Say("Roles")),
		title(env.Say("Member since")), title(env.Say("Term ends")), title(env.Say("Contact sheet"))))}
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
