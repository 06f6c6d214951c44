package kit

import (
	"time"

	"fyne.io/fyne/v2"
)

// ForgetAfter is how long something copied from us stays on the clipboard,
// unless a board has chosen otherwise (Keep).
const ForgetAfter = 15 * time.Second

// fieldKept is how long, at least, something that was cut or copied in a field
// stays: it is to be pasted somewhere else.
const fieldKept = 2 * time.Minute

// Clipboard copies for a short while. Whatever other programs on the machine
// keep of a clipboard (a history, a cloud) is out of our hands; a screen that
// copies says that it will be forgotten here, not everywhere.
type Clipboard struct {
	board  fyne.Clipboard
	runner *Runner
	after  time.Duration
	ours   string
	timer  Timer
}

// NewClipboard makes a Clipboard over that of the desktop.
func NewClipboard(board fyne.Clipboard, runner *Runner) *Clipboard {
	return &Clipboard{board: board, runner: runner, after: ForgetAfter}
}

// Keep says how long what is copied from now on stays; Kept is that time.
func (c *Clipboard) Keep(after time.Duration) { c.after = after }

// Kept is how long what is copied stays.
func (c *Clipboard) Kept() time.Duration { return c.after }

// Copy puts text on the clipboard and takes it off again after Kept,
// unless somebody has copied something else by then.
func (c *Clipboard) Copy(text string) {
	c.board.SetContent(text)
	c.note(text, c.after)
}

// note has a text that is on the clipboard forgotten after a time.
func (c *Clipboard) note(text string, after time.Duration) {
	c.stop()
	c.ours = text
	c.timer = c.runner.After(after, c.Forget)
}

// noting is a clipboard of which what is put there is forgotten again.
type noting struct {
	fyne.Clipboard
	by *Clipboard
}

// SetContent puts a text there.
func (n noting) SetContent(text string) {
	n.Clipboard.SetContent(text)
	n.by.note(text, max(n.by.after, fieldKept))
}

// forgetful is a shortcut of Fyne's after which what it cut or copied is
// forgotten, as what our own buttons copy is.
func (c *Clipboard) forgetful(shortcut fyne.Shortcut) fyne.Shortcut {
	if c == nil {
		return shortcut
	}
	switch s := shortcut.(type) {
	case *fyne.ShortcutCopy:
		return &fyne.ShortcutCopy{Clipboard: noting{s.Clipboard, c}}
	case *fyne.ShortcutCut:
		return &fyne.ShortcutCut{Clipboard: noting{s.Clipboard, c}}
	}
	return shortcut
}

// Forget takes our text off the clipboard at once; what is not ours stays.
// The shell calls it when it locks.
func (c *Clipboard) Forget() {
	c.stop()
	if c.ours == "" {
		return
	}
	if c.board.Content() == c.ours {
		c.board.SetContent("")
	}
	c.ours = ""
}

// Holds says whether something of ours is to be forgotten still.
func (c *Clipboard) Holds() bool { return c.ours != "" }

func (c *Clipboard) stop() {
	if c.timer != nil {
		c.timer.Stop()
		c.timer = nil
	}
}
