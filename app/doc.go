// Package app is the window: one sidebar, one router, one lock.
//
// A Shell fills one window. While no vault is open it shows the front (the
// welcome or the unlock screen). Once a board is open it shows areas in the
// sidebar and one screen of one of them. It knows screens only as kit.Screen
// and is told by whoever puts the program together (desktop.go) which areas
// there are, how to find, and how to lock.
//
// Guard (model.go, without Fyne) decides when to lock. Lock always wins: by
// Ctrl+L, when nobody has touched anything for a while, when the machine
// sleeps or its screen is locked, when the window is minimised. It never asks
// and waits for nothing: the screen is gone in the same frame, everything
// that lies on top too, what runs is cancelled, the clipboard forgets, and
// the keys are wiped right after. Hiding (Esc twice) is the same, and shows a
// page that anybody may see.
//
// Promises:
//   - while locked nothing of the board is held by the window, and nothing
//     that was started while it was open is heard any more;
//   - the title of the window, which the taskbar shows too, never says what
//     the program is;
//   - what was half-typed is handed over to be kept two seconds after typing
//     has paused, and once more when locking.
//
// Example:
//
//	shell := app.NewShell(app.Config{Window: window, Front: unlockScreen, Lock: vault.Lock, …})
//	shell.Start()
//	shell.Enter(app.Board{Name: "Riverside advisory board", Areas: areas, Find: board.Find})
package app
