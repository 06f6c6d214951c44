//go:build !windows

package durable

// isBusy says whether a file is held by somebody for a moment: only Windows
// refuses for that.
func isBusy(error) bool { return false }
