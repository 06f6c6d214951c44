package contact

import (
	"slices"

	"holdfast/wording"
)

// way compares two states of one way.
func (c *changes) way(was, is Channel) {
	name := is.Name()
	now := func(different bool, what, value wording.Text) {
		c.changed(different, wording.T("{way}: {what} is now {now}.", "way", name, "what", what, "now", value))
	}
	touched := func(different bool, what wording.Text) {
		c.changed(different, wording.T("{way}: {what} was changed.", "way", name, "what", what))
	}
	touched(was.Kind != is.Kind || was.Label != is.Label, wording.T("what it is called"))
	touched(was.Value != is.Value, wording.T("the number or address"))
	now(was.Safe != is.Safe, wording.T("whether it is safe"), is.Safe.Name())
	now(!slices.Equal(was.Hours, is.Hours), wording.T("when it is safe"), is.hoursNow())
	now(!slices.Equal(was.Purposes, is.Purposes), wording.T("what it may be used for"), is.purposesNow())
	now(was.Naming != is.Naming, wording.T("whether the organisation may be named"), is.Naming.Name())
	now(was.Voicemail != is.Voicemail, wording.T("whether a voicemail may be left"), is.Voicemail.Name())
	now(was.ShowCallerID != is.ShowCallerID, wording.T("whether the caller ID may show"), yesNo(is.ShowCallerID))
	now(was.Dropped != is.Dropped, wording.T("what to do when a call breaks off"), is.Dropped.Name())
	now(was.Disappearing != is.Disappearing, wording.T("whether disappearing messages must be on"), yesNo(is.Disappearing))
	now(was.Attachments != is.Attachments, wording.T("whether attachments are all right"), yesNo(is.Attachments))
	now(was.Calendar != is.Calendar, wording.T("whether calendar invites are all right"), yesNo(is.Calendar))
	now(was.MarkedEnvelope != is.MarkedEnvelope, wording.T("whether the envelope may be marked"), yesNo(is.MarkedEnvelope))
	now(was.Return != is.Return, wording.T("the return address"), is.Return.Name())
	now(was.SubstituteOnly != is.SubstituteOnly, wording.T("whether the address is a substitute"), yesNo(is.SubstituteOnly))
	now(was.HoldAtOffice != is.HoldAtOffice, wording.T("whether letters wait at the office"), yesNo(is.HoldAtOffice))
	touched(was.SharedDevice != is.SharedDevice, wording.T("with whom the device is shared"))
	touched(was.SharedAccount != is.SharedAccount, wording.T("with whom the account is shared"))
	touched(was.SomeoneElse != is.SomeoneElse, wording.T("what to do when somebody else answers"))
	touched(was.Subject != is.Subject, wording.T("the subject"))
	touched(was.DisplayName != is.DisplayName, wording.T("the name to write under"))
	touched(was.CalendarTitle != is.CalendarTitle, wording.T("the title of calendar invites"))
}

func (c Channel) hoursNow() wording.Text {
	if len(c.Hours) == 0 {
		return wording.T("not limited to certain hours")
	}
	return hoursInWords(c.Hours)
}

func (c Channel) purposesNow() wording.Text {
	if len(c.Purposes) == 0 {
		return wording.T("not limited")
	}
	return wording.T("{purposes}", "purposes", namesOf(c.Purposes))
}

func yesNo(yes bool) wording.Text {
	if yes {
		return wording.T("yes")
	}
	return wording.T("no")
}
