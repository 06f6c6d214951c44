package assessment

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"holdfast/record"
)

func TestWhatIsWrittenIsReadTheSame(t *testing.T) {
	in := sample()
	file := must[[]byte](t)(in.Write())
	again := must[Instrument](t)(ReadInstrument(file))
	if d := cmp.Diff(in, again); d != "" {
		t.Error(d)
	}
	if twice := must[[]byte](t)(again.Write()); !bytes.Equal(file, twice) {
		t.Error("the same instrument gave other bytes")
	}
}

// Each row is a change to a good file, the item that has to be named, and
// what has to be said of it.
func refusals() []struct{ old, new, field, says string } {
	long := strings.Repeat("x", MaxText+1)
	return []struct{ old, new, field, says string }{
		{`"resourceType": "Questionnaire"`, `"resourceType": "Patient"`, "Questionnaire", "has to be “Questionnaire”"},
		{`"status": "active"`, `"status": "active", "subjectType": ["Patient"]`, "Questionnaire", "does not know “subjectType”"},
		{`"status": "active"`, `"status": "final"`, "status", "no such status"},
		{`"status": "active"`, `"status": "active", "status": "draft"`, "Questionnaire", "stands there twice"},
		{`"version": "1.2"`, `"version": "1.2-beta"`, "version", "numbers with dots"},
		{`"id": "sample"`, `"id": "Sample!"`, "Questionnaire", "has to be “urn:holdfast:instrument:Sample!”"},
		{`"linkId": "heard"`, `"linkId": "safe"`, "safe", "given twice"},
		{`"linkId": "heard"`, `"linkId": "a b"`, "a b", "a name is"},
		{`"linkId": "heard"`, `"linkId": "heard", "prefix": "1"`, "heard", "does not know “prefix”"},
		{`"linkId": "heard"`, `"linkId": 7`, "room", "not written"},
		{`"I feel heard"`, `""`, "heard", "“text” is missing"},
		{`"Siento heard"`, `""`, "heard", "missing in the language “es”"},
		{`"I feel heard"`, `"I feel <script>alert(1)</script>"`, "heard", "more than plain text"},
		{`"I feel heard"`, `"I feel \u202edraeh"`, "heard", "more than plain text"},
		{`"I feel heard"`, `"` + long + `"`, "heard", "too long"},
		{`"valueCode": "es"`, `"valueCode": "fr"`, "Questionnaire", "which is not listed"},
		{`"valueCode": "trust"`, `"valueCode": "hope"`, "heard", "no principle, domain or lens “hope”"},
		{`"url": "urn:holdfast:lens"`, `"url": "urn:holdfast:mood"`, "safe", "does not know “mood”"},
		{`"answerValueSet": "#agree"`, `"answerValueSet": "#anger"`, "safe", "no scale “anger”"},
		{`"answerValueSet": "#agree"`, `"answerValueSet": "http://example.org/scale"`, "safe", "not written"},
		{`"code": "4"`, `"code": "3"`, "#agree", "given twice"},
		{`"valueDecimal": 4`, `"valueDecimal": 4000`, "#agree", "not between 0 and 100"},
		{`"code": "dont-know"`, `"extension": [{"url": "` + urlWeight + `", "valueDecimal": 1}], "code": "dont-know"`, "#agree", "never has a score"},
		{`"question": "safe"`, `"question": "why"`, "why", "never ahead, at itself or in a circle"},
		{`"question": "safe"`, `"question": "since"`, "why", "never ahead"},
		{`"question": "safe"`, `"question": "nothing"`, "why", "“nothing”"},
		{`"answerBoolean": true`, `"answerBoolean": true, "initial": 1`, "often", "does not know “initial”"},
		{`"answerInteger": 2`, `"answerDate": "2026-11-22"`, "since", "can't be its answer"},
		{`"operator": "="`, `"operator": "~"`, "why", "can't be its answer"},
		{`"enableBehavior": "any"`, `"enableBehavior": "some"`, "why", "not written"},
		{`"repeats": true`, `"repeats": "yes"`, "pays", "not written"},
		{`"type": "integer"`, `"type": "decimal"`, "often", "no such type"},
		{`"type": "integer"`, `"type": "group"`, "often", "a group holds questions"},
		{`"type": "display"`, `"type": "display", "required": true`, "read", "can't be required"},
		{`"https://www.samhsa.gov"`, `"javascript:alert(1)"`, "Questionnaire", "more than plain text"},
		{`"2027-11-22"`, `"2027-02-30"`, "Questionnaire", "not written"},
	}
}

