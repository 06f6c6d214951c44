package roster

import (
	"strconv"
	"strings"

	"holdfast/contact"
	"holdfast/record"
	"holdfast/roster/table"
	"holdfast/wording"
)

// draft is what a row says about one way. It becomes a contact.Channel that
// permits no more than the list says in so many words.
type draft struct {
	way   way
	owner *builder

	value, safe, hours cellAt
	channel            contact.Channel
}

// take puts one cell about the way where it belongs.
func (d *draft) take(r rule, column Column, c table.Cell) {
	at := cellAt{c.Text, column}
	switch r {
	case ruleSafe:
		d.safe = at
	case ruleHours:
		d.hours = at
	case ruleVoicemail:
		d.channel.Voicemail = d.voicemail(at)
	case ruleNaming:
		d.channel.Naming = d.naming(at)
	case ruleShared:
		if !saysNo(c.Text) && !nothing(c.Text) && phrase(c.Text) != "nobody" && phrase(c.Text) != "nadie" {
			d.channel.SharedDevice = oneLine(c.Text)
		}
	case ruleElse:
		d.channel.SomeoneElse = c.Text
	default:
		d.takeValue(at, c)
	}
}

func (d *draft) takeValue(at cellAt, c table.Cell) {
	numbered := d.way.kind == contact.Phone || d.way.borrows()
	switch {
	case nothing(c.Text) || numbered && saysNo(c.Text):
	case d.way.borrows() && (saysYes(c.Text) || sameAsPhone(c.Text)):
		d.value = d.phone()
	case numbered && shortened(c):
		d.owner.refuse(at.column, d.way.name, refusalShortened())
	default:
		d.value = at
		d.check(at, numbered)
	}
}

// check says what about a value should be looked at; every value is kept as
// it is written.
func (d *draft) check(at cellAt, numbered bool) {
	switch {
	case d.way.kind == contact.Email && !looksLikeEmail(at.text):
		d.owner.lookAgain(at.column, wording.T("This does not look like one email address."))
	case numbered && !looksLikePhone(at.text) && d.way.kind != contact.Signal:
		d.owner.lookAgain(at.column, wording.T("This is more than a number, or not one. Read it before you use it."))
	}
}

func sameAsPhone(text string) bool {
	switch phrase(text) {
	case "same", "same as phone", "same number", "as above", "igual", "mismo", "el mismo", "mismo numero", "mismo telefono":
		return true
	}
	return false
}

// phone is the number of the first phone of the row. Columns stand in any
// order, so it is looked for in the row and not among the drafts.
func (d *draft) phone() cellAt {
	for _, s := range d.owner.job.slots {
		if c := d.owner.job.cell(d.owner.line, s.column); s.to == "phone" && c.Text != "" && !c.Merged && !nothing(c.Text) && !shortened(c) {
			return cellAt{c.Text, s.column}
		}
	}
	return cellAt{}
}

// shortened says whether a number lost digits: written as 6.14E+08, with a
// fraction, or longer than a spreadsheet can hold.
func shortened(c table.Cell) bool {
	mantissa, exponent, ok := strings.Cut(strings.ToUpper(strings.ReplaceAll(c.Text, ",", ".")), "E+")
	if ok && isNumber(exponent) && exponent != "" {
		_, err := strconv.ParseFloat(mantissa, 64)
		return err == nil
	}
	return c.Kind == table.Number && (!isNumber(c.Text) || len(c.Text) > 15)
}

func refusalShortened() wording.Text {
	return wording.T("The spreadsheet shortened this number, so digits are lost. Format the column as text and type the number again.")
}

func (d *draft) voicemail(at cellAt) contact.Voicemail {
	switch {
	case saysYes(at.text) || hasWord("vague generic neutral vago general neutro", phrase(at.text)) || phrase(at.text) == "vague only":
		return contact.VagueVoicemail
	case !saysNo(at.text) && !nothing(at.text):
		d.owner.note(at.column, at.text)
		d.owner.lookAgain(at.column, wording.T("This is neither yes nor no. Until you decide, no voicemail may be left, and the words are kept as a note."))
	}
	return contact.NoVoicemail
}

func (d *draft) naming(at cellAt) contact.Naming {
	switch {
	case saysYes(at.text):
		return contact.NamedFreely
	case hasWord("neutral neutro", phrase(at.text)) || phrase(at.text) == "neutral name" || phrase(at.text) == "only a friend":
		return contact.NamedNeutral
	case !saysNo(at.text) && !nothing(at.text):
		d.owner.note(at.column, at.text)
		d.owner.lookAgain(at.column, wording.T("This is neither yes nor no. Until you decide, the organization is not named, and the words are kept as a note."))
	}
	return contact.NotNamed
}

// build makes the channel, and says whether there is one. A way without a
// number or address is only kept where the list says never to use it.
func (d *draft) build(id record.ID) (contact.Channel, bool) {
	if d.value.text == "" && d.way.borrows() && d.safe.text != "" && !nothing(d.safe.text) {
		d.value = d.phone()
	}
	if d.value.text == "" && !saysNo(d.safe.text) {
		return contact.Channel{}, false
	}
	c := d.channel
	c.ID, c.Kind, c.Value = id, d.way.kind, d.value.text
	c.SubstituteOnly = c.Kind == contact.Post && substitute(d.value.column.Name)
	if strings.Contains(d.way.name, "_") || d.owner.job.several(d.way.kind) {
		c.Label = oneLine(d.value.column.Name)
	}
	certain := d.fillHours(&c)
	c.Safe = d.safety(c, certain)
	return c, true
}

func substitute(header string) bool {
	name := phrase(header)
	return strings.Contains(name, "substitut") || strings.Contains(name, "sustitut")
}

// fillHours puts the hours into the channel where they are certain. Others are
// kept as a note; then nothing is certain about when the way is safe.
func (d *draft) fillHours(c *contact.Channel) (certain bool) {
	if d.hours.text == "" || nothing(d.hours.text) {
		return true
	}
	windows, any, ok := readHours(d.hours.text)
	switch {
	case ok && any:
		return true
	case ok && d.owner.person.Sheet.Zone != "":
		c.Hours = windows
		return true
	case ok:
		d.owner.lookAgain(d.hours.column, wording.T("These hours need a time zone. Until there is one, this way is not known to be safe, and the words are kept as a note."))
	default:
		d.owner.lookAgain(d.hours.column, wording.T("Which hours these are is not certain. Until you write them down, this way is not known to be safe, and the words are kept as a note."))
	}
	d.owner.note(d.hours.column, d.hours.text)
	return false
}

// safety is what the list says in so many words. Every condition makes it
// less, never more.
func (d *draft) safety(c contact.Channel, certain bool) contact.Safety {
	text := d.safe.text
	switch {
	case text == "" || nothing(text):
		return contact.SafetyUnknown
	case saysNo(text):
		return contact.NeverSafe
	case !certain:
		return contact.SafetyUnknown
	case saysYes(text) && len(c.Hours) > 0, len(c.Hours) > 0 && phrase(text) == "only at times":
		return contact.SafeAtTimes
	case saysYes(text):
		return contact.Safe
	}
	d.owner.note(d.safe.column, text)
	d.owner.lookAgain(d.safe.column, wording.T("This is neither yes nor no. Until you decide, this way is not known to be safe, and the words are kept as a note."))
	return contact.SafetyUnknown
}
