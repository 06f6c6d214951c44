package roster

import (
	"errors"
	"reflect"
	"strings"
	"testing"

	"holdfast/member"
	"holdfast/record"
	"holdfast/wording"
)

const fullMapping = `{
  "version": 1, "sheet": "Members", "header_line": 3, "encoding": "windows-1252", "separator": ";",
  "date_order": "day-month-year", "stage": "alumni", "time_zone": "America/Chicago", "duplicates": "skip",
  "columns": [
    {"header": "Full name", "to": "name"},
    {"column": "C", "to": "phone"},
    {"column": "D", "header": "Voicemail ok?", "to": "phone.voicemail"},
    {"header": "Joined", "to": "joined", "date_order": "month-day-year"},
    {"header": "SSN", "to": ""}
  ]
}`

func TestAMappingIsReadAsItIsWritten(t *testing.T) {
	m, err := ParseMapping([]byte(fullMapping))
	must(t, err)
	if o := m.Options(); o.Sheet != "Members" || o.HeaderLine != 3 || o.Encoding != "windows-1252" || o.Separator != ";" {
		t.Errorf("the file would be read with %+v", o)
	}
	if m.Stage != member.Alumni || m.Duplicates != Skip || m.DateOrder != DayFirst || m.Columns[3].DateOrder != MonthFirst || len(m.Columns) != 5 {
		t.Errorf("it is %+v", m)
	}
	written, err := m.Encode()
	must(t, err)
	again, err := ParseMapping(written)
	must(t, err)
	if !reflect.DeepEqual(m, again) {
		t.Errorf("written and read again it is %+v", again)
	}
}

func TestWhatIsNoMappingIsRefusedByName(t *testing.T) {
	for text, says := range map[string]string{
		``:                                    "line 1",
		"{\n\"version\": 1,\n\"columns\": [}": "line 3",
		`{"columns": []}`:                     "version",
		`{"version": 2, "columns": []}`:       "newer",
		`{"version": 0, "columns": []}`:       "no such version",
		`{"version": "1", "columns": []}`:     "version",
		`{"version": 1, "colums": []}`:        "colums",
		`{"version": 1, "columns": [{"header": "A", "too": "name"}]}`:                     "too",
		`{"version": 1, "columns": [{"header": "A", "to": 3}]}`:                           "to",
		`{"version": 1, "columns": [{"to": "name"}]}`:                                     "neither a letter nor a name",
		`{"version": 1, "columns": [], "date_order": "ymd"}`:                              "day-month-year",
		`{"version": 1, "columns": [{"column": "A", "to": "joined", "date_order": "x"}]}`: "day-month-year",
		`{"version": 1, "columns": [], "stage": "boss"}`:                                  "stage",
		`{"version": 1, "columns": [], "time_zone": "Mars/Olympus"}`:                      "time zone",
		`{"version": 1, "columns": [], "duplicates": "merge"}`:                            "skip and add",
		`{"version": 1, "columns": [], "header_line": -2}`:                                "line",
		`{"version": 1, "columns": [], "Columns": []}`:                                    "twice",
		`{"version": 1, "columns": [{"column": "A", "to": "name", "to": "phone"}]}`:       "twice",
		`[]`:                               "wrong kind",
		`{"version": 1, "columns": []} {}`: "line 1",
		strings.Repeat(" ", maxMapping) + `{"version": 1, "columns": []}`: "too large",
	} {
		_, err := ParseMapping([]byte(text))
		if len(wording.Problems(err)) == 0 || !errors.Is(err, record.ErrInvalid) || !strings.Contains(err.Error(), says) {
			t.Errorf("%.60q: says %v, want …%s…", text, err, says)
		}
	}
}

