package board

import (
	"time"

	"holdfast/consent"
	"holdfast/member"
	"holdfast/record"
	"holdfast/wording"
)

// consentItems are the items about choices: what is left to do after a
// withdrawal, what ends soon, who is to be talked with again, and agreements
// to look at. Each kind is in the order of names.
func (b *Board) consentItems(r *roll, now time.Time) ([]Item, error) {
	if len(r.consents.files) == 0 && len(r.consents.agreements) == 0 {
		return nil, nil
	}
	a, err := b.Consent().around()
	if err != nil {
		return nil, err
	}
	byKind := map[ItemKind][]Item{}
	for _, id := range r.order() {
		if m := r.people[id]; m.Stage() != member.Deceased {
			for _, item := range r.consentItemsOf(m, now, a) {
				item.Member = id
				byKind[item.Kind] = append(byKind[item.Kind], item)
			}
		}
	}
	return append(r.inGroups(byKind), r.agreementItems(record.DateOf(now), a.limits.SoonDays)...), nil
}

// consentItemsOf are the items about one person's choices.
func (r *roll) consentItemsOf(m member.Member, now time.Time, a around) []Item {
	if _, known := r.consents.files[m.ID]; !known {
		return nil
	}
	file, needs := r.file(m.ID), r.needs(m.ID, r.dayOf(m.ID, now), a)
	var items []Item
	for _, f := range needs.after {
		if f.Forget {
			items = append(items, Item{Kind: ItemToForget, Tag: wording.T("Changed their mind"), Urgency: Care, Due: f.No.On,
				Title:  wording.T("{name} does not want their record kept any more", "name", m.Name),
				Detail: wording.T("Look at what is held, and erase it, or agree with them what stays. Then tell them."),
				Act:    wording.T("Forget them…"), Target: ToHeld})
		}
		items = append(items, r.withdrawalItem(m, f, now))
	}
	if soon := needs.soon; len(soon) > 0 {
		item := Item{Kind: ItemConsentEnds, Tag: wording.T("Consent"), Urgency: Care, Due: soon[0].Until,
			Title:  wording.T("{name}: “{what}” ends on {date}", "name", m.Name, "what", file.Kinds.Name(soon[0].Purpose), "date", soon[0].Until),
			Detail: wording.T("After that day it counts as a no. Ask in good time, or let it end."),
			Act:    wording.T("Open"), Target: ToConsent}
		if len(soon) > 1 {
			item.Title = wording.T("{n} choices of {name} end soon, the first on {date}", "n", len(soon), "name", m.Name, "date", soon[0].Until)
		}
		items = append(items, item)
	}
	if why := needs.review; len(why) > 0 {
		items = append(items, Item{Kind: ItemConsentReview, Tag: wording.T("Consent"), Urgency: Calm,
			Title: wording.T("Go through their choices with {name}", "name", m.Name), Detail: why[0],
			Act: wording.T("Open"), Target: ToConsent})
	}
	return items
}

func (r *roll) withdrawalItem(m member.Member, f consent.FollowUp, now time.Time) Item {
	item := Item{Kind: ItemWithdrawal, Tag: wording.T("Changed their mind"), Urgency: Care, Due: f.No.On,
		Title: wording.T("{name} took something back, and they have to be told what became of it", "name", m.Name),
		Act:   wording.T("Open"), Target: ToConsent}
	if left := f.Left(); left > 0 {
		item.Title = wording.N(left, "{name} took something back that is still in use in {n} place",
			"{name} took something back that is still in use in {n} places", "name", m.Name)
		item.Detail = wording.T("Ask for it to be removed, then tell them.")
		return item
	}
	item.Detail = r.howToTell(m, now)
	return item
}

// agreementItems are the agreements whose review or end is near.
func (r *roll) agreementItems(day record.Date, soon int) []Item {
	var items []Item
	for _, a := range r.consents.agreements {
		due := a.Due(day)
		if due.IsZero() || day.DaysUntil(due) > soon {
			continue
		}
		items = append(items, Item{Kind: ItemAgreement, Tag: wording.T("Agreement"), Urgency: Calm, Due: due,
			Title:  wording.T("Look at the agreement with {who} by {date}", "who", a.Parties[0], "date", due),
			Detail: a.AboutPeople(), Act: wording.T("Open"), Target: ToAgreements})
	}
	return items
}
