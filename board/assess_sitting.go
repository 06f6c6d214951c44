package board

import (
	"context"
	"errors"
	"sync"
	"sync/atomic"

	"holdfast/assessment"
	"holdfast/record"
	"holdfast/store"
	"holdfast/store/keyring"
	"holdfast/wording"
)

// ErrSittingOver says that a sitting was ended: hand the laptop back.
var ErrSittingOver = errors.New("this sitting is over")

// Sitting is all of a board that whoever answers on this laptop can reach: the
// questions of one round, and saving answers to it. It gives the board back to
// a keyholder only.
type Sitting struct {
	b     *Board
	round assessment.Round
	in    assessment.Instrument
	over  atomic.Bool
	// now is what somebody has answered and neither handed in nor put aside.
	now atomic.Pointer[assessment.Response]
	// keeping guards kept, which is as much of now as lies in the draft.
	keeping sync.Mutex
	kept    *assessment.Response
}

// Sit begins a sitting in an open round. Whoever shows it lets go of the
// Board, and gets it back from End.
func (a Assessments) Sit(id record.ID) (*Sitting, error) {
	r, err := a.Round(id)
	if err != nil {
		return nil, err
	}
	if !r.Open() {
		return nil, wording.Refuse("round", "This round is closed; it takes no more answers.")
	}
	in, err := a.Instrument(r.Instrument, r.Version)
	if err != nil {
		return nil, err
	}
	return &Sitting{b: a.b, round: r.Round, in: in}, nil
}

// Title is what the round is called.
func (s *Sitting) Title() string { return s.round.Title }

// Named says whether it is kept who answers.
func (s *Sitting) Named() bool { return s.round.Named }

// Sides are the groups that are asked; where there are several, whoever
// answers says which is theirs.
func (s *Sitting) Sides() []assessment.Side {
	var all []assessment.Side
	for _, side := range assessment.Sides() {
		if s.round.Asked[side] > 0 {
			all = append(all, side)
		}
	}
	return all
}

// Instrument is what is asked.
func (s *Sitting) Instrument() assessment.Instrument { return s.in }

// Code draws the code with which one person can come back to their answers. It
// is kept nowhere.
func (s *Sitting) Code() (assessment.Code, error) { return assessment.NewCode(s.b.env.Random) }

// HandIn keeps the answers of one person for good, and lets go of what was put
// aside under their code, where they have one. In an anonymous round only the
// answers and the group of r count. It fails with wording.Problems, with
// ErrSittingOver, or with ErrLocked.
func (s *Sitting) HandIn(r assessment.Response, back assessment.Code) error {
	return s.settle(func(v assessment.Service, round assessment.Round) error {
		if err := v.HandIn(round, s.worded(r)); err != nil || back == "" {
			return err
		}
		if err := v.Forget(round, back); !errors.Is(err, record.ErrNotFound) {
			return err
		}
		return nil
	})
}

// PutAside keeps answers that are not finished under the code with which the
// person comes back to them.
func (s *Sitting) PutAside(r assessment.Response, back assessment.Code) error {
	return s.settle(func(v assessment.Service, round assessment.Round) error {
		return v.PutAside(round, s.worded(r), back)
	})
}

// settle does an act after which nothing is left to be kept as a draft. Where
// the draft can't be cleared now, the next Keep tries again.
func (s *Sitting) settle(do func(assessment.Service, assessment.Round) error) error {
	err := s.act(do)
	if err == nil {
		s.now.Store(nil)
		_ = s.Keep() // what was asked for has happened
	}
	return err
}

// Answering notes what somebody has answered so far, in memory; Keep makes it
// last. nil is that there is nothing.
func (s *Sitting) Answering(r *assessment.Response, back assessment.Code) error {
	if r == nil {
		s.now.Store(nil)
		return nil
	}
	var aside assessment.Response
	err := s.b.view(func(tx *store.Tx) (err error) {
		aside, err = assessing(tx, s.b.env, record.Date{}).Aside(s.round, s.worded(*r), back)
		return err
	})
	if err == nil {
		s.now.Store(&aside)
	}
	return err
}

// Keep makes what Answering noted last outlive a lock, a crash and a power cut:
// in the draft, which is no act and leaves nothing in the journal, or, where it
// is too long for that, put aside. The next unlock puts a draft aside. Keep may
// be called beside the window, and any number of times.
func (s *Sitting) Keep() error {
	s.keeping.Lock()
	defer s.keeping.Unlock()
	now := s.now.Load()
	if now == s.kept {
		return nil
	}
	err := s.b.keepAnswering(now)
	if errors.Is(err, store.ErrTooLarge) {
		err = s.act(func(v assessment.Service, _ assessment.Round) error { return v.Responses.Put(*now) })
	}
	if err == nil {
		s.kept = now
	}
	return err
}

// TakeUp are the answers that were put aside under a code. They stay there
// until the person hands in.
func (s *Sitting) TakeUp(back assessment.Code) (assessment.Response, error) {
	var r assessment.Response
	err := s.act(func(v assessment.Service, round assessment.Round) (err error) {
		r, err = v.TakeUp(round, back)
		return err
	})
	return r, err
}

// worded is a response to the words that were shown here.
func (s *Sitting) worded(r assessment.Response) assessment.Response {
	r.Instrument, r.Version, r.Words = s.round.Instrument, s.round.Version, s.round.Words
	return r
}

func (s *Sitting) act(do func(assessment.Service, assessment.Round) error) error {
	if s.over.Load() {
		return ErrSittingOver
	}
	return s.b.Assess().onRound(ActRoundAnswer, s.round.ID, do)
}

// End gives the board back to a keyholder, whose key is tried against the
// vault without opening it anew; a passphrase takes about a second. It fails
// with store.ErrWrongKey, and then the sitting goes on.
func (s *Sitting) End(ctx context.Context, key keyring.Key) (*Board, error) {
	opened, err := s.b.vault()
	if err != nil {
		return nil, err
	}
	if _, err := opened.Rehearse(ctx, key); err != nil {
		return nil, err
	}
	s.over.Store(true)
	return s.b, nil
}

// Lock locks the board without ending the sitting by a key: nothing can be
// reached any more, and what was put aside is kept.
func (s *Sitting) Lock() *Closed {
	s.over.Store(true)
	return s.b.Lock()
}
