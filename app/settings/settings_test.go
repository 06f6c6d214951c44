package settings_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"filippo.io/age"
	"fyne.io/fyne/v2"

	"holdfast/app/apptest"
	"holdfast/app/kit"
	"holdfast/app/kit/kittest"
	"holdfast/app/route"
	"holdfast/app/settings"
	"holdfast/board"
	"holdfast/member"
	"holdfast/preference"
	"holdfast/record"
	"holdfast/store"
	"holdfast/wording"
)

// window is a window that keeps its preferences in memory, and notes what it
// was told.
type window struct {
	keeper   *preference.Keeper
	policies int
	folder   string
}

func newWindow() *window {
	return &window{keeper: preference.Open(""), folder: "/home/ana/Documents/Holdfast"}
}

func (w *window) Preferences() preference.Settings { return w.keeper.Settings() }
func (w *window) SetPreferences(change func(*preference.Settings)) error {
	return w.keeper.Change(change)
}
func (w *window) PolicyChanged() { w.policies++ }
func (w *window) Folder() string { return w.folder }

// pages are the settings on a stage.
type pages struct {
	*kittest.Stage
	desk   *apptest.Desk
	board  *board.Board
	window *window
	screen kit.Screen
}

func open(t *testing.T, b *board.Board, page string) *pages {
	t.Helper()
	return show(t, kittest.NewStage(t, kittest.Variant{}), b, page, nil)
}

func show(t *testing.T, s *kittest.Stage, b *board.Board, page string, draft []byte) *pages {
	t.Helper()
	p := &pages{Stage: s, desk: apptest.NewDesk(s), board: b, window: newWindow()}
	p.Env.Home = t.TempDir()
	p.screen = settings.New(p.desk, b, route.Settings(page), draft, p.window)
	p.Show(apptest.Paged(p.screen))
	p.Pass(0)
	return p
}

