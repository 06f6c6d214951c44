package assessment

import (
	"fmt"
	"maps"
	"math"
	"math/big"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"holdfast/report"
)

// full is an instrument of 60 questions, one for each principle and domain.
func full() Instrument {
	in := sample()
	in.ID, in.Items = "full", nil
	for n, p := range Principles() {
		group := Item{ID: string(p), Type: Group, Text: both(string(p), string(p))}
		for m, d := range Domains() {
			id := string(p) + "." + string(d)
			group.Items = append(group.Items, Item{ID: id, Type: Choose, Scale: "agree", Text: both(id, id), Principle: p, Domain: d,
				Lenses: []Lens{Lenses()[(n+m)%4]}})
		}
		in.Items = append(in.Items, group)
	}
	return in
}

// crowd answers an instrument: so many people of each group, each question
// with a score, "I don't know", or not at all.
func crowd(t *rapid.T, in Instrument, sizes map[Side]int) []Response {
	var all []Response
	for _, side := range Sides() {
		for range sizes[side] {
			r := given(in, side)
			for _, q := range in.Questions() {
				if q.Type != Choose {
					continue
				}
				if code := rapid.SampledFrom([]string{"0", "1", "2", "3", "4", "4", DontKnow, NotForUs, ""}).Draw(t, q.ID); code != "" {
					r.Answers[q.ID] = Answer{Values: []string{code}}
				}
			}
			all = append(all, r)
		}
	}
	return all
}

func sizes(t *rapid.T) map[Side]int {
	return map[Side]int{Members: rapid.IntRange(0, 9).Draw(t, "members"), Staff: rapid.IntRange(0, 9).Draw(t, "staff"),
		Partners: rapid.IntRange(0, 6).Draw(t, "partners")}
}

// smaller is three questions of full, two of them in one cell.
func smaller() Instrument {
	in := full()
	in.Items = []Item{{ID: "part", Type: Group, Text: both("Part", "Parte"), Items: slices.Clone(in.Items[0].Items[:3])}}
	in.Items[0].Items[1].Domain = in.Items[0].Items[0].Domain
	return in
}

// Worked out without anything of the package: the mean of those who chose a
// number, to a tenth, and the share of "I don't know" among all.
func TestScoresAreWhatAnybodyWouldWorkOut(t *testing.T) {
	in := smaller()
	rapid.Check(t, func(t *rapid.T) {
		people := crowd(t, in, sizes(t))
		tally, err := in.Count("r", people, newDice())
		if err != nil {
			t.Fatal(err)
		}
		results := in.Show(tally)
		for _, q := range results.Questions {
			for side, score := range q.Scores {
				sum, n, unknown, all := 0, 0, 0, 0
				for _, r := range people {
					if side != Everyone && r.Side != side {
						continue
					}
					all++
					switch code := first(r.Answers[q.ID].Values); code {
					case DontKnow:
						unknown++
					case "", NotForUs:
					default:
						sum, n = sum+int(code[0]-'0'), n+1
					}
				}
				if score.Shown && (score.N != n || score.Mean != math.Round(10*float64(sum)/float64(n))/10) {
					t.Fatalf("%s %s: %+v, not %d of %d", q.ID, side, score, sum, n)
				}
				if want := int(math.Round(100 * float64(unknown) / float64(max(1, all)))); score.KnowShown && score.DontKnow != want {
					t.Fatalf("%s %s: %d %%, not %d", q.ID, side, score.DontKnow, want)
				}
				if side == Everyone && n >= report.Least && !score.Shown {
					t.Fatalf("%s: %d people of everyone are hidden", q.ID, n)
				}
			}
		}
		onlyOfWhatIsShown(t, results)
	})
}

// onlyOfWhatIsShown holds every other figure to be the mean of figures that
// are shown themselves, so that none of them tells anything more.
func onlyOfWhatIsShown(t *rapid.T, results Results) {
	for _, axis := range results.Axes {
		for side, score := range axis.Scores {
			sum, n := 0.0, 0
			for _, q := range results.Questions {
				if q.isAbout(axis.ID) && q.Scores[side].Shown && (side == Everyone || besideEachOther(results, q)) {
					sum, n = sum+q.Scores[side].mean, n+1
				}
			}
			if score.Shown != (n > 0) || n > 0 && math.Abs(score.mean-sum/float64(n)) > 1e-9 {
				t.Fatalf("%s %s: %+v, not %g of %d", axis.ID, side, score, sum, n)
			}
		}
	}
}

