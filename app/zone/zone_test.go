package zone_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"holdfast/app/kit/kittest"
	"holdfast/app/zone"
	"holdfast/board"
	"holdfast/wording"
)

func TestAZoneIsFoundByWhatPeopleCallIt(t *testing.T) {
	book := wording.English()
	for typed, want := range map[string]string{
		"chicago": "America/Chicago", "Eastern": "America/New_York", " madrid ": "Europe/Madrid", "mexico c": "America/Mexico_City",
		"ho_chi": "Asia/Ho_Chi_Minh", "new york": "America/New_York", "MOUNTAIN": "America/Denver",
	} {
		found := zone.Choices(book, typed)
		if len(found) == 0 || found[0].Name != want {
			t.Errorf("%q finds %v", typed, found)
		}
	}
	for _, typed := range []string{"", "America/Chicago", "Atlantis"} {
		if found := zone.Choices(book, typed); len(found) != 0 {
			t.Errorf("%q offers %v", typed, found)
		}
	}
}

func TestEveryZoneThatIsOfferedExists(t *testing.T) {
	for letter := 'a'; letter <= 'z'; letter++ {
		for second := 'a'; second <= 'z'; second++ {
			for _, c := range zone.Choices(wording.English(), string([]rune{letter, second})) {
				if !board.ZoneKnown(c.Name) {
					t.Errorf("%s is offered", c.Name)
				}
			}
		}
	}
}

func TestTheOnlyZoneThatFitsNeedsNoClick(t *testing.T) {
	for how, leave := range map[string]func(*kittest.Stage){
		"Enter":             func(s *kittest.Stage) { s.Press(fyne.KeyReturn) },
		"leaving the field": func(s *kittest.Stage) { s.Window.Canvas().Unfocus() },
	} {
		for typed, want := range map[string]string{"denver": "America/Denver", "america/": "america/", "Atlantis": "Atlantis"} {
			s := kittest.NewStage(t, kittest.Variant{})
			field := zone.NewField(s.Env, "Your time zone", "")
			told, submitted := "", ""
			field.Changed = func(name string) { told = name }
			field.OnSubmitted(func() { submitted = field.Name() })
			s.Show(field.Object())
			field.Focus()
			s.Type(typed)
			leave(s)
			if field.Name() != want || told != want || how == "Enter" && submitted != want {
				t.Errorf("%s after %q: the field holds %q, told %q, submitted %q", how, typed, field.Name(), told, submitted)
			}
		}
	}
}

func TestAnOfferFillsTheFieldAndTellsIt(t *testing.T) {
	s := kittest.NewStage(t, kittest.Variant{})
	field := zone.NewField(s.Env, "Your time zone", "")
	told := ""
	field.Changed = func(name string) { told = name }
	s.Show(field.Object())
	s.Entry("Your time zone").SetText("denver")
	s.Tap(s.Button("Mountain time (Denver, Salt Lake City)"))
	if field.Name() != "America/Denver" || told != "America/Denver" || s.HasButton("Mountain time (Denver, Salt Lake City)") {
		t.Errorf("the field holds %q, told %q: %s", field.Name(), told, s.Words())
	}
}
