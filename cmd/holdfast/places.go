package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"time"

	"github.com/thlib/go-timezone-local/tzlocal"

	"holdfast/app/desk"
	"holdfast/app/desktop"
	"holdfast/board"
	"holdfast/preference"
)

// prepare keeps memory out of crash files and caches out of the home folder,
// before anything else runs. clean removes what was needed meanwhile.
func prepare() (clean func() error, err error) {
	// What libraries log would end up in a file of the desktop's session.
	log.SetOutput(io.Discard)
	if err := desk.Harden(); err != nil {
		fmt.Fprintln(os.Stderr, "holdfast:", err)
	}
	settings, clean, err := desk.Quiet(os.Getenv, "/dev/shm")
	if err != nil {
		clean = func() error { return nil } // only the index of fonts is kept then
	}
	for _, s := range settings {
		if err := os.Setenv(s.Name, s.Value); err != nil {
			return clean, err
		}
	}
	return clean, nil
}

// places is where things are on this computer.
type places struct {
	home, vault string
	demo        bool
	preferences *preference.Keeper
}

// usualPlaces are those of a person, or, for a demonstration, none that stay.
func usualPlaces(vault string, demo bool) (*places, error) {
	home, err := os.UserHomeDir()
	if err != nil {
		return nil, err
	}
	if demo {
		dir, err := os.MkdirTemp("", "holdfast-demo-")
		return &places{home: home, vault: filepath.Join(dir, "vault"), demo: true, preferences: preference.Open("")}, err
	}
	own, err := preference.UsualFolder(runtime.GOOS, os.UserConfigDir, os.UserCacheDir)
	if err != nil {
		return nil, err
	}
	if vault == "" {
		vault = filepath.Join(own, "vault")
	}
	vault, err = filepath.Abs(vault)
	return &places{home: home, vault: vault, preferences: preference.Open(own)}, err
}

func (p *places) environment() board.Environment {
	return board.Environment{Clock: time.Now, Anchor: p.preferences.Anchors(), Home: p.home}
}

// furnish makes the invented board of a demonstration.
func (p *places) furnish(d *desktop.Desktop) error {
	if !p.demo {
		return nil
	}
	b, passphrase, err := desktop.Demo(context.Background(), p.environment(), p.vault)
	if err != nil {
		return err
	}
	fmt.Println("Nobody on this board is anybody. It opens with:", passphrase)
	d.Begin(b)
	return nil
}

// leave removes the vault of a demonstration.
func (p *places) leave() error {
	debug.FreeOSMemory()
	if !p.demo {
		return nil
	}
	return errors.Join(os.RemoveAll(filepath.Dir(p.vault)))
}

// zone is the name of this computer's time zone where that can be told; a
// person looks at it before it is used.
func zone() string {
	if name := os.Getenv("TZ"); board.ZoneKnown(name) {
		return name
	}
	if name, err := tzlocal.LocalTZ(); err == nil && board.ZoneKnown(name) {
		return name
	}
	return "UTC"
}
