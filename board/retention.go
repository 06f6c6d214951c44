package board

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"holdfast/backup"
	"holdfast/member"
	"holdfast/record"
	"holdfast/rule"
	"holdfast/store"
	"holdfast/wording"
)

// Due is something that was kept as long as its rule says.
type Due struct {
	// Member is whom it is about; Name is empty for somebody who is forgotten
	// already.
	Member member.ID
	Name   string
	// Collection and Keys are the records. For a person's own page they are
	// everything about the person, and Keys is empty.
	Collection string
	Keys       []record.Key
	// What is what it is, Why since when it counts and by which rule.
	What, Why wording.Text
	// On is the day on which it was due first.
	On record.Date
	// Held says that a legal hold keeps it all the same.
	Held bool
}

// Person says that everything about somebody is due.
func (d Due) Person() bool { return d.Collection == member.Schema().Collection }

// Due is what was kept long enough, the longest overdue first. Nothing is
// erased by itself: a person decides, with MarkDue and then Erase.
func (l Leaving) Due() ([]Due, error) {
	rules, err := l.b.Rules()
	if err != nil {
		return nil, err
	}
	r, err := l.b.roll()
	if err != nil {
		return nil, err
	}
	k := keeping{r: r, rules: rules, today: record.DateOf(l.b.in(r.settings)), due: map[place]*Due{}}
	err = l.b.view(func(tx *store.Tx) error {
		for _, kind := range heldKinds() {
			if kind.since == never || kind.keep == "" {
				continue
			}
			if err := k.look(tx, kind); err != nil {
				return err
			}
		}
		for _, d := range k.due {
			on, err := holdsOn(tx, d.Member)
			if err != nil {
				return err
			}
			d.Held = len(on) > 0
		}
		return nil
	})
	return k.sorted(), err
}

// keeping compares records with the rules of a day.
type keeping struct {
	r     *roll
	rules rule.Book
	today record.Date
	due   map[place]*Due // by collection and person
}

// look finds what is due in one collection: all of a person's records in it
// together, so that nothing is left of which the other half is gone.
func (k *keeping) look(tx *store.Tx, kind held) error {
	period, known := k.rules.At(kind.keep, k.today)
	if !known {
		return nil
	}
	keys, last := map[member.ID][]record.Key{}, map[member.ID]record.Date{}
	err := tx.ScanRaw(kind.collection, "", func(key record.Key, raw []byte) error {
		id := member.ID(key.First())
		keys[id] = append(keys[id], key)
		if on := ownDay(raw); on.After(last[id]) {
			last[id] = on
		}
		return nil
	})
	for id, all := range keys {
		from := last[id]
		if kind.since != sinceLast {
			from = left(k.r.people[id], kind.since == sinceGone)
		}
		if on := after(from, period); !on.IsZero() && !on.After(k.today) {
			k.due[place{kind.collection, record.Key(id)}] = &Due{Member: id, Name: k.r.people[id].Name,
				Collection: kind.collection, Keys: all, What: kind.count(len(all)), On: on,
				Why: wording.T("Since {date}: {rule}.", "date", from, "rule", periodWords(period))}
		}
	}
	return err
}

// sorted are the dues; what a person's own page takes with it is not named
// again.
func (k *keeping) sorted() []Due {
	var all []Due
	for at, d := range k.due {
		if _, whole := k.due[place{member.Schema().Collection, at.key}]; whole && !d.Person() && heldKind(d.Collection).fate != FateStays {
			continue
		}
		if d.Person() {
			d.Keys, d.What = nil, wording.T("Everything about the person")
		}
		all = append(all, *d)
	}
	slices.SortFunc(all, func(a, b Due) int {
		return cmp.Or(a.On.Compare(b.On), cmp.Compare(a.Member, b.Member), cmp.Compare(a.Collection, b.Collection))
	})
	return all
}

// left is the day on which somebody stopped being on the way to a seat or
// holding one, zero for who has not, or where the day is not known; with gone
// alumni have not either.
func left(m member.Member, gone bool) record.Date {
	var since record.Date
	for _, step := range slices.Backward(m.Stages) {
		over := step.Stage == member.Withdrawn || step.Stage == member.Declined || step.Stage == member.Removed ||
			step.Stage == member.Deceased || step.Stage == member.Alumni && !gone
		if !over {
			break
		}
		since = step.On
	}
	return since
}

// after is the day on which a period that began on a day is over, zero where
// the rule says nothing that can be counted.
func after(from record.Date, period rule.Rule) record.Date {
	n, whole := period.Value.Int()
	switch {
	case from.IsZero() || !whole:
		return record.Date{}
	case period.Unit == "years":
		return from.AddMonths(12 * n)
	case period.Unit == "months":
		return from.AddMonths(n)
	case period.Unit == "days":
		return from.AddDays(n)
	default:
		return record.Date{}
	}
}

