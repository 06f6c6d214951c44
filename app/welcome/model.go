package welcome

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"holdfast/board"
	"holdfast/wording"
)

// Step is a page of the wizard.
type Step int

// The steps, in their order.
const (
	Intro Step = iota
	AboutBoard
	Passphrase
	RecoveryKit
	ReadBack
	Ready
)

// ownFolder is what the vault's folder is called inside one that holds other
// things.
const ownFolder = "Holdfast"

// State is what the wizard shows.
type State struct {
	Step               Step
	Name, Zone, Folder string
	// NameMistake, ZoneMistake and FolderMistake are one line each.
	NameMistake, ZoneMistake, FolderMistake string
	// Synced explains the danger of the folder, where there is one.
	Synced string
	// Making says that the vault is being made.
	Making bool
	// SecretMistake is what is wrong with the passphrase.
	SecretMistake string
	// Trouble is why it could not be made, and what to do.
	Trouble string
	// WasReadBack says how the wizard ended.
	WasReadBack bool
}

// Model is the wizard without its looks. One Model outlives a window that is
// drawn anew.
type Model struct {
	book   *wording.Book
	synced func(dir string) string
	state  State

	made *board.Board
	kit  *board.Kit // until it was read back, or that was put off
	// changed is told when work that was under way has ended, stop ends it.
	changed, stop func()
}

// NewModel begins with a folder and a time zone that are suggested.
func NewModel(folder, zone string) *Model {
	return &Model{state: State{Folder: folder, Zone: zone}}
}

// speak takes the language and what a screen needs; a screen that is made
// anew goes on with the same answers. What was being made ended with the screen
// before.
func (m *Model) speak(book *wording.Book, synced func(string) string) {
	m.book, m.synced, m.state.Making = book, synced, false
}

// State is what to show now.
func (m *Model) State() State {
	s := m.state
	if m.synced != nil && s.Folder != "" {
		if service := m.synced(s.Folder); service != "" {
			s.Synced = m.book.Say("{service} copies this folder to other computers. Everything in it is encrypted, but an old copy could take the place of a newer one while you work, and what you erase would live on in old versions. A folder outside of {service} is safer.", "service", service)
		}
	}
	return s
}

// Go shows a step.
func (m *Model) Go(step Step) { m.state.Step = step }

// SetName, SetZone and SetFolder take what is typed.
func (m *Model) SetName(name string) { m.state.Name, m.state.NameMistake = name, "" }

// SetZone takes the name of a time zone.
func (m *Model) SetZone(zone string) { m.state.Zone, m.state.ZoneMistake = zone, "" }

// SetFolder takes the folder of the vault.
func (m *Model) SetFolder(dir string) {
	m.state.Folder, m.state.FolderMistake, m.state.Trouble = dir, "", ""
}

// ChooseFolder takes a folder that somebody pointed at: it becomes the
// vault's where it is empty, and otherwise gets one of its own inside.
func (m *Model) ChooseFolder(dir string) (mistake string) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return m.explain(err)
	}
	if len(entries) > 0 {
		dir = filepath.Join(dir, ownFolder)
	}
	m.SetFolder(dir)
	m.state.FolderMistake = m.folderMistake()
	return m.state.FolderMistake
}

// CheckBoard says whether the answers about the board can be taken.
func (m *Model) CheckBoard() bool {
	s := &m.state
	s.NameMistake, s.ZoneMistake = "", ""
	for _, p := range wording.Problems(board.Usual(m.name(), m.zone()).Validate()) {
		switch p.Field {
		case "board_name":
			s.NameMistake = m.book.Render(p.What)
		case "time_zone":
			s.ZoneMistake = m.book.Render(p.What)
		}
	}
	if m.zone() == "" {
		s.ZoneMistake = m.book.Say("Type your time zone, such as America/Chicago, or the nearest large city.")
	}
	s.FolderMistake = m.folderMistake()
	return s.NameMistake+s.ZoneMistake+s.FolderMistake == ""
}

// folderMistake is why no vault can be made in the folder.
func (m *Model) folderMistake() string {
	dir := m.state.Folder
	if dir == "" {
		return m.book.Say("Choose a folder for the vault.")
	}
	if _, err := os.Lstat(filepath.Join(dir, "vault.json")); err == nil {
		return m.book.Say("There is a vault in this folder already. Go back to open it, or choose another folder.")
	}
	entries, err := os.ReadDir(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return ""
	case err != nil:
		return m.explain(err)
	case len(entries) > 0:
		return m.book.Say("There is something in this folder already. Choose an empty one, or a new name.")
	}
	return ""
}

func (m *Model) name() string { return strings.TrimSpace(m.state.Name) }
func (m *Model) zone() string { return strings.TrimSpace(m.state.Zone) }

// Begin says what the vault is to begin with; from now on it is being made.
func (m *Model) Begin(passphrase string) board.Beginning {
	m.state.Making, m.state.Trouble, m.state.SecretMistake = true, "", ""
	return board.Beginning{
		Name: m.name(), Zone: m.zone(), Passphrase: passphrase, Paper: true,
		Holder: m.book.Say("Coordinator"), PaperLabel: m.book.Say("Recovery kit"),
	}
}

// Created takes what came of it: a board and its kit, or why not.
func (m *Model) Created(b *board.Board, kit *board.Kit, err error) {
	m.state.Making = false
	if err != nil {
		switch what := board.Explain(err); {
		case what.Code == board.CodeStopped:
		case what.Field == "passphrase":
			m.state.SecretMistake = m.explain(err)
		default:
			m.state.Trouble = m.explain(err)
		}
		m.tell()
		return
	}
	m.made, m.kit = b, kit
	m.Go(RecoveryKit)
	m.tell()
}

func (m *Model) tell() {
	if m.changed != nil {
		m.changed()
	}
}

// Finish ends the recovery kit: it was read back, or that was put off. The
// key is dropped.
func (m *Model) Finish(readBack bool) {
	m.state.WasReadBack, m.kit = readBack, nil
	m.Go(Ready)
}

// explain is an error in words.
func (m *Model) explain(err error) string { return board.ExplainIn(m.book, err) }
