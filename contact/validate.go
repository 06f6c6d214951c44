package contact

// Validate gives all problems of a sheet at once (see wording.Problems), or
// nil.
func (s Sheet) Validate() error { return nil }

// Validate gives all problems of an entry at once, or nil.
func (e Entry) Validate() error { return nil }
