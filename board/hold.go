package board

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"holdfast/member"
	"holdfast/record"
	"holdfast/store"
	"holdfast/wording"
)

// Hold stops all erasing about a person, or on the whole board, because a
// court, an audit or a dispute needs the records as they are.
type Hold struct {
	ID record.ID `json:"id"`
	// Member is whom it is about; empty stands for the whole board.
	Member member.ID `json:"member,omitempty"`
	// Why is what it is needed for ("a letter of 3 May"), not what happened.
	Why string `json:"why"`
	// On and By are when and by which keyholder it was set.
	On record.Date `json:"on"`
	By string      `json:"by,omitempty"`
	// Lifted, LiftedBy and LiftedWhy are the same of its end; zero while it
	// holds.
	Lifted    record.Date `json:"lifted,omitzero"`
	LiftedBy  string      `json:"lifted_by,omitempty"`
	LiftedWhy string      `json:"lifted_why,omitempty"`
}

// Holds says whether the hold is in force.
func (h Hold) Holds() bool { return h.Lifted.IsZero() }

// wholeBoard stands in a key where a person's number would.
const wholeBoard record.ID = "board"

func holdSchema() record.Schema[Hold] {
	return record.Schema[Hold]{
		Collection: "legal_hold", Version: 1,
		Key: func(h Hold) record.Key { return record.Join(cmp.Or(h.Member, wholeBoard), h.ID) },
	}
}

// longestReason is how much may be written about a hold or a correction.
const longestReason = 2000

func reason(field, text string) error {
	if strings.TrimSpace(text) == "" {
		return wording.Refuse(field, "Write a word about it: somebody will ask later.")
	}
	return short(field, text)
}

func short(field, text string) error {
	if utf8.RuneCountInString(text) > longestReason || !utf8.ValidString(text) {
		return wording.Refuse(field, "This is too long. Keep it under {n} characters.", "n", longestReason)
	}
	return nil
}

// SetHold stops erasing about one person, or with an empty ID on the whole
// board, from now on. It fails with a Problem, and then nothing is changed.
func (l Leaving) SetHold(id member.ID, why string) (Hold, error) {
	h := Hold{Member: id, Why: why}
	if err := reason("why", why); err != nil {
		return h, err
	}
	err := l.b.act(ActHold, func(w *work) (err error) {
		if id != "" {
			if err := known(w.tx, id); err != nil {
				return err
			}
		}
		if h.ID, err = record.NewID(w.env.Random); err != nil {
			return err
		}
		h.On, h.By = w.today(), l.b.holder()
		return store.In(w.tx, holdSchema()).Put(h)
	})
	return h, err
}

// LiftHold ends a hold. It fails with a Problem where there is none of that
// number in force.
func (l Leaving) LiftHold(hold record.ID, why string) (Hold, error) {
	var h Hold
	if err := reason("why", why); err != nil {
		return h, err
	}
	err := l.b.act(ActHold, func(w *work) error {
		all, err := allHolds(w.tx)
		if err != nil {
			return err
		}
		at := slices.IndexFunc(all, func(h Hold) bool { return h.ID == hold && h.Holds() })
		if at < 0 {
			return wording.Refuse("hold", "There is no such legal hold in force.")
		}
		h = all[at]
		h.Lifted, h.LiftedBy, h.LiftedWhy = w.today(), l.b.holder(), why
		return store.In(w.tx, holdSchema()).Put(h)
	})
	return h, err
}

// Holds are all legal holds, those in force first, then the latest first.
func (l Leaving) Holds() ([]Hold, error) {
	var all []Hold
	err := l.b.view(func(tx *store.Tx) (err error) {
		all, err = allHolds(tx)
		return err
	})
	slices.SortStableFunc(all, func(a, b Hold) int {
		if a.Holds() != b.Holds() {
			if a.Holds() {
				return -1
			}
			return 1
		}
		return b.On.Compare(a.On)
	})
	return all, err
}

func allHolds(tx *store.Tx) ([]Hold, error) {
	var all []Hold
	err := store.In(tx, holdSchema()).Scan("", func(h Hold) error {
		all = append(all, h)
		return nil
	})
	return all, err
}

// holdsOn are the holds in force that stop erasing about somebody.
func holdsOn(tx *store.Tx, id member.ID) ([]Hold, error) {
	all, err := allHolds(tx)
	return slices.DeleteFunc(all, func(h Hold) bool { return !h.Holds() || h.Member != "" && h.Member != id }), err
}

// free refuses to erase anything about somebody while a hold is in force.
func free(tx *store.Tx, id member.ID) error {
	on, err := holdsOn(tx, id)
	if err == nil && len(on) > 0 {
		err = wording.Refuse("hold", "A legal hold of {date} keeps these records as they are. Nothing is erased until it is lifted.", "date", on[0].On)
	}
	return err
}

// holder is the label of the keyholder who opened the vault.
func (b *Board) holder() string {
	who, err := b.names()
	opened, locked := b.vault()
	if err != nil || locked != nil {
		return ""
	}
	return who[opened.Holder()]
}
