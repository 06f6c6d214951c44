// Package durable puts files where they are meant to be, so that a crash or a
// loss of power leaves either what lay there before or the whole of what is new.
//
// A file is written aside under another name, the disk is waited for, the file
// gets its name, and the folder is waited for: only then has the name itself
// been kept (POSIX promises nothing about it before). On Windows a name is
// written to the journal of NTFS in order, and folders need no waiting; but a
// virus scanner or a search index opens whatever appears, so renaming and
// removing are tried again for a while.
//
// Promises:
//   - files are readable by their owner only (0600), and a link that lies in
//     the way is replaced, never followed;
//   - what fails leaves no half file under the name that was meant;
//   - errors are those of the operating system, as fs.PathError; whoever shows
//     them takes the path out (store.Explained).
//
// Example:
//
//	err := durable.Replace(filepath.Join(dir, "settings.json"), data)
package durable
