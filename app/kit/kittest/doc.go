// Package kittest lets tests look at parts and screens and use them as a
// person would, without a display and without a running clock.
//
// A Stage is a window in memory with the parts' Env: a clock that moves when
// told, a queue in place of the window's goroutine, a clipboard. Picture
// draws a screen in its variants (light, dark, high contrast, twice the text
// size, Spanish) where the flag -pictures names a folder, and otherwise
// compares the light one with testdata/NAME.png.
//
// Promises:
//   - nothing depends on the time of day or on how fast the machine is;
//   - work that a part starts is joined by Settle, and what it hands to the
//     window runs on the goroutine of the test, so that -race sees a part
//     that is touched from elsewhere;
//   - a golden picture may differ in a few pixels of a letter, not in where
//     things are or in their colours.
//
// Example:
//
//	stage := kittest.NewStage(t, kittest.Variant{})
//	pressed := 0
//	stage.Show(kit.Primary("Save", func() { pressed++ }))
//	stage.Press(fyne.KeyTab, fyne.KeyReturn)
package kittest
