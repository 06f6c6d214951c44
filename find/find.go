package find

// Entry is something that can be found.
type Entry struct {
	// ID and Kind say what it is to whoever made the index.
	ID, Kind string
	// Title is what a result shows.
	Title string
	// Words are further texts that lead here: another name, a number.
	Words []string
	// Weight lifts an entry above others that fit equally well.
	Weight int
}