func (p *pages) settings(t *testing.T) board.Settings {
	t.Helper()
	s, err := p.board.Settings()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// at is the place of a text in the window.
func (p *pages) at(t *testing.T, words string) (x, y float32) {
	t.Helper()
	for _, text := range kittest.All[*kit.Text](p.Window.Canvas().Content()) {
		if text.String() == words {
			at := fyne.CurrentApp().Driver().AbsolutePositionForObject(text)
			return at.X + 2, at.Y + 2
		}
	}
	t.Fatalf("nothing says %q", words)
	return 0, 0
}

// secret types a passphrase into both fields.
func (p *pages) secret(first, again, text string) {
	p.Entry(p.Env.Say(first)).SetText(text)
	p.Entry(p.Env.Say(again)).SetText(text)
}

const another = "copper willow tunnel saddle ginger atlas"

func TestTheLookChangesAtOnce(t *testing.T) {
	p := open(t, apptest.Empty(t), route.Appearance)
	p.Tap(p.Spoken("High contrast\nFirm lines, and letters as dark as can be."))
	p.Tap(p.Spoken("Text size: 100 %"))
	p.Tap(p.Spoken("175 %"))
	p.Tap(p.Spoken("Language: As the computer is set"))
	p.Tap(p.Spoken("Español"))
	got := p.window.Preferences()
	if got.Theme != preference.HighContrast || got.TextSize != 175 || got.Language != wording.InSpanish {
		t.Errorf("the preferences are %+v", got)
	}
}

func TestATitleThatIsTooLongIsRefusedBelowItsField(t *testing.T) {
	p := open(t, apptest.Empty(t), route.Appearance)
	p.Entry("Title of the window").SetText(strings.Repeat("long ", 20))
	p.Tap(p.Button("Use this title"))
	p.Shows("at most 60 characters")
	p.Entry("Title of the window").SetText("Shopping")
	p.Tap(p.Button("Use this title"))
	if p.window.Preferences().Title != "Shopping" || len(p.desk.Said) != 1 {
		t.Errorf("the title is %q, said %q", p.window.Preferences().Title, p.desk.Said)
	}
}

func TestWhenToLockIsKeptAndTheWindowIsTold(t *testing.T) {
	p := open(t, apptest.Empty(t), route.Locking)
	p.Tap(p.Spoken("When nobody has touched anything for: 5 minutes"))
	p.Tap(p.Spoken("2 minutes"))
	for _, c := range kittest.All[*kit.Check](p.Window.Canvas().Content()) {
		p.Tap(c)
	}
	s := p.settings(t)
	if s.LockMinutes != 2 || !s.LockOnMinimise || p.window.policies != 2 {
		t.Errorf("%d minutes, on minimise %v, told %d times", s.LockMinutes, s.LockOnMinimise, p.window.policies)
	}
}

func TestTheBoardIsSavedWholeOrNotAtAll(t *testing.T) {
	p := open(t, apptest.Empty(t), route.BoardPage)
	p.Entry("What the board is called").SetText("Survivor council")
	p.Entry("Your time zone").SetText("Nowhere/Land")
	p.Entry("Go through a contact sheet again after").SetText("soon")
	p.Entry("Terms in a row, at most").SetText("99")
	p.Tap(p.Button("Save"))
	p.Shows("There is no such time zone")
	p.Shows("This is a whole number.")
	p.Shows("from 0 to 20")
	if p.settings(t).Name == "Survivor council" {
		t.Error("half of it was kept")
	}
	p.Entry("Your time zone").SetText("America/Denver")
	p.Entry("Go through a contact sheet again after").SetText("60")
	p.Entry("Terms in a row, at most").SetText("3")
	p.Entry("Remind before a term ends").SetText("30, 120")
	p.Tap(p.Button("Save"))
	s := p.settings(t)
	if s.Name != "Survivor council" || s.Zone != "America/Denver" || s.ConfirmDays != 60 || s.Terms.TermsInARow != 3 ||
		len(s.Terms.PromptDays) != 2 || s.Terms.PromptDays[0] != 120 {
		t.Errorf("kept %+v", s)
	}
	if p.desk.Saves != 1 || p.screen.Draft() != nil {
		t.Errorf("%d drafts forgotten, draft %q", p.desk.Saves, p.screen.Draft())
	}
}

func TestWhatIsHalfTypedComesBackAfterUnlocking(t *testing.T) {
	b := apptest.Empty(t)
	p := open(t, b, route.BoardPage)
	p.Entry("What the board is called").SetText("Survivor cou")
	draft := p.screen.Draft()
	if p.desk.Types == 0 || draft == nil {
		t.Fatal("nothing would be kept")
	}
	again := show(t, kittest.NewStage(t, kittest.Variant{}), b, route.BoardPage, draft)
	if got := again.Entry("What the board is called").Text; got != "Survivor cou" {
		t.Errorf("it comes back as %q", got)
	}
}

func TestTheKeysThatSaveKeepThePageAboutTheBoardAndNoOther(t *testing.T) {
	p := open(t, apptest.Empty(t), route.KeysPage)
	saver := p.screen.(kit.Saver)
	saver.Save()
	p.Tap(p.Spoken("Board"))
	p.Fill("What the board is called", "Survivor council")
	saver.Save()
	if got := p.settings(t).Name; got != "Survivor council" {
		t.Errorf("the board is called %q", got)
	}
}

func TestAHalfTypedFieldOfOnesOwnComesBackAfterUnlocking(t *testing.T) {
	b := apptest.Empty(t)
	p := open(t, b, route.FieldsPage)
	p.Tap(p.Button("Add a field"))
	p.Entry("What the field is called").SetText("T-shirt si")
	draft := p.screen.Draft()
	again := show(t, kittest.NewStage(t, kittest.Variant{}), b, route.FieldsPage, draft)
	if got := again.Entry("What the field is called").Text; got != "T-shirt si" {
		t.Errorf("it comes back as %q", got)
	}
}

func TestAHalfTypedNameOfAFieldOrKeyComesBackAfterUnlocking(t *testing.T) {
	b := apptest.Empty(t)
	for page, c := range map[string]struct {
		open  func(*pages)
		label string
	}{
		route.FieldsPage: {func(p *pages) { p.TapAt(p.at(t, "Pronouns")) }, "What it is called on this board"},
		route.KeysPage:   {func(p *pages) { p.Tap(p.Button("Rename…")) }, "Whose key it is, or where it lies"},
	} {
		p := open(t, b, page)
		c.open(p)
		p.Entry(c.label).SetText("Half a na")
		draft := p.screen.Draft()
		if p.desk.Types == 0 || draft == nil {
			t.Fatalf("%s: nothing would be kept", page)
		}
		again := show(t, kittest.NewStage(t, kittest.Variant{}), b, page, draft)
		if got := again.Entry(c.label).Text; got != "Half a na" {
			t.Errorf("%s: it comes back as %q", page, got)
		}
		again.Tap(again.Button("Save"))
		if again.screen.Draft() != nil || again.desk.Saves != 1 || !strings.Contains(again.Words(), "Half a na") {
			t.Errorf("%s: %s", page, again.Words())
		}
	}
}

func TestAFieldIsRenamedHiddenAndTakenBack(t *testing.T) {
	p := open(t, apptest.Empty(t), route.FieldsPage)
	model := settings.NewModel(p.board, p.window, wording.English())
	row := fieldRow(t, model, "pronouns")
	if wrong := model.Arrange(row, "How to speak of them", true); wrong != "" {
		t.Fatal(wrong)
	}
	row = fieldRow(t, model, "pronouns")
	if row.Label != "How to speak of them" || row.Usual != "Pronouns" || !row.Hidden {
		t.Errorf("it became %+v", row)
	}
	if wrong := model.Arrange(row, "", false); wrong != "" {
		t.Fatal(wrong)
	}
	if row = fieldRow(t, model, "pronouns"); row.Label != "Pronouns" || row.Usual != "" || row.Hidden {
		t.Errorf("it is not taken back: %+v", row)
	}
	if wrong := model.Arrange(fieldRow(t, model, "name"), "Name", true); wrong != "" {
		t.Error(wrong)
	}
	if fieldRow(t, model, "name").Hidden {
		t.Error("the one field that everybody needs is hidden")
	}
}

func fieldRow(t *testing.T, m *settings.Model, name string) settings.FieldRow {
	t.Helper()
	for _, r := range m.Fields().Fields {
		if r.Name == name {
			return r
		}
	}
	t.Fatalf("no field %s", name)
	return settings.FieldRow{}
}

func TestAFieldIsHiddenByTapping(t *testing.T) {
	p := open(t, apptest.Empty(t), route.FieldsPage)
	p.TapAt(p.at(t, "Pronouns"))
	p.Entry("What it is called on this board").SetText("How to speak of them")
	p.Tap(p.Spoken("This board does not use it"))
	p.Tap(p.Button("Save"))
	p.Shows("How to speak of them")
	p.Shows("Hidden")
}

func TestAFieldThatIsBetterNotKeptIsWarnedAboutOnceAndKindly(t *testing.T) {
	p := open(t, apptest.Empty(t), route.FieldsPage)
	p.Tap(p.Button("Add a field"))
	p.Entry("What the field is called").SetText("Immigration status")
	p.Tap(p.Button("Add"))
	if len(p.settings(t).Custom) != 0 {
		t.Fatal("it was added without a word")
	}
	p.Shows("If you are sure, press the button once more.")
	p.Tap(p.Button("Add"))
	if len(p.settings(t).Custom) != 1 {
		t.Errorf("the board may not decide: %s", p.Words())
	}
}

func TestAFieldWithAnswersNeedsTwo(t *testing.T) {
	p := open(t, apptest.Empty(t), route.FieldsPage)
	p.Tap(p.Button("Add a field"))
	p.Entry("What the field is called").SetText("Size of T-shirt")
	p.Tap(p.Spoken("What it holds: Text"))
	p.Tap(p.Spoken("One of several answers"))
	p.Entry("The answers to choose from").SetText("S")
	p.Tap(p.Button("Add"))
	p.Shows("Write at least two answers")
	p.Entry("The answers to choose from").SetText("S\n\nM\nL")
	p.Tap(p.Button("Add"))
	custom := p.settings(t).Custom
	if len(custom) != 1 || custom[0].Kind != member.CustomChoice || len(custom[0].Choices) != 3 {
		t.Fatalf("kept %+v", custom)
	}
	if p.screen.Draft() != nil {
		t.Error("a draft is left behind")
	}
	p.Shows("S · M · L")
}

func TestAFieldThatWasTakenAwayComesBackByUndo(t *testing.T) {
	p := open(t, apptest.Empty(t), route.FieldsPage)
	model := settings.NewModel(p.board, p.window, wording.English())
	if mistakes, wrong := model.SaveField(settings.FieldForm{Name: "Size", Kind: member.CustomText}); len(mistakes) > 0 || wrong != "" {
		t.Fatal(mistakes, wrong)
	}
	undo, wrong := model.RemoveField(p.settings(t).Custom[0].ID)
	if wrong != "" || len(p.settings(t).Custom) != 0 {
		t.Fatal(wrong)
	}
	if wrong := undo(); wrong != "" || len(p.settings(t).Custom) != 1 {
		t.Errorf("it does not come back: %s", wrong)
	}
}

func TestAPersonIsAddedAndRemovedByAskingFirst(t *testing.T) {
	p := open(t, apptest.Empty(t), route.KeysPage)
	before, _ := p.board.Fingerprint()
	p.Shows("Only one key opens this vault.")
	p.Tap(p.Button("Add a person…"))
	p.Tap(p.Button("Add this person"))
	p.Shows("Write whose key it is")
	p.Entry("Whose key it is, or where it lies").SetText("Deputy")
	p.secret("Their passphrase", "Their passphrase once more", another)
	p.Tap(p.Button("Add this person"))
	holders, _ := p.board.Keyholders()
	if len(holders) != 2 || holders[1].Label != "Deputy" {
		t.Fatalf("the keyholders are %+v: %s", holders, p.Words())
	}
	p.Tap(p.Button("Remove…"))
	p.Press(fyne.KeyReturn) // the nearest answer is no
	if holders, _ = p.board.Keyholders(); len(holders) != 2 {
		t.Fatal("Enter alone removed a key")
	}
	p.Tap(p.Button("Remove…"))
	p.Tap(p.Button("Remove and write anew"))
	p.Pass(0)
	if holders, _ = p.board.Keyholders(); len(holders) != 1 {
		t.Fatalf("the key is still there: %s", p.Words())
	}
	if after, _ := p.board.Fingerprint(); after != before {
		p.Shows("The vault has a new fingerprint")
		p.Shows(after)
	}
}

func TestTheKeyInUseCanNotBeRemoved(t *testing.T) {
	b := apptest.Empty(t)
	if _, err := b.AddPassphrase(t.Context(), "Deputy", another); err != nil {
		t.Fatal(err)
	}
	for _, row := range settings.NewModel(b, newWindow(), wording.English()).Keys().Rows {
		if row.Removable != (row.Label == "Deputy") {
			t.Errorf("%s can be removed: %v", row.Label, row.Removable)
		}
	}
}

func TestTheNewPassphraseOpensTheVaultAndTheOldOneDoesNot(t *testing.T) {
	for _, feared := range []bool{false, true} {
		dir := filepath.Join(t.TempDir(), "vault")
		b, _, err := board.Create(t.Context(), apptest.Environment(), dir, board.Beginning{
			Zone: "UTC", Holder: "Coordinator", Passphrase: apptest.Passphrase})
		if err != nil {
			t.Fatal(err)
		}
		p := open(t, b, route.KeysPage)
		p.Tap(p.Button("Change passphrase…"))
		p.secret("New passphrase", "The new passphrase once more", another)
		if feared {
			for _, c := range kittest.All[*kit.Check](p.Window.Canvas().Overlays().Top()) {
				p.Tap(c)
			}
		}
		p.Tap(p.Button("Change it"))
		p.Pass(0)
		closed := b.Lock()
		if _, _, err := closed.Unlock(t.Context(), board.PassphraseKey(apptest.Passphrase), nil); err == nil {
			t.Error("the old one still opens it")
		}
		opened, _, err := closed.Unlock(t.Context(), board.PassphraseKey(another), nil)
		if err != nil {
			t.Fatalf("feared %v: the new one does not open it: %v; %s", feared, err, p.Words())
		}
		if err := opened.Close(); err != nil {
			t.Error(err)
		}
	}
}

// stopping is a board whose rewrite is stopped by the button once it writes.
type stopping struct {
	*board.Board
	stop func()
}

func (s stopping) ChangePassphrase(ctx context.Context, id record.ID, text string, feared bool, progress board.Progress) error {
	return s.Board.ChangePassphrase(ctx, id, text, feared, func(step board.Step, done, total int64) {
		progress(step, done, total)
		if step == store.StepWrite {
			s.stop()
		}
	})
}

func TestARewriteThatIsStoppedLeavesTheVaultAsItWas(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "vault")
	b, _, err := board.Create(t.Context(), apptest.Environment(), dir, board.DemoBeginning("Coordinator", apptest.Passphrase))
	if err != nil {
		t.Fatal(err)
	}
	if err := b.FillDemo(t.Context(), board.Demo{Seed: 1, People: 12}, nil); err != nil {
		t.Fatal(err)
	}
	p := &pages{Stage: kittest.NewStage(t, kittest.Variant{}), board: b, window: newWindow()}
	p.desk = apptest.NewDesk(p.Stage)
	stops := 0
	p.Show(apptest.Paged(settings.New(p.desk, stopping{b, func() { stops++; p.Button("Stop").Tapped(nil) }},
		route.Settings(route.KeysPage), nil, p.window)))
	p.Tap(p.Button("Change passphrase…"))
	p.secret("New passphrase", "The new passphrase once more", another)
	p.Tap(kittest.All[*kit.Check](p.Window.Canvas().Overlays().Top())[0]) // somebody may know the old one
	p.Tap(p.Button("Change it"))
	p.Pass(0)
	if stops == 0 || len(p.desk.Said) != 1 || !strings.Contains(p.desk.Said[0], "Stopped") {
		t.Fatalf("stopped %d times, said %q: %s", stops, p.desk.Said, p.Words())
	}
	people, err := b.People(board.Filter{})
	if err != nil || len(people) != 12 {
		t.Errorf("%d people, %v", len(people), err)
	}
	closed := b.Lock()
	if _, _, err := closed.Unlock(t.Context(), board.PassphraseKey(another), nil); err == nil {
		t.Error("the new passphrase opens it")
	}
	opened, found, err := closed.Unlock(t.Context(), board.PassphraseKey(apptest.Passphrase), nil)
	if err != nil || len(found.Notices) > 0 {
		t.Fatalf("the old one: %v, %v", err, found.Notices)
	}
	left, err := filepath.Glob(filepath.Join(dir, "gen-*"))
	if err != nil || len(left) != 1 || filepath.Base(left[0]) != "gen-0001" {
		t.Errorf("left behind: %v, %v", left, err)
	}
	if err := opened.Close(); err != nil {
		t.Error(err)
	}
}

