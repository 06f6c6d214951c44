package assessment

import (
	"bytes"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"holdfast/member"
	"holdfast/record"
	"holdfast/record/recordtest"
	"holdfast/wording"
)

func must[V any](t testing.TB) func(V, error) V {
	return func(v V, err error) V {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

func both(english, spanish string) Words {
	return Words{wording.InEnglish: english, wording.InSpanish: spanish}
}

// sample is a released instrument with one question of every kind.
func sample() Instrument {
	agree := Scale{ID: "agree"}
	for n, text := range []string{"Not yet", "A little", "Partly", "Mostly", "Fully"} {
		agree.Choices = append(agree.Choices, Choice{Code: itoa(n), Text: both(text, text+" (es)"), Score: float64(n), Scored: true})
	}
	for _, code := range []string{DontKnow, NotForUs, RatherNot} {
		agree.Choices = append(agree.Choices, Choice{Code: code, Text: both(code, code+" (es)")})
	}
	scored := func(id string, p Principle, d Domain, l Lens) Item {
		return Item{ID: id, Type: Choose, Scale: "agree", Text: both("I feel "+id, "Siento "+id), Principle: p, Domain: d, Lenses: []Lens{l}}
	}
	return Instrument{
		ID: "sample", Version: "1.2", Kind: SelfAssessment, Status: Active, Languages: []wording.Language{wording.InEnglish, wording.InSpanish},
		Title: both("A sample", "Una muestra"), About: both("About it", "De qué trata"), ContentNote: both("A note", "Una nota"),
		Copyright: both("Ours", "Nuestro"), Publisher: "Holdfast", Sources: []Source{{"SAMHSA", "https://www.samhsa.gov", day("2026-11-22")}},
		Released: day("2026-11-22"), Reviewed: day("2026-11-22"), ReviewBy: day("2027-11-22"), Scales: []Scale{agree},
		Items: []Item{
			{ID: "room", Type: Group, Text: both("The room", "La sala"), Items: []Item{
				scored("safe", Safety, Environment, Resist), scored("heard", Trust, Governance, Respond),
				{ID: "why", Type: Prose, Text: both("Why?", "¿Por qué?"), When: []Condition{{"safe", Equals, "0"}, {"heard", Equals, "0"}}, AnyOf: true},
			}},
			{ID: "rest", Type: Group, Text: both("The rest", "Lo demás"), Help: both("Help", "Ayuda"), Items: []Item{
				{ID: "read", Type: Display, Text: both("Read this", "Lea esto")},
				{ID: "pays", Type: Choose, Repeats: true, Required: true, Text: both("Who pays?", "¿Quién paga?"), Choices: []Choice{
					{Code: "state", Text: both("The state", "El estado")}, {Code: "city", Text: both("The city", "La ciudad")}}},
				{ID: "meets", Type: YesNo, Text: both("Do you meet?", "¿Se reúnen?")},
				{ID: "often", Type: Number, Text: both("How often?", "¿Cuántas veces?"), When: []Condition{{"meets", Equals, "true"}}},
				{ID: "since", Type: Day, Text: both("Since when?", "¿Desde cuándo?"), When: []Condition{{"often", AtLeast, "2"}, {"meets", Exists, "true"}}},
				{ID: "name", Type: Line, Text: both("What is it called?", "¿Cómo se llama?")},
			}},
		},
	}
}

func day(text string) record.Date {
	d, err := record.ParseDate(text)
	if err != nil {
		panic(err)
	}
	return d
}

// dice are random bytes that are the same each time.
type dice struct{ *rand.Rand }

func (d dice) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = byte(d.Uint32())
	}
	return len(p), nil
}

func newDice() dice { return dice{rand.New(rand.NewPCG(1, 2))} }

// desk is a service over memory.
func desk(today string) Service {
	return Service{
		Instruments: recordtest.NewMemory(KeptSchema()), Rounds: recordtest.NewMemory(RoundSchema()),
		Responses: recordtest.NewMemory(ResponseSchema()), Tallies: recordtest.NewMemory(TallySchema()),
		Handouts: recordtest.NewMemory(HandoutSchema()), Random: newDice(), Today: day(today),
	}
}

// given is a response to the sample by somebody of a group.
func given(in Instrument, side Side, values ...string) Response {
	r := Response{Instrument: in.ID, Version: in.Version, Words: in.Fingerprint(), Side: side, Answers: Answers{}}
	for i := 0; i+1 < len(values); i += 2 {
		a := r.Answers[values[i]]
		a.Values = append(a.Values, values[i+1])
		r.Answers[values[i]] = a
	}
	return r
}

func named(r Response, who member.ID) Response { r.Member = who; return r }

// shipped are the files of all instruments that ship.
func shipped(t testing.TB) map[string][]byte {
	t.Helper()
	names := must[[]string](t)(filepath.Glob("../assets/instruments/*.json"))
	files := map[string][]byte{}
	for _, name := range names {
		files[filepath.Base(name)] = must[[]byte](t)(os.ReadFile(name))
	}
	return files
}

// said says whether an error names a place and says a phrase.
func said(err error, field, phrase string) bool {
	return slices.ContainsFunc(wording.Problems(err), func(p *wording.Problem) bool {
		return p.Field == field && bytes.Contains([]byte(p.Error()), []byte(phrase))
	})
}
