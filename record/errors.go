package record

import "errors"

var (
	// ErrNotFound says that no record lies under that key.
	ErrNotFound = errors.New("there is no such record")
	// ErrInvalid says that a value was read and refused; the sentence around
	// it says which and why. Nothing was changed: correct it and try again.
	ErrInvalid = errors.New("the value is not valid")
	// ErrNewer says that a newer Holdfast wrote this record: update the
	// program; nothing is wrong with the data.
	ErrNewer = errors.New("this was written by a newer Holdfast")
	// ErrDamaged says that the bytes of a record do not make sense.
	ErrDamaged = errors.New("this record is damaged")
)
