package board

import (
	"time"

	"holdfast/contact"
	"holdfast/member"
	"holdfast/record"
	"holdfast/wording"
)

// How many days before and after its end "do not contact until" shows.
const (
	reachableSoon = 3
	reachableLate = 7
)

// peopleItems are the items about people, each kind in the order of names.
func (r *roll) peopleItems(now time.Time) []Item {
	byKind := map[ItemKind][]Item{}
	for _, id := range r.order() {
		for _, item := range r.itemsOf(id, now) {
			item.Member = id
			byKind[item.Kind] = append(byKind[item.Kind], item)
		}
	}
	return r.inGroups(byKind)
}

// inGroups are the items in their order; of a kind that many people have there is
// one for all of them.
func (r *roll) inGroups(byKind map[ItemKind][]Item) []Item {
	var items []Item
	for _, kind := range itemOrder() {
		if of := byKind[kind]; len(of) > together {
			items = append(items, r.grouped(kind, of))
		} else {
			items = append(items, of...)
		}
	}
	return items
}

// itemsOf are the items about one person.
func (r *roll) itemsOf(id member.ID, now time.Time) []Item {
	m, today := r.people[id], record.DateOf(now)
	stage := m.Stage()
	if !stage.Serving() && !stage.Joining() {
		return nil
	}
	var items []Item
	policy := r.policy(m, now)
	if policy.Leave != contact.LeaveNone && len(policy.Refused) < len(contact.Purposes()) {
		items = r.contactItems(id, now, policy)
	}
	if prompt, due := m.TermPrompt(r.settings.Terms, today); due {
		items = append(items, termItem(m, prompt, r.settings.Terms))
	}
	if stage == member.Onboarding {
		if item, open := onboardingItem(m); open {
			items = append(items, item)
		}
	}
	return items
}

// contactItems are the items about reaching one person.
func (r *roll) contactItems(id member.ID, now time.Time, policy contact.Policy) []Item {
	s, today := r.spoken(id), record.DateOf(now)
	if until := s.DoNotContactUntil; !until.IsZero() {
		left := today.DaysUntil(until)
		if left > 0 {
			if left > reachableSoon {
				return nil
			}
			return []Item{reachableItem(s, left)}
		}
		if last, ok := r.latest[id]; left >= -reachableLate && (!ok || last.At.Before(until.Start(now.Location()))) {
			return []Item{reachableItem(s, left)}
		}
	}
	var items []Item
	if last, ok := r.latest[id]; ok && last.Outcome == contact.CallLater {
		items = append(items, r.callLaterItem(id, s, last, now, policy))
	} else if due := r.checkInDue(id, s, policy); !due.IsZero() && !due.After(today) {
		items = append(items, r.checkInItem(id, s, due, now, policy))
	}
	if contact.NeedsConfirming(s, now, policy) {
		items = append(items, sheetItem(s, now, policy))
	}
	return items
}

// checkInDue is when the next check-in is due: by the last time that the two
// were in touch, or by the day on which the rhythm was agreed.
func (r *roll) checkInDue(id member.ID, s contact.Sheet, policy contact.Policy) record.Date {
	var known []contact.Entry
	if e, ok := r.reached[id]; ok {
		known = append(known, e)
	}
	due := contact.CheckInDue(s, known, policy)
	if due.IsZero() && s.Rhythm > 0 && !s.Confirmed.IsZero() {
		due = s.Confirmed.AddDays(s.Rhythm)
	}
	return due
}

func (r *roll) callLaterItem(id member.ID, s contact.Sheet, last contact.Entry, now time.Time, policy contact.Policy) Item {
	return Item{
		Kind: ItemCallLater, Tag: wording.T("Check-in"), Urgency: Care,
		Title: wording.T("{name} asked for another time on {date}", "name", s.Name,
			"date", record.DateOf(last.At.In(now.Location()))),
		Detail: contact.RightNow(s, now, policy).Sentence,
		Act:    wording.T("Open"), Target: ToContact,
	}
}

func (r *roll) checkInItem(id member.ID, s contact.Sheet, due record.Date, now time.Time, policy contact.Policy) Item {
	return Item{
		Kind: ItemCheckIn, Tag: wording.T("Check-in"), Urgency: Calm, Due: due,
		Title: wording.N(s.Rhythm, "{name} would like to hear from you every day",
			"{name} would like to hear from you every {n} days", "name", s.Name),
		Detail: contact.RightNow(s, now, policy).Sentence,
		Act:    wording.T("Open"), Target: ToContact,
	}
}

