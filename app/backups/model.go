package backups

import (
	"context"
	"strings"
	"time"

	"holdfast/board"
	"holdfast/record"
	"holdfast/wording"
)

// Line is one reason why everything could be got back today, or why not.
type Line struct {
	Yes               bool
	Word, Title, Note string
	// Act is what a button says; Target is where it leads.
	Act    string
	Target board.Target
	Backup record.ID
}

// Row is one backup of the register.
type Row struct {
	ID                                       record.ID
	Path                                     string
	File, Made, Where, Records, Opens, State string
	// Size, Keys (by their labels), Read (the day it was last read back),
	// Rehearsed and Removed (keys that were taken away since) are for its own
	// sheet; Removed may be empty.
	Size, Keys, Read, Rehearsed, Removed string
	// Care says that something is the matter with it.
	Care bool
	// Found says whether the file lies there now.
	Found bool
}

// State is what the page shows.
type State struct {
	// Sure: everything could be got back today. Lines say why, or why not.
	Sure  bool
	Lines []Line
	Rows  []Row
	// Opens are the keys that a backup made now would open with.
	Opens []string
	// Replaced says that the vault as it was before a restore is still there.
	Replaced string
	// Auto is what was decided about backups that are made by themselves.
	Auto board.BackupSettings
	// AutoSays is that in a sentence.
	AutoSays string
	Trouble  string
}

// Model is the page without its looks.
type Model struct {
	board *board.Board
	book  *wording.Book
	clock func() time.Time
}

// NewModel makes the page of a board; clock times how long work takes.
func NewModel(b *board.Board, book *wording.Book, clock func() time.Time) *Model {
	return &Model{board: b, book: book, clock: clock}
}

// AboutPlace is what to say about a place for backups, "" for nothing.
func (m *Model) AboutPlace(path string) string {
	if about := m.board.Backups().AboutPlace(strings.TrimSpace(path)); !about.IsZero() {
		return m.book.Render(about)
	}
	return ""
}

// Explain puts an error into words.
func (m *Model) Explain(err error) string { return board.ExplainIn(m.book, err) }

// State is what to show now. It looks whether the files are there, which a
// stick that has gone to sleep may take a moment to say.
func (m *Model) State() State {
	s := State{}
	if err := m.read(&s); err != nil {
		return State{Trouble: m.Explain(err)}
	}
	return s
}

func (m *Model) read(s *State) error {
	sure, err := m.board.Backups().Assurance()
	if err != nil {
		return err
	}
	s.Sure = sure.Sure
	for _, l := range sure.Lines {
		s.Lines = append(s.Lines, Line{Yes: l.Yes, Word: m.book.Render(l.Tag), Title: m.book.Render(l.Title),
			Note: m.book.Render(l.Detail), Act: m.book.Render(l.Act), Target: l.Target, Backup: l.Backup})
	}
	lines, err := m.board.Backups().List()
	if err != nil {
		return err
	}
	for _, l := range lines {
		s.Rows = append(s.Rows, m.row(l))
	}
	holders, err := m.board.Keyholders()
	if err != nil {
		return err
	}
	for _, h := range holders {
		s.Opens = append(s.Opens, h.Label)
	}
	replaced, err := m.board.Backups().Replaced()
	if err != nil {
		return err
	}
	if len(replaced) > 0 {
		s.Replaced = m.book.Say("A backup was restored. The vault as it was before is still beside it, and opens with the keys of then. Look around first; what is here may not be all that was there.")
	}
	settings, err := m.board.Settings()
	s.Auto, s.AutoSays = settings.Backup, m.automatic(settings.Backup)
	return err
}

func (m *Model) row(l board.BackupLine) Row {
	where := l.Place
	if !l.Found {
		where = m.book.Say("{folder} (not there now)", "folder", l.Place)
	}
	r := Row{ID: l.ID, Path: l.Path(), File: l.File, Made: m.book.Brief(l.On), Where: where, Records: m.book.Number(l.Records),
		Opens: m.book.Render(l.Opens), State: m.book.Render(l.State), Care: l.Urgency == board.Care, Found: l.Found,
		Size: m.size(l.Size), Keys: m.keys(l), Read: m.book.Date(l.ReadOn), Removed: strings.Join(l.Removed, ", "), Rehearsed: m.book.Say("never")}
	if !l.Rehearsed.IsZero() {
		r.Rehearsed = m.book.Date(l.Rehearsed)
	}
	return r
}

