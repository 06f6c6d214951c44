// Package answer is answering: questions, one at a time, and what somebody said to
// them, at the board's laptop (package sitting) or at another (package
// packet).
//
// A Sheet is an instrument and what one person has answered so far, without
// its looks. Package pages draws it over the whole window.
//
// Promises:
//   - anything can be skipped, and gone back to; nothing hurries and nothing is
//     red;
//   - a question that is hard is announced before it is shown, and can be left
//     out unseen;
//   - a moment of calm is one press away from every question, and leads back to
//     it;
//   - words of one's own are shown to others only where their writer says so;
//   - what was answered is held in memory, and goes where the Around is told to
//     put it, and nowhere else.
//
// Keys: 0 to 9 choose the answer of that score, up and down move between
// answers, Enter chooses and then goes on, left and right go back and on.
//
// Example:
//
//	sheet := answer.NewSheet(book, instrument, nil)
//	sheet.Next()
//	sheet.Choose("3")
package answer
