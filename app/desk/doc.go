// Package desk hears what happens to the computer around the window: it goes
// to sleep, its screen is locked, its session ends.
//
// A Watcher listens to what the operating system says about these things and
// tells each as an Event, one after the other. On Linux it listens to logind
// on the system bus and to the screen saver on the session bus; on Windows to
// the messages of a window that is never shown; on macOS it looks every few
// seconds at the clocks and at the console session. Beside that stand three
// acts on the process itself: Harden (no memory in crash files), Quiet (no
// caches left in the home folder) and HideFromCapture.
//
// Promises:
//   - Watch returns at once and nothing here stops the program: a missing,
//     silent or lying bus only means that less is heard, and Hears says so;
//   - while a Sleep or SessionEnd is being told, Linux and Windows are asked
//     to wait, so that keys are gone before memory is kept on or off;
//   - nothing is said to the bus about the board: the words with which sleep
//     is delayed are neutral, since everyone on the computer can list them;
//   - only sockets of this computer are opened, never one of the network.
//
// What is not promised: on macOS sleep is noticed on waking and a locked
// screen within three seconds, and nobody has run it there yet.
//
// Example:
//
//	watcher := desk.Watch(ctx, desk.Buses(os.Getenv), func(e desk.Event) {
//		fyne.DoAndWait(shell.Lock)
//	})
//	defer watcher.Close()
package desk
