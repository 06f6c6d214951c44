package keyring

import (
	"bytes"
	"context"
	"crypto/subtle"
	"errors"
	"io"
	"slices"

	"filippo.io/age"

	"holdfast/record"
	"holdfast/store/internal/seal"
	"holdfast/store/keyring/plugin"
	"holdfast/wording"
)

// Hardware is a key that an age plugin keeps, most often in a piece of
// hardware that never gives it out.
//
// Its keyholder has an identity of its own, drawn like a paper key's and
// sealed to the hardware in the vault's header. So the vault can be changed on
// a computer that does not have the plugin, and the keyholder vouches for the
// vault as every other does.
type Hardware struct {
	program plugin.Program
	file    plugin.File
	talk    plugin.Talk
}

// NewHardware makes one of the plugin at a path and of the key file that the
// plugin made. What the plugin wants from the person goes through talk. It
// fails with a wording.Problem (fields "plugin" and "key"), or as the disk
// does; the plugin is not started yet.
func NewHardware(path string, file []byte, talk plugin.Talk) (*Hardware, error) {
	program, err := plugin.At(path)
	if err != nil {
		return nil, err
	}
	parsed, err := plugin.Parse(file)
	if err != nil {
		return nil, err
	}
	if parsed.Name != program.Name() {
		return nil, wording.Refuse("plugin", "The key is of the plugin “{want}”, and “{got}” was chosen.", "want", parsed.Name, "got", program.Name())
	}
	return &Hardware{program: program, file: parsed, talk: talk}, nil
}

// Try seals something to the hardware and opens it again: the plugin works,
// the key is there, and it is safe enough for a vault. It fails as
// EnrolHardware does.
func (h *Hardware) Try(ctx context.Context) error {
	_, err := EnrolHardware(ctx, "try", h)
	return err
}

// EnrolHardware is a keyholder whose key lies in hardware. What is sealed to
// it is opened again before it counts. It fails with a wording.Problem: for the
// label, for what the plugin says, and where the key is not labelled as
// post-quantum (field "key"); with ErrWrongKey where the hardware is not the
// one of the key file; or when ctx ends.
func EnrolHardware(ctx context.Context, label string, h *Hardware) (*Enrolment, error) {
	e, err := drawn(KindHardware, label)
	if err != nil {
		return nil, err
	}
	if e.sealed, err = h.seal(ctx, e.identity); err != nil {
		return nil, err
	}
	fileKey, err := h.fileKey(ctx, e.sealed)
	if err != nil {
		return nil, err
	}
	defer clear(fileKey)
	seal.Within(func() {
		var text []byte
		if text, err = unsealed(e.sealed, fileKey); err == nil && subtle.ConstantTimeCompare(text, []byte(e.identity)) != 1 {
			err = ErrWrongKey
		}
		clear(text)
	})
	return e, err
}

// labelPostQuantum is what age's hybrid recipients are labelled with.
const labelPostQuantum = "postquantum"

// safe is a recipient that must be labelled as post-quantum: what is sealed to
// it lies in the header for years, for anybody to copy.
type safe struct{ plugin.Recipient }

// WrapWithLabels refuses what is not labelled as post-quantum.
func (s safe) WrapWithLabels(fileKey []byte) ([]*age.Stanza, []string, error) {
	stanzas, labels, err := s.Recipient.WrapWithLabels(fileKey)
	if err == nil && !slices.Contains(labels, labelPostQuantum) {
		err = wording.Refuse("key", "This hardware key can't be used safely: its plugin does not say that it withstands quantum computers, so a copy of the vault that is taken today could be opened with it one day. Use another plugin, or a paper key, a key file or three sheets instead.")
	}
	return stanzas, labels, err
}