func TestAShortPassphraseStaysInTheFormWithWhatIsWrong(t *testing.T) {
	p := open(t, apptest.Empty(t), route.KeysPage)
	p.Tap(p.Button("Change passphrase…"))
	p.secret("New passphrase", "The new passphrase once more", "x9!")
	p.Tap(p.Button("Change it"))
	p.Tap(p.Spoken("It can be guessed, and I want it all the same."))
	p.Tap(p.Button("Change it"))
	p.Shows("at least")
	if got := p.Entry("New passphrase").Text; got != "x9!" {
		t.Errorf("what was typed is %q now", got)
	}
}

func TestANewPaperKeyIsShownOnceAndReadBack(t *testing.T) {
	p := open(t, apptest.Empty(t), route.KeysPage)
	p.Tap(p.Button("Make a paper key…"))
	p.Entry("Whose key it is, or where it lies").SetText("Office safe")
	p.Tap(p.Button("Make it"))
	p.Shows("A new paper key")
	groups := map[string]string{}
	lines := strings.Fields(p.Words())
	for i, word := range lines {
		if i > 0 && len(lines[i-1]) <= 2 && strings.Contains(word, "-") {
			groups[lines[i-1]] = word
		}
	}
	p.Tap(p.Button("I have it, ask me"))
	p.Pass(0)
	p.Shows("Read it back")
	for number, text := range groups {
		label := "Group " + number
		for _, e := range kittest.All[*kit.Entry](p.Window.Canvas().Overlays().Top()) {
			if e.Label() == label {
				e.SetText(text)
			}
		}
	}
	p.Tap(p.Button("Check"))
	p.Shows("Read back 21 November 2026")
	if holders, _ := p.board.Keyholders(); len(holders) != 2 || holders[1].ReadBack.IsZero() {
		t.Errorf("the keyholders are %+v", holders)
	}
}

