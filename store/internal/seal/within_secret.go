//go:build goexperiment.runtimesecret && linux && (amd64 || arm64)

package seal

import "runtime/secret"

// Erases says whether this build erases what work on secrets leaves behind.
const Erases = true

// Within runs work on secrets. In this build, its registers and stack are
// erased before Within returns and its heap as the collector finds it
// unreachable. What must outlive it goes into a Key or into memory that the
// caller made before. Goroutines that work starts are not covered.
func Within(work func()) { secret.Do(work) }
