// Package release knows which release this is, and proves that a file that
// was downloaded is part of one.
//
// A release is a set of files with a list of their SHA-256 sums (SHA256SUMS,
// as sha256sum writes it) and a signature of the list (SHA256SUMS.minisig, as
// minisign writes it) under the key of whoever releases. The public key is
// published elsewhere; whoever checks a download gives it.
//
// Promises:
//   - a file counts as proven only where the signature fits the list, and the
//     list the file's every byte;
//   - whatever the list says, no path of it is opened: files are the ones that
//     were named, found in the list by their own names alone;
//   - nothing is fetched, and nothing is written.
//
// Example:
//
//	proven, err := release.Prove(release.Download{Key: key, Sums: "SHA256SUMS", Files: []string{"holdfast_0.1.0_amd64.deb"}})
package release

// Version is the release that this program belongs to, or comes before. The
// newest entry of CHANGELOG.md and FyneApp.toml have the same.
const Version = "0.1.0"