func TestAPaperKeyThatWasPutOffIsSaid(t *testing.T) {
	p := open(t, apptest.Empty(t), route.KeysPage)
	p.Tap(p.Button("Make a paper key…"))
	p.Entry("Whose key it is, or where it lies").SetText("Office safe")
	p.Tap(p.Button("Make it"))
	p.Press(fyne.KeyEscape)
	p.Shows("Never read back")
	if holders, _ := p.board.Keyholders(); holders[1].Skipped.IsZero() {
		t.Error("it is not kept that it was put off")
	}
}

func TestAKeyFileIsWrittenAndOpensWithItsPassphrase(t *testing.T) {
	p := open(t, apptest.Empty(t), route.KeysPage)
	p.Tap(p.Button("Make a key file…"))
	p.Entry("Whose key it is, or where it lies").SetText("Stick")
	p.secret("Passphrase of the file", "The passphrase once more", another)
	p.Tap(p.Button("Choose where to save it…"))
	p.Tap(p.Button("Save here"))
	p.Pass(0)
	data, err := os.ReadFile(filepath.Join(p.Env.Home, "holdfast-key.age"))
	if err != nil {
		t.Fatalf("%v; %s", err, p.Words())
	}
	if _, err := board.FileKey(data, []byte(another)); err != nil {
		t.Error(err)
	}
	p.Shows("Stick")
}

