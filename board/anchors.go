package board

import (
	"errors"

	"holdfast/preference"
	"holdfast/record"
	"holdfast/store"
)

// Anchors keeps how far each vault had got in the small settings file, so
// that a vault put back to an older state is noticed.
func Anchors(keeper *preference.Keeper) store.AnchorKeeper { return anchors{keeper} }

type anchors struct{ keeper *preference.Keeper }

// Load gives nil where nothing is known.
func (a anchors) Load(vault record.ID) ([]byte, error) {
	sealed, err := a.keeper.LoadAnchor(vault)
	if errors.Is(err, record.ErrNotFound) {
		return nil, nil
	}
	return sealed, err
}

func (a anchors) Save(vault record.ID, sealed []byte) error {
	return a.keeper.SaveAnchor(vault, sealed)
}
