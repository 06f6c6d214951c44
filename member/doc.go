// Package member holds who is on the board and at which stage.
//
// A Member is a colleague: how they wish to be called, what they bring, what
// makes taking part possible, and a timeline of dated stages from the first
// conversation to alumni. The stages form a small state machine (Next lists
// the ways on from each); roles and terms have dates of their own; a leave is
// a stretch of the timeline. Everything that can be counted from these (member
// since, when the term ends, what is due) is counted, never stored twice.
//
// What could hurt a person if it leaked, and is not needed to work with them,
// has no field here: what was done to them, immigration status, identity and
// tax numbers, diagnoses, criminal history, a hidden address. ConcernAbout
// gives a gentle word when somebody is about to add a field for one.
//
// Promises:
//   - every field is optional but the chosen name, and no act asks for a
//     reason;
//   - every stage has its date, and taking a move back leaves no trace in the
//     member;
//   - a refusal names every problem at once (wording.Problems), each with the
//     field and what to do;
//   - a Member is a value: the acts on it return a new one and leave the old
//     as it was.
//
// Example:
//
//	people := member.Service{People: collection, Notes: notes, Random: rand.Reader, Today: today}
//	wren, err := people.Add(member.Member{Name: "Wren", Pronouns: "she / her"})
//	wren, err = people.Move(wren.ID, member.StageChange{Stage: member.Invited, On: today})
//	fmt.Println(book.Render(wren.Summary(today)))
package member
