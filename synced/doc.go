// Package synced recognises a folder that a service seems to copy to other
// computers: OneDrive, Dropbox, Google Drive, iCloud and their like.
//
// Such a folder is no place for a vault. The service keeps old versions of
// what was erased here, it can put an older file back under an open vault, and
// whoever gets into the account has the sealed files to try passphrases on.
// Find looks at the names of the folders above, at the files that the services
// leave in theirs, and at what the services have written down about themselves
// in the person's home folder.
//
// Promises:
//   - it only looks: nothing is written, nothing asked over a network, and of
//     a service's settings only the folders are read, never what is in them;
//   - the same folder gives the same answer whatever the environment says;
//     the home folder is a parameter;
//   - it does not claim to know: the sentences say that a folder seems to be
//     copied, since a folder can keep its name when the service is gone, and
//     a service that leaves no trace is not found (a Mac that keeps Desktop
//     and Documents in iCloud shows nothing of it in their paths).
//
// Example:
//
//	if service, ok := synced.Find(dir, home); ok {
//		banner(book.Render(service.AboutVault()))
//	}
package synced
