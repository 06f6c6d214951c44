package backup

import (
	"encoding/json"

	"holdfast/record"
)

// Tombstone says that everything held about somebody was erased. It is what
// remains of them: their random identifier, what kind of erasing it was, and
// the day; no name, and no hash of a name.
type Tombstone struct {
	ID   record.ID   `json:"id"`
	Kind string      `json:"kind"`
	On   record.Date `json:"on"`
}

// Withdrawal is a record that ends a permission, whole, so that it can be put
// back where a restored vault does not have it yet.
type Withdrawal struct {
	Collection string          `json:"collection"`
	Key        record.Key      `json:"key"`
	Record     json.RawMessage `json:"record"`
}

// Since is what has happened since a backup was made and must hold again once
// it is restored: from the vault that is there now, or from a companion file
// beside the backup.
type Since struct {
	Tombstones  []Tombstone
	Withdrawals []Withdrawal
}
