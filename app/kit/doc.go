// Package kit holds the few widgets that every screen is made of, and the
// rules by which they speak.
//
// A screen is put together from words and parts: texts in a handful of styles
// (Body, Small, Section, Title), parts that hold others (Card, Columns, Stack,
// Table), parts that are acted on (Button, Entry, Choice, Tabs, List) and
// parts that lie on top (Dialog, Palette, Reader, Toast). Everything flows: a part
// says how wide it would like to be and how high it is at a width, so that
// text wraps, columns fall under each other and nothing is cut off at 1024
// pixels or at twice the text size.
//
// Env is what parts need besides their words: the language, the runner of
// slow work, the clipboard that forgets, the canvas.
//
// How the program speaks: sentence case, few words, no exclamation marks.
// A button names what it does ("Back up", "Ask Wren to check these"). A
// mistake is one line under its field and says what to do. A success is a
// toast that goes by itself. A fact about safety is a calm Banner. A place
// with nothing in it (Empty) says what to do first. A state is never shown
// by colour alone: a Tag always has its word.
//
// Promises:
//   - everything that can be clicked can be reached by Tab and done by Enter
//     and by Space, with a ring around it that can be seen;
//   - Tab always leaves a field, Escape always closes what lies on top;
//   - a part changes only on the goroutine of the window; async.go is the
//     only file that starts another one, and what it starts can be joined;
//   - a dialog that reports a mistake has no button that destroys.
//
// What a screen reader gets (on Windows and macOS, with Fyne's tag
// "accessibility"): Fyne 2.8.1 looks into plain containers and not into
// widgets, and knows buttons, links and text. So a part that is made of others
// says all its words as one text (Words), a page that scrolls is read out
// whole, and within it the single buttons and fields are not announced by
// themselves. Whoever works by ear is better served by the command line,
// which is complete.
//
// Parts take their colours and sizes when they are made; when the look or
// the language changes, the shell makes the screen anew. Each part that is
// acted on, and each text, is fyne.Accessible.
//
// Example:
//
//	save := kit.Primary("Save", model.Save)
//	name := kit.NewField("Name", kit.NewEntry(env))
//	page := kit.Stack(kit.Gap,
//		kit.Card(kit.Head{Title: "About Wren"}, name, kit.Row(12, save)),
//		kit.Columns(
//			kit.Column{Share: 3, Least: 320, Body: left},
//			kit.Column{Share: 2, Least: 240, Body: right}))
package kit
