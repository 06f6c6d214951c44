package holdfast

import (
	"go/ast"
	"maps"
	"slices"
	"strings"
	"testing"
)

// asked is what has to be asked before something about a person leaves a
// function: one of these, or a function of this table that asks it.
func asked() []string { return []string{"May", "may", "Caution"} }

// gated are the functions that show or hand out something about a person, or
// say whether somebody may be reached, each with what it asks by. Nothing here
// goes out by a setting, or by what a coordinator would like.
func gated() map[string]string {
	return map[string]string{
		"board.Consents.May":                    "may",      // Can I…? and consent may
		"board.Consents.Allowed":                "may",      // a list holds only who agreed to be on it
		"board.Consents.Library":                "may",      // quotes and stories, line by line
		"board.Consents.ExportQuotes":           "Library",  // and only its yes leaves
		"board.Consents.ChoicesSheet":           "May",      // “my choices”: is paper safe for them
		"board.Consents.Caution":                "May",      // what they said about papers to keep
		"board.Ledger.gate":                     "May",      // passing on what is needed to pay somebody
		"board.Ledger.Treasurer":                "gate",     // the treasurer’s export
		"board.Ledger.YearEnd":                  "gate",     // the list for whoever files taxes
		"board.Ledger.released":                 "May",      // a release of what somebody was paid
		"board.Ledger.Letter":                   "released", // the letter for a caseworker
		"board.Ledger.LetterTo":                 "released", // to whom it may go
		"board.agreed":                          "May",      // a contact, for each purpose
		"board.roll.policy":                     "agreed",   // whoever asks whether somebody may be reached
		"board.roll.policyThen":                 "agreed",   // and whether they might have been
		"board.Board.ContactWords":              "may",      // the emergency contact
		"app/pay.personView.caution":            "Caution",  //
		"app/pay.personView.statement":          "caution",  // a member’s statement
		"app/leaving.Model.Held":                "Caution",  // a person’s record
		"app/consents.Person.Caution":           "Caution",  //
		"app/consents.personView.sheet":         "Caution",  //
		"cmd/holdfastctl.caution":               "Caution",  //
		"cmd/holdfastctl.consentWhoWords.Run":   "Allowed",
		"cmd/holdfastctl.recordWords.Run":       "caution",
		"cmd/holdfastctl.payStatementWords.Run": "caution",
	}
}

// waysOut are the files that write outside the vault, and what of a person
// leaves there. Whoever adds one says so here, and in gated what it asks.
func waysOut() map[string]string {
	return map[string]string{
		"app/assess/view_results.go":          "figures, groups under five hidden",
		"app/assess/view_ways.go":             "questions, and slips that are told apart by a code that is kept nowhere",
		"app/checks/view_item.go":             "evidence of a checklist, which is about the board",
		"app/checks/view_page.go":             "a checklist",
		"app/consents/view_papers.go":         "the sheet, guide, form and receipt; words that are live; an audit of codes",
		"app/contact/view_card.go":            "a card for the keyholder, with a code in place of the name",
		"app/editor/view_page.go":             "questions",
		"app/guide/view.go":                   "the guide",
		"app/leaving/view.go":                 "a person’s record, to them; a handing over, to the next keyholder",
		"app/packet/view.go":                  "questions and answers, sealed",
		"app/pay/view_entry.go":               "a receipt to sign, where the person said that signing is all right",
		"app/pay/view_out.go":                 "what Ledger.gate let pass, and a statement for the person",
		"app/pay/view_person.go":              "a statement for the person; a letter that they released",
		"app/pay/view_report.go":              "sums, groups under five hidden",
		"app/plan/view.go":                    "a plan",
		"app/recovery/model.go":               "a key",
		"app/recovery/model_sheets.go":        "a key",
		"board/keyholders.go":                 "a key",
		"board/shares.go":                     "a key",
		"cmd/holdfastctl/assess.go":           "questions",
		"cmd/holdfastctl/assess_answer.go":    "questions and answers, sealed",
		"cmd/holdfastctl/assess_checklist.go": "a checklist",
		"cmd/holdfastctl/assess_results.go":   "figures, groups under five hidden",
		"cmd/holdfastctl/consent_library.go":  "words that are live; a scanned page to the keyholder",
		"cmd/holdfastctl/consent_list.go":     "an audit of codes",
		"cmd/holdfastctl/consent_paper.go":    "the sheet, guide, form and receipt",
		"cmd/holdfastctl/handover_needs.go":   "a handing over, to the next keyholder",
		"cmd/holdfastctl/pay_out.go":          "what Ledger.gate let pass; a statement; a letter that was released",
		"cmd/holdfastctl/record.go":           "a person’s record, to them",
	}
}

// Everything that shows or exports a person asks the gate.
func TestWhatShowsAPersonAsksTheGate(t *testing.T) {
	left := gated()
	everything(t).eachFile(func(s *source, _ string, file *ast.File) {
		for _, decl := range file.Decls {
			f, ok := decl.(*ast.FuncDecl)
			if !ok {
				continue
			}
			name := s.path() + "." + receiver(f) + f.Name.Name
			by, ok := left[name]
			if !ok {
				continue
			}
			delete(left, name)
			if !slices.Contains(asked(), by) && !asksFurther(by) {
				t.Errorf("%s asks by %s, which asks nothing that this test knows", name, by)
			}
			if !calls(f, by) {
				t.Errorf("%s does not call %s any more: what it shows leaves without a question", name, by)
			}
		}
	})
	for name := range left {
		t.Errorf("there is no %s any more: say what took its place", name)
	}
}

// Whoever writes a file outside the vault is known.
func TestEveryWayOutOfTheVaultIsKnown(t *testing.T) {
	known, found := waysOut(), map[string]bool{}
	h := everything(t)
	h.eachFile(func(s *source, name string, file *ast.File) {
		path := s.path() + "/" + name
		if strings.HasPrefix(path, "app/outfile/") || path == "board/outfile.go" {
			return
		}
		ast.Inspect(file, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok {
				return true
			}
			if f := called(s.info, call); f != nil && f.Pkg() != nil && (f.Name() == "WriteOut" || strings.HasSuffix(f.Pkg().Path(), "app/outfile")) {
				found[path] = true
			}
			return true
		})
	})
	for _, path := range slices.Sorted(maps.Keys(found)) {
		if known[path] == "" {
			t.Errorf("%s writes outside the vault: say in waysOut what of a person leaves there, and in gated what is asked first", path)
		}
		delete(known, path)
	}
	for path := range known {
		t.Errorf("%s writes nothing any more", path)
	}
}

// asksFurther says whether a function of the table has that name.
func asksFurther(name string) bool {
	for gate := range gated() {
		if strings.HasSuffix(gate, "."+name) {
			return true
		}
	}
	return false
}

func receiver(f *ast.FuncDecl) string {
	if f.Recv == nil {
		return ""
	}
	of := f.Recv.List[0].Type
	if star, ok := of.(*ast.StarExpr); ok {
		of = star.X
	}
	if name, ok := of.(*ast.Ident); ok {
		return name.Name + "."
	}
	return ""
}

func calls(f *ast.FuncDecl, name string) (found bool) {
	ast.Inspect(f.Body, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok {
			switch of := call.Fun.(type) {
			case *ast.Ident:
				found = found || of.Name == name
			case *ast.SelectorExpr:
				found = found || of.Sel.Name == name
			}
		}
		return true
	})
	return found
}
