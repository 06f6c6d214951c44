//go:build !windows && !linux

package desk

func minimised(uintptr) (bool, error) { return false, ErrUnknownWindow }
