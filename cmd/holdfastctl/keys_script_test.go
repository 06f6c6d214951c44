package main

import (
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"

	"holdfast/store/keyring/plugin/plugintest"
)

// reword FILE N WORD [OTHER]: another word in the place of the Nth of a sheet,
// or another group in the place of the Nth of a recovery key. OTHER is for a
// sheet that has WORD there already, as one of a thousand has.
func reword(ts *testscript.TestScript, _ bool, args []string) {
	lines := strings.Split(ts.ReadFile(args[0]), "\n")
	for i, line := range lines {
		if words := strings.Fields(strings.TrimPrefix(line, "#")); len(words) == 2 && words[0] == args[1] {
			other := slices.IndexFunc(args[2:], func(word string) bool { return word != words[1] })
			if other < 0 {
				ts.Fatalf("%s has %s there already", args[0], words[1])
			}
			lines[i] = words[0] + " " + args[2+other]
			ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(strings.Join(lines, "\n")), 0o600))
			return
		}
	}
	ts.Fatalf("%s has no word %s", args[0], args[1])
}

// groups FILE: leaves nothing of a recovery key but its groups, as somebody
// types them from paper.
func groups(ts *testscript.TestScript, _ bool, args []string) {
	var typed []string
	for line := range strings.Lines(ts.ReadFile(args[0])) {
		words := strings.Fields(strings.TrimPrefix(line, "#"))
		if _, err := strconv.Atoi(slices.Concat(words, []string{""})[0]); err == nil && len(words) == 2 {
			typed = append(typed, words[1])
		}
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(strings.Join(typed, " ")+"\n"), 0o600))
}

// plugin NAME DIR: an age plugin in a folder, and its key file beside it.
func putPlugin(ts *testscript.TestScript, _ bool, args []string) {
	dir := ts.MkAbs(args[1])
	ts.Check(os.MkdirAll(dir, 0o700))
	_, file, err := plugintest.Put(dir, args[0])
	ts.Check(err)
	ts.Check(os.WriteFile(filepath.Join(dir, args[0]+".txt"), file, 0o600))
}
