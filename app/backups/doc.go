// Package backups is the page about copies of the board that are kept
// elsewhere: making them, knowing whether they come back, getting back.
//
// A Model says what the page shows and does; a Screen draws it. Getting back is
// a Return: a backup that was opened with a key, what restoring it would change,
// and what a person has to agree to before.
//
// Promises:
//   - a file is called a backup here only after the board has read it back to
//     its last byte;
//   - a Stop leaves nothing half-written, and says so;
//   - before anything is replaced, the page says what would be different, by
//     kind and without names, and asks for a clear word where something could be
//     lost.
//
// Example:
//
//	screen := backups.New(desk, b, nil)
package backups
