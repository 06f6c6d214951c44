package board

import (
	"cmp"
	"errors"
	"slices"

	"holdfast/assessment"
	"holdfast/backup/packet"
	"holdfast/record"
	"holdfast/store"
	"holdfast/store/keyring"
	"holdfast/wording"
)

// RoundState is a round and how far it has come.
type RoundState struct {
	assessment.Round
	// Answered is how many of each group have answered, Aside how many
	// answers were put aside. Of an open anonymous round nothing else is
	// shown.
	Answered map[assessment.Side]int
	Aside    int
	// CodesLeft is how many codes were not used yet.
	CodesLeft map[assessment.Side]int
	// Waiting is how many comments wait to be reworded.
	Waiting int
}

// AnsweredInAll is how many people have answered.
func (r RoundState) AnsweredInAll() int {
	n := 0
	for _, s := range assessment.Sides() {
		n += r.Answered[s]
	}
	return n
}

// Rounds are all rounds, the open ones first, then the latest closed.
func (a Assessments) Rounds() ([]RoundState, error) {
	var all []RoundState
	err := a.b.view(func(tx *store.Tx) error {
		rounds, err := roundsOf(tx)
		if err != nil {
			return err
		}
		states := map[record.ID]*RoundState{}
		for _, r := range rounds {
			states[r.ID] = &RoundState{Round: r, Answered: map[assessment.Side]int{}, CodesLeft: map[assessment.Side]int{}}
		}
		if err := count(tx, states); err != nil {
			return err
		}
		for _, r := range rounds {
			all = append(all, *states[r.ID])
		}
		return nil
	})
	slices.SortStableFunc(all, func(x, y RoundState) int {
		if x.Open() != y.Open() {
			return map[bool]int{true: -1, false: 1}[x.Open()]
		}
		return cmp.Or(cmp.Compare(y.Closing, x.Closing), y.From.Compare(x.From), cmp.Compare(x.ID, y.ID))
	})
	return all, err
}

func roundsOf(tx *store.Tx) ([]assessment.Round, error) {
	var all []assessment.Round
	err := store.In(tx, assessment.RoundSchema()).Scan("", func(r assessment.Round) error {
		all = append(all, r)
		return nil
	})
	return all, err
}

