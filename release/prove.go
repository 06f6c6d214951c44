package release

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"aead.dev/minisign"

	"holdfast/wording"
)

// Errors of Prove. A caller shows the sentence; none of them is a reason to
// use the file.
var (
	// ErrSignature says that the list was not signed with this key.
	ErrSignature = errors.New("this list was not signed with this key")
	// ErrOther says that a file is not the one of the release.
	ErrOther = errors.New("this file is not the one of the release")
	// ErrNotListed says that the release has no file of this name.
	ErrNotListed = errors.New("the release has no file of this name")
)

// mostSums is how long a list may be; one of a release has some ten lines.
const mostSums = 1 << 20

// Download is what was downloaded.
type Download struct {
	// Key is the public key, as minisign shows it: the base64 text alone, or
	// the whole of a key file.
	Key string
	// Sums is the list, with its signature in Sums + ".minisig" beside it.
	Sums  string
	Files []string
}

// Proven is a file that is part of the release, by its name there.
type Proven struct {
	Name   string
	SHA256 string
}

// Prove checks the signature of the list and then each file. It fails with a
// wording.Problem for a key or a signature that is none, with ErrSignature,
// ErrNotListed or ErrOther, or as the disk does. Where it fails, nothing is
// proven, not even the files before the one that was wrong.
func Prove(d Download) ([]Proven, error) {
	var key minisign.PublicKey
	if err := key.UnmarshalText([]byte(strings.TrimSpace(d.Key))); err != nil {
		return nil, wording.Refuse("public_key", "This is not a public key of minisign. It begins with RW and has 56 characters.")
	}
	list, err := bounded(d.Sums)
	if err != nil {
		return nil, err
	}
	signature, err := bounded(d.Sums + ".minisig")
	if err != nil {
		return nil, err
	}
	if !minisign.Verify(key, list, signature) {
		return nil, ErrSignature
	}
	sums, err := read(list)
	if err != nil {
		return nil, err
	}
	var proven []Proven
	for _, path := range d.Files {
		one, err := prove(sums, path)
		if err != nil {
			return nil, err
		}
		proven = append(proven, one)
	}
	return proven, nil
}

func prove(sums map[string][]byte, path string) (Proven, error) {
	name := filepath.Base(path)
	want, listed := sums[name]
	if !listed {
		return Proven{}, ErrNotListed
	}
	got, err := sumOf(path)
	if err != nil {
		return Proven{}, err
	}
	if subtle.ConstantTimeCompare(got, want) != 1 {
		return Proven{}, ErrOther
	}
	return Proven{Name: name, SHA256: hex.EncodeToString(got)}, nil
}

// read reads a list as sha256sum writes it: the sum, a space, a space or a
// star, the name. It fails with a wording.Problem.
func read(list []byte) (map[string][]byte, error) {
	sums := map[string][]byte{}
	lines := bufio.NewScanner(bytes.NewReader(list))
	for number := 1; lines.Scan(); number++ {
		text, name, found := strings.Cut(strings.TrimSuffix(lines.Text(), "\r"), " ")
		sum, err := hex.DecodeString(text)
		if !found || len(name) < 2 || err != nil || len(sum) != sha256.Size {
			return nil, wording.Refuse("sums", "Line {line} of the list of sums can't be read.", "line", number)
		}
		sums[name[1:]] = sum
	}
	return sums, lines.Err()
}

// bounded reads a small ordinary file.
func bounded(path string) (data []byte, err error) {
	file, err := ordinary(path)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	data, err = io.ReadAll(io.LimitReader(file, mostSums+1))
	if err == nil && len(data) > mostSums {
		return nil, wording.Refuse("sums", "This is far too large for a list of sums or its signature.")
	}
	return data, err
}

func sumOf(path string) (sum []byte, err error) {
	file, err := ordinary(path)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	hash := sha256.New()
	if _, err := io.Copy(hash, file); err != nil {
		return nil, fmt.Errorf("read a download: %w", err)
	}
	return hash.Sum(nil), nil
}

// ordinary opens an ordinary file: a pipe would be waited for, a device would
// never end.
func ordinary(path string) (*os.File, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, wording.Refuse("file", "This is no file. Choose the download itself.")
	}
	return os.Open(path)
}
