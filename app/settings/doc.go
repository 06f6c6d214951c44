// Package settings is where a board and its window are set up: how the window
// looks, when it locks, what the board is called and keeps, which fields a
// person has, who can open the vault, and where it lies.
//
// Each page has a model file that says what is shown and a view file that
// draws it; all share one Model over the board and the Window. What concerns
// the window alone goes to the Window at once; what concerns the board is an
// act like any other. Work that writes the vault anew (a key removed, a
// passphrase feared known, a compaction) runs beside the window, shows how
// far it has come and can be stopped.
//
// Promises:
//   - no passphrase and no key is ever part of a draft;
//   - removing a key asks first, with no as the answer that is nearest;
//   - a new paper key is shown once and read back, like the first one.
//
// Example:
//
//	screen := settings.New(desk, b, route.Settings(route.KeysPage), nil, window)
package settings
