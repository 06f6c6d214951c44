package contact

import (
	"strings"

	"github.com/nyaruka/phonenumbers"
)

// PhoneHint reads a phone number as somebody in a region would (an ISO 3166
// country code, "US"; empty where there is none) and writes it the way it is
// written abroad: "+1 202-555-0141". It is empty where the text does not read
// as a number that can exist. It is a hint beside the field: what was typed is
// what is kept, and nothing is refused for it.
func PhoneHint(raw, region string) string {
	number, err := phonenumbers.Parse(raw, strings.ToUpper(region))
	if err != nil || !phonenumbers.IsPossibleNumber(number) {
		return ""
	}
	return phonenumbers.Format(number, phonenumbers.INTERNATIONAL)
}
