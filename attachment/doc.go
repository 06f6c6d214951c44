// Package attachment keeps a scanned page or another piece of evidence as
// records of the vault: what it is, and its bytes in parts.
//
// Accept looks at the bytes themselves: only a PDF, a JPEG or a PNG picture of
// a sane size is taken, whatever its file was called, and the file's name is
// not kept. Other packages hold the ID alone.
//
// Promises:
//   - nothing is written outside the vault, no preview and no thumbnail;
//   - what comes out is byte for byte what went in, or an error;
//   - all parts of what belongs to somebody lie under that person's key.
//
// Example:
//
//	kept, err := attachments.Add(member, data, today)
//	data, err = attachments.Bytes(member, kept.ID)
package attachment
