package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"

	"holdfast/app/desk"
	"holdfast/app/desktop"
	"holdfast/app/kit"
	"holdfast/app/theme"
)

func main() {
	demo := flag.Bool("demo", false, "open an invented board that is removed when the window closes")
	flag.Parse()
	if err := show(flag.Arg(0), *demo); err != nil {
		fmt.Fprintln(os.Stderr, "holdfast:", err)
		os.Exit(1)
	}
}

// show opens the window and returns when it was closed.
func show(vault string, demo bool) (err error) {
	// Before prepare, which sends everybody else's folders into memory.
	p, err := usualPlaces(vault, demo)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, p.leave()) }()
	clean, err := prepare()
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, clean()) }()

	program := app.New()
	// The window's libraries take as long to start as the fonts take to read.
	fonts := make(chan struct{})
	go func() { defer close(fonts); theme.ReadFonts() }()
	window := program.NewWindow("")
	<-fonts
	d, err := desktop.New(desktop.Config{
		Window: window, Clipboard: program.Clipboard(), Clock: kit.SystemClock(), Dispatch: fyne.Do,
		Environment: p.environment(), Vault: p.vault, Home: p.home, Zone: zone(),
		Preferences: p.preferences, SystemLanguage: os.Getenv("LANG"), Quit: program.Quit,
	})
	if err != nil {
		return err
	}
	if err := p.furnish(d); err != nil {
		return err
	}
	watcher := desk.Watch(context.Background(), desk.Buses(os.Getenv), d.Happened)
	watchWindow(program, window, d)
	d.Start()
	window.ShowAndRun()
	watcher.Close()
	// Fyne loses its own hook for the end under load: what must happen is here.
	return d.Close()
}
