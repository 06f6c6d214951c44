package board

import (
	"cmp"
	"errors"
	"maps"
	"reflect"
	"slices"
	"sync"
	"time"

	"holdfast/compensation"
	"holdfast/contact"
	"holdfast/find"
	"holdfast/member"
	"holdfast/record"
	"holdfast/rule"
	"holdfast/store"
	"holdfast/wording"
)

// roll is everything that screens show again and again, as it stood after the
// last act. It does not change; an act makes the next one.
type roll struct {
	settings Settings
	// rules are the board's own ones.
	rules  []rule.Rule
	people map[member.ID]member.Member
	sheets map[member.ID]contact.Sheet
	// latest is the last contact with each person, reached the last one in
	// which the two were in touch.
	latest, reached map[member.ID]contact.Entry
	// strays are when contacts were outside the rules of the sheet.
	strays map[member.ID][]time.Time
	// consents are what people said about themselves being used.
	consents consents
	// pay is about paying people, read when it is asked for.
	pay *payShelf
	*finder
}

// finder is what people are listed and found by, made on first use. An act
// that changes nothing that somebody is found by leaves it as it is.
type finder struct {
	// order is everybody by name.
	order func() []member.ID
	// indexes are for finding, one for each language.
	mu      sync.Mutex
	indexes map[wording.Language]*find.Index
}

// roll is the snapshot, read on first use.
func (b *Board) roll() (*roll, error) {
	if r := b.shown.Load(); r != nil {
		return r, nil
	}
	r, _, err := b.rollNow()
	return r, err
}

// rollNow is the snapshot and its era. What was read while an act was under way
// may show how it was before, and is read again: a no, or that somebody was
// forgotten, must not be missed because two things happened at once.
func (b *Board) rollNow() (*roll, int64, error) {
	for {
		b.keeping.Lock()
		r, era := b.shown.Load(), b.era
		b.keeping.Unlock()
		if r != nil {
			return r, era, nil
		}
		err := b.view(func(tx *store.Tx) (err error) {
			r, err = readRoll(tx)
			return err
		})
		if err != nil {
			return nil, 0, err
		}
		b.keep(r, era)
	}
}

// keep makes r the snapshot, unless there was another one since era, or the
// board was locked meanwhile.
func (b *Board) keep(r *roll, era int64) bool {
	b.keeping.Lock()
	defer b.keeping.Unlock()
	if b.era != era || b.Locked() {
		return false
	}
	b.era++
	b.shown.Store(r)
	return true
}

// drop has everything read anew.
func (b *Board) drop() {
	b.keeping.Lock()
	defer b.keeping.Unlock()
	b.era++
	b.shown.Store(nil)
}

func readRoll(tx *store.Tx) (*roll, error) {
	r := &roll{
		people: map[member.ID]member.Member{},
		sheets: map[member.ID]contact.Sheet{},
		latest: map[member.ID]contact.Entry{}, reached: map[member.ID]contact.Entry{},
		strays: map[member.ID][]time.Time{},
		pay:    &payShelf{},
	}
	var err error
	if r.settings, err = readSettings(tx); err != nil {
		return nil, err
	}
	if r.rules, err = ownRules(tx); err != nil {
		return nil, err
	}
	err = store.In(tx, member.Schema()).Scan("", func(m member.Member) error {
		r.people[m.ID] = m
		return nil
	})
	if err == nil {
		err = store.In(tx, contact.Schema()).Scan("", func(s contact.Sheet) error {
			r.sheets[s.Member] = s
			return nil
		})
	}
	if err == nil {
		err = store.In(tx, contact.EntrySchema()).Scan("", r.noteContact)
	}
	if err == nil {
		r.consents, err = readConsents(tx)
	}
	return r.sealed(), err
}

