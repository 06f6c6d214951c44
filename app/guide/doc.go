// Package guide is the guide for coordinators inside the program: what stands
// in assets/guide, under F1, beside whatever is being done and also while the
// vault is locked.
//
// A Page is read from Markdown, of which it knows headings, paragraphs,
// numbered steps, points, a word of care (a quote) and links that stand alone
// on a line. What is bold in it is a label of the window, and a test holds it
// to what the window really says. A Model is a book that is open at a page: it
// remembers the way, and finds words whatever their accents. Document is what
// is printed of it.
//
// Promises:
//   - nothing below it is closed or forgotten;
//   - every page is there in every language of the program, under one name;
//   - it holds nothing of any board, so it may be printed and given away.
//
// Example:
//
//	guide.Open(env, guide.PageFor(at))
package guide
