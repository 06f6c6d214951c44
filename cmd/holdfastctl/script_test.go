package main

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"holdfast/board"
	"holdfast/store/keyring"
	"holdfast/store/keyring/plugin/plugintest"
)

// The scripts run this program itself, with the cheapest passphrase hashing.
func TestMain(m *testing.M) {
	plugintest.ServeIfAsked()
	testscript.Main(m, map[string]func(){
		"holdfastctl": func() { os.Exit(cheap(os.Stdin)) },
		"holdvault":   holdVault,
	})
}

// cheap is start with a low cost.
func cheap(in io.Reader) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	w := world{in: in, out: os.Stdout, errOut: os.Stderr, getenv: os.Getenv, settingsDir: settingsDir(), cost: keyring.Lowest()}
	return run(ctx, os.Args[1:], w)
}

// holdVault is another Holdfast that has a vault open until it is killed.
func holdVault() {
	closed, err := board.Open(board.Environment{}, os.Args[1])
	if err == nil {
		err = os.WriteFile("held", nil, 0o600)
	}
	if err != nil {
		panic(err)
	}
	time.Sleep(time.Hour)
	_ = closed.Close()
}

func TestStories(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:           "testdata/script",
		UpdateScripts: os.Getenv("UPDATE_SCRIPTS") != "",
		Condition: func(name string) (bool, error) {
			if name != "smalldisk" {
				return false, errors.New("there is no such condition")
			}
			return maySmallDisk(), nil
		},
		Setup: func(env *testscript.Env) error {
			env.Setenv("XDG_CONFIG_HOME", filepath.Join(env.WorkDir, ".config"))
			packets, err := filepath.Abs("../../backup/packet/testdata")
			if err != nil {
				return err
			}
			env.Setenv("PACKETS", packets)
			env.Setenv("NOW", "2026-11-21T14:20:00-06:00")
			return os.WriteFile(filepath.Join(env.WorkDir, "pass"), []byte("orbit lantern maple quiet harbor seven\n"), 0o600)
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"reword": reword, "plugin": putPlugin, "groups": groups,
			"field": jsonField, "stockage": stockage, "agekey": ageKey, "truncated": truncated, "sums": sumsRight,
			"code": code, "find": find, "key": keyNamed, "fingerprint": fingerprint, "number": number, "waitfor": waitFor, "flip": flip, "mark": mark, "future": future, "cpdir": copyDir, "unprivileged": unprivileged,
			"keep": keepWords, "expand": expand, "entry": entry, "smalldisk": smallDisk, "fill": fill, "longnote": longNote,
		},
	})
}

// code N PROGRAM …: the program ends with this exit code.
func code(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: code N program …")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	err = ts.Exec(args[1], args[2:]...)
	got := 0
	if exit, ok := errors.AsType[*exec.ExitError](err); ok {
		got = exit.ExitCode()
	} else {
		ts.Check(err)
	}
	if got != want {
		ts.Fatalf("ended with %d, want %d", got, want)
	}
}

// find NAME VARIABLE FILE: the identifier of that name in a list of members
// in JSON.
func find(ts *testscript.TestScript, _ bool, args []string) {
	var list membersAnswer
	ts.Check(json.Unmarshal([]byte(ts.ReadFile(args[2])), &list))
	for _, m := range list.Members {
		if m.Name == args[0] {
			ts.Setenv(args[1], m.ID)
			return
		}
	}
	ts.Fatalf("nobody is called %s", args[0])
}

// key LABEL VARIABLE FILE: the identifier of a key in a list in JSON.
func keyNamed(ts *testscript.TestScript, _ bool, args []string) {
	var list keysAnswer
	ts.Check(json.Unmarshal([]byte(ts.ReadFile(args[2])), &list))
	for _, k := range list.Keyholders {
		if k.Label == args[0] {
			ts.Setenv(args[1], k.ID)
			return
		}
	}
	ts.Fatalf("no key is called %s", args[0])
}

// fingerprint VARIABLE FILE: the vault's, from a list of keys in JSON.
func fingerprint(ts *testscript.TestScript, _ bool, args []string) {
	var list keysAnswer
	ts.Check(json.Unmarshal([]byte(ts.ReadFile(args[1])), &list))
	ts.Setenv(args[0], list.Fingerprint)
}

// number VARIABLE FILE: the number of the first correction or legal hold of a
// list in JSON.
func number(ts *testscript.TestScript, _ bool, args []string) {
	var list struct {
		Corrections []correctionAnswer `json:"corrections"`
		Holds       []holdAnswer       `json:"legal_holds"`
	}
	ts.Check(json.Unmarshal([]byte(ts.ReadFile(args[1])), &list))
	for _, c := range list.Corrections {
		ts.Setenv(args[0], c.Correction)
	}
	for _, h := range list.Holds {
		ts.Setenv(args[0], h.Hold)
	}
}