// seal is an identity as an age file to the hardware. The plugin runs, so this
// is outside of seal.Within but for the secret itself.
func (h *Hardware) seal(ctx context.Context, identity string) ([]byte, error) {
	var out bytes.Buffer
	w, err := age.Encrypt(&out, safe{h.program.Recipient(ctx, h.file.Recipient, h.talk)})
	if err != nil {
		return nil, err
	}
	seal.Within(func() {
		text := []byte(identity)
		_, err = w.Write(text)
		err = errors.Join(err, w.Close())
		clear(text)
	})
	if err == nil && out.Len() > mostSealed {
		err = wording.Refuse("key", "What this hardware key seals is too large to be kept.")
	}
	return out.Bytes(), err
}

// fileKey asks the hardware for the key of an age file. It fails with
// ErrWrongKey where the file was sealed to something else.
func (h *Hardware) fileKey(ctx context.Context, sealed []byte) ([]byte, error) {
	taken := &taker{from: h.program.Identity(ctx, h.file.Identity, h.talk)}
	_, err := age.Decrypt(bytes.NewReader(sealed), taken)
	switch {
	case taken.key != nil:
		return taken.key, nil
	case taken.err == nil:
		return nil, ErrForged // it is no age file at all
	case errors.Is(err, age.ErrIncorrectIdentity):
		return nil, ErrWrongKey
	}
	return nil, taken.err
}

// taker keeps what another identity found, and finds nothing itself: the file
// is opened elsewhere.
type taker struct {
	from age.Identity
	key  []byte
	err  error
}

// Unwrap asks the other identity.
func (t *taker) Unwrap(stanzas []*age.Stanza) ([]byte, error) {
	if t.key, t.err = t.from.Unwrap(stanzas); t.err == nil {
		return nil, age.ErrIncorrectIdentity
	}
	return nil, t.err
}

// given is an identity that knows the key of one file.
type given []byte

// Unwrap gives the key.
func (g given) Unwrap([]*age.Stanza) ([]byte, error) { return g, nil }

// unsealed opens an age file with its key, to the last byte. It runs inside
// seal.Within.
func unsealed(sealed, fileKey []byte) ([]byte, error) {
	r, err := age.Decrypt(bytes.NewReader(sealed), given(fileKey))
	if err != nil {
		return nil, ErrForged
	}
	text, err := io.ReadAll(r)
	if err != nil || len(text) != identitySize {
		clear(text)
		return nil, ErrForged
	}
	return text, nil
}

// HardwareKey is the key that a piece of hardware keeps. Unlock waits for it:
// for a touch, perhaps, or a PIN.
func HardwareKey(h *Hardware) Key { return h }

// ready asks the hardware about every keyholder of its kind.
func (h *Hardware) ready(ctx context.Context, among []entry) (Key, error) {
	for _, e := range among {
		if e.Kind != KindHardware {
			continue
		}
		fileKey, err := h.fileKey(ctx, e.Identity)
		if err == nil {
			return touched{holder: e.ID, fileKey: fileKey}, nil
		}
		if !errors.Is(err, ErrWrongKey) {
			return nil, err
		}
	}
	return nil, ErrOtherKey
}

// open finds nobody: the hardware has to be asked first.
func (h *Hardware) open(context.Context, record.ID, []entry) (*identity, *entry, error) {
	return nil, nil, ErrOtherKey
}

// touched is a hardware key that has opened the file of one keyholder.
type touched struct {
	holder  record.ID
	fileKey []byte
}

func (t touched) ready(context.Context, []entry) (Key, error) { return t, nil }

func (t touched) open(_ context.Context, _ record.ID, among []entry) (*identity, *entry, error) {
	defer clear(t.fileKey)
	at := slices.IndexFunc(among, func(e entry) bool { return e.ID == t.holder })
	if at < 0 {
		return nil, nil, ErrForged
	}
	text, err := unsealed(among[at].Identity, t.fileKey)
	if err != nil {
		return nil, nil, err
	}
	id, err := parseIdentity(string(text))
	clear(text)
	// Beside a backup a sealed identity travels without its recipient.
	if r := among[at].Recipient; err != nil || r != "" && id.recipient() != r {
		return nil, nil, ErrForged
	}
	return id, &among[at], nil
}
