package packet_test

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"holdfast/app/apptest"
	"holdfast/app/kit/kittest"
	"holdfast/app/packet"
	"holdfast/assessment"
	"holdfast/board"
	"holdfast/record"
	"holdfast/wording"
)

// world is a packet of a real board, and the window of somebody who answers.
type world struct {
	*kittest.Stage
	t     testing.TB
	board *board.Board
	round record.ID
	codes []assessment.Code
	file  []byte
	words string

	model  *packet.Model
	screen *packet.Screen
	quit   int
}

func newWorld(t testing.TB, s *kittest.Stage) *world {
	t.Helper()
	w := &world{Stage: s, t: t, board: apptest.Empty(t)}
	w.Env.Home = t.TempDir()
	a := w.board.Assess()
	r, err := a.OpenRound(assessment.Round{Title: "After the meeting", Instrument: "meeting-pulse",
		Asked: map[assessment.Side]int{assessment.Members: 9}, From: record.Date{Year: 2026, Month: 11, Day: 1}, To: record.Date{Year: 2026, Month: 12, Day: 1}})
	w.Must(err)
	w.round = r.ID
	w.codes, _, err = a.Codes(r.ID, assessment.Members, 3, false)
	w.Must(err)
	w.file, w.words, err = a.Packet(r.ID)
	w.Must(err)
	w.model = packet.NewModel(s.Env.Book, w.file, bytes.NewReader(bytes.Repeat([]byte{5}, 4096)))
	s.Window.Canvas().SetOnTypedKey(func(key *fyne.KeyEvent) {
		if w.screen != nil {
			w.screen.Key(key)
		}
	})
	w.door(nil)
	return w
}

func (w *world) door(unread error) {
	w.screen = nil
	w.Show(packet.NewDoor(w.Env, w.model, unread, func() {
		w.screen = packet.New(apptest.NewDesk(w.Stage), w.model, packet.Config{Quit: func() { w.quit++ }, Hide: func() {}, Speak: func(wording.Language) {}})
		w.Show(w.screen.Content())
	}))
}

// unlock types the words, and then a code.
func (w *world) unlock(code assessment.Code) {
	w.t.Helper()
	w.Pass(0)
	w.Type(w.words)
	w.Press(fyne.KeyReturn)
	w.Entry(w.Env.Say("The code on your slip")).SetText(strings.ToLower(string(code)))
	w.Push(w.Env.Say("Go on"))
}

func (w *world) answerAll() {
	w.t.Helper()
	w.Push("Begin")
	for range 30 {
		if w.HasButton("Save my answers…") {
			return
		}
		w.Press(fyne.Key4, fyne.KeyRight)
	}
	w.t.Fatal("the questions have no end")
}

// files are those in the person's folder.
func (w *world) files() []string {
	names, err := filepath.Glob(filepath.Join(w.Env.Home, "*"))
	w.Must(err)
	return names
}

func TestAnswersComeBackInAFileThatTheBoardTakes(t *testing.T) {
	w := newWorld(t, kittest.NewStage(t, kittest.Variant{}))
	w.Shows("Questions from a board.")
	w.unlock(w.codes[0])
	w.Shows("Please give your answers back by 1 December 2026.")
	w.answerAll()
	w.Push("Save my answers…", "Save here")
	w.Shows("Thank you", "Hand it over, then remove it.")
	names := w.files()
	if len(names) != 1 {
		t.Fatalf("%v", names)
	}
	data, err := os.ReadFile(names[0])
	w.Must(err)
	if bytes.Contains(data, []byte("meeting")) || !bytes.HasPrefix(data, []byte("age-encryption.org/")) {
		t.Error("the file can be read")
	}
	files, err := board.AnswerFiles(w.Env.Home)
	w.Must(err)
	got, err := w.board.Assess().Collect(w.round, files)
	w.Must(err)
	if len(got) != 1 || got[0].Problem != nil {
		t.Errorf("%+v", got)
	}
	w.Push("Somebody else answers too")
	w.Entry("The code on your slip").SetText(string(w.codes[1]))
	w.Push("Go on")
	if w.model.Sheet().Begun() {
		t.Error("they see what was answered before")
	}
	w.model.Wrote("x", true)
	w.Push("Hide")
	w.door(nil)
	w.Pass(0)
	w.Type(w.words)
	w.Press(fyne.KeyReturn)
	w.Push("Close")
	if w.quit != 1 {
		t.Error("it stays open")
	}
}

