package contactpage

import (
	"slices"
	"strings"

	"holdfast/contact"
	"holdfast/wording"
)

// zone is a time zone that is offered, with the words by which people look
// for it. Any other zone of the IANA database can be typed by its name.
type zone struct {
	name  string
	known wording.Text
}

// zones are the zones of the places where the boards that use this program
// and the people on them mostly live, the likeliest first.
func zones() []zone {
	list := []zone{
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
	for _, name := range []string{
		"America/Vancouver", "America/Tijuana", "America/Edmonton", "America/Winnipeg", "America/Mexico_City",
		"America/Monterrey", "America/Cancun", "America/Guatemala", "America/El_Salvador", "America/Tegucigalpa",
		"America/Managua", "America/Costa_Rica", "America/Panama", "America/Toronto", "America/Detroit",
		"America/Indiana/Indianapolis", "America/Kentucky/Louisville", "America/Havana", "America/Santo_Domingo",
		"America/Port-au-Prince", "America/Jamaica", "America/Bogota", "America/Lima", "America/Guayaquil",
		"America/Caracas", "America/La_Paz", "America/Santiago", "America/Asuncion", "America/Montevideo",
		"America/Argentina/Buenos_Aires", "America/Sao_Paulo", "America/St_Johns", "Europe/Dublin", "Europe/London",
		"Europe/Lisbon", "Europe/Madrid", "Europe/Paris", "Europe/Amsterdam", "Europe/Berlin", "Europe/Rome",
		"Europe/Warsaw", "Europe/Bucharest", "Europe/Kyiv", "Africa/Lagos", "Africa/Johannesburg", "Africa/Nairobi",
		"Asia/Dubai", "Asia/Kolkata", "Asia/Kathmandu", "Asia/Dhaka", "Asia/Bangkok", "Asia/Ho_Chi_Minh",
		"Asia/Manila", "Asia/Shanghai", "Asia/Seoul", "Asia/Tokyo", "Australia/Sydney", "Pacific/Auckland",
	} {
		list = append(list, zone{name: name})
	}
	return list
}

// mostZones is how many zones are offered at once.
const mostZones = 5

// ZoneChoices are zones that fit what was typed, by their name or by what
// they are known as; none where a zone is typed whole or nothing fits.
func (m *SheetModel) ZoneChoices(typed string) []Choice {
	if m.ZoneNow(typed) != "" {
		return nil
	}
	typed = plainLetters(typed)
	var fit []Choice
	for _, z := range zones() {
		label := z.name
		if !z.known.IsZero() {
			label = m.book.Render(z.known)
		}
		if len(fit) < mostZones && strings.Contains(plainLetters(z.name+" "+label), typed) {
			fit = append(fit, Choice{z.name, label})
		}
	}
	return slices.Clip(fit)
}

// plainLetters is text as it is searched: small letters, a space for "_".
func plainLetters(text string) string {
	return strings.ReplaceAll(strings.ToLower(strings.TrimSpace(text)), "_", " ")
}

// ZoneNow says what time it is in a zone, "" where there is no such zone.
func (m *SheetModel) ZoneNow(name string) string {
	place, err := contact.Zone(strings.TrimSpace(name))
	now, err2 := m.board.Now()
	if err != nil || err2 != nil {
		return ""
	}
	return m.book.Say("It is {day} {time} there now.", "day", now.In(place).Weekday(), "time", clock(now.In(place)))
}
