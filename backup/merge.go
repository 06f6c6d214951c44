package backup

import (
	"bytes"
	"cmp"
	"fmt"
	"net/url"
	"slices"
	"strings"

	"holdfast/store"
)

// roundPart is what is left of a file of records.
type roundPart struct {
	collection string
	rest       []byte
	act        uint64
	next       store.Change
}

// advance reads the next line; act is 0 after the last.
func (p *roundPart) advance() error {
	if len(p.rest) == 0 {
		p.act = 0
		return nil
	}
	text, rest, _ := bytes.Cut(p.rest, []byte("\n"))
	l := line{rest: text}
	was := p.act
	var err error
	if p.act, p.next, err = l.record(p.collection); err != nil {
		return err
	}
	p.rest = rest
	if p.act < max(was, 1) {
		return errLine()
	}
	return nil
}

// beginPart begins to read a file of records.
func (u *unpacking) beginPart(name string, raw []byte) error {
	collection, err := url.PathUnescape(name)
	if err != nil || !named(collection) || len(raw) == 0 ||
		slices.ContainsFunc(u.round, func(p roundPart) bool { return p.collection == collection }) {
		return fmt.Errorf("%w: there is a file in it that does not belong there", ErrAltered)
	}
	p := roundPart{collection: collection, rest: raw}
	if err := p.advance(); err != nil {
		return err
	}
	u.round = append(u.round, p)
	return nil
}

// endRound puts the acts of a round together again: what the history says of
// each, and the records that it left as they are.
func (u *unpacking) endRound(history []byte) error {
	now := store.Past{Changes: u.changes[:0]}
	for text := range bytes.Lines(history) {
		l := line{rest: bytes.TrimSuffix(text, []byte("\n"))}
		p, c, isAct, err := l.history()
		if err != nil {
			return err
		}
		switch {
		case isAct:
			if err := u.give(&now); err != nil {
				return err
			}
			p.Changes = now.Changes[:0]
			now = p
		case p.Sequence != now.Sequence:
			return errLine()
		default:
			now.Changes = append(now.Changes, c)
		}
	}
	if err := u.give(&now); err != nil {
		return err
	}
	u.changes = now.Changes
	for _, p := range u.round {
		if p.act != 0 {
			return fmt.Errorf("%w: a record in it belongs to no act", ErrAltered)
		}
	}
	u.round, u.rounds = u.round[:0], u.rounds+1
	u.ended()
	return nil
}

// give completes an act and gives it on.
func (u *unpacking) give(p *store.Past) error {
	if p.Sequence == 0 {
		return nil
	}
	if p.Sequence <= u.last {
		return errLine()
	}
	u.last = p.Sequence
	for i := range u.round {
		for part := &u.round[i]; part.act == p.Sequence; {
			p.Changes = append(p.Changes, part.next)
			u.collections[part.collection]++
			if err := part.advance(); err != nil {
				return err
			}
		}
	}
	slices.SortStableFunc(p.Changes, func(a, b store.Change) int {
		return cmp.Or(strings.Compare(a.Collection, b.Collection), strings.Compare(string(a.Key), string(b.Key)))
	})
	u.acts++
	return u.visit(*p)
}
