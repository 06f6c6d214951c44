// Package recordtest holds a collection that lives in memory and the one
// suite of tests that every collection passes, it and the real store alike.
//
// Domain tests use Memory as their storage. Because Run passes over Memory
// and over store.Collection, what a domain test shows holds in the product.
//
// Example:
//
//	notes := recordtest.NewMemory(member.NoteSchema())
//	err := notes.Put(note)
package recordtest
