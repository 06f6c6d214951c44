package kit

// SecretEntry is a field for a passphrase: dots, and "Show" at its right.
//
// What is typed goes through Fyne as Go text, of which copies may stay in
// memory until it is used for something else; doc/security says so. Take
// leaves as few of them as can be.
type SecretEntry struct {
	composite
	// Entry is the field itself.
	Entry *Entry
	show  *Button
}

// NewSecretEntry makes a hidden field.
func NewSecretEntry(env *Env) *SecretEntry {
	s := &SecretEntry{Entry: NewEntry(env)}
	s.Entry.Password = true
	s.show = Link(env.Say("Show"), s.turn).Soft()
	s.become(s, tailed(s.Entry, Pad(Inset{Right: 12, Left: 6}, s.show)))
	return s
}

// Shown says whether the letters are seen.
func (s *SecretEntry) Shown() bool { return !s.Entry.Password }

// Mask hides the letters again.
func (s *SecretEntry) Mask() {
	if s.Shown() {
		s.turn()
	}
}

// Take empties the field and returns what was typed; whoever takes it wipes
// it. It is nil where nothing was typed.
func (s *SecretEntry) Take() []byte {
	if s.Entry.Text == "" {
		return nil
	}
	typed := []byte(s.Entry.Text)
	s.Entry.With("")
	return typed
}

func (s *SecretEntry) beforeEdit(do func())  { s.Entry.beforeEdit(do) }
func (s *SecretEntry) setLabel(label string) { s.Entry.setLabel(label) }

func (s *SecretEntry) turn() {
	s.Entry.Password = !s.Entry.Password
	label := s.Entry.env.Say("Show")
	if s.Shown() {
		label = s.Entry.env.Say("Hide")
	}
	s.show.SetLabel(label)
	s.Refresh()
}
