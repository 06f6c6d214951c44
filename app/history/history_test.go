package history_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"holdfast/app/apptest"
	"holdfast/app/history"
	"holdfast/app/kit/kittest"
	"holdfast/member"
	"holdfast/wording"
)

func TestTheHistoryNamesKindsOfActsAndNobody(t *testing.T) {
	b := apptest.Empty(t)
	if _, err := b.AddMember(member.Member{Name: "Wren"}); err != nil {
		t.Fatal(err)
	}
	stage := kittest.NewStage(t, kittest.Variant{})
	stage.Show(apptest.Paged(history.New(apptest.NewDesk(stage), b)))
	said := stage.Words()
	if strings.Contains(said, "Wren") {
		t.Errorf("a name is on the page: %s", said)
	}
	if !strings.Contains(said, "Coordinator") || !strings.Contains(said, "21 November 2026") {
		t.Errorf("who and when are missing: %s", said)
	}
}

func TestADayIsNamedOnceAboveItsActs(t *testing.T) {
	state := history.Read(apptest.Demo(t, 3), wording.English())
	days := 0
	for _, r := range state.Rows {
		if r.Day != "" {
			days++
		}
	}
	if len(state.Rows) < 2 || days != 1 {
		t.Errorf("%d rows, %d days", len(state.Rows), days)
	}
}

func TestAnActThatTouchedNoRecordCountsNone(t *testing.T) {
	rows := history.Read(apptest.Demo(t, 3), wording.English()).Rows
	if made := rows[len(rows)-1]; made.Records != "" {
		t.Errorf("%q says %q", made.What, made.Records)
	}
	if rows[0].Records == "" {
		t.Errorf("%q does not say how many it touched", rows[0].What)
	}
}

func TestALockedBoardHasNoHistoryToShow(t *testing.T) {
	b := apptest.Demo(t, 3)
	if closed := b.Lock(); closed != nil {
		defer closed.Close()
	}
	if state := history.Read(b, wording.English()); state.Trouble == "" || len(state.Rows) > 0 {
		t.Errorf("it shows %+v", state)
	}
}

func TestPicturesHistory(t *testing.T) {
	b := apptest.Demo(t, 9)
	kittest.Picture(t, "history", func(s *kittest.Stage) fyne.CanvasObject {
		return apptest.Paged(history.New(apptest.NewDesk(s), b))
	})
}
