// Package apptest gives tests of screens a real board: a vault in a temporary
// folder with the cheapest passphrase that may be written, empty or filled
// with the invented board, at the time that a stage's clock shows.
//
// It is a board like any other, so what a screen's test shows holds in the
// product.
//
// Example:
//
//	b := apptest.Demo(t, 9)
//	screen := today.New(desk, b)
package apptest

import (
	"math/rand/v2"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"

	"holdfast/app/kit"
	"holdfast/app/kit/kittest"
	"holdfast/app/route"
	"holdfast/board"
	"holdfast/store/keyring"
)

// Passphrase opens the boards of this package.
const Passphrase = "lantern meadow orbit pebble quilt river"

// Environment is that of a test: the clock of a stage, chance from a seed, and
// every path a disk of its own.
func Environment() board.Environment {
	return board.Environment{Clock: kittest.Start, Random: rand.NewChaCha8([32]byte{7}), Cost: keyring.Lowest(),
		Device: func(path string) (string, error) { return path, nil }}
}

// Empty makes a board with nobody on it. It is closed when the test ends.
func Empty(t testing.TB) *board.Board {
	t.Helper()
	return begin(t, board.Beginning{Name: "Riverside advisory board", Zone: "America/Chicago",
		Holder: "Coordinator", Passphrase: Passphrase})
}

// Demo makes the invented board with so many people.
func Demo(t testing.TB, people int) *board.Board {
	t.Helper()
	b := begin(t, board.DemoBeginning("Coordinator", Passphrase))
	if err := b.FillDemo(t.Context(), board.Demo{Seed: 1, People: people}, nil); err != nil {
		t.Fatal(err)
	}
	return b
}

func begin(t testing.TB, beginning board.Beginning) *board.Board {
	t.Helper()
	b, _, err := board.Create(t.Context(), Environment(), filepath.Join(t.TempDir(), "vault"), beginning)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := b.Close(); err != nil {
			t.Error(err)
		}
	})
	return b
}

// Desk is what the shell is to a screen, and notes what the screen asked for.
type Desk struct {
	Stage *kittest.Stage
	// Went are the places that the screen led to, Said what it said.
	Went []route.Route
	Said []string
	// Undo takes back what was said last.
	Undo                func()
	Backs, Types, Saves int
}

// NewDesk makes a desk on a stage.
func NewDesk(s *kittest.Stage) *Desk { return &Desk{Stage: s} }

// Env is the stage's.
func (d *Desk) Env() *kit.Env { return d.Stage.Env }

// Go notes where to.
func (d *Desk) Go(to route.Route) { d.Went = append(d.Went, to) }

// Back counts.
func (d *Desk) Back() { d.Backs++ }

// At does nothing: nothing is rebuilt here.
func (d *Desk) At(route.Route) {}

// Say notes what was said.
func (d *Desk) Say(sentence string, undo func()) {
	d.Said, d.Undo = append(d.Said, sentence), undo
}

// Says is what was said last, or "".
func (d *Desk) Says() string {
	if len(d.Said) == 0 {
		return ""
	}
	return d.Said[len(d.Said)-1]
}

// Leads is where a screen led to last.
func (d *Desk) Leads() route.Route {
	if len(d.Went) == 0 {
		return route.Route{}
	}
	return d.Went[len(d.Went)-1]
}

// Typed counts.
func (d *Desk) Typed() { d.Types++ }

// Saved counts.
func (d *Desk) Saved() { d.Saves++ }

// Again does nothing: heads are asked for by the tests.
func (d *Desk) Again() {}

// Paged is a screen as the window shows it, with its head.
func Paged(s kit.Screen) fyne.CanvasObject {
	return kit.NewPage(s.Head(), nil, s.Content()).Object()
}