func TestTheFourTroublesAreSaidApart(t *testing.T) {
	w := newWorld(t, kittest.NewStage(t, kittest.Variant{}))
	w.Pass(0)
	w.Type("these are not the words")
	w.Push("Open")
	w.Shows("These words do not open this file.")

	w.model = packet.NewModel(w.Env.Book, w.file[:len(w.file)/2], nil)
	w.door(nil)
	w.Pass(0)
	w.Type(w.words)
	w.Push("Open")
	w.Shows("Have it sent again.")

	w.door(&fs.PathError{Op: "open", Path: "questions.age", Err: fs.ErrPermission})
	w.Shows("There is no permission to read or write this file.")
	if w.HasButton("Open") {
		t.Error("words are asked for a file that can't be read")
	}

	newer, err := os.ReadFile(filepath.Join("..", "..", "backup", "packet", "testdata", "newer.age"))
	w.Must(err)
	w.model = packet.NewModel(w.Env.Book, newer, nil)
	w.door(nil)
	w.Pass(0)
	w.Type("orbit lantern maple quiet harbor")
	w.Push("Open")
	w.Shows("This file was made by a newer Holdfast.")
}

func TestACodeThatIsNoneIsSaidBeforeAnythingIsAsked(t *testing.T) {
	w := newWorld(t, kittest.NewStage(t, kittest.Variant{}))
	w.unlock("AAAA-AAAA-AAAA")
	w.Shows("This code is none of this round, or it was used already.")
	w.Push("Go on")
	if w.model.Page() != packet.AskCode {
		t.Error("the questions are there without a code")
	}
}

func TestAfterHidingWordsAndCodeAreAskedAgainAndNothingIsLost(t *testing.T) {
	w := newWorld(t, kittest.NewStage(t, kittest.Variant{}))
	w.unlock(w.codes[0])
	w.Push("Begin")
	w.Press(fyne.Key3)
	w.door(nil) // what the window shows once it is hidden or locked
	w.unlock(w.codes[0])
	if w.model.Page() != packet.Answering || !w.model.Sheet().Begun() {
		t.Fatal("the answers are lost")
	}
	w.door(nil)
	w.unlock(w.codes[1])
	if w.model.Sheet().Begun() {
		t.Error("somebody else sees them")
	}
}

func TestAnswersThatArePutAsideOpenWithTheOwnCodeAlone(t *testing.T) {
	w := newWorld(t, kittest.NewStage(t, kittest.Variant{}))
	w.unlock(w.codes[0])
	w.Push("Begin")
	w.Press(fyne.Key2)
	w.Push("Pause and come back", "Save here")
	w.Shows("Your answers are put aside", filepath.Join(w.Env.Home, "put-aside.age"))
	data, err := os.ReadFile(w.files()[0])
	w.Must(err)

	w.model = packet.NewModel(w.Env.Book, w.file, nil)
	w.door(nil)
	w.unlock(w.codes[1])
	look, ok := w.model.TakeUp(string(w.codes[1]), data)
	if !ok {
		t.Fatal(w.model.Wrong())
	}
	if _, err := look(); err == nil {
		t.Error("another code opens them")
	}
	w.door(nil)
	w.Pass(0)
	w.Type(w.words)
	w.Press(fyne.KeyReturn)
	w.Entry("The code on your slip").SetText(string(w.codes[0]))
	w.Push("Go on with answers that I put aside…")
	w.Entry("File").SetText("put-aside.age")
	w.Push("Open")
	if w.model.Page() != packet.Answering || !w.model.Sheet().Begun() {
		t.Errorf("not taken up: %s", w.Words())
	}
}

func TestPicturesPacket(t *testing.T) {
	picture := func(name string, then func(*world)) {
		kittest.Picture(t, name, func(s *kittest.Stage) fyne.CanvasObject {
			w := newWorld(t, s)
			w.Env.Home = t.TempDir()
			then(w)
			return nil
		})
	}
	picture("door", func(*world) {})
	picture("code", func(w *world) { w.Pass(0); w.Type(w.words); w.Press(fyne.KeyReturn) })
	picture("begin", func(w *world) { w.unlock(w.codes[0]) })
}
