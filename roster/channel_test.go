package roster

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"holdfast/contact"
	"holdfast/member"
)

// only gives the single way of the single person of a list.
func only(t *testing.T, plan *Plan) contact.Channel {
	t.Helper()
	if len(plan.People) != 1 || len(plan.People[0].Sheet.Channels) != 1 {
		t.Fatalf("there is more or less than one way: %+v, refused %+v", plan.People, plan.Refused)
	}
	return plan.People[0].Sheet.Channels[0]
}

func chicago(m *Mapping) { m.TimeZone = "America/Chicago" }

func TestANumberIsSafeOnlyWhereTheListSaysSo(t *testing.T) {
	for _, try := range []struct {
		safe, hours string
		want        contact.Safety
		windows     int
		again       bool
	}{
		{"", "", contact.SafetyUnknown, 0, false},
		{"yes", "", contact.Safe, 0, false},
		{"Sí", "", contact.Safe, 0, false},
		{"TRUE", "", contact.Safe, 0, false},
		{"✓", "", contact.Safe, 0, false},
		{"no", "", contact.NeverSafe, 0, false},
		{"No es seguro", "", contact.NeverSafe, 0, false},
		{"NEVER", "any time", contact.NeverSafe, 0, false},
		{"unknown", "", contact.SafetyUnknown, 0, false},
		{"x", "", contact.SafetyUnknown, 0, true},
		{"1", "", contact.SafetyUnknown, 0, true},
		{"yes but not weekends", "", contact.SafetyUnknown, 0, true},
		{"yes?", "", contact.Safe, 0, false},
		{"maybe", "", contact.SafetyUnknown, 0, true},
		{"only with code word", "", contact.SafetyUnknown, 0, true},
		{"yes", "weekdays 10-15", contact.SafeAtTimes, 1, false},
		{"yes", "any time", contact.Safe, 0, false},
		{"yes", "mornings", contact.SafetyUnknown, 0, true},
		{"", "weekdays 10-15", contact.SafetyUnknown, 1, false},
		{"only at times", "weekdays 10-15", contact.SafeAtTimes, 1, false},
		{"only at times", "", contact.SafetyUnknown, 0, true},
		{"no", "weekdays 10-15", contact.NeverSafe, 1, false},
	} {
		list := "Name,Phone,Safe to call,Best time to call\nAna Ruiz,0412 345 678," + try.safe + "," + try.hours + "\n"
		plan := prepare(t, list, func(m *Mapping) {
			chicago(m)
			m.Columns[2].To, m.Columns[3].To = "phone.safe", "phone.hours"
		})
		c := only(t, plan)
		if c.Safe != try.want || len(c.Hours) != try.windows || c.Value != "0412 345 678" {
			t.Errorf("%q, %q: %q with %d windows", try.safe, try.hours, c.Safe, len(c.Hours))
		}
		if again := len(plan.People[0].LookAgain) > 0; again != try.again || again != (len(plan.People[0].Notes) > 0) {
			t.Errorf("%q, %q: look again %v, notes %q", try.safe, try.hours, plan.People[0].LookAgain, plan.People[0].Notes)
		}
	}
}

func TestYesToVoicemailMeansAVagueOne(t *testing.T) {
	for said, want := range map[string]contact.Voicemail{
		"yes": contact.VagueVoicemail, "sí": contact.VagueVoicemail, "vague": contact.VagueVoicemail, "vague only": contact.VagueVoicemail,
		"no": contact.NoVoicemail, "": contact.NoVoicemail, "if you must": contact.NoVoicemail, "yes - say it is the library": contact.NoVoicemail,
	} {
		plan := prepare(t, "Name,Phone,Voicemail\nAna Ruiz,0412 345 678,"+said+"\n", nil)
		if c := only(t, plan); c.Voicemail != want {
			t.Errorf("%q lets %q be left", said, c.Voicemail)
		}
		if doubtful := strings.Contains(said, " ") && said != "vague only"; doubtful != (len(plan.People[0].LookAgain) == 1) {
			t.Errorf("%q: %v", said, plan.People[0].LookAgain)
		}
	}
}

