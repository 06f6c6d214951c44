package contact

import "holdfast/wording"

// Line is a label and what stands beside it.
type Line struct{ Label, Text wording.Text }

// Words are the words of a sheet that hold whatever the way and the hour,
// labelled, for the person's page and for a card; what is not written down is
// left out.
func Words(s Sheet) []Line {
	var lines []Line
	add := func(written string, label, text wording.Text) {
		if written != "" {
			lines = append(lines, Line{label, text})
		}
	}
	add(s.Name, wording.T("Name to use"), verbatim(s.Name))
	add(s.NameForOthers, wording.T("If others may hear"), verbatim(s.NameForOthers))
	add(s.from(), wording.T("Say you are"), wording.T("“from {from}”", "from", s.from()))
	add(s.SafeWord.Say, wording.T("Safe word"), s.SafeWord.inWords())
	add(s.DangerWord.Say, wording.T("Danger word"), s.DangerWord.inWords())
	add(s.LaterWord.Say, wording.T("“Call me later” word"), s.LaterWord.inWords())
	add(s.EmergencyPlan, wording.T("In an emergency"), verbatim(s.EmergencyPlan))
	if s.Initiates != NotAgreed {
		lines = append(lines, Line{wording.T("Who gets in touch"), s.Initiates.Name()})
	}
	if s.Rhythm > 0 {
		lines = append(lines, Line{wording.T("Check-ins"), wording.N(s.Rhythm, "every day", "every {n} days")})
	}
	return lines
}

func (w Word) inWords() wording.Text {
	return w.sentence(
		wording.T("“{word}” means {means}", "word", w.Say, "means", unstopped(w.Means)),
		wording.T("“{word}”", "word", w.Say))
}

// verbatim is what somebody wrote, said in no other words in any language.
func verbatim(text string) wording.Text { return wording.T("{text}", "text", text) }
