package zone

import (
	"strings"

	"holdfast/board"
	"holdfast/wording"
)

// Choice is a zone that is offered.
type Choice struct {
	// Name is the IANA name, Label what people call it.
	Name, Label string
}

// known is a zone with the words by which people look for it.
type known struct {
	name  string
	label wording.Text
}

// zones are those of the places where the boards that use this program and
// the people on them mostly live, the likeliest first.
func zones() []known {
	list := []known{
		{"America/New_York", wording.T("Eastern time (New York, Atlanta, Miami)")},
		{"America/Chicago", wording.T("Central time (Chicago, Houston)")},
		{"America/Denver", wording.T("Mountain time (Denver, Salt Lake City)")},
		{"America/Los_Angeles", wording.T("Pacific time (Los Angeles, Seattle)")},
		{"America/Phoenix", wording.T("Arizona (no daylight saving)")},
		{"America/Anchorage", wording.T("Alaska time")},
		{"Pacific/Honolulu", wording.T("Hawaii time")},
		{"America/Puerto_Rico", wording.T("Puerto Rico")},
		{"America/Halifax", wording.T("Atlantic time (Halifax)")},
	}
	for name := range strings.FieldsSeq(`
		America/Vancouver America/Tijuana America/Edmonton America/Winnipeg America/Mexico_City America/Monterrey
		America/Cancun America/Guatemala America/El_Salvador America/Tegucigalpa America/Managua America/Costa_Rica
		America/Panama America/Toronto America/Detroit America/Indiana/Indianapolis America/Kentucky/Louisville
		America/Havana America/Santo_Domingo America/Port-au-Prince America/Jamaica America/Bogota America/Lima
		America/Guayaquil America/Caracas America/La_Paz America/Santiago America/Asuncion America/Montevideo
		America/Argentina/Buenos_Aires America/Sao_Paulo America/St_Johns Europe/Dublin Europe/London Europe/Lisbon
		Europe/Madrid Europe/Paris Europe/Amsterdam Europe/Berlin Europe/Rome Europe/Warsaw Europe/Bucharest
		Europe/Kyiv Africa/Lagos Africa/Johannesburg Africa/Nairobi Asia/Dubai Asia/Kolkata Asia/Kathmandu Asia/Dhaka
		Asia/Bangkok Asia/Ho_Chi_Minh Asia/Manila Asia/Shanghai Asia/Seoul Asia/Tokyo Australia/Sydney Pacific/Auckland`) {
		list = append(list, known{name: name})
	}
	return list
}

// mostOffered is how many zones are offered at once.
const mostOffered = 5

// Choices are the zones that fit what was typed, by name or by what they are
// called; none where a zone is typed whole or nothing fits.
func Choices(book *wording.Book, typed string) []Choice {
	if typed = strings.TrimSpace(typed); typed == "" || board.ZoneKnown(typed) {
		return nil
	}
	wanted := plain(typed)
	var fit []Choice
	for _, z := range zones() {
		label := z.name
		if !z.label.IsZero() {
			label = book.Render(z.label)
		}
		if len(fit) < mostOffered && strings.Contains(plain(z.name+" "+label), wanted) {
			fit = append(fit, Choice{z.name, label})
		}
	}
	return fit
}

// plain is text as it is searched: small letters, a space for "_".
func plain(text string) string { return strings.ReplaceAll(strings.ToLower(text), "_", " ") }
