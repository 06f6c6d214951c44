package main

import (
	"os"

	"github.com/rogpeppe/go-internal/testscript"
)

// keep NAME FILE: the value of a variable, into a file.
func keepWords(ts *testscript.TestScript, _ bool, args []string) {
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte(ts.Getenv(args[0])+"\n"), 0o600))
}
