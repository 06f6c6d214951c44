package main

import (
	"errors"
	"path/filepath"
	"time"

	"holdfast/board"
	"holdfast/store"
	"holdfast/store/keyring"
	"holdfast/wording"
)

// backupWords are about encrypted copies that are kept elsewhere.
type backupWords struct {
	Create   backupCreateWords   `cmd:"" help:"${backup_create}"`
	List     backupListWords     `cmd:"" help:"${backup_list}"`
	Verify   backupVerifyWords   `cmd:"" help:"${backup_verify}"`
	Inspect  backupInspectWords  `cmd:"" help:"${backup_inspect}"`
	Rehearse backupRehearseWords `cmd:"" help:"${backup_rehearse}"`
	Restore  backupRestoreWords  `cmd:"" help:"${backup_restore}"`
	Remove   backupRemoveWords   `cmd:"" help:"${backup_remove}"`
	Settle   backupSettleWords   `cmd:"" help:"${backup_settle}"`
}

// backupAnswer is a backup in JSON.
type backupAnswer struct {
	ID          string            `json:"id,omitempty"`
	File        string            `json:"file"`
	Place       string            `json:"place"`
	Made        string            `json:"made"`
	Size        int64             `json:"size"`
	Records     int               `json:"records"`
	OpensWith   []backupKeyAnswer `json:"opens_with"`
	Others      int               `json:"others"`
	Passphrase  bool              `json:"passphrase"`
	Automatic   bool              `json:"automatic"`
	ReadBack    string            `json:"read_back,omitempty"`
	Wrong       string            `json:"wrong,omitempty"`
	Rehearsed   string            `json:"rehearsed,omitempty"`
	Found       bool              `json:"found"`
	HoldsErased bool              `json:"holds_erased"`
	RemovedKeys []string          `json:"removed_keys"`
	State       string            `json:"state,omitempty"`
}

type backupKeyAnswer struct {
	ID    string `json:"id"`
	Kind  string `json:"kind"`
	Label string `json:"label"`
}

func keyAnswers(keys []board.BackupKey) []backupKeyAnswer {
	answers := []backupKeyAnswer{}
	for _, k := range keys {
		answers = append(answers, backupKeyAnswer{string(k.ID), string(k.Kind), k.Label})
	}
	return answers
}

func (h *house) backupAnswer(l board.BackupLine) backupAnswer {
	b := l.Backup
	return backupAnswer{ID: string(b.ID), File: b.File, Place: b.Place, Made: moment(b.Made), Size: b.Size, Records: b.Records,
		OpensWith: keyAnswers(b.Keys), Others: b.Others, Passphrase: b.Passphrase, Automatic: b.Automatic, ReadBack: moment(b.Read),
		Wrong: string(b.Wrong), Rehearsed: b.Rehearsed.String(), Found: l.Found, HoldsErased: l.HoldsErased,
		RemovedKeys: append([]string{}, l.Removed...), State: h.book.Render(l.State)}
}

// backupCreateWords make a backup.
type backupCreateWords struct {
	Vault   string   `arg:"" help:"${vault}"`
	File    string   `arg:"" optional:"" help:"${backup_new_file}"`
	To      []string `name:"to" placeholder:"age1pq1…" help:"${backup_to}"`
	OnceFor string   `name:"once-passphrase-file" placeholder:"FILE" help:"${backup_once}"`
}

func (c *backupCreateWords) Run(h *house) error {
	return h.open(c.Vault, func(b *board.Board) error {
		wish := board.BackupWish{Path: c.File, Others: c.To}
		var err error
		if c.OnceFor != "" {
			if wish.Passphrase, err = h.newSecret(c.OnceFor); err != nil {
				return err
			}
		}
		var made board.Backup
		if c.File == "" {
			made, err = b.Backups().Automatic(h.ctx, h.transfer())
		} else {
			made, err = b.Backups().Make(h.ctx, wish, h.transfer())
		}
		h.settle()
		if err != nil {
			return err
		}
		return h.answer(h.backupAnswer(board.BackupLine{Backup: made, Found: true}), func(p *page) {
			p.say(wording.T("The backup was written and read back to its last byte: {file}.", "file", filepath.Join(made.Place, made.File)))
			p.say(wording.N(made.Records, "{n} record, each checked.", "{n} records, each checked."))
			showOpens(p, made.Keys, made.Others, made.Passphrase)
			if about := b.Backups().AboutPlace(made.Place); !about.IsZero() {
				p.say(about)
			}
		})
	})
}

func showOpens(p *page, keys []board.BackupKey, others int, passphrase bool) {
	if passphrase {
		p.say(wording.T("It opens with its own passphrase, and with nothing else."))
		return
	}
	p.say(wording.T("It opens with:"))
	for _, k := range keys {
		p.row("  "+k.Label, board.KeyKindName(k.Kind))
	}
	if others > 0 {
		p.say(wording.N(others, "  and one more public key", "  and {n} more public keys"))
	}
}