func TestANumberStaysAsItIsWrittenOrIsRefused(t *testing.T) {
	for written, want := range map[string]string{
		"0412 345 678":                  "0412 345 678",
		"+61 412 345 678":               "+61 412 345 678",
		"(202) 555-0141":                "(202) 555-0141",
		"202-555-0141 ext. 12":          "202-555-0141 ext. 12",
		"412345678":                     "412345678",
		"202 555 0141 (not after 6pm!)": "202 555 0141 (not after 6pm!)",
		"555-0141 / 555-0142":           "555-0141 / 555-0142",
		"6.14E+08":                      "",
		"6.14123E+11":                   "",
		"\"6,14E+08\"":                  "",
		"+6.1E+10":                      "",
	} {
		plan := prepare(t, "Name,Phone\nAna Ruiz,"+written+"\n", func(m *Mapping) { m.Columns[1].To = "phone" })
		if want == "" {
			if len(plan.Refused) != 1 || plan.Refused[0].Line != 2 || plan.Refused[0].Column.Name != "Phone" || len(plan.People) != 0 {
				t.Errorf("%q is not refused: %+v", written, plan.People)
			}
			continue
		}
		c := only(t, plan)
		if c.Value != want || c.Safe != contact.SafetyUnknown {
			t.Errorf("%q became %q", written, c.Value)
		}
		if more := strings.ContainsAny(written, "!/"); more != (len(plan.People[0].LookAgain) == 1) {
			t.Errorf("%q: %v", written, plan.People[0].LookAgain)
		}
	}
}

func TestAWayOnThePhonesNumberIsAWayOfItsOwn(t *testing.T) {
	const header = "Name,Phone,OK to text?,WhatsApp,Email\n"
	for row, want := range map[string]string{
		"Ana Ruiz,0412 345 678,yes,,":             "phone:0412 345 678: text:0412 345 678:yes",
		"Ana Ruiz,0412 345 678,no,,":              "phone:0412 345 678: text:0412 345 678:no",
		"Ana Ruiz,0412 345 678,,yes,":             "phone:0412 345 678: whatsapp:0412 345 678:",
		"Ana Ruiz,0412 345 678,,same as phone,":   "phone:0412 345 678: whatsapp:0412 345 678:",
		"Ana Ruiz,0412 345 678,,no,":              "phone:0412 345 678:",
		"Ana Ruiz,0412 345 678,,+1 202 555 0141,": "phone:0412 345 678: whatsapp:+1 202 555 0141:",
		"Ana Ruiz,,yes,yes,":                      "",
		"Ana Ruiz,,no,,":                          "text::no",
		"Ana Ruiz,n/a,,none,-":                    "",
		"Ana Ruiz,,,,ana@example.org":             "email:ana@example.org:",
	} {
		plan := prepare(t, header+row+"\nBo Lim,0412 345 600,,+1 202 555 0100,bo@example.org\n", func(m *Mapping) {
			for i, to := range []string{"name", "phone", "text.safe", "whatsapp", "email"} {
				m.Columns[i].To = to
			}
		})
		var got []string
		for _, c := range plan.People[0].Sheet.Channels {
			got = append(got, fmt.Sprintf("%s:%s:%s", c.Kind, c.Value, c.Safe))
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q gives %q, want %q", row, got, want)
		}
	}
}

func TestTwoPhonesKeepTheirRulesApart(t *testing.T) {
	plan := prepare(t, "Name,Home phone,Safe to call?,Cell,Safe to call?\nAna Ruiz,555-0141,no,555-0142,yes\n", nil)
	ways := plan.People[0].Sheet.Channels
	if len(ways) != 2 || ways[0].Label != "Home phone" || ways[0].Safe != contact.NeverSafe || ways[1].Label != "Cell" || ways[1].Safe != contact.Safe {
		t.Errorf("the ways are %+v", ways)
	}
}

