package board

import (
	"sync"
	"time"

	"holdfast/consent"
	"holdfast/contact"
	"holdfast/member"
	"holdfast/record"
	"holdfast/wording"
)

// FollowUp is a withdrawal and what there is to do about it.
type FollowUp struct {
	Member member.ID
	No     consent.Event
	// Title is what was taken back, When the day in words.
	Title, When wording.Text
	Tasks       []FollowTask
	// Open says whether something is left to do.
	Open bool
}

// FollowTask is one thing to do after a withdrawal.
type FollowTask struct {
	Kind FollowKind
	// Use is the place of use that it is about, for ToRemove.
	Use record.ID
	// State is how far it is; Done whether nothing is left to do.
	State consent.Done
	Done  bool
	// Tag is the state in a word, Text what to do, Detail where to find it.
	Tag, Text, Detail wording.Text
}

// FollowKind is what is to be done.
type FollowKind string

// What is to be done after a withdrawal.
const (
	ToRemove FollowKind = "remove"
	ToTell   FollowKind = "tell"
	ToForget FollowKind = "forget"
)

// followUps puts what is left after withdrawals of a person into words.
func (r *roll) followUps(file consent.File, m member.Member, all []consent.FollowUp, now time.Time) []FollowUp {
	how := sync.OnceValue(func() wording.Text { return r.howToTell(m, now) })
	var cards []FollowUp
	for _, f := range all {
		cards = append(cards, followUp(file, m, f, how))
	}
	return cards
}

func followUp(file consent.File, m member.Member, f consent.FollowUp, how func() wording.Text) FollowUp {
	card := FollowUp{Member: m.ID, No: f.No, Open: f.Open(), Title: f.No.Words(file.Kinds),
		When: wording.T("{who} · {date}", "who", m.Name, "date", f.No.On)}
	for _, u := range f.Places {
		card.Tasks = append(card.Tasks, removing(u))
	}
	if f.Forget {
		card.Tasks = append(card.Tasks, FollowTask{Kind: ToForget, Tag: consent.NothingYet.Name(),
			Text: wording.T("Erase the record of {name}, or agree with them what stays.", "name", m.Name)})
	}
	if f.No.Kind == consent.Withdrawn {
		card.Tasks = append(card.Tasks, toldTask(m, f, how))
	}
	return card
}

func removing(u consent.Use) FollowTask {
	task := FollowTask{Kind: ToRemove, Use: u.ID, State: u.State(), Done: u.State().Settled(), Tag: u.State().Name(), Detail: verbatim(u.Link)}
	where := forWhom(consent.Scope{Recipient: u.Recipient, Channels: channelsOf(u)})
	switch {
	case task.Done:
		task.Text = wording.T("{what} ({where})", "what", u.What, "where", where)
	case u.State() == consent.AskedToRemove:
		task.Text = wording.T("Confirm that it is removed: {what} ({where})", "what", u.What, "where", where)
	default:
		task.Text = wording.T("Take it back: {what} ({where})", "what", u.What, "where", where)
	}
	return task
}

func channelsOf(u consent.Use) []consent.Channel {
	if u.Channel == "" {
		return nil
	}
	return []consent.Channel{u.Channel}
}

// toldTask is the task of telling the person what became of it.
func toldTask(m member.Member, f consent.FollowUp, how func() wording.Text) FollowTask {
	if !f.Told.IsZero() {
		return FollowTask{Kind: ToTell, Done: true, Tag: wording.T("Done"),
			Text: wording.T("{name} was told on {date}.", "name", m.Name, "date", f.Told)}
	}
	return FollowTask{Kind: ToTell, Tag: consent.NothingYet.Name(), Text: how()}
}

// howToTell is how a person can be told something about their consent, by what
// is safe for them now.
func (r *roll) howToTell(m member.Member, now time.Time) wording.Text {
	sheet, policy := r.spoken(m.ID), r.policy(m, now)
	var next time.Time
	for _, way := range sheet.Channels {
		a := contact.May(sheet, way.ID, contact.ConsentQuestion, now, policy)
		if a.Allowed {
			return wording.T("Tell {name} what became of it, {way}", "name", m.Name, "way", way.Kind.By())
		}
		if !a.NextSafe.IsZero() && (next.IsZero() || a.NextSafe.Before(next)) {
			next = a.NextSafe
		}
	}
	if next.IsZero() {
		return wording.T("No way of reaching {name} is open. Tell them when they get in touch.", "name", m.Name)
	}
	return wording.T("Tell {name} what became of it, not before {when}", "name", m.Name, "when", contact.When(now, next))
}

// Told keeps that the person heard what became of a withdrawal.
func (c Consents) Told(id member.ID, withdrawal record.ID) error {
	_, err := c.Record(consent.Event{Member: id, Kind: consent.Told, About: withdrawal})
	return err
}