// periodWords are a period and where it was read.
func periodWords(period rule.Rule) wording.Text {
	return wording.T("{period} ({source})", "period", lengthWords(period), "source", period.Source)
}

func lengthWords(period rule.Rule) wording.Text {
	n, whole := period.Value.Int()
	switch {
	case !whole:
		return wording.T("until the board decides")
	case period.Unit == "years":
		return wording.N(n, "{n} year", "{n} years")
	case period.Unit == "months":
		return wording.N(n, "{n} month", "{n} months")
	case period.Unit == "days":
		return wording.N(n, "{n} day", "{n} days")
	default:
		return wording.T("until the board decides")
	}
}

// keptFor says how long a kind of records is kept, to the person.
func keptFor(period rule.Rule, from since) wording.Text {
	if !period.Value.Known() {
		return lengthWords(period)
	}
	switch from {
	case sinceLast:
		return wording.T("{period} after the last of them", "period", lengthWords(period))
	case sinceGone:
		return wording.T("{period} after you have left and are not in touch as one of the alumni", "period", lengthWords(period))
	default:
		return wording.T("{period} after you have left", "period", lengthWords(period))
	}
}

// MarkDue has what is due wait for Erase, all of it in one act. It fails with
// a Problem where a legal hold keeps any of it.
func (l Leaving) MarkDue(dues ...Due) error {
	stones := map[record.ID][]backup.Tombstone{}
	for _, d := range dues {
		if d.Person() {
			stones[d.Member] = append(stones[d.Member], backup.Tombstone{ID: d.Member, Kind: personErased})
		}
		for _, key := range d.Keys {
			stones[d.Member] = append(stones[d.Member], backup.Tombstone{ID: lastOf(key), Kind: d.Collection})
		}
	}
	return l.mark(stones)
}

// MarkRecord has one record about a person wait for Erase, a scanned page with
// all its parts. It fails with a Problem for a record that has no number of its
// own: others would go with it.
func (l Leaving) MarkRecord(collection string, key record.Key) error {
	id := record.ID(key.First())
	err := l.b.view(func(tx *store.Tx) error {
		if _, err := tx.Raw(collection, key); err != nil {
			return err
		}
		own := numbered(lastOf(key))
		err := tx.ScanRaw(collection, "", func(other record.Key, _ []byte) error {
			own = own && (other == key || lastOf(other) != lastOf(key))
			return nil
		})
		if err == nil && !own {
			err = wording.Refuse("record", "This can’t be erased alone: other records may have the same number.")
		}
		return err
	})
	if err != nil {
		return err
	}
	return l.mark(map[record.ID][]backup.Tombstone{id: {{ID: lastOf(key), Kind: collection}}})
}

// MarkField has what stands in one field of a person's page, or of several
// people's, wait for Erase, with all that stood in it before. It fails with a
// Problem for a field that there is none of, and for the name.
func (l Leaving) MarkField(field string, people ...member.ID) error {
	settings, err := l.b.Settings()
	if err != nil {
		return err
	}
	f, is := settings.Arrangement().Field(field)
	if !is || f.Required || f.Counted {
		return wording.Refuse("field", "There is no field of that name that can be emptied.")
	}
	stones := map[record.ID][]backup.Tombstone{}
	for _, id := range people {
		if _, err := l.b.Member(id); err != nil {
			return err
		}
		stones[id] = []backup.Tombstone{{ID: id, Kind: member.Schema().Collection + "." + field}}
	}
	return l.mark(stones)
}

// mark is one act that marks things of people.
func (l Leaving) mark(stones map[record.ID][]backup.Tombstone) error {
	err := l.b.act(ActPurge, func(w *work) error {
		var all []backup.Tombstone
		for _, id := range slices.Sorted(maps.Keys(stones)) {
			if err := free(w.tx, id); err != nil {
				return err
			}
			for _, t := range stones[id] {
				t.On = w.today()
				all = append(all, t)
			}
		}
		return mark(w, all...)
	})
	l.b.drop()
	return err
}

// numbered says whether something was drawn by chance, so that it can be only
// one record's.
func numbered(id record.ID) bool {
	_, err := record.ParseID(string(id))
	return err == nil
}

// lastOf is the last part of a record's key: its own number.
func lastOf(key record.Key) record.ID {
	return record.ID(key[strings.LastIndexByte(string(key), '/')+1:])
}

// stoneWords say what a tombstone is about.
func stoneWords(t backup.Tombstone) wording.Text {
	collection, _, one := strings.Cut(t.Kind, ".")
	switch {
	case t.Kind == personErased:
		return wording.T("Everything about one person ({code})", "code", t.ID.Short())
	case one:
		return wording.T("One field of a page ({code})", "code", t.ID.Short())
	default:
		return wording.T("{what} ({code})", "what", heldKind(collection).count(1), "code", t.ID.Short())
	}
}