func TestAMappingThatDoesNotFitTheListIsRefusedByName(t *testing.T) {
	list := load(t, "Name,Phone,Phone,Joined,Email\nAna Ruiz,1,2,2024-01-01,a@b.example\n")
	for name, try := range map[string]struct {
		columns []Assignment
		says    string
	}{
		"a column that there is not":  {[]Assignment{{Header: "Name", To: "name"}, {Header: "Fax", To: "phone"}}, "no column “Fax”"},
		"a letter that there is not":  {[]Assignment{{Header: "Name", To: "name"}, {Column: "Z", To: "phone"}}, "no column “Z”"},
		"a letter of another name":    {[]Assignment{{Header: "Name", To: "name"}, {Column: "B", Header: "Email", To: "email"}}, "not called “Email”"},
		"a name that is there twice":  {[]Assignment{{Header: "Name", To: "name"}, {Header: "Phone", To: "phone"}}, "Add the letter"},
		"a column twice":              {[]Assignment{{Header: "Name", To: "name"}, {Column: "A", To: "note"}}, "stands twice"},
		"a target that there is not":  {[]Assignment{{Header: "Name", To: "name"}, {Header: "Email", To: "email.voicemail"}}, "“email.voicemail”"},
		"a target of another board":   {[]Assignment{{Header: "Name", To: "name"}, {Header: "Email", To: "custom.1"}}, "“custom.1”"},
		"one target twice":            {[]Assignment{{Header: "Name", To: "name"}, {Column: "B", To: "phone"}, {Column: "C", To: "phone"}}, "Two columns fill"},
		"no name":                     {[]Assignment{{Header: "Email", To: "email"}}, "No column is the name"},
		"only a last name":            {[]Assignment{{Header: "Name", To: "last_name"}}, "No column is the name"},
		"a rule without its way":      {[]Assignment{{Header: "Name", To: "name"}, {Header: "Email", To: "phone.voicemail"}}, "no column holds the number"},
		"texts without any number":    {[]Assignment{{Header: "Name", To: "name"}, {Header: "Email", To: "text.safe"}}, "no column holds the number"},
		"a second phone without rule": {[]Assignment{{Header: "Name", To: "name"}, {Column: "B", To: "phone"}, {Column: "C", To: "phone_2.safe"}}, "“Second phone”"},
	} {
		t.Run(name, func(t *testing.T) {
			m := Mapping{Version: 1, Columns: try.columns}
			err := m.Check(list, member.Fields())
			if len(wording.Problems(err)) != 1 || !strings.Contains(err.Error(), try.says) {
				t.Errorf("says %v, want …%s…", err, try.says)
			}
			if _, err := Prepare(t.Context(), list, m, setting()); err == nil {
				t.Error("it is used all the same")
			}
		})
	}
}

func TestEveryGuessFitsItsList(t *testing.T) {
	for _, list := range []string{listEN, listES, listForms, "Ana Ruiz,0412 345 678,ana@example.org\nBo Lim,0412 345 679,bo@example.org\n",
		"Name\nAna\n", "Phone,Phone,Phone,Phone,Email,Email,Email,Name\n1234567,1234567,1234567,1234567,a@b.c,a@b.c,a@b.c,Ana\n"} {
		table := load(t, list)
		m := Guess(table, member.Fields())
		if err := m.Check(table, member.Fields()); err != nil {
			t.Errorf("%.30q: %v", list, err)
		}
		if len(m.Columns) != len(table.Header) || !reflect.DeepEqual(m, Guess(table, member.Fields())) {
			t.Errorf("%.30q: the guess is not whole, or not the same twice", list)
		}
	}
}

func TestAColumnIsBelievedOnlyWhereItsValuesAgree(t *testing.T) {
	for _, try := range []struct{ header, value, to string }{
		{"Estado", "activa", "stage"},
		{"Estado", "Jalisco", ""},
		{"Status", "pending paperwork", ""},
		{"Mail", "ana@example.org", "email"},
		{"Mail", "12 Elm St", ""},
		{"Safe phone", "0412 345 678", "phone"},
		{"Safe email", "ana@example.org", "email"},
		{"Safe email", "yes", ""},
		{"", "0412 345 678", "phone"},
		{"", "ana@example.org", "email"},
		{"", "123-45-6789", ""},
		{"Code", "123-45-6789", ""},
		{"", "3/25/2024", ""},
		{"Phone", "", "phone"},
		{"", "", ""},
	} {
		list, err := Read(t.Context(), []byte("Name,"+try.header+",x\nAna Ruiz,"+try.value+",1\nBo Lim,"+try.value+",2\n"), Options{HeaderLine: 1})
		must(t, err)
		m := Guess(list, member.Fields())
		if to := m.Columns[1].To; to != try.to && !(try.to == "" && to == "email.safe") {
			t.Errorf("%q with %q goes to %q, want %q", try.header, try.value, to, try.to)
		}
	}
}

func FuzzAMapping(f *testing.F) {
	for _, seed := range []string{fullMapping, `{"version":1,"columns":[]}`, `{"version":1,"columns":null}`, `{"version":1,"columns":[{"column":"A","to":"name"}]}`,
		`{"version":1,"a":{"b":[{"c":1,"c":2}]}}`, `{"version":1e0}`, `[[[]]]`, `{`, ``} {
		f.Add([]byte(seed))
	}
	list, err := Read(f.Context(), []byte(listEN), Options{})
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		m, err := ParseMapping(data)
		if err != nil {
			if len(wording.Problems(err)) == 0 {
				t.Fatalf("a refusal without words: %v", err)
			}
			return
		}
		written, err := m.Encode()
		must(t, err)
		if again, err := ParseMapping(written); err != nil || !reflect.DeepEqual(m, again) {
			t.Fatalf("%s was read differently the second time: %v", written, err)
		}
		if err := m.Check(list, member.Fields()); err != nil && len(wording.Problems(err)) == 0 {
			t.Fatalf("a refusal without words: %v", err)
		}
	})
}