func TestThePreferredWayComesFirstAndPermitsNothing(t *testing.T) {
	list := "Name,Phone,Email,Preferred contact,First asked through\nAna Ruiz,0412 345 678,ana@example.org,Email,\nBo Lim,0412 345 600,bo@example.org,pigeon,phone\n"
	plan := prepare(t, list, func(m *Mapping) { m.Columns[4].To = "first_asked" })
	ana, bo := plan.People[0].Sheet, plan.People[1].Sheet
	if ana.Channels[0].Kind != contact.Email || ana.FirstAsked != "" {
		t.Errorf("Ana's ways are %+v", ana)
	}
	if bo.Channels[0].Kind != contact.Phone || bo.FirstAsked != bo.Channels[0].ID || len(plan.People[1].LookAgain) != 1 {
		t.Errorf("Bo's ways are %+v, %v", bo, plan.People[1].LookAgain)
	}
}

func TestASheetIsConfirmedOnlyByADayInTheList(t *testing.T) {
	list := "Name,Phone,Safe to call,Safe contact confirmed\nAna Ruiz,0412 345 678,yes,2026-11-20\nBo Lim,0412 345 600,yes,\nCy Poe,0412 345 601,yes,2026-11-23\n"
	plan := prepare(t, list, nil)
	if len(plan.People) != 2 || plan.People[0].Sheet.Confirmed.String() != "2026-11-20" || !plan.People[1].Sheet.Confirmed.IsZero() {
		t.Errorf("confirmed: %+v", plan.People)
	}
	if len(plan.Refused) != 1 || plan.Refused[0].Line != 4 {
		t.Errorf("a day still to come: %+v", plan.Refused)
	}
}

func TestASubstituteAddressIsKeptAsOne(t *testing.T) {
	c := only(t, prepare(t, "Name,Substitute address\nAna Ruiz,PO Box 12\n", nil))
	if c.Kind != contact.Post || !c.SubstituteOnly || c.Safe != contact.SafetyUnknown {
		t.Errorf("it is %+v", c)
	}
}

// Whatever a list says, nobody may be reached through a way of which it does
// not say yes in so many words, and a word more makes it no.
func TestAnImportPermitsNothingThatTheListDoesNotSay(t *testing.T) {
	words := []string{"", "yes", "no", "Yes ", "maybe", "yes, after 6", "sí", "si no hay nadie", "ok", "unknown", "TRUE", "only her", "weekdays 10-15", "any time", "mornings", "n/a"}
	yes := map[string]bool{"yes": true, "Yes ": true, "sí": true, "ok": true, "TRUE": true}
	bounded := map[string]bool{"weekdays 10-15": true, "any time": true, "": true, "n/a": true, "unknown": true}
	rapid.Check(t, func(t *rapid.T) {
		row := make([]string, 7)
		for i := range row {
			row[i] = rapid.SampledFrom(words).Draw(t, "word")
		}
		list, err := Read(t.Context(), []byte("Name,Phone,Safe to call,Best time to call,Voicemail,Text OK,Preferred contact,Notes\nAna Ruiz,0412 345 678,\""+
			strings.Join(row[:6], "\",\"")+"\"\n"), Options{HeaderLine: 1})
		if err != nil {
			t.Fatal(err)
		}
		m := Mapping{Version: 1, TimeZone: "America/Chicago"}
		for i, to := range []string{"name", "phone", "phone.safe", "phone.hours", "phone.voicemail", "text.safe", "preferred_way", "note"} {
			m.Columns = append(m.Columns, Assignment{Column: list.Header[i].Letter, To: to})
		}
		plan, err := Prepare(t.Context(), list, m, setting())
		if err != nil || len(plan.People) != 1 {
			t.Fatalf("%v, refused %+v", err, plan)
		}
		s := plan.People[0].Sheet
		noon := time.Date(2026, time.November, 23, 18, 0, 0, 0, time.UTC) // a Monday, 12:00 in Chicago
		for _, c := range s.Channels {
			if contact.May(s, c.ID, contact.Logistics, noon, contact.DefaultPolicy()).Allowed {
				t.Fatalf("a sheet that nobody confirmed permits %s", c.Kind)
			}
			said := row[0]
			if c.Kind == contact.Text {
				said = row[3]
			}
			confirmed := s.ConfirmedWith(noon, contact.Confirmation{Until: s.ConfirmBy}, contact.DefaultPolicy())
			allowed := contact.May(confirmed, c.ID, contact.Logistics, noon, contact.DefaultPolicy()).Allowed
			if allowed && (!yes[said] || c.Kind == contact.Phone && !bounded[row[1]]) {
				t.Fatalf("%s is permitted by %q and %q", c.Kind, said, row[1])
			}
			if c.Voicemail != contact.NoVoicemail && !yes[row[2]] {
				t.Fatalf("voicemail is permitted by %q", row[2])
			}
		}
	})
}

