package contact_test

import (
	"fmt"
	"strings"
	"testing"

	"holdfast/contact"
)

func TestACardNamesNobodyAndLeavesOutWhatIsNotKnown(t *testing.T) {
	s := wren()
	s.Channels[0].SharedDevice, s.Channels[0].Label = "Heron", "from Heron"
	for _, full := range []bool{false, true} {
		card := contact.CardOf(s, full)
		all := fmt.Sprintf("%+v", card)
		for _, name := range []string{"Wren", "Ren", "Heron", "Elm Street"} {
			if strings.Contains(all, name) {
				t.Errorf("full %v: the card tells %q", full, name)
			}
		}
		if strings.Contains(all, "555") != full || strings.Contains(all, "wren.k@") != full {
			t.Errorf("full %v: %s", full, all)
		}
		if len(card.Ways) != 4 || card.Ways[3].Value != "" || said(card.Ways[3].Rules) != "never" {
			t.Errorf("full %v: %+v", full, card.Ways)
		}
		if len(card.Words) != 3 || card.Confirmed != day(2026, 11, 3) {
			t.Errorf("full %v: %+v", full, card.Words)
		}
	}
	for shared, change := range map[string]func(*contact.Channel){
		"":        func(*contact.Channel) {},
		"device":  func(c *contact.Channel) { c.SharedDevice = "Heron" },
		"account": func(c *contact.Channel) { c.SharedAccount = "Heron" },
	} {
		s := contact.Sheet{Channels: []contact.Channel{{Kind: contact.Phone, Safe: contact.Safe}}}
		change(&s.Channels[0])
		if rules := said(contact.CardOf(s, true).Ways[0].Rules); strings.Contains(rules, "shared with somebody") != (shared != "") {
			t.Errorf("%q is shared: %s", shared, rules)
		}
	}
	if card := contact.CardOf(contact.Sheet{}, true); len(card.Ways)+len(card.Words) != 0 {
		t.Errorf("the empty sheet has a card: %+v", card)
	}
}
