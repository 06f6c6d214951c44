//go:build proof && linux

package proof

import (
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"holdfast/proof/trace"
)

const passphrase = "tundra oboe granite saffron willow kite"

// place is a home folder and a folder of papers for one story.
type place struct {
	t                    *testing.T
	home, papers, vault  string
	session              string // the folder of the login session
	passphraseFile, list string
	words                []string
	seen                 []*trace.Seen
}

func newPlace(t *testing.T) *place {
	t.Helper()
	p := &place{t: t, home: t.TempDir(), papers: t.TempDir(), words: canaries(seeded)}
	p.session = p.papers
	p.vault = filepath.Join(p.home, "board")
	p.passphraseFile = filepath.Join(p.papers, "passphrase")
	p.list = filepath.Join(p.papers, "list.csv")
	for path, text := range map[string]string{p.passphraseFile: passphrase, p.list: list(p.words)} {
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return p
}

// program is a built program.
func program(t *testing.T, name string) string {
	t.Helper()
	path, err := filepath.Abs(filepath.Join("..", "bin", name))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(path); err != nil {
		t.Fatalf("%v; make build makes it", err)
	}
	return path
}

// environment is that of an ordinary person, with this home.
func (p *place) environment(more ...string) []string {
	return append([]string{"HOME=" + p.home, "PATH=" + os.Getenv("PATH"), "LANG=C.UTF-8"}, more...)
}

// ctl runs holdfastctl under strace and gives what it prints.
func (p *place) ctl(words ...string) string {
	p.t.Helper()
	out := filepath.Join(p.t.TempDir(), "trace")
	run := append([]string{program(p.t, "holdfastctl"), "--passphrase-file", p.passphraseFile}, words...)
	command := exec.Command("strace", trace.Arguments(out, run...)...)
	command.Env = p.environment()
	command.Dir = p.home
	var complaint strings.Builder
	command.Stderr = &complaint
	said, err := command.Output()
	if exit, ok := err.(*exec.ExitError); err != nil && (!ok || exit.ExitCode() != 1) { // 1 is the answer no
		p.t.Fatalf("holdfastctl %s: %v\n%s", strings.Join(words, " "), err, complaint.String())
	}
	p.read(out)
	return string(said)
}

func (p *place) read(out string) {
	p.t.Helper()
	file, err := os.Open(out)
	if err != nil {
		p.t.Fatal(err)
	}
	defer func() { _ = file.Close() }()
	seen, err := trace.Read(file)
	if err != nil {
		p.t.Fatal(err)
	}
	p.seen = append(p.seen, seen)
}

// settingsFile is the one file that may lie outside the vault.
func (p *place) settingsFile() string {
	return filepath.Join(p.home, ".config", "holdfast", "settings.json")
}

// allowed says whether a path may be changed: the vault, the settings file
// and the folders and side file that it takes to write it, what the person
// asked for, and what is no file on a disk.
func (p *place) allowed(path string, askedFor ...string) bool {
	settings := p.settingsFile()
	for _, own := range append([]string{p.vault, settings}, askedFor...) {
		if path == own || strings.HasPrefix(path, own+"/") {
			return true
		}
	}
	if folder := filepath.Dir(settings); path == folder || path == filepath.Dir(folder) || strings.HasPrefix(path, folder+"/") {
		return true // what stays there is looked at on its own
	}
	for _, device := range []string{"/dev/", "/proc/self/", "/memfd:", "anon_inode:", "pipe:", "socket:", "UNIX:"} {
		if strings.HasPrefix(path, device) {
			return true
		}
	}
	return false
}

// check holds what was seen to the promises.
func (p *place) check(askedFor ...string) {
	p.t.Helper()
	inVault := 0
	for _, seen := range p.seen {
		for _, path := range slices.Sorted(maps.Keys(seen.Changed)) {
			if strings.HasPrefix(path, p.vault+"/") {
				inVault++
			}
			if !p.allowed(path, askedFor...) {
				p.t.Errorf("%s was changed by %v", path, seen.Changed[path])
			}
		}
		for path, text := range seen.Written {
			if found := inClear(p.words, text); found != nil && !toPerson(path) {
				p.t.Errorf("%q were written in clear to %s", found, path)
			}
		}
		for family, n := range seen.Sockets {
			if family != "AF_UNIX" && family != "AF_LOCAL" {
				p.t.Errorf("%d sockets of %s were made", n, family)
			}
		}
	}
	if inVault == 0 {
		p.t.Error("nothing was seen being written into the vault; the trace proves nothing")
	}
	files(p.t, func(path string, text []byte) {
		if found := inClear(p.words, text); found != nil {
			p.t.Errorf("%q stand in clear in %s", found, path)
		}
		if !strings.HasPrefix(path, p.vault+"/") && path != p.settingsFile() {
			p.t.Errorf("%s was left behind", path)
		}
	}, p.home)
}

// toPerson says whether a descriptor leads to the person: the pipe in place of
// the terminal, or the screen's socket.
func toPerson(path string) bool {
	return strings.HasPrefix(path, "pipe:") || strings.HasPrefix(path, "/dev/pts/") ||
		strings.HasPrefix(path, "UNIX:") || strings.HasPrefix(path, "socket:")
}

func TestTheCommandLeavesNothingOutsideTheVault(t *testing.T) {
	p := newPlace(t)
	paper := filepath.Join(p.papers, "paper-key.txt")
	p.ctl("create", p.vault, "--board", "A board", "--paper", paper)
	p.ctl("import", "members", p.vault, p.list, "--dry-run")
	p.ctl("import", "members", p.vault, p.list)
	people := p.ctl("members", p.vault, "--json")
	p.ctl("members", p.vault, "--find", p.words[0])
	p.ctl("today", p.vault)
	p.ctl("journal", p.vault)
	id := firstID(t, people)
	person := p.ctl("member", "show", p.vault, id)
	p.ctl("contact", p.vault, id)
	p.ctl("settings", "get", p.vault)
	stick := p.year(id)
	p.ctl("check", p.vault, "--full")

	// What is looked for must be there to be found.
	if inClear(p.words, []byte(people)) == nil || len(inClear(p.words, []byte(person))) < 4 {
		t.Fatalf("the words did not come in; the story proves nothing:\n%s", person)
	}
	p.check(paper, stick)
}

// year is what happens to a board: choices, pay, answers, a checklist, a
// backup that comes back, and somebody who is forgotten. The words that are
// not in the list are in these. It gives the folder of the backup.
func (p *place) year(id string) (stick string) {
	p.t.Helper()
	rest := p.words[5*people:]
	word := func() string { w := rest[0]; rest = rest[1:]; return title(w) }
	said := filepath.Join(p.papers, "words.txt")
	stick = filepath.Join(p.papers, "stick")
	if err := os.Mkdir(stick, 0o700); err != nil {
		p.t.Fatal(err)
	}
	for range 6 {
		if err := os.WriteFile(said, []byte(word()+" "+word()+" "+word()), 0o600); err != nil {
			p.t.Fatal(err)
		}
		p.ctl("consent", "quote", "save", p.vault, id, "--words", said, "--title", word())
	}
	p.ctl("consent", "give", p.vault, id, "--purpose", "quote", "--channel", "website", "--as", "pseudonym", "--shown", word(), "--never-a-condition")
	p.ctl("consent", "withdraw", p.vault, id, "--purpose", "everything")
	for range 12 {
		p.ctl("pay", "work", p.vault, id, "meeting", "--amount", "60", "--note", word())
	}
	p.ctl("pay", "paid", p.vault, id, "120", "--by", "cash", "--agreed")
	p.ctl("assess", "round", "open", p.vault, "meeting-check-in", "--title", word(), "--named", "--members", "6")
	items := regexp.MustCompile(`"id": "([^"]+)"`).FindAllStringSubmatch(p.ctl("assess", "checklist", p.vault, "breach-readiness", "--json"), -1)
	for _, item := range items[len(items)-4:] {
		p.ctl("assess", "checklist", p.vault, "breach-readiness", "--mark", item[1], "--status", "done", "--note", word(), "--owner", word(), "--signed-by", word())
	}
	p.ctl("backup", "create", p.vault, filepath.Join(stick, "one.age"))
	p.ctl("backup", "verify", filepath.Join(stick, "one.age"))
	p.ctl("record", p.vault, id, "--out", filepath.Join(stick, "hers.age"), "--record-passphrase-file", p.passphraseFile)
	p.ctl("forget", p.vault, id, "--yes")
	if len(rest) > 0 {
		p.t.Fatalf("%d words are in nothing", len(rest))
	}
	return stick
}

// firstID is the first identifier in a JSON answer.
func firstID(t *testing.T, answer string) string {
	t.Helper()
	_, rest, found := strings.Cut(answer, `"id":`)
	_, rest, quoted := strings.Cut(rest, `"`)
	id, _, closed := strings.Cut(rest, `"`)
	if !found || !quoted || !closed {
		t.Fatalf("there is no identifier in %s", answer)
	}
	return id
}
