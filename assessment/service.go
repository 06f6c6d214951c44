package assessment

import (
	"errors"
	"io"
	"slices"
	"strings"

	"holdfast/member"
	"holdfast/record"
	"holdfast/wording"
)

// Records is what a service asks of wherever its records lie.
type Records[V any] interface {
	Get(record.Key) (V, error)
	Put(V) error
	Delete(record.Key) error
	Scan(prefix record.Key, each func(V) error) error
}

// Service asks, and takes answers.
type Service struct {
	Instruments Records[Kept]
	Rounds      Records[Round]
	Responses   Records[Response]
	Tallies     Records[Tally]
	Handouts    Records[Handout]
	// Random is what identifiers and codes are drawn from, Today the day.
	Random io.Reader
	Today  record.Date
}

// Open keeps a new round over an instrument, which has to be released. It
// draws the ID where there is none. It fails with the problems of Validate.
func (v Service) Open(r Round, in Instrument) (Round, error) {
	if in.Status != Active || in.Kind == Checklist {
		return r, wording.Refuse("instrument", "Only a released instrument can be answered in a round, and a checklist is gone through instead.")
	}
	if err := r.Validate(); err != nil {
		return r, err
	}
	if err := v.Keep(in); err != nil {
		return r, err
	}
	var err error
	if r.ID == "" {
		if r.ID, err = record.NewID(v.Random); err != nil {
			return r, err
		}
	}
	r.Instrument, r.Version, r.Words = in.ID, in.Version, in.Fingerprint()
	return r, v.Rounds.Put(r)
}

// Answered are the responses to a round, those put aside among them.
func (v Service) Answered(round record.ID) ([]Response, error) {
	var all []Response
	err := v.Responses.Scan("", func(r Response) error {
		if r.Round == round {
			all = append(all, r)
		}
		return nil
	})
	return all, err
}

// Handout is what was handed out for a round; the empty one where nothing was.
func (v Service) Handout(round Round) (Handout, error) {
	h, err := v.Handouts.Get(record.Key(round.ID))
	if errors.Is(err, record.ErrNotFound) {
		return Handout{Round: round.ID}, nil
	}
	return h, err
}

// Issue draws so many new codes for a group; renewed makes those of the group
// that were not used yet worth nothing. The codes are kept nowhere: print
// them, then forget them.
func (v Service) Issue(round Round, side Side, n int, renewed bool) ([]Code, error) {
	if !round.Open() {
		return nil, wording.Refuse("round", "This round is closed; it takes no more answers.")
	}
	h, err := v.Handout(round)
	if err != nil {
		return nil, err
	}
	answered, err := v.Answered(round.ID)
	if err != nil {
		return nil, err
	}
	left := round.Asked[side]
	for _, r := range answered {
		if r.Side == side && !r.Unfinished {
			left--
		}
	}
	h, codes, err := h.issue(side, n, left, renewed, v.Random)
	if err != nil {
		return nil, err
	}
	return codes, v.Handouts.Put(h)
}

// HandIn keeps answers to a round. Anonymous ones lose what their person did
// not allow to be shown, and lie where nothing says in which order they came.
// It fails with wording.Problems: for a round that takes no answers, for more
// answers than people are asked, for somebody who answered already, and as
// Accept does.
func (v Service) HandIn(round Round, r Response) error {
	refused, err := v.HandInAll(round, []Response{r})
	return errors.Join(append(refused, err)...)
}

// HandInAll is HandIn of several at once, in an order drawn by lot. Those that
// can't be taken are left out: refused says why, at the place of each.
func (v Service) HandInAll(round Round, responses []Response) (refused []error, err error) {
	if err := round.takes(v.Today); err != nil {
		return nil, err
	}
	in, err := v.Instrument(round.Instrument, round.Version)
	if err != nil {
		return nil, err
	}
	before, err := v.Answered(round.ID)
	if err != nil {
		return nil, err
	}
	var ready []Response
	refused = make([]error, len(responses))
	for i, r := range responses {
		if r, refused[i] = v.ready(round, in, r, before); refused[i] == nil {
			ready, before = append(ready, r), append(before, r)
		}
	}
	slices.SortFunc(ready, func(a, b Response) int { return strings.Compare(string(a.ID), string(b.ID)) })
	for _, r := range ready {
		if err := v.Responses.Put(r); err != nil {
			return refused, err
		}
	}
	return refused, nil
}

