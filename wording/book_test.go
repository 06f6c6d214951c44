package wording_test

import (
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"holdfast/record"
	. "holdfast/wording"
)

func spanish(t testing.TB, files ...string) *Book {
	t.Helper()
	raw := make([][]byte, len(files))
	for i, f := range files {
		raw[i] = []byte(f)
	}
	book, err := Spanish(raw...)
	if err != nil {
		t.Fatal(err)
	}
	return book
}

func TestASentenceIsPutIntoTheLanguage(t *testing.T) {
	es := spanish(t, `{"{name} asked to wait until {day}": "Hasta el {day} pidió esperar {name}", "a friend": "una amistad"}`)
	text := T("{name} asked to wait until {day}", "name", T("a friend"), "day", record.Date{Year: 2026, Month: 11, Day: 24})
	if got := English().Render(text); got != "a friend asked to wait until 24 November 2026" || text.String() != got {
		t.Errorf("in English: %q", got)
	}
	if got := es.Render(text); got != "Hasta el 24 de noviembre de 2026 pidió esperar una amistad" {
		t.Errorf("in Spanish: %q", got)
	}
	if raw, err := text.MarshalJSON(); err != nil || string(raw) != `"a friend asked to wait until 24 November 2026"` {
		t.Errorf("in JSON: %s, %v", raw, err)
	}
}

func TestAMissingTranslationShowsTheEnglish(t *testing.T) {
	es := spanish(t, `{"yes": "sí", "empty": ""}`)
	for english, want := range map[string]string{"yes": "sí", "no": "no", "empty": "empty"} {
		if got := es.Say(english); got != want {
			t.Errorf("%q is said as %q", english, got)
		}
	}
	if !es.Has("yes") || es.Has("no") || !English().Has("anything") {
		t.Error("a book does not know what it has")
	}
	if es.Language() != InSpanish || English().Language() != InEnglish {
		t.Error("a book does not know its language")
	}
}

func TestPlacesAreFilledOnceAndWhole(t *testing.T) {
	for _, c := range []struct {
		why, sentence string
		pairs         []any
		want          string
	}{
		{"no places", "Nothing here", nil, "Nothing here"},
		{"one", "Call {name}", []any{"name", "Wren"}, "Call Wren"},
		{"twice the same", "{a} and {a}", []any{"a", "x"}, "x and x"},
		{"side by side", "{a}{b}", []any{"a", "1", "b", "2"}, "12"},
		{"a brace in a value is no place", "Call {name}, {day}", []any{"name", "{day}", "day", "today"}, "Call {day}, today"},
		{"half a place in a value", "{a}{b}", []any{"a", "{", "b", "b}"}, "{b}"},
		{"a place nobody knows stays", "Call {nobody}", []any{"name", "Wren"}, "Call {nobody}"},
		{"a brace that is not closed stays", "Call {name", []any{"name", "Wren"}, "Call {name"},
		{"a brace before a place", "{ {name}", []any{"name", "Wren"}, "{ Wren"},
		{"a brace at the end", "{name} {", []any{"name", "Wren"}, "Wren {"},
		{"a place without a name stays", "{}", []any{"name", "Wren"}, "{}"},
		{"an empty value", "[{name}]", []any{"name", ""}, "[]"},
		{"a closing brace alone", "} {name}", []any{"name", "Wren"}, "} Wren"},
	} {
		if got := English().Say(c.sentence, c.pairs...); got != c.want {
			t.Errorf("%s: %q, not %q", c.why, got, c.want)
		}
	}
}

func TestEveryValueArrivesAsItIs(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := rapid.String().Draw(t, "a"), rapid.String().Draw(t, "b")
		if got := English().Say("{a} · {b}", "a", a, "b", b); got != a+" · "+b {
			t.Fatalf("%q and %q became %q", a, b, got)
		}
	})
}

func FuzzFill(f *testing.F) {
	for _, seed := range []string{"", "{name}", "{{name}}", "{", "}{", "{na{name}me}", "a{name}b{other}c"} {
		f.Add(seed, "value")
	}
	f.Fuzz(func(t *testing.T, sentence, value string) {
		got := English().Say(sentence, "name", value)
		want := strings.ReplaceAll(sentence, "{name}", value)
		if got != want {
			t.Fatalf("%q with %q is %q, not %q", sentence, value, got, want)
		}
	})
}

func TestHowValuesAreWritten(t *testing.T) {
	es := spanish(t, `{"{v}": "{v}", "a word": "una palabra"}`)
	for _, c := range []struct {
		value  any
		en, sp string
	}{
		{"text", "text", "text"},
		{T("a word"), "a word", "una palabra"},
		{record.Date{Year: 2026, Month: 1, Day: 1}, "1 January 2026", "1 de enero de 2026"},
		{record.Date{}, "—", "—"},
		{time.Saturday, "Saturday", "sábado"},
		{time.September, "September", "septiembre"},
		{Clock(0), "00:00", "00:00"},
		{Clock(9*60 + 5), "09:05", "09:05"},
		{Clock(1440), "24:00", "24:00"},
		{7, "7", "7"},
		{1204, "1,204", "1.204"},
		{-1234567, "−1,234,567", "−1.234.567"},
		{999, "999", "999"},
		{-999, "−999", "−999"},
		{List{}, "", ""},
		{List{"a"}, "a", "a"},
		{List{"a", "b"}, "a and b", "a y b"},
		{List{"a", T("a word"), record.Date{Year: 2026, Month: 12, Day: 31}}, "a, a word and 31 December 2026", "a, una palabra y 31 de diciembre de 2026"},
		{List{time.Monday, 3}, "Monday and 3", "lunes y 3"},
		{true, "true", "true"},
	} {
		if got := English().Say("{v}", "v", c.value); got != c.en {
			t.Errorf("%#v in English: %q, not %q", c.value, got, c.en)
		}
		if got := es.Say("{v}", "v", c.value); got != c.sp {
			t.Errorf("%#v in Spanish: %q, not %q", c.value, got, c.sp)
		}
	}
}

