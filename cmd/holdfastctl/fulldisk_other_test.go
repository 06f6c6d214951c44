//go:build !linux

package main

import "github.com/rogpeppe/go-internal/testscript"

// maySmallDisk says whether a script may put a small disk somewhere.
func maySmallDisk() bool { return false }

func smallDisk(ts *testscript.TestScript, _ bool, _ []string) {
	ts.Fatalf("there is no small disk here")
}

func fill(ts *testscript.TestScript, _ bool, _ []string) { ts.Fatalf("there is no small disk here") }

func longNote(ts *testscript.TestScript, _ bool, _ []string) {
	ts.Fatalf("there is no small disk here")
}
