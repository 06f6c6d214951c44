package holdfast

import (
	"encoding/json"
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

const wordingPath = module + "/wording"

// sayers are the functions through which a sentence is said, with the places
// of the sentences among their parameters. A function of ours that passes a
// parameter of its own on to one of them becomes one itself (spread).
func sayers(h *house) map[*types.Func][]int {
	said := map[*types.Func][]int{}
	wording, err := h.imports.Import(wordingPath)
	if err != nil {
		return said
	}
	find := func(name string, at ...int) {
		if f, ok := wording.Scope().Lookup(name).(*types.Func); ok {
			said[f] = at
		}
	}
	find("T", 0)
	find("N", 1, 2)
	find("Refuse", 1)
	book := wording.Scope().Lookup("Book").Type()
	for name, at := range map[string][]int{"Say": {0}, "Count": {1, 2}} {
		method, _, _ := types.LookupFieldOrMethod(types.NewPointer(book), true, wording, name)
		if f, ok := method.(*types.Func); ok {
			said[f] = at
		}
	}
	return said
}

// sentence is one English sentence and a place where it is said.
type sentence struct {
	english string
	pos     token.Pos
}

// speech is what the program says: its sentences, and the places where what
// is said can't be seen in the code.
type speech struct {
	sentences []sentence
	hidden    []token.Pos
}

func listen(h *house) speech {
	said := sayers(h)
	byName := map[string][]int{} // a function of ours is another object where it is imported
	for f, at := range said {
		byName[f.FullName()] = at
	}
	for {
		var heard speech
		grown := false
		for _, s := range h.sources {
			if forTests(s.path()) || within(s.path(), "bench") || within(s.path(), "torture") {
				continue
			}
			hidden := len(heard.hidden)
			for _, file := range s.files {
				for _, d := range file.Decls {
					grown = heard.declaration(s.info, d, byName) || grown
				}
			}
			if s.ImportPath == wordingPath { // it renders what others say
				heard.hidden = heard.hidden[:hidden]
			}
		}
		if !grown {
			return heard
		}
	}
}

// declaration hears the sentences of one declaration. It says whether the
// function that is declared has turned out to pass sentences on.
func (heard *speech) declaration(info *types.Info, d ast.Decl, byName map[string][]int) (grown bool) {
	ast.Inspect(d, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			f := called(info, n)
			if f == nil {
				return true
			}
			for _, i := range byName[f.FullName()] {
				if i >= len(n.Args) {
					continue
				}
				if !heard.constant(info, n.Args[i]) {
					if spread(info, d, n.Args[i], byName) {
						grown = true
					} else if !passedOn(info, d, n.Args[i], byName) {
						heard.hidden = append(heard.hidden, n.Args[i].Pos())
					}
				}
			}
		case *ast.KeyValueExpr: // wording.Text{English: "…"}
			if key, ok := n.Key.(*ast.Ident); ok && key.Name == "English" {
				heard.constant(info, n.Value)
			}
		}
		return true
	})
	heard.sentinels(info, d)
	return grown
}

// constant hears a sentence that stands in the code.
func (heard *speech) constant(info *types.Info, e ast.Expr) bool {
	value := info.Types[e].Value
	if value == nil || value.Kind() != constant.String {
		return false
	}
	if english := constant.StringVal(value); english != "" {
		heard.sentences = append(heard.sentences, sentence{english, e.Pos()})
	}
	return true
}

// sentinels hears the errors that a package declares for others to tell
// apart: their sentence is what a person is shown.
func (heard *speech) sentinels(info *types.Info, d ast.Decl) {
	declared, ok := d.(*ast.GenDecl)
	if !ok || declared.Tok != token.VAR {
		return
	}
	for _, spec := range declared.Specs {
		values := spec.(*ast.ValueSpec)
		for i, name := range values.Names {
			if !name.IsExported() || i >= len(values.Values) {
				continue
			}
			call, ok := values.Values[i].(*ast.CallExpr)
			if !ok {
				continue
			}
			if f := called(info, call); f != nil && f.FullName() == "errors.New" {
				heard.constant(info, call.Args[0])
			}
		}
	}
}

