package board

import (
	"bytes"
	"cmp"
	"errors"
	"slices"
	"strings"

	"holdfast/compensation"
	"holdfast/consent"
	"holdfast/member"
	"holdfast/record"
	"holdfast/store"
	"holdfast/wording"
)

// Leaving is about the end of what is kept: forgetting a person, erasing what
// was kept long enough, legal holds.
type Leaving struct{ b *Board }

// Leaving is about the end of what is kept.
func (b *Board) Leaving() Leaving { return Leaving{b} }

// Holding is everything that is held about one person, and what would become
// of it.
type Holding struct {
	Member member.ID
	// Name is empty for somebody whose page is gone already.
	Name  string
	Kinds []HeldKind
	// Holds are the legal holds that stop all of it.
	Holds []Hold
	// Named are other records in which a word of a name of theirs stands. They stay:
	// look at them first.
	Named []Named
	// Beyond says what can't be reached from here.
	Beyond []wording.Text
	// called is everything that the person is called here.
	called names
}

// HeldKind is one kind of records about a person.
type HeldKind struct {
	Collection string
	// What is how many there are, in words; Count and Earlier (versions that
	// the history still has) are the numbers.
	What           wording.Text
	Count, Earlier int
	Fate           Fate
	// Why says why something stays, and how long; empty where nothing does.
	Why wording.Text
}

// Named is a record of somebody or something else in which a name stands.
type Named struct {
	Collection string
	Key        record.Key
	// Where says it in words: "{n} note", and whose Member is.
	Where  wording.Text
	Member member.ID
}

// Held is everything that is held about one person across all collections.
// It fails with a Problem where there is nothing.
func (l Leaving) Held(id member.ID) (Holding, error) {
	h := Holding{Member: id, Beyond: beyond()}
	opened, err := l.b.vault()
	if err != nil {
		return h, err
	}
	versions, err := opened.Versions("", record.Key(id))
	if err != nil {
		return h, err
	}
	rules, err := l.b.Rules()
	if err != nil {
		return h, err
	}
	now, err := l.b.Now()
	if err != nil {
		return h, err
	}
	err = l.b.view(func(tx *store.Tx) (err error) {
		if h.Kinds, err = heldBy(tx, id, versions); err != nil {
			return err
		}
		if h.Holds, err = holdsOn(tx, id); err != nil {
			return err
		}
		return h.namedElsewhere(tx)
	})
	if err == nil && len(h.Kinds) == 0 {
		err = errNobody(record.ErrNotFound)
	}
	if err == nil {
		err = h.labelled(l.b)
	}
	if err == nil {
		err = h.owed(l.b.Pay())
	}
	for i, k := range h.Kinds {
		if k.Collection == consent.UseSchema().Collection && k.Fate == FateErased {
			h.Beyond = append(h.Beyond, wording.N(k.Count,
				"Something of theirs was used in {n} place. That list is erased too, and then nobody here knows where to ask for it back: settle it first, or give them the list.",
				"Something of theirs was used in {n} places. That list is erased too, and then nobody here knows where to ask for it back: settle it first, or give them the list."))
		}
		if k.Fate == FateStays {
			rule, _ := rules.At(heldKind(k.Collection).keep, record.DateOf(now))
			h.Kinds[i].Why = wording.T("This stays under the number {code}, without the name, because an account of it is owed: {rule}.",
				"code", id.Short(), "rule", periodWords(rule))
		}
	}
	return h, err
}

// owed says what nobody could pay any more once the name and the ways to reach
// the person are gone.
func (h *Holding) owed(l Ledger) error {
	a, err := l.Account(h.Member)
	if err != nil {
		return err
	}
	sum := compensation.Purse{}
	for _, c := range a.OpenClaims() {
		sum.Add(c.Open)
	}
	if len(sum) > 0 && h.Name != "" {
		h.Beyond = append(h.Beyond, wording.T("{sum} is still owed to them, and once they are forgotten nobody here can reach or pay them. Pay it first, or write down that they chose not to have it.", "sum", sum.Words()))
	}
	return nil
}

// labelled looks for the words of a name in the labels of keys, which no
// rewrite changes.
func (h *Holding) labelled(b *Board) error {
	holders, err := b.Keyholders()
	if err != nil {
		return err
	}
	for _, k := range holders {
		if words := folded(k.Label); slices.ContainsFunc(h.called.parts, func(part string) bool { return strings.Contains(words, part) }) {
			h.Named = append(h.Named, Named{Collection: "keyholder", Key: record.Key(k.ID), Where: wording.T("the label of a key")})
		}
	}
	return nil
}

// heldBy counts what lies under a person's number, and where else the number
// stands.
func heldBy(tx *store.Tx, id member.ID, versions []store.Version) ([]HeldKind, error) {
	var kinds []HeldKind
	for _, collection := range tx.Collections() {
		own, elsewhere := 0, 0
		err := tx.ScanRaw(collection, "", func(key record.Key, raw []byte) error {
			switch {
			case slices.Contains(strings.Split(string(key), "/"), string(id)):
				own++
			case bytes.Contains(raw, []byte(id)):
				elsewhere++
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
		if collection == tombstoneSchema().Collection {
			continue
		}
		kind := heldKind(collection)
		if own > 0 {
			earlier := 0
			for _, v := range versions {
				if v.Collection == collection {
					earlier++
				}
			}
			kinds = append(kinds, HeldKind{Collection: collection, What: kind.count(own), Count: own,
				Earlier: max(0, earlier-own), Fate: cmp.Or(kind.fate, FateErased)})
		}
		if elsewhere > 0 {
			kinds = append(kinds, HeldKind{Collection: collection, Count: elsewhere, Fate: FateEdited, What: kind.count(elsewhere)})
		}
	}
	slices.SortStableFunc(kinds, func(a, b HeldKind) int { return heldOrder(a.Collection) - heldOrder(b.Collection) })
	return kinds, nil
}

// heldOrder is the place of a collection in the table, the last for one that
// is not in it.
func heldOrder(collection string) int {
	kinds := heldKinds()
	if i := slices.IndexFunc(kinds, func(k held) bool { return k.collection == collection }); i >= 0 {
		return i
	}
	return len(kinds)
}

// namedElsewhere looks for the words of a person's names in the records of
// others.
func (h *Holding) namedElsewhere(tx *store.Tx) error {
	m, err := store.In(tx, member.Schema()).Get(record.Key(h.Member))
	if errors.Is(err, record.ErrNotFound) {
		return nil
	}
	h.Name = m.Name
	for _, collection := range tx.Collections() {
		if err == nil {
			err = tx.ScanRaw(collection, record.Key(h.Member), func(_ record.Key, raw []byte) error { return h.called.learn(collection, raw) })
		}
	}
	for _, collection := range tx.Collections() {
		if err != nil {
			return err
		}
		err = tx.ScanRaw(collection, "", func(key record.Key, raw []byte) error {
			if !key.Under(record.Key(h.Member)) && h.called.hinted(raw) {
				h.Named = append(h.Named, Named{Collection: collection, Key: key, Where: h.called.where(collection, raw), Member: record.ID(key.First())})
			}
			return nil
		})
	}
	return err
}

// beyond is what no erasing reaches, said before it is done.
func beyond() []wording.Text {
	return []wording.Text{
		wording.T("Backups and copies of the vault that were made before still hold this person. Those that Holdfast knows of are marked, and a restore leaves the person out; let them be replaced by newer ones."),
		wording.T("What was printed, exported, published or handed to somebody can't be taken back from here."),
		wording.T("A disk may keep old blocks for a while. They can't be read without an old key."),
	}
}
