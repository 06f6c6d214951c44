// Package memory looks for secrets in the memory of another process.
//
// It reads what the kernel lets root read of a process (proc(5): maps and
// mem), every mapping, and counts how often each needle lies there. Looking
// from outside keeps what is looked for out of what is looked through.
//
// Example:
//
//	found, err := memory.Count(pid, []memory.Needle{{Name: "vault key", Bytes: key}})
//	if found["vault key"] > 0 { … }
package memory
