package board_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"holdfast/assessment"
	"holdfast/backup/packet"
	"holdfast/board"
	"holdfast/chart"
	"holdfast/paper"
	"holdfast/record"
	"holdfast/store"
	"holdfast/store/keyring"
	"holdfast/wording"
)

// questions is a small instrument of the board's own, released.
func questions(t *testing.T, b *board.Board) assessment.Instrument {
	t.Helper()
	both := func(en, es string) assessment.Words {
		return assessment.Words{wording.InEnglish: en, wording.InSpanish: es}
	}
	scale := assessment.Scale{ID: "agree"}
	for n := range 5 {
		scale.Choices = append(scale.Choices, assessment.Choice{Code: fmt.Sprint(n), Text: both(fmt.Sprint("Level ", n), fmt.Sprint("Nivel ", n)), Score: float64(n), Scored: true})
	}
	scale.Choices = append(scale.Choices, assessment.Choice{Code: assessment.DontKnow, Text: both("I don’t know", "No lo sé")})
	in := assessment.Blank("our-questions", both("Our questions", "Nuestras preguntas"), wording.InEnglish, wording.InSpanish)
	in.Scales = []assessment.Scale{scale}
	for _, p := range assessment.Principles() {
		in.Items = append(in.Items, assessment.Item{ID: string(p), Type: assessment.Choose, Scale: "agree", Principle: p, Domain: assessment.Policy,
			Lenses: []assessment.Lens{assessment.Respond}, Text: both("About "+string(p), "Sobre "+string(p))})
	}
	in.Items = append(in.Items, assessment.Item{ID: "else", Type: assessment.Prose, Text: both("Anything else?", "¿Algo más?")})
	in, err := in.Release(record.Date{Year: 2026, Month: time.November, Day: 1})
	must(t, err)
	must(t, b.Assess().SaveInstrument(in))
	return in
}

// scores answers every principle alike.
func scores(side assessment.Side, code, more string) assessment.Response {
	r := assessment.Response{Side: side, Answers: assessment.Answers{}}
	for _, p := range assessment.Principles() {
		r.Answers[string(p)] = assessment.Answer{Values: []string{code}}
	}
	if more != "" {
		r.Answers["else"] = assessment.Answer{Values: []string{more}, Share: assessment.ShareReworded}
	}
	return r
}

func asked(t *testing.T, b *board.Board, members, staff int) record.ID {
	t.Helper()
	r, err := b.Assess().OpenRound(assessment.Round{Title: "Autumn", Instrument: "our-questions",
		From: record.Date{Year: 2026, Month: time.November, Day: 1}, To: record.Date{Year: 2026, Month: time.November, Day: 20},
		Asked: map[assessment.Side]int{assessment.Members: members, assessment.Staff: staff}})
	must(t, err)
	return r.ID
}

// A round of nine people: three at the laptop, three with packets, three on
// paper. The golden file holds what may be shown.
func TestNineAnswerInThreeWays(t *testing.T) {
	w := newWorld(t)
	b := w.settled()
	questions(t, b)
	round := asked(t, b, 6, 3)
	a := b.Assess()

	s, err := a.Sit(round)
	must(t, err)
	back, err := s.Code()
	must(t, err)
	must(t, s.PutAside(scores(assessment.Members, "1", ""), back))
	must(t, s.HandIn(scores(assessment.Members, "4", "The door does not lock."), ""))
	taken, err := s.TakeUp(back)
	must(t, err)
	taken.Side = assessment.Members
	must(t, s.HandIn(taken, back))
	must(t, s.HandIn(scores(assessment.Staff, "3", ""), ""))
	if _, err := s.End(context.Background(), keyring.Passphrase("not the passphrase at all")); !errors.Is(err, store.ErrWrongKey) {
		t.Errorf("a wrong key ends a sitting: %v", err)
	}
	again, err := s.End(context.Background(), keyring.Passphrase(passphrase))
	must(t, err)
	if again != b {
		t.Error("another board came back")
	}
	if err := s.HandIn(scores(assessment.Members, "1", ""), ""); !errors.Is(err, board.ErrSittingOver) {
		t.Errorf("a sitting goes on after its end: %v", err)
	}

	members, _, err := a.Codes(round, assessment.Members, 2, false)
	must(t, err)
	staff, _, err := a.Codes(round, assessment.Staff, 1, false)
	must(t, err)
	file, words, err := a.Packet(round)
	must(t, err)
	var files []board.AnswerFile
	for i, code := range slices.Concat(members, staff) {
		files = append(files, board.AnswerFile{Name: fmt.Sprint(i), Data: answeredElsewhere(t, file, words, code, fmt.Sprint(i+1))})
	}
	files = append(files, board.AnswerFile{Name: "again", Data: files[0].Data}, board.AnswerFile{Name: "noise", Data: []byte("noise")})
	collected, err := a.Collect(round, files)
	must(t, err)
	for i, c := range collected {
		if (c.Problem == nil) != (i < 3) {
			t.Errorf("%s: %v", c.Name, c.Problem)
		}
	}

	must(t, a.Enter(round, []assessment.Response{scores(assessment.Members, "2", ""), scores(assessment.Members, assessment.DontKnow, ""), scores(assessment.Staff, "4", "")}))
	if err := a.Enter(round, []assessment.Response{scores(assessment.Members, "2", "")}); err == nil {
		t.Error("a tenth person answered")
	}

	if _, err := a.Results(round); err == nil {
		t.Error("an open round shows something")
	}
	must(t, a.CloseRound(context.Background(), round, nil))
	comments, err := a.Comments(round)
	must(t, err)
	if len(comments) != 1 {
		t.Fatalf("%d comments wait", len(comments))
	}
	must(t, a.Reword(round, comments[0].ID, "One door should lock."))
	golden(t, b, round)
	nothingOfAnybodyIsLeft(t, w, b)
}

