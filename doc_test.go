package holdfast

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

func TestEveryLinkOfADocumentLeadsSomewhere(t *testing.T) {
	link := regexp.MustCompile(`\]\(([^)#\s]+)(#[^)]*)?\)`)
	for _, name := range tracked(t) {
		if filepath.Ext(name) != ".md" {
			continue
		}
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, found := range link.FindAllStringSubmatch(string(text), -1) {
			target := found[1]
			if strings.Contains(target, "://") || strings.HasPrefix(target, "mailto:") {
				continue
			}
			if _, err := os.Stat(filepath.Join(filepath.Dir(name), target)); err != nil {
				t.Errorf("%s links to %s, which is not there", name, target)
			}
		}
	}
}

// A claim that names its test is only as good as that test is there.
func TestEveryTestThatADocumentNamesIsThere(t *testing.T) {
	named := regexp.MustCompile("`(Test[A-Z]\\w+)`")
	tests := regexp.MustCompile(`(?m)^func (Test\w+)\(`)
	there := map[string]bool{}
	for _, name := range tracked(t) {
		if !strings.HasSuffix(name, "_test.go") {
			continue
		}
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, found := range tests.FindAllStringSubmatch(string(text), -1) {
			there[found[1]] = true
		}
	}
	for _, name := range tracked(t) {
		if filepath.Ext(name) != ".md" {
			continue
		}
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, found := range named.FindAllStringSubmatch(string(text), -1) {
			if !there[found[1]] {
				t.Errorf("%s speaks of %s, which is not there", name, found[1])
			}
		}
	}
}

func TestTheMapShowsEveryPackage(t *testing.T) {
	text, err := os.ReadFile("doc/overview.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range everything(t).sources {
		path := s.path()
		if forTests(path) || strings.HasPrefix(path, "app/") && strings.Count(path, "/") == 1 && strings.Contains(string(text), "`app/<area>`") {
			continue
		}
		if !strings.Contains(string(text), "`"+path+"`") {
			t.Errorf("doc/overview.md does not show %s", path)
		}
	}
}
