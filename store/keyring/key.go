package keyring

import (
	"context"

	"holdfast/record"
)

// Key is what a person unlocks with: Passphrase, PaperKey, IdentityFile,
// SharesKey or HardwareKey. It holds what was typed or read as long as it is
// kept: drop it after use.
type Key interface {
	// ready does what can't be done inside seal.Within, such as asking another
	// program, and gives the Key that is to be opened there.
	ready(ctx context.Context, among []entry) (Key, error)
	// open finds the keyholder that this key is of. It runs inside
	// seal.Within and fails with ErrWrongKey where there is none.
	open(ctx context.Context, vault record.ID, among []entry) (*identity, *entry, error)
}

// Passphrase is the key that a person knows. Spaces and composed letters may
// be typed in any of their forms; everything else has to be exact.
func Passphrase(text string) Key { return typed(text) }

// PaperKey is the key that was printed or copied: the whole in groups (see
// ParsePaper) or as one line. It fails as ParsePaper does.
func PaperKey(text string) (Key, error) {
	p, err := ParsePaper(text)
	if err != nil {
		return nil, err
	}
	return identities(func(context.Context) ([]string, error) { return []string{p.Text}, nil }), nil
}

// typed is a passphrase as it was typed.
type typed string

func (t typed) ready(context.Context, []entry) (Key, error) { return t, nil }

func (t typed) open(ctx context.Context, vault record.ID, among []entry) (*identity, *entry, error) {
	for _, set := range sets(among) {
		if err := ctx.Err(); err != nil {
			return nil, nil, err
		}
		k, err := set[0].Hardening.key(string(t))
		if err != nil {
			return nil, nil, err
		}
		for _, e := range set {
			text, err := k.Open(nil, e.Identity, e.Hardening.extra(vault, e.ID))
			if err != nil {
				continue
			}
			k.Wipe()
			id, err := parseIdentity(string(text))
			clear(text)
			// Beside a backup a sealed identity travels without its recipient.
			if err != nil || e.Recipient != "" && id.recipient() != e.Recipient {
				return nil, nil, ErrForged
			}
			return id, e, nil
		}
		k.Wipe()
	}
	return nil, nil, ErrWrongKey
}

// identities gives the age identities of a paper key or key file, one or
// more, when they are needed and not before.
type identities func(ctx context.Context) ([]string, error)

func (from identities) ready(context.Context, []entry) (Key, error) { return from, nil }

func (from identities) open(ctx context.Context, _ record.ID, among []entry) (*identity, *entry, error) {
	texts, err := from(ctx)
	if err != nil {
		return nil, nil, err
	}
	for _, text := range texts {
		id, err := parseIdentity(text)
		if err != nil {
			return nil, nil, err
		}
		recipient := id.recipient()
		for i := range among {
			if among[i].Recipient == recipient {
				return id, &among[i], nil
			}
		}
	}
	return nil, nil, ErrOtherKey
}
