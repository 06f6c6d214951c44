package assess_test

import (
	"testing"

	"holdfast/app/apptest"
	"holdfast/app/assess"
	"holdfast/app/kit"
	"holdfast/app/kit/kittest"
	"holdfast/app/route"
	"holdfast/app/sitting"
	"holdfast/assessment"
	"holdfast/board"
	"holdfast/chart"
	"holdfast/record"
)

// world is a stage with the invented board, which has asked itself before.
type world struct {
	*kittest.Stage
	t     testing.TB
	board *board.Board
	desk  *apptest.Desk
	sat   []sitting.Who
}

func stage(t testing.TB) *kittest.Stage { return kittest.NewStage(t, kittest.Variant{}) }

func newWorld(t testing.TB, s *kittest.Stage) *world {
	t.Helper()
	w := emptyWorld(t, s)
	w.Must(w.board.FillDemo(t.Context(), board.Demo{Seed: 1, People: 8, Rounds: 2}, nil))
	return w
}

func emptyWorld(t testing.TB, s *kittest.Stage) *world {
	t.Helper()
	return &world{Stage: s, t: t, board: apptest.Empty(t), desk: apptest.NewDesk(s)}
}

func (w *world) open(at route.Route, draft []byte) kit.Screen {
	screen := assess.New(w.desk, w.board, at, draft, assess.Config{Sit: func(_ record.ID, who sitting.Who) error { w.sat = append(w.sat, who); return nil }})
	w.Show(apptest.Paged(screen))
	return screen
}

// round is the nth of all rounds.
func (w *world) round(n int) board.RoundState {
	w.t.Helper()
	all, err := w.board.Assess().Rounds()
	w.Must(err)
	return all[n]
}

// begin opens a short round of members and staff.
func (w *world) begin(named bool) record.ID {
	w.t.Helper()
	r, err := w.board.Assess().OpenRound(assessment.Round{Title: "After the meeting", Instrument: "meeting-pulse", Named: named,
		Asked: map[assessment.Side]int{assessment.Members: 9, assessment.Staff: 6}, From: record.Date{Year: 2026, Month: 11, Day: 1}})
	w.Must(err)
	return r.ID
}

// answer hands in so many answers of members.
func (w *world) answer(id record.ID, n int) {
	w.t.Helper()
	r, err := w.board.Assess().Round(id)
	w.Must(err)
	in, err := w.board.Assess().Instrument(r.Instrument, r.Version)
	w.Must(err)
	var all []assessment.Response
	for i := range n {
		one := assessment.Response{Side: assessment.Members, Answers: assessment.Answers{}}
		for _, q := range in.Questions() {
			if c := in.ChoicesOf(q.Item); len(c) > 0 {
				one.Answers[q.ID] = assessment.Answer{Values: []string{c[i%3].Code}, Note: "Our own words", Share: assessment.ShareReworded}
			}
		}
		all = append(all, one)
	}
	w.Must(w.board.Assess().Enter(id, all))
}

func printStyle() chart.Style { return chart.Print() }
