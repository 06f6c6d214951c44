package holdfast

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"
	"testing"
)

// A reach is something of the standard library that changes what a function
// means without standing among its parameters.
type reach struct {
	why    string
	names  []string
	except []string // packages, or files of ours
}

func reaches() []reach {
	return []reach{
		{
			why: "only the programs read the environment and their arguments",
			names: []string{"os.Getenv", "os.LookupEnv", "os.Environ", "os.Setenv", "os.Unsetenv", "os.ExpandEnv", "os.Args",
				"os.UserHomeDir", "os.UserConfigDir", "os.UserCacheDir"},
			except: []string{"cmd", "bench", "proof", "torture", "packaging"},
		},
		{
			why:    "only the programs end the program",
			names:  []string{"os.Exit", "log.Fatal", "log.Fatalf", "log.Fatalln", "runtime.Goexit"},
			except: []string{"cmd", "bench", "proof", "torture", "packaging"},
		},
		{
			why:    "logs have a writer and keys that are allowed; the standard logger has neither",
			names:  []string{"log.Print", "log.Printf", "log.Println", "fmt.Print", "fmt.Printf", "fmt.Println", "os.Stdout", "os.Stderr", "slog.Info", "slog.Warn", "slog.Error", "slog.Debug", "slog.Default", "slog.SetDefault"},
			except: []string{"cmd", "bench", "proof", "torture", "packaging"},
		},
		{
			why:    "the clock is a parameter",
			names:  []string{"time.Now", "time.Since", "time.Until"},
			except: []string{"cmd", "bench", "proof", "torture", "packaging", "app/kit/async.go"},
		},
		{
			why:    "randomness is a parameter",
			names:  []string{"crypto/rand.Read", "crypto/rand.Text", "math/rand.Int", "math/rand.Intn", "math/rand/v2.IntN", "math/rand/v2.N", "math/rand/v2.Shuffle", "github.com/google/uuid.New", "github.com/google/uuid.NewString"},
			except: []string{"cmd", "bench", "proof", "torture", "packaging"},
		},
		{
			why:    "goroutines of the window live in one file, so that they can be joined",
			names:  []string{"go", "sync.WaitGroup.Go", "time.AfterFunc", "context.AfterFunc"},
			except: []string{"app/kit/async.go", "app/desk", "record", "wording", "store", "backup", "board", "cmd", "bench", "proof", "torture", "packaging"},
		},
		{
			why:    "a package does nothing merely by being imported",
			names:  []string{"init"},
			except: nil,
		},
	}
}

// isDefault says whether a place lies where a parameter was left nil: "now is
// the clock, nil is the system's" still lets the caller choose.
func isDefault(file *ast.File, pos token.Pos) bool {
	found := false
	ast.Inspect(file, func(n ast.Node) bool {
		if n == nil || pos < n.Pos() || pos >= n.End() {
			return false
		}
		if branch, ok := n.(*ast.IfStmt); ok && branch.Body.Pos() <= pos && pos < branch.Body.End() {
			if c, ok := branch.Cond.(*ast.BinaryExpr); ok && c.Op == token.EQL {
				if y, ok := c.Y.(*ast.Ident); ok && y.Name == "nil" {
					found = true
				}
			}
		}
		return true
	})
	return found
}

// forTests says whether a package only serves tests: recordtest, kittest.
func forTests(path string) bool { return strings.HasSuffix(path, "test") }

// nameOf is how reaches names an object: package path, receiver, name.
func nameOf(o types.Object) string {
	if o == nil || o.Pkg() == nil {
		return ""
	}
	if f, ok := o.(*types.Func); ok {
		if receiver := f.Signature().Recv(); receiver != nil {
			receives := receiver.Type()
			if p, ok := receives.(*types.Pointer); ok {
				receives = p.Elem()
			}
			if named, ok := receives.(*types.Named); ok {
				return o.Pkg().Path() + "." + named.Obj().Name() + "." + o.Name()
			}
			return ""
		}
	}
	if o.Parent() != o.Pkg().Scope() {
		return ""
	}
	return strings.TrimPrefix(o.Pkg().Path(), "log/") + "." + o.Name()
}

func TestNothingReachesPastItsParameters(t *testing.T) {
	h := everything(t)
	h.eachFile(func(s *source, name string, file *ast.File) {
		if forTests(s.path()) {
			return
		}
		check := func(pos token.Pos, used string) {
			for _, r := range reaches() {
				allowed := slices.ContainsFunc(r.except, func(e string) bool {
					return within(s.path(), e) || s.path()+"/"+name == e
				})
				if !allowed && slices.Contains(r.names, used) && !isDefault(file, pos) {
					t.Errorf("%s: %s uses %s", r.why, h.at(pos), used)
				}
			}
		}
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.Ident:
				check(n.Pos(), nameOf(s.info.Uses[n]))
			case *ast.GoStmt:
				check(n.Pos(), "go")
			case *ast.FuncDecl:
				if n.Recv == nil && n.Name.Name == "init" {
					check(n.Pos(), "init")
				}
			}
			return true
		})
	})
}

// neverChanges says whether the value of a package variable is one that
// nobody changes: an error, a compiled expression, an embedded file, or a
// value of its own that no part of the program can reach into.
func neverChanges(of types.Type) bool {
	switch types.TypeString(of, nil) {
	case "error", "embed.FS", "*regexp.Regexp", "*strings.Replacer":
		return true
	}
	switch of := of.Underlying().(type) {
	case *types.Basic:
		return true
	case *types.Array:
		return neverChanges(of.Elem())
	case *types.Struct:
		for field := range of.Fields() {
			if !neverChanges(field.Type()) {
				return false
			}
		}
		return true
	}
	return false
}

func TestPackagesHaveNoState(t *testing.T) {
	h := everything(t)
	for _, s := range h.sources {
		if forTests(s.path()) {
			continue
		}
		own := map[types.Object]bool{}
		for ident, object := range s.info.Defs {
			variable, ok := object.(*types.Var)
			if !ok || variable.Parent() != variable.Pkg().Scope() || ident.Name == "_" {
				continue
			}
			own[variable] = true
			if !neverChanges(variable.Type()) {
				t.Errorf("%s: the package variable %s can be changed from anywhere; make it a function or a parameter",
					h.at(ident.Pos()), ident.Name)
			}
		}
		for _, file := range s.files {
			ast.Inspect(file, func(n ast.Node) bool {
				for _, changed := range changedBy(n) {
					if ident, ok := root(changed).(*ast.Ident); ok && own[s.info.Uses[ident]] {
						t.Errorf("%s: the package variable %s is changed", h.at(n.Pos()), ident.Name)
					}
				}
				return true
			})
		}
	}
}

// changedBy are the expressions that a statement assigns to or gives away as
// a pointer.
func changedBy(n ast.Node) []ast.Expr {
	switch n := n.(type) {
	case *ast.AssignStmt:
		if n.Tok != token.DEFINE {
			return n.Lhs
		}
	case *ast.IncDecStmt:
		return []ast.Expr{n.X}
	case *ast.UnaryExpr:
		if n.Op == token.AND {
			return []ast.Expr{n.X}
		}
	}
	return nil
}

// root is what an expression like a.b[c] begins with.
func root(e ast.Expr) ast.Expr {
	for {
		switch x := ast.Unparen(e).(type) {
		case *ast.SelectorExpr:
			e = x.X
		case *ast.IndexExpr:
			e = x.X
		default:
			return x
		}
	}
}
