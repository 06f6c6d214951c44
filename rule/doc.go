// Package rule holds numbers that somebody else decided and that change with
// the years (thresholds, rates, limits), each with the days on which it holds
// and where it was read.
//
// A Rule says one value for one stretch of time. Several Rules of one ID follow
// each other: the tax form threshold was $600 through 2025 and is $2,000 in
// 2026. A Book is all of them, those that ship with the program and over them
// the ones that a board entered itself. Book.At answers for a day.
//
// Promises:
//   - what is not known is said to be unknown, and never guessed from the year
//     before;
//   - every rule names its source and the day on which that was read;
//   - a value is a decimal number and never a floating-point one;
//   - a file that holds anything unexpected is refused whole.
//
// None of this is advice: see General.
//
// Example:
//
//	r, known := book.At(rule.TaxForm, paidOn)
//	if !known {
//		fmt.Println(words.Render(r.Unknown(paidOn))) // Tax form 1099: … not known for 3 March 2027. …
//	}
package rule
