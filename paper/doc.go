// Package paper makes the sheets that are printed: the recovery kit and the
// contact card.
//
// It takes plain values that are already worded, lays them out and gives back
// a PDF. It knows nothing of keys or of people: what must not be printed must
// not be handed to it.
//
// Promises:
//   - no sheet names the program's board or organisation, or says who it is
//     about: titles are neutral, in the file's own data too;
//   - the same values give the same bytes, in every time zone and on every
//     machine: no date, machine or person is in the file but what was handed
//     over;
//   - the font is inside the file, so that it prints the same everywhere;
//   - nothing is written to a disk here; the bytes hold secrets, and whoever
//     asked for them wipes them.
//
// Example:
//
//	pdf, err := paper.RecoveryKit(paper.Kit{Groups: groups, Identity: line, Fingerprint: print, Code: bits},
//		book, paper.Fonts{Regular: assets.RegularFont(), Bold: assets.BoldFont()})
package paper