// besideEachOther says whether a question is shown of every group that is.
func besideEachOther(results Results, q QuestionResult) bool {
	for _, side := range Sides() {
		if results.People[side].N > 0 && !q.Scores[side].Shown {
			return false
		}
	}
	return true
}

// known looks, with exact fractions, for a combination of figures that
// depends on fewer than five people. atoms are the sizes of disjoint groups of
// people, figures the sets of atoms that figures are about.
func known(atoms []int, figures [][]int) bool {
	for set := 1; set < 1<<len(atoms); set++ {
		people := 0
		for i, n := range atoms {
			if set>>i&1 == 1 {
				people += n
			}
		}
		if people == 0 || people >= report.Least {
			continue
		}
		inside := func(i int) bool { return atoms[i] > 0 && set>>i&1 == 1 }
		if rankOf(atoms, figures, inside) < rankOf(atoms, figures, func(int) bool { return false }) {
			return true
		}
	}
	return false
}

// rankOf is the rank of the figures without the atoms to leave out.
func rankOf(atoms []int, figures [][]int, leave func(int) bool) int {
	var rows [][]*big.Rat
	for _, f := range figures {
		row := make([]*big.Rat, len(atoms))
		for i := range atoms {
			row[i] = new(big.Rat)
			if slices.Contains(f, i) && atoms[i] > 0 && !leave(i) {
				row[i].SetInt64(1)
			}
		}
		rows = append(rows, row)
	}
	rank := 0
	for c := range atoms {
		p := slices.IndexFunc(rows[rank:], func(r []*big.Rat) bool { return r[c].Sign() != 0 })
		if p < 0 {
			continue
		}
		rows[rank], rows[rank+p] = rows[rank+p], rows[rank]
		for i := rank + 1; i < len(rows); i++ {
			by := new(big.Rat).Quo(rows[i][c], rows[rank][c])
			for j := range rows[i] {
				rows[i][j] = new(big.Rat).Sub(rows[i][j], new(big.Rat).Mul(by, rows[rank][j]))
			}
		}
		if rank++; rank == len(rows) {
			break
		}
	}
	return rank
}

// every figure of a question that two rounds show, as sets of atoms: the
// people of each group who were there both times, and the few more of one.
func figuresOf(results Results, question string, groups map[Side][]int, shown func(Score) bool) [][]int {
	var all [][]int
	at := slices.IndexFunc(results.Questions, func(q QuestionResult) bool { return q.ID == question })
	everybody := slices.Concat(groups[Members], groups[Staff], groups[Partners])
	for side, score := range results.Questions[at].Scores {
		switch {
		case !shown(score):
		case side == Everyone:
			all = append(all, everybody)
		default:
			all = append(all, groups[side])
		}
	}
	return all
}

func TestNoRoundTellsOfFewerThanFivePeople(t *testing.T) {
	in := smaller()
	rapid.Check(t, func(t *rapid.T) {
		people := crowd(t, in, sizes(t))
		tally, err := in.Count("r", people, newDice())
		if err != nil {
			t.Fatal(err)
		}
		results := in.Show(tally)
		scores := in.scorer()
		groups := map[Side][]int{Members: {0}, Staff: {1}, Partners: {2}}
		for _, q := range results.Questions {
			scored, put := tally.behind(q.Question, func(c map[string]int) Moments { return scores.moments(q.ID, c) })
			for _, family := range []struct {
				sizes parts
				shown func(Score) bool
			}{{scored, func(s Score) bool { return s.Shown }}, {put, func(s Score) bool { return s.KnowShown }}} {
				atoms := []int{family.sizes[Members], family.sizes[Staff], family.sizes[Partners]}
				if known(atoms, figuresOf(results, q.ID, groups, family.shown)) {
					t.Fatalf("%v: %+v", atoms, q.Scores)
				}
			}
		}
		onlyOfWhatIsShown(t, results)
	})
}

