package kit

import (
	"time"

	"fyne.io/fyne/v2"
)

// ForgetAfter is how long something copied from us stays on the clipboard,
// unless a board has chosen otherwise (Keep).
const ForgetAfter = 15 * time.Second

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
	c.stop()
	c.ours = text
	c.board.SetContent(text)
	c.timer = c.runner.After(c.after, c.Forget)
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