// parameter is the place of an expression among the parameters of the
// function that is declared, -1 where it is none.
func parameter(info *types.Info, d ast.Decl, e ast.Expr) (f *types.Func, at int) {
	declared, ok := d.(*ast.FuncDecl)
	if !ok {
		return nil, -1
	}
	f, _ = info.Defs[declared.Name].(*types.Func)
	ident, ok := ast.Unparen(e).(*ast.Ident)
	if !ok || f == nil {
		return f, -1
	}
	for i := range f.Signature().Params().Len() {
		if info.Uses[ident] == f.Signature().Params().At(i) {
			return f, i
		}
	}
	return f, -1
}

func spread(info *types.Info, d ast.Decl, e ast.Expr, byName map[string][]int) bool {
	f, at := parameter(info, d, e)
	if at < 0 || slices.Contains(byName[f.FullName()], at) {
		return false
	}
	byName[f.FullName()] = append(byName[f.FullName()], at)
	return true
}

func passedOn(info *types.Info, d ast.Decl, e ast.Expr, byName map[string][]int) bool {
	f, at := parameter(info, d, e)
	return at >= 0 && slices.Contains(byName[f.FullName()], at)
}

// spanish reads the shipped translations: sentence → file → translation.
func spanish(t *testing.T) map[string]map[string]string {
	t.Helper()
	names, err := filepath.Glob("assets/translations/es/*.json")
	if err != nil || len(names) == 0 {
		t.Fatalf("no translations were found: %v", err)
	}
	all := map[string]map[string]string{}
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		var part map[string]string
		if err := json.Unmarshal(text, &part); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		for english, translated := range part {
			if all[english] == nil {
				all[english] = map[string]string{}
			}
			all[english][filepath.Base(name)] = translated
		}
	}
	return all
}

func places(sentence string) []string {
	found := regexp.MustCompile(`\{[a-zA-Z_]\w*\}`).FindAllString(sentence, -1)
	slices.Sort(found)
	return slices.Compact(found)
}

func TestEverySentenceIsSaidInSpanishToo(t *testing.T) {
	h := everything(t)
	book := spanish(t)
	for _, said := range listen(h).sentences {
		if len(book[said.english]) == 0 {
			t.Errorf("%s: no Spanish for %q", h.at(said.pos), said.english)
		}
	}
}

func TestEverySentenceStandsInTheCode(t *testing.T) {
	h := everything(t)
	for _, pos := range listen(h).hidden {
		t.Errorf("%s: what is said here can't be found by reading the code; give a literal sentence", h.at(pos))
	}
}

func TestNoTranslationIsOfASentenceThatNobodySays(t *testing.T) {
	h := everything(t)
	if len(h.broken) > 0 {
		t.Fatal("not everything compiles, so not everything was heard")
	}
	said := map[string]bool{}
	for _, s := range listen(h).sentences {
		said[s.english] = true
	}
	for english, files := range spanish(t) {
		for file := range files {
			if !said[english] {
				t.Errorf("%s: nobody says %q", file, english)
			}
		}
	}
}

func TestTranslationsKeepThePlaces(t *testing.T) {
	for english, files := range spanish(t) {
		if different := slices.Compact(slices.Sorted(maps.Values(files))); len(different) > 1 {
			t.Errorf("%q is translated as %q", english, different)
		}
		for file, translated := range files {
			if strings.TrimSpace(translated) == "" {
				t.Errorf("%s: %q has no words", file, english)
			}
			if !slices.Equal(places(english), places(translated)) {
				t.Errorf("%s: %q has the places %v, its translation %v", file, english, places(english), places(translated))
			}
		}
	}
}

