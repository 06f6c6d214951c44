package release

import (
	"crypto/rand"
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"aead.dev/minisign"

	"holdfast/wording"
)

// set is a release on a disk.
type set struct {
	dir, sums string
	key       minisign.PublicKey
}

func (s set) path(name string) string { return filepath.Join(s.dir, name) }

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

func released(t *testing.T) set {
	t.Helper()
	public, private, err := minisign.GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	s := set{dir: t.TempDir(), key: public}
	s.sums = s.path("SHA256SUMS")
	list := ""
	for name, text := range map[string]string{"a.deb": "a program", "b.exe": "another"} {
		write(t, s.path(name), text)
		list += fmt.Sprintf("%x  %s\n", sha256.Sum256([]byte(text)), name)
	}
	write(t, s.sums, list)
	write(t, s.sums+".minisig", string(minisign.Sign(private, []byte(list))))
	return s
}

func TestOnlyWhatWasReleasedIsProven(t *testing.T) {
	for name, c := range map[string]struct {
		spoil func(*testing.T, *set)
		files []string
		want  error
	}{
		"as it is":            {nil, []string{"a.deb", "b.exe"}, nil},
		"another byte":        {func(t *testing.T, s *set) { write(t, s.path("b.exe"), "anothes") }, []string{"a.deb", "b.exe"}, ErrOther},
		"cut off":             {func(t *testing.T, s *set) { write(t, s.path("a.deb"), "a progra") }, []string{"a.deb"}, ErrOther},
		"under another name":  {func(t *testing.T, s *set) { write(t, s.path("c.exe"), "another") }, []string{"c.exe"}, ErrNotListed},
		"one for another":     {func(t *testing.T, s *set) { write(t, s.path("b.exe"), "a program") }, []string{"b.exe"}, ErrOther},
		"another's signature": {func(t *testing.T, s *set) { s.key = released(t).key }, []string{"a.deb"}, ErrSignature},
		"a line more": {func(t *testing.T, s *set) {
			raw, err := os.ReadFile(s.sums)
			if err != nil {
				t.Fatal(err)
			}
			write(t, s.sums, string(raw)+strings.Repeat("0", 64)+"  c.exe\n")
		}, []string{"a.deb"}, ErrSignature},
		"no signature":  {func(t *testing.T, s *set) { write(t, s.sums+".minisig", "") }, []string{"a.deb"}, ErrSignature},
		"gone":          {nil, []string{"a.deb", "nowhere/b.exe"}, os.ErrNotExist},
		"nothing named": {nil, nil, nil},
	} {
		t.Run(name, func(t *testing.T) {
			s := released(t)
			if c.spoil != nil {
				c.spoil(t, &s)
			}
			var files []string
			for _, f := range c.files {
				files = append(files, s.path(f))
			}
			proven, err := Prove(Download{Key: s.key.String(), Sums: s.sums, Files: files})
			if !errors.Is(err, c.want) || (c.want == nil && err != nil) {
				t.Errorf("got %v", err)
			}
			if err != nil && proven != nil || err == nil && len(proven) != len(files) {
				t.Errorf("proven: %v", proven)
			}
		})
	}
}

func TestWhatIsNoKeyAndNoListIsSaid(t *testing.T) {
	s := released(t)
	for name, d := range map[string]Download{
		"no key":   {Key: "hello", Sums: s.sums},
		"a folder": {Key: s.key.String(), Sums: s.sums, Files: []string{s.dir}},
	} {
		if _, err := Prove(d); err == nil || name == "no key" && len(wording.Problems(err)) != 1 {
			t.Errorf("%s: %v", name, err)
		}
	}
	for _, list := range []string{"hello", "zz  a", strings.Repeat("0", 64) + " a", strings.Repeat("0", 64)} {
		if _, err := read([]byte(list)); len(wording.Problems(err)) != 1 {
			t.Errorf("%q is read: %v", list, err)
		}
	}
}

func TestTheVersionIsTheSameEverywhere(t *testing.T) {
	for _, name := range []string{"FyneApp.toml", "CHANGELOG.md"} {
		raw, err := os.ReadFile(filepath.Join("..", name))
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(string(raw), Version) {
			t.Errorf("%s does not speak of %s", name, Version)
		}
	}
}

func FuzzTheListOfSums(f *testing.F) {
	f.Add([]byte(strings.Repeat("0", 64) + "  a\n"))
	f.Add([]byte(strings.Repeat("a", 64) + " *b.exe\r\n"))
	f.Fuzz(func(t *testing.T, list []byte) {
		sums, err := read(list)
		for name, sum := range sums {
			if err == nil && (name == "" || len(sum) != sha256.Size) {
				t.Errorf("%q: %x", name, sum)
			}
		}
	})
}
