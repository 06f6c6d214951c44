package board

import (
	"encoding/json"
	"slices"

	"holdfast/assessment"
	"holdfast/attachment"
	"holdfast/compensation"
	"holdfast/consent"
	"holdfast/contact"
	"holdfast/member"
	"holdfast/paper"
	"holdfast/record"
	"holdfast/wording"
)

// Fate is what becomes of records when somebody is forgotten.
type Fate string

// The fates.
const (
	FateErased Fate = "erased" // nothing is left of it
	FateStays  Fate = "stays"  // kept under the person's number, without the name
	FateEdited Fate = "edited" // somebody else's; the person is taken out of it
)

// held is one kind of record about people. The table of them is the one place
// that says how such records are called, what becomes of them when somebody
// is forgotten, how long they are kept, and how they are shown to the person.
type held struct {
	collection string
	// title heads them in a person's record, count says how many there are.
	title wording.Text
	count func(n int) wording.Text
	fate  Fate
	// free are the fields of a record that stays which somebody may have
	// written a name into; they are emptied.
	free []string
	// keep is the rule that says how long, from what day on: the person's
	// leaving, or a day of the records' own.
	keep  string
	since since
	// show puts records into words for the person; nil for what is no text.
	show func(*telling, [][]byte) ([]paper.Block, error)
}

// since is the day from which a period of keeping counts.
type since int

const (
	never     since = iota
	sinceLeft       // the person left the board
	sinceGone       // the person left, and is not among the alumni either
	sinceLast       // the record's own day, "on" in its JSON
)

// heldKinds is the table, in the order in which a person is told. A
// collection that is not in it, and whose keys begin with a person's number,
// is erased with the person and shown as it stands.
func heldKinds() []held {
	return []held{
		{collection: member.Schema().Collection, title: wording.T("Your page"),
			count: howMany("a page with what is known about the person", "{n} pages with what is known about the person"),
			keep:  "keep-person", since: sinceGone, show: telling1(member.Schema(), (*telling).page)},
		{collection: contact.Schema().Collection, title: wording.T("How you can be reached safely"),
			count: howMany("a contact sheet", "{n} contact sheets"),
			keep:  "keep-person", since: sinceGone, show: telling1(contact.Schema(), (*telling).sheet)},
		{collection: contact.EntrySchema().Collection, title: wording.T("When we were in touch"),
			count: howMany("{n} contact that was written down", "{n} contacts that were written down"),
			keep:  "keep-notes", since: sinceLeft, show: tellingAll(contact.EntrySchema(), (*telling).contacts)},
		{collection: member.NoteSchema().Collection, title: wording.T("Notes that were written about working with you"),
			count: howMany("{n} note", "{n} notes"),
			keep:  "keep-notes", since: sinceLeft, show: tellingAll(member.NoteSchema(), (*telling).notes)},
		{collection: consent.EventSchema().Collection, title: wording.T("What you agreed to, and what not"),
			count: howMany("{n} choice that was written down", "{n} choices that were written down"),
			keep:  "keep-person", since: sinceGone, show: tellingAll(consent.EventSchema(), (*telling).choices)},
		{collection: consent.QuoteSchema().Collection, title: wording.T("Your own words"),
			count: howMany("{n} quote or story", "{n} quotes or stories"),
			keep:  "keep-person", since: sinceGone, show: tellingAll(consent.QuoteSchema(), (*telling).quotes)},
		{collection: consent.UseSchema().Collection, title: wording.T("Where something of yours was used"),
			count: howMany("{n} place where something was used", "{n} places where something was used"),
			keep:  "keep-person", since: sinceGone, show: tellingAll(consent.UseSchema(), (*telling).uses)},
		{collection: compensation.Schema().Collection, title: wording.T("What was owed and paid to you"),
			count: howMany("{n} line of the ledger", "{n} lines of the ledger"),
			fate:  FateStays, free: compensation.Typed(),
			keep: "keep-payments", since: sinceLast, show: tellingAll(compensation.Schema(), (*telling).ledger)},
		{collection: compensation.WaySchema().Collection, title: wording.T("How you want to be paid"),
			count: howMany("a way of being paid", "{n} ways of being paid"),
			keep:  "keep-person", since: sinceGone, show: telling1(compensation.WaySchema(), (*telling).payWay)},
		{collection: compensation.PayeeSchema().Collection, title: wording.T("The name that payments need"),
			count: howMany("a name for payments", "{n} names for payments"),
			keep:  "keep-person", since: sinceGone, show: telling1(compensation.PayeeSchema(), (*telling).payee)},
		{collection: assessment.ResponseSchema().Collection, title: wording.T("What you answered by name"),
			count: howMany("{n} answer to a questionnaire", "{n} answers to questionnaires"),
			keep:  "keep-person", since: sinceGone, show: tellingAll(assessment.ResponseSchema(), (*telling).answers)},
		{collection: attachment.Schema().Collection, title: wording.T("Scanned pages"),
			count: howMany("{n} scanned page", "{n} scanned pages"),
			keep:  "keep-person", since: sinceGone, show: tellingAll(attachment.Schema(), (*telling).scans)},
		{collection: attachment.PartSchema().Collection, title: wording.T("Scanned pages"),
			count: howMany("{n} part of a scanned page", "{n} parts of scanned pages"), keep: "keep-person", since: sinceGone},
		{collection: replySchema().Collection, title: wording.T("What you said to a change of who keeps this"),
			count: howMany("{n} reply to a change of coordinator", "{n} replies to a change of coordinator"),
			keep:  "keep-person", since: sinceGone, show: tellingAll(replySchema(), (*telling).replies)},
		{collection: correctionSchema().Collection, title: wording.T("What you asked to have corrected"),
			count: howMany("{n} request to correct something", "{n} requests to correct something"),
			keep:  "keep-person", since: sinceGone, show: tellingAll(correctionSchema(), (*telling).corrections)},
		{collection: holdSchema().Collection, title: wording.T("Legal holds"),
			count: howMany("{n} legal hold", "{n} legal holds"),
			keep:  "keep-person", since: sinceGone, show: tellingAll(holdSchema(), (*telling).holds)},
	}
}

// howMany makes the words for a number of records.
func howMany(one, many string) func(int) wording.Text {
	return func(n int) wording.Text { return wording.N(n, one, many) }
}

// heldKind is the row of a collection, and for one without a row what holds
// for all of those.
func heldKind(collection string) held {
	kinds := heldKinds()
	if i := slices.IndexFunc(kinds, func(k held) bool { return k.collection == collection }); i >= 0 {
		return kinds[i]
	}
	return held{collection: collection, title: wording.T("Other records ({kind})", "kind", collection),
		count: func(n int) wording.Text {
			return wording.N(n, "{n} record of the kind “{kind}”", "{n} records of the kind “{kind}”", "kind", collection)
		},
		show: asItStands}
}

// ownDay is the day of a record, as its JSON says it.
func ownDay(raw []byte) record.Date {
	var in struct {
		Data struct {
			On record.Date `json:"on"`
		} `json:"d"`
	}
	if json.Unmarshal(raw, &in) != nil {
		return record.Date{}
	}
	return in.Data.On
}
