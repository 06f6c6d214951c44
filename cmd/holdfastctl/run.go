package main

import (
	"context"
	"errors"
	"io"

	"github.com/alecthomas/kong"

	"holdfast/assets"
	"holdfast/board"
	"holdfast/release"
	"holdfast/wording"
)

// errNo is the answer no to a question; it was already printed.
var errNo = errors.New("no")

// exits are the exit codes; they never change.
func exits(code board.Code) int {
	switch code {
	case board.CodeUsage:
		return 2
	case board.CodeInvalid:
		return 3
	case board.CodePassphrase:
		return 10
	case board.CodeDamaged:
		return 11
	case board.CodeInUse:
		return 12
	case board.CodeNewer:
		return 13
	case board.CodeDenied:
		return 14
	case board.CodeSpace:
		return 15
	default:
		return 130
	}
}

// run does what the words say and gives the exit code.
func run(ctx context.Context, args []string, w world) int {
	var said words
	helped := false
	book, err := assets.Book(language(args, w))
	if err != nil {
		return failed(w, &said.globals, err)
	}
	parser, err := kong.New(&said, kong.Name("holdfastctl"), kong.Writers(w.out, w.errOut),
		kong.Description("${description}"), worded(helps(book)),
		kong.Exit(func(int) { helped = true }), kong.ConfigureHelp(kong.HelpOptions{Compact: true}),
		kong.Help(printHelp(book)))
	if err != nil {
		return failed(w, &said.globals, err)
	}
	parser.Model.HelpFlag.Help = book.Say("Show this help.")
	parsed, err := parser.Parse(args)
	switch {
	case helped:
		return 0
	case said.Version:
		return version(w)
	case err != nil:
		return misspoken(w, &said.globals, args, err)
	}
	h, err := newHouse(ctx, w, &said.globals)
	if err != nil {
		return failed(w, &said.globals, err)
	}
	err = parsed.Run(h)
	h.settle()
	switch {
	case err == nil:
		return 0
	case errors.Is(err, errNo):
		return 1
	default:
		return failed(w, &said.globals, err)
	}
}

// language is the one asked for, before the words were understood.
func language(args []string, w world) wording.Language {
	g := globals{}
	for i, arg := range args {
		if arg == "--lang=es" || arg == "--lang" && i+1 < len(args) && args[i+1] == "es" {
			g.Lang = "es"
		}
	}
	return g.language(w.getenv)
}

// version says which build this is.
func version(w world) int {
	if _, err := io.WriteString(w.out, "holdfastctl "+release.Version+"\n"); err != nil {
		return 1
	}
	return 0
}
