package main

import (
	"context"
	"io"
	"time"

	"holdfast/assets"
	"holdfast/board"
	"holdfast/preference"
	"holdfast/store"
	"holdfast/store/keyring"
	"holdfast/wording"
)

// world is what the program is given by whoever starts it: the operating
// system, or a test.
type world struct {
	in            io.Reader
	out, errOut   io.Writer
	getenv        func(string) string
	settingsDir   string
	home          string
	cost          keyring.Cost
	errIsTerminal bool
}

// house is what every command works with.
type house struct {
	world
	globals   *globals
	ctx       context.Context
	book      *wording.Book
	json      bool
	env       board.Environment
	inputUsed bool
	// last is the length of the progress line that stands on the terminal.
	last int
}

// tell says something beside the answer: a notice, a question, what went wrong.
func (w world) tell(text string) error {
	_, err := io.WriteString(w.errOut, harmless(text))
	return err
}

func newHouse(ctx context.Context, w world, g *globals) (*house, error) {
	book, err := assets.Book(g.language(w.getenv))
	if err != nil {
		return nil, err
	}
	clock := time.Now
	if g.Now != nil {
		clock = func() time.Time { return *g.Now }
	}
	h := &house{world: w, globals: g, ctx: ctx, book: book, json: g.JSON}
	h.env = board.Environment{Clock: clock, Cost: w.cost, Home: w.home,
		Anchor: preference.Open(w.settingsDir).Anchors()}
	return h, nil
}

// answer prints what a command found: for a person, or as one JSON document.
func (h *house) answer(document any, human func(*page)) error {
	if h.json {
		return notShown(writeJSON(h.out, document))
	}
	p := &page{book: h.book}
	human(p)
	return h.print(p)
}

// answerPage is answer for a page that is made already.
func (h *house) answerPage(document any, p *page) error {
	if h.json {
		return h.answer(document, nil)
	}
	return h.print(p)
}

func (h *house) print(p *page) error {
	_, err := io.WriteString(h.out, p.text())
	return notShown(err)
}

// unshown is an error of writing an answer, after all the work was done.
type unshown struct{ error }

func (u unshown) Unwrap() error { return u.error }

func notShown(err error) error {
	if err == nil {
		return nil
	}
	return unshown{err}
}

// progress shows on a terminal how far long work has come.
func (h *house) progress(step store.Step, done, total int64) {
	if !h.errIsTerminal || h.json {
		return
	}
	line := h.book.Render(board.StepWords(step))
	if total > 0 {
		line += " " + h.book.Number(int(100*done/total)) + " %"
	}
	h.overwrite(line)
}

// overwrite puts a line in place of the one before, on a terminal.
func (h *house) overwrite(line string) {
	blank := max(0, h.last-len([]rune(line)))
	h.last = len([]rune(line))
	_, _ = io.WriteString(h.errOut, "\r"+line+spaces(blank)) // what can't be shown is not worth stopping for
}

// settle takes the progress line away.
func (h *house) settle() {
	if h.last > 0 {
		h.overwrite("")
		_, _ = io.WriteString(h.errOut, "\r")
		h.last = 0
	}
}
