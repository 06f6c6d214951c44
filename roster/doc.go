// Package roster brings people in from the spreadsheet that a board has today.
//
// Reading goes in steps, and nothing is changed until the last one, which is
// not here. Read gives a Table. Guess proposes a Mapping: which column says
// what, in English and Spanish, by the names of the columns and by what lies
// in them. A person looks at it, changes it, keeps it as JSON. Prepare makes
// a Plan: the people with their safe-contact sheets, each refused row with
// its line and reason, what was left out, who seems to be there twice. The
// board writes the people of Plan.Accept in one transaction.
//
// Promises:
//   - nothing is guessed in silence: a date whose day and month can't be told
//     apart, a number that the spreadsheet shortened and a stage that nobody
//     knows are refused, not read somehow;
//   - a number or address permits nothing by being imported: its safety is
//     unknown unless the list says yes in so many words, hours that are not
//     certain are kept as a note and make it unknown again, and "yes" to
//     voicemail means a vague one;
//   - what Holdfast does not keep (identity numbers, immigration status,
//     diagnoses, what happened to somebody) is left out unless somebody maps
//     it on purpose, and named with the reason;
//   - all or nothing, unless the refused rows are left behind on purpose;
//   - the reason of a refusal never holds what the cell says.
//
// Example:
//
//	t, err := roster.ReadFile(ctx, path, roster.Options{})
//	mapping := roster.Guess(t, roster.Targets(fields))
//	plan, err := roster.Prepare(ctx, t, mapping, setting)
//	people, err := plan.Accept(false)
package roster
