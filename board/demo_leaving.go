package board

import (
	"holdfast/member"
	"holdfast/record"
	"holdfast/store"
)

// leaving is how things end on the invented board: somebody who left more than
// a year ago and falls due, an alumna whose notes do, a legal hold, and two
// requests to correct something.
func (v *inventor) leaving(ids []member.ID) ([]func(*work) error, error) {
	var all []func(*work) error
	for n, past := range []struct {
		stage  member.Stage
		months int
	}{{member.Withdrawn, 14}, {member.Alumni, 26}, {member.Removed, 19}} {
		gone, err := v.former(demoName(len(ids)+n), past.stage, v.today.AddMonths(-past.months))
		if err != nil {
			return nil, err
		}
		all = append(all, gone...)
	}
	asked, err := v.asked(ids)
	return append(all, asked...), err
}

// former is somebody who is not on the board any more, with a note; whoever
// was removed is kept by a legal hold.
func (v *inventor) former(name string, stage member.Stage, on record.Date) ([]func(*work) error, error) {
	var id [3]record.ID
	for i := range id {
		var err error
		if id[i], err = record.NewID(v.chance); err != nil {
			return nil, err
		}
	}
	m := member.Member{ID: id[0], Name: name, Stages: []member.StageChange{
		{Stage: member.Active, On: on.AddMonths(-20)}, {Stage: stage, On: on}}}
	note := member.Note{Member: m.ID, ID: id[1], On: on.AddMonths(-1), Text: v.noteText()}
	all := []func(*work) error{func(w *work) error {
		w.touch(m.ID)
		if _, err := w.people().Add(m); err != nil {
			return err
		}
		return store.In(w.tx, member.NoteSchema()).Put(note)
	}}
	if stage == member.Removed {
		hold := Hold{ID: id[2], Member: m.ID, Why: "An insurer asked about a journey in May, and has not answered yet", On: v.today.AddDays(-40), By: "Coordinator"}
		all = append(all, func(w *work) error { return store.In(w.tx, holdSchema()).Put(hold) })
	}
	return all, nil
}

// asked are requests to correct something: one is open, one was settled.
func (v *inventor) asked(ids []member.ID) ([]func(*work) error, error) {
	var all []func(*work) error
	for n, c := range []Correction{
		{On: v.today.AddDays(-3), What: "On the meeting list I stand with the name from my application. Please write it as I do."},
		{On: v.today.AddDays(-60), What: "I was not late on 3 September, the door was locked.",
			Outcome: OutcomeRemoved, Settled: v.today.AddDays(-58), Answer: "The note was taken out, and we asked for a key for the back door."},
	} {
		id, err := record.NewID(v.chance)
		if err != nil {
			return nil, err
		}
		c.ID, c.Member = id, ids[n%len(ids)]
		all = append(all, func(w *work) error {
			w.touch(c.Member)
			return store.In(w.tx, correctionSchema()).Put(c)
		})
	}
	return all, nil
}
