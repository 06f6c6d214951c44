//go:build !unix

package main

import "github.com/rogpeppe/go-internal/testscript"

// unprivileged can't change who runs a program here.
func unprivileged(ts *testscript.TestScript, neg bool, args []string) { code(ts, neg, args) }