// transfer shows how far reading or writing a backup has come.
func (h *house) transfer() store.Progress {
	begun := map[store.Step]time.Time{}
	var told time.Time
	return func(step store.Step, done, total int64) {
		now := time.Now()
		if begun[step].IsZero() {
			begun[step] = now
		}
		if !h.errIsTerminal || h.json || now.Sub(told) < 100*time.Millisecond {
			return
		}
		told = now
		h.overwrite(h.book.Render(board.BackupWords(step, now.Sub(begun[step]), done, total)))
	}
}

// backupListWords show the register, and whether everything could be got back.
type backupListWords struct {
	Vault string `arg:"" help:"${vault}"`
}

type sureAnswer struct {
	Yes    bool   `json:"yes"`
	Title  string `json:"title"`
	Detail string `json:"detail,omitempty"`
}

type backupsAnswer struct {
	Backups  []backupAnswer `json:"backups"`
	Sure     bool           `json:"sure"`
	Reasons  []sureAnswer   `json:"reasons"`
	Replaced []string       `json:"replaced"`
}

func (c *backupListWords) Run(h *house) error {
	return h.open(c.Vault, func(b *board.Board) error {
		lines, err := b.Backups().List()
		if err != nil {
			return err
		}
		sure, err := b.Backups().Assurance()
		if err != nil {
			return err
		}
		replaced, err := b.Backups().Replaced()
		if err != nil {
			return err
		}
		answer := backupsAnswer{Backups: []backupAnswer{}, Sure: sure.Sure, Reasons: []sureAnswer{}, Replaced: append([]string{}, replaced...)}
		for _, l := range lines {
			answer.Backups = append(answer.Backups, h.backupAnswer(l))
		}
		for _, l := range sure.Lines {
			answer.Reasons = append(answer.Reasons, sureAnswer{l.Yes, h.book.Render(l.Title), h.book.Render(l.Detail)})
		}
		return h.answer(answer, func(p *page) {
			p.say(wording.T("Could you get it all back today?"))
			for _, l := range sure.Lines {
				p.row("  ", l.Tag, l.Title)
			}
			p.gap()
			for _, l := range lines {
				p.row(l.ID.Short(), l.File, l.Place, recordsOf(l.Records), l.Opens, l.State)
			}
		})
	})
}

func recordsOf(n int) wording.Text { return wording.N(n, "{n} record", "{n} records") }

// backupRemoveWords take a backup out of the register and remove its file.
type backupRemoveWords struct {
	Vault string `arg:"" help:"${vault}"`
	ID    string `arg:"" name:"backup" help:"${backup_id}"`
}

func (c *backupRemoveWords) Run(h *house) error {
	return h.open(c.Vault, func(b *board.Board) error {
		lines, err := b.Backups().List()
		if err != nil {
			return err
		}
		for _, l := range lines {
			if string(l.ID) == c.ID || l.ID.Short() == c.ID {
				if err := b.Backups().Remove(l.ID); err != nil {
					return err
				}
				return h.answer(h.backupAnswer(l), func(p *page) { p.say(wording.T("It is gone, here and from the list.")) })
			}
		}
		return wording.Refuse("backup", "There is no such backup in the register.")
	})
}

// backupSettleWords remove the vault that was kept when something was restored
// over it.
type backupSettleWords struct {
	Vault string `arg:"" help:"${vault}"`
}

func (c *backupSettleWords) Run(h *house) error {
	return h.open(c.Vault, func(b *board.Board) error {
		if err := b.Backups().DropReplaced(); err != nil {
			return err
		}
		return h.answer(map[string]bool{"removed": true}, func(p *page) {
			p.say(wording.T("The vault as it was before is removed. What was restored is what remains."))
		})
	})
}

// backupKey is the key for a backup: one of its own, or that of the command.
func (h *house) backupKey(file, passphraseFile string) (keyring.Key, error) {
	if file == "" && passphraseFile == "" {
		return h.key(h.globals)
	}
	g := *h.globals
	g.Key, g.PassphraseFile = file, passphraseFile
	return h.key(&g)
}

// atVault opens the vault that lies in a folder; nil where none does.
func (h *house) atVault(dir string, key func() (keyring.Key, error), do func(*board.Board) error) (err error) {
	closed, err := board.Open(h.env, dir)
	if errors.Is(err, store.ErrNotVault) {
		return do(nil)
	}
	if err != nil {
		return err
	}
	k, err := key()
	if err != nil {
		return errors.Join(err, closed.Close())
	}
	b, _, err := closed.Unlock(h.ctx, k, h.progress)
	h.settle()
	if errors.Is(err, store.ErrWrongKey) {
		err = wording.Refuse("vault", "A vault lies in this folder, and this key does not open it. Give its own with --vault-key or --vault-passphrase-file, or restore into a new folder.")
	}
	if err != nil {
		return errors.Join(err, closed.Close())
	}
	defer func() { err = errors.Join(err, b.Close()) }()
	return do(b)
}
