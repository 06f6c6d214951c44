// Package consent answers one question: may this be done with somebody's
// words, picture, name or facts, for this purpose, there, on that day.
//
// An Event is one thing that somebody said or that was done about it: asked,
// put off, agreed, refused, withdrawn, ended, reviewed. Events are only ever
// added. A File is all that is known about one person, and its May folds the
// events into an Answer: yes, ask first, or no, with the reason in a sentence
// and the events that it rests on. A Use says where something went out, so
// that a withdrawal knows where to go (File.FollowUps). A Quote is somebody's
// exact words and their versions; an Agreement is what the board agreed with
// another organisation, and never lets anything about a person pass by
// itself.
//
// Promises:
//   - silence is no yes: nothing is allowed that nobody agreed to, and a yes
//     covers what it names and nothing beside it;
//   - every yes ends, on its last day inclusive, and an expired one is never
//     taken for a yes;
//   - a no takes effect at once and stands until the person says otherwise;
//     adding one never makes anything wider;
//   - the answer does not depend on the order in which events are read.
//
// Example:
//
//	answer := file.May(consent.Question{Purpose: consent.QuoteWords, Channel: consent.AnnualReport, Day: today})
//	if answer.Verdict != consent.Yes {
//		fmt.Println(book.Render(answer.Because)) // Wren agreed … until 27 November 2026, and that is over.
//	}
package consent