// noteContact keeps the latest contact of each person.
func (r *roll) noteContact(e contact.Entry) error {
	if before, known := r.latest[e.Member]; !known || e.At.After(before.At) {
		r.latest[e.Member] = e
	}
	if !e.Within {
		r.strays[e.Member] = append(r.strays[e.Member], e.At)
	}
	if e.Outcome != contact.Reached && !e.Incoming {
		return nil
	}
	if before, known := r.reached[e.Member]; !known || e.At.After(before.At) {
		r.reached[e.Member] = e
	}
	return nil
}

func readSettings(tx *store.Tx) (Settings, error) {
	s, err := store.In(tx, settingsSchema()).Get(settingsKey)
	if errors.Is(err, record.ErrNotFound) {
		s, err = Usual("", ""), nil
	}
	s.Backup = s.Backup.orUsual()
	if s.Pay.PromisedDays == 0 { // settings that were kept before there was any
		s.Pay = compensation.Usual()
	}
	s.zones = &contact.Zones{}
	return s, err
}

// refresh replaces the snapshot by one that shows what an act did to the
// people that it touched. What can't be read now, or was dropped since era, is
// read when it is shown.
func (b *Board) refresh(before *roll, era int64, touched []record.ID) {
	next := &roll{
		people: maps.Clone(before.people), sheets: maps.Clone(before.sheets),
		latest: maps.Clone(before.latest), reached: maps.Clone(before.reached),
		strays: maps.Clone(before.strays),
	}
	err := b.view(func(tx *store.Tx) (err error) {
		if next.settings, err = readSettings(tx); err != nil {
			return err
		}
		next.settings.zones = before.settings.zones
		if next.rules, err = ownRules(tx); err != nil {
			return err
		}
		for _, id := range touched {
			if err := next.reread(tx, id); err != nil {
				return err
			}
		}
		if next.consents, err = before.consents.refreshed(tx, touched); err != nil {
			return err
		}
		next.pay, err = before.pay.refreshed(tx, touched)
		return err
	})
	if err != nil {
		b.drop()
		return
	}
	if next.finder = before.finder; !before.foundLike(next, touched) {
		next.sealed()
	}
	if !b.keep(next, era) {
		b.drop()
	}
}

// foundLike says whether people are found by the same in two rolls.
func (r *roll) foundLike(next *roll, touched []record.ID) bool {
	return !slices.ContainsFunc(touched, func(id record.ID) bool {
		_, was := r.people[id]
		_, is := next.people[id]
		return was != is || is && !reflect.DeepEqual(r.findable(id), next.findable(id))
	})
}

// reread brings one person up to date.
func (r *roll) reread(tx *store.Tx, id record.ID) error {
	delete(r.people, id)
	delete(r.sheets, id)
	delete(r.latest, id)
	delete(r.reached, id)
	delete(r.strays, id)
	m, err := store.In(tx, member.Schema()).Get(record.Key(id))
	switch {
	case err == nil:
		r.people[id] = m
	case !errors.Is(err, record.ErrNotFound):
		return err
	}
	s, err := store.In(tx, contact.Schema()).Get(record.Key(id))
	switch {
	case err == nil:
		r.sheets[id] = s
	case !errors.Is(err, record.ErrNotFound):
		return err
	}
	return store.In(tx, contact.EntrySchema()).Scan(record.Key(id), r.noteContact)
}

// sealed readies what is worked out on first use.
func (r *roll) sealed() *roll {
	r.finder = &finder{order: sync.OnceValue(func() []member.ID { return byName(r.people) })}
	return r
}

// byName is everybody in the order of a list: by folded name, then by ID.
func byName(people map[member.ID]member.Member) []member.ID {
	folded := make(map[member.ID]string, len(people))
	for id, m := range people {
		folded[id] = find.Fold(m.Name)
	}
	return slices.SortedFunc(maps.Keys(people), func(a, b member.ID) int {
		return cmp.Or(cmp.Compare(folded[a], folded[b]), cmp.Compare(a, b))
	})
}
