package contact

import (
	"slices"

	"holdfast/record"
	"holdfast/wording"
)

// Changes says in words what is different between two states of a sheet, one
// sentence for each difference. A way is named by its kind and label, but no
// number, address or agreed word is told: those are in the two states
// themselves.
func Changes(before, after Sheet) []wording.Text {
	var all changes
	all.changed(before.Name != after.Name, wording.T("The name to use was changed."))
	all.changed(before.NameForOthers != after.NameForOthers, wording.T("The name to use when others may hear was changed."))
	all.changed(before.From != after.From, wording.T("Where to say one is from was changed."))
	all.changed(before.Initiates != after.Initiates,
		wording.T("Who gets in touch is now: {now}.", "now", after.Initiates.Name()))
	all.changed(before.Rhythm != after.Rhythm, rhythmNow(after.Rhythm))
	all.changed(before.EmergencyPlan != after.EmergencyPlan, wording.T("The plan for an emergency was changed."))
	all.changed(before.Zone != after.Zone, zoneNow(after.Zone))
	all.changed(before.SafeWord != after.SafeWord, wording.T("The safe word was changed."))
	all.changed(before.DangerWord != after.DangerWord, wording.T("The danger word was changed."))
	all.changed(before.LaterWord != after.LaterWord, wording.T("The “call me later” word was changed."))
	all.dates(before, after)
	all.ways(before, after)
	return all
}

type changes []wording.Text

func (c *changes) changed(yes bool, sentence wording.Text) {
	if yes {
		*c = append(*c, sentence)
	}
}

func rhythmNow(days int) wording.Text {
	if days == 0 {
		return wording.T("There are no regular check-ins any more.")
	}
	return wording.N(days, "Check-ins are now every day.", "Check-ins are now every {n} days.")
}

func zoneNow(zone string) wording.Text {
	if zone == "" {
		return wording.T("The time zone was removed.")
	}
	return wording.T("The time zone is now {zone}.", "zone", zone)
}

func (c *changes) dates(before, after Sheet) {
	if before.Confirmed != after.Confirmed || before.ConfirmedBy != after.ConfirmedBy {
		switch {
		case after.Confirmed.IsZero():
			c.changed(true, wording.T("The confirmation was removed."))
		case after.ConfirmedBy == "":
			c.changed(true, wording.T("Confirmed with the person on {date}.", "date", after.Confirmed))
		default:
			c.changed(true, wording.T("Confirmed with the person on {date}, by {who}.", "date", after.Confirmed, "who", after.ConfirmedBy))
		}
	}
	if before.ConfirmBy != after.ConfirmBy {
		c.changed(after.ConfirmBy.IsZero(), wording.T("The sheet has no last day of its own any more."))
		c.changed(!after.ConfirmBy.IsZero(), wording.T("The sheet holds until {date}.", "date", after.ConfirmBy))
	}
	if before.DoNotContactUntil != after.DoNotContactUntil {
		c.changed(after.DoNotContactUntil.IsZero(), wording.T("The request not to be contacted was lifted."))
		c.changed(!after.DoNotContactUntil.IsZero(), wording.T("No contact before {date}.", "date", after.DoNotContactUntil))
	}
	c.changed(before.DoNotContactNote != after.DoNotContactNote, wording.T("The note about not being contacted was changed."))
}

// ways compares the ways: added, removed, moved, and each one that stayed.
func (c *changes) ways(before, after Sheet) {
	for _, was := range before.Channels {
		_, stayed := after.Channel(was.ID)
		c.changed(!stayed, wording.T("{way} was removed.", "way", was.Name()))
	}
	for _, is := range after.Channels {
		was, existed := before.Channel(is.ID)
		c.changed(!existed, wording.T("{way} was added.", "way", is.Name()))
		if existed {
			c.way(was, is)
		}
	}
	c.changed(!slices.Equal(shared(before, after), shared(after, before)), wording.T("The order of the ways was changed."))
	if before.FirstAsked != after.FirstAsked {
		way, _ := after.Channel(after.FirstAsked)
		c.changed(after.FirstAsked == "", wording.T("No way is marked as the one asked for first any more."))
		c.changed(after.FirstAsked != "", wording.T("The way asked for first is now: {way}.", "way", way.Name()))
	}
}

// shared are the ways of a that b has too, in the order of a.
func shared(a, b Sheet) []record.ID {
	var ids []record.ID
	for _, c := range a.Channels {
		if _, ok := b.Channel(c.ID); ok {
			ids = append(ids, c.ID)
		}
	}
	return ids
}