// answeredElsewhere is what somebody does on another laptop, without a vault.
func answeredElsewhere(t *testing.T, file []byte, words string, code assessment.Code, score string) []byte {
	t.Helper()
	p, err := board.OpenPacket(file, words)
	must(t, err)
	answers := scores("", score, "").Answers
	if score == "1" {
		if _, err := board.OpenPacket(file, "wrong words"); !errors.Is(err, packet.ErrWrongWords) {
			t.Errorf("wrong words open a packet: %v", err)
		}
		aside, err := p.PutAside(answers, code)
		must(t, err)
		answers, err = p.TakeUp(aside, code)
		must(t, err)
		if _, err := p.TakeUp(aside, "7KQM-2XHD-9RTA"); !errors.Is(err, packet.ErrWrongWords) {
			t.Errorf("another code takes up what was put aside: %v", err)
		}
	}
	if p.Title() != "Autumn" || p.Board() != "Riverside advisory board" {
		t.Errorf("%s of %s", p.Title(), p.Board())
	}
	sealed, err := p.Seal(answers, code)
	must(t, err)
	if bytes.Contains(sealed, []byte("safety")) {
		t.Error("the answers lie open")
	}
	return sealed
}

func golden(t *testing.T, b *board.Board, round record.ID) {
	t.Helper()
	r, err := b.Assess().Results(round)
	must(t, err)
	book := wording.English()
	var text strings.Builder
	fmt.Fprintln(&text, r.Answered())
	for _, c := range r.Charts(book, chart.Print()) {
		fmt.Fprintf(&text, "\n%s: %s\n", c.Title, c.Sentence)
		for _, row := range c.Table.Rows {
			fmt.Fprintln(&text, strings.Join(row, " | "))
		}
	}
	rows, err := r.CSV(book)
	must(t, err)
	text.WriteString("\n" + strings.ReplaceAll(strings.TrimPrefix(string(rows), "\ufeff"), "\r\n", "\n"))
	file := filepath.Join("testdata", "results.golden")
	if os.Getenv("UPDATE_GOLDEN") != "" {
		must(t, os.MkdirAll("testdata", 0o755))
		must(t, os.WriteFile(file, []byte(text.String()), 0o644))
	}
	want, err := os.ReadFile(file)
	must(t, err)
	if text.String() != string(want) {
		t.Errorf("results:\n%s", text.String())
	}
	if page := r.Document(book, paper.A4, nil).HTML(book); !bytes.Contains(page, []byte("<svg")) {
		t.Error("the page shows no chart")
	}
	if _, err := board.PDF(r.Document(book, paper.Letter, nil), book); err != nil {
		t.Error(err)
	}
}

// nothingOfAnybodyIsLeft looks into everything that the journal still has.
func nothingOfAnybodyIsLeft(t *testing.T, w *world, b *board.Board) {
	t.Helper()
	must(t, b.Assess().EraseTraces(context.Background(), nil))
	acts, err := b.Journal(time.Time{})
	must(t, err)
	for _, act := range acts {
		if act.Kind == board.ActRoundAnswer || act.Kind == board.ActRoundCollect || act.Kind == board.ActRoundEnter {
			t.Errorf("the journal still says when somebody answered: %s at %s", act.Kind, act.At)
		}
	}
	must(t, b.Close())
	closed, err := store.Open(w.env, w.dir)
	must(t, err)
	opened, _, err := closed.Unlock(context.Background(), keyring.Passphrase(passphrase), nil)
	must(t, err)
	defer func() { must(t, opened.Close()) }()
	versions, err := opened.Versions("", "")
	must(t, err)
	for _, v := range versions {
		if v.Collection == "response" || v.Collection == "handout" || bytes.Contains(v.Raw, []byte("does not lock")) {
			t.Errorf("a version of %s %s is left", v.Collection, v.Key)
		}
	}
}