// count fills in how far rounds have come.
func count(tx *store.Tx, states map[record.ID]*RoundState) error {
	err := store.In(tx, assessment.ResponseSchema()).Scan("", func(r assessment.Response) error {
		if s := states[r.Round]; s != nil && r.Unfinished {
			s.Aside++
		} else if s != nil {
			s.Answered[r.Side]++
		}
		return nil
	})
	if err != nil {
		return err
	}
	err = store.In(tx, assessment.TallySchema()).Scan("", func(t assessment.Tally) error {
		if s := states[t.Round]; s != nil {
			s.Answered = t.People
			for _, c := range t.Comments {
				if c.Waiting {
					s.Waiting++
				}
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	return store.In(tx, assessment.HandoutSchema()).Scan("", func(h assessment.Handout) error {
		if s := states[h.Round]; s != nil {
			for side, digests := range h.Codes {
				s.CodesLeft[side] = len(digests)
			}
		}
		return nil
	})
}

// Round is one round. It fails with a Problem where there is none.
func (a Assessments) Round(id record.ID) (RoundState, error) {
	all, err := a.Rounds()
	if err != nil {
		return RoundState{}, err
	}
	at := slices.IndexFunc(all, func(r RoundState) bool { return r.ID == id })
	if at < 0 {
		return RoundState{}, errNoRound()
	}
	return all[at], nil
}

func errNoRound() error { return wording.Refuse("round", "There is no such round.") }

// OpenRound begins a round over the latest released version of an instrument,
// or the one that r names.
func (a Assessments) OpenRound(r assessment.Round) (assessment.Round, error) {
	in, err := a.Instrument(r.Instrument, r.Version)
	if err != nil {
		return r, err
	}
	err = a.b.act(ActRoundOpen, func(w *work) (err error) {
		r, err = w.assess().Open(r, in)
		return err
	})
	return r, err
}

// onRound is an act upon a round that is there.
func (a Assessments) onRound(kind Kind, id record.ID, do func(assessment.Service, assessment.Round) error) error {
	return a.b.act(kind, func(w *work) error {
		v := w.assess()
		r, err := v.Rounds.Get(record.Key(id))
		if errors.Is(err, record.ErrNotFound) {
			return errNoRound()
		}
		if err != nil {
			return err
		}
		return do(v, r)
	})
}

// Codes draws so many codes for a group, to be printed on slips and drawn by
// lot, and gives the words that the packet will open with; renewed makes those
// codes of the group that were not used worth nothing. Codes are given this
// once and kept nowhere.
func (a Assessments) Codes(id record.ID, side assessment.Side, n int, renewed bool) (codes []assessment.Code, words string, err error) {
	err = a.onRound(ActRoundCodes, id, func(v assessment.Service, r assessment.Round) (err error) {
		if codes, err = v.Issue(r, side, n, renewed); err != nil {
			return err
		}
		h, err := v.Handout(r)
		if err != nil {
			return err
		}
		if h.Identity == "" {
			keys, err := packet.NewKeys()
			if err != nil {
				return err
			}
			if h.Words, err = keyring.Generate(a.b.env.Random, packetWords); err != nil {
				return err
			}
			h.Identity, h.Recipient = keys.Identity, keys.Recipient
		}
		words = h.Words
		return v.Handouts.Put(h)
	})
	return codes, words, err
}

// packetWords is how many words open a packet: 64 bits.
const packetWords = 5

// Packet makes the file with which people answer on other laptops, the same
// for everybody, and the words that open it. Draw the codes before: a packet
// knows those that are there when it is made.
func (a Assessments) Packet(id record.ID) (file []byte, words string, err error) {
	var content []byte
	err = a.b.view(func(tx *store.Tx) error {
		v := assessing(tx, a.b.env, record.Date{})
		r, err := v.Rounds.Get(record.Key(id))
		if errors.Is(err, record.ErrNotFound) {
			return errNoRound()
		}
		if err != nil {
			return err
		}
		h, err := v.Handout(r)
		if err != nil {
			return err
		}
		if !r.Open() || r.Named || len(h.Codes) == 0 {
			return wording.Refuse("codes", "A packet is for an open, anonymous round whose codes were drawn.")
		}
		in, err := v.Instrument(r.Instrument, r.Version)
		if err != nil {
			return err
		}
		settings, err := readSettings(tx)
		if err != nil {
			return err
		}
		words = h.Words
		content, err = assessment.MakePacket(r, h, in, settings.Name)
		return err
	})
	if err != nil {
		return nil, "", err
	}
	defer clear(content)
	file, err = packet.Seal(content, words)
	return file, words, err
}

// Collected is what came of a file with answers.
type Collected struct {
	// Name is the file's name as it was given, Problem why it was left out,
	// nil where it was taken.
	Name    string
	Problem error
}

// AnswerFile is a file with answers, by its name.
type AnswerFile struct {
	Name string
	Data []byte
}

// Collect takes the answers out of files that came back, all at once and in
// an order drawn by lot: wait until several are there. What can't be taken is
// named, and the rest is taken.
func (a Assessments) Collect(id record.ID, files []AnswerFile) ([]Collected, error) {
	results := make([]Collected, len(files))
	err := a.onRound(ActRoundCollect, id, func(v assessment.Service, r assessment.Round) error {
		h, err := v.Handout(r)
		if err != nil {
			return err
		}
		in, err := v.Instrument(r.Instrument, r.Version)
		if err != nil {
			return err
		}
		var taken []assessment.Response
		var codes []assessment.Code
		var of []int // the file that each came from
		spent := h
		for i, file := range files {
			results[i].Name = file.Name
			response, code, err := openedAnswers(file.Data, spent, in)
			if results[i].Problem = err; err == nil {
				spent, taken, codes, of = spent.Spent(code), append(taken, response), append(codes, code), append(of, i)
			}
		}
		refused, err := v.HandInAll(r, taken)
		if err != nil {
			return err
		}
		for n, i := range of {
			if results[i].Problem = refused[n]; refused[n] == nil {
				h = h.Spent(codes[n])
			}
		}
		return v.Handouts.Put(h)
	})
	return results, err
}

func openedAnswers(file []byte, h assessment.Handout, in assessment.Instrument) (assessment.Response, assessment.Code, error) {
	content, err := packet.OpenWith(file, h.Identity)
	if err != nil {
		return assessment.Response{}, "", err
	}
	defer clear(content)
	r, code, err := assessment.ReadHanded(content, h, in)
	return r, code, newerFile(err)
}

// Enter takes answers that were given on paper, all at once and in an order
// drawn by lot, or none of them.
func (a Assessments) Enter(id record.ID, responses []assessment.Response) error {
	return a.onRound(ActRoundEnter, id, func(v assessment.Service, r assessment.Round) error {
		for i := range responses {
			responses[i].Instrument, responses[i].Version, responses[i].Words = r.Instrument, r.Version, r.Words
		}
		refused, err := v.HandInAll(r, responses)
		return errors.Join(append(refused, err)...)
	})
}
