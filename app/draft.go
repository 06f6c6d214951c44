package app

import (
	"context"
	"sync"
	"time"

	"holdfast/app/kit"
	"holdfast/app/route"
)

// draftKeeper keeps drafts and locks, in the order asked for, beside the
// window's goroutine: a disk that hesitates must not keep the screen.
type draftKeeper struct {
	keep func(route.Route, []byte) error
	lock func(Reason)

	last chan struct{} // closed when what was asked for last is done
}

// inTurn runs work when all that was asked for before is done.
func (d *draftKeeper) inTurn(r *kit.Runner, work func() error, done func(error)) {
	before, mine := d.last, make(chan struct{})
	d.last = mine
	turn := func(context.Context, func(kit.Progress)) (struct{}, error) {
		defer close(mine)
		if before != nil {
			<-before
		}
		return struct{}{}, work()
	}
	kit.Start(r, turn, nil, func(_ struct{}, err error) { done(err) })
}

// later keeps a draft; told, on the window's goroutine, is how it went.
func (d *draftKeeper) later(r *kit.Runner, at route.Route, draft []byte, told func(error)) {
	if d.keep == nil {
		return
	}
	d.inTurn(r, func() error { return d.keep(at, draft) }, told)
}

// lockWithin is how long a disk may take over a last draft: a stick that was
// pulled out, or a server that does not answer, must not keep the keys.
const lockWithin = 3 * time.Second

// finish keeps a last draft, if there is one, and locks.
func (d *draftKeeper) finish(r *kit.Runner, at route.Route, draft []byte, why Reason) {
	lock := sync.OnceFunc(func() {
		if d.lock != nil {
			d.lock(why)
		}
	})
	late := r.Clock().AfterFunc(lockWithin, lock)
	d.inTurn(r, func() error {
		defer lock()
		defer late.Stop()
		if draft != nil && d.keep != nil {
			return d.keep(at, draft)
		}
		return nil
	}, func(error) {})
}

// halfTyped is what would be lost now: only where something was typed since
// the last draft was kept.
func (s *Shell) halfTyped() (route.Route, []byte) {
	if s.sits() {
		return s.trail.Here(), s.screen.Draft()
	}
	if s.drafts == nil || s.screen == nil || !s.drafts.Waiting() {
		return route.Route{}, nil
	}
	return s.trail.Here(), s.screen.Draft()
}

// Typed keeps a draft soon: when typing pauses, or in a sitting, where somebody
// may answer one question after the other without a pause, in any case.
func (s *Shell) Typed() {
	if s.drafts != nil && !(s.sits() && s.drafts.Waiting()) {
		s.drafts.Poke()
	}
}

// Saved forgets the draft that was kept.
func (s *Shell) Saved() {
	if s.drafts == nil {
		return
	}
	s.drafts.Stop()
	s.keeping.later(s.lasting, s.trail.Here(), nil, s.draftKept)
}

func (s *Shell) keepDraft() {
	if s.screen != nil {
		s.keeping.later(s.lasting, s.trail.Here(), s.screen.Draft(), s.draftKept)
	}
}

// draftKept says, while typing, where a draft could not be kept.
func (s *Shell) draftKept(err error) {
	if s.sits() && err != nil && !s.unkept {
		kit.Tell(s.env, s.env.Say("What you answer is not being kept yet."), s.env.Say("Hand in before the laptop is closed, or tell whoever gave it to you. The disk may be full or write-protected."), nil)
	}
	if s.unkept = err != nil; s.board == nil {
		return
	}
	s.SetNotice(noticeDraft, err != nil, kit.Notice{
		Tone: kit.Care,
		Lead: s.env.Say("What you type is not being kept as a draft."),
		Text: s.env.Say("Save it before you leave this page. The disk may be full or write-protected."),
	})
}

// offerDraft offers what was half-typed before the vault locked.
func (s *Shell) offerDraft(d *Draft) {
	if d == nil {
		return
	}
	offer := kit.Notice{
		Tone: kit.Info,
		Lead: s.env.Say("Something was half-typed when this locked."),
		Text: s.env.Say("Nothing of it was saved yet."),
	}
	offer.Acts = append(offer.Acts,
		kit.Quiet(s.env.Say("Let it go"), func() {
			s.SetNotice(noticeOffer, false, kit.Notice{})
			s.Saved()
		}),
		kit.Primary(s.env.Say("Continue typing"), func() {
			s.SetNotice(noticeOffer, false, kit.Notice{})
			s.trail.Go(d.At)
			s.open(d.Bytes)
		}))
	s.SetNotice(noticeOffer, true, offer)
}
