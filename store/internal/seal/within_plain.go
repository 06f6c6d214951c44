//go:build !(goexperiment.runtimesecret && linux && (amd64 || arm64))

package seal

// Erases says whether this build erases what work on secrets leaves behind.
const Erases = false

// Within runs work on secrets. In this build it only calls it: our own
// buffers are wiped by hand, the copies that libraries make are not.
func Within(work func()) { work() }
