// Package proof tries, on the finished programs, what they promise to leave
// behind: nothing in memory after locking, nothing on the disk outside the
// vault but one small file, no word in clear anywhere, no socket of a network.
//
// The proofs stand in tests behind the build tag "proof", because they need
// the built programs, a screen, strace, and the right to look into another
// process's memory: "make proof" sees to that. They know the format of a vault
// from its description alone and read it with code of their own, so that they
// also prove the description.
package proof
