package member

import (
	"errors"
	"io"

	"holdfast/record"
	"holdfast/wording"
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
// own: make one for each transaction. Every act that is refused gives
// wording.Problems, all of them at once, and changes nothing; an act on
// somebody who is not there gives record.ErrNotFound.
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

// Get is one person.
func (s Service) Get(id ID) (Member, error) { return s.People.Get(record.Key(id)) }

// Add takes a new person in. The ID is drawn here, unless m brings one that
// nobody has; without a timeline the person is a prospect from today.
func (s Service) Add(m Member) (Member, error) {
	if m.ID == "" {
		id, err := record.NewID(s.Random)
		if err != nil {
			return m, err
		}
		m.ID = id
	} else if _, err := s.Get(m.ID); !errors.Is(err, record.ErrNotFound) {
		if err == nil {
			err = wording.Refuse("id", "Somebody with this identifier is here already.")
		}
		return m, err
	}
	if len(m.Stages) == 0 {
		m.Stages = []StageChange{{Stage: Prospect, On: s.Today}}
	}
	return s.put(Member{}, m)
}

// Save keeps an edited person. What was saved before under the same ID is
// what the change is measured against.
func (s Service) Save(m Member) (Member, error) {
	before, err := s.Get(m.ID)
	if err != nil {
		return m, err
	}
	return s.put(before, m)
}

// Move adds a step to the person's timeline (see Member.Moved).
func (s Service) Move(id ID, step StageChange) (Member, error) {
	return s.change(id, func(m Member) (Member, error) { return m.Moved(step, s.Today) })
}

// Back takes the latest step back (see Member.Back). The first step stays:
// everybody is at some stage.
func (s Service) Back(id ID) (Member, error) {
	return s.change(id, func(m Member) (Member, error) {
		if len(m.Stages) < 2 {
			return m, wording.Refuse("stage", "There is no earlier stage to go back to.")
		}
		m, _ = m.Back()
		return m, nil
	})
}

// AgreeLeave changes what is agreed about the present leave.
func (s Service) AgreeLeave(id ID, leave Leave) (Member, error) {
	return s.change(id, func(m Member) (Member, error) { return m.LeaveAgreed(leave) })
}

// AddRole gives the person one more role.
func (s Service) AddRole(id ID, role Role) (Member, error) {
	return s.change(id, func(m Member) (Member, error) { return m.WithRole(role), nil })
}

// AddTerm gives the person one more term.
func (s Service) AddTerm(id ID, term Term) (Member, error) {
	return s.change(id, func(m Member) (Member, error) { return m.WithTerm(term), nil })
}

// Step records where an item of the onboarding stands.
func (s Service) Step(id ID, step Step) (Member, error) {
	return s.change(id, func(m Member) (Member, error) { return m.WithStep(step), nil })
}

// Remove takes a person and their notes away. What other packages keep about
// them is not touched.
func (s Service) Remove(id ID) error {
	notes, err := s.NotesOf(id)
	if err != nil {
		return err
	}
	for _, n := range notes {
		if err := s.RemoveNote(id, n.ID); err != nil {
			return err
		}
	}
	return s.People.Delete(record.Key(id))
}

func (s Service) change(id ID, act func(Member) (Member, error)) (Member, error) {
	before, err := s.Get(id)
	if err != nil {
		return before, err
	}
	after, err := act(before)
	if err != nil {
		return before, err
	}
	return s.put(before, after)
}

// put saves m if nothing is wrong with it. What was recorded before stands,
// even where this computer's clock now says an earlier day.
func (s Service) put(before, m Member) (Member, error) {
	today := s.Today
	if known := before.lastDay(); known.After(today) {
		today = known
	}
	var all problems
	if err := m.Validate(today); err != nil {
		all.Add(err)
	}
	all.custom(before, m, s.Custom)
	if err := all.Err(); err != nil {
		return before, err
	}
	return m, s.People.Put(m)
}
