package consent

import (
	"slices"

	"holdfast/record"
	"holdfast/wording"
)

// File is everything that is known about one person's choices. Make it with
// Of; the zero File allows nothing.
type File struct {
	// Name is what to call the person in sentences.
	Name string
	// Events are in their order (see Sorted), Uses by day.
	Events []Event
	Uses   []Use
	// Kinds are the board's own kinds of consent.
	Kinds Kinds

	index *index
}

// Of is the file of a person from their records in any order.
func Of(name string, events []Event, uses []Use, kinds Kinds) File {
	sorted := Sorted(events)
	return File{Name: name, Events: sorted, Uses: sortedUses(uses), Kinds: kinds, index: indexed(sorted)}
}

// Until is the file as it was known at the end of a day: without what was
// said later, and without what was said by then but written down after it.
func (f File) Until(day record.Date, dayOf func(Event) record.Date) File {
	f.Events = slices.DeleteFunc(slices.Clone(f.Events), func(e Event) bool {
		return e.On.After(day) || dayOf(e).After(day)
	})
	f.Uses = slices.DeleteFunc(slices.Clone(f.Uses), func(u Use) bool { return u.On.After(day) })
	return f
}

// Event is the event of that ID.
func (f File) Event(id record.ID) (Event, bool) {
	i := slices.IndexFunc(f.Events, func(e Event) bool { return e.ID == id })
	if i < 0 || id == "" {
		return Event{}, false
	}
	return f.Events[i], true
}

// called is the person in a sentence. Every sentence begins with it.
func (f File) called() any {
	if f.Name == "" {
		return wording.T("This person")
	}
	return f.Name
}
