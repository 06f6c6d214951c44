// Package unlock is the first thing that is seen: one field, one act, and not
// a word about what lies behind it.
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
//   - the hard work (Argon2id) runs beside the window and can be stopped.
//
// Example:
//
//	front := unlock.New(env, unlock.Config{Open: door, Opened: enter, …})
package unlock
