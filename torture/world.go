//go:build linux

package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"holdfast/board"
	"holdfast/compensation"
	"holdfast/member"
	"holdfast/preference"
	"holdfast/record"
	"holdfast/store"
	"holdfast/store/keyring"
)

// world is a vault, the settings beside it and a folder for backups, all in
// one folder, and the paper key that opens it.
type world struct {
	dir    string
	paper  string
	engine store.EnginePlace
}

func (w *world) vault() string    { return filepath.Join(w.dir, "vault") }
func (w *world) settings() string { return filepath.Join(w.dir, "settings") }
func (w *world) out() string      { return filepath.Join(w.dir, "out") }
func (w *world) good() string     { return filepath.Join(w.dir, "good.age") }

func (w *world) env() board.Environment {
	return board.Environment{Anchor: preference.Open(w.settings()).Anchors(), Cost: keyring.Lowest(), Engine: w.engine}
}

// someone are the people who are there from the beginning.
func someone() []string {
	return []string{"Wren", "Heron", "Plover", "Siskin", "Dunlin", "Avocet"}
}

// firstDay is a day in the past on which everybody was active already.
func firstDay() record.Date { return record.Date{Year: 2025, Month: time.March, Day: 3} }

// prepare makes a world with some people, what meetings are paid with, and one
// good backup of it.
func prepare(ctx context.Context, dir string) (*world, error) {
	w := &world{dir: dir}
	if err := os.MkdirAll(w.out(), 0o700); err != nil {
		return nil, err
	}
	b, kit, err := board.Create(ctx, w.env(), w.vault(), board.Beginning{Name: "Board", Zone: "America/Chicago",
		Holder: "Coordinator", Passphrase: "tundra oboe granite saffron willow kite", Paper: true, PaperLabel: "Paper"})
	if err != nil {
		return nil, err
	}
	w.paper = kit.Paper.Text
	err = errors.Join(b.KitReadBack(kit.Holder), furnish(b))
	if err == nil {
		_, err = b.Backups().Make(ctx, board.BackupWish{Path: w.good()}, nil)
	}
	return w, errors.Join(err, b.Close())
}

func furnish(b *board.Board) error {
	for _, name := range someone() {
		if _, err := b.AddMember(member.Member{Name: name, Stages: []member.StageChange{{Stage: member.Active, On: firstDay()}}}); err != nil {
			return err
		}
	}
	_, err := b.Pay().SaveFund(compensation.Fund{Code: "A", Name: "Fund", Source: compensation.Grant,
		Budget: compensation.Money{Minor: 1_000_000_000, Currency: "USD"}})
	return errors.Join(err, b.Pay().SaveRate(compensation.Rate{Category: compensation.Meeting, From: firstDay(),
		Amount: compensation.Money{Minor: 7500, Currency: "USD"}, Basis: compensation.PerHour}))
}

// open unlocks the world with its paper key.
func (w *world) open(ctx context.Context) (*board.Board, board.Opening, error) {
	key, err := board.PaperKey(w.paper)
	if err != nil {
		return nil, board.Opening{}, err
	}
	closed, err := board.Open(w.env(), w.vault())
	if err != nil {
		return nil, board.Opening{}, err
	}
	b, opening, err := closed.Unlock(ctx, key, nil)
	if err != nil {
		return nil, opening, errors.Join(err, closed.Close())
	}
	return b, opening, nil
}

// copyTo makes the same world in a folder that is not there yet.
func (w *world) copyTo(dir string) (*world, error) {
	if err := os.CopyFS(dir, os.DirFS(w.dir)); err != nil {
		return nil, err
	}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		mode := fs.FileMode(0o600)
		if err == nil && d.IsDir() {
			mode = 0o700
		}
		return errors.Join(err, os.Chmod(path, mode))
	})
	if err != nil {
		return nil, fmt.Errorf("copy a world: %w", err)
	}
	other := *w
	other.dir = dir
	return &other, nil
}
