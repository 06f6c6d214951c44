package contact

import "holdfast/wording"

// Line is a label and what stands beside it.
type Line struct{ Label, Text wording.Text }

// Words are the words of a sheet that hold whatever the way and the hour,
// labelled, for the person's page; what is not written down is left out.
func Words(s Sheet) []Line {
	var lines lines
	lines.add(s.Name, wording.T("Name to use"), verbatim(s.Name))
	lines.add(s.NameForOthers, wording.T("If others may hear"), verbatim(s.NameForOthers))
	lines.agreed(s)
	lines.add(s.EmergencyPlan, wording.T("In an emergency"), verbatim(s.EmergencyPlan))
	if s.Initiates != NotAgreed {
		lines = append(lines, Line{wording.T("Who gets in touch"), s.Initiates.Name()})
	}
	if s.Rhythm > 0 {
		lines = append(lines, Line{wording.T("Check-ins"), wording.N(s.Rhythm, "every day", "every {n} days")})
	}
	return lines
}

type lines []Line

func (l *lines) add(written string, label, text wording.Text) {
	if written != "" {
		*l = append(*l, Line{label, text})
	}
}

// agreed adds what was agreed to be said: nothing of it is a name.
func (l *lines) agreed(s Sheet) {
	l.add(s.from(), wording.T("Say you are"), wording.T("“from {from}”", "from", s.from()))
	l.add(s.SafeWord.Say, wording.T("Safe word"), s.SafeWord.inWords())
	l.add(s.DangerWord.Say, wording.T("Danger word"), s.DangerWord.inWords())
	l.add(s.LaterWord.Say, wording.T("“Call me later” word"), s.LaterWord.inWords())
}

func (w Word) inWords() wording.Text {
	return w.sentence(
		wording.T("“{word}” means {means}", "word", w.Say, "means", unstopped(w.Means)),
		wording.T("“{word}”", "word", w.Say))
}

// verbatim is what somebody wrote, said in no other words in any language.
func verbatim(text string) wording.Text { return wording.T("{text}", "text", text) }
