// The tests at the root read the whole module as text, as syntax and as types,
// and hold it to what the design promises: who may import whom, how long a
// function may be, that every sentence has its translation.
package holdfast

import (
	"bytes"
	"encoding/json"
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
)

const module = "holdfast"

// listed is a package as the go command lists it.
type listed struct {
	ImportPath string
	Dir        string
	Export     string
	Standard   bool
	GoFiles    []string
	Imports    []string
	Deps       []string
	Error      *struct{ Err string }
	Module     *struct{ Path string }
}

// ours says whether a package belongs to this module.
func (p *listed) ours() bool { return p.Module != nil && p.Module.Path == module }

// source is one package of ours, parsed and typed.
type source struct {
	*listed
	files []*ast.File // parallel to GoFiles
	info  *types.Info
}

// path is the package without the module's name: "store/keyring".
func (s *source) path() string {
	return strings.TrimPrefix(strings.TrimPrefix(s.ImportPath, module), "/")
}

// house is the whole module.
type house struct {
	fset     *token.FileSet
	packages map[string]*listed // by import path, everything that ours needs
	sources  []*source          // ours, by path
	imports  types.Importer
	broken   []error // what does not compile, and so is missing from sources
}

var readHouse = sync.OnceValues(func() (*house, error) {
	out, err := run("go", "list", "-e", "-tags", "ci", "-export", "-deps", "-json", "./...")
	if err != nil {
		return nil, err
	}
	h := &house{fset: token.NewFileSet(), packages: map[string]*listed{}}
	for in := json.NewDecoder(bytes.NewReader(out)); ; {
		p := new(listed)
		if err := in.Decode(p); err == io.EOF {
			break
		} else if err != nil {
			return nil, err
		}
		if p.Error != nil {
			h.broken = append(h.broken, fmt.Errorf("%s: %s", p.ImportPath, p.Error.Err))
		}
		h.packages[p.ImportPath] = p
	}
	h.imports = importer.ForCompiler(h.fset, "gc", func(path string) (io.ReadCloser, error) {
		p, ok := h.packages[path]
		if !ok || p.Export == "" {
			return nil, fmt.Errorf("no export data for %s", path)
		}
		return os.Open(p.Export)
	})
	for _, p := range h.packages {
		if !p.ours() || len(p.GoFiles) == 0 {
			continue
		}
		if s, err := h.read(p); err == nil {
			h.sources = append(h.sources, s)
		} else if p.Error == nil {
			h.broken = append(h.broken, err)
		}
	}
	slices.SortFunc(h.sources, func(a, b *source) int { return strings.Compare(a.ImportPath, b.ImportPath) })
	return h, nil
})

// run runs a command at the root of the module, without C.
func run(name string, args ...string) ([]byte, error) {
	command := exec.Command(name, args...)
	command.Env = append(os.Environ(), "CGO_ENABLED=0")
	var complaint bytes.Buffer
	command.Stderr = &complaint
	out, err := command.Output()
	if err != nil {
		return nil, fmt.Errorf("%s: %w\n%s", strings.Join(command.Args, " "), err, complaint.String())
	}
	return out, nil
}

func (h *house) read(p *listed) (*source, error) {
	s := &source{listed: p}
	for _, name := range p.GoFiles {
		file, err := parser.ParseFile(h.fset, filepath.Join(p.Dir, name), nil, parser.ParseComments)
		if err != nil {
			return nil, err
		}
		s.files = append(s.files, file)
	}
	var err error
	s.info, err = h.check(p.ImportPath, s.files)
	return s, err
}

// check types some files as one package.
func (h *house) check(path string, files []*ast.File) (*types.Info, error) {
	info := &types.Info{
		Types:      map[ast.Expr]types.TypeAndValue{},
		Defs:       map[*ast.Ident]types.Object{},
		Uses:       map[*ast.Ident]types.Object{},
		Selections: map[*ast.SelectorExpr]*types.Selection{},
	}
	_, err := (&types.Config{Importer: h.imports}).Check(path, h.fset, files, info)
	return info, err
}

// everything is the module without what does not compile, which
// TestEverythingCompiles reports.
func everything(t *testing.T) *house {
	t.Helper()
	h, err := readHouse()
	if err != nil {
		t.Fatal(err)
	}
	return h
}

func TestEverythingCompiles(t *testing.T) {
	for _, err := range everything(t).broken {
		t.Error(err)
	}
}

// at is where something stands, as path:line from the root.
func (h *house) at(pos token.Pos) string {
	p := h.fset.Position(pos)
	root, err := os.Getwd()
	if err != nil {
		return p.String()
	}
	short, err := filepath.Rel(root, p.Filename)
	if err != nil {
		return p.String()
	}
	return fmt.Sprintf("%s:%d", filepath.ToSlash(short), p.Line)
}

// eachFile goes over every Go file of ours that is not a test.
func (h *house) eachFile(visit func(s *source, name string, file *ast.File)) {
	for _, s := range h.sources {
		for i, file := range s.files {
			visit(s, s.GoFiles[i], file)
		}
	}
}

// called is the function or method that a call calls, or nil.
func called(info *types.Info, call *ast.CallExpr) *types.Func {
	fun := ast.Unparen(call.Fun)
	switch indexed := fun.(type) { // a generic function, named with its types
	case *ast.IndexExpr:
		fun = indexed.X
	case *ast.IndexListExpr:
		fun = indexed.X
	}
	switch fun := fun.(type) {
	case *ast.Ident:
		f, _ := info.Uses[fun].(*types.Func)
		return f
	case *ast.SelectorExpr:
		f, _ := info.Uses[fun.Sel].(*types.Func)
		return f
	}
	return nil
}

// tracked are the files that belong to the project: those that git knows, and
// those that it would be told of.
func tracked(t *testing.T) []string {
	t.Helper()
	out, err := run("git", "ls-files", "--cached", "--others", "--exclude-standard")
	if err != nil {
		t.Fatal(err)
	}
	var there []string
	for _, name := range strings.Fields(string(out)) {
		if _, err := os.Stat(name); err == nil {
			there = append(there, name)
		}
	}
	return there
}
