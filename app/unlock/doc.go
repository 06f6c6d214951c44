// Package unlock is the first thing that is seen: one field, one act, and not
// a word about what lies behind it. Whoever forgot the passphrase is led from
// here to another key, and on to a new passphrase.
//
// A Model holds which kind of key is being used and what there is to say. It
// asks a Door, which is opened anew for each try, so that a vault that was in
// use or unreadable a moment ago can be tried again without leaving. Whatever
// opened is handed over with Config.Opened; nothing of it stays here.
//
// Promises:
//   - before unlocking nothing shows whose vault this is;
//   - what was typed is taken out of the field before it is used, and a wrong
//     passphrase says so below the field, in one line;
//   - the hard work (Argon2id, a piece of hardware) runs beside the window and
//     can be stopped;
//   - nobody is told that a passphrase can be looked up or reset: only that
//     another key opens the vault.
//
// Example:
//
//	front := unlock.New(env, unlock.Config{Open: door, Opened: enter, …})
package unlock
