package store

import (
	"encoding/binary"

	"holdfast/store/internal/seal"
)

// An anchor is kept outside of the vault and says how far its journal had
// come, so that an older copy of the vault is not taken for the vault: version
// and generation in clear, position sealed, always the same length.
const (
	anchorVersion = 1
	anchorSize    = 1 + 8 + 8 + 32 + seal.Overhead
)

type anchor struct {
	generation uint64
	position
}

func (a anchor) seal(key *seal.Key, b boxer, s scope) ([]byte, error) {
	clear := binary.BigEndian.AppendUint64([]byte{anchorVersion}, a.generation)
	plain := binary.BigEndian.AppendUint64(nil, a.sequence)
	plain = append(plain, a.sum[:]...)
	out, err := key.Seal(b.random, clear, plain, s.extra([]byte("anchor")))
	return out, explain("seal the anchor", err)
}

// claimed is the generation that an anchor says it is of; 0 for none.
func claimed(raw []byte) uint64 {
	if len(raw) != anchorSize || raw[0] != anchorVersion {
		return 0
	}
	return binary.BigEndian.Uint64(raw[1:])
}

// openAnchor reads an anchor. The generation is what it claims even where the
// position can't be opened, because the vault's keys are others.
func openAnchor(key *seal.Key, s scope, raw []byte) (anchor, error) {
	if len(raw) != anchorSize || raw[0] != anchorVersion {
		return anchor{}, ErrDamaged
	}
	a := anchor{generation: binary.BigEndian.Uint64(raw[1:])}
	plain, err := key.Open(nil, raw[9:], s.extra([]byte("anchor")))
	if err != nil {
		return a, ErrDamaged
	}
	a.sequence = binary.BigEndian.Uint64(plain)
	a.sum = sum(plain[8:])
	return a, nil
}
