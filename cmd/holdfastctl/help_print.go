package main

import (
	"bytes"
	"io"
	"strings"

	"github.com/alecthomas/kong"

	"holdfast/wording"
)

// printHelp prints kong's help with its own few words in the language too.
func printHelp(book *wording.Book) kong.HelpPrinter {
	words := strings.NewReplacer(
		"Usage: ", book.Say("Usage: "),
		"\nArguments:\n", "\n"+book.Say("Arguments:")+"\n",
		"\nFlags:\n", "\n"+book.Say("Flags:")+"\n",
		"\nCommands:\n", "\n"+book.Say("Commands:")+"\n",
		`Run "holdfastctl <command> --help" for more information on a command.`,
		book.Say(`Run "holdfastctl <command> --help" for more information on a command.`),
	)
	return func(options kong.HelpOptions, ctx *kong.Context) error {
		var page bytes.Buffer
		out := ctx.Stdout
		ctx.Stdout = &page
		err := kong.DefaultHelpPrinter(options, ctx)
		ctx.Stdout = out
		if err != nil {
			return err
		}
		_, err = io.WriteString(out, words.Replace(page.String()))
		return err
	}
}
