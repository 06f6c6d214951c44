package board

import (
	"holdfast/contact"
	"holdfast/find"
	"holdfast/member"
	"holdfast/wording"
)

// FoundKind says what was found.
type FoundKind string

// The kinds of what can be found.
const (
	FoundPerson FoundKind = "person"
	FoundPlace  FoundKind = "place"
)

// Found is a person or a place that fits what was typed.
type Found struct {
	Kind FoundKind
	// Member is the person, Place the ID of the place.
	Member member.ID
	Place  string
	// Title is the person's name, or what the place is called in the language
	// that was asked for.
	Title string
	// Matches are the parts of Title that fit what was typed.
	Matches []find.Range
	// Line is what may be done this minute to reach the person; for somebody
	// who is not on the board also at which stage they are.
	Line wording.Text
	// State is the word that stands with Line.
	State contact.State
	Stage member.Stage
}

// personWeight lifts people above pages that fit equally well, and those who
// are on the board above those who are not.
const (
	personWeight  = 2
	servingWeight = 1
)

// Find gives the people and the places that fit what was typed, the best
// first, at most limit of them. Places are found by their names in the
// language of the book.
func (b *Board) Find(book *wording.Book, query string, limit int) ([]Found, error) {
	r, err := b.roll()
	if err != nil {
		return nil, err
	}
	now := b.in(r.settings)
	var all []Found
	for _, hit := range r.index(book).Search(query, limit) {
		f := Found{Kind: FoundKind(hit.Entry.Kind), Title: hit.Entry.Title}
		if hit.In < 0 {
			f.Matches = hit.Ranges
		}
		if f.Kind == FoundPlace {
			f.Place = hit.Entry.ID
			all = append(all, f)
			continue
		}
		f.Member = member.ID(hit.Entry.ID)
		m := r.people[f.Member]
		summary := contact.RightNow(r.spoken(f.Member), now, r.policy(m, now))
		f.Line, f.State, f.Stage = summary.Sentence, summary.State, m.Stage()
		all = append(all, f)
	}
	return all, nil
}

// index is what can be found, made on first use of a language.
func (r *roll) index(book *wording.Book) *find.Index {
	r.mu.Lock()
	defer r.mu.Unlock()
	if x, ok := r.indexes[book.Language()]; ok {
		return x
	}
	entries := make([]find.Entry, 0, len(r.people)+len(Places()))
	for _, id := range r.order() {
		entries = append(entries, r.findable(id))
	}
	for _, p := range Places() {
		entries = append(entries, find.Entry{ID: p.ID, Kind: string(FoundPlace), Title: book.Render(p.Title),
			Words: []string{book.Render(p.Words)}})
	}
	if r.indexes == nil {
		r.indexes = map[wording.Language]*find.Index{}
	}
	x := find.New(entries)
	r.indexes[book.Language()] = x
	return x
}

// findable is a person as they can be found: by either name, and by the
// numbers and addresses of their sheet.
func (r *roll) findable(id member.ID) find.Entry {
	m := r.people[id]
	e := find.Entry{ID: string(id), Kind: string(FoundPerson), Title: m.Name, Weight: personWeight}
	if m.Stage().Serving() {
		e.Weight += servingWeight
	}
	if m.SpokenName != "" {
		e.Words = append(e.Words, m.SpokenName)
	}
	for _, way := range r.sheets[id].Channels {
		if way.Value != "" {
			e.Words = append(e.Words, way.Value)
		}
	}
	return e
}
