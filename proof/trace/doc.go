// Package trace reads what strace wrote about a program: which files it
// changed, what it wrote into them, which sockets it made.
//
// The program is run under Command's arguments, which make strace follow every
// thread and child and write whole buffers. Only what succeeded counts.
//
// Example:
//
//	command := exec.Command("strace", trace.Arguments("trace.txt", "bin/holdfast")...)
//	…
//	seen, err := trace.Read(file)
//	for path := range seen.Changed { … }
package trace
