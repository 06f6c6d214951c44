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

// LoadAnchor gives back what SaveAnchor kept for a vault. It fails with
// record.ErrNotFound where nothing is known, and with record.ErrNewer where a
// newer Holdfast wrote the file: then nothing can be said about the vault's
// past.
func (k *Keeper) LoadAnchor(vault record.ID) ([]byte, error) {
	k.mu.Lock()
	defer k.mu.Unlock()
	content := k.fresh()
	if content.newer {
		return nil, fmt.Errorf("the settings file: %w", record.ErrNewer)
	}
	for _, a := range content.anchors {
		if a.Vault == vault {
			return slices.Clone(a.Sealed), nil
		}
	}
	return nil, fmt.Errorf("an anchor: %w", record.ErrNotFound)
}

// SaveAnchor keeps the sealed anchor of a vault in place of the one before;
// where MaxAnchors vaults are known, the one saved longest ago is forgotten.
// It fails with record.ErrInvalid for what is no vault's identifier or is
// over MaxAnchor bytes, with record.ErrNewer where a newer Holdfast wrote the
// file, or as writing does. The file is unchanged then.
func (k *Keeper) SaveAnchor(vault record.ID, sealed []byte) error {
	a := anchor{Vault: vault, Sealed: slices.Clone(sealed)}
	if !a.valid() {
		return fmt.Errorf("keep an anchor: %w", record.ErrInvalid)
	}
	return k.change(func(c *content) error {
		kept := slices.DeleteFunc(slices.Clone(c.anchors), func(old anchor) bool { return old.Vault == vault })
		c.anchors = slices.Insert(kept, 0, a)
		c.anchors = c.anchors[:min(len(c.anchors), MaxAnchors)]
		return nil
	})
}

// ForgetAnchor removes what is kept for a vault, for a vault that was
// deleted. Where nothing is kept it does nothing.
func (k *Keeper) ForgetAnchor(vault record.ID) error {
	return k.change(func(c *content) error {
		c.anchors = slices.DeleteFunc(slices.Clone(c.anchors), func(a anchor) bool { return a.Vault == vault })
		return nil
	})
}
