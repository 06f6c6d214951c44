package main

import (
	"context"
	"os"
	"os/signal"
	"runtime"
	"syscall"

	"golang.org/x/term"

	"holdfast/preference"
)

func main() { os.Exit(start()) }

// start gives run the world of the operating system. The first Ctrl+C stops
// cleanly; a second one, should that take too long, at once.
func start() int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop)
	home, err := os.UserHomeDir()
	if err != nil {
		home = "" // then only names and traces tell who copies a folder elsewhere
	}
	return run(ctx, os.Args[1:], world{
		in: os.Stdin, out: os.Stdout, errOut: os.Stderr, getenv: os.Getenv,
		settingsDir: settingsDir(), home: home, errIsTerminal: term.IsTerminal(int(os.Stderr.Fd())),
	})
}

// settingsDir is the folder of the program's own small settings file; empty
// where the system names no place, and then nothing is kept.
func settingsDir() string {
	dir, err := preference.UsualFolder(runtime.GOOS, os.UserConfigDir, os.UserCacheDir)
	if err != nil {
		return ""
	}
	return dir
}