func reachableItem(s contact.Sheet, left int) Item {
	item := Item{
		Kind: ItemReachable, Tag: wording.T("Safe contact"), Urgency: Calm, Due: s.DoNotContactUntil,
		Title: wording.T("{name} may be contacted again from {date}", "name", s.Name, "date", s.DoNotContactUntil),
		Act:   wording.T("Open"), Target: ToContact,
	}
	if left <= 0 {
		item.Title = wording.T("{name} may be contacted again since {date}", "name", s.Name, "date", s.DoNotContactUntil)
		item.Detail = wording.T("Go through the sheet together first: what is safe may have changed.")
	}
	return item
}

// sheetItem asks to go through a sheet again. It says in which way it is out
// of date, and never that somebody forgot.
func sheetItem(s contact.Sheet, now time.Time, policy contact.Policy) Item {
	item := Item{
		Kind: ItemSheet, Tag: wording.T("Safe contact"), Urgency: Care, Due: s.Confirmed,
		Title:  wording.T("Go through the contact sheet with {name}", "name", s.Name),
		Detail: wording.T("Last confirmed on {date}. What is safe can change.", "date", s.Confirmed),
		Act:    wording.T("Open"), Target: ToContact,
	}
	switch {
	case s.Blank():
		item.Title = wording.T("{name} has no contact sheet yet", "name", s.Name)
		item.Detail = wording.T("Until there is one, no way of reaching them is known to be safe.")
	case s.Confirmed.IsZero():
		item.Detail = wording.T("Nobody has gone through it with them yet.")
	case !s.ConfirmBy.IsZero() && record.DateOf(now).After(s.ConfirmBy):
		item.Detail = wording.T("It held until {date}. Until it is confirmed again, no way is open.", "date", s.ConfirmBy)
	}
	return item
}

func termItem(m member.Member, prompt member.Prompt, limits member.Limits) Item {
	item := Item{
		Kind: ItemTerm, Tag: wording.T("Term"), Urgency: Calm, Due: prompt.End,
		Title: prompt.Text(m.Name), Act: wording.T("Open"), Target: ToOverview,
	}
	if prompt.DaysLeft <= 30 {
		item.Urgency = Care
	}
	if may, why := m.MayServeAgain(limits, prompt.End.AddDays(1)); may {
		item.Detail = wording.T("Another term is possible. Talk about it with them before it ends.")
	} else {
		item.Detail = why
	}
	return item
}

func onboardingItem(m member.Member) (Item, bool) {
	open := 0
	var first wording.Text
	for _, step := range m.Checklist() {
		if step.Open() {
			if open++; open == 1 {
				first = step.Label()
			}
		}
	}
	return Item{
		Kind: ItemOnboarding, Tag: wording.T("Joining"), Urgency: Calm, Due: m.Now().On,
		Title:  wording.N(open, "{name} is joining: {n} thing still to do", "{name} is joining: {n} things still to do", "name", m.Name),
		Detail: wording.T("Next: {step}", "step", first),
		Act:    wording.T("Open"), Target: ToOnboarding,
	}, open > 0
}

// grouped is one line for many items of one kind.
func (r *roll) grouped(kind ItemKind, of []Item) Item {
	item := Item{Kind: kind, Tag: of[0].Tag, Urgency: of[0].Urgency, Count: len(of), Due: of[0].Due,
		Act: wording.T("See who"), Target: ToMembers}
	names := wording.List{}
	for _, one := range of[:together] {
		names = append(names, r.people[one.Member].Name)
	}
	item.Detail = wording.T("{names}", "names", append(names, wording.T("{n} more", "n", len(of)-together)))
	switch kind {
	case ItemCallLater:
		item.Title = wording.T("{n} people asked for another time", "n", len(of))
	case ItemCheckIn:
		item.Title = wording.T("{n} people would like to hear from you", "n", len(of))
	case ItemReachable:
		item.Title = wording.T("{n} people may be contacted again soon, or may be already", "n", len(of))
	case ItemSheet:
		item.Title = wording.T("{n} contact sheets to go through together", "n", len(of))
	case ItemTerm:
		item.Title = wording.T("{n} board terms are ending", "n", len(of))
	case ItemToForget:
		item.Title = wording.T("{n} people do not want their records kept any more", "n", len(of))
	case ItemWithdrawal:
		item.Title, item.Target = wording.T("{n} withdrawals are not finished", "n", len(of)), ToConsent
	case ItemConsentEnds:
		item.Title, item.Target = wording.T("Choices of {n} people end soon", "n", len(of)), ToConsent
	case ItemConsentReview:
		item.Title, item.Target = wording.T("It is time to talk with {n} people about their choices", "n", len(of)), ToConsent
	case ItemOfferAgain:
		item.Title = wording.T("Offer {n} people to be paid again", "n", len(of))
	case ItemLimit:
		item.Title, item.Target = wording.T("{n} people are over a limit that they set", "n", len(of)), ToPay
	default:
		item.Title = wording.T("{n} people are joining and have things still to do", "n", len(of))
	}
	return item
}