func TestWhatIsNotKnownIsNamedAndRefused(t *testing.T) {
	good := string(must[[]byte](t)(sample().Write()))
	for _, c := range refusals() {
		bad := strings.Replace(good, c.old, c.new, 1)
		if bad == good {
			t.Errorf("%s is not in the sample", c.old)
			continue
		}
		_, err := ReadInstrument([]byte(bad))
		if !errors.Is(err, record.ErrInvalid) || !said(err, c.field, c.says) {
			t.Errorf("%s: %v", c.new, err)
		}
	}
	for _, bad := range []string{"", "{", "[]", "null", good[:len(good)/2], good + "{}", "\xff" + good, strings.Repeat("[", 10_000),
		`{"item":` + strings.Repeat(`[{"item":`, 50)} {
		if _, err := ReadInstrument([]byte(bad)); !errors.Is(err, record.ErrInvalid) {
			t.Errorf("%.20s: %v", bad, err)
		}
	}
}

func TestNobodyHasToAnswerTenThousandQuestions(t *testing.T) {
	in := sample()
	for n := range 10_000 {
		in.Items = append(in.Items, Item{ID: fmt.Sprint("q", n), Type: YesNo, Text: both("Yes?", "¿Sí?")})
	}
	if err := in.Validate(); !said(err, "Questionnaire", "10,011 items; 500 are the most") {
		t.Error(err)
	}
	in.Items = in.Items[:2]
	for range 4 {
		in.Items = []Item{{ID: fmt.Sprint("g", len(in.Items[0].ID)), Type: Group, Text: both("a", "b"), Items: in.Items}}
	}
	if err := in.Validate(); err == nil {
		t.Error("five levels of groups were taken")
	}
}

func TestAResponseKnowsTheWordsThatWereSeen(t *testing.T) {
	in := sample()
	retired := in
	retired.Status = Retired
	if in.Fingerprint() != retired.Fingerprint() {
		t.Error("retiring an instrument changed its words")
	}
	reworded := in.Adapt("sample")
	reworded.Version = in.Version
	reworded.Items[0].Items[0].Text = both("I feel safer", "Siento safe")
	equal := in.Equal(reworded)
	if reworded.Fingerprint() == in.Fingerprint() || equal["safe"] || !equal["heard"] || equal["read"] {
		t.Errorf("equal: %v", equal)
	}
	english := in.Adapt("sample")
	english.Languages = english.Languages[:1]
	if equal := in.Equal(english); !equal["safe"] {
		t.Error("a translation that is left out makes another question")
	}
	if equal := in.Equal(Instrument{}); equal["safe"] {
		t.Error("a question equals nothing")
	}
}

func FuzzReadInstrument(f *testing.F) {
	good, err := sample().Write()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(good)
	for _, file := range shipped(f) {
		f.Add(file)
	}
	for _, c := range refusals() {
		f.Add([]byte(strings.Replace(string(good), c.old, c.new, 1)))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		in, err := ReadInstrument(data)
		if err != nil {
			if !errors.Is(err, record.ErrInvalid) {
				t.Errorf("%v is no refusal", err)
			}
			return
		}
		file := must[[]byte](t)(in.Write())
		again := must[Instrument](t)(ReadInstrument(file))
		if in.Fingerprint() != again.Fingerprint() {
			t.Error("what was written is read as something else")
		}
		in.Asked(nil)
		in.Form()
	})
}
