package assessment

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"testing"

	"holdfast/record"
	"holdfast/wording"
)

// everyShipped are the instruments that ship, by their names.
func everyShipped(t testing.TB) map[string]Instrument {
	t.Helper()
	all := map[string]Instrument{}
	for file, raw := range shipped(t) {
		in, err := ReadInstrument(raw)
		if err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		all[in.ID] = in
		if file != in.ID+".json" {
			t.Errorf("%s holds %s", file, in.ID)
		}
	}
	return all
}

// toAnswer are the questions of an instrument, without texts to read.
func toAnswer(in Instrument) []Question {
	return slices.DeleteFunc(in.Questions(), func(q Question) bool { return !q.Type.Asks() })
}

func TestTheSetIsWhole(t *testing.T) {
	want := map[string]struct {
		kind      Kind
		questions int
		sections  string
	}{
		"board-self-assessment":       {SelfAssessment, 60, ""},
		"board-self-assessment-short": {SelfAssessment, 18, ""},
		"meeting-check-in":            {Pulse, 5, ""},
		"meeting-pulse":               {Pulse, 5, ""},
		"trust-pulse":                 {Pulse, 9, "parts people roles"},
		"partnership-health":          {Worksheet, 24, "partnership values lasting leading talking structure"},
		"sustainability":              {Worksheet, 18, "leadership commitment purpose goals money agencies laws conflict talking"},
		"collaboration-level":         {Worksheet, 15, "cooperation coordination collaboration"},
		"at-the-table":                {Worksheet, 16, "composition voice power"},
		"readiness-to-welcome":        {Worksheet, 25, "purpose safety pay support power change"},
		"vawa-voca-fvpsa":             {Checklist, 25, "about basis release minors others ovc washington"},
		"part-22":                     {Checklist, 15, "about whether contents use"},
		"hipaa":                       {Checklist, 8, "about whether duties"},
		"prea":                        {Checklist, 8, "about whether contact reports"},
		"part-2":                      {Checklist, 11, "about whether nine now"},
		"ferpa-title-ix":              {Checklist, 11, "about whether school advocates young"},
		"breach-readiness":            {Checklist, 16, "about before day then after"},
		"subpoena-response":           {Checklist, 14, "before door read protect"},
		"mandatory-reporting":         {Checklist, 23, "about card sure practice colorado"},
		"retention":                   {Checklist, 13, "about plan people money going"},
		"data-minimisation":           {Checklist, 12, "asking keeping seeing"},
		"technology":                  {Checklist, 20, "first phone text email video devices"},
		"consent-practice":            {Checklist, 17, "about asking yes back young"},
		"new-member-orientation":      {Checklist, 18, "about know safe need"},
		"virtual-meetings":            {Checklist, 14, "before during after"},
	}
	all := everyShipped(t)
	for id := range all {
		if _, known := want[id]; !known {
			t.Errorf("%s is not in the list", id)
		}
	}
	for id, w := range want {
		in := all[id]
		var sections []string
		for _, q := range toAnswer(in) {
			if q.Section.ID != "" && !slices.Contains(sections, q.Section.ID) {
				sections = append(sections, q.Section.ID)
			}
		}
		if n := len(toAnswer(in)); in.Kind != w.kind || n != w.questions || strings.Join(sections, " ") != w.sections {
			t.Errorf("%s: %s with %d questions in %v", id, in.Kind, n, sections)
		}
	}
}

