package assessment

import (
	"encoding/csv"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"holdfast/record"
)

// What a form has a place for comes back; what it has none for is named in
// doc/instruments.md.
func TestAFormComesBackTheSame(t *testing.T) {
	in := sample()
	in.Status, in.Released = Draft, record.Date{}
	for _, form := range []Form{in.Form(), FormInOne(in.Form().InOne())} {
		back := must[Instrument](t)(ReadForm(form))
		want := in.copied()
		want.About, want.Copyright, want.Publisher, want.Sources = nil, nil, "", nil
		want.Reviewed, want.ReviewBy = record.Date{}, record.Date{}
		// A question's own choices come back as a scale, a line as prose.
		want.Items[1].Items[1].Choices, want.Items[1].Items[1].Scale = nil, "pays-choices"
		want.Scales = append(want.Scales, Scale{"pays-choices", in.Items[1].Items[1].Choices})
		want.Items[1].Items[5].Type = Prose
		if d := cmp.Diff(want, back); d != "" {
			t.Error(d)
		}
	}
}

// formOf reads a form as a CSV file holds it.
func formOf(t testing.TB, text string) Form {
	t.Helper()
	r := csv.NewReader(strings.NewReader(text))
	r.FieldsPerRecord = -1
	rows, err := r.ReadAll()
	if err != nil {
		t.Skip("no rows")
	}
	return FormInOne(rows)
}

const goodForm = `survey
,type,name,label::English (en),label::Español (es),required,relevant
,begin_group,room,The room,La sala,,
,select_one yn,Is_Safe,Is it safe?,¿Es segura?,yes,
,select_multiple who,who,Who comes?,¿Quién viene?,,
,integer,seats,How many seats?,¿Cuántas sillas?,,"selected(${who}, 'staff') and ${Is_Safe} = 'yes'"
,text,why,Why?,¿Por qué?,,"${seats} > 3 or ${who} = ''"
,end_group,,,,,
choices
,list_name,name,label::English (en),label::Español (es),score
,yn,yes,Yes,Sí,1
,yn,no,No,No,0
,who,staff,Staff,Personal,
,who,members,Members,Integrantes,
settings
,form_title,form_id,version,default_language
,Our room,our_room,3,English (en)
`

func TestAFormOfAnotherProgramIsRead(t *testing.T) {
	in := must[Instrument](t)(ReadForm(formOf(t, goodForm)))
	if in.ID != "our-room" || in.Version != "3" || in.Status != Draft || ids(in.Items) != "room" || ids(in.Items[0].Items) != "is-safe who seats why" {
		t.Fatalf("%+v", in)
	}
	seats, why := in.Items[0].Items[2], in.Items[0].Items[3]
	if d := cmp.Diff([]Condition{{"who", Equals, "staff"}, {"is-safe", Equals, "yes"}}, seats.When); d != "" || seats.AnyOf {
		t.Error(d)
	}
	if d := cmp.Diff([]Condition{{"seats", More, "3"}, {"who", Exists, "false"}}, why.When); d != "" || !why.AnyOf {
		t.Error(d)
	}
	if !in.Items[0].Items[0].Required || !in.Scales[0].Choices[0].Scored {
		t.Error("required or scores are lost")
	}
}

func TestWhatAFormMayNotHoldIsNamed(t *testing.T) {
	for _, c := range []struct{ old, new, field, says string }{
		{",integer,seats,", ",calculate,seats,", "seats", "“calculate”"},
		{",integer,seats,", ",geopoint,seats,", "seats", "“geopoint”"},
		{",text,why,", ",begin_repeat,why,", "why", "“begin_repeat”"},
		{"${seats} > 3 or ${who} = ''", "count-selected(${who}) > 3", "why", "count-selected"},
		{"${seats} > 3 or ${who} = ''", "${seats} > 3 or ${who} = '' and ${seats} < 9", "why", "“and” and “or”"},
		{"${seats} > 3 or ${who} = ''", "${seats} > ${who}", "why", "beyond what"},
		{"${seats} > 3 or ${who} = ''", "${why} = 'x'", "why", "never ahead"},
		{"required,relevant", "required,constraint", "seats", "“constraint”"},
		{",end_group,,,,,\n", "", "room", "not ended"},
		{",begin_group,room,The room,La sala,,\n", "", "survey 6", "no group was begun"},
		{"select_one yn", "select_one maybe", "is-safe", "no scale “maybe”"},
		{",yn,yes,Yes,Sí,1", ",yn,yes,Yes,Sí,one", "choices 2", "“score”"},
		{",select_multiple who,who,", ",select_multiple who,seats,", "seats", "given twice"},
		{"label::Español (es)", "label::Français (fr)", "language", "does not speak"},
		{"¿Es segura?", "", "is-safe", "missing in the language “es”"},
		{"Is it safe?", "Is it <b>safe</b>?", "is-safe", "plain text"},
		{"yes,\n", "maybe,\n", "is-safe", "“required”"},
	} {
		bad := strings.ReplaceAll(goodForm, c.old, c.new)
		if bad == goodForm {
			t.Errorf("%s is not in the form", c.old)
		}
		if _, err := ReadForm(formOf(t, bad)); !said(err, c.field, c.says) {
			t.Errorf("%s: %v", c.new, err)
		}
	}
	if _, err := ReadForm(Form{}); !errors.Is(err, record.ErrInvalid) {
		t.Errorf("an empty form: %v", err)
	}
	many := goodForm[:strings.Index(goodForm, "choices")] + strings.Repeat(",note,n,a,b,,\n", 10_000)
	if _, err := ReadForm(formOf(t, many)); !said(err, "survey", "500 are the most") {
		t.Error(err)
	}
}

func FuzzReadForm(f *testing.F) {
	f.Add(goodForm)
	f.Add("survey\n,type,name,label,relevant\n,note,a,b,\"selected(${a}, 'b')\"\n")
	f.Fuzz(func(t *testing.T, text string) {
		in, err := ReadForm(formOf(t, text))
		if err != nil {
			return
		}
		if _, err := ReadForm(in.Form()); err != nil {
			t.Errorf("what was read is refused when it comes back: %v", err)
		}
	})
}
