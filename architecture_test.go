package holdfast

import (
	"go/ast"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// mayImport is the map of the house: for every package of ours, which other
// packages of ours it may import. A name stands for itself and what lies
// below it. A package that is not named here has no place yet: give it one,
// here and in doc/overview.md.
var mayImport = map[string][]string{
	"record":            {},
	"record/recordtest": {"record"},
	"wording":           {"record"},
	"assets":            {"wording"},

	"rule":   {"record", "wording"},
	"find":   {"record", "wording"},
	"member": {"record", "wording", "rule", "find"},

	"contact":      {"record", "wording", "rule", "member"},
	"consent":      {"record", "wording", "rule", "member"},
	"compensation": {"record", "wording", "rule", "member"},
	"meeting":      {"record", "wording", "rule", "member"},
	"assessment":   {"record", "wording", "rule", "member", "report"},
	"attachment":   {"record", "wording", "member"},
	"report":       {"record", "wording"},
	"backup":       {"record", "wording", "durable", "store", "backup"},

	"roster": {"record", "wording", "find", "member", "contact", "roster"},
	"paper":  {"record", "wording", "assets"},
	"chart":  {"paper"},

	"preference": {"record", "wording", "durable"},
	"release":    {"wording"},
	"synced":     {"wording"},
	"durable":    {},
	"store":      {"record", "wording", "synced", "durable", "store"},

	"board": {"record", "wording", "assets", "rule", "member", "find", "contact", "consent",
		"compensation", "meeting", "assessment", "attachment", "report", "roster", "paper", "chart", "preference", "synced", "durable", "store", "backup"},

	"app/desk":        {},
	"app/theme":       {"wording", "assets"},
	"app/route":       {"record", "wording"},
	"app/kit":         {"record", "wording", "app/theme", "app/route", "app/kit"},
	"app/kit/kittest": {"record", "wording", "assets", "app/theme", "app/route", "app/kit"},
	"app/apptest":     {""},
	"app": {"record", "wording", "assets", "rule", "member", "find", "contact", "consent",
		"compensation", "meeting", "assessment", "attachment", "report", "roster", "paper", "chart", "preference", "synced", "board", "app"},

	"cmd":       {""},
	"bench":     {""},
	"proof":     {""},
	"torture":   {""},
	"packaging": {"release"},
}

// place is the entry of mayImport that holds a package: the longest that it
// lies under.
func place(path string) (entry string, ok bool) {
	for name := range mayImport {
		if within(path, name) && (!ok || len(name) > len(entry)) {
			entry, ok = name, true
		}
	}
	return entry, ok
}

// within says whether a package is another one or lies below it; everything
// lies below "".
func within(path, above string) bool {
	return above == "" || path == above || strings.HasPrefix(path, above+"/")
}

func TestImportsRunOneWay(t *testing.T) {
	for _, s := range everything(t).sources {
		entry, ok := place(s.path())
		if !ok {
			t.Errorf("%s has no place in the map of the house", s.path())
			continue
		}
		for _, imported := range s.Imports {
			path, isOurs := strings.CutPrefix(imported, module+"/")
			if !isOurs {
				continue
			}
			if !slices.ContainsFunc(mayImport[entry], func(allowed string) bool { return within(path, allowed) }) {
				t.Errorf("%s imports %s", s.path(), path)
			}
		}
	}
}

func TestOnlyTestsImportWhatServesTests(t *testing.T) {
	for _, s := range everything(t).sources {
		for _, imported := range s.Imports {
			path, isOurs := strings.CutPrefix(imported, module+"/")
			if isOurs && forTests(path) && !forTests(s.path()) {
				t.Errorf("%s imports %s", s.path(), path)
			}
		}
	}
}

// A never is an import that must not happen.
type never struct {
	why     string
	is      func(imported string) bool
	except  []string // packages of ours in which it may
	through bool     // also through what is imported
}

var (
	isFyne = func(path string) bool { return within(path, "fyne.io") }
	domain = []string{"record", "wording", "rule", "member", "find", "contact", "consent", "compensation", "meeting", "roster", "assessment", "attachment", "report"}
)

func nevers() []never {
	return []never{
		{
			why: "the program is offline",
			is:  func(p string) bool { return p == "net" || within(p, "net/http") || p == "net/rpc" || p == "net/smtp" },
		},
		{
			why: "only the store knows Badger", is: func(p string) bool { return within(p, "github.com/dgraph-io") },
			except: []string{"store"},
		},
		{
			why: "keys are handled in three places", is: isCryptography,
			except: []string{"store/keyring", "store/internal/seal", "backup", "bench", "proof"},
		},
		{
			why: "only the programs make the window's application", is: func(p string) bool { return p == "fyne.io/fyne/v2/app" },
			except: []string{"cmd/holdfast", "bench/bare"}, through: true,
		},
		{
			why: "nothing under the screens needs a window", is: isFyne,
			except: []string{"app", "cmd/holdfast", "bench/bare"}, through: true,
		},
		{
			why: "only the programs read flags", is: func(p string) bool { return p == "flag" || within(p, "github.com/alecthomas/kong") },
			except: []string{"cmd", "bench", "proof", "torture", "packaging", "app/kit/kittest"},
		},
		{
			why: "no spreadsheet library reads or writes a person (0007, 0010)", is: func(p string) bool { return within(p, "github.com/xuri") },
		},
		{
			// A hardware key is reached through a program of its maker, which its
			// owner chooses by path: that is what store/keyring/plugin is for.
			why: "nothing starts another program", is: func(p string) bool { return p == "os/exec" },
			except: []string{"app/desk", "store/keyring/plugin", "bench", "proof", "torture", "packaging"},
		},
	}
}

// isCryptography leaves out what makes no secret: hashes without a key, and
// the comparison that takes the same time whatever it finds.
func isCryptography(path string) bool {
	switch path {
	case "crypto/sha256", "crypto/sha512", "crypto/subtle":
		return false
	}
	return within(path, "crypto") || within(path, "golang.org/x/crypto") ||
		within(path, "filippo.io") || within(path, "github.com/awnumar/memguard") || path == "runtime/secret"
}

func TestTheNeversOfTheDesign(t *testing.T) {
	h := everything(t)
	for _, n := range nevers() {
		for _, s := range h.sources {
			if slices.ContainsFunc(n.except, func(except string) bool { return within(s.path(), except) }) {
				continue
			}
			imports := s.Imports
			if n.through {
				imports = s.Deps
			}
			for _, imported := range imports {
				if n.is(imported) {
					t.Errorf("%s: %s imports %s", n.why, s.path(), imported)
				}
			}
		}
	}
}

func TestTheDomainKnowsNothingOfHowItIsKept(t *testing.T) {
	h := everything(t)
	for _, s := range h.sources {
		if !slices.ContainsFunc(domain, func(d string) bool { return within(s.path(), d) }) {
			continue
		}
		for _, imported := range s.Deps {
			path, isOurs := strings.CutPrefix(imported, module+"/")
			if isOurs && (within(path, "store") || within(path, "backup") || within(path, "assets")) ||
				within(imported, "github.com/dgraph-io") {
				t.Errorf("%s comes to %s", s.path(), imported)
			}
		}
	}
}

// drawsScreens says whether a file may know Fyne: the kit, the theme, the
// shell, and in an area the files that draw.
func drawsScreens(path, file string) bool {
	switch {
	case within(path, "app/kit"), within(path, "app/theme"), within(path, "cmd/holdfast"), within(path, "bench/bare"):
		return true
	case path == "app/desktop": // puts the shell and the screens together
		return true
	case path == "app":
		return !strings.HasPrefix(file, "model")
	default:
		return within(path, "app") && (strings.HasPrefix(file, "view") || strings.HasSuffix(file, "view.go"))
	}
}

// knowsFyne says whether a file imports Fyne, or a package of ours that does.
func knowsFyne(h *house, file *ast.File) (imported string, yes bool) {
	for _, i := range file.Imports {
		path, err := strconv.Unquote(i.Path.Value)
		if err != nil {
			continue
		}
		if isFyne(path) {
			return path, true
		}
		if p := h.packages[path]; p != nil && p.ours() && slices.ContainsFunc(p.Deps, isFyne) {
			return path, true
		}
	}
	return "", false
}

func TestOnlyWhatDrawsKnowsFyne(t *testing.T) {
	h := everything(t)
	h.eachFile(func(s *source, name string, file *ast.File) {
		if imported, yes := knowsFyne(h, file); yes && !drawsScreens(s.path(), name) && !forTests(s.path()) {
			t.Errorf("%s imports %s", h.at(file.Pos()), imported)
		}
	})
}

// A model that compiles alone can be tried without a window, and a mistake in
// drawing can't reach into it.
func TestEveryModelCompilesWithoutItsView(t *testing.T) {
	h := everything(t)
	for _, s := range h.sources {
		var models []*ast.File
		for i, file := range s.files {
			if _, draws := knowsFyne(h, file); !draws && !strings.HasPrefix(s.GoFiles[i], "view") {
				models = append(models, file)
			}
		}
		if !slices.Contains(s.GoFiles, "model.go") || len(models) == len(s.files) {
			continue
		}
		if _, err := h.check(s.ImportPath, models); err != nil {
			t.Errorf("%s: without the files that draw, %v", s.path(), err)
		}
	}
}