// field VARIABLE [-n|-l] NAME FILE: what the first field of that name holds in
// a JSON document; -n where it is a number, -l for the last one.
func jsonField(ts *testscript.TestScript, _ bool, args []string) {
	value, last := `"([^"]*)"`, false
	for len(args) == 4 {
		if args[1] == "-n" {
			value = `([0-9]+)`
		}
		last = args[1] == "-l"
		args = append(args[:1], args[2:]...)
	}
	found := regexp.MustCompile(`"`+args[1]+`": `+value).FindAllStringSubmatch(ts.ReadFile(args[2]), -1)
	if len(found) == 0 {
		ts.Fatalf("%s holds no %s", args[2], args[1])
	}
	one := found[0]
	if last {
		one = found[len(found)-1]
	}
	ts.Setenv(args[0], one[1])
}

// waitfor FILE [BYTES]: until it is there, and has so many bytes.
func waitFor(ts *testscript.TestScript, _ bool, args []string) {
	size := int64(0)
	if len(args) > 1 {
		n, err := strconv.ParseInt(args[1], 10, 64)
		ts.Check(err)
		size = n
	}
	for range 6000 {
		if info, err := os.Stat(ts.MkAbs(args[0])); err == nil && info.Size() >= size {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	ts.Fatalf("%s never came", args[0])
}

// future FILE: the list of keyholders as a later version of the program might
// write it, with a checksum that is right (doc/format.md).
func future(ts *testscript.TestScript, _ bool, args []string) {
	name := ts.MkAbs(args[0])
	data, err := os.ReadFile(name)
	ts.Check(err)
	var f struct {
		Format    string          `json:"format"`
		Version   uint64          `json:"version"`
		Checksum  []byte          `json:"checksum"`
		Signature []byte          `json:"signature"`
		Body      json.RawMessage `json:"body"`
	}
	ts.Check(json.Unmarshal(data, &f))
	f.Version = 9
	var body bytes.Buffer
	ts.Check(json.Compact(&body, f.Body))
	var bound []byte
	for _, part := range [][]byte{[]byte("holdfast header checksum v1"), []byte(f.Format),
		binary.BigEndian.AppendUint64(nil, f.Version), body.Bytes(), f.Signature} {
		bound = append(binary.BigEndian.AppendUint64(bound, uint64(len(part))), part...)
	}
	sum := sha256.Sum256(bound)
	f.Checksum = sum[:]
	data, err = json.MarshalIndent(f, "", "  ")
	ts.Check(err)
	ts.Check(os.WriteFile(name, append(data, '\n'), 0o600))
}

// flip FILE PERCENT: one bit of the byte that stands so far into the file.
func flip(ts *testscript.TestScript, _ bool, args []string) {
	name := ts.MkAbs(args[0])
	data, err := os.ReadFile(name)
	ts.Check(err)
	percent, err := strconv.Atoi(args[1])
	ts.Check(err)
	data[len(data)*percent/100] ^= 4
	ts.Check(os.WriteFile(name, data, 0o600))
}

// mark FILE: writes it to "marked", with the mark in front that some editors on
// Windows put there.
func mark(ts *testscript.TestScript, _ bool, args []string) {
	ts.Check(os.WriteFile(ts.MkAbs("marked"), []byte("\ufeff"+ts.ReadFile(args[0])), 0o600))
}

// cpdir FROM TO: a copy of a folder, for its owner alone.
func copyDir(ts *testscript.TestScript, _ bool, args []string) {
	from, to := ts.MkAbs(args[0]), ts.MkAbs(args[1])
	ts.Check(os.RemoveAll(to))
	ts.Check(os.CopyFS(to, os.DirFS(from)))
	ts.Check(filepath.WalkDir(to, func(path string, d os.DirEntry, err error) error {
		if err == nil && d.IsDir() {
			return os.Chmod(path, 0o700)
		}
		return errors.Join(err, os.Chmod(path, 0o600))
	}))
}

func TestNoHelpIsMissingOrLeftOver(t *testing.T) {
	var out, problems bytes.Buffer
	w := world{out: &out, errOut: &problems, getenv: func(string) string { return "" }}
	if got := run(t.Context(), []string{"--help"}, w); got != 0 || problems.Len() > 0 {
		t.Fatalf("--help ends with %d: %s", got, problems.String())
	}
	lines := strings.Split(out.String(), "\n")
	for _, command := range []string{"create", "check", "salvage", "keys list", "import members", "members", "today", "demo", "journal", "settings get"} {
		if !slices.ContainsFunc(lines, func(line string) bool { return strings.HasPrefix(line, "  "+command+" ") }) {
			t.Errorf("--help does not name %q", command)
		}
	}
}
