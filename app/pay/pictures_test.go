package pay_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"holdfast/app/kit"
	"holdfast/app/kit/kittest"
	"holdfast/app/pay"
	"holdfast/app/route"
	"holdfast/board"
	"holdfast/compensation"
	"holdfast/record"
)

func picture(t *testing.T, name, tab string, height float32, then func(*world)) {
	t.Helper()
	kittest.Picture(t, name, func(s *kittest.Stage) fyne.CanvasObject {
		w := newWorld(t, s)
		if height > 0 {
			w.Resize(1280, height)
		}
		w.open("", tab)
		if then != nil {
			then(w)
		}
		return nil
	})
}

func TestPicturesPages(t *testing.T) {
	picture(t, "page", "", 0, nil)
	picture(t, "ledger", route.LedgerPage, 0, nil)
	picture(t, "funds", route.FundsPage, 1000, nil)
	picture(t, "numbers", route.NumbersPage, 1000, nil)
	picture(t, "treasurer", route.TreasurerPage, 0, nil)
	picture(t, "report", route.PayReportPage, 1000, nil)
}

// What was paid otherwise than the rate card says, once and several times, with
// a short reason and a long one.
func TestPicturesOtherRates(t *testing.T) {
	kittest.Picture(t, "rates", func(s *kittest.Stage) fyne.CanvasObject {
		w := newWorld(t, s)
		w.Resize(1280, 1000)
		for _, one := range []struct {
			who      string
			category compensation.Category
			minor    int64
			why      string
		}{
			{"Wren", compensation.Meeting, 9000, "Led it at short notice"},
			{"Heron", compensation.Meeting, 10000, "Interpreted for two people as well, and stayed to write the notes for everybody who could not come"},
			{"Robin", compensation.Preparation, 6000, "Agreed with Robin"},
		} {
			_, err := w.board.Pay().AddClaims(board.Claimed{Entry: compensation.Entry{Member: w.who(one.who), Category: one.category, Day: record.Date{Year: 2026, Month: 11, Day: 18},
				Minutes: 60, Rate: compensation.Money{Minor: one.minor, Currency: "USD"}, Basis: compensation.PerHour, RateReason: one.why}})
			w.Must(err)
		}
		w.open("", route.FundsPage)
		return nil
	})
}

func TestPicturesActs(t *testing.T) {
	picture(t, "run", route.PayRunAct, 0, nil)
	picture(t, "meeting", route.MeetingAct, 0, nil)
	picture(t, "work", route.WorkForm, 0, nil)
}

func TestPicturesPerson(t *testing.T) {
	kittest.Picture(t, "tab", func(s *kittest.Stage) fyne.CanvasObject {
		w := newWorld(t, s)
		w.Resize(1280, 1300)
		w.Show(kit.NewScroll(kit.Pad(kit.Around(20), pay.Tab(w.desk, w.board, w.who("Heron")))))
		return nil
	})
	kittest.Picture(t, "way", func(s *kittest.Stage) fyne.CanvasObject {
		w := newWorld(t, s)
		w.open(string(w.who("Heron")), route.WayForm)
		return nil
	})
}