func TestEveryShippedInstrumentSaysWhoseItIsAndWhatItRestsOn(t *testing.T) {
	files := shipped(t)
	for id, in := range everyShipped(t) {
		if raw := must[[]byte](t)(in.Write()); !bytes.Equal(raw, files[id+".json"]) {
			t.Errorf("%s is not as Write writes it", id)
		}
		if in.Status != Active || in.Publisher == "" || len(in.Copyright) == 0 || len(in.About) == 0 ||
			!slices.Equal(in.Languages, []wording.Language{wording.InEnglish, wording.InSpanish}) {
			t.Errorf("%s: status, publisher, copyright, introduction or languages are missing", id)
		}
		if in.Released.IsZero() || in.Reviewed.IsZero() || !in.ReviewBy.After(in.Reviewed) {
			t.Errorf("%s: its days are missing", id)
		}
		eachSource(in, func(at string, s Source) {
			if s.Checked.IsZero() {
				t.Errorf("%s %s: nobody has looked at %q", id, at, s.Title)
			}
		})
		if len(in.Sources) == 0 {
			t.Errorf("%s rests on nothing", id)
		}
		all := in.Questions()
		if last := all[len(all)-1]; in.Kind != Checklist && (last.ID != "closing" || last.Type != Display) {
			t.Errorf("%s has no closing words", id)
		}
		if in.Ladder != (id == "collaboration-level") {
			t.Errorf("%s: ladder is %v", id, in.Ladder)
		}
	}
}

func eachSource(in Instrument, do func(at string, s Source)) {
	for _, s := range in.Sources {
		do("", s)
	}
	for _, q := range in.Questions() {
		if q.Rests != nil {
			for _, s := range q.Rests.Sources {
				do(q.ID, s)
			}
		}
	}
}

func TestTheSelfAssessmentAsksOnceForEachPrincipleInEachDomain(t *testing.T) {
	all := everyShipped(t)
	long, short := all["board-self-assessment"], all["board-self-assessment-short"]
	type cell struct {
		p Principle
		d Domain
	}
	cells := map[cell]int{}
	lenses := map[Lens]int{}
	for _, q := range toAnswer(long) {
		cells[cell{q.Principle, q.Domain}]++
		if q.ID != string(q.Principle)+"."+string(q.Domain) || len(q.Lenses) == 0 {
			t.Errorf("%s: is about %s and %s, seen through %v", q.ID, q.Principle, q.Domain, q.Lenses)
		}
		for _, l := range q.Lenses {
			lenses[l]++
		}
	}
	for _, p := range Principles() {
		for _, d := range Domains() {
			if n := cells[cell{p, d}]; n != 1 {
				t.Errorf("%s in %s: %d questions", p, d, n)
			}
		}
	}
	for _, l := range Lenses() {
		if lenses[l] < 10 {
			t.Errorf("only %d questions are seen through %s", lenses[l], l)
		}
	}
	equal := short.Equal(long)
	byPrinciple, byDomain := map[Principle]int{}, map[Domain]int{}
	for _, q := range toAnswer(short) {
		byPrinciple[q.Principle]++
		byDomain[q.Domain]++
		if !equal[q.ID] {
			t.Errorf("%s: the short form asks it in other words", q.ID)
		}
	}
	for _, p := range Principles() {
		if byPrinciple[p] != 3 {
			t.Errorf("%s: %d questions in the short form", p, byPrinciple[p])
		}
	}
	if len(byDomain) != len(Domains()) {
		t.Errorf("the short form leaves out a domain: %v", byDomain)
	}
}

func TestAnswersCountFromNothingToFullAndNobodyHasToAnswer(t *testing.T) {
	for id, in := range everyShipped(t) {
		for _, q := range toAnswer(in) {
			if q.Required {
				t.Errorf("%s %s: must be answered", id, q.ID)
			}
			if in.Kind == Checklist {
				continue
			}
			var scores []float64
			for _, c := range in.ChoicesOf(q.Item)[:5] {
				scores = append(scores, c.Score)
			}
			codes := codes(in.ChoicesOf(q.Item))
			if !slices.Equal(scores, []float64{0, 1, 2, 3, 4}) || !slices.Equal(codes[5:], []string{DontKnow, NotForUs, RatherNot}) {
				t.Errorf("%s %s: the choices are %v with %v", id, q.ID, codes, scores)
			}
		}
	}
}

