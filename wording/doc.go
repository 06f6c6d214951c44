// Package wording holds what the program says to a person, before and after
// it is put into a language.
//
// A Text is an English sentence with {named} places and the values that go
// there. Domain packages return a Text; a Book turns it into English or
// Spanish, with dates, weekdays and times written the way that language
// writes them. The English sentence is the key under which the translation
// is kept (assets/translations), so a sentence reads as itself in the code,
// and a test at the root of the module finds the ones that have no
// translation.
//
// Promises:
//   - a missing translation shows the English, never a key or an empty line;
//   - values are put in whole: a brace in somebody's name is never a place;
//   - a Problem is an error whose sentence is fit to be shown.
//
// Example:
//
//	reason := wording.T("safe again on {day}", "day", record.Date{Year: 2026, Month: 11, Day: 24})
//	fmt.Println(book.Render(reason)) // seguro de nuevo el 24 de noviembre de 2026
package wording
