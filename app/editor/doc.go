// Package editor is the library of what can be asked, and the way to write
// questions of the board's own.
//
// Library lists what comes with the program and what is the board's own, and
// brings files in. Page looks inside one set of questions: what it rests on,
// its questions in each language, and how it would be to answer it; a draft is
// changed there. The forms (package form) take single questions, choices, the
// words at the head, and a further language. The files called view draw them.
//
// Promises:
//   - what is released is never changed: a copy or the next version is;
//   - a draft is whole at every step, in all its languages, so that it can be
//     released at once;
//   - of a file that can't be brought in, each item that is wrong is named, and
//     nothing of it is kept.
//
// Example:
//
//	screen := editor.New(desk, board, route.Questions(), nil)
package editor
