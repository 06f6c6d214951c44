// Package seal holds keys in memory and seals bytes under them.
//
// A Key is 32 secret bytes. They lie in a page of memory of their own that
// the operating system is asked never to write to the swap file or into a
// crash report, outside the heap, so that the collector never copies them.
// From one key others are derived (HKDF-SHA-256, RFC 5869), bytes are sealed
// and opened (XChaCha20-Poly1305), and values are authenticated
// (HMAC-SHA-256, RFC 2104).
//
// Promises:
//   - a Key that was wiped does nothing any more: every use fails with
//     ErrWiped, also when another goroutine was about to use it, and nothing
//     is ever sealed under a half-wiped key;
//   - Wipe waits for no sealing or opening, however large;
//   - where a page can't be locked (a limit of the system), the program goes
//     on and Key.Locked says so: the caller tells the person;
//   - work on secrets runs inside Within. Built with
//     GOEXPERIMENT=runtimesecret on Linux (amd64, arm64), whatever that work
//     left on the stack, in registers and on the heap is erased; elsewhere
//     only our own buffers are. Seal, Open, Derive and MAC enter it by
//     themselves: never run a scan of many records inside one Within, since
//     all memory taken in it is tracked and erased one piece at a time.
//
// Example:
//
//	vault, err := seal.Random(random)
//	journal := vault.Derive("journal v1")
//	defer journal.Wipe()
//	box, err := journal.Seal(random, nil, plain, []byte("entry 7"))
//	plain, err = journal.Open(nil, box, []byte("entry 7"))
package seal
