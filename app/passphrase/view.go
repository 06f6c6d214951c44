package passphrase

import (
	"context"
	"time"

	"fyne.io/fyne/v2"

	"holdfast/app/kit"
	"holdfast/board"
)

// judgeAfter is how long typing pauses before a passphrase is judged.
const judgeAfter = 400 * time.Millisecond

// Words are what the form calls its fields.
type Words struct{ First, Again string }

// Form draws a Model.
type Form struct {
	env   *kit.Env
	model *Model
	// Changed, where it is set, is told when the form needs another height.
	Changed func()
	// Submitted, where it is set, is told when Enter is pressed.
	Submitted func()

	first, again           *kit.SecretEntry
	firstField, againField *kit.Field
	offer, strength        *kit.Slot
	others                 *kit.Button
	anyway                 *kit.Check
	judging                *kit.Debounce
	busy                   bool
	object                 fyne.CanvasObject
}

// NewForm makes an empty form.
func NewForm(env *kit.Env, judge Judge, words Words) *Form {
	f := &Form{env: env, model: NewModel(env.Book, judge), offer: kit.NewSlot(nil), strength: kit.NewSlot(nil)}
	f.first, f.again = kit.NewSecretEntry(env), kit.NewSecretEntry(env)
	f.firstField, f.againField = kit.NewField(words.First, f.first), kit.NewField(words.Again, f.again)
	f.first.Entry.OnChanged, f.again.Entry.OnChanged = f.typed, f.typedAgain
	f.first.Entry.OnSubmitted, f.again.Entry.OnSubmitted = f.next, f.submit
	f.anyway = kit.NewCheck(env.Say("It can be guessed, and I want it all the same."), false, nil)
	f.judging = kit.NewDebounce(env.Runner, judgeAfter, f.judge)
	f.redraw()
	f.object = kit.Stack(kit.Gap, f.offer, kit.Stack(kit.Near, f.firstField, f.strength, f.anyway), f.againField)
	return f
}

// Object is the form as a part.
func (f *Form) Object() fyne.CanvasObject { return f.object }

// Focus puts the cursor into the first field.
func (f *Form) Focus() { f.firstField.Focus() }

// First is the first field, for a dialog that opens on it.
func (f *Form) First() fyne.Focusable { return f.first.Entry }

// SetMistake says below the first field what is wrong.
func (f *Form) SetMistake(text string) {
	f.firstField.SetMistake(text)
	f.changed()
}

// Clear forgets what was typed.
func (f *Form) Clear() {
	f.first.Entry.With("")
	f.again.Entry.With("")
	f.model.Typed()
	f.judging.Stop()
	f.redraw()
}

// Take hands the passphrase over once both fields agree and it was judged;
// otherwise the form says what is wrong and then is not called.
func (f *Form) Take(then func(text string)) {
	text := f.first.Entry.Text
	wrong := f.model.Check(text, f.again.Entry.Text)
	f.firstField.SetMistake(wrong.First)
	f.againField.SetMistake(wrong.Again)
	f.changed()
	switch {
	case wrong.First != "":
		f.firstField.Focus()
	case wrong.Again != "":
		f.againField.Focus()
	case !f.busy:
		f.judging.Stop()
		f.busy = true
		f.strengthOf(text, func() { f.busy = false; f.hand(text, then) })
	}
}

func (f *Form) hand(text string, then func(text string)) {
	if f.first.Entry.Text != text {
		return // somebody typed on meanwhile
	}
	if !f.model.Accepts(f.anyway.On()) {
		f.env.Canvas.Focus(f.anyway)
		return
	}
	then(text)
}

func (f *Form) judge() {
	if f.first.Entry.Text != "" {
		f.strengthOf(f.first.Entry.Text, func() {})
	}
}

// strengthOf judges beside the window, and shows it if it is still about what
// is typed.
func (f *Form) strengthOf(text string, then func()) {
	kit.Start(f.env.Runner, func(context.Context, func(kit.Progress)) (board.Estimate, error) {
		return f.model.Strength(text), nil
	}, nil, func(e board.Estimate, _ error) {
		if f.first.Entry.Text == text {
			f.model.Judged(e)
			f.redraw()
		}
		then()
	})
}

func (f *Form) typed(string) {
	f.model.Typed()
	f.anyway.Set(false)
	f.firstField.SetMistake("")
	f.redraw()
	f.judging.Poke()
}

func (f *Form) typedAgain(string) {
	if f.againField.Mistake() != "" {
		f.againField.SetMistake("")
		f.changed()
	}
}

func (f *Form) next(string) { f.againField.Focus() }
func (f *Form) submit(string) {
	if f.Submitted != nil {
		f.Submitted()
	}
}

// use puts the offered words into the first field; they are typed once more
// by hand.
func (f *Form) use() {
	f.first.Entry.SetText(f.model.State().Offered)
	f.againField.Focus()
}

// other offers six other words; the button that was pressed stands there
// anew, and who pressed it stays on it.
func (f *Form) other() {
	f.model.Offer()
	f.redraw()
	f.env.Canvas.Focus(f.others)
}

func (f *Form) changed() {
	if f.Changed != nil {
		f.Changed()
	}
}

func (f *Form) redraw() {
	state := f.model.State()
	f.offer.Set(f.offered(state.Offered))
	f.strength.Set(judgement(state))
	if state.Weak {
		f.anyway.Show()
	} else {
		f.anyway.Hide()
	}
	f.changed()
}

func (f *Form) offered(words string) fyne.CanvasObject {
	if words == "" {
		return nil
	}
	f.others = kit.Quiet(f.env.Say("Other words"), f.other)
	return kit.Stack(10,
		kit.Banner(kit.Notice{Tone: kit.Info, Over: f.env.Say("Six words that nobody has chosen"), Lead: words, Inset: true,
			Note: f.env.Say("Write them down until you know them by heart, and keep the note away from this computer.")}),
		kit.Row(kit.Near, kit.Secondary(f.env.Say("Use these words"), f.use), f.others))
}

// judgement is how hard the passphrase is to guess, in words.
func judgement(s State) fyne.CanvasObject {
	if s.Strength == "" {
		return nil
	}
	tone := kit.OK
	if s.Weak {
		tone = kit.Care
	}
	tag := kit.Tag(tone, s.Strength)
	if s.Advice == "" {
		return kit.Row(0, tag)
	}
	return kit.Beside(12, tag, kit.NewText(kit.Small, s.Advice))
}
