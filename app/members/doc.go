// Package members is the area of people: the list, a person's page with its
// tabs, the form, the notes, what was changed and by whom, and the small acts
// (a move, a role, a term, a step of the onboarding).
//
// A List, a Person and a Form are the models. Each asks the board when it is
// asked, and puts the answer into a state that is worded, formatted and in
// order; acts give an Outcome, which is what to say and how to take it back,
// or what is wrong under which field. The files called view draw them. The
// Safe contact tab is drawn by another package and handed in (Others).
//
// Promises:
//   - the form is made of the board's own arrangement of fields, asks for a
//     name and for nothing else, and has no place for what happened to
//     somebody;
//   - a covered value stands in no state; it is asked for when somebody
//     reveals or copies it;
//   - whatever is saved can be taken back, at once or from the history;
//   - nothing typed is lost: what can't be saved stays, with a line under its
//     field, and a half-typed form or note is a draft. A draft holds what was
//     changed and nothing else, so it never puts back what others mended.
//
// Example:
//
//	screen := members.New(desk, board, at, draft, members.Others{ContactTab: tab})
package members
