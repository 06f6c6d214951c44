package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"runtime/debug"

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
	vault, packet := flag.Arg(0), ""
	if vault == "answer" { // a folder of that name is ./answer
		if flag.NArg() != 2 {
			fmt.Fprintln(os.Stderr, "holdfast: say which packet: holdfast answer FILE")
			os.Exit(2)
		}
		vault, packet = "", flag.Arg(1)
	}
	if err := show(vault, packet, *demo); err != nil {
		fmt.Fprintln(os.Stderr, "holdfast:", err)
		os.Exit(1)
	}
}

// shown is what a window shows.
type shown interface {
	Ground()
	Start()
	Happened(desk.Event)
	Close() error
}

// show opens the window, for a vault or for a packet of questions, and returns
// when it was closed.
func show(vault, packet string, demo bool) (err error) {
	// What is made until the first frame stays: collecting finds little, and
	// took a tenth of the start. Making a board leaves much to collect.
	usual := debug.SetGCPercent(-1)
	if demo {
		debug.SetGCPercent(usual)
	}
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
	// Getting a window from the system takes as long as reading the fonts.
	fonts := make(chan struct{})
	go func() { defer close(fonts); theme.ReadFonts() }()
	window := program.NewWindow("")
	d, err := fill(program, window, p, packet, desktop.Config{
		Window: window, Clipboard: program.Clipboard(), Clock: kit.SystemClock(), Dispatch: fyne.Do,
		Environment: p.environment(), Vault: p.vault, Home: p.home, Sticks: desk.Sticks, Zone: zone(),
		Preferences: p.preferences, SystemLanguage: os.Getenv("LANG"), Quit: program.Quit,
	})
	if err != nil {
		return err
	}
	program.Lifecycle().SetOnStarted(func() { started(window, usual) })
	watcher := desk.Watch(context.Background(), desk.Buses(os.Getenv), d.Happened)
	d.Ground()
	<-fonts
	d.Start()
	window.ShowAndRun()
	watcher.Close()
	// Fyne loses its own hook for the end under load: what must happen is here.
	return d.Close()
}

// fill puts together what the window shows.
func fill(program fyne.App, window fyne.Window, p *places, packet string, cfg desktop.Config) (shown, error) {
	if packet != "" {
		return desktop.Answer(cfg, packet)
	}
	d, err := desktop.New(cfg)
	if err != nil {
		return nil, err
	}
	if err := p.furnish(d); err != nil {
		return nil, err
	}
	watchWindow(program, window, d)
	return d, nil
}