// One thing has one word, that which is understood wherever Spanish is spoken
// in the Americas.
func TestSpanishHasOneWordForAThing(t *testing.T) {
	others := map[string]*regexp.Regexp{
		"agregar":     regexp.MustCompile(`(?i)(^|[^d])añad`),
		"computadora": regexp.MustCompile(`(?i)ordenador`),
	}
	for english, files := range spanish(t) {
		for file, translated := range files {
			for word, other := range others {
				if other.MatchString(translated) {
					t.Errorf("%s: %q says %q; the word is “%s”", file, english, translated, word)
				}
			}
		}
	}
}

// The words that never stand on a screen: the people of the board are no
// victims and no users, and nothing is shouted.
func unwelcome() *regexp.Regexp {
	return regexp.MustCompile(`(?i)\b(victims?|users?|víctimas?|usuari[oa]s?)\b|[!¡]`)
}

func TestNoScreenSaysAnUnwelcomeWord(t *testing.T) {
	// What these words are the name of: an office, a law, a fund, a state.
	official := regexp.MustCompile(`(?i)(crime )?victims? (services|compensation|act|office|assistance)|(servicios|indemnización|compensación|oficina|ley) (a|de|para) (las )?víctimas`)
	unwelcome := unwelcome()
	weigh := func(where, words string) {
		if found := unwelcome.FindString(official.ReplaceAllString(words, "")); found != "" {
			t.Errorf("%s: %q says %q", where, words, found)
		}
	}
	h := everything(t)
	for _, said := range listen(h).sentences {
		weigh(h.at(said.pos), said.english)
	}
	for _, files := range spanish(t) {
		for file, translated := range files {
			weigh(file, translated)
		}
	}
}

// A screen says nothing that did not pass through a book.
func TestNoScreenIsGivenAnEnglishWord(t *testing.T) {
	h := everything(t)
	words := regexp.MustCompile(`\p{L}{2,}`)
	// What is called the same everywhere: the program, these keys, languages in
	// their own words, the neutral title of the window, and names of files.
	names := regexp.MustCompile(`\b(Holdfast|Ctrl|Alt|Esc|Tab|English|Español|Notes)\b|[\w-]+\.(age|pdf|txt)\b`)
	h.eachFile(func(s *source, name string, file *ast.File) {
		if !within(s.path(), "app") || within(s.path(), "app/kit") || within(s.path(), "app/theme") || within(s.path(), "app/desk") {
			return
		}
		ast.Inspect(file, func(n ast.Node) bool {
			for _, shown := range shownBy(s.info, n) {
				value := s.info.Types[shown].Value
				if value != nil && value.Kind() == constant.String && words.MatchString(names.ReplaceAllString(constant.StringVal(value), "")) {
					t.Errorf("%s: shows %s, which is in no book", h.at(shown.Pos()), value)
				}
			}
			return true
		})
	})
}

// shownBy are the strings that a call or a literal of Fyne or of the kit would
// put on the screen. A string type with a name of its own is no text, and a
// field that is called ID or Key is none either.
func shownBy(info *types.Info, n ast.Node) (shown []ast.Expr) {
	draws := func(p *types.Package) bool {
		return p != nil && (isFyne(p.Path()) || p.Path() == module+"/app/kit")
	}
	plain := func(of types.Type) bool { return types.Identical(of, types.Typ[types.String]) }
	switch n := n.(type) {
	case *ast.CallExpr:
		f := called(info, n)
		if f == nil || !draws(f.Pkg()) || f.Name() == "Say" || f.Name() == "Count" {
			return nil
		}
		for i, arg := range n.Args {
			if i < f.Signature().Params().Len() && plain(f.Signature().Params().At(i).Type()) {
				shown = append(shown, arg)
			}
		}
	case *ast.CompositeLit:
		named, ok := types.Unalias(info.TypeOf(n)).(*types.Named)
		if !ok || !draws(named.Obj().Pkg()) {
			return nil
		}
		for _, e := range n.Elts {
			field, ok := e.(*ast.KeyValueExpr)
			if !ok {
				continue
			}
			name, ok := field.Key.(*ast.Ident)
			if ok && name.Name != "ID" && name.Name != "Key" && plain(info.TypeOf(field.Value)) {
				shown = append(shown, field.Value)
			}
		}
	}
	return shown
}