// ready is a response as it is kept, beside those before it.
func (v Service) ready(round Round, in Instrument, r Response, before []Response) (Response, error) {
	r.Round, r.Unfinished = round.ID, false
	r, err := in.Accept(r)
	if err != nil {
		return r, err
	}
	same := 0
	for _, b := range before {
		if b.Unfinished {
			continue
		}
		if b.Side == r.Side {
			same++
		}
		if round.Named && b.Member == r.Member && strings.EqualFold(b.Name, r.Name) {
			return r, wording.Refuse("name", "This person has answered already.")
		}
	}
	if same >= round.Asked[r.Side] {
		return r, wording.Refuse("side", "As many of this group have answered as were asked.")
	}
	if round.Named == (r.Member == "" && r.Name == "") {
		return r, wording.Refuse("name", "In a round by name it says who answered, and in an anonymous one it does not.")
	}
	if !round.Named {
		r.Answers = r.Answers.allowed(in)
	}
	r.ID, err = record.NewID(v.Random)
	return r, err
}

// takes fails where a round takes no answers on a day.
func (r Round) takes(today record.Date) error {
	switch {
	case !r.Open():
		return wording.Refuse("round", "This round is closed; it takes no more answers.")
	case !r.Begun(today):
		return wording.Refuse("round", "This round begins on {date}.", "date", r.From)
	default:
		return nil
	}
}

// allowed are the answers without words that their person does not want shown.
func (a Answers) allowed(in Instrument) Answers {
	kept := Answers{}
	for id, answer := range a {
		q, _ := in.Question(id)
		if answer.Share == ShareNot {
			answer.Note = ""
			if q.Type == Line || q.Type == Prose {
				continue
			}
		}
		kept[id] = answer
	}
	return kept
}

// Aside are answers that are not handed in yet, as they are kept under the code
// with which their person comes back: without who it is, and with what can't
// be an answer yet, for that is mended before it is handed in. It fails with a
// wording.Problem where they are to other words than those of the round.
func (v Service) Aside(round Round, r Response, back Code) (Response, error) {
	in, err := v.Instrument(round.Instrument, round.Version)
	if err != nil {
		return r, err
	}
	r.Round, r.Unfinished, r.ID = round.ID, true, aside(round, back)
	r.Member, r.Name = "", ""
	return r, in.answeredBy(r)
}

// PutAside keeps answers as Aside makes them, in the place of those before
// under the same code.
func (v Service) PutAside(round Round, r Response, back Code) error {
	if err := round.takes(v.Today); err != nil {
		return err
	}
	r, err := v.Aside(round, r, back)
	if err != nil {
		return err
	}
	return v.Responses.Put(r)
}

// TakeUp are the answers that were put aside under a code; they stay there
// until Forget. It fails with a wording.Problem.
func (v Service) TakeUp(round Round, back Code) (Response, error) {
	r, err := v.Responses.Get(record.Join(round.ID, aside(round, back)))
	if errors.Is(err, record.ErrNotFound) {
		return r, wording.Refuse("code", "Nothing was put aside under this code.")
	}
	return r, err
}

// Forget takes away what was put aside under a code: it was handed in.
func (v Service) Forget(round Round, back Code) error {
	return v.Responses.Delete(record.Join(round.ID, aside(round, back)))
}

func aside(round Round, back Code) record.ID { return record.ID("aside-" + back.Digest(round.ID)) }

// Of is what a person of the board answered by name.
func (v Service) Of(who member.ID) ([]Response, error) {
	var all []Response
	err := v.Responses.Scan(record.Key(who), func(r Response) error {
		all = append(all, r)
		return nil
	})
	return all, err
}
