// Package welcome leads from nothing to a board with a recovery kit that was
// read back: what Holdfast keeps, where, under which passphrase, and the key
// for the day on which that is forgotten.
//
// A Model holds what was answered so far and which step is shown; it refuses
// what could not be made before anything is made. The vault is made beside
// the window, after the passphrase; from then on there is no way back, only
// forward. If the window locks then, the vault is there and its kit counts as
// never read back.
//
// Promises:
//   - nothing is written before the passphrase was typed twice;
//   - whatever goes wrong, what was answered is still there;
//   - a folder that some service copies elsewhere is named, and the danger
//     explained, before the vault is made in it.
//
// Example:
//
//	front := welcome.New(env, welcome.Config{Folder: dir, Create: create, Open: open, Made: enter, …})
package welcome
