package store

import (
	"cmp"
	"fmt"

	"holdfast/wording"
)

// recalled is what was known of the vault outside of it.
type recalled struct {
	anchor
	scope scope
	// none: nothing is known. strange: it is of this generation and does not
	// open with its key.
	none, strange bool
}

func (g generation) recall() recalled {
	r := recalled{none: true, scope: g.scope}
	if g.env.Anchor == nil {
		return r
	}
	raw, err := g.env.Anchor.Load(g.scope.vault)
	if err != nil || raw == nil {
		return r
	}
	a, err := openAnchor(g.keys.Anchor(), g.scope, raw)
	r.anchor = a
	r.strange = err != nil && a.generation == g.scope.generation
	// After a rewrite that was cut off before its end, the anchor is of an
	// earlier generation, and says nothing any more.
	r.none = a.generation < g.scope.generation
	return r
}

// knows says whether the journal stood exactly there when it was last closed.
func (r recalled) knows(l *loaded) bool {
	return !r.none && !r.strange && r.generation == r.scope.generation && r.position == l.position()
}

func (r recalled) asked() []uint64 {
	if r.none || r.strange || r.generation != r.scope.generation {
		return nil
	}
	return []uint64{r.sequence}
}

// beyond is how many changes were known after the one that was reached.
func (r recalled) beyond(reached uint64) int {
	if r.none || r.strange || r.generation != r.scope.generation || r.sequence <= reached {
		return 0
	}
	return int(min(r.sequence-reached, 1<<31))
}

// compare reports a journal that is not as far as it was.
func (r recalled) compare(l *loaded, report *Report) {
	if r.none {
		return
	}
	name := fmt.Sprintf("%s%04d", generationPrefix, r.scope.generation)
	add := func(first uint64, n int, what wording.Text) {
		report.RolledBack = append(report.RolledBack, Finding{Where: name, Sequence: first, Entries: n, What: what})
	}
	at := l.position().sequence
	switch {
	case r.strange || r.generation > r.scope.generation:
		add(0, 0, wording.T("An older copy of this vault was put back: this computer knows a later one. Changes made since then are missing. Look for the newer folder, or restore a backup."))
	case r.beyond(at) > 0:
		n := r.beyond(at)
		add(at+1, n, wording.N(n,
			"The vault is older than it was: the last saved change is missing. An older copy may have been put back. Look for the newer folder, or restore a backup.",
			"The vault is older than it was: the last {n} saved changes are missing. An older copy may have been put back. Look for the newer folder, or restore a backup."))
	case !l.ahead && r.sum != cmp.Or(l.passed[r.sequence], r.sum):
		add(r.sequence, 0, wording.T("The journal is not the one that this computer knows: another copy of the vault was changed and put in its place."))
	}
}
