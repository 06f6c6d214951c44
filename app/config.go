package app

import (
	"fyne.io/fyne/v2"

	"holdfast/app/kit"
	"holdfast/app/route"
	"holdfast/app/theme"
	"holdfast/wording"
)

// Config is what a Shell is made of.
type Config struct {
	Window    fyne.Window
	Clipboard fyne.Clipboard
	Clock     kit.Clock
	// Dispatch carries a function to the window's goroutine (fyne.Do).
	Dispatch func(func())
	// Book is the language at first, Look the look, Policy the locking.
	Book   *wording.Book
	Look   theme.Look
	Policy Policy
	// Home is the folder in which files are looked for at first.
	Home string
	// Sticks lists the folders of what is plugged in, or is nil.
	Sticks func() []string
	// Front makes what is shown while no board is open: the welcome or the
	// unlock screen. It is called anew each time, and remembers nothing.
	Front func(*kit.Env) fyne.CanvasObject
	// Guide opens the guide over the window, at the page about a place; the
	// zero Route is the front. Without it there is none.
	Guide func(*kit.Env, route.Route)
	// Lock drops the board and wipes its keys. It is called right after the
	// screen is gone, beside the window's goroutine, once for each Enter, and
	// when the front is hidden.
	Lock func(Reason)
	// KeepDraft keeps what is half-typed at a place; nil bytes mean that
	// nothing is any more. It is called beside the window's goroutine, one
	// call after the other, and always before Lock. The error, if any, is
	// said while typing.
	KeepDraft func(route.Route, []byte) error
}

// Area is an entry of the sidebar.
type Area struct {
	// ID is what routes call it.
	ID    string
	Icon  theme.Icon
	Label wording.Text
	// Count is how many things in it need a look, or nil.
	Count func() int
	// Open makes the screen of a place in the area. draft is what was
	// half-typed there, or nil.
	Open func(desk kit.Desk, at route.Route, draft []byte) kit.Screen
}

// Board is what the window shows while a board is open.
type Board struct {
	// Name is the board's own, below the name of the program.
	Name string
	// Areas are in the order of the sidebar; the first is shown first.
	Areas []Area
	// Settings stands at the bottom of the sidebar; without an ID it is left
	// out.
	Settings Area
	// Find answers the search, and Open opens what was found.
	Find func(query string) []kit.Found
	Open func(kit.Found) route.Route
	// Draft is what was half-typed when the vault locked, or nil.
	Draft *Draft
}

// Draft is something half-typed, and where.
type Draft struct {
	At    route.Route
	Bytes []byte
}

// area is the area of a route, or the first.
func (b *Board) area(id string) Area {
	for _, a := range b.all() {
		if a.ID == id {
			return a
		}
	}
	return b.Areas[0]
}

// all are the areas with the settings.
func (b *Board) all() []Area {
	all := append([]Area{}, b.Areas...)
	if b.Settings.ID != "" {
		all = append(all, b.Settings)
	}
	return all
}
