package settings

import (
	"context"
	"strings"

	"holdfast/app/keyway"
	"holdfast/board"
	"holdfast/record"
)

// KeyRow is one keyholder.
type KeyRow struct {
	ID    record.ID
	Label string
	// Kind is what sort of key it is, Added the day.
	Kind, Added string
	// Words say how things stand with it; Care those that need a look.
	Words, Care []string
	// Passphrase says that it has one which can be changed here, Removable
	// that it can be taken away now.
	Passphrase, Removable bool
	// Way is how the key is given for a rehearsal; "" where it is not
	// rehearsed.
	Way keyway.Way
}

// KeysState is what the page about keys shows.
type KeysState struct {
	Rows        []KeyRow
	Fingerprint string
	// Compare asks to compare the fingerprint: the key in use never vouched
	// for the vault.
	Compare bool
	// OnlyOne says that nobody else could open the vault.
	OnlyOne bool
	Trouble string
}

// Keys is the page as it is now.
func (m *Model) Keys() KeysState {
	holders, err := m.board.Keyholders()
	if err != nil {
		return KeysState{Trouble: m.Explain(err)}
	}
	print, err := m.board.Fingerprint()
	if err != nil {
		return KeysState{Trouble: m.Explain(err)}
	}
	s := KeysState{Fingerprint: print, OnlyOne: len(holders) == 1}
	for _, h := range holders {
		s.Rows = append(s.Rows, m.keyRow(h, len(holders)))
		s.Compare = s.Compare || h.Mine && !h.Attested
	}
	return s
}

func (m *Model) keyRow(h board.Keyholder, holders int) KeyRow {
	row := KeyRow{
		ID: h.ID, Label: h.Label, Kind: m.book.Render(board.KeyKindName(h.Kind)),
		Added:      m.book.Date(record.DateOf(h.Added)),
		Passphrase: h.Kind == board.KeyPassphrase, Removable: !h.Mine && holders > 1,
	}
	if h.Mine {
		row.Words = append(row.Words, m.book.Say("In use now"))
	}
	if !h.Attested && !h.Mine {
		row.Care = append(row.Care, m.book.Say("Not used yet"))
	}
	if h.Kind != board.KeyPassphrase && h.Kind != board.KeyRecipient {
		row.Way = keyway.Of(h.Kind)
	}
	switch {
	case !h.Rehearsed.IsZero():
		row.Words = append(row.Words, m.book.Say("Rehearsed {day}", "day", h.Rehearsed))
	case board.Recovery(h.Kind) && !h.ReadBack.IsZero():
		row.Care = append(row.Care, m.book.Say("Never rehearsed"))
	}
	if h.Kind == board.KeyPaper {
		if h.ReadBack.IsZero() {
			row.Care = append(row.Care, m.book.Say("Never read back"))
		} else {
			row.Words = append(row.Words, m.book.Say("Read back {day}", "day", h.ReadBack))
		}
	}
	return row
}

// Attest vouches for the vault after the fingerprint was compared.
func (m *Model) Attest() string { return m.Explain(m.board.Attest()) }

// Rename changes what a key is called in the list.
func (m *Model) Rename(id record.ID, label string) string {
	if strings.TrimSpace(label) == "" {
		return m.book.Say("Write whose key it is, or where it lies.")
	}
	return m.Explain(m.board.RenameKeyholder(id, strings.TrimSpace(label)))
}

// NameMistake is what is wrong with the name of a new key, before any work.
func (m *Model) NameMistake(label string) string {
	if strings.TrimSpace(label) == "" {
		return m.book.Say("Write whose key it is, or where it lies.")
	}
	return ""
}

// Work is something about keys that takes a while and runs beside the window.
type Work func(ctx context.Context, progress board.Progress) error

