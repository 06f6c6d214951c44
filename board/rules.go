package board

import (
	"errors"

	"holdfast/assets"
	"holdfast/record"
	"holdfast/rule"
	"holdfast/store"
	"holdfast/wording"
)

// Rules are the dated numbers that hold for this board: those that ship, and
// in front of them the ones that it entered itself.
func (b *Board) Rules() (rule.Book, error) {
	r, err := b.roll()
	if err != nil {
		return rule.Book{}, err
	}
	shipped, err := b.shipped()
	return shipped.With(r.rules), err
}

// SaveRule keeps a rule of the board's own, which goes before a shipped one on
// the days that it holds. One that begins on the same day is replaced. It
// fails with the problems of the rule, and then nothing is changed.
func (b *Board) SaveRule(r rule.Rule) error {
	if err := r.Validate(); err != nil {
		return err
	}
	return b.act(ActRuleSave, func(w *work) error { return store.In(w.tx, rule.Schema()).Put(r) })
}

// RemoveRule takes a rule of the board's own away; the shipped one counts
// again. It fails with a Problem where the board entered none that begins on
// that day.
func (b *Board) RemoveRule(id string, from record.Date) error {
	return b.act(ActRuleRemove, func(w *work) error {
		err := store.In(w.tx, rule.Schema()).Delete(rule.Key(id, from))
		if errors.Is(err, record.ErrNotFound) {
			return wording.Refuse("id", "The board entered no rule of that name from that day. Those that ship stay; enter one of your own to go before them.")
		}
		return err
	})
}

// shippedRules are the rules that come with the program.
func shippedRules() (rule.Book, error) {
	files, err := assets.Rules()
	if err != nil {
		return rule.Book{}, err
	}
	return rule.Read(files...)
}

func ownRules(tx *store.Tx) ([]rule.Rule, error) {
	var own []rule.Rule
	err := store.In(tx, rule.Schema()).Scan("", func(r rule.Rule) error {
		own = append(own, r)
		return nil
	})
	return own, err
}
