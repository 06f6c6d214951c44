package holdfast

import (
	"bytes"
	"go/ast"
	"go/format"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// The most that fits into a head at once.
const (
	longestFunction = 60
	longestFile     = 400
)

func TestFunctionsAndFilesStayShort(t *testing.T) {
	h := everything(t)
	h.eachFile(func(s *source, _ string, file *ast.File) {
		if forTests(s.path()) {
			return
		}
		lines := func(n ast.Node) int { return h.fset.Position(n.End()).Line - h.fset.Position(n.Pos()).Line + 1 }
		if length := h.fset.Position(file.FileEnd).Line; length > longestFile {
			t.Errorf("%s: the file has %d lines, more than %d", h.at(file.Pos()), length, longestFile)
		}
		for _, d := range file.Decls {
			if f, ok := d.(*ast.FuncDecl); ok && lines(f) > longestFunction {
				t.Errorf("%s: %s has %d lines, more than %d", h.at(f.Pos()), f.Name.Name, lines(f), longestFunction)
			}
		}
	})
}

func TestEveryPackageOpensWithItsSentence(t *testing.T) {
	for _, s := range everything(t).sources {
		var said []string
		for _, file := range s.files {
			if file.Doc != nil {
				said = append(said, file.Doc.Text())
			}
		}
		begins := "Package " + s.files[0].Name.Name + " "
		if s.files[0].Name.Name == "main" {
			begins = "Command " + filepath.Base(s.path()) + " "
		}
		if !slices.ContainsFunc(said, func(doc string) bool { return strings.HasPrefix(doc, begins) }) {
			t.Errorf("%s: no comment opens the package with %q", s.path(), begins)
		}
	}
}

func TestWhatIsExportedSaysWhatItStandsFor(t *testing.T) {
	h := everything(t)
	h.eachFile(func(_ *source, _ string, file *ast.File) {
		for _, d := range file.Decls {
			switch d := d.(type) {
			case *ast.FuncDecl:
				if d.Name.IsExported() && d.Doc == nil && exportedReceiver(d) && !wellKnown(d) {
					t.Errorf("%s: %s has no comment", h.at(d.Pos()), d.Name.Name)
				}
			case *ast.GenDecl:
				for _, spec := range d.Specs {
					name, commented := named(spec)
					if d.Tok != token.IMPORT && ast.IsExported(name) && d.Doc == nil && !commented {
						t.Errorf("%s: %s has no comment", h.at(spec.Pos()), name)
					}
				}
			}
		}
	})
}

// wellKnown are methods whose contract stands elsewhere: in the standard
// library, in Fyne, or in the interface of the kit that they fulfil.
func wellKnown(f *ast.FuncDecl) bool {
	return f.Recv != nil && slices.Contains([]string{"Error", "String", "Unwrap", "Len", "Less", "Swap",
		"CreateRenderer", "MinSize", "Layout", "Refresh", "FocusGained", "FocusLost", "NaturalWidth", "HeightFor"}, f.Name.Name)
}

func exportedReceiver(f *ast.FuncDecl) bool {
	if f.Recv == nil {
		return true
	}
	receiver := f.Recv.List[0].Type
	for {
		switch r := receiver.(type) {
		case *ast.StarExpr:
			receiver = r.X
		case *ast.IndexExpr:
			receiver = r.X
		case *ast.IndexListExpr:
			receiver = r.X
		case *ast.Ident:
			return r.IsExported()
		default:
			return false
		}
	}
}

func named(spec ast.Spec) (name string, commented bool) {
	switch spec := spec.(type) {
	case *ast.TypeSpec:
		return spec.Name.Name, spec.Doc != nil || spec.Comment != nil
	case *ast.ValueSpec:
		return spec.Names[0].Name, spec.Doc != nil || spec.Comment != nil
	}
	return "", false
}

func TestEveryFileIsFormatted(t *testing.T) {
	for _, name := range tracked(t) {
		if filepath.Ext(name) != ".go" {
			continue
		}
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if formatted, err := format.Source(text); err != nil || !bytes.Equal(text, formatted) {
			t.Errorf("%s is not as gofmt writes it (%v)", name, err)
		}
	}
}

// ownComputer matches a path that exists on somebody's own computer only, and
// the hosts from which packages come. They are written in pieces, so that
// this file does not hold them.
func ownComputer() *regexp.Regexp {
	host := func(parts ...string) string { return strings.Join(parts, `\.`) }
	return regexp.MustCompile(strings.Join([]string{
		`(^|[^\w.])/(wo` + `rk|ro` + `ot|fa` + `rm)/`,
		host("proxy", "golang", "org"), host("sum", "golang", "org"), host("registry", "npmjs", "org"),
		host("deb", "debian", "org"), host("pypi", "org"), host("goproxy", `\w+`),
	}, "|"))
}

func TestNoFileNamesSomebodysComputer(t *testing.T) {
	own := ownComputer()
	unfinished := regexp.MustCompile(`\b(TO` + `DO|FIX` + `ME|XX` + `X)\b`)
	for _, name := range tracked(t) {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if bytes.IndexByte(text, 0) >= 0 { // a font, a picture, a vault
			continue
		}
		for i, line := range strings.Split(string(text), "\n") {
			if found := own.FindString(line); found != "" {
				t.Errorf("%s:%d names %s", name, i+1, strings.TrimSpace(found))
			}
			if found := unfinished.FindString(line); found != "" && filepath.Ext(name) != ".ttf" {
				t.Errorf("%s:%d is unfinished: %s", name, i+1, found)
			}
		}
	}
}
