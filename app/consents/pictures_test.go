package consents_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"holdfast/app/apptest"
	"holdfast/app/consents"
	"holdfast/app/kit"
	"holdfast/app/kit/kittest"
	"holdfast/app/route"
)

// picture looks at a place of the area.
func picture(t *testing.T, name string, tab string, then func(*world)) {
	t.Helper()
	kittest.Picture(t, name, func(s *kittest.Stage) fyne.CanvasObject {
		w := newWorld(t, s)
		id := ""
		if tab != route.LibraryPage && tab != route.AgreementsPage && tab != route.GuidesPage {
			id = string(w.wren)
		}
		screen := consents.New(w.desk, w.board, route.Consent(id, tab), nil)
		w.Show(apptest.Paged(screen))
		if then != nil {
			then(w)
		}
		return nil
	})
}

func TestPicturesPage(t *testing.T) {
	picture(t, "page", "", func(w *world) { w.Push(w.Env.Say("Check")) })
	picture(t, "library", route.LibraryPage, nil)
	picture(t, "agreements", route.AgreementsPage, nil)
	picture(t, "guides", route.GuidesPage, nil)
	picture(t, "audit", route.AuditPage, func(w *world) { w.Push(w.Env.Say("Look")) })
}

func TestPicturesPerson(t *testing.T) {
	kittest.Picture(t, "tab", func(s *kittest.Stage) fyne.CanvasObject {
		w := newWorld(t, s)
		w.Resize(1280, 1300)
		w.Show(kit.NewScroll(kit.Pad(kit.Around(20), consents.Tab(w.desk, w.board, w.wren))))
		return nil
	})
	picture(t, "changed-mind", "", func(w *world) { w.Push(w.Env.Say("They changed their mind…")) })
}

func TestPicturesForm(t *testing.T) {
	picture(t, "choice-begin", route.ChoiceForm, nil)
	kittest.Picture(t, "choice", func(s *kittest.Stage) fyne.CanvasObject {
		w := newWorld(t, s)
		w.Resize(1280, 2100)
		w.open(string(w.wren), route.ChoiceForm, []byte(`{"purpose":"quote","kind":"given","reuse":"yes","channels":"annual_report\nwebsite","end":"2027-05-20","end_chosen":"yes","as":"anonymous","shown":"a board member","review":"yes","review_days":"7","form":"spoken"}`))
		w.Push(s.Env.Say("Write it down"))
		return nil
	})
}
