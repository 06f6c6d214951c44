package guide_test

import (
	"bytes"
	"crypto/sha256"
	"image"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"holdfast/app/guide"
	"holdfast/app/kit"
	"holdfast/app/kit/kittest"
	"holdfast/app/route"
	"holdfast/assets"
	"holdfast/board"
	"holdfast/record"
	"holdfast/store"
	"holdfast/store/keyring"
	"holdfast/wording"
)

// opened is a guide over a page of a form.
func opened(t *testing.T, at string) *kittest.Stage {
	t.Helper()
	stage := kittest.NewStage(t, kittest.Variant{})
	stage.Show(kit.NewField("Name", kit.NewEntry(stage.Env)))
	guide.Open(stage.Env, at)
	stage.Settle()
	return stage
}

func TestEveryPageOpensWithWhatSomebodyWants(t *testing.T) {
	for _, language := range []wording.Language{wording.InEnglish, wording.InSpanish} {
		for _, p := range guide.Pages(language) {
			if p.Title == "" || len(p.Blocks) == 0 || p.Blocks[0].Kind != guide.Paragraph {
				t.Errorf("%s, %s does not begin with a title and a sentence", language, p.ID)
			}
		}
	}
}

func TestEveryWayOfTheGuideLeadsToAPage(t *testing.T) {
	there := map[string]bool{}
	for _, name := range guide.Names() {
		there[name] = true
	}
	for _, language := range []wording.Language{wording.InEnglish, wording.InSpanish} {
		for _, p := range guide.Pages(language) {
			for _, b := range p.Blocks {
				if b.Kind == guide.Leads && !there[b.To] {
					t.Errorf("%s, %s leads to %q", language, p.ID, b.To)
				}
			}
		}
	}
}

// What the reader of Markdown does not know would stand on the page as signs.
func TestNoPageHoldsMarksThatAreNotUnderstood(t *testing.T) {
	for _, language := range []wording.Language{wording.InEnglish, wording.InSpanish} {
		for _, p := range guide.Pages(language) {
			for _, b := range p.Blocks {
				if strings.ContainsAny(b.String(), "*`#[]|<>") || strings.TrimSpace(b.String()) == "" {
					t.Errorf("%s, %s holds %q", language, p.ID, b.String())
				}
			}
		}
	}
}

func TestEveryPlaceInTheWindowHasItsPage(t *testing.T) {
	for at, want := range map[route.Route]string{
		{}:                               guide.Wrong,
		route.Today():                    guide.FirstDay,
		route.Person("w", ""):            guide.FirstDay,
		route.Person("w", "contact"):     "safe-contact",
		route.Person("w", "consent"):     "consent",
		route.Person("w", route.Held):    "handing-over",
		route.Consent("", ""):            "consent",
		route.Backups():                  "backup",
		route.Settings(route.KeysPage):   "backup",
		route.Settings(route.Locking):    guide.FirstDay,
		route.Handover():                 "handing-over",
		route.History():                  guide.Wrong,
		{Area: "nobody knows this area"}: guide.FirstDay,
	} {
		if got := guide.PageFor(at); got != want {
			t.Errorf("at %v the guide opens at %q, want %q", at, got, want)
		}
	}
}

// Whoever meets one of these looks for its words in the guide.
func TestEveryTroubleThatStopsSomebodyStandsInTheGuide(t *testing.T) {
	for _, language := range []wording.Language{wording.InEnglish, wording.InSpanish} {
		book, err := assets.Book(language)
		if err != nil {
			t.Fatal(err)
		}
		page := ""
		for _, p := range guide.Pages(language) {
			for _, b := range p.Blocks {
				page += b.String() + "\n"
			}
		}
		for _, trouble := range []error{
			keyring.ErrWrongKey, keyring.ErrOtherKey, keyring.ErrWeakened, keyring.ErrForged, keyring.ErrDamaged,
			store.ErrDamaged, record.ErrDamaged, store.ErrNewer, store.ErrDenied, store.ErrInUse, store.ErrNoSpace,
			store.ErrNotCertain, store.ErrNotVault,
		} {
			for _, says := range board.Explain(trouble).Says {
				if !strings.Contains(page, book.Render(says)) {
					t.Errorf("%s: nothing about %q", language, book.Render(says))
				}
			}
		}
	}
}