func TestTwoRoundsCloseTogetherAreHeldApart(t *testing.T) {
	w := newWorld(t)
	b := w.settled()
	questions(t, b)
	a := b.Assess()
	round := func(members int, code string) record.ID {
		id := asked(t, b, members, 0)
		var all []assessment.Response
		for range members {
			all = append(all, scores(assessment.Members, code, ""))
		}
		must(t, a.Enter(id, all))
		must(t, a.CloseRound(context.Background(), id, nil))
		return id
	}
	safety := func(id record.ID) (assessment.Score, int) {
		r, err := a.Results(id)
		must(t, err)
		return r.Results.Axes[0].Scores[assessment.Everyone], len(r.Changes)
	}
	first := round(8, "2")
	w.now = w.now.AddDate(0, 1, 0)
	soon := round(9, "2")
	w.now = w.now.AddDate(0, 6, 0)
	later := round(10, "3")
	if s, _ := safety(first); !s.Shown || s.N != 8 {
		t.Errorf("the first: %+v", s)
	}
	if s, _ := safety(soon); s.Shown {
		t.Errorf("a month later the ninth is told of: %+v", s)
	}
	if s, changes := safety(later); !s.Shown || s.Mean != 3 || changes != 0 {
		t.Errorf("half a year later: %+v, %d changes from a round that shows nothing", s, changes)
	}
}

func TestAPlanIsCarriedOnUntilItIsDone(t *testing.T) {
	w := newWorld(t)
	b := w.settled()
	questions(t, b)
	a := b.Assess()
	first := asked(t, b, 8, 0)
	done, err := a.SaveAction(assessment.Action{Round: first, What: "Mend the door", Status: assessment.Finished})
	must(t, err)
	open, err := a.SaveAction(assessment.Action{Round: first, About: "principle:trust", What: "Send what was decided", Owner: "coordinator",
		By: record.Date{Year: 2026, Month: time.November, Day: 25}})
	must(t, err)
	second := asked(t, b, 8, 0)
	plan, err := a.Actions(second)
	must(t, err)
	if len(plan) != 1 || plan[0].ID != open.ID {
		t.Errorf("%+v", plan)
	}
	if mine, err := a.Actions(first); err != nil || len(mine) != 2 || mine[1].ID != done.ID {
		t.Errorf("%+v, %v", mine, err)
	}
	today, err := b.Today()
	must(t, err)
	var kinds []board.ItemKind
	for _, item := range today.Items {
		kinds = append(kinds, item.Kind)
	}
	if !slices.Equal(kinds, []board.ItemKind{board.ItemRound, board.ItemRound, board.ItemAction}) {
		t.Errorf("today: %v", kinds)
	}
	if _, err := a.SaveAction(assessment.Action{Round: first}); err == nil {
		t.Error("an action without anything to do was saved")
	}
}

func TestAnInstrumentGoesOutAndComesBack(t *testing.T) {
	b := newWorld(t).settled()
	in := questions(t, b)
	for _, format := range []board.FileFormat{board.AsJSON, board.AsCSV, board.AsXLSX} {
		data, err := board.InstrumentFile(in, format)
		must(t, err)
		back, err := board.ReadInstrumentFile(context.Background(), data)
		must(t, err)
		if back.ID != in.ID || len(back.Questions()) != len(in.Questions()) || back.Questions()[0].Text["es"] != in.Questions()[0].Text["es"] {
			t.Errorf("%s: %+v", format, back)
		}
	}
	shipped, err := b.Assess().Instruments(wording.InEnglish)
	must(t, err)
	at := slices.IndexFunc(shipped, func(l board.Listed) bool { return l.Shipped })
	mine := shipped[at].Instrument
	if err := b.Assess().SaveInstrument(mine); err == nil {
		t.Error("what ships with the program was replaced")
	}
	copied := mine.Adapt("our-copy")
	must(t, b.Assess().SaveInstrument(copied))
	must(t, b.Assess().RemoveDraft("our-copy", "1"))
	if err := b.Assess().RemoveDraft(in.ID, in.Version); err == nil {
		t.Error("a released instrument was taken away")
	}
	if _, err := b.Assess().OpenRound(assessment.Round{Title: "x", Instrument: "our-copy"}); err == nil {
		t.Error("what is not there was asked")
	}
}

