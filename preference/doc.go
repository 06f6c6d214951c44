// Package preference keeps the one small settings file that lies outside any
// vault: how the window looks, and how far each vault had got.
//
// A Keeper is the file opened. Settings are plain values (window size, theme,
// text size, language, reduced motion, a neutral window title). Anchors are
// short sealed boxes, one for each vault under the vault's random identifier,
// that only the vault can open; with one, a vault notices that its whole
// folder was put back to an older state.
//
// Promises:
//   - the file holds no name and no path: who finds it learns that Holdfast
//     was used, how large its letters are, and how many vaults it met;
//   - nothing about it keeps the program from starting: a damaged file gives
//     the usual settings and a notice, a file of a newer program is read by
//     nobody and left as it is;
//   - it is written aside, synced and renamed, for its owner alone (0600);
//   - it stays small: MaxAnchors vaults are remembered, the least recently
//     opened is forgotten first, and a file over 128 KiB is not read.
//
// Two Holdfasts on two vaults share the file. Each change reads it afresh and
// touches only what it is about; of two changes within the same instant the
// later one stands. What can be lost that way is a window size or an anchor
// that is one step younger, and an older anchor is a weaker one, never a
// wrong one.
//
// Example:
//
//	keeper := preference.Open(dir)
//	if keeper.Settings().TextSize == 150 { … }
//	err := keeper.Change(func(s *preference.Settings) { s.Theme = preference.Dark })
//	environment := store.Environment{Anchor: keeper.Anchors()}
package preference