// Two rounds, one shortly after the other, with a few more or a few fewer of
// each group, everyone else answering the same again.
func TestNoTwoRoundsTellOfAFewNewcomers(t *testing.T) {
	in := smaller()
	equal := in.Equal(in)
	for n := range 9 * 9 * 7 * 7 {
		before := map[Side]int{Members: n % 9, Staff: n / 9 % 9}
		after := map[Side]int{Members: n/81%7 + before[Members] - min(3, before[Members]), Staff: n/567%7 + before[Staff] - min(3, before[Staff])}
		one, two := everybodySays(in, before), everybodySays(in, after)
		shown := in.Show(one)
		later := in.Show(two, Earlier{one, shown, equal})
		atoms := []int{}
		then, now := map[Side][]int{}, map[Side][]int{}
		for i, side := range []Side{Members, Staff} {
			few, more := min(before[side], after[side]), max(before[side], after[side])
			atoms = append(atoms, few, more-few)
			then[side], now[side] = []int{2 * i}, []int{2 * i}
			if before[side] > after[side] {
				then[side] = []int{2 * i, 2*i + 1}
			} else {
				now[side] = []int{2 * i, 2*i + 1}
			}
		}
		for _, q := range in.Questions() {
			isShown := func(s Score) bool { return s.Shown }
			figures := append(figuresOf(shown, q.ID, then, isShown), figuresOf(later, q.ID, now, isShown)...)
			if known(atoms, figures) {
				t.Fatalf("%v then %v: %v of %v", before, after, figures, atoms)
			}
		}
	}
}

// Three rounds within a season, each group larger or smaller each time, and all
// figures of every group in all three beside each other.
func TestNoThreeRoundsOfSeveralGroupsTellOfAFew(t *testing.T) {
	in := smaller()
	equal := in.Equal(in)
	rapid.Check(t, func(t *rapid.T) {
		var rounds [3]map[Side]int
		for i := range rounds {
			rounds[i] = map[Side]int{Members: rapid.IntRange(0, 11).Draw(t, "members"), Staff: rapid.IntRange(0, 11).Draw(t, "staff")}
		}
		// The people of a group stand in one order; a round has the first so
		// many. Between the sizes of the rounds are those whom they differ in.
		var atoms []int
		groups := [3]map[Side][]int{{}, {}, {}}
		for _, side := range []Side{Members, Staff} {
			ends := []int{rounds[0][side], rounds[1][side], rounds[2][side]}
			slices.Sort(ends)
			from := 0
			for _, end := range ends {
				for i := range rounds {
					if rounds[i][side] >= end && end > from {
						groups[i][side] = append(groups[i][side], len(atoms))
					}
				}
				atoms = append(atoms, end-from)
				from = end
			}
		}
		var earlier []Earlier
		var results []Results
		for _, sizes := range rounds {
			tally := everybodySays(in, sizes)
			shown := in.Show(tally, earlier...)
			earlier, results = append(earlier, Earlier{tally, shown, equal}), append(results, shown)
		}
		q := in.Questions()[0]
		var figures [][]int
		for i, r := range results {
			figures = append(figures, figuresOf(r, q.ID, groups[i], func(s Score) bool { return s.Shown })...)
		}
		if known(atoms, figures) {
			t.Fatalf("%v: %v of %v", rounds, figures, atoms)
		}
	})
}

// Up to three rounds within a season, whose people each answer the same every
// time: nothing that all tables of a question show together tells of a few.
func TestNoTablesOfThreeRoundsTellOfAFew(t *testing.T) {
	in := sample()
	type person struct {
		side  Side
		meets string
		state bool
	}
	rapid.Check(t, func(t *rapid.T) {
		var people [2][]person
		for s := range people {
			for range rapid.IntRange(0, 11).Draw(t, "people") {
				meets := rapid.SampledFrom([]string{"true", "true", "false", ""}).Draw(t, "meets")
				people[s] = append(people[s], person{Sides()[s], meets, rapid.Bool().Draw(t, "state")})
			}
		}
		sets := map[string][][]int{} // by question: who is in each figure, by number
		var earlier []Earlier
		for range 3 {
			var who []int
			var answers []Response
			for s := range people {
				for i := range people[s][:rapid.IntRange(0, len(people[s])).Draw(t, "come")] {
					p := people[s][i]
					r := given(in, p.side, "meets", p.meets)
					if p.state {
						r = given(in, p.side, "meets", p.meets, "pays", "state")
					}
					who, answers = append(who, s*100+i), append(answers, r)
				}
			}
			tally, err := in.Count("r", answers, newDice())
			if err != nil {
				t.Fatal(err)
			}
			shown := in.Show(tally, earlier...)
			earlier = append(earlier, Earlier{tally, shown, in.Equal(in)})
			for _, q := range shown.Questions {
				if q.Table != nil {
					figuresOfTable(t, sets, q, who, answers)
				}
			}
		}
		for question, figures := range sets {
			if atoms, about := disjoint(figures); known(atoms, about) {
				t.Fatalf("%s: %v", question, figures)
			}
		}
	})
}

