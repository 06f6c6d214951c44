package store

import (
	"cmp"
	"fmt"
	"slices"

	"holdfast/wording"
)

// visitor puts opened entries together again.
type visitor struct {
	*reader
	out *reading
	// held is the last entry that authenticated; it stands once the one after
	// it names it, or at the end.
	held *entry
	seen uint64 // the last sequence that some bytes claimed
	// ends are the entries that lie last in their segments.
	ends map[uint64]spot
}

func (v *visitor) take(opened []entry) error {
	for i := range opened {
		e := &opened[i]
		if e.form == 0 {
			v.seen = e.head.sequence
			continue
		}
		if v.held != nil && v.held.head.sequence == e.head.sequence || v.unchained && e.head.sequence <= v.out.head.sequence {
			continue // a copy, or one that a later segment made void
		}
		if v.held != nil && e.head.sequence == v.held.head.sequence+1 && e.head.before != v.held.sum {
			// Both are ours, and the later one does not know the earlier: a
			// save that was never confirmed and went another way.
			v.miss(v.held.head.sequence, v.held.head.sequence, true)
			v.held = nil
		}
		if err := v.stand(); err != nil {
			return err
		}
		if next := v.out.head.sequence + 1; e.head.sequence > next {
			v.miss(next, e.head.sequence-1, v.seen >= next)
		}
		kept := *e
		v.held = &kept
		if v.unchained {
			if err := v.stand(); err != nil {
				return err
			}
		}
	}
	return nil
}

// finish ends the visit.
func (v *visitor) finish() error {
	if err := v.stand(); err != nil || len(v.out.damaged)+len(v.out.missing) > 0 {
		return err
	}
	// Nothing is lost. Bytes between the entries, or another order than that
	// of writing, are nothing that we or a crash would leave behind.
	for _, s := range v.out.segments {
		sequence := func(a, b spot) int { return cmp.Compare(a.head.sequence, b.head.sequence) }
		between := len(s.strays) > 0 && len(s.spots) > 0 && s.strays[0] < s.spots[len(s.spots)-1].offset
		if between || !slices.IsSortedFunc(s.spots, sequence) {
			v.out.damaged = append(v.out.damaged, Finding{Where: s.name(), What: wording.T(
				"A file of the vault was changed from outside. Everything in it could still be read.")})
		}
	}
	return nil
}

// stand lets the held entry count.
func (v *visitor) stand() error {
	e := v.held
	if e == nil {
		return nil
	}
	v.held = nil
	out := v.out
	out.head = position{e.head.sequence, e.sum}
	out.entries++
	if e.offset >= v.ends[e.spot.segment].offset {
		v.ends[e.spot.segment] = e.spot
	}
	if _, asked := out.passed[e.head.sequence]; asked {
		out.passed[e.head.sequence] = e.sum
	}
	if e.revision > 0 {
		out.revision, out.header = e.revision, e.header
	}
	if e.form == formWhole || e.head.sequence == 1 {
		out.began = e.spot.end()
	}
	if e.kind == KindHealed {
		out.healed()
	}
	return v.visit(*e)
}

// miss records that entries from first to last are not to be had.
func (v *visitor) miss(first, last uint64, claimed bool) {
	n := int(last - first + 1)
	f := Finding{Where: v.place(first), Sequence: first, Entries: n, What: wording.N(n,
		"One saved change can no longer be read. What it held may be missing here, or older than it was.",
		"{n} saved changes can no longer be read. What they held may be missing here, or older than it was.")}
	for _, s := range v.out.segments {
		claimed = claimed || len(s.strays) > 0
	}
	if claimed {
		v.out.damaged = append(v.out.damaged, f)
	} else {
		v.out.missing = append(v.out.missing, f)
	}
	// Not again for the entries after it.
	v.out.head.sequence = last
}

// healed rewords the holes so far: this entry brought back what was in them.
func (r *reading) healed() {
	for _, list := range [][]Finding{r.damaged, r.missing} {
		for i := range list {
			list[i].What = healedWords()
		}
	}
}

func healedWords() wording.Text {
	return wording.T("Part of the journal can no longer be read. Every record is here all the same; only some earlier versions are gone.")
}

// place names the segment that an entry lay in.
func (v *visitor) place(sequence uint64) string {
	name := fmt.Sprintf("%s%04d", generationPrefix, v.scope.generation)
	for _, s := range v.out.segments {
		if len(s.spots) == 0 || s.spots[0].head.sequence <= sequence {
			name = s.name()
		}
	}
	return name
}
