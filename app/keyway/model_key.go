package keyway

import (
	"strings"

	"holdfast/board"
	"holdfast/wording"
)

// Make makes the key; it is called beside the window, and wipes what was
// typed.
type Make func() (board.Key, error)

// Take looks at what was typed, by field, and gives what makes the key of it,
// or nil where something is missing or wrong; the fields say what.
func (m *Model) Take(typed map[FieldID]string) Make {
	m.mistakes = map[FieldID]string{}
	for _, f := range m.Fields() {
		switch {
		case f.Optional:
		case f.Input == Path && (f.ID == Program && m.chosen.Program == "" || f.ID == File && m.chosen.File == ""):
			m.mistakes[f.ID] = m.book.Say("Choose it first.")
		case f.Input != Path && strings.TrimSpace(typed[f.ID]) == "":
			m.mistakes[f.ID] = m.book.Say("Type it in first.")
		}
	}
	chosen := m.chosen
	maker := func() (board.Key, error) { return board.PassphraseKey(typed[Passphrase]), nil }
	switch m.way {
	case ByPaper:
		maker = func() (board.Key, error) { return board.PaperKey(typed[Paper]) }
	case ByFile:
		maker = func() (board.Key, error) { return chosen.file(typed[Passphrase]) }
	case ByHardware:
		maker = func() (board.Key, error) {
			hardware, err := chosen.Hardware(typed[PIN])
			if err != nil {
				return nil, err
			}
			return board.HardwareKey(hardware), nil
		}
	case BySheets:
		if len(m.mistakes) == 0 {
			maker = m.sheets(typed)
		}
	}
	if len(m.mistakes) > 0 {
		return nil
	}
	return maker
}

// sheets reads both sheets at once, so that each mistake stands below its own.
func (m *Model) sheets(typed map[FieldID]string) Make {
	var both []*board.Share
	for _, field := range []FieldID{First, Second} {
		share, err := board.ParseShare(typed[field])
		if err != nil {
			m.mistakes[field] = m.explain(err)
		}
		both = append(both, share)
	}
	if len(m.mistakes) > 0 {
		return nil
	}
	key, err := board.SharesKey(both[0], both[1])
	if err != nil {
		m.mistakes[Second] = m.explain(err)
	}
	return func() (board.Key, error) { return key, nil }
}

// file is the key in the chosen file.
func (c Chosen) file(passphrase string) (board.Key, error) {
	data, err := board.ReadKeyFile(c.File)
	if err != nil {
		return nil, err
	}
	return board.FileKey(data, []byte(passphrase))
}

// Hardware is the hardware key of the chosen file and plugin.
func (c Chosen) Hardware(pin string) (*board.Hardware, error) {
	data, err := board.ReadKeyFile(c.File)
	if err != nil {
		return nil, err
	}
	return board.NewHardware(c.Program, data, &answers{pin: pin})
}

// answers is what a plugin gets to hear: the PIN that was typed, once.
type answers struct{ pin string }

// Say passes over what the plugin shows meanwhile: the window says already
// that the key may have to be touched.
func (a *answers) Say(string) error { return nil }

// Ask gives the PIN.
func (a *answers) Ask(prompt string, _ bool) (string, error) {
	if a.pin == "" {
		return "", wording.Refuse(string(PIN), "The key asks: “{prompt}”. Type it here and try again.", "prompt", prompt)
	}
	pin := a.pin
	a.pin = ""
	return pin, nil
}

// Confirm has the person do it, and try again.
func (a *answers) Confirm(prompt, _, _ string) (bool, error) {
	return false, wording.Refuse(string(Program), "The plugin of the key asks: “{prompt}”. Do so, and try again.", "prompt", prompt)
}

// Failed puts what went wrong with the key below the field that it is about;
// false where it is about none of them.
func (m *Model) Failed(err error) bool {
	what := board.Explain(err)
	fields := m.Fields()
	at := fields[len(fields)-1].ID
	switch what.Code {
	case board.CodePassphrase:
		if m.way == ByHardware {
			at = File
		}
	case board.CodeInvalid, board.CodeDenied:
		if m.way == ByFile || m.way == ByHardware {
			at = File
		}
		for _, f := range fields {
			if string(f.ID) == what.Field {
				at = f.ID
			}
		}
	default:
		return false
	}
	m.mistakes = map[FieldID]string{at: m.explain(err)}
	return true
}

func (m *Model) explain(err error) string { return board.ExplainIn(m.book, err) }
