package roster

import (
	"encoding/json"
	"testing"

	"holdfast/contact"
)

func TestHoursAreTakenOnlyWhereTheyAreCertain(t *testing.T) {
	const week = `["mon","tue","wed","thu","fri"]`
	for text, want := range map[string]string{
		"weekdays 10-15":                       `[{"days":` + week + `,"from":"10:00","to":"15:00"}]`,
		"Weekdays 10:00–15:00":                 `[{"days":` + week + `,"from":"10:00","to":"15:00"}]`,
		"Mon-Fri 09:00-12:00":                  `[{"days":` + week + `,"from":"09:00","to":"12:00"}]`,
		"Monday to Friday from 9am to 12pm":    `[{"days":` + week + `,"from":"09:00","to":"12:00"}]`,
		"mon, wed and fri 9:30 am - 1 pm":      `[{"days":["mon","wed","fri"],"from":"09:30","to":"13:00"}]`,
		"Mon/Wed 14:00-16:00":                  `[{"days":["mon","wed"],"from":"14:00","to":"16:00"}]`,
		"Sat 10:00-13:30; Sun 14.00-15.00":     `[{"days":["sat"],"from":"10:00","to":"13:30"},{"days":["sun"],"from":"14:00","to":"15:00"}]`,
		"weekdays 10-12:30 and 14-16":          "",
		"weekdays 09-12 and 14-16":             `[{"days":` + week + `,"from":"09:00","to":"12:00"},{"days":` + week + `,"from":"14:00","to":"16:00"}]`,
		"Every day 08:00-20:00":                `[{"days":["mon","tue","wed","thu","fri","sat","sun"],"from":"08:00","to":"20:00"}]`,
		"lunes a viernes de 10 a 15 h":         `[{"days":` + week + `,"from":"10:00","to":"15:00"}]`,
		"L-V 10-15":                            `[{"days":` + week + `,"from":"10:00","to":"15:00"}]`,
		"entre semana 10:00 a 15:00 hs":        `[{"days":` + week + `,"from":"10:00","to":"15:00"}]`,
		"martes y jueves de 16h a 18h":         `[{"days":["tue","thu"],"from":"16:00","to":"18:00"}]`,
		"sábados 10h30-13h":                    `[{"days":["sat"],"from":"10:30","to":"13:00"}]`,
		"todos los días 8:00 a.m. - 8:00 p.m.": `[{"days":["mon","tue","wed","thu","fri","sat","sun"],"from":"08:00","to":"20:00"}]`,
		"Fri-Mon 10-15":                        `[{"days":["mon","fri","sat","sun"],"from":"10:00","to":"15:00"}]`,
		"any time":                             "any",
		"Anytime":                              "any",
		"24/7":                                 "any",
		"a cualquier hora":                     "any",
		"mornings":                             "",
		"por las mañanas":                      "",
		"after 18:00":                          "",
		"weekdays after 6":                     "",
		"weekdays":                             "",
		"10-15":                                "",
		"weekdays 10-3":                        "",
		"weekdays 9-12":                        "",
		"weekdays 9-5":                         "",
		"weekdays 9-5pm":                       "",
		"weekdays 9am-17":                      "",
		"weekdays 22:00-02:00":                 "",
		"weekdays 10-15 but not fridays":       "",
		"not weekdays 10-15":                   "",
		"weekdays 10-15 unless he is home":     "",
		"never weekdays 10-15":                 "",
		"weekdays except mon 10-15":            "",
		"no weekdays 10-15":                    "",
		"any time but not sundays":             "",
		"weekdays 10-25":                       "",
		"weekdays 13pm-14pm":                   "",
		"mon 10-15?":                           "",
		"":                                     "",
	} {
		windows, any, ok := readHours(text)
		got := ""
		switch {
		case ok && any:
			got = "any"
		case ok:
			raw, err := json.Marshal(windows)
			must(t, err)
			got = string(raw)
		}
		if got != want {
			t.Errorf("%q is %s, want %s", text, got, want)
		}
	}
}

func FuzzHours(f *testing.F) {
	for _, seed := range []string{"weekdays 10-15", "Mon, Wed 9:00 am to 1 pm", "lunes a viernes de 10 a 15 h", "l-v 10:00", "every", "mon-", "10 - - 15", "mon 9am"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		windows, any, ok := readHours(text)
		if !ok && (any || len(windows) > 0) || any && len(windows) > 0 {
			t.Fatalf("%q gives %v and %v", text, windows, ok)
		}
		s := contact.Sheet{Member: "x", Zone: "America/Chicago", Channels: []contact.Channel{{ID: "y", Kind: contact.Phone, Hours: windows}}}
		if ok && s.Validate() != nil {
			t.Fatalf("%q gives hours that no sheet takes: %v", text, windows)
		}
	})
}
