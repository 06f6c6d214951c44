package board

import (
	"context"
	"path/filepath"

	"holdfast/member"
	"holdfast/record"
	"holdfast/roster"
	"holdfast/synced"
	"holdfast/wording"
)

// PrepareImport says what bringing a spreadsheet in would do; nothing is
// changed. path is where the list lies in clear ("" for nowhere). progress
// hears which share of the rows was looked at, and may be nil. It fails as
// roster.Prepare does.
func (b *Board) PrepareImport(ctx context.Context, t *roster.Table, m roster.Mapping, path string, progress func(float64)) (*roster.Plan, error) {
	r, err := b.roll()
	if err != nil {
		return nil, err
	}
	setting := roster.Setting{
		Fields: r.settings.Arrangement().Fields(), Random: b.env.Random,
		Today: record.DateOf(b.in(r.settings)), Path: path, Progress: progress,
	}
	for _, id := range r.order() {
		setting.Known = append(setting.Known, roster.KnownFrom(r.people[id], r.sheets[id]))
	}
	return roster.Prepare(ctx, t, m, setting)
}

// ImportTargets are the places that a column of a spreadsheet can fill.
func (b *Board) ImportTargets() ([]roster.Target, error) {
	fields, err := b.Fields()
	return roster.Targets(fields), err
}

// GuessImport proposes how to read a spreadsheet. Hours in it are proposed to
// be in the coordinator's own time zone: the proposal shows it, and a person
// accepts it or not.
func (b *Board) GuessImport(t *roster.Table) (roster.Mapping, error) {
	s, err := b.Settings()
	if err != nil {
		return roster.Mapping{}, err
	}
	m := roster.Guess(t, s.Arrangement().Fields())
	if m.TimeZone == "" {
		m.TimeZone = s.Zone
	}
	return m, nil
}

// Imported is what an import did.
type Imported struct {
	// People, Sheets and Notes are how many of each were written down.
	People, Sheets, Notes int
	// LeftBehind is how many rows were refused or skipped.
	LeftBehind int
}

// Import writes the people of a plan down, in one act: all of them or nobody.
// With skipBad, rows that are refused or undecided are left behind; without,
// one of them is a Problem and nobody comes in.
func (b *Board) Import(plan *roster.Plan, skipBad bool) (Imported, error) {
	people, err := plan.Accept(skipBad)
	if err != nil {
		return Imported{}, err
	}
	var done Imported
	err = b.act(ActImport, func(w *work) error {
		done = Imported{LeftBehind: plan.Refusals() + len(plan.People) - len(people)}
		for _, p := range people {
			if err := w.bringIn(p, &done); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return Imported{}, err
	}
	return done, nil
}

// Afterwards is what to say once the people of a plan are in: where the list
// still lies in clear, and which service copies it elsewhere from there.
func (b *Board) Afterwards(plan *roster.Plan) []wording.Text {
	said := plan.Afterwards()
	if len(said) == 0 {
		return nil
	}
	if service, ok := synced.Find(filepath.Dir(plan.PlaintextPath), b.env.Home); ok {
		said = append(said, service.AboutList())
	}
	return said
}

func (w *work) bringIn(p roster.Person, done *Imported) error {
	m, err := w.people().Add(p.Member)
	if err != nil {
		return err
	}
	w.touch(m.ID)
	done.People++
	if p.HasSheet() {
		if err := w.contacts().Save(p.Sheet); err != nil {
			return err
		}
		done.Sheets++
	}
	for _, text := range p.Notes {
		if _, err := w.people().AddNote(member.Note{Member: m.ID, Text: text}); err != nil {
			return err
		}
		done.Notes++
	}
	return nil
}
