package main

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"

	"filippo.io/age"
	"github.com/rogpeppe/go-internal/testscript"
)

// stockAge is the version of the age tool that the stories use.
const stockAge = "filippo.io/age/cmd/age@v1.3.2"

// stockage: builds the age tool from its own module, into $AGE.
func stockage(ts *testscript.TestScript, _ bool, _ []string) {
	bin := ts.MkAbs(".bin")
	build := exec.Command("go", "install", stockAge)
	build.Env = append(os.Environ(), "GOBIN="+bin, "CGO_ENABLED=0", "GOFLAGS=")
	out, err := build.CombinedOutput()
	if err != nil {
		ts.Fatalf("the age tool could not be built: %v\n%s", err, out)
	}
	ts.Setenv("AGE", filepath.Join(bin, "age"))
}

// agekey VARIABLE FILE: a fresh identity of age in a file, and its recipient.
func ageKey(ts *testscript.TestScript, _ bool, args []string) {
	id, err := age.GenerateHybridIdentity()
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte(id.String()+"\n"), 0o600))
	ts.Setenv(args[0], id.Recipient().String())
}

// truncated FILE NEW BYTES: a copy that was cut off.
func truncated(ts *testscript.TestScript, _ bool, args []string) {
	data, err := os.ReadFile(ts.MkAbs(args[0]))
	ts.Check(err)
	n, err := strconv.Atoi(args[2])
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), data[:n], 0o600))
}

// sums MANIFEST: every file that it lists lies beside it, with the sum that it
// says, and every line of it is JSON; as many as the manifest counts.
func sumsRight(ts *testscript.TestScript, _ bool, args []string) {
	var manifest struct {
		Body struct {
			Acts        int            `json:"acts"`
			Collections map[string]int `json:"collections"`
			Parts       []struct {
				File   string `json:"file"`
				SHA256 string `json:"sha256"`
			} `json:"parts"`
		} `json:"body"`
	}
	ts.Check(json.Unmarshal([]byte(ts.ReadFile(args[0])), &manifest))
	if len(manifest.Body.Parts) < 4 {
		ts.Fatalf("only %d files", len(manifest.Body.Parts))
	}
	acts, counted := 0, map[string]int{}
	for _, part := range manifest.Body.Parts {
		data := ts.ReadFile(part.File)
		sum := sha256.Sum256([]byte(data))
		if hex.EncodeToString(sum[:]) != part.SHA256 {
			ts.Fatalf("%s is not what the manifest says", part.File)
		}
		for in := json.NewDecoder(strings.NewReader(data)); in.More(); {
			var line map[string]any
			ts.Check(in.Decode(&line))
			if _, isRecord := line["record"]; isRecord && strings.HasPrefix(part.File, "records/") {
				counted[strings.TrimSuffix(filepath.Base(part.File), ".jsonl")]++
			}
			if _, isAct := line["at"]; isAct {
				acts++
			}
		}
	}
	if acts != manifest.Body.Acts || !maps.Equal(counted, manifest.Body.Collections) {
		ts.Fatalf("%d acts and %v, not %d and %v", acts, counted, manifest.Body.Acts, manifest.Body.Collections)
	}
}