// size is how large a file is, as a person compares it with the room on a stick.
func (m *Model) size(bytes int64) string {
	if bytes < 10_000_000 {
		return m.book.Say("{n} KB", "n", int((bytes+999)/1000))
	}
	return m.book.Say("{n} MB", "n", int((bytes+999_999)/1_000_000))
}

// keys are what a backup opens with, by name where there is one.
func (m *Model) keys(l board.BackupLine) string {
	if l.Passphrase {
		return m.book.Render(l.Opens)
	}
	var labels []string
	for _, k := range l.Keys {
		labels = append(labels, k.Label)
	}
	if l.Others > 0 {
		labels = append(labels, m.book.Count(l.Others, "{n} other key", "{n} other keys"))
	}
	return strings.Join(labels, ", ")
}

// automatic says what is decided about backups that are made by themselves.
func (m *Model) automatic(a board.BackupSettings) string {
	switch {
	case a.Days == 0:
		return m.book.Say("Nothing reminds of backups, and none is made by itself.")
	case a.Place == "":
		return m.book.Count(a.Days, "No folder is chosen, so none is made by itself. Today reminds after {n} day.",
			"No folder is chosen, so none is made by itself. Today reminds after {n} days.")
	default:
		return m.book.Count(a.Days, "Every day, when something changed and nobody is typing. Never while locking.",
			"Every {n} days, when something changed and nobody is typing. Never while locking.")
	}
}

// Work is long work that a person can stop.
type Work func(ctx context.Context, tell func(said wording.Text, done, total int64)) error

// telling turns the board's progress into words, with the time that is left.
func telling(clock func() time.Time, tell func(wording.Text, int64, int64)) board.Progress {
	began := map[board.Step]time.Time{}
	return func(step board.Step, done, total int64) {
		now := clock()
		if began[step].IsZero() {
			began[step] = now
		}
		tell(board.BackupWords(step, now.Sub(began[step]), done, total), done, total)
	}
}

// Make makes a backup. When the program closes after it, one for the keyholders
// in the place of the automatic backups is one of those, and older ones go as
// was decided.
func (m *Model) Make(wish board.BackupWish, closing bool) Work {
	return func(ctx context.Context, tell func(wording.Text, int64, int64)) error {
		settings, err := m.board.Settings()
		if err != nil {
			return err
		}
		automatic := closing && len(wish.Others) == 0 && wish.Passphrase == "" && wish.Path == settings.Backup.Place
		if automatic {
			_, err = m.board.Backups().Automatic(ctx, telling(m.clock, tell))
		} else {
			_, err = m.board.Backups().Make(ctx, wish, telling(m.clock, tell))
		}
		return err
	}
}

// Read reads a backup to its last byte.
func (m *Model) Read(path string, key func() (board.Key, error)) Work {
	return func(ctx context.Context, tell func(wording.Text, int64, int64)) error {
		k, err := key()
		if err != nil {
			return err
		}
		_, err = m.board.Backups().Read(ctx, path, k, telling(m.clock, tell))
		return err
	}
}

// Rehearse restores a backup for trial; found is told what came of it.
func (m *Model) Rehearse(path string, key func() (board.Key, error), found *board.Rehearsal) Work {
	return func(ctx context.Context, tell func(wording.Text, int64, int64)) error {
		k, err := key()
		if err != nil {
			return err
		}
		*found, err = m.board.Backups().Rehearse(ctx, path, k, telling(m.clock, tell))
		return err
	}
}

// Remove takes a backup out of the register and removes its file.
func (m *Model) Remove(id record.ID) string { return m.sentence(m.board.Backups().Remove(id)) }

// Settle removes the vault as it was before a restore.
func (m *Model) Settle() string { return m.sentence(m.board.Backups().DropReplaced()) }

// sentence is empty for no error.
func (m *Model) sentence(err error) string {
	if err == nil {
		return ""
	}
	return m.Explain(err)
}

// SetAutomatic decides about backups that are made by themselves. It gives
// what is wrong, by the name of the setting.
func (m *Model) SetAutomatic(a board.BackupSettings) map[string]string {
	settings, err := m.board.Settings()
	if err == nil {
		settings.Backup = a
		_, err = m.board.SaveSettings(settings)
	}
	return board.MistakesIn(m.book, err)
}
