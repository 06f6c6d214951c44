package main

import (
	"errors"
	"maps"
	"slices"

	"holdfast/board"
	"holdfast/wording"
)

// backupVerifyWords read a backup to its last byte.
type backupVerifyWords struct {
	File  string `arg:"" help:"${backup_file}"`
	Vault string `name:"vault" placeholder:"VAULT" help:"${backup_verify_vault}"`
}

type verifyAnswer struct {
	OK      bool     `json:"ok"`
	Proven  bool     `json:"proven"`
	Records int      `json:"records"`
	Size    int64    `json:"size"`
	Made    string   `json:"made,omitempty"`
	Problem *failure `json:"problem,omitempty"`
}

// Run answers no for a file that is not whole, not ours or not proven. What
// keeps it from answering (a wrong key, a newer program, no such file) is an
// error.
func (c *backupVerifyWords) Run(h *house) error {
	key, err := h.key(h.globals)
	if err != nil {
		return err
	}
	var answer verifyAnswer
	read := func(over *board.Board) error {
		r, err := board.OpenBackup(h.ctx, h.env, c.File, key, over, h.transfer())
		h.settle()
		if err != nil {
			return err
		}
		defer r.Close()
		told := r.Told()
		answer = verifyAnswer{OK: told.Proven, Proven: told.Proven, Records: told.Records, Size: told.Size, Made: moment(told.Made)}
		if !told.Proven {
			f := failure{Code: board.CodeInvalid, Message: h.book.Render(board.CautionUnproven.Words())}
			answer.Problem = &f
		}
		return nil
	}
	if c.Vault == "" {
		err = read(nil)
	} else {
		err = h.open(c.Vault, func(b *board.Board) error {
			_, kept := b.Backups().Read(h.ctx, c.File, key, nil)
			return errors.Join(kept, read(b))
		})
	}
	if err != nil {
		if board.BackupFault(err) == "" {
			return err
		}
		f := failureOf(h.book, board.Explain(err))
		answer = verifyAnswer{Problem: &f}
	}
	if err := h.answer(answer, func(p *page) { answer.show(p) }); err != nil {
		return err
	}
	if !answer.OK {
		return errNo
	}
	return nil
}

func (a verifyAnswer) show(p *page) {
	if a.Problem != nil {
		p.line(a.Problem.Message)
		return
	}
	p.say(wording.N(a.Records, "It is whole: {n} record, each checked, to the last byte.", "It is whole: {n} records, each checked, to the last byte."))
}

// backupInspectWords tell what is in a backup.
type backupInspectWords struct {
	File string `arg:"" help:"${backup_file}"`
}

type inspectAnswer struct {
	Vault       string            `json:"vault_id"`
	Made        string            `json:"made"`
	Fingerprint string            `json:"fingerprint"`
	Proven      bool              `json:"proven"`
	Size        int64             `json:"size"`
	Records     int               `json:"records"`
	Acts        int               `json:"journal_entries"`
	Collections map[string]int    `json:"collections"`
	OpensWith   []backupKeyAnswer `json:"opens_with"`
	Passphrase  bool              `json:"passphrase"`
	Generation  uint64            `json:"generation"`
	Erased      int               `json:"erased"`
	Withdrawn   int               `json:"withdrawn"`
}

func (c *backupInspectWords) Run(h *house) error {
	key, err := h.key(h.globals)
	if err != nil {
		return err
	}
	r, err := board.OpenBackup(h.ctx, h.env, c.File, key, nil, h.transfer())
	h.settle()
	if err != nil {
		return err
	}
	defer r.Close()
	t := r.Told()
	answer := inspectAnswer{Vault: string(t.Vault), Made: moment(t.Made), Fingerprint: t.Fingerprint, Proven: t.Proven, Size: t.Size,
		Records: t.Records, Acts: t.Acts, Collections: t.Collections, OpensWith: keyAnswers(t.Keys), Passphrase: t.Passphrase,
		Generation: t.Generation, Erased: t.Erased, Withdrawn: t.Withdrawn}
	return h.answer(answer, func(p *page) {
		p.say(wording.T("Made at {time}.", "time", answer.Made))
		p.say(wording.T("Fingerprint of the vault: {fingerprint}", "fingerprint", t.Fingerprint))
		if !t.Proven {
			p.say(board.CautionUnproven.Words())
		}
		p.say(wording.N(t.Records, "{n} record", "{n} records"))
		for _, collection := range slices.Sorted(maps.Keys(t.Collections)) {
			p.row("  "+collection, h.book.Number(t.Collections[collection]))
		}
		showOpens(p, t.Keys, 0, t.Passphrase)
	})
}

// backupRehearseWords restore a backup for trial.
type backupRehearseWords struct {
	Vault          string `arg:"" help:"${vault}"`
	File           string `arg:"" help:"${backup_file}"`
	Key            string `name:"backup-key" placeholder:"FILE" help:"${backup_key}"`
	PassphraseFile string `name:"backup-passphrase-file" placeholder:"FILE" help:"${backup_passphrase}"`
}

type rehearsalAnswer struct {
	Records int    `json:"records"`
	Acts    int    `json:"journal_entries"`
	Key     string `json:"key"`
	On      string `json:"rehearsed"`
}

func (c *backupRehearseWords) Run(h *house) error {
	key, err := h.key(h.globals)
	if err != nil {
		return err
	}
	other := key
	if c.Key != "" || c.PassphraseFile != "" {
		if other, err = h.backupKey(c.Key, c.PassphraseFile); err != nil {
			return err
		}
	}
	return h.openWith(c.Vault, key, func(b *board.Board) error {
		r, err := b.Backups().Rehearse(h.ctx, c.File, other, h.transfer())
		h.settle()
		if err != nil {
			return err
		}
		now, err := b.Now()
		if err != nil {
			return err
		}
		answer := rehearsalAnswer{Records: r.Records, Acts: r.Acts, Key: r.Holder.Label, On: now.Format("2006-01-02")}
		return h.answer(answer, func(p *page) {
			p.say(wording.N(r.Records, "Everything comes back: {n} record was restored for trial, compared and removed again.",
				"Everything comes back: {n} records were restored for trial, compared one by one and removed again."))
		})
	})
}
