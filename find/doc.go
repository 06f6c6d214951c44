// Package find finds anyone and anything by what somebody types.
//
// An Index is made of entries, each with a title, more words and a kind, and
// answers a query with the entries that fit, the best first: a word that
// begins like the query, then a part of a word, then all words of the query
// in any order, then a spelling mistake or two. Accents, case and apostrophes
// do not count (see Fold), and digits find a telephone number however it was
// written.
//
// Promises:
//   - an Index does not change once made and may be asked from several
//     goroutines;
//   - the same entries and query give the same results in the same order;
//   - matched ranges lie on the borders of characters of the title.
//
// Example:
//
//	index := find.New([]find.Entry{{ID: "1", Title: "Ana Núñez", Kind: "member"}})
//	for _, r := range index.Search("nunez", 8) {
//		fmt.Println(r.Entry.Title)
//	}
package find
