package editor

import (
	"slices"
	"strconv"
	"strings"

	"holdfast/app/form"
	"holdfast/assessment"
	"holdfast/wording"
)

// Choices are typed one on a line, in each language of an instrument; in the
// first, “= 3” at the end of a line is its score. The ways out (“I don't
// know”) are ticked instead.

// outs are the codes that are ticked.
func outs() []string {
	return []string{assessment.DontKnow, assessment.NotForUs, assessment.RatherNot}
}

// scoreOf is the score of a choice as it is typed.
func scoreOf(c assessment.Choice) string {
	if !c.Scored {
		return ""
	}
	return " = " + strconv.FormatFloat(c.Score, 'f', -1, 64)
}

// choiceInputs ask for choices.
func choiceInputs(book *wording.Book, in assessment.Instrument, b Board) []form.Input {
	all := inEach(book, in, form.Input{Kind: form.Lines, Name: "choices", Label: book.Say("The choices, one on each line"), Rows: 6})
	all[0].Help = book.Say("For a choice that counts, write = and its score: Always = 4.")
	if len(all) > 1 {
		all[1].Help = book.Say("The same choices in the same order, without scores.")
	}
	ways := form.Input{Kind: form.SomeOf, Name: "outs", Label: book.Say("Ways not to answer; they never count")}
	if s, err := shippedScale(b, stepsScale); err == nil {
		for _, c := range s.Choices {
			if slices.Contains(outs(), c.Code) {
				ways.Choices = append(ways.Choices, form.Choice{ID: c.Code, Label: c.Text.In(book.Language())})
			}
		}
	}
	return append(all, ways)
}

// fillChoices puts choices into their fields.
func fillChoices(v form.Values, in assessment.Instrument, choices []assessment.Choice) {
	var ways []string
	lines := map[wording.Language][]string{}
	for _, c := range choices {
		if slices.Contains(outs(), c.Code) {
			ways = append(ways, c.Code)
			continue
		}
		for i, l := range in.Languages {
			line := c.Text[l]
			if i == 0 {
				line += scoreOf(c)
			}
			lines[l] = append(lines[l], line)
		}
	}
	for _, l := range in.Languages {
		v["choices:"+string(l)] = strings.Join(lines[l], "\n")
	}
	v["outs"] = strings.Join(ways, "\n")
}

// choices are what was typed; those that were there before keep their codes.
func choices(b Board, in assessment.Instrument, v form.Values, before []assessment.Choice) ([]assessment.Choice, error) {
	var all []assessment.Choice
	main := v.List("choices:" + string(in.Languages[0]))
	if len(main) == 0 {
		return nil, wording.Refuse("choices:"+string(in.Languages[0]), "Write at least one choice.")
	}
	for _, line := range main {
		c := assessment.Choice{Text: assessment.Words{}}
		text, score, scored := cutScore(line)
		c.Text[in.Languages[0]], c.Score, c.Scored = text, score, scored
		all = append(all, c)
	}
	for _, l := range in.Languages[1:] {
		lines := v.List("choices:" + string(l))
		if len(lines) != len(all) {
			return nil, wording.Refuse("choices:"+string(l), "Write the same choices here, one on each line: there are {n}.", "n", len(all))
		}
		for i, line := range lines {
			all[i].Text[l] = line
		}
	}
	coded(all, in.Languages[0], before)
	return withOuts(b, in, v, all)
}

// cutScore takes the score off the end of a line.
func cutScore(line string) (text string, score float64, scored bool) {
	at := strings.LastIndex(line, "=")
	if at < 0 {
		return line, 0, false
	}
	score, err := strconv.ParseFloat(strings.TrimSpace(line[at+1:]), 64)
	if err != nil {
		return line, 0, false
	}
	return strings.TrimSpace(line[:at]), score, true
}

// coded gives choices their codes: that of the same words before, that of the
// same place where as many were there, or a new one.
func coded(all []assessment.Choice, main wording.Language, before []assessment.Choice) {
	before = slices.DeleteFunc(slices.Clone(before), func(c assessment.Choice) bool { return slices.Contains(outs(), c.Code) })
	var used []string
	take := func(i int, code string) {
		if all[i].Code == "" && code != "" && !slices.Contains(used, code) {
			all[i].Code = code
			used = append(used, code)
		}
	}
	for i := range all {
		for _, b := range before {
			if b.Text[main] == all[i].Text[main] {
				take(i, b.Code)
			}
		}
	}
	for i := range all {
		if len(before) == len(all) {
			take(i, before[i].Code)
		}
		if all[i].Scored {
			take(i, strconv.FormatFloat(all[i].Score, 'f', -1, 64))
		}
		take(i, name(all[i].Text[main], slices.Concat(used, outs())))
	}
}

// withOuts adds the ways out that were ticked, in our words.
func withOuts(b Board, in assessment.Instrument, v form.Values, all []assessment.Choice) ([]assessment.Choice, error) {
	s, err := shippedScale(b, stepsScale)
	for _, c := range s.Choices {
		if !slices.Contains(v.List("outs"), c.Code) {
			continue
		}
		out := assessment.Choice{Code: c.Code, Text: assessment.Words{}}
		for _, l := range in.Languages {
			out.Text[l] = c.Text[l]
		}
		all = append(all, out)
	}
	return all, err
}

// newScale stands for a scale that is not there yet.
const newScale = "+"

// NewScale makes the form of choices that several questions share; at is the
// place of the instrument, a stroke, and the scale's name, or "+".
func NewScale(b Board, book *wording.Book, at string, draft []byte) *form.Form {
	var in assessment.Instrument
	var scale assessment.Scale
	return form.New(book, &form.Simple{
		Title: book.Say("Choices that several questions share"), Note: book.Say("Whatever is changed here is changed for each of them."),
		Start: func() (form.Values, error) {
			found, id, err := load(b, at)
			in = found
			for _, s := range in.Scales {
				if s.ID == id {
					scale = s
				}
			}
			v := form.Values{}
			if err == nil {
				fillChoices(v, in, scale.Choices)
			}
			if id == newScale {
				v["outs"] = strings.Join(outs(), "\n")
			}
			return v, err
		},
		Fields: func(form.Values) []form.Group {
			g := form.Group{Inputs: choiceInputs(book, in, b)}
			if scale.ID == "" {
				g.Inputs = append([]form.Input{{Kind: form.Line, Name: "name", Label: book.Say("What to call them"), Help: book.Say("One or two words; only whoever writes questions sees it.")}}, g.Inputs...)
			}
			return []form.Group{g}
		},
		Keep: func(v form.Values) (string, error) {
			all, err := choices(b, in, v, scale.Choices)
			if err != nil {
				return "", err
			}
			id := scale.ID
			if id == "" {
				var ids []string
				for _, s := range in.Scales {
					ids = append(ids, s.ID)
				}
				id = name(v.Text("name"), ids)
			}
			changed, err := in.WithScale(assessment.Scale{ID: id, Choices: all})
			if err != nil {
				return "", err
			}
			return book.Say("The choices are kept."), b.Assess().SaveInstrument(changed)
		},
	}, draft)
}