func TestTheSpanishAndBeforeASoundOfI(t *testing.T) {
	es := spanish(t, `{}`)
	for last, and := range map[string]string{
		"Ibis": "e", "ibis": "e", "Ícaro": "e", "Hilda": "e", "hígado": "e", "Inés": "e",
		"hielo": "y", "Hierro": "y", "Ana": "y", "Heron": "y", "Yolanda": "y", "yate": "y", "Ulises": "y", "": "y",
		"hiena": "y", "Ivonne": "e", "h": "y",
	} {
		if got, want := es.Say("{l}", "l", List{"Wren", last}), "Wren "+and+" "+last; got != want {
			t.Errorf("%q, not %q", got, want)
		}
		if got, want := English().Say("{l}", "l", List{"Wren", last}), "Wren and "+last; got != want {
			t.Errorf("%q, not %q", got, want)
		}
	}
}

func TestOneAndMany(t *testing.T) {
	es := spanish(t, `{"{n} day ago": "hace {n} día", "{n} days ago": "hace {n} días"}`)
	for n, want := range map[int][2]string{
		0: {"0 days ago", "hace 0 días"}, 1: {"1 day ago", "hace 1 día"}, 2: {"2 days ago", "hace 2 días"}, 1204: {"1,204 days ago", "hace 1.204 días"},
	} {
		if got := [2]string{English().Count(n, "{n} day ago", "{n} days ago"), es.Count(n, "{n} day ago", "{n} days ago")}; got != want {
			t.Errorf("%d: %q", n, got)
		}
	}
	if got := English().Count(2, "{who}: {n} day", "{who}: {n} days", "who", "Wren"); got != "Wren: 2 days" {
		t.Errorf("with another place: %q", got)
	}
}

func TestDaysAndTimesOfABook(t *testing.T) {
	es := spanish(t, `{}`)
	d := record.Date{Year: 2026, Month: 11, Day: 3}
	if got := English().DayMonth(d) + " " + es.DayMonth(d) + " " + es.DayMonth(record.Date{}); got != "3 November 3 de noviembre —" {
		t.Errorf("without the year: %q", got)
	}
	if got := es.Time(time.Date(2026, 1, 1, 9, 5, 59, 0, time.UTC)); got != "09:05" {
		t.Errorf("the time is %q", got)
	}
	for i := range 12 {
		if m := time.Month(i + 1); English().Month(m) != m.String() || es.Month(m) == "" {
			t.Errorf("month %d is %q", i+1, English().Month(m))
		}
	}
	for i := range 7 {
		if w := time.Weekday(i); English().Weekday(w) != w.String() || es.Weekday(w) == "" {
			t.Errorf("day %d of the week is %q", i, English().Weekday(w))
		}
	}
	for _, odd := range []int{-100, -1, 0, 13, 100} {
		if English().Month(time.Month(odd)) == "" || English().Weekday(time.Weekday(odd)) == "" {
			t.Errorf("%d has no name", odd)
		}
	}
}

func TestFilesOfTranslationsThatDisagreeAreRefused(t *testing.T) {
	for _, files := range [][]string{{`{"a": "1"}`, `{"a": "2"}`}, {`[]`}, {`{"a": 1}`}, {`{`}, {``}} {
		raw := make([][]byte, len(files))
		for i, f := range files {
			raw[i] = []byte(f)
		}
		if book, err := Spanish(raw...); err == nil || book != nil {
			t.Errorf("%q make a book", files)
		}
	}
	if got := spanish(t, `{"a": "1"}`, `{"a": "1", "b": "2"}`).Say("b"); got != "2" {
		t.Errorf("files that agree: %q", got)
	}
}

func TestAPlaceWithoutAValueIsAMistakeOfTheProgram(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("it passed")
		}
	}()
	//lint:ignore SA5012 that one is missing is what is tried here
	T("{name}", "name")
}

func TestAnEmptyTextSaysNothing(t *testing.T) {
	if !(Text{}).IsZero() || T("x").IsZero() || (Text{}).String() != "" {
		t.Error("an empty text is not empty")
	}
}

// A day in a narrow column is one word; a list says only what says something.
func TestShortWordsOfABook(t *testing.T) {
	es := spanish(t, `{}`)
	day := record.Date{Year: 2026, Month: time.September, Day: 5}
	for book, want := range map[*Book]string{English(): "5\u00a0Sep\u00a02026", es: "5\u00a0sep\u00a02026"} {
		if got := book.Say("{date}", "date", Brief(day)); got != want || book.Brief(record.Date{}) != "—" {
			t.Errorf("%q instead of %q", got, want)
		}
		if got := book.All([]Text{T("{a}", "a", "one"), {}, T("{a}", "a", "two")}); len(got) != 2 || got[1] != "two" {
			t.Errorf("%q", got)
		}
	}
	for text, want := range map[string]string{"": "", "a": "A", "ángel": "Ángel", "1 day": "1 day"} {
		if got := Capital(text); got != want {
			t.Errorf("%q instead of %q", got, want)
		}
	}
}