// AddPerson lets somebody open the vault with a passphrase of their own.
func (m *Model) AddPerson(label, passphrase string) Work {
	return func(ctx context.Context, _ board.Progress) error {
		_, err := m.board.AddPassphrase(ctx, strings.TrimSpace(label), passphrase)
		return err
	}
}

// AddFile makes a key file and writes it to a path.
func (m *Model) AddFile(label, passphrase, path string) Work {
	return func(ctx context.Context, _ board.Progress) error {
		secret := []byte(passphrase)
		defer clear(secret)
		_, err := m.board.AddFile(ctx, strings.TrimSpace(label), secret, path)
		return err
	}
}

// AddPaper makes a paper key; made is given its kit.
func (m *Model) AddPaper(label string, made func(*board.Kit)) Work {
	return func(ctx context.Context, _ board.Progress) error {
		kit, err := m.board.AddPaper(ctx, strings.TrimSpace(label))
		if err == nil {
			made(kit)
		}
		return err
	}
}

// AddSheets divides a key among three sheets; drawn is given them.
func (m *Model) AddSheets(label string, drawn func(*board.Sheets)) Work {
	return func(ctx context.Context, _ board.Progress) error {
		sheets, err := m.board.DrawSheets(ctx, strings.TrimSpace(label))
		if err == nil {
			drawn(sheets)
		}
		return err
	}
}

// AddRecipient lets the holder of a public key open the vault.
func (m *Model) AddRecipient(label, recipient string) Work {
	return func(ctx context.Context, _ board.Progress) error {
		_, err := m.board.AddRecipient(ctx, strings.TrimSpace(label), recipient)
		return err
	}
}

// AddHardware tries a hardware key and lets it open the vault.
func (m *Model) AddHardware(label string, key keyway.Make) Work {
	return func(ctx context.Context, _ board.Progress) error {
		made, err := key()
		if err != nil {
			return err
		}
		hardware, ok := made.(*board.Hardware)
		if !ok {
			return record.ErrInvalid
		}
		_, err = m.board.AddHardware(ctx, strings.TrimSpace(label), hardware)
		return err
	}
}

// Rehearse proves that a key opens the vault; proved is given what it is
// called.
func (m *Model) Rehearse(key keyway.Make, proved func(label string)) Work {
	return func(ctx context.Context, _ board.Progress) error {
		made, err := key()
		if err != nil {
			return err
		}
		holder, err := m.board.Rehearse(ctx, made)
		if err == nil {
			proved(holder.Label)
		}
		return err
	}
}

// Forgotten are the passphrases one of which was forgotten: those that did
// not open the vault now.
func (m *Model) Forgotten() []KeyRow {
	holders, err := m.board.Keyholders()
	if err != nil {
		return nil
	}
	var rows []KeyRow
	for _, h := range holders {
		if h.Kind == board.KeyPassphrase && !h.Mine {
			rows = append(rows, m.keyRow(h, len(holders)))
		}
	}
	return rows
}

// ChangePassphrase gives a key another passphrase; feared also writes the
// vault anew under fresh keys.
func (m *Model) ChangePassphrase(id record.ID, passphrase string, feared bool) Work {
	return func(ctx context.Context, progress board.Progress) error {
		return m.board.ChangePassphrase(ctx, id, passphrase, feared, progress)
	}
}

// Remove takes a key away and writes the vault anew under fresh keys.
func (m *Model) Remove(id record.ID) Work {
	return func(ctx context.Context, progress board.Progress) error {
		return m.board.RemoveKeyholder(ctx, id, progress)
	}
}

// Failed says what went wrong: of the name, of the passphrase, or of neither.
func (m *Model) Failed(err error) (label, passphrase, other string) {
	what := board.Explain(err)
	switch said := m.render(what.Says); what.Field {
	case "label":
		return said, "", ""
	case "passphrase":
		return "", said, ""
	default:
		return "", "", said
	}
}

// Stopped says that an error is only somebody's "Stop".
func Stopped(err error) bool { return board.Explain(err).Code == board.CodeStopped }