func TestSomebodyIsToldWhatTheyAnsweredByName(t *testing.T) {
	w := newWorld(t)
	b := w.settled()
	in := questions(t, b)
	wren := add(t, b, "Wren")
	r, err := b.Assess().OpenRound(assessment.Round{Title: "By name", Instrument: in.ID, Named: true,
		From: record.Date{Year: 2026, Month: time.November, Day: 1}, Asked: map[assessment.Side]int{assessment.Members: 2}})
	must(t, err)
	answer := scores(assessment.Members, "3", "")
	answer.Member = wren.ID
	must(t, b.Assess().Enter(r.ID, []assessment.Response{answer}))
	must(t, b.Assess().CloseRound(context.Background(), r.ID, nil))
	told, err := b.Telling().Record(wren.ID)
	must(t, err)
	page, err := told.Document(wording.English())
	must(t, err)
	html := page.HTML(wording.English())
	if text := string(html); !strings.Contains(text, "About safety") || !strings.Contains(text, "Level 3") || strings.Contains(text, in.Fingerprint()) {
		t.Error("the answers are not told in words")
	}
	if mine, err := b.Assess().ByName(r.ID); err != nil || len(mine) != 1 {
		t.Errorf("%d by name, %v", len(mine), err)
	}
	open, err := b.Assess().OpenRound(assessment.Round{Title: "Staff by name", Instrument: in.ID, Named: true,
		From: record.Date{Year: 2026, Month: time.November, Day: 1}, Asked: map[assessment.Side]int{assessment.Staff: 2}})
	must(t, err)
	staff := scores(assessment.Staff, "1", "")
	staff.Name = "Ines"
	must(t, b.Assess().Enter(open.ID, []assessment.Response{staff}))
	if err := b.Assess().Adjust(open.ID, "Staff", record.Date{}, map[assessment.Side]int{assessment.Members: 3}); err == nil {
		t.Error("fewer are asked than have answered")
	}
	must(t, b.Assess().Adjust(open.ID, "Staff", record.Date{}, map[assessment.Side]int{assessment.Staff: 3}))
	given, err := b.Assess().ByName(open.ID)
	must(t, err)
	must(t, b.Assess().TakeBack(context.Background(), open.ID, given[0], nil))
	if given, err := b.Assess().ByName(open.ID); err != nil || len(given) != 0 {
		t.Errorf("%d are left, %v", len(given), err)
	}
	if _, err := b.Leaving().Forget(context.Background(), wren.ID, nil); err != nil {
		t.Fatal(err)
	}
	if mine, err := b.Assess().ByName(r.ID); err != nil || len(mine) != 0 {
		t.Errorf("%d are left, %v", len(mine), err)
	}
}

func TestAChecklistAsksOnlyWhatApplies(t *testing.T) {
	w := newWorld(t)
	b := w.settled()
	a := b.Assess()
	states, err := a.Checklists(wording.InEnglish)
	must(t, err)
	var with assessment.ChecklistState
	for _, s := range states {
		if s.Left > 0 && len(s.About) > 0 {
			with = s
		}
	}
	if with.Instrument.ID == "" {
		t.Fatal("no shipped checklist has items that depend on the board")
	}
	// Whatever the first question about the board is answered with, more or
	// other items apply.
	q := with.About[0]
	id := with.Instrument.ID
	changed := false
	for _, c := range with.Instrument.ChoicesOf(q.Item) {
		must(t, a.SaveFact(id, q.ID, []string{c.Code}))
		state, err := a.Checklist(id)
		must(t, err)
		changed = changed || state.Left != with.Left
	}
	if !changed {
		t.Errorf("%s: nothing depends on %s", id, q.ID)
	}
	if err := a.SaveFact(id, q.ID, []string{"nothing-like-it"}); err == nil {
		t.Error("an answer was taken that is none")
	}
	must(t, a.SaveFact(id, q.ID, nil))

	at := slices.IndexFunc(states, func(s assessment.ChecklistState) bool { return len(s.Items) > 0 })
	first, list := states[at].Items[0], states[at].Instrument.ID
	must(t, a.Mark(list, first.ID, assessment.Mark{Status: assessment.NotYet, Note: "We begin in spring.", ReviewBy: record.Date{Year: 2026, Month: time.December, Day: 1}}))
	must(t, a.Mark(list, first.ID, assessment.Mark{Status: assessment.Done, SignedBy: "Ines", ReviewBy: record.Date{Year: 2027, Month: time.January, Day: 5}}))
	check, err := a.Check(list, first.ID)
	must(t, err)
	if len(check.Marks) != 2 || check.Marks[0].Note == "" || check.Marks[1].SignedOn.IsZero() {
		t.Errorf("%+v", check)
	}
	w.now = w.now.AddDate(0, 2, 0)
	state, err := a.Checklist(list)
	must(t, err)
	if state.Of(assessment.Done) != 1 || !state.Items[0].Due || state.Items[0].Changed {
		t.Errorf("%+v", state.Items[0])
	}
	if _, err := board.PDF(board.ChecklistDocument(state, nil, record.DateOf(w.now), wording.English(), paper.Letter), wording.English()); err != nil {
		t.Error(err)
	}
}
