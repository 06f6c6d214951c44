// Package pages draws an answer.Sheet over the whole window: one question at a
// time, the buttons at the foot of one card.
//
// Promises: nothing hurries, and nothing is red; the focus goes along with who
// answers by keys, and does not jump about for who points.
//
// Example:
//
//	p := pages.New(env, sheet, pages.Around{Title: title, Finish: handIn})
//	window.SetContent(p.Object())
package pages