func TestAKeyIsRenamedAndNotToNothing(t *testing.T) {
	p := open(t, apptest.Empty(t), route.KeysPage)
	p.Tap(p.Button("Rename…"))
	p.Entry("Whose key it is, or where it lies").SetText(" ")
	p.Tap(p.Button("Save"))
	p.Shows("Write whose key it is")
	p.Entry("Whose key it is, or where it lies").SetText("Ana")
	p.Press(fyne.KeyReturn)
	if holders, _ := p.board.Keyholders(); holders[0].Label != "Ana" {
		t.Errorf("it is called %q", holders[0].Label)
	}
}

// unattested is a board opened with a key that was added by its public half
// alone, and so has not vouched for the vault yet.
func unattested(t *testing.T) *board.Board {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "vault")
	b, _, err := board.Create(t.Context(), apptest.Environment(), dir, board.Beginning{
		Zone: "UTC", Holder: "Coordinator", Passphrase: apptest.Passphrase})
	if err != nil {
		t.Fatal(err)
	}
	identity := must(age.GenerateHybridIdentity())(t)
	if _, err := b.AddRecipient(t.Context(), "Deputy", identity.Recipient().String()); err != nil {
		t.Fatal(err)
	}
	opened, opening, err := b.Lock().Unlock(t.Context(), must(board.FileKey([]byte(identity.String()), nil))(t), nil)
	if err != nil {
		t.Fatal(err)
	}
	if !opening.Unattested {
		t.Fatal("the key has vouched already")
	}
	t.Cleanup(func() { opened.Close() })
	return opened
}

