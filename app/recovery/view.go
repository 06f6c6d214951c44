package recovery

import (
	"context"
	"os"

	"fyne.io/fyne/v2"

	"holdfast/app/kit"
)

// codeEdge is how large the code is: large enough for a telephone held over
// the screen.
const codeEdge = 168

// Sheet shows the kit.
type Sheet struct {
	env   *kit.Env
	model *Model
	// Changed, where it is set, is told when the sheet needs another height.
	Changed func()
	said    *kit.Slot
	object  fyne.CanvasObject
}

// NewSheet makes the sheet.
func NewSheet(env *kit.Env, model *Model) *Sheet {
	s := &Sheet{env: env, model: model, said: kit.NewSlot(nil)}
	state := model.State()
	s.object = kit.Stack(kit.Gap,
		s.key(state),
		kit.Facts(kit.Fact{Label: env.Say("Fingerprint of the vault"), Value: kit.NewText(kit.Code, state.Fingerprint)}),
		kit.NewText(kit.Small, env.Say("The two characters after each dash check that group: with them, a slip of the pen is found and named. Whoever opens the vault with this key compares the fingerprint.")),
		kit.Row(kit.Near,
			kit.Secondary(env.Say("Save a PDF to print…"), s.askPDF),
			kit.Secondary(env.Say("Save as a key file on a stick…"), s.askFile)),
		kit.NewText(kit.Small, env.Say("No printer? Copy the ten groups by hand, with their check characters.")),
		s.said)
	return s
}

// Object is the sheet as a part.
func (s *Sheet) Object() fyne.CanvasObject { return s.object }

func (s *Sheet) key(state State) fyne.CanvasObject {
	cells := make([]fyne.CanvasObject, len(state.Groups))
	for i, g := range state.Groups {
		cells[i] = groupCell(s.env, g)
	}
	groups := kit.Grid(138, cells...)
	if state.Code == nil {
		return groups
	}
	return kit.Beside(kit.Gap, kit.QR(state.Code, codeEdge), groups)
}

// groupCell is a group with its number in front.
func groupCell(env *kit.Env, g Group) fyne.CanvasObject {
	return kit.NewSpans(
		kit.Span{Text: env.Book.Number(g.Number) + "  ", Style: kit.Small},
		kit.Span{Text: g.Text, Style: kit.Code},
		kit.Span{Text: "-" + g.Check, Style: kit.Code, Tone: kit.Info})
}

func (s *Sheet) askPDF() {
	s.ask(s.env.Say("Save the recovery kit"), "recovery-kit.pdf", s.model.SavePDF, s.model.SavedPDF)
}

func (s *Sheet) askFile() {
	s.ask(s.env.Say("Save a key file"), "recovery-key.txt", s.model.SaveFile, s.model.SavedFile)
}

// ask asks where to, and writes beside the window: a stick may be slow.
func (s *Sheet) ask(title, name string, write func(path string) error, wrote func(string, error)) {
	kit.AskPath(s.env, kit.Pick{
		Title: title, Say: s.env.Say("Best on a stick. On this computer, remove the file as soon as you have printed it."),
		Confirm: s.env.Say("Save here"), From: s.env.Home, Save: name,
		Picked: func(path string) string { return s.save(path, write, wrote) },
	})
}

func (s *Sheet) save(path string, write func(path string) error, wrote func(string, error)) string {
	if _, err := os.Lstat(path); err == nil {
		return s.env.Say("There is a file of that name already. Choose another name.")
	}
	kit.Start(s.env.Runner, func(context.Context, func(kit.Progress)) (struct{}, error) {
		return struct{}{}, write(path)
	}, nil, func(_ struct{}, err error) { wrote(path, err); s.redraw() })
	return ""
}

func (s *Sheet) redraw() {
	s.said.Set(said(s.model.State()))
	if s.Changed != nil {
		s.Changed()
	}
}

// said is what was written out, or what went wrong.
func said(state State) fyne.CanvasObject {
	switch {
	case state.Trouble != "":
		return kit.Banner(kit.Notice{Tone: kit.Care, Text: state.Trouble, Inset: true})
	case state.Saved != "":
		return kit.Banner(kit.Notice{Tone: kit.OK, Lead: state.Where, Text: state.Saved, Inset: true})
	default:
		return nil
	}
}
