package assessment

import (
	"slices"
	"strings"
	"testing"
)

func TestWhatIsAskedFollowsTheAnswers(t *testing.T) {
	in := sample()
	for _, c := range []struct{ given, want string }{
		{"", "safe heard read pays meets name"},
		{"safe=0", "safe heard why read pays meets name"},
		{"heard=0", "safe heard why read pays meets name"},
		{"safe=4 heard=4", "safe heard read pays meets name"},
		{"meets=true", "safe heard read pays meets often name"},
		{"meets=true often=1", "safe heard read pays meets often name"},
		{"meets=true often=2", "safe heard read pays meets often since name"},
		{"meets=false often=9", "safe heard read pays meets name"}, // what is not asked was not answered
	} {
		var asked []string
		for _, q := range in.Asked(answered(c.given)) {
			asked = append(asked, q.ID)
		}
		if got := strings.Join(asked, " "); got != c.want {
			t.Errorf("%q: %s, not %s", c.given, got, c.want)
		}
	}
}

func answered(text string) Answers {
	all := Answers{}
	for pair := range strings.FieldsSeq(text) {
		id, value, _ := strings.Cut(pair, "=")
		all[id] = Answer{Values: strings.Split(value, "+")}
	}
	return all
}

func TestConditionsCompareAsFHIRDoes(t *testing.T) {
	for _, c := range []struct {
		is     Operator
		value  string
		t      Type
		answer string
		want   bool
	}{
		{Equals, "a", Choose, "a", true}, {Equals, "a", Choose, "b+a", true}, {Equals, "a", Choose, "b", false},
		{Not, "a", Choose, "b", true}, {Not, "a", Choose, "a+b", false}, {Not, "a", Choose, "", true},
		{Exists, "true", Prose, "x", true}, {Exists, "true", Prose, "", false}, {Exists, "false", Prose, "", true},
		{More, "9", Number, "10", true}, {Less, "9", Number, "10", false}, {AtLeast, "9", Number, "9", true}, {AtMost, "9", Number, "10", false},
		{More, "2026-01-01", Day, "2026-01-02", true}, {AtLeast, "9", Number, "", false},
	} {
		var values []string
		if c.answer != "" {
			values = strings.Split(c.answer, "+")
		}
		if got := (Condition{"q", c.is, c.value}).holds(c.t, values); got != c.want {
			t.Errorf("%q %s %s: %v", c.answer, c.is, c.value, got)
		}
	}
}

func TestContentNotesStandBeforeWhatTheyAreAbout(t *testing.T) {
	in := sample()
	in.Items[0].ContentNote = both("Hard", "Duro")
	for _, q := range in.Questions() {
		if got := len(q.Notes) > 0; got != (q.ID == "safe") {
			t.Errorf("%s has the note: %v", q.ID, got)
		}
	}
}

func TestNobodyIsKeptFromLeavingAQuestionOut(t *testing.T) {
	in := sample()
	left := in.Unanswered(answered("safe=1"))
	if len(left) != 1 || left[0].ID != "pays" {
		t.Errorf("asked again: %v", left)
	}
	if _, err := in.Accept(given(in, Members)); err != nil {
		t.Errorf("an empty answer was refused: %v", err)
	}
}

func TestAnEditorChangesDraftsOnly(t *testing.T) {
	released := sample()
	if _, err := released.Move("safe", 1); !said(err, "status", "never change") {
		t.Error(err)
	}
	draft := released.Next()
	if draft.Version != "2" || draft.Status != Draft {
		t.Errorf("%s %s", draft.Version, draft.Status)
	}
	moved := must[Instrument](t)(draft.Move("heard", -1))
	if ids(moved.Items[0].Items) != "heard safe why" || ids(draft.Items[0].Items) != "safe heard why" {
		t.Errorf("%s, and the original %s", ids(moved.Items[0].Items), ids(draft.Items[0].Items))
	}
	ahead := must[Instrument](t)(draft.Move("why", -2))
	if err := ahead.Validate(); !said(err, "why", "never ahead") {
		t.Error(err)
	}
	if _, err := draft.Remove("safe"); !said(err, "why", "looks at “safe”") {
		t.Error(err)
	}
	without := must[Instrument](t)(draft.Remove("room"))
	if ids(without.Items) != "rest" {
		t.Error(ids(without.Items))
	}
	item := draft.Items[0].Items[0]
	item.ID = "calm"
	renamed := must[Instrument](t)(draft.Replace("safe", item))
	if err := renamed.Validate(); err != nil || renamed.Items[0].Items[2].When[0].Question != "calm" {
		t.Errorf("the condition did not follow: %v", err)
	}
	item.ID = "new"
	more := must[Instrument](t)(draft.Insert("room", true, item))
	if ids(more.Items[0].Items) != "new safe heard why" {
		t.Error(ids(more.Items[0].Items))
	}
	if _, err := draft.Insert("nowhere", false, item); err == nil {
		t.Error("an item was put nowhere")
	}
	done := must[Instrument](t)(more.Release(day("2027-01-01")))
	if done.Status != Active || done.Released != day("2027-01-01") {
		t.Errorf("%s %s", done.Status, done.Released)
	}
}