// figuresOfTable adds who is in each figure that is shown, and holds each to
// be right. Where several may be chosen, each choice parts all who were asked.
func figuresOfTable(t *rapid.T, sets map[string][][]int, q QuestionResult, who []int, answers []Response) {
	chose := func(codes ...string) (in []int) {
		for i, r := range answers {
			if slices.ContainsFunc(codes, func(c string) bool { return slices.Contains(r.Answers[q.ID].Values, c) }) {
				in = append(in, who[i])
			}
		}
		return in
	}
	all := chose(q.Table.Rows...)
	if q.Repeats {
		all = who
	}
	if f := q.Table.Total; f.Shown && f.N != len(all) {
		t.Fatalf("%s: %d asked of %v", q.ID, f.N, all)
	}
	if q.Table.Total.Shown && !q.Repeats {
		sets[q.ID] = append(sets[q.ID], all)
	}
	for row, f := range q.Table.Figures {
		code := q.Table.Rows[row]
		in := chose(code)
		switch {
		case !f.Shown:
		case f.N != len(in):
			t.Fatalf("%s: %d for %v", q.ID, f.N, in)
		case q.Repeats:
			sets[q.ID+code] = append(sets[q.ID+code], in, all)
		default:
			sets[q.ID] = append(sets[q.ID], in)
		}
	}
}

// disjoint are the groups of people who are in the same figures, by size, and
// which of those groups make each figure.
func disjoint(figures [][]int) (atoms []int, about [][]int) {
	member := map[int]string{}
	for i, f := range figures {
		for _, p := range f {
			member[p] += fmt.Sprint(i, " ")
		}
	}
	at := map[string]int{}
	about = make([][]int, len(figures))
	for _, p := range slices.Sorted(maps.Keys(member)) {
		if _, there := at[member[p]]; !there {
			at[member[p]] = len(atoms)
			atoms = append(atoms, 0)
			for i, f := range figures {
				if slices.Contains(f, p) {
					about[i] = append(about[i], len(atoms)-1)
				}
			}
		}
		atoms[at[member[p]]]++
	}
	return atoms, about
}

// everybodySays is the tally of so many people who all gave the same score.
func everybodySays(in Instrument, sizes map[Side]int) Tally {
	t := Tally{People: sizes, Put: map[Side]map[string]int{}, Counts: map[Side]map[string]map[string]int{}}
	for side, n := range sizes {
		t.Put[side], t.Counts[side] = map[string]int{}, map[string]map[string]int{}
		for _, q := range in.Questions() {
			t.Put[side][q.ID], t.Counts[side][q.ID] = n, map[string]int{"3": n}
		}
	}
	return t
}

func TestChoicesWithoutScoresAreCountedAndSmallCountsHidden(t *testing.T) {
	in := sample()
	var all []Response
	for n := range 12 {
		side := Members
		if n >= 7 {
			side = Staff
		}
		all = append(all, given(in, side, "meets", fmt.Sprint(n < 6), "pays", []string{"state", "city"}[n/10], "safe", "2"))
	}
	results := in.Show(must[Tally](t)(in.Count("r", all, newDice())))
	if len(results.Alone) != 1 || results.Alone[0].ID != "often" {
		t.Errorf("questions that no chart shows: %+v", results.Alone)
	}
	for _, q := range results.Questions {
		switch q.ID {
		case "meets": // 6 and 6
			if !q.Table.Figures[0].Shown || q.Table.Figures[0].N != 6 {
				t.Errorf("%+v", q.Table)
			}
		case "often": // a number is on no scale
			if q.Scores[Everyone].Spread != NoSpread {
				t.Errorf("%+v", q.Scores)
			}
		case "pays": // 10 and 2
			if q.Table.Figures[0].Shown || q.Table.Figures[1].Shown || !q.Table.Total.Shown {
				t.Errorf("two people are told of: %+v", q.Table)
			}
		}
	}
}

