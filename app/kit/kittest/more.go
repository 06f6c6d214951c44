package kittest

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"holdfast/app/kit"
)

// Post carries a function over to the goroutine of the test, where Settle
// runs it. A shell on a stage dispatches with it.
func (s *Stage) Post(f func()) { s.post(f) }

// Join lets Settle wait for work that is not that of the stage's own runner.
func (s *Stage) Join(wait func()) { s.joins = append(s.joins, wait) }

// MoveMouse moves the pointer to a place in the window.
func (s *Stage) MoveMouse(x, y float32) {
	test.MoveMouse(s.Window.Canvas(), fyne.NewPos(x, y))
	s.Settle()
}

// TapAt clicks whatever lies at a place in the window.
func (s *Stage) TapAt(x, y float32) {
	test.TapCanvas(s.Window.Canvas(), fyne.NewPos(x, y))
	s.Settle()
}

// Sleep lets time pass as a machine that sleeps does: no timer goes off.
func (c *Clock) Sleep(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = c.now.Add(d)
}

// UntilCancelled is work that ends only by being cancelled.
func UntilCancelled(ctx context.Context, _ func(kit.Progress)) (struct{}, error) {
	<-ctx.Done()
	return struct{}{}, ctx.Err()
}
