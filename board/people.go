package board

import (
	"cmp"
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"holdfast/member"
	"holdfast/record"
	"holdfast/store"
	"holdfast/wording"
)

// Member is one person, as a copy that may be changed.
func (b *Board) Member(id member.ID) (member.Member, error) {
	r, err := b.roll()
	if err != nil {
		return member.Member{}, err
	}
	m, known := r.people[id]
	if !known {
		return m, errNobody(record.ErrNotFound)
	}
	return copied(m)
}

// copied is a record that shares nothing with the snapshot, so that editing
// it changes nothing but itself.
func copied[V any](record V) (V, error) {
	var result V
	raw, err := json.Marshal(record)
	if err == nil {
		err = json.Unmarshal(raw, &result)
	}
	return result, err
}

// shortestPrefix is how many characters of an identifier are enough to mean
// somebody, where they mean one person alone.
const shortestPrefix = 4

// Resolve is the person whom an identifier means: the whole, or its beginning
// of at least four characters. It fails with a Problem where it means nobody,
// or more than one.
func (b *Board) Resolve(text string) (member.ID, error) {
	r, err := b.roll()
	if err != nil {
		return "", err
	}
	text = strings.ToLower(strings.TrimSpace(text))
	if _, known := r.people[member.ID(text)]; known {
		return member.ID(text), nil
	}
	if len(text) < shortestPrefix {
		return "", wording.Refuse("id", "Give at least {n} characters of the identifier.", "n", shortestPrefix)
	}
	var fits []member.ID
	for id := range maps.Keys(r.people) {
		if strings.HasPrefix(string(id), text) {
			fits = append(fits, id)
		}
	}
	switch len(fits) {
	case 0:
		return "", errNobody(record.ErrNotFound)
	case 1:
		return fits[0], nil
	default:
		return "", wording.Refuse("id", "Several people have an identifier that begins like this; give more of it.")
	}
}

// AddMember takes a new person in and gives them back with their identifier.
// It fails with the problems of the member, and then nothing is changed.
func (b *Board) AddMember(m member.Member) (member.Member, error) {
	return b.change(ActMemberAdd, func(w *work) (member.Member, error) { return w.people().Add(m) })
}

// SaveMember keeps an edited person.
func (b *Board) SaveMember(m member.Member) (member.Member, error) {
	return b.change(ActMemberEdit, func(w *work) (member.Member, error) { return w.people().Save(m) })
}

// MoveMember adds a step to a person's timeline. A step without a day is
// about today. It refuses what member.Moved refuses.
func (b *Board) MoveMember(id member.ID, step member.StageChange) (member.Member, error) {
	return b.change(ActMemberMove, func(w *work) (member.Member, error) {
		if step.On.IsZero() {
			step.On = w.today()
		}
		return w.people().Move(id, step)
	})
}

// BackMember takes the latest step of a person's timeline back.
func (b *Board) BackMember(id member.ID) (member.Member, error) {
	return b.change(ActMemberBack, func(w *work) (member.Member, error) { return w.people().Back(id) })
}

// AgreeLeave keeps what was agreed about a person's present leave.
func (b *Board) AgreeLeave(id member.ID, leave member.Leave) (member.Member, error) {
	return b.change(ActMemberEdit, func(w *work) (member.Member, error) { return w.people().AgreeLeave(id, leave) })
}

// AddTerm gives a person one more term.
func (b *Board) AddTerm(id member.ID, term member.Term) (member.Member, error) {
	return b.change(ActMemberEdit, func(w *work) (member.Member, error) { return w.people().AddTerm(id, term) })
}

// AddRole gives a person one more role.
func (b *Board) AddRole(id member.ID, role member.Role) (member.Member, error) {
	return b.change(ActMemberEdit, func(w *work) (member.Member, error) { return w.people().AddRole(id, role) })
}

// StepMember keeps where an item of a person's onboarding stands.
func (b *Board) StepMember(id member.ID, step member.Step) (member.Member, error) {
	return b.change(ActMemberStep, func(w *work) (member.Member, error) { return w.people().Step(id, step) })
}

// change does one act on one person and gives them back as they are then.
func (b *Board) change(kind Kind, do func(*work) (member.Member, error)) (member.Member, error) {
	var after member.Member
	err := b.act(kind, func(w *work) error {
		m, err := do(w)
		if err != nil {
			return errNobody(err)
		}
		after = m
		w.touch(m.ID)
		return nil
	})
	return after, err
}

// Notes are the notes about a person, the newest first.
func (b *Board) Notes(id member.ID) ([]member.Note, error) {
	var notes []member.Note
	err := b.view(func(tx *store.Tx) (err error) {
		notes, err = (&work{tx: tx, env: b.env}).people().NotesOf(id)
		return err
	})
	return notes, err
}

// SaveNote keeps a note about a person: a new one where it has no identifier
// yet. Without a day it is about today.
func (b *Board) SaveNote(n member.Note) (member.Note, error) {
	err := b.act(ActNoteSave, func(w *work) (err error) {
		w.touch(n.Member)
		if n.ID == "" {
			n, err = w.people().AddNote(n)
		} else {
			n, err = w.people().SaveNote(n)
		}
		return errNobody(err)
	})
	return n, err
}

// RemoveNote takes a note away. It stays in the history, and can be taken
// back from there.
func (b *Board) RemoveNote(id member.ID, note record.ID) error {
	return b.act(ActNoteRemove, func(w *work) error {
		w.touch(id)
		return w.people().RemoveNote(id, note)
	})
}

// Filter says whom a list is about.
type Filter struct {
	// Stages are the stages to show; none means all.
	Stages []member.Stage
	// Text is what was typed into the search of the list; only people who fit
	// it are shown, the best first, whatever the order.
	Text string
	// Order is by name where it is empty.
	Order Order
}

// Order is how a list of people is sorted.
type Order string

// The orders; people who are alike in one stand by name. Whoever has no stage
// or no end of a term comes last. ByConfirmed puts first whose contact sheet
// was confirmed longest ago, or never.
const (
	ByName      Order = "name"
	ByStage     Order = "stage"
	ByTermEnd   Order = "term_end"
	ByConfirmed Order = "confirmed"
)

// Orders are all orders, as a list offers them.
func Orders() []Order { return []Order{ByName, ByStage, ByTermEnd, ByConfirmed} }

// picked are the people of a filter's stages, in its order.
func (r *roll) picked(f Filter, today record.Date) []member.ID {
	type place struct {
		id   member.ID
		rank int
		day  record.Date
	}
	var places []place
	for _, id := range r.order() {
		m := r.people[id]
		if len(f.Stages) > 0 && !slices.Contains(f.Stages, m.Stage()) {
			continue
		}
		p := place{id: id}
		switch f.Order {
		case ByStage:
			if p.rank = slices.Index(member.Stages(), m.Stage()); p.rank < 0 {
				p.rank = len(member.Stages())
			}
		case ByTermEnd:
			t, _ := m.CurrentTerm(today)
			if p.day = m.TermEnd(t, today); p.day.IsZero() {
				p.rank = 1
			}
		case ByConfirmed:
			p.day = r.sheets[id].Confirmed
		}
		places = append(places, p)
	}
	slices.SortStableFunc(places, func(a, b place) int {
		return cmp.Or(cmp.Compare(a.rank, b.rank), a.day.Compare(b.day))
	})
	ids := make([]member.ID, len(places))
	for i, p := range places {
		ids[i] = p.id
	}
	return ids
}
