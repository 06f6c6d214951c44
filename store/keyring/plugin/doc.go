// Package plugin talks with an age plugin: a program that keeps a key, most
// often in a piece of hardware, and never gives it out.
//
// A Program is the plugin at a path that a person chose. Its Recipient seals
// the key of an age file to what the plugin keeps, its Identity opens it. What
// the plugin wants from the person meanwhile (a PIN, a touch) goes through a
// Talk. The protocol is that of C2SP/age-plugin.md. The age library speaks it
// too, but starts whatever program of that name lies on the search path; that
// is why it is written again here.
//
// Promises:
//   - the one program that is started is the one at the path, from a folder
//     that is not the vault's, and it is ended before a call returns;
//   - a plugin that sends too much, or nonsense, is an error and takes no
//     memory to speak of;
//   - what the plugin says of its trouble is given back in its own words; a
//     key that does not fit is age.ErrIncorrectIdentity and nothing else is.
//
// Example:
//
//	program, err := plugin.At("/usr/bin/age-plugin-yubikey")
//	w, err := age.Encrypt(out, program.Recipient(ctx, recipient, talk))
//	r, err := age.Decrypt(in, program.Identity(ctx, identity, talk))
package plugin
