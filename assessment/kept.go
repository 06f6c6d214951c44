package assessment

import (
	"errors"

	"holdfast/record"
	"holdfast/wording"
)

// Kept is an instrument as it lies in the vault.
type Kept struct {
	ID      string `json:"id"`
	Version string `json:"version"`
	// File is the instrument as Write writes it.
	File string `json:"file"`
}

// KeptSchema describes instruments as records.
func KeptSchema() record.Schema[Kept] {
	return record.Schema[Kept]{Collection: "instrument", Version: 1,
		Key: func(k Kept) record.Key { return record.Join(k.ID, k.Version) }}
}

// Keep keeps an instrument. A released one never changes again: it fails with
// a wording.Problem where other words lie under the same version.
func (v Service) Keep(in Instrument) error {
	if err := in.Validate(); err != nil {
		return err
	}
	file, err := in.Write()
	if err != nil {
		return err
	}
	before, err := v.Instrument(in.ID, in.Version)
	if err == nil && before.Status != Draft && (in.Status == Draft || before.Fingerprint() != in.Fingerprint()) {
		return wording.Refuse("version", "This version was released, and its words never change. Give the changed one a new version.")
	}
	if err != nil && !errors.Is(err, record.ErrNotFound) {
		return err
	}
	return v.Instruments.Put(Kept{in.ID, in.Version, string(file)})
}

// Instrument is one that is kept. It fails with record.ErrNotFound.
func (v Service) Instrument(id, version string) (Instrument, error) {
	k, err := v.Instruments.Get(record.Join(id, version))
	if err != nil {
		return Instrument{}, err
	}
	return ReadInstrument([]byte(k.File))
}