func TestAShortCheckIsNoLadderAndALadderHasSteps(t *testing.T) {
	in := smaller()
	in.Ladder = true
	step := func(score string) Results {
		var all []Response
		for range 6 {
			r := given(in, Members)
			for _, q := range in.Questions() {
				r.Answers[q.ID] = Answer{Values: []string{score}}
			}
			all = append(all, r)
		}
		return in.Show(must[Tally](t)(in.Count("r", all, newDice())))
	}
	if got := step("3").Step(); got != "section:part" {
		t.Errorf("mostly in place: %s", got)
	}
	if got := step("2").Step(); got != "" {
		t.Errorf("started only: %s", got)
	}
}

func TestOnlyEqualQuestionsAreCompared(t *testing.T) {
	in := smaller()
	other := in.Next()
	other.Items[0].Items[0].Text = both("Something else", "Otra cosa")
	say := func(in Instrument, scores ...string) (Results, Tally) {
		var all []Response
		for n := range 8 {
			r := given(in, Members)
			for _, q := range in.Questions() {
				r.Answers[q.ID] = Answer{Values: []string{scores[n%len(scores)]}}
			}
			all = append(all, r)
		}
		tally := must[Tally](t)(in.Count("r", all, newDice()))
		return in.Show(tally), tally
	}
	before, beforeTally := say(in, "1", "2")
	for _, c := range []struct {
		scores []string
		want   Certainty
		says   string
	}{
		{[]string{"1", "2"}, Chance, "About the same as last time."},
		{[]string{"1", "2", "2", "2"}, Chance, "About the same as last time."},
		{[]string{"2", "2", "1", "3"}, Unsure, "Higher than last time, but with so few answers this may be chance."},
		{[]string{"4", "3"}, Clearly, "Higher than last time, by more than chance would explain."},
		{[]string{"0", "0", "0", "1"}, Clearly, "Lower than last time, by more than chance would explain."},
	} {
		now, nowTally := say(other, c.scores...)
		for _, change := range Compare(now, before, nowTally, beforeTally) {
			if change.Questions > 2 || change.ID == "principle:safety" && (change.Certain != c.want || change.Words().String() != c.says) {
				t.Errorf("%v: %s over %d questions, %s: %s", c.scores, change.ID, change.Questions, change.Certain, change.Words())
			}
		}
	}
}

func TestNothingOfASinglePersonIsLeftInATally(t *testing.T) {
	in := sample()
	one := given(in, Members, "safe", "0", "why", "Because I said so.", "name", "The Wren group")
	for id, share := range map[string]Share{"why": ShareReworded, "name": ShareNot} {
		a := one.Answers[id]
		a.Share = share
		one.Answers[id] = a
	}
	unfinished := given(in, Members, "safe", "4")
	unfinished.Unfinished = true
	tally := must[Tally](t)(in.Count("r", []Response{one, unfinished}, newDice()))
	if tally.People[Members] != 1 || len(tally.Comments) != 1 || !tally.Comments[0].Waiting || tally.Comments[0].Question != "why" {
		t.Errorf("%+v", tally)
	}
	if questions := slices.Sorted(maps.Keys(tally.Counts[Members])); !slices.Equal(questions, []string{"safe"}) {
		t.Errorf("counted: %v", questions)
	}
	if shown := in.Show(tally); len(shown.Comments) > 0 || shown.People[Everyone].Shown || shown.Questions[0].Scores[Everyone].Shown {
		t.Errorf("%+v", shown)
	}
}

// 500 people, 60 questions: the limit of the issue is 100 ms.
func BenchmarkResults(b *testing.B) {
	in := full()
	r := newDice()
	var all []Response
	words := given(in, Members)
	for n := range 500 {
		one := words
		one.Side, one.Answers = Sides()[n%3], Answers{}
		for _, q := range in.Questions() {
			one.Answers[q.ID] = Answer{Values: []string{[]string{"0", "1", "2", "3", "4", DontKnow}[r.IntN(6)]}}
		}
		all = append(all, one)
	}
	before, err := in.Count("r", all, r)
	if err != nil {
		b.Fatal(err)
	}
	earlier := Earlier{before, in.Show(before), in.Equal(in)}
	for b.Loop() {
		tally, err := in.Count("r", all, r)
		if err != nil {
			b.Fatal(err)
		}
		if results := in.Show(tally, earlier); len(results.Questions) != 60 {
			b.Fatal(len(results.Questions))
		}
	}
}
