// Package compensation keeps what people of a board are owed, paid and
// declined, and warns before that could hurt somebody.
//
// An Entry is one line of the ledger: work or an expense (a claim), a payment,
// a choice not to be paid, an approval. Nothing in the ledger is ever changed;
// a mistake is taken back by a reversing entry with a reason. Fold makes of the
// entries of one person an Account: which claims are open, what was paid when,
// what is an advance. Entries bear no name; whoever forgets the person empties
// what was typed into them (Typed) and leaves sums that are nobody's.
//
// Around the ledger: a Way says how a person wants to be paid and the limits
// that they set; a Payee is the name that a payment needs, apart from the name
// that the board knows; a Fund is where money comes from; a Rate what an
// activity pays from a day on. Totals by calendar year are held against dated
// rules (package rule). What goes out (Statement, Export, Reconcile) is made
// here as plain values.
//
// Promises:
//   - money is a whole number of minor units and one currency, never a float;
//     a sum in another currency is refused, never converted;
//   - rounding happens once for each entry, half away from zero (Priced), and
//     a sum that is split is whole again when it is added up (Split);
//   - for any entries: claims = open + paid + declined, to the cent;
//   - what an entry says stays; taking a taking-back back restores it;
//   - a year's total goes by the day of payment, not of work;
//   - nothing here knows of a story, and no payment can be tied to one.
//
// Example:
//
//	account := compensation.Fold(entries)
//	for _, claim := range account.Claims {
//		fmt.Println(claim.Day, claim.Open.In(wording.InEnglish), claim.State(today)) // 2026-11-12 $225.00 owed
//	}
package compensation
