package member

import (
	"io"

	"holdfast/record"
)

// Records is what the service asks of its storage. Get and Delete fail with
// record.ErrNotFound where nothing lies under the key.
type Records[V any] interface {
	Get(record.Key) (V, error)
	Put(V) error
	Delete(record.Key) error
	Scan(prefix record.Key, each func(V) error) error
}

// Service is the acts on the people of one board. It holds no state of its
// own: make one for each transaction.
type Service struct {
	People Records[Member]
	Notes  Records[Note]
	// Random is where new IDs are drawn from.
	Random io.Reader
	// Today is the coordinator's day.
	Today record.Date
	// Custom are the board's own fields.
	Custom []CustomField
}
