package preference

import (
	"fmt"
	"slices"

	"holdfast/record"
)

// MaxAnchors is how many vaults are remembered.
const MaxAnchors = 64

// MaxAnchor is the largest sealed anchor in bytes.
const MaxAnchor = 512

// anchor is what one vault left here about how far it had got.
type anchor struct {
	Vault  record.ID `json:"vault"`
	Sealed []byte    `json:"sealed"`
}

func (a anchor) valid() bool {
	id, err := record.ParseID(string(a.Vault))
	return err == nil && id == a.Vault && len(a.Sealed) > 0 && len(a.Sealed) <= MaxAnchor
}

// Anchors keeps one short sealed text a vault in the settings file.
type Anchors struct{ keeper *Keeper }

// Anchors are the anchors of the file.
func (k *Keeper) Anchors() Anchors { return Anchors{k} }

// Load gives back what Save kept for a vault, or nil where nothing is known.
// It fails with record.ErrNewer where a newer Holdfast wrote the file: then
// nothing can be said about the vault's past.
func (a Anchors) Load(vault record.ID) ([]byte, error) {
	a.keeper.mu.Lock()
	defer a.keeper.mu.Unlock()
	content := a.keeper.fresh()
	if content.newer {
		return nil, fmt.Errorf("the settings file: %w", record.ErrNewer)
	}
	for _, kept := range content.anchors {
		if kept.Vault == vault {
			return slices.Clone(kept.Sealed), nil
		}
	}
	return nil, nil
}

// Save keeps the sealed anchor of a vault in place of the one before; where
// MaxAnchors vaults are known, the one saved longest ago is forgotten. It
// fails with record.ErrInvalid for what is no vault's identifier or is over
// MaxAnchor bytes, with record.ErrNewer where a newer Holdfast wrote the
// file, or as writing does. The file is unchanged then.
func (a Anchors) Save(vault record.ID, sealed []byte) error {
	next := anchor{Vault: vault, Sealed: slices.Clone(sealed)}
	if !next.valid() {
		return fmt.Errorf("keep an anchor: %w", record.ErrInvalid)
	}
	return a.keeper.change(func(c *content) error {
		kept := slices.DeleteFunc(slices.Clone(c.anchors), func(old anchor) bool { return old.Vault == vault })
		c.anchors = slices.Insert(kept, 0, next)
		c.anchors = c.anchors[:min(len(c.anchors), MaxAnchors)]
		return nil
	})
}

// Forget removes what is kept for a vault, for a vault that was deleted.
// Where nothing is kept it does nothing.
func (a Anchors) Forget(vault record.ID) error {
	return a.keeper.change(func(c *content) error {
		c.anchors = slices.DeleteFunc(slices.Clone(c.anchors), func(kept anchor) bool { return kept.Vault == vault })
		return nil
	})
}
