package keyring

import (
	"context"
	"crypto/rand"
	"errors"
	"io"
	"strings"
	"time"

	"filippo.io/age"

	"holdfast/record"
	"holdfast/store/internal/seal"
	"holdfast/wording"
)

// Options are what making and changing headers needs from outside. The zero
// Options are right for a program; tests set them.
type Options struct {
	// Random is where keys, salts and nonces come from; nil is crypto/rand.
	// (The age library always asks the operating system.)
	Random io.Reader
	// Clock says when a keyholder is added; nil is time.Now.
	Clock func() time.Time
	// Cost is the work for passphrases; the zero Cost is measured, which
	// takes one to two seconds.
	Cost Cost
}

func (o Options) random() io.Reader {
	if o.Random == nil {
		return rand.Reader
	}
	return o.Random
}

func (o Options) now() time.Time {
	if o.Clock == nil {
		return time.Now()
	}
	return o.Clock()
}

func (o Options) cost(ctx context.Context) (Cost, error) {
	if o.Cost == (Cost{}) {
		return Calibrate(ctx, nil)
	}
	return o.Cost, nil
}

// Enrolment is a keyholder about to be added (see New, Header.Add and Plan).
// It serves once: adding it empties it of its secrets.
type Enrolment struct {
	kind       Kind
	label      string
	recipient  string
	passphrase string
	identity   string // in hand: the keyholder can be attested at once
	sealed     []byte // to hardware
	spent      bool
}

var errSpent = errors.New("this keyholder was added already")

// NewPassphrase is a keyholder who knows a passphrase. The label says whose
// or which it is; it is sealed in the vault. It fails with a wording.Problem
// (fields "label" and "passphrase").
func NewPassphrase(label, text string) (*Enrolment, error) {
	if err := errors.Join(checkLabel(label), checkPassphrase(text)); err != nil {
		return nil, err
	}
	return &Enrolment{kind: KindPassphrase, label: label, passphrase: text}, nil
}

// NewPaper is a keyholder on paper, and the paper: print it or have it copied,
// have it read back, and drop it. It fails with a wording.Problem (field
// "label").
func NewPaper(label string) (*Enrolment, *Paper, error) {
	e, err := drawn(KindPaper, label)
	if err != nil {
		return nil, nil, err
	}
	p, err := ParsePaper(e.identity)
	return e, p, err
}

// NewFile is a keyholder in a file, and the bytes of that file: a stock age
// identity file under a passphrase of its own. Making it takes about a second
// and 256 MiB. It fails with a wording.Problem (fields "label" and
// "passphrase").
func NewFile(label string, passphrase []byte) (*Enrolment, []byte, error) {
	if err := checkPassphrase(string(passphrase)); err != nil {
		return nil, nil, err
	}
	e, err := drawn(KindFile, label)
	if err != nil {
		return nil, nil, err
	}
	var written []byte
	seal.Within(func() {
		var id *identity
		if id, err = parseIdentity(e.identity); err == nil {
			written, err = writeKeyFile(id, normalised(string(passphrase)))
		}
	})
	return e, written, err
}

// ExistingFile is a keyholder whose key file or paper key is there already.
// The key comes from IdentityFile or PaperKey; opening a file may take a
// second. It fails with ErrWrongKey, ErrNotKeyFile, or a wording.Problem.
func ExistingFile(label string, key Key) (*Enrolment, error) {
	if err := checkLabel(label); err != nil {
		return nil, err
	}
	from, ok := key.(identities)
	if !ok {
		return nil, ErrNotKeyFile
	}
	e := &Enrolment{kind: KindFile, label: label}
	var err error
	seal.Within(func() {
		var texts []string
		if texts, err = from(context.Background()); err != nil {
			return
		}
		var id *identity
		if id, err = parseIdentity(texts[0]); err == nil {
			e.identity, e.recipient = id.text, id.recipient()
		}
	})
	return e, err
}

// NewRecipient is a keyholder of whom only the public key is known
// ("age1pq1…"): it has not attested the vault until it first unlocks it. Only
// post-quantum recipients are taken, since age mixes them with no others. It
// fails with a wording.Problem (fields "label" and "recipient").
func NewRecipient(label, recipient string) (*Enrolment, error) {
	recipient = strings.TrimSpace(recipient)
	parsed, err := age.ParseHybridRecipient(recipient)
	if err != nil {
		err = wording.Refuse("recipient", "This is not a public key that Holdfast can use. It begins with age1pq1.")
	}
	if err := errors.Join(checkLabel(label), err); err != nil {
		return nil, err
	}
	return &Enrolment{kind: KindRecipient, label: label, recipient: parsed.String()}, nil
}

func drawn(kind Kind, label string) (*Enrolment, error) {
	if err := checkLabel(label); err != nil {
		return nil, err
	}
	e := &Enrolment{kind: kind, label: label}
	var err error
	seal.Within(func() {
		var id *identity
		if id, err = newIdentity(); err == nil {
			e.identity, e.recipient = id.text, id.recipient()
		}
	})
	return e, err
}

// enter makes the entry of a new keyholder and puts it into a document.
func (e *Enrolment) enter(ctx context.Context, o Options, ks *Keyset, d *document) (record.ID, error) {
	if e.spent {
		return "", errSpent
	}
	id, err := record.NewID(o.random())
	if err != nil {
		return "", err
	}
	made := entry{ID: id, Kind: e.kind, Recipient: e.recipient, Identity: e.sealed}
	if e.kind == KindPassphrase {
		err = made.harden(ctx, o, ks, d, e.passphrase)
	} else if e.identity != "" {
		seal.Within(func() { err = made.attest(ks, e.identity) })
	}
	if err == nil {
		err = made.finish(o, ks, details{Label: e.label, Added: o.now()})
	}
	if err != nil {
		return "", err
	}
	d.Holders = append(d.Holders, made)
	return id, nil
}

// spend empties enrolments of their secrets once the header that holds them
// is made.
func spend(all []*Enrolment) {
	for _, e := range all {
		*e = Enrolment{spent: true}
	}
}