func TestEveryItemOfAChecklistSaysWhatItRestsOn(t *testing.T) {
	for id, in := range everyShipped(t) {
		if in.Kind != Checklist {
			continue
		}
		for language, warning := range map[wording.Language]string{
			wording.InEnglish: "General information, not legal advice.", wording.InSpanish: "Información general; no es asesoría legal.",
		} {
			if !strings.HasSuffix(in.About[language], warning) {
				t.Errorf("%s does not say in %s that it is no legal advice", id, language)
			}
		}
		for _, q := range toAnswer(in) {
			if q.Scale != CheckScale {
				continue
			}
			r := q.Rests
			if r == nil || r.Law+r.Citation == "" || len(r.Sources) == 0 || len(r.Evidence) == 0 || len(r.Owner) == 0 || r.ReviewMonths == 0 {
				t.Errorf("%s %s: law, source, evidence, owner or review are missing", id, q.ID)
				continue
			}
			// A law of the board's own state, and no law at all, nobody looked at.
			if unseen := r.Citation == "Holdfast" || strings.HasPrefix(r.Law, "State law"); unseen != r.Checked.IsZero() {
				t.Errorf("%s %s: law last looked at on %s", id, q.ID, r.Checked)
			}
		}
	}
}

func TestAQuestionAboutTheBoardIsTheSameInEveryChecklist(t *testing.T) {
	seen := map[string]string{}
	for id, in := range everyShipped(t) {
		for _, q := range toAnswer(in) {
			if in.Kind != Checklist || q.Scale == CheckScale {
				continue
			}
			words := in.itemWords(q)
			if before, again := seen[q.ID]; again && (before != words || !strings.HasPrefix(q.ID, AboutPrefix)) {
				t.Errorf("%s asks %s in other words than another checklist", id, q.ID)
			}
			seen[q.ID] = words
		}
	}
}

// What a board is asked to do under a law, by who pays for it and where it is.
func TestALawIsOnlyThereForWhomItBinds(t *testing.T) {
	fact := func(pairs ...string) Answers {
		a := Answers{}
		for i := 0; i < len(pairs); i += 2 {
			a[pairs[i]] = Answer{Values: strings.Fields(pairs[i+1])}
		}
		return a
	}
	all := everyShipped(t)
	for _, c := range []struct {
		checklist, why string
		facts          Answers
		items          int
		with, without  string
	}{
		{"vawa-voca-fvpsa", "nothing is known", fact(), 0, "", "nothing"},
		{"vawa-voca-fvpsa", "gifts only", fact("about.funders", "private local"), 0, "", "nothing"},
		{"vawa-voca-fvpsa", "VOCA by the state", fact("about.funders", "voca local"), 16, "nothing", "ovc-policy"},
		{"vawa-voca-fvpsa", "OVC against trafficking", fact("about.funders", "ovc-trafficking"), 18, "ovc-policy", "both"},
		{"vawa-voca-fvpsa", "young members, in Washington", fact("about.funders", "vawa", "about.under-18", "yes", "about.place", "washington"), 20, "wa-days", "ovc-policy"},
		{"part-22", "a study without such money", fact("about.funders", "private", "about.research", "yes"), 0, "", "only"},
		{"part-22", "a study of the Justice Department", fact("about.funders", "doj-research", "about.research", "yes"), 13, "log", ""},
		{"hipaa", "no health care", fact("about.health-care", "no"), 4, "covered", "authorise"},
		{"hipaa", "not sure", fact("about.health-care", "not-sure"), 7, "authorise", ""},
		{"breach-readiness", "gifts only", fact("about.funders", "private"), 12, "tell", "hours"},
		{"breach-readiness", "money of OVW", fact("about.funders", "vawa"), 15, "hours", ""},
		{"mandatory-reporting", "elsewhere", fact("about.place", "us-other"), 6, "children", "co-risk"},
		{"mandatory-reporting", "Colorado", fact("about.place", "colorado"), 9, "co-risk", "otip"},
		{"retention", "gifts only", fact("about.funders", "private"), 10, "tax", "award"},
		{"vawa-voca-fvpsa", "young members, gifts only", fact("about.funders", "private", "about.under-18", "yes"), 0, "", "both"},
		{"ferpa-title-ix", "a school, money of VAWA", fact("about.school", "yes", "about.funders", "vawa"), 7, "vawa-stays", "parents"},
		{"ferpa-title-ix", "no school, money of VAWA", fact("about.school", "no", "about.funders", "vawa"), 1, "part-of", "vawa-stays"},
	} {
		state := all[c.checklist].Stand(c.facts, nil, record.Date{})
		var ids []string
		for _, i := range state.Items {
			ids = append(ids, i.ID)
		}
		if len(ids) != c.items || c.with != "" && !slices.Contains(ids, c.with) || slices.Contains(ids, c.without) {
			t.Errorf("%s, %s: %v", c.checklist, c.why, ids)
		}
	}
}

