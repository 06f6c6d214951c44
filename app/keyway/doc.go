// Package keyway asks for a key of any kind: a passphrase, a paper key, a key
// file, two sheets, a hardware key.
//
// A Model knows which fields a Way has, takes what was typed or chosen, and
// makes the key beside the window, since a stick or a piece of hardware is
// slow. What goes wrong stands below the field that it is about. Package
// keyform draws it. The screen that unlocks, the way back from a forgotten
// passphrase and the rehearsal of a key use it.
//
// Promises:
//   - what is wrong with a key is said below its field: a wrong group or word
//     by its number, and never a wrong key for a file that can't be read;
//   - the plugin of a hardware key is the program that was chosen, and asks
//     nothing that is not answered on the form;
//   - what was chosen from the disk is kept in memory alone (Chosen), never in
//     a file of settings.
//
// Example:
//
//	model := keyway.NewModel(book, keyway.ByPaper, keyway.Chosen{})
//	makeKey := model.Take(map[keyway.FieldID]string{keyway.Paper: typed})
//	key, err := makeKey() // beside the window
package keyway
