package main

import (
	"errors"
	"os"
	"os/signal"
	"syscall"

	"holdfast/board"
	"holdfast/wording"
)

// canShow refuses to make a paper key that nobody could see: no file takes it,
// and standard output leads nowhere. The system puts the null device in the
// place of a standard output that is closed.
func (h *house) canShow(file string) error {
	out, ok := h.out.(*os.File)
	if file != "" || !ok {
		return nil
	}
	nowhere, err := os.Stat(os.DevNull)
	if err != nil {
		return nil // a system without one: writing will tell
	}
	if at, err := out.Stat(); err == nil && !os.SameFile(at, nowhere) {
		// Whoever reads may go away; that is to be an error that is said, and
		// not the end of this program.
		signal.Ignore(syscall.SIGPIPE)
		return nil
	}
	return wording.Refuse("paper", "The recovery key would be shown to nobody, because standard output leads nowhere. Name a file for it, or let it be shown.")
}

// showOnce is what showing a new kit came to. A key that nobody has seen is
// worth nothing, and whoever relies on it must hear of it.
func (h *house) showOnce(kit *board.Kit, file string, err error) error {
	if err == nil || kit == nil || file != "" {
		return err
	}
	return errors.Join(wording.Refuse("paper",
		"The recovery key was made, but it could not be shown, so nobody has it. The vault opens with its other keys. Make another recovery key with “holdfastctl keys add --kind paper --out FILE”, and take this one away with “holdfastctl keys remove”."), err)
}
