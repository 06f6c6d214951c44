package board

import (
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"time"

	"holdfast/contact"
	"holdfast/record"
	"holdfast/store"
	"holdfast/store/keyring"
	"holdfast/wording"
)

// Environment is what a board needs of the world around it.
type Environment = store.Environment

// Beginning is what a new board begins with.
type Beginning struct {
	// Name is what the board is called; it may be empty.
	Name string
	// Zone is the coordinator's time zone, by its IANA name; empty is UTC.
	Zone string
	// Holder is what the first keyholder is called in the list ("Coordinator").
	Holder string
	// Passphrase is what the first keyholder types.
	Passphrase string
	// Paper asks for a paper key, called PaperLabel in the list.
	Paper      bool
	PaperLabel string
}

// Create makes a vault in dir, which must be absent or empty, and opens it.
// The Kit holds the paper key, this once and never again; it is nil where
// none was asked for. It fails with wording Problems for what begins wrongly
// and with the errors of store.Create; then nothing is left behind.
func Create(ctx context.Context, env Environment, dir string, begin Beginning) (*Board, *Kit, error) {
	env = filled(env)
	settings := Usual(begin.Name, begin.Zone)
	if err := settings.Validate(); err != nil {
		return nil, nil, err
	}
	first, err := keyring.NewPassphrase(begin.Holder, begin.Passphrase)
	if err != nil {
		return nil, nil, err
	}
	enrolments := []*keyring.Enrolment{first}
	var paper *keyring.Paper
	if begin.Paper {
		var second *keyring.Enrolment
		if second, paper, err = keyring.NewPaper(begin.PaperLabel); err != nil {
			return nil, nil, err
		}
		enrolments = append(enrolments, second)
	}
	_, absent := os.Lstat(dir)
	opened, err := store.Create(ctx, env, dir, enrolments...)
	if err != nil {
		return nil, nil, err
	}
	b := newBoard(env, opened, Opening{Fingerprint: opened.Fingerprint(), SyncedFolder: store.SyncedFolder(dir, env.Home)})
	b.made = made{dir: dir, there: absent == nil}
	if err := b.begin(settings); err != nil {
		return nil, nil, errors.Join(err, b.Unmake())
	}
	if paper == nil {
		return b, nil, nil
	}
	kit, err := b.firstKit(paper)
	if err != nil {
		return nil, nil, errors.Join(err, b.Unmake())
	}
	return b, kit, nil
}

// begin writes the settings of a new board, as its first keyholder.
func (b *Board) begin(settings Settings) error {
	opened, err := b.vault()
	if err != nil {
		return err
	}
	holders, err := opened.Keyholders()
	if err != nil {
		return err
	}
	for _, h := range holders {
		if h.ID == opened.Holder() {
			b.opening.Holder = h
		}
	}
	return opened.Act(string(ActBegin), func(tx *store.Tx) error {
		return store.In(tx, settingsSchema()).Put(settings)
	})
}

// firstKit is the kit of the paper key that the vault was created with.
func (b *Board) firstKit(paper *keyring.Paper) (*Kit, error) {
	holders, err := b.Keyholders()
	if err != nil {
		return nil, err
	}
	at := slices.IndexFunc(holders, func(h Keyholder) bool { return h.Kind == keyring.KindPaper })
	if at < 0 {
		return nil, fmt.Errorf("find the paper key of a new vault: %w", record.ErrNotFound)
	}
	return b.newKit(holders[at].ID, paper)
}

// Closed is a board that is locked: its place is held, nothing can be read.
type Closed struct {
	env   Environment
	vault *store.Vault
}

// Open takes hold of the vault in dir. It fails with the errors of store.Open
// (ErrNotVault, ErrInUse, ErrNewer, ErrDenied, ErrDamaged).
func Open(env Environment, dir string) (*Closed, error) {
	env = filled(env)
	vault, err := store.Open(env, dir)
	if err != nil {
		return nil, err
	}
	return &Closed{env: env, vault: vault}, nil
}

// ID is the vault's random identifier.
func (c *Closed) ID() record.ID { return c.vault.ID() }

// Path is the vault's folder.
func (c *Closed) Path() string { return c.vault.Path() }

// Keys says which kinds of keys open the vault, without anybody's name.
func (c *Closed) Keys() []keyring.Kind {
	var kinds []keyring.Kind
	for _, holder := range c.vault.Listed() {
		kinds = append(kinds, holder.Kind)
	}
	slices.Sort(kinds)
	return slices.Compact(kinds)
}

// Unlock opens the board with a key. Where it succeeds, the Closed is used up
// and Lock of the Board gives another. It fails with store.ErrWrongKey for a
// key that does not fit, and then can be tried again, and with the errors of
// store.Unlock; Explain has the sentence for each.
func (c *Closed) Unlock(ctx context.Context, key keyring.Key, progress store.Progress) (*Board, Opening, error) {
	opened, report, err := c.vault.Unlock(ctx, key, progress)
	if err != nil {
		return nil, Opening{}, err
	}
	opening := openingOf(report)
	b := newBoard(c.env, opened, opening)
	b.comeHome(opened)
	return b, opening, nil
}

// Close lets go of the vault, so that another Holdfast may open it.
func (c *Closed) Close() error { return c.vault.Close() }

// Opening is what unlocking found.
type Opening struct {
	// Holder is whose key it was.
	Holder keyring.Holder
	// Unattested asks the person to compare Fingerprint with the recovery kit
	// before anything is typed in, and then to call Board.Attest.
	Unattested  bool
	Fingerprint string
	// Healed says that the working copy was made anew from the journal.
	Healed bool
	// SyncedFolder names the service that copies the folder elsewhere.
	SyncedFolder string
	// Notices are what a person should be told once, each a sentence, the
	// gravest first.
	Notices []wording.Text
	// Report is everything that was found.
	Report store.Report
}

func openingOf(report store.Report) Opening {
	return Opening{
		Holder: report.Opening.Holder, Unattested: report.Opening.Unattested,
		Fingerprint: report.Opening.Fingerprint, Healed: report.EngineRebuilt,
		SyncedFolder: report.SyncedFolder, Notices: report.Notices(), Report: report,
	}
}

// Opening is what unlocking this board found.
func (b *Board) Opening() Opening { return b.opening }

// filled is the environment with the fields that this package itself uses.
func filled(env Environment) Environment {
	if env.Clock == nil {
		env.Clock = time.Now
	}
	if env.Random == nil {
		env.Random = store.SystemRandom()
	}
	return env
}

// ZoneKnown says whether there is a time zone of that name.
func ZoneKnown(name string) bool {
	_, err := contact.Zone(name)
	return err == nil
}
