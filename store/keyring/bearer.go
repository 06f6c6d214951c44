package keyring

import (
	"context"
	"crypto/hmac"
	"errors"
	"slices"
	"strings"

	"filippo.io/age"
	"golang.org/x/text/unicode/norm"

	"holdfast/record"
	"holdfast/store/internal/seal"
	"holdfast/wording"
)

// Bearer is what remains of a key that opened a backup: enough to say whether
// it has ever vouched for a vault, and to vouch for a restored one. It opens
// nothing. Wipe it.
type Bearer struct {
	recipient string
	attester  *seal.Key
}

// Recipient is the public half of the key.
func (b *Bearer) Recipient() string { return b.recipient }

// Vouches says whether an attestation of this key was made by it, about this
// vault and its public signing key.
func (b *Bearer) Vouches(vault record.ID, signer, said []byte) (bool, error) {
	want, err := attestation(b.attester, vault, signer)
	return err == nil && hmac.Equal(want, said), err
}

// Wipe overwrites what the Bearer has.
func (b *Bearer) Wipe() {
	if b != nil {
		b.attester.Wipe()
	}
}

// lend lets the keys of a vault vouch for this keyholder later.
func (b *Bearer) lend(ks *Keyset) error {
	return b.attester.Reveal(func(secret []byte) error {
		ks.remember(b.recipient, seal.NewKey(slices.Clone(secret)))
		return nil
	})
}

// Unwrap opens the header of an age file with a key: sealed are the identities
// that travel with the file, and the vault they are of. The Bearer is nil for
// a file that a passphrase of its own opens. A passphrase takes about a
// second.
//
// It fails with ErrWrongKey, with ErrNotKeyFile or ErrWeakened, or when ctx
// ends.
func Unwrap(ctx context.Context, key Key, vault record.ID, sealed []Sealed, stanzas []*age.Stanza) (fileKey []byte, b *Bearer, err error) {
	among := make([]entry, len(sealed))
	for i, s := range sealed {
		among[i] = s.entry()
	}
	if err := bounded(among); err != nil {
		return nil, nil, err
	}
	with, err := key.ready(ctx, among)
	if err != nil {
		return nil, nil, err
	}
	seal.Within(func() {
		if len(stanzas) == 1 && stanzas[0].Type == "scrypt" {
			fileKey, err = unwrapTyped(ctx, with, stanzas)
			return
		}
		fileKey, b, err = unwrapHeld(ctx, with, vault, among, stanzas)
	})
	return fileKey, b, err
}

// bounded refuses sealed identities that ask for more than any Holdfast does,
// before memory is taken.
func bounded(among []entry) error {
	if len(sets(among)) > mostSets {
		return ErrWeakened
	}
	for _, e := range among {
		if e.Hardening == nil {
			continue
		}
		if err := e.Hardening.cost().readable(); err != nil {
			return err
		}
	}
	return nil
}

// unwrapTyped is for a file that has a passphrase of its own. The stock tool
// takes one as the terminal gives it, Holdfast in its one form.
func unwrapTyped(ctx context.Context, key Key, stanzas []*age.Stanza) ([]byte, error) {
	text, ok := key.(typed)
	if !ok {
		return nil, ErrWrongKey
	}
	forms := []string{normalised(string(text)), string(text), norm.NFC.String(string(text))}
	slices.Sort(forms[1:])
	for i, form := range forms {
		if slices.Contains(forms[:i], form) {
			continue
		}
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		with, err := age.NewScryptIdentity(form)
		if err != nil {
			return nil, ErrWrongKey
		}
		with.SetMaxWorkFactor(mostWork)
		if fileKey, err := with.Unwrap(stanzas); !errors.Is(err, age.ErrIncorrectIdentity) {
			return fileKey, err
		}
	}
	return nil, ErrWrongKey
}

// unwrapHeld is for a file to keyholders.
func unwrapHeld(ctx context.Context, key Key, vault record.ID, among []entry, stanzas []*age.Stanza) ([]byte, *Bearer, error) {
	held, err := inHand(ctx, key, vault, among)
	if err != nil {
		return nil, nil, err
	}
	for _, id := range held {
		fileKey, err := id.age.Unwrap(stanzas)
		if errors.Is(err, age.ErrIncorrectIdentity) {
			continue
		}
		if err != nil {
			return nil, nil, err
		}
		by, err := id.attester()
		if err != nil {
			return nil, nil, err
		}
		return fileKey, &Bearer{id.recipient(), by}, nil
	}
	return nil, nil, ErrWrongKey
}

// inHand are the identities that a key is, or the one that it opens.
func inHand(ctx context.Context, key Key, vault record.ID, among []entry) ([]*identity, error) {
	from, ok := key.(identities)
	if !ok {
		id, _, err := key.open(ctx, vault, among)
		return []*identity{id}, err
	}
	texts, err := from(ctx)
	if err != nil {
		return nil, err
	}
	all := make([]*identity, len(texts))
	for i, text := range texts {
		if all[i], err = parseIdentity(text); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// Recipient is a public key as age takes it. It fails with a wording.Problem
// (field "recipient") where it is none that Holdfast uses.
func Recipient(text string) (age.Recipient, error) {
	r, err := age.ParseHybridRecipient(strings.TrimSpace(text))
	if err != nil {
		return nil, wording.Refuse("recipient", "This is not a public key that Holdfast can use. It begins with age1pq1.")
	}
	return r, nil
}

// OncePassphrase is a recipient that is a passphrase and nothing else: a file
// to it opens with that alone. work is the cost of one try (2^work); 0 is a
// second's. It fails with a wording.Problem (field "passphrase").
func OncePassphrase(text string, work int) (age.Recipient, error) {
	if err := checkPassphrase(text); err != nil {
		return nil, err
	}
	r, err := age.NewScryptRecipient(normalised(text))
	if err == nil && work > 0 {
		r.SetWorkFactor(work)
	}
	return r, err
}

// Again is a keyholder who comes back with the key in hand: for a vault that is
// restored with a key that its roster does not name. It fails with a
// wording.Problem, or with ErrNotKeyFile for a key that can't be one.
func Again(label string, key Key) (*Enrolment, error) {
	if text, ok := key.(typed); ok {
		return NewPassphrase(label, string(text))
	}
	return ExistingFile(label, key)
}