func TestWordsThatAreKeptInsteadOfARuleAreKeptWhole(t *testing.T) {
	plan := prepare(t, "Name,Phone,Voicemail,Best time to call\nAna Ruiz,0412 345 678,only if she answers,mornings\n", nil)
	if got := strings.Join(plan.People[0].Notes, "|"); got != "Voicemail: only if she answers|Best time to call: mornings" {
		t.Errorf("the notes are %q", got)
	}
}

func TestCustomFieldsOfTheBoardAreFilled(t *testing.T) {
	own := member.Arrangement{Custom: []member.CustomField{
		{ID: "11111111-1111-4111-8111-111111111111", Name: "Talla de camiseta", Kind: member.CustomText},
		{ID: "22222222-2222-4222-8222-222222222222", Name: "Trained", Kind: member.CustomDate}}}
	list := load(t, "Name,TALLA DE CAMISETA,Trained\nAna Ruiz,M,25/3/2024\n")
	m := Guess(list, own.Fields())
	set := setting()
	set.Fields = own.Fields()
	plan, err := Prepare(t.Context(), list, m, set)
	must(t, err)
	if len(plan.People) != 1 {
		t.Fatalf("refused %+v", plan.Refused)
	}
	if got := plan.People[0].Member.Custom; got["11111111-1111-4111-8111-111111111111"] != "M" || got["22222222-2222-4222-8222-222222222222"] != "2024-03-25" {
		t.Errorf("the own fields are %v", got)
	}
}

func TestAPersonNotToBeContactedKeepsTheirSheet(t *testing.T) {
	plan := prepare(t, "Name,Phone,Do not contact until\nAna Ruiz,,2027-01-31\nBo Lim,,\n", nil)
	ana, bo := plan.People[0], plan.People[1]
	if !ana.HasSheet() || ana.Sheet.DoNotContactUntil.String() != "2027-01-31" {
		t.Errorf("Ana's sheet is %+v", ana.Sheet)
	}
	if bo.HasSheet() {
		t.Errorf("Bo's sheet says something: %+v", bo.Sheet)
	}
}

func TestAConfirmedSheetOnWhichNoWayIsSafeIsToBeLookedAt(t *testing.T) {
	plan := prepare(t, "Name,Phone,Safe to call,Last confirmed\nWren,0412 345 678,,2026-10-01\nAsh,0412 345 679,yes,2026-10-01\n", nil)
	for i, again := range []bool{true, false} {
		p := plan.People[i]
		if p.Sheet.Confirmed.IsZero() || (len(p.LookAgain) == 1) != again {
			t.Errorf("%s: confirmed %s, look again %v", p.Member.Name, p.Sheet.Confirmed, p.LookAgain)
		}
	}
}