func TestASearchFindsWhateverTheAccents(t *testing.T) {
	for query, want := range map[string]string{
		"BACKUP stick": "backup", "forgotten passphrase": guide.Wrong, "danger word": "safe-contact", "qqqq": "",
	} {
		m := guide.NewModel(guide.Pages(wording.InEnglish), guide.FirstDay)
		m.Search(query)
		found := ""
		for _, h := range m.State().Hits {
			found += h.Page + " "
		}
		if !strings.Contains(found, want) || (want == "") != (found == "") {
			t.Errorf("%q finds %q, want %q", query, found, want)
		}
	}
	m := guide.NewModel(guide.Pages(wording.InSpanish), guide.FirstDay)
	m.Search("boveda danada")
	if hits := m.State().Hits; len(hits) == 0 || hits[0].Page != guide.Wrong {
		t.Errorf("without accents the search finds %+v", hits)
	}
}

func TestTheGuideGoesBackTheWayOneCame(t *testing.T) {
	m := guide.NewModel(guide.Pages(wording.InEnglish), "no such page")
	m.Go("backup", -1)
	m.Go("backup", -1)
	m.Go(guide.Wrong, 3)
	for _, want := range []string{"backup", guide.FirstDay} {
		if !m.Back() || m.State().Page.ID != want {
			t.Errorf("back leads to %s, want %s", m.State().Page.ID, want)
		}
	}
	if m.Back() {
		t.Error("back leads behind the first page")
	}
}

func TestTheGuideOpensOverWhatIsHalfTypedAndLeavesItAlone(t *testing.T) {
	stage := kittest.NewStage(t, kittest.Variant{})
	name := kit.NewEntry(stage.Env)
	stage.Show(kit.NewField("Name", name))
	stage.Window.Canvas().Focus(name)
	stage.Type("half")
	guide.Open(stage.Env, "backup")
	guide.Open(stage.Env, "consent") // it is open already
	stage.Settle()
	stage.Shows("Backup and recovery")
	stage.Press(fyne.KeyEscape)
	stage.Settle()
	if stage.Focused() != fyne.Focusable(name) || name.Text != "half" {
		t.Errorf("the focus is on %T, the field holds %q", stage.Focused(), name.Text)
	}
	if kit.IsReading(stage.Window.Canvas()) {
		t.Error("a second one was below")
	}
}

func TestWhatIsTypedIsFoundAndEnterOpensIt(t *testing.T) {
	s := opened(t, guide.FirstDay)
	s.Type("subpoena")
	s.Settle()
	s.Shows("Somebody demands records") // among what was found
	s.Press(fyne.KeyReturn)
	s.Settle()
	s.Shows("You see a message that you don’t understand") // the page that it is on
	for _, text := range kittest.All[*kit.Text](s.Window.Canvas().Overlays().Top()) {
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(text)
		if text.String() == "Somebody demands records" && (at.Y < 0 || at.Y > s.Window.Canvas().Size().Height) {
			t.Errorf("the section lies at %v, outside the window", at)
		}
	}
	s.Window.Canvas().Focus(s.Entry("Find in the guide"))
	s.Type("zzzz")
	s.Settle()
	s.Shows("Nothing is found. Try one word, or fewer letters.")
}

func TestAPageIsTappedAndAltLeftLeadsBackAndOut(t *testing.T) {
	s := opened(t, guide.FirstDay)
	s.Tap(s.Button("Consent"))
	s.Settle()
	s.Shows("Somebody changed their mind")
	if !kit.HandleBack(s.Window.Canvas()) {
		t.Error("Alt+Left is not answered")
	}
	s.Settle()
	s.Shows("Make the vault")
	kit.HandleBack(s.Window.Canvas())
	if kit.IsReading(s.Window.Canvas()) {
		t.Error("Alt+Left at the first page leaves the guide open")
	}
}

