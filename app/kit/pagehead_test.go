package kit_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"holdfast/app/kit"
	"holdfast/app/kit/kittest"
)

func TestTheToolsStandInTheSamePlaceOnEveryPage(t *testing.T) {
	heads := map[string]kit.Head{
		"a title alone": {Title: "Settings"},
		"a note":        {Title: "Today", Note: "Everything on this laptop only"},
		"a long note":   {Title: "Backups", Note: strings.Repeat("Any tool opens it with the right key. ", 4)},
		"an act":        {Title: "Members", Note: "17 people", Acts: []fyne.CanvasObject{kit.Primary("Add a person", nil)}},
		"many acts": {Title: "Wren", Note: "she / her · member since March 2025 · board term ends March 2027",
			Acts: []fyne.CanvasObject{kit.Secondary("They changed their mind…", nil), kit.Secondary("Everything held about them…", nil)}},
	}
	for _, width := range []float32{700, 904, 1300} {
		s := kittest.NewStage(t, kittest.Variant{Size: fyne.NewSize(width, 600)})
		var places []fyne.Position
		for name, head := range heads {
			hide := kit.Secondary("Hide", nil)
			s.Show(kit.NewPage(head, kit.Row(12, kit.NewSearchBox(s.Env, nil), hide), kit.NewText(kit.Body, "Body")).Object())
			places = append(places, fyne.CurrentApp().Driver().AbsolutePositionForObject(hide))
			if last := places[len(places)-1]; last != places[0] {
				t.Errorf("%v wide, with %s the tools stand at %v, and on another page at %v", width, name, last, places[0])
			}
		}
	}
}

func TestANarrowTablePutsCellsBesideEachOther(t *testing.T) {
	kittest.NewStage(t, kittest.Variant{})
	var columns []kit.TableColumn[string]
	for _, title := range []string{"Who", "Work", "Date", "Hours", "Rate", "Amount"} {
		columns = append(columns, kit.TableColumn[string]{Title: title, Cell: func(r string) fyne.CanvasObject { return kit.NewText(kit.Body, r) }})
	}
	table := kit.Table(columns, []string{"Acknowledgements"}, nil)
	one, three := kit.HeightFor(table, 200), kit.HeightFor(table, 520)
	if three > one/2 {
		t.Errorf("%v high at 520, %v at 200", three, one)
	}
}

func TestFieldsBesideEachOtherStandAtOneHeight(t *testing.T) {
	kittest.NewStage(t, kittest.Variant{})
	short := kit.NewField("Who", kit.Spacer(40))
	long := kit.NewField("Which name may stand as the payer's on what is handed over", kit.Spacer(40))
	lay(kit.Grid(150, short, long), 320)
	at := func(f *kit.Field) float32 { return f.Position().Y + f.Input.Position().Y }
	if at(short) != at(long) {
		t.Errorf("one types at %v and at %v", at(short), at(long))
	}
}

func TestTheActOfARowGoesBelowBeforeItsTagGoesAbove(t *testing.T) {
	s := kittest.NewStage(t, kittest.Variant{Size: fyne.NewSize(300, 400)})
	act := kit.Secondary("Back up now", nil)
	row := kit.ItemRow(kit.Item{Tone: kit.Care, Word: "Check", Title: "There is no backup yet", Note: "If this computer is lost, so is everything in it.", Act: act})
	s.Show(row)
	words := row.(*fyne.Container).Objects[0].(*fyne.Container)
	if text, tag := words.Objects[0], words.Objects[1]; tag.Position().X+tag.Size().Width > text.Position().X || act.Position().Y < words.Size().Height {
		t.Errorf("the tag is at %v, the words at %v, the act at %v", tag.Position(), text.Position(), act.Position())
	}
}

func TestActsBreakNoTitleInTwo(t *testing.T) {
	s := kittest.NewStage(t, kittest.Variant{Size: fyne.NewSize(904, 600)})
	page := func(title string) float32 {
		act := kit.Secondary("Print the list…", nil)
		s.Show(kit.NewPage(kit.Head{Title: title, Acts: []fyne.CanvasObject{kit.Quiet("All checklists", nil), act}},
			kit.Row(12, kit.NewSearchBox(s.Env, nil), kit.Secondary("Hide", nil)), kit.NewText(kit.Body, "Body")).Object())
		return fyne.CurrentApp().Driver().AbsolutePositionForObject(act).Y
	}
	if short, long := page("Ready"), page("Phone, text, email, video and devices"); long <= short {
		t.Errorf("beside a long title the acts stand at %v, beside a short one at %v", long, short)
	}
}
