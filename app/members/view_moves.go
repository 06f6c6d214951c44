package members

import (
	"fyne.io/fyne/v2"

	"holdfast/app/kit"
	"holdfast/member"
)

// askMove asks to which stage, and since when.
func (p *page) askMove() {
	mv := p.model.Moving()
	q := newQuestions(p.env)
	leave := newLeaveFields(p.env, q, mv, member.Leave{})
	away := kit.NewSlot(nil)
	stage := kit.NewSelect(options(mv.Stages), func(id string) {
		away.Set(nil)
		if id == string(member.OnLeave) {
			away.Set(leave.part)
		}
		q.open.Relayout()
	}).Hint(p.env.Say("Choose a stage"))
	on := kit.NewDateEntry(p.env, nil).Set(mv.Today)
	note := kit.NewEntry(p.env)
	q.add("stage", kit.NewField(p.env.Say("Stage"), stage))
	q.add("stage_on", kit.NewField(p.env.Say("Since"), on))
	q.put(away)
	q.add("stage_note", kit.NewField(p.env.Say("A few words, if they help"), note))
	q.ask(kit.Dialog{
		Title: mv.Title, Say: mv.Say, Confirm: p.env.Say("Move"), First: stage,
		OnConfirm: func() bool {
			return p.move(q, leave, member.StageChange{Stage: member.Stage(stage.Chosen()), Note: note.Text}, on)
		},
	})
}

func (p *page) move(q *questions, leave *leaveFields, step member.StageChange, on *kit.DateEntry) bool {
	days, ok := q.days(map[string]*kit.DateEntry{"stage_on": on})
	if !ok {
		return false
	}
	step.On = days["stage_on"]
	if step.Stage == member.OnLeave {
		if step.Leave, ok = leave.read(); !ok {
			return false
		}
	}
	o := p.model.Move(step)
	if !q.right(o) {
		return false
	}
	p.did(o)
	return true
}

// askLeave asks what is agreed about the present leave.
func (p *page) askLeave() {
	mv := p.model.Moving()
	q := newQuestions(p.env)
	leave := newLeaveFields(p.env, q, mv, mv.Leave)
	q.put(leave.part)
	q.ask(kit.Dialog{
		Title: p.env.Say("What is agreed about the time away"), Say: mv.Say, Confirm: p.env.Say("Save"),
		OnConfirm: func() bool {
			agreed, ok := leave.read()
			if !ok {
				return false
			}
			o := p.model.Agree(agreed)
			if !q.right(o) {
				return false
			}
			p.did(o)
			return true
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

func newLeaveFields(env *kit.Env, q *questions, mv Moving, now member.Leave) *leaveFields {
	l := &leaveFields{q: q, expected: kit.NewDateEntry(env, nil).Set(now.Expected)}
	l.contact = kit.NewSelect(options(mv.Contacts), nil).Set(string(now.Contact))
	l.seat = kit.NewSelect(options(mv.Answers), nil).Set(string(now.SeatHeld))
	l.term = kit.NewSelect(options(mv.Answers), nil).Set(string(now.ClockPaused))
	field := func(name, label string, input fyne.CanvasObject) *kit.Field {
		f := kit.NewField(label, input)
		q.fields[name] = f
		return f
	}
	l.part = kit.Stack(12,
		field("leave_expected", env.Say("Hopes to be back on"), l.expected).Help(env.Say("Leave it empty where nobody knows.")),
		field("leave_contact", env.Say("Contact meanwhile"), l.contact).Help(env.Say("Where nobody has said, it means no contact.")),
		field("leave_seat_held", env.Say("The seat is kept for them"), l.seat),
		field("leave_clock_paused", env.Say("The term gets longer by the time away"), l.term))
	return l
}

func (l *leaveFields) read() (member.Leave, bool) {
	days, ok := l.q.days(map[string]*kit.DateEntry{"leave_expected": l.expected})
	return member.Leave{
		Expected: days["leave_expected"], Contact: member.LeaveContact(l.contact.Chosen()),
		SeatHeld: member.Answer(l.seat.Chosen()), ClockPaused: member.Answer(l.term.Chosen()),
	}, ok
}