// texts are all texts of an instrument with the item that they belong to.
func texts(in Instrument, do func(at string, w Words)) {
	for _, w := range []Words{in.Title, in.About, in.ContentNote, in.Copyright} {
		do("head", w)
	}
	for _, s := range in.Scales {
		for _, c := range s.Choices {
			do("#"+s.ID, c.Text)
		}
	}
	eachItem(in.Items, func(i *Item) {
		for _, w := range []Words{i.Text, i.Help, i.ContentNote} {
			do(i.ID, w)
		}
		for _, c := range i.Choices {
			do(i.ID, c.Text)
		}
		if i.Rests != nil {
			do(i.ID, i.Rests.Evidence)
			do(i.ID, i.Rests.Owner)
		}
	})
}

// hurting are names that hurt, words of the clinic, blame and shouting; in
// Spanish also the tú, and forms that leave somebody out. Straight quotes and
// double spaces are slips.
func hurting() map[wording.Language][]*regexp.Regexp {
	return map[wording.Language][]*regexp.Regexp{
		wording.InEnglish: {
			regexp.MustCompile(`(?i)\b(victim|user|patient|abuser|perpetrator|trafficker|prostitut|slave|disorder|symptom|diagnos|trigger|damaged|broken|vulnerable|non-?complian|refus|fail|fault|suffer|addict|illegal|alien|normal|suspect)`),
			regexp.MustCompile(`[!"']|  `),
		},
		wording.InSpanish: {
			regexp.MustCompile(`(?i)(^|[^\p{L}])(víctima|usuari|paciente|abusador|agresor|tratante|prostitu|esclav|trastorno|síntoma|diagn|vulnerable|incumpl|rehus|fracas|ilegal|adict|normal|sospech)`),
			regexp.MustCompile(`(?i)(^|[^\p{L}])(tú|tu|tus|te|ti|contigo|puedes|tienes|quieres|eres|estás|vosotros|nosotros|nosotras)([^\p{L}]|$)`),
			regexp.MustCompile(`[!¡"']|  |\p{L}[@/]\p{L}|\(as?\)`),
		},
	}
}

func TestNoWordHurtsOrTalksDown(t *testing.T) {
	never := hurting()
	for id, in := range everyShipped(t) {
		texts(in, func(at string, w Words) {
			for language, text := range w {
				for _, hurts := range never[language] {
					if found := hurts.FindString(text); found != "" {
						t.Errorf("%s %s: %q says %q", id, at, text, found)
					}
				}
			}
		})
	}
}

func TestNothingIsAskedTwice(t *testing.T) {
	for id, in := range everyShipped(t) {
		for _, language := range in.Languages {
			seen := map[string]string{}
			for _, q := range in.Questions() {
				words := plainWords(q.Text[language])
				if before, again := seen[words]; again {
					t.Errorf("%s: %s and %s are the same in %s", id, before, q.ID, language)
				}
				seen[words] = q.ID
			}
		}
	}
}

