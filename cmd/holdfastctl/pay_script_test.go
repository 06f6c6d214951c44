package main

import (
	"encoding/json"
	"os"

	"github.com/rogpeppe/go-internal/testscript"
)

// expand FILE: puts the values of $NAMES in their places.
func expand(ts *testscript.TestScript, _ bool, args []string) {
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(os.Expand(ts.ReadFile(args[0]), ts.Getenv)), 0o600))
}

// entry VARIABLE FILE: the identifier of the last entry in an answer in JSON.
func entry(ts *testscript.TestScript, _ bool, args []string) {
	var answer struct{ Entries []ledgerAnswer }
	ts.Check(json.Unmarshal([]byte(ts.ReadFile(args[1])), &answer))
	if len(answer.Entries) == 0 {
		ts.Fatalf("%s has no entry", args[1])
	}
	ts.Setenv(args[0], answer.Entries[len(answer.Entries)-1].ID)
}
