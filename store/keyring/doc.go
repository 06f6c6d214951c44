// Package keyring holds who can open a vault, and with what.
//
// A vault has one random vault key, from which every other key is derived,
// and one Ed25519 signing key. Both are wrapped once, together, with age
// (post-quantum hybrid recipients) to everybody who may open the vault: the
// keyholders. A keyholder is an age identity that lies somewhere: sealed
// under a passphrase (Argon2id) or to a hardware key in the vault's own
// header, printed on paper, divided among three sheets, or in a file on a
// stick. So keys can be changed for everybody without knowing anybody's
// passphrase or having their hardware, and paper and file keys work with the
// stock age tool.
//
// The header (vault.json) lists the keyholders. Who wrote it is not proved by
// being wrapped to: anybody can wrap to a public key. So each keyholder, the
// first time its identity is in hand, attests the vault's public signing key
// with a MAC that only that identity can make, and the header is signed.
// Unlock checks the attestation, then the signature, then the vault key
// itself; a vault key that fails one is never used.
//
// Promises:
//   - a wrong passphrase, a damaged header, a header that somebody else
//     wrote and one of a newer program are four different errors;
//   - a header asks for no more memory or time than the bounds in Cost, and
//     is refused as weakened below them, before any of it is taken;
//   - no key is called wrong because of a file that can't be read, a word that
//     is none, or a plugin in trouble: those are other errors, with names;
//   - a keyholder that somebody slipped in is found, named, left out of every
//     later header, and nothing is ever wrapped to it;
//   - a Header never changes: each change gives a new one, signed, with the
//     next revision, for the caller to write;
//   - every version of the header that was ever written can be read for ever.
//
// Example:
//
//	owner, err := keyring.NewPassphrase("My passphrase", text)
//	kit, paper, err := keyring.NewPaper("Recovery kit")
//	header, keys, err := keyring.New(ctx, options, owner, kit)
//	defer keys.Wipe()
//	// … write header.Encode() to vault.json, print paper …
//
//	header, err = keyring.ParseHeader(data)
//	keys, opening, err := header.Unlock(ctx, keyring.Passphrase(text))
package keyring
