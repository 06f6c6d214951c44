// Package form is a form that is filled in field by field: what it asks may
// depend on what is answered already, and nothing typed is lost.
//
// Questions are what one form asks and what becomes of the answers; Simple are
// those of most forms. A Form holds the answers as text, also where what is
// typed is still wrong, and says what it shows as a State. Package formpage
// draws it.
//
// Promises:
//   - what can't be kept stays, with a line under its field;
//   - what was typed and not saved is a draft, and is offered again.
//
// Example:
//
//	f := form.New(book, questions, draft)
//	f.Type("what", "Mend the door")
//	say, ask := f.Save()
package form
