package backup

import (
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"strings"
	"testing"

	agetest "c2sp.org/CCTV/age"
	"filippo.io/age"
)

// vector is one of the files with which implementations of age are compared:
// C2SP's Community Cryptography Test Vectors.
type vector struct {
	expect     string
	payload    string
	identities []age.Identity
	file       []byte
}

func parseVector(t *testing.T, raw []byte) vector {
	t.Helper()
	v := vector{file: raw}
	packed := false
	for {
		line, rest, ok := bytes.Cut(v.file, []byte("\n"))
		if !ok {
			t.Fatal("a vector without a file")
		}
		v.file = rest
		if len(line) == 0 {
			break
		}
		name, value, _ := strings.Cut(string(line), ": ")
		switch name {
		case "expect":
			v.expect = value
		case "payload":
			v.payload = value
		case "compressed":
			packed = true
		case "identity":
			id, err := age.ParseIdentities(strings.NewReader(value))
			must(t, err)
			v.identities = append(v.identities, id...)
		case "passphrase":
			id, err := age.NewScryptIdentity(value)
			must(t, err)
			v.identities = append(v.identities, id)
		}
	}
	if packed {
		r, err := zlib.NewReader(bytes.NewReader(v.file))
		must(t, err)
		v.file, err = io.ReadAll(r)
		must(t, err)
	}
	return v
}

func TestEveryVectorOfAgePassesThroughWhatOpensABackup(t *testing.T) {
	files, err := fs.Glob(agetest.Vectors, "*")
	must(t, err)
	if len(files) != 147 {
		t.Errorf("%d vectors", len(files))
	}
	for _, name := range files {
		t.Run(name, func(t *testing.T) {
			raw, err := fs.ReadFile(agetest.Vectors, name)
			must(t, err)
			v := parseVector(t, raw)
			var plain []byte
			d, err := decrypt(bytes.NewReader(v.file), v.identities...)
			if err == nil {
				plain, err = io.ReadAll(d)
			}
			switch v.expect {
			case "success":
				sum := sha256.Sum256(plain)
				if err != nil || hex.EncodeToString(sum[:]) != v.payload {
					t.Errorf("%d bytes, %v", len(plain), err)
				}
			case "no match":
				if !errors.Is(err, ErrWrongKey) {
					t.Errorf("got %v", err)
				}
			case "HMAC failure", "payload failure", "header failure", "armor failure":
				if !errors.Is(err, ErrAltered) && !errors.Is(err, ErrTruncated) && !errors.Is(err, ErrNotBackup) {
					t.Errorf("%s: got %v", v.expect, err)
				}
			default:
				t.Errorf("nobody knows what %q is", v.expect)
			}
		})
	}
}
