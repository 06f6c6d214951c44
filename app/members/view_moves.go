package members

import (
	"fyne.io/fyne/v2"

	"holdfast/app/kit"
	"holdfast/member"
)

// askMove asks to which stage, and since when.
func (p *page) askMove() {
	mv := p.model.Moving()
	q := p.questions(Asked{Ask: AskMove})
	away := kit.NewSlot(nil)
	var leave *leaveFields
	stage := q.choice("stage", p.env.Say("Stage"), mv.Stages, "", func(id string) {
		away.Set(nil)
		if id == string(member.OnLeave) {
			away.Set(leave.part)
		}
		q.relayout()
	}).Hint(p.env.Say("Choose a stage"))
	on := q.day("stage_on", p.env.Say("Since"), mv.Today)
	leave = newLeaveFields(q, mv, member.Leave{})
	q.put(away)
	note := q.line("stage_note", p.env.Say("A few words, if they help"), "")
	q.ask(kit.Dialog{
		Title: mv.Title, Say: mv.Say, Confirm: p.env.Say("Move"), First: stage,
		OnConfirm: func() bool {
			days, ok := q.days(map[string]*kit.DateEntry{"stage_on": on})
			step := member.StageChange{Stage: member.Stage(stage.Chosen()), On: days["stage_on"], Note: note.Text}
			if ok && step.Stage == member.OnLeave {
				step.Leave, ok = leave.read()
			}
			return ok && q.done(p.model.Move(step))
		},
	})
}

// askLeave asks what is agreed about the present leave.
func (p *page) askLeave() {
	mv := p.model.Moving()
	q := p.questions(Asked{Ask: AskLeave})
	leave := newLeaveFields(q, mv, mv.Leave)
	q.put(leave.part)
	q.ask(kit.Dialog{
		Title: p.env.Say("What is agreed about the time away"), Say: mv.Say, Confirm: p.env.Say("Save"),
		OnConfirm: func() bool {
			agreed, ok := leave.read()
			return ok && q.done(p.model.Agree(agreed))
		},
	})
}

// leaveFields are the questions about a leave.
type leaveFields struct {
	q                   *questions
	expected            *kit.DateEntry
	contact, seat, term *kit.Select
	part                fyne.CanvasObject
}

func newLeaveFields(q *questions, mv Moving, now member.Leave) *leaveFields {
	l := &leaveFields{q: q}
	l.part = q.apart(func() {
		l.expected = q.day("leave_expected", q.env.Say("Hopes to be back on"), now.Expected)
		l.contact = q.choice("leave_contact", q.env.Say("Contact meanwhile"), mv.Contacts, string(now.Contact), nil)
		l.seat = q.choice("leave_seat_held", q.env.Say("The seat is kept for them"), mv.Answers, string(now.SeatHeld), nil)
		l.term = q.choice("leave_clock_paused", q.env.Say("The term gets longer by the time away"), mv.Answers, string(now.ClockPaused), nil)
	})
	q.fields["leave_expected"].Help(q.env.Say("Leave it empty where nobody knows."))
	q.fields["leave_contact"].Help(q.env.Say("Where nobody has said, it means no contact."))
	return l
}

func (l *leaveFields) read() (member.Leave, bool) {
	days, ok := l.q.days(map[string]*kit.DateEntry{"leave_expected": l.expected})
	return member.Leave{
		Expected: days["leave_expected"], Contact: member.LeaveContact(l.contact.Chosen()),
		SeatHeld: member.Answer(l.seat.Chosen()), ClockPaused: member.Answer(l.term.Chosen()),
	}, ok
}
