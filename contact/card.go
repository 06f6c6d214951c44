package contact

import (
	"holdfast/record"
	"holdfast/wording"
)

// Card is what of a sheet may be carried on paper: no name of the person, of
// anyone around them or of an organisation.
type Card struct {
	// Ways are those that were spoken about, in the person's order; one that
	// is never safe is there to say so. What is not known is left out.
	Ways []CardWay
	// Words are what was agreed to be said.
	Words []Line
	// Confirmed is the day of the last confirmation, zero where there was none.
	Confirmed record.Date
}

// CardWay is one way on a card.
type CardWay struct {
	Name wording.Text
	// Value is masked, or whole where that was asked for; a way that is never
	// safe has none.
	Value string
	Hours wording.Text
	Rules []wording.Text
	// Else is what to do when somebody else answers.
	Else wording.Text
}

// CardOf is the card of a sheet; full is whether whole numbers and addresses
// are on it.
func CardOf(s Sheet, full bool) Card {
	var words lines
	words.agreed(s)
	card := Card{Words: words, Confirmed: s.Confirmed}
	for _, c := range s.Channels {
		switch {
		case c.Safe == NeverSafe:
			card.Ways = append(card.Ways, CardWay{Name: c.Kind.Name(), Rules: c.rules()})
		case among(c.Safe, Safeties()) && c.Safe != SafetyUnknown:
			value := Mask(c.Kind, c.Value)
			if full {
				value = c.Value
			}
			card.Ways = append(card.Ways, CardWay{Name: c.Kind.Name(), Value: value, Hours: c.InWords(),
				Rules: c.rulesOnPaper(), Else: c.ElseInWords()})
		}
	}
	return card
}

// rulesOnPaper are the rules without the names of those who share a device.
func (c Channel) rulesOnPaper() []wording.Text {
	shared := c.SharedDevice != "" || c.SharedAccount != ""
	c.SharedDevice, c.SharedAccount = "", ""
	rules := c.rules()
	if shared {
		rules = append(rules, wording.T("shared with somebody"))
	}
	return rules
}