func TestTheGuideIsPrintedWithoutAnybodysName(t *testing.T) {
	s := opened(t, guide.Wrong)
	s.Tap(s.Button("Print this page…"))
	s.Settle()
	path := filepath.Join(t.TempDir(), "guide")
	s.Entry("File").SetText(path)
	s.Tap(s.Button("Save here"))
	s.Settle()
	pdf, err := os.ReadFile(path + ".pdf")
	if err != nil || !bytes.HasPrefix(pdf, []byte("%PDF")) {
		t.Fatalf("no PDF was written: %v", err)
	}
	s.Shows("It is in " + path + ".pdf.")
	s.Tap(s.Button("Print the whole guide…"))
	s.Settle()
	s.Entry("File").SetText(path + ".pdf")
	s.Tap(s.Button("Save here"))
	s.Settle()
	s.Shows("There is a file of that name already.")
}

func TestEveryPageCanBePrintedInEveryLanguage(t *testing.T) {
	for _, language := range []wording.Language{wording.InEnglish, wording.InSpanish} {
		book, err := assets.Book(language)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := guide.PDF(guide.Pages(language), book); err != nil {
			t.Errorf("%s: %v", language, err)
		}
	}
}

func TestANarrowWindowShowsContentsOrThePage(t *testing.T) {
	s := opened(t, "backup")
	s.Resize(600, 600)
	s.Settle()
	if strings.Contains(s.Words(), "Print this page…") {
		t.Error("both are shown in a narrow window")
	}
	s.Tap(s.Button("Contents"))
	s.Settle()
	s.Tap(s.Button("Consent"))
	s.Settle()
	s.Shows("Somebody changed their mind")
	if strings.Contains(s.Words(), "Print this page…") {
		t.Error("the contents stay in the way of the page")
	}
}

func TestThePageIsReadOnWithTheKeysOfABrowser(t *testing.T) {
	s := opened(t, guide.Wrong)
	top := s.Capture()
	s.Press(fyne.KeyPageDown)
	s.Settle()
	below := s.Capture()
	s.Press(fyne.KeyPageUp)
	s.Settle()
	if pixels(top) == pixels(below) {
		t.Error("Page Down leaves the page where it was")
	}
	if pixels(top) != pixels(s.Capture()) {
		t.Error("Page Up does not lead to the beginning")
	}
}

// pixels is what a picture shows, to be compared.
func pixels(picture image.Image) [32]byte {
	hash := sha256.New()
	bounds := picture.Bounds()
	for y := bounds.Min.Y; y < bounds.Max.Y; y++ {
		for x := bounds.Min.X; x < bounds.Max.X; x++ {
			r, g, b, _ := picture.At(x, y).RGBA()
			hash.Write([]byte{byte(r >> 8), byte(g >> 8), byte(b >> 8)})
		}
	}
	return [32]byte(hash.Sum(nil))
}

func TestPicturesGuide(t *testing.T) {
	kittest.Picture(t, "guide", func(s *kittest.Stage) fyne.CanvasObject {
		s.Show(kit.Stack(0))
		guide.Open(s.Env, "safe-contact")
		return nil
	})
	kittest.Picture(t, "search", func(s *kittest.Stage) fyne.CanvasObject {
		s.Show(kit.Stack(0))
		guide.Open(s.Env, guide.Wrong)
		s.Settle()
		if s.Focused() == nil { // the page alone fits
			s.Tap(s.Button(s.Env.Say("Contents")))
			s.Window.Canvas().Focus(s.Entry(s.Env.Say("Find in the guide")))
		}
		s.Type("stick")
		s.Press(fyne.KeyReturn)
		return nil
	})
}
