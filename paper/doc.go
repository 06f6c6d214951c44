// Package paper makes what is printed: the recovery kit, the contact card, and
// documents of any kind.
//
// It takes plain values that are already worded, lays them out and gives back
// a PDF. It knows nothing of keys or of people: what must not be printed must
// not be handed to it. A Document is a title and blocks (headings, paragraphs,
// facts, tables, boxes to tick, lines to sign and to write on, charts), and
// can be a page for a browser too: a PDF made here is not tagged
// for screen readers, the HTML page is made for them.
//
// Promises:
//   - no sheet names the program's board or organisation, or says who it is
//     about: titles are neutral, in the file's own data too;
//   - the same values give the same bytes, in every time zone and on every
//     machine: no date, machine or person is in the file but what was handed
//     over;
//   - the font is inside a PDF, so that it prints the same everywhere; an HTML
//     page asks for nothing outside itself;
//   - a row, a question with its answers (Together) and a heading with what
//     follows are not torn apart where a page can hold them, and nothing is
//     left out where it can't;
//   - nothing is written to a disk here; the bytes hold secrets, and whoever
//     asked for them wipes them.
//
// Example:
//
//	pdf, err := paper.RecoveryKit(paper.Kit{Groups: groups, Identity: line, Fingerprint: print, Code: bits},
//		book, paper.Fonts{Regular: assets.RegularFont(), Bold: assets.BoldFont()})
//	form := paper.Document{Title: book.Say("Receipt"), Blocks: []paper.Block{
//		paper.Facts{{Label: book.Say("Day"), Text: book.Date(day)}},
//		paper.Signatures{book.Say("Signature"), book.Say("Date")},
//	}}
//	pdf, err = form.PDF(book, fonts)
package paper
