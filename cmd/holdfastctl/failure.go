package main

import (
	"errors"
	"slices"
	"strings"

	"holdfast/assets"
	"holdfast/board"
	"holdfast/wording"
)

// failure is how an error looks in JSON.
type failure struct {
	Code    board.Code `json:"code"`
	Message string     `json:"message"`
	Field   string     `json:"field,omitempty"`
}

// shown is an error that the JSON document of an answer holds already.
type shown struct{ error }

func (s shown) Unwrap() error { return s.error }

// failed says what went wrong, in the language asked for, and gives the exit
// code.
func failed(w world, g *globals, err error) int {
	book, broken := assets.Book(g.language(w.getenv))
	if broken != nil {
		book = wording.English()
	}
	var already shown
	trouble := board.Explain(err)
	if _, ok := errors.AsType[unshown](err); ok && len(wording.Problems(err)) == 0 {
		trouble.Says = []wording.Text{wording.T("The answer could not be written where it was to go. If something was to be changed, that was done and is saved.")}
	}
	return complain(w, g.JSON && !errors.As(err, &already), book, trouble)
}

// failureOf is an error as JSON.
func failureOf(book *wording.Book, trouble board.Trouble) failure {
	said := make([]string, len(trouble.Says))
	for i, text := range trouble.Says {
		said[i] = book.Render(text)
	}
	return failure{Code: trouble.Code, Message: strings.Join(said, "\n"), Field: trouble.Field}
}

// misspoken is failed for words that make no command.
func misspoken(w world, g *globals, args []string, err error) int {
	book, broken := assets.Book(language(args, w))
	if broken != nil {
		book = wording.English()
	}
	said := wording.T("These words make no command: {error}. “holdfastctl --help” lists them all.", "error", err.Error())
	inJSON := g.JSON || slices.Contains(args, "--json")
	return complain(w, inJSON, book, board.Trouble{Code: board.CodeUsage, Says: []wording.Text{said}})
}

func complain(w world, inJSON bool, book *wording.Book, trouble board.Trouble) int {
	f := failureOf(book, trouble)
	// Nobody is left to tell where even this can't be written; the exit code
	// still says it.
	_ = w.tell(f.Message + "\n")
	if inJSON {
		_ = writeJSON(w.out, map[string]failure{"error": f})
	}
	return exits(trouble.Code)
}
