// Package contactpage is what a person's page says about reaching them: the
// Safe contact tab, the form of the sheet behind it, and the form for "I
// contacted …".
//
// A TabModel puts what the board answers into one TabState, worded and in
// order: what may be done this minute, the ways with their values masked, the
// words to use, and the contacts so far. A SheetModel holds a sheet while it
// is typed (Form), as text where text may still be wrong, and keeps it with
// all its mistakes told at once. A LogModel holds one contact while it is
// written down. The files called view draw them.
//
// Whether anything is allowed is never decided here: contact.May and the board
// answer, these models only ask again every minute.
//
// Promises:
//   - a number or address stands in no state; it is asked for when somebody
//     reveals or copies it, and kept by nothing;
//   - nothing typed is lost: what can't be saved stays as it was typed, with
//     a line under the field, and half-typed forms are drafts;
//   - a contact outside the rules is written down as it was, and nobody is
//     blamed in any sentence.
//
// Example:
//
//	tab := contactpage.NewTab(desk, board, wren.ID, wren.Name)
//	page.Show(tab.Object())
package contactpage