func TestSentencesBeginAndEnd(t *testing.T) {
	for id, in := range everyShipped(t) {
		for _, q := range in.Questions() {
			for _, w := range []Words{q.Text, q.Help, q.ContentNote} {
				for language, text := range w {
					first := []rune(text)[0]
					if strings.ContainsRune("abcdefghijklmnopqrstuvwxyz", first) || !strings.HasSuffix(strings.TrimRight(text, "”"), ".") && !strings.HasSuffix(text, "?") {
						t.Errorf("%s %s: %q does not begin or end as a sentence", id, q.ID, text)
					}
					if language == wording.InSpanish && strings.Count(text, "?") != strings.Count(text, "¿") {
						t.Errorf("%s %s: %q lacks half of its question marks", id, q.ID, text)
					}
				}
			}
		}
	}
}

func TestTheMomentOfCalmCallsForNothing(t *testing.T) {
	title, lines := Grounding()
	hard := regexp.MustCompile(`(?i)\b(must|should|close|relax|calm down|remember|pray|spirit|god|soul)\b`)
	for _, line := range append(lines, title) {
		if found := hard.FindString(line.English); found != "" || measured(wording.InEnglish, line.English).grade() > 5.5 {
			t.Errorf("%q says %q, or is hard to read", line.English, found)
		}
	}
}

func TestSyllablesAreCounted(t *testing.T) {
	for _, c := range []struct {
		language  wording.Language
		word      string
		syllables int
	}{
		{wording.InEnglish, "safe", 1}, {wording.InEnglish, "people", 2}, {wording.InEnglish, "decided", 3}, {wording.InEnglish, "rules", 1},
		{wording.InEnglish, "agencies", 3}, {wording.InEnglish, "survivor", 3}, {wording.InEnglish, "community", 4}, {wording.InEnglish, "changes", 2},
		{wording.InSpanish, "reunión", 2}, {wording.InSpanish, "quien", 1}, {wording.InSpanish, "país", 2}, {wording.InSpanish, "guía", 2},
		{wording.InSpanish, "muy", 1}, {wording.InSpanish, "sobreviviente", 5}, {wording.InSpanish, "confidencialidad", 6}, {wording.InSpanish, "había", 3},
	} {
		count := englishSyllables
		if c.language == wording.InSpanish {
			count = spanishSyllables
		}
		if n := count(c.word); n != c.syllables {
			t.Errorf("%s has %d syllables, not %d", c.word, c.syllables, n)
		}
	}
}

// At twelve a child is in year 6 or 7 of school; the bounds are a year below.
func TestATwelveYearOldCanReadIt(t *testing.T) {
	for id, in := range everyShipped(t) {
		read := map[wording.Language]*measure{wording.InEnglish: {}, wording.InSpanish: {}}
		weigh := func(at string, w Words) {
			for language, text := range w {
				m := measured(language, text)
				read[language].add(m)
				if m.words/m.sentences > 21 {
					t.Errorf("%s %s: a sentence is long: %q", id, at, text)
				}
			}
		}
		weigh("head", in.About)
		weigh("head", in.ContentNote)
		eachItem(in.Items, func(i *Item) {
			weigh(i.ID, i.Text)
			weigh(i.ID, i.Help)
			weigh(i.ID, i.ContentNote)
		})
		english, spanish := read[wording.InEnglish], read[wording.InSpanish]
		t.Logf("%-28s year %.1f, INFLESZ %.0f, Fernández-Huerta %.0f", id, english.grade(), spanish.inflesz(), spanish.fernandezHuerta())
		if english.grade() > 5.5 {
			t.Errorf("%s: the English is of year %.1f", id, english.grade())
		}
		if spanish.inflesz() < 65 || spanish.fernandezHuerta() < 70 {
			t.Errorf("%s: the Spanish is as easy as %.0f (INFLESZ) and %.0f (Fernández-Huerta)", id, spanish.inflesz(), spanish.fernandezHuerta())
		}
	}
}
