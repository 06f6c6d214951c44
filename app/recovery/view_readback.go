package recovery

import (
	"fyne.io/fyne/v2"

	"holdfast/app/kit"
)

// ReadBack asks for groups of the kit, which it does not show.
type ReadBack struct {
	env   *kit.Env
	model *Model
	// Done is told once the kit was read back.
	Done func()
	// Changed, where it is set, is told when it needs another height.
	Changed func()

	entries []*kit.Entry
	fields  []*kit.Field
	trouble *kit.Slot
	object  fyne.CanvasObject
}

// NewReadBack draws the groups and makes their fields.
func NewReadBack(env *kit.Env, model *Model, done func()) *ReadBack {
	r := &ReadBack{env: env, model: model, Done: done, trouble: kit.NewSlot(nil)}
	model.Ask()
	state := model.State()
	parts := []fyne.CanvasObject{r.trouble}
	for i, group := range state.Asked {
		entry := kit.NewEntry(env)
		field := kit.NewField(env.Say("Group {n}", "n", group), entry)
		entry.OnSubmitted = func(string) { r.entered(i) }
		r.entries, r.fields = append(r.entries, entry), append(r.fields, field)
		parts = append(parts, field)
	}
	parts = append(parts,
		kit.NewText(kit.Small, env.Say("With or without the check characters; capital and small letters are the same.")),
		kit.Row(0, kit.Link(env.Say("I saved it as a key file: choose the file…"), r.askFile)),
		kit.NewText(kit.Small, env.Say("Two groups show that you have the key. Only a rehearsal proves the whole of it: once everything is set up, open the vault with it.")))
	r.object = kit.Stack(kit.Gap, parts...)
	r.redraw(state)
	return r
}

// Object is the fields as a part.
func (r *ReadBack) Object() fyne.CanvasObject { return r.object }

// First is the first field, or nil where there is none.
func (r *ReadBack) First() fyne.Focusable {
	if len(r.entries) == 0 {
		return nil
	}
	return r.entries[0]
}

// entered goes to the next field, or checks.
func (r *ReadBack) entered(i int) {
	if i+1 < len(r.fields) {
		r.fields[i+1].Focus()
		return
	}
	r.Check()
}

// Check looks at what was typed, and tells Done where it is right.
func (r *ReadBack) Check() bool {
	typed := make([]string, len(r.entries))
	for i, e := range r.entries {
		typed[i] = e.Text
	}
	mistakes, right := r.model.Check(typed)
	if right {
		r.Done()
		return true
	}
	first := true
	for i, mistake := range mistakes {
		r.fields[i].SetMistake(mistake)
		if mistake != "" && first {
			first = false
			r.fields[i].Focus()
		}
	}
	r.redraw(r.model.State())
	return false
}

// Later puts it off, and says whether that was kept.
func (r *ReadBack) Later() bool {
	kept := r.model.Later()
	r.redraw(r.model.State())
	return kept
}

func (r *ReadBack) askFile() {
	kit.AskPath(r.env, kit.Pick{
		Title: r.env.Say("Choose the key file"), Confirm: r.env.Say("Read it"), From: r.env.Home, Files: true,
		Picked: r.picked,
	})
}

func (r *ReadBack) picked(path string) string {
	mistake := r.model.CheckFile(path)
	if mistake == "" {
		r.env.Runner.After(0, r.Done) // once the question is off the window
	}
	return mistake
}

func (r *ReadBack) redraw(state State) {
	r.trouble.Set(nil)
	if state.Trouble != "" {
		r.trouble.Set(kit.Banner(kit.Notice{Tone: kit.Care, Text: state.Trouble, Inset: true}))
	}
	if r.Changed != nil {
		r.Changed()
	}
}