func ids(items []Item) string {
	var all []string
	for _, i := range items {
		all = append(all, i.ID)
	}
	return strings.Join(all, " ")
}

func TestAResponseIsTakenOnlyWhereItFits(t *testing.T) {
	in := sample()
	bad := func(change func(*Response)) Response {
		r := given(in, Members, "safe", "1")
		change(&r)
		return r
	}
	set := func(id string, a Answer) func(*Response) { return func(r *Response) { r.Answers[id] = a } }
	for _, c := range []struct {
		what        string
		r           Response
		field, says string
	}{
		{"another version", bad(func(r *Response) { r.Version = "9" }), "questionnaire", "another version"},
		{"another instrument", bad(func(r *Response) { r.Instrument = "other" }), "questionnaire", "another instrument"},
		{"other words", bad(func(r *Response) { r.Words = "x" }), "words", "other words"},
		{"no group", bad(func(r *Response) { r.Side = "guests" }), "side", "who answers"},
		{"no such question", bad(set("nothing", Answer{Values: []string{"1"}})), "nothing", "no such question"},
		{"a group is no question", bad(set("room", Answer{Values: []string{"1"}})), "room", "no such question"},
		{"no such choice", bad(set("safe", Answer{Values: []string{"7"}})), "safe", "can't be an answer"},
		{"two where one fits", bad(set("safe", Answer{Values: []string{"1", "2"}})), "safe", "only one"},
		{"one twice", bad(set("pays", Answer{Values: []string{"city", "city"}})), "pays", "can't be an answer"},
		{"no number", bad(func(r *Response) {
			r.Answers = answered("meets=true often=007")
		}), "often", "can't be an answer"},
		{"a long note", bad(set("safe", Answer{Note: strings.Repeat("x", longestOwn+1)})), "safe", "too long"},
		{"a share nobody knows", bad(set("safe", Answer{Note: "x", Share: "all"})), "safe", "may be shown"},
	} {
		if _, err := in.Accept(c.r); !said(err, c.field, c.says) {
			t.Errorf("%s: %v", c.what, err)
		}
	}
	// Somebody's own words are taken as they are, whatever they look like.
	own := bad(set("name", Answer{Values: []string{"<b>we</b> = 3 > 2 & \u200fشكرا"}}))
	if r, err := in.Accept(own); err != nil || r.Answers["name"].Values[0] != own.Answers["name"].Values[0] {
		t.Errorf("own words: %v", err)
	}
	// An answer to what is not asked any more is left out.
	r := must[Response](t)(in.Accept(given(in, Staff, "meets", "false", "often", "3")))
	if _, kept := r.Answers["often"]; kept {
		t.Error("an answer to what was not asked is kept")
	}
}

func TestAResponseFileComesBackTheSame(t *testing.T) {
	in := sample()
	r := given(in, Partners, "safe", "0", "why", "Because.", "pays", "state", "pays", "city", "meets", "true", "often", "3", "since", "2020-02-29")
	r.Round = "7c9e6679-7425-40de-944b-e07fc1f90ae7"
	a := r.Answers["why"]
	a.Share = ShareReworded
	r.Answers["why"] = a
	file := must[[]byte](t)(in.WriteResponse(r))
	again := must[Response](t)(in.ReadResponse(file))
	if again.Round != r.Round || again.Side != r.Side || len(again.Answers) != len(r.Answers) {
		t.Fatalf("%+v", again)
	}
	for id, a := range r.Answers {
		if b := again.Answers[id]; !slices.Equal(a.Values, b.Values) || a.Share != b.Share {
			t.Errorf("%s: %v, not %v", id, b, a)
		}
	}
	for _, bad := range []string{`"resourceType": "Bundle"`, `"subject": {}`} {
		file := strings.Replace(string(file), `"resourceType": "QuestionnaireResponse"`, bad, 1)
		if _, err := in.ReadResponse([]byte(file)); err == nil {
			t.Errorf("%s was taken", bad)
		}
	}
}

func FuzzReadResponse(f *testing.F) {
	in := sample()
	file, err := in.WriteResponse(given(in, Members, "safe", "0", "pays", "city", "meets", "true", "often", "3"))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(file)
	f.Add([]byte(strings.Replace(string(file), `"valueInteger": 3`, `"valueInteger": 3e3`, 1)))
	f.Fuzz(func(t *testing.T, data []byte) {
		r, err := in.ReadResponse(data)
		if err != nil {
			return
		}
		file := must[[]byte](t)(in.WriteResponse(r))
		if _, err := in.ReadResponse(file); err != nil {
			t.Errorf("what was taken is refused when it comes back: %v", err)
		}
	})
}
