package board

import (
	"encoding/json"
	"slices"
	"time"

	"holdfast/backup"
	"holdfast/consent"
	"holdfast/record"
	"holdfast/store"
)

// withdrawalsSince is every no that was written down after an instant, whole,
// to be applied again once a backup of that instant is restored.
func withdrawalsSince(tx *store.Tx, after time.Time) ([]backup.Withdrawal, error) {
	schema := consent.EventSchema()
	var events []consent.Event
	raws := map[record.Key]json.RawMessage{}
	err := tx.ScanRaw(schema.Collection, "", func(key record.Key, raw []byte) error {
		e, err := schema.Decode(raw)
		if err == nil && e.Kind.No() {
			events, raws[key] = append(events, e), slices.Clone(raw)
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	var all []backup.Withdrawal
	for _, e := range consent.Withdrawals(events, after) {
		all = append(all, backup.Withdrawal{Collection: schema.Collection, Key: schema.Key(e), Record: raws[schema.Key(e)]})
	}
	return all, nil
}