func TestAKeyThatNeverVouchedComparesTheFingerprintFirst(t *testing.T) {
	p := open(t, unattested(t), route.KeysPage)
	print, _ := p.board.Fingerprint()
	p.Shows("Compare this fingerprint with the one on your recovery kit")
	p.Shows(print)
	p.Tap(p.Button("It is different"))
	p.Shows("Lock, and type nothing more")
	p.Press(fyne.KeyEscape)
	p.Tap(p.Button("It is the same"))
	for _, h := range must(p.board.Keyholders())(t) {
		if h.Mine && !h.Attested {
			t.Error("it has not vouched")
		}
	}
	if p.HasButton("It is the same") {
		t.Error("it is asked again")
	}
}

func must[V any](v V, err error) func(*testing.T) V {
	return func(t *testing.T) V {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

func TestAPageIsOpenedByItsRouteAndToldToTheWindow(t *testing.T) {
	p := open(t, apptest.Empty(t), route.VaultPage)
	p.Shows("/home/ana/Documents/Holdfast")
	p.Shows("everything was as it was left")
	p.Tap(p.Spoken("Keys"))
	p.Shows("Who can open this vault")
}

func TestALockedBoardSaysSoInsteadOfShowingNothing(t *testing.T) {
	b := apptest.Empty(t)
	closed := b.Lock()
	t.Cleanup(func() { closed.Close() })
	for _, page := range []string{route.Locking, route.BoardPage, route.FieldsPage, route.KeysPage, route.VaultPage} {
		p := open(t, b, page)
		p.Shows("The vault was locked meanwhile.")
	}
}

func TestPicturesSettings(t *testing.T) {
	for _, page := range []string{route.Appearance, route.Locking, route.BoardPage, route.FieldsPage, route.KeysPage, route.VaultPage} {
		b := furnished(t)
		kittest.Picture(t, "settings-"+page, func(s *kittest.Stage) fyne.CanvasObject {
			p := show(t, s, b, page, nil)
			return apptest.Paged(p.screen)
		})
	}
}

// furnished is a board whose settings have something to show.
func furnished(t *testing.T) *board.Board {
	t.Helper()
	b := apptest.Empty(t)
	set, err := b.Settings()
	if err != nil {
		t.Fatal(err)
	}
	set.Hidden, set.Renamed = []string{"availability"}, map[string]string{"pronouns": "How to speak of them"}
	set.Custom = []member.CustomField{{Name: "Size of T-shirt", Kind: member.CustomChoice, Choices: []string{"S", "M", "L"}}}
	if _, err := b.SaveSettings(set); err != nil {
		t.Fatal(err)
	}
	if _, err := b.AddPassphrase(t.Context(), "Deputy coordinator", another); err != nil {
		t.Fatal(err)
	}
	if _, err := b.AddPaper(t.Context(), "Paper in the office safe"); err != nil {
		t.Fatal(err)
	}
	return b
}

func TestPicturesSettingsDialogs(t *testing.T) {
	for name, press := range map[string]string{
		"settings-passphrase": "Change passphrase…", "settings-remove": "Remove…", "settings-person": "Add a person…",
	} {
		b := furnished(t)
		kittest.Picture(t, name, func(s *kittest.Stage) fyne.CanvasObject {
			p := show(t, s, b, route.KeysPage, nil)
			p.Tap(p.Button(s.Env.Say(press)))
			p.Pass(time.Second)
			return nil
		})
	}
	b := apptest.Empty(t)
	kittest.Picture(t, "settings-field", func(s *kittest.Stage) fyne.CanvasObject {
		p := show(t, s, b, route.FieldsPage, nil)
		p.Tap(p.Button(s.Env.Say("Add a field")))
		p.Entry(s.Env.Say("What the field is called")).SetText("Immigration status")
		p.Tap(p.Button(s.Env.Say("Add")))
		return nil
	})
}
