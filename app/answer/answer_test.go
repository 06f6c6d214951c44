package answer_test

import (
	"strings"
	"testing"

	"holdfast/app/answer"
	"holdfast/assessment"
	"holdfast/assets"
	"holdfast/wording"
)

// shipped is an instrument that comes with the program.
func shipped(t testing.TB, id string) assessment.Instrument {
	t.Helper()
	files, err := assets.Instruments()
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		if in, err := assessment.ReadInstrument(file); err == nil && in.ID == id {
			return in
		}
	}
	t.Fatalf("no instrument %q", id)
	return assessment.Instrument{}
}

// walk is a Sheet that is walked from its beginning.
func walk(t testing.TB, before assessment.Answers) *answer.Sheet {
	return answer.NewSheet(wording.English(), shipped(t, "board-self-assessment"), before)
}

func TestAHardQuestionIsAnnouncedOnceAndCanBeLeftOutUnseen(t *testing.T) {
	s := walk(t, nil)
	s.Next()
	for s.State().Page != answer.Warning {
		s.Next()
	}
	place := s.State().Where
	s.Skip()
	if now := s.State(); now.Where == place {
		t.Errorf("after leaving it out: %+v", now)
	}
	s.Back()
	if now := s.State(); now.Page != answer.Warning || now.Where != place {
		t.Errorf("what was never seen is not announced on the way back: %+v", now)
	}
	s.Next()
	if now := s.State(); now.Page != answer.Asking || now.Where != place {
		t.Errorf("it is not shown: %+v", now)
	}
	s.Back()
	s.Next()
	if s.State().Page == answer.Warning && s.State().Where == place {
		t.Error("what was seen is announced again")
	}
}

func TestCalmLeadsBackToWhereItCameFrom(t *testing.T) {
	s := walk(t, nil)
	for range 3 {
		s.Next()
		was := s.State()
		s.Rest()
		s.Rest() // pressed twice
		if s.State().Page != answer.Calm || len(s.State().Says) < 5 {
			t.Fatalf("%+v", s.State())
		}
		s.Next()
		if now := s.State(); now.Where != was.Where || now.Page != was.Page {
			t.Errorf("it leads to %+v", now)
		}
	}
}

func TestEverythingCanBeSkippedAndTheEndSaysHowMuchWasAnswered(t *testing.T) {
	s := walk(t, nil)
	for range 200 {
		s.Next()
	}
	if st := s.State(); st.Page != answer.End || st.Answered != "No question is answered yet." || st.Done != 1 || s.Begun() {
		t.Errorf("%+v", st)
	}
	s.Back()
	s.Choose("3")
	s.Next()
	if st := s.State(); st.Answered != "One of 60 questions is answered." {
		t.Errorf("%q", st.Answered)
	}
}

func TestWhoComesBackGoesOnAtTheFirstOpenQuestion(t *testing.T) {
	in := shipped(t, "board-self-assessment")
	before := assessment.Answers{}
	n := 0
	for _, q := range in.Questions() {
		if q.Type.Asks() && n < 12 {
			before[q.ID] = assessment.Answer{Values: []string{"2"}}
			n++
		}
	}
	s := walk(t, before)
	if where := s.State().Where; !strings.Contains(where, "13 of 60") {
		t.Errorf("it goes on at %q", where)
	}
}

func TestDigitsAreScoresAndForWhoCopiesAlsoTheOtherAnswers(t *testing.T) {
	in := shipped(t, "board-self-assessment")
	for _, test := range []struct {
		sheet *answer.Sheet
		digit int
		code  string
	}{
		{walk(t, nil), 0, "0"}, {walk(t, nil), 4, "4"}, {walk(t, nil), 5, ""},
		{answer.NewCopy(wording.English(), in, nil), 4, "4"}, {answer.NewCopy(wording.English(), in, nil), 5, assessment.DontKnow},
		{answer.NewCopy(wording.English(), in, nil), 7, assessment.RatherNot}, {answer.NewCopy(wording.English(), in, nil), 8, ""},
	} {
		for test.sheet.State().Page != answer.Asking {
			test.sheet.Next()
		}
		if code, _ := test.sheet.Digit(test.digit); code != test.code {
			t.Errorf("%d is %q, want %q (copying: %v)", test.digit, code, test.code, test.sheet.Copying())
		}
	}
}

func TestANoteIsKeptWithWhatMayBeDoneWithIt(t *testing.T) {
	s := walk(t, nil)
	s.Next()
	s.Note()
	s.Write("Because nobody asked.")
	s.Share(assessment.ShareReworded)
	if s.Next(); s.State().Note != "Because nobody asked." {
		t.Errorf("%+v", s.State())
	}
	for _, a := range s.Answers() {
		if a.Share != assessment.ShareReworded {
			t.Errorf("%+v", a)
		}
	}
}

func TestWhatCantBeTheAnswerStaysWithALineBelow(t *testing.T) {
	in := assessment.Blank("ours", assessment.Words{wording.InEnglish: "Ours"}, wording.InEnglish)
	for _, q := range []assessment.Item{{ID: "many", Type: assessment.Number}, {ID: "when", Type: assessment.Day}, {ID: "also", Type: assessment.Choose, Repeats: true,
		Choices: []assessment.Choice{{Code: "a", Text: assessment.Words{wording.InEnglish: "A"}}, {Code: "b", Text: assessment.Words{wording.InEnglish: "B"}}}}} {
		q.Text = assessment.Words{wording.InEnglish: "How?"}
		in.Items = append(in.Items, q)
	}
	s := answer.NewSheet(wording.English(), in, nil)
	s.Next()
	for _, step := range []struct{ wrong, right, line string }{{"some", "12", "whole number"}, {"soon", "2026-11-22", "year-month-day"}} {
		s.Type(step.wrong)
		s.Next()
		if st := s.State(); !strings.Contains(st.Mistake, step.line) || st.Value != step.wrong {
			t.Errorf("%+v", st)
		}
		s.Type(step.right)
		s.Next()
	}
	s.Tick("a", true)
	s.Tick("b", true)
	s.Tick("a", false)
	if got := s.Answers()["also"].Values; len(got) != 1 || got[0] != "b" {
		t.Errorf("%v", got)
	}
}

func TestAnotherLanguageChangesTheWordsAlone(t *testing.T) {
	s := walk(t, nil)
	s.Next()
	s.Choose("3")
	book, err := assets.Book(wording.InSpanish)
	if err != nil {
		t.Fatal(err)
	}
	before := s.State()
	s.Speak(book)
	if now := s.State(); now.Title == before.Title || now.Choices[3].Label == before.Choices[3].Label || !now.Choices[3].Chosen {
		t.Errorf("%+v", now)
	}
}
