// Package contact answers one question: may this person be reached now, how,
// and saying what.
//
// A Sheet is what one person has said about being reached: the ways
// (Channel), which of them are safe and at which hours of the person's own
// day (Window), the words to use, and when all of it was last confirmed with
// them. May looks at a sheet and answers for one way, one purpose and one
// instant. RightNow puts the whole sheet into the one sentence that opens a
// person's page. An Entry says that somebody was contacted, and whether it was
// within the rules.
//
// Promises:
//   - the empty sheet permits nothing, and neither does a way that is not
//     known to be safe;
//   - a sheet never confirmed permits only the way through which the person
//     first asked to be reached; a sheet past its own date permits nothing;
//   - adding a restriction never makes a no into a yes;
//   - hours are the person's, and Until and NextSafe are right through every
//     change of the clocks;
//   - no sentence and no error holds a number or an address; Mask is what a
//     screen shows until somebody asks for more.
//
// Example:
//
//	answer := contact.May(sheet, sheet.Channels[0].ID, contact.Logistics, now, contact.DefaultPolicy())
//	if !answer.Allowed {
//		fmt.Println(book.Render(answer.Because)) // Outside the hours that Wren gave.
//	}
package contact
