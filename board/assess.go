package board

import (
	"cmp"
	"errors"
	"slices"
	"strconv"
	"strings"

	"holdfast/assessment"
	"holdfast/assets"
	"holdfast/record"
	"holdfast/store"
	"holdfast/wording"
)

// Assessments are the board's self-assessments and checklists.
type Assessments struct{ b *Board }

// Assess is about the board's self-assessments and checklists.
func (b *Board) Assess() Assessments { return Assessments{b} }

// Listed is an instrument as a list shows it.
type Listed struct {
	Instrument assessment.Instrument
	// Shipped comes with the program; all others are the board's own.
	Shipped bool
	// Rounds is how many rounds asked this version.
	Rounds int
}

// Instruments are the latest version of everything that can be asked, and the
// board's own drafts: checklists last, each kind by title.
func (a Assessments) Instruments(language wording.Language) ([]Listed, error) {
	var all []Listed
	shipped, err := a.b.questions()
	if err != nil {
		return nil, err
	}
	for _, in := range shipped {
		all = append(all, Listed{Instrument: in, Shipped: true})
	}
	err = a.b.view(func(tx *store.Tx) error {
		err := store.In(tx, assessment.KeptSchema()).Scan("", func(k assessment.Kept) error {
			if ships(shipped, k) {
				return nil
			}
			in, err := assessment.ReadInstrument([]byte(k.File))
			if err == nil {
				all = withVersion(all, in)
			}
			return err
		})
		if err != nil {
			return err
		}
		return store.In(tx, assessment.RoundSchema()).Scan("", func(r assessment.Round) error {
			for i, l := range all {
				if l.Instrument.ID == r.Instrument && l.Instrument.Version == r.Version {
					all[i].Rounds++
				}
			}
			return nil
		})
	})
	kinds := assessment.Kinds()
	slices.SortFunc(all, func(x, y Listed) int {
		return cmp.Or(cmp.Compare(slices.Index(kinds, x.Instrument.Kind), slices.Index(kinds, y.Instrument.Kind)),
			cmp.Compare(x.Instrument.Title.In(language), y.Instrument.Title.In(language)), cmp.Compare(x.Instrument.ID, y.Instrument.ID))
	})
	return all, err
}

// ships says whether what is kept is a copy of what ships, for the rounds that
// asked it: it need not be read again.
func ships(shipped []assessment.Instrument, k assessment.Kept) bool {
	return slices.ContainsFunc(shipped, func(in assessment.Instrument) bool { return in.ID == k.ID && in.Version == k.Version })
}

// withVersion puts an instrument into a list of the latest versions; a draft
// stands beside what is released.
func withVersion(all []Listed, in assessment.Instrument) []Listed {
	draft := in.Status == assessment.Draft
	for i, l := range all {
		if l.Instrument.ID != in.ID || draft != (l.Instrument.Status == assessment.Draft) {
			continue
		}
		if newer(in.Version, l.Instrument.Version) {
			all[i] = Listed{Instrument: in}
		}
		return all
	}
	return append(all, Listed{Instrument: in})
}

// newer says whether a version of numbers with dots comes after another.
func newer(a, b string) bool {
	return slices.CompareFunc(strings.Split(a, "."), strings.Split(b, "."), func(x, y string) int {
		m, _ := strconv.Atoi(x) // a version is numbers with dots
		n, _ := strconv.Atoi(y)
		return m - n
	}) > 0
}

// shippedInstruments are those that come with the program.
func shippedInstruments() ([]assessment.Instrument, error) {
	files, err := assets.Instruments()
	if err != nil {
		return nil, err
	}
	var all []assessment.Instrument
	for _, file := range files {
		in, err := assessment.ReadInstrument(file)
		if err != nil {
			return nil, err
		}
		all = append(all, in)
	}
	return all, nil
}

// Instrument is one of a version, or with the empty version the latest that
// is released, or the draft where none is. It fails with a Problem.
func (a Assessments) Instrument(id, version string) (assessment.Instrument, error) {
	var found assessment.Instrument
	take := func(in assessment.Instrument) {
		better := found.ID == "" || found.Status == assessment.Draft && in.Status != assessment.Draft ||
			(found.Status == assessment.Draft) == (in.Status == assessment.Draft) && newer(in.Version, found.Version)
		if in.ID == id && (version == in.Version || version == "" && better) {
			found = in
		}
	}
	shipped, err := a.b.questions()
	if err != nil {
		return found, err
	}
	for _, in := range shipped {
		take(in)
	}
	err = a.b.view(func(tx *store.Tx) error {
		return store.In(tx, assessment.KeptSchema()).Scan(record.Key(id), func(k assessment.Kept) error {
			if ships(shipped, k) {
				return nil
			}
			in, err := assessment.ReadInstrument([]byte(k.File))
			if err == nil {
				take(in)
			}
			return err
		})
	})
	if err == nil && found.ID == "" {
		err = wording.Refuse("instrument", "There is no such instrument; the list has their names.")
	}
	return found, err
}

// SaveInstrument keeps a draft of the board's own, or a released instrument
// that was brought in. It fails with the problems of the instrument, and where
// the words of a released one would change.
func (a Assessments) SaveInstrument(in assessment.Instrument) error {
	shipped, err := a.b.questions()
	if err != nil {
		return err
	}
	if slices.ContainsFunc(shipped, func(s assessment.Instrument) bool { return s.ID == in.ID }) {
		return wording.Refuse("id", "An instrument that comes with Holdfast has this name. Give yours another.")
	}
	return a.b.act(ActInstrument, func(w *work) error { return w.assess().Keep(in) })
}

// RemoveDraft takes a draft away.
func (a Assessments) RemoveDraft(id, version string) error {
	return a.b.act(ActInstrument, func(w *work) error {
		in, err := w.assess().Instrument(id, version)
		if errors.Is(err, record.ErrNotFound) || err == nil && in.Status != assessment.Draft {
			return wording.Refuse("instrument", "Only a draft can be taken away.")
		}
		if err != nil {
			return err
		}
		return store.In(w.tx, assessment.KeptSchema()).Delete(record.Join(id, version))
	})
}

// assess is the service over the records of an act.
func (w *work) assess() assessment.Service {
	return assessing(w.tx, w.env, w.today())
}

func assessing(tx *store.Tx, env store.Environment, today record.Date) assessment.Service {
	return assessment.Service{
		Instruments: store.In(tx, assessment.KeptSchema()), Rounds: store.In(tx, assessment.RoundSchema()),
		Responses: store.In(tx, assessment.ResponseSchema()), Tallies: store.In(tx, assessment.TallySchema()),
		Handouts: store.In(tx, assessment.HandoutSchema()), Random: env.Random, Today: today,
	}
}
