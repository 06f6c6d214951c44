package kit

// Option is one of several things that can be chosen. ID stands for it in
// the model and is never shown.
type Option struct {
	ID    string
	Label string
	// Note says more, small; only Radio shows it.
	Note string
}

// find is the place of an option by its ID, or -1.
func find(options []Option, id string) int {
	for i, o := range options {
		if o.ID == id {
			return i
		}
	}
	return -1
}
