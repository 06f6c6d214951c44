package wording_test

import (
	"errors"
	"fmt"
	"testing"

	"holdfast/record"
	. "holdfast/wording"
)

func TestAProblemIsAnInvalidValueWithAFieldAndASentence(t *testing.T) {
	err := Refuse("term_end", "Choose {day} or later.", "day", record.Date{Year: 2026, Month: 3, Day: 1})
	if !errors.Is(err, record.ErrInvalid) || err.Error() != "Choose 1 March 2026 or later." {
		t.Errorf("%v", err)
	}
	problems := Problems(err)
	if len(problems) != 1 || problems[0].Field != "term_end" || problems[0].What.English != "Choose {day} or later." {
		t.Errorf("%+v", problems)
	}
}

func TestProblemsAreFoundHoweverTheyAreWrapped(t *testing.T) {
	a, b, c := Refuse("a", "First."), Refuse("b", "Second."), Refuse("c", "Third.")
	for _, test := range []struct {
		why  string
		err  error
		want string
	}{
		{"none", nil, ""},
		{"an error of another kind", record.ErrNotFound, ""},
		{"one", a, "a"},
		{"one within words", fmt.Errorf("line 3: %w", a), "a"},
		{"joined", errors.Join(a, b), "ab"},
		{"joined in joined", errors.Join(errors.Join(a, b), c), "abc"},
		{"joined with others", errors.Join(record.ErrNotFound, b, errors.New("x")), "b"},
		{"joined within words", fmt.Errorf("line 3: %w", errors.Join(a, b)), "ab"},
		{"two within words", fmt.Errorf("%w and %w", a, b), "ab"},
		{"deep", fmt.Errorf("x: %w", fmt.Errorf("y: %w", errors.Join(fmt.Errorf("z: %w", a), errors.Join(b, c)))), "abc"},
		{"nothing joined", errors.Join(nil, nil), ""},
	} {
		got := ""
		for _, p := range Problems(test.err) {
			got += p.Field
		}
		if got != test.want {
			t.Errorf("%s: %q, not %q", test.why, got, test.want)
		}
	}
}

func TestABookTellsProblemsInItsLanguage(t *testing.T) {
	es := spanish(t, `{"First.": "Primero.", "there is no such record": "no existe ese registro"}`)
	for _, c := range []struct {
		err    error
		en, sp string
	}{
		{Refuse("a", "First."), "First.", "Primero."},
		{errors.Join(Refuse("a", "First."), Refuse("b", "Second.")), "First.\nSecond.", "Primero.\nSecond."},
		{record.ErrNotFound, "there is no such record", "no existe ese registro"},
		{errors.New("a {brace} stays"), "a {brace} stays", "a {brace} stays"},
	} {
		if got := English().Error(c.err); got != c.en {
			t.Errorf("in English: %q, not %q", got, c.en)
		}
		if got := es.Error(c.err); got != c.sp {
			t.Errorf("in Spanish: %q, not %q", got, c.sp)
		}
	}
}
