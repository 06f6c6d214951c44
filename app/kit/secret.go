package kit

import (
	"fyne.io/fyne/v2"
)

// SecretEntry is a field for a passphrase: dots, and "Show" at its right.
//
// What is typed goes through Fyne as Go text, of which copies may stay in
// memory until it is used for something else; doc/security says so. Take
// leaves as few of them as can be.
type SecretEntry struct {
	Entry
	show *Button
}

// NewSecretEntry makes a hidden field.
func NewSecretEntry(env *Env) *SecretEntry {
	s := &SecretEntry{}
	s.env, s.self = env, s
	s.Password = true
	s.Wrapping = fyne.TextWrapOff
	s.Scroll = fyne.ScrollHorizontalOnly
	s.show = Link(env.Say("Show"), s.turn).Soft()
	s.ActionItem = Pad(Inset{Right: 12, Left: 6}, s.show)
	s.ExtendBaseWidget(s)
	return s
}

// Shown says whether the letters are seen.
func (s *SecretEntry) Shown() bool { return !s.Password }

// Mask hides the letters again.
func (s *SecretEntry) Mask() {
	if s.Shown() {
		s.turn()
	}
}

// Take empties the field and returns what was typed; whoever takes it wipes
// it. It is nil where nothing was typed.
func (s *SecretEntry) Take() []byte {
	if s.Text == "" {
		return nil
	}
	typed := []byte(s.Text)
	s.With("")
	return typed
}

func (s *SecretEntry) turn() {
	s.Password = !s.Password
	label := s.env.Say("Show")
	if s.Shown() {
		label = s.env.Say("Hide")
	}
	s.show.SetLabel(label)
	s.Refresh()
}
