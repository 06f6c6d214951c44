package keyform

import (
	"fyne.io/fyne/v2"

	"holdfast/app/keyway"
	"holdfast/app/kit"
)

// linesOfKey is how high the field of a paper key or sheet is.
const linesOfKey = 4

// Form draws a keyway.Model.
type Form struct {
	env   *kit.Env
	model *keyway.Model
	// Submitted is told when Enter is pressed in the last field, Changed when
	// the form needs another height; both may be nil.
	Submitted, Changed func()

	entries map[keyway.FieldID]*kit.Entry
	secrets map[keyway.FieldID]*kit.SecretEntry
	fields  map[keyway.FieldID]*kit.Field
	place   *kit.Slot
}

// New makes the form of a way; chosen is what was chosen before.
func New(env *kit.Env, way keyway.Way, chosen keyway.Chosen) *Form {
	f := &Form{env: env, model: keyway.NewModel(env.Book, way, chosen), place: kit.NewSlot(nil)}
	f.build()
	return f
}

// Object is the form as a part.
func (f *Form) Object() fyne.CanvasObject { return f.place }

// Model is what the form draws.
func (f *Form) Model() *keyway.Model { return f.model }

// Choose shows the fields of another way.
func (f *Form) Choose(way keyway.Way) {
	f.model.Choose(way)
	f.build()
}

// Focus puts the cursor into the first field that has a mistake, or that can
// be typed into.
func (f *Form) Focus() {
	for _, wrong := range []bool{true, false} {
		for _, field := range f.model.Fields() {
			if field.Input != keyway.Path && (!wrong || field.Mistake != "") {
				f.fields[field.ID].Focus()
				return
			}
		}
	}
}

// First is what a dialog opens on.
func (f *Form) First() fyne.Focusable {
	for _, field := range f.model.Fields() {
		if e := f.entries[field.ID]; e != nil {
			return e
		}
		if s := f.secrets[field.ID]; s != nil {
			return s.Entry
		}
	}
	return nil
}

// Take is keyway.Model.Take of what stands in the fields. Secrets are taken out of
// theirs, unless something else is missing.
func (f *Form) Take() keyway.Make {
	typed := map[keyway.FieldID]string{}
	for id, e := range f.entries {
		typed[id] = e.Text
	}
	for id, s := range f.secrets {
		raw := s.Take()
		typed[id] = string(raw)
		clear(raw)
	}
	taken := f.model.Take(typed)
	if taken == nil { // nothing was tried, so nothing has to be typed again
		for id, s := range f.secrets {
			s.Entry.With(typed[id])
		}
	}
	f.redraw()
	return taken
}

// Failed is keyway.Model.Failed.
func (f *Form) Failed(err error) bool {
	known := f.model.Failed(err)
	f.redraw()
	return known
}

func (f *Form) build() {
	f.entries, f.secrets, f.fields = map[keyway.FieldID]*kit.Entry{}, map[keyway.FieldID]*kit.SecretEntry{}, map[keyway.FieldID]*kit.Field{}
	fields := f.model.Fields()
	parts := make([]fyne.CanvasObject, len(fields))
	for i, field := range fields {
		f.fields[field.ID] = kit.NewField(field.Label, f.input(field, i == len(fields)-1)).Help(field.Help)
		parts[i] = f.fields[field.ID]
	}
	f.place.Set(kit.Stack(12, parts...))
	f.redraw()
}

// input is what a field is filled in with.
func (f *Form) input(field keyway.Field, last bool) fyne.CanvasObject {
	switch field.Input {
	case keyway.Path:
		return kit.Spread(kit.Near, kit.NewText(kit.Body, field.Chosen).Most(1), kit.Secondary(field.Choose, func() { f.pick(field) }))
	case keyway.Lines:
		f.entries[field.ID] = kit.NewLines(f.env, linesOfKey)
		return f.entries[field.ID]
	}
	secret := kit.NewSecretEntry(f.env)
	secret.Entry.OnSubmitted = func(string) { f.entered(last) }
	f.secrets[field.ID] = secret
	return secret
}

func (f *Form) entered(last bool) {
	if last && f.Submitted != nil {
		f.Submitted()
	}
}

// pick asks for a file, or for the plugin's program.
func (f *Form) pick(field keyway.Field) {
	kit.AskPath(f.env, kit.Pick{Title: field.Label, Confirm: f.env.Say("Use this file"), From: f.env.Home, Files: true,
		Picked: func(path string) string { f.picked(field.ID, path); return "" }})
}

func (f *Form) picked(id keyway.FieldID, path string) {
	f.model.Pick(id, path)
	kept := map[keyway.FieldID]string{}
	for id, s := range f.secrets {
		kept[id] = s.Entry.Text
	}
	f.build()
	for id, text := range kept {
		f.secrets[id].Entry.With(text)
	}
	f.Focus()
}

func (f *Form) redraw() {
	for _, field := range f.model.Fields() {
		f.fields[field.ID].SetMistake(field.Mistake)
	}
	if f.Changed != nil {
		f.Changed()
	}
}
