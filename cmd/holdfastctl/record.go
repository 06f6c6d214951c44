package main

import (
	"path/filepath"
	"strings"

	"holdfast/board"
	"holdfast/record"
	"holdfast/wording"
)

// recordWords give a person everything that is held about them.
type recordWords struct {
	Vault      string `arg:"" help:"${vault}"`
	ID         string `arg:"" name:"id" help:"${id}"`
	Out        string `name:"out" required:"" placeholder:"FILE" help:"${record_out}"`
	Passphrase string `name:"record-passphrase-file" placeholder:"FILE" help:"${record_passphrase}"`
}

func (c *recordWords) Run(h *house) error {
	return h.open(c.Vault, func(b *board.Board) error {
		id, err := b.Resolve(c.ID)
		if err != nil {
			return err
		}
		r, err := b.Telling().Record(id)
		if err != nil {
			return err
		}
		more, err := caution(b, id)
		if err != nil {
			return err
		}
		form := board.RecordForm(strings.TrimPrefix(strings.ToLower(filepath.Ext(c.Out)), "."))
		passphrase := ""
		if form == board.RecordLocked {
			if passphrase, err = h.newSecret(c.Passphrase); err != nil {
				return err
			}
		}
		data, err := r.As(form, h.book, passphrase)
		if err != nil {
			return err
		}
		defer clear(data)
		if err := board.WriteOut(c.Out, data); err != nil {
			return err
		}
		return h.answer(map[string]any{"id": string(id), "out": c.Out, "encrypted": form == board.RecordLocked, "warnings": h.said(more)}, func(p *page) {
			for _, m := range more {
				p.say(m)
			}
			if form == board.RecordLocked {
				p.say(wording.T("Everything that is held about {name} lies in this file now. It opens with the passphrase that they chose and age (age-encryption.org), a free program, and is a ZIP file inside.", "name", r.Name))
				return
			}
			p.say(wording.T("Everything that is held about {name} lies in this file now, readable by anyone who finds it. Print it or hand it over, then remove it.", "name", r.Name))
		})
	})
}

// correctionWords are about what people asked to have put right.
type correctionWords struct {
	List   correctionListWords   `cmd:"" default:"withargs" help:"${correction_list}"`
	Ask    correctionAskWords    `cmd:"" help:"${correction_ask}"`
	Settle correctionSettleWords `cmd:"" help:"${correction_settle}"`
}

type correctionListWords struct {
	Vault string `arg:"" help:"${vault}"`
	ID    string `arg:"" name:"id" help:"${id}"`
}

func (c *correctionListWords) Run(h *house) error {
	return h.open(c.Vault, func(b *board.Board) error {
		id, err := b.Resolve(c.ID)
		if err != nil {
			return err
		}
		return h.listCorrections(b, id)
	})
}

type correctionAnswer struct {
	Correction string `json:"correction"`
	On         string `json:"on"`
	What       string `json:"what"`
	Outcome    string `json:"outcome"`
	Settled    string `json:"settled,omitempty"`
	Answer     string `json:"answer,omitempty"`
}

func (h *house) listCorrections(b *board.Board, id record.ID) error {
	all, err := b.Telling().Corrections(id)
	if err != nil {
		return err
	}
	answer := []correctionAnswer{}
	for _, c := range all {
		answer = append(answer, correctionAnswer{Correction: string(c.ID), On: c.On.String(), What: c.What,
			Outcome: string(c.Outcome), Settled: c.Settled.String(), Answer: c.Answer})
	}
	return h.answer(map[string]any{"corrections": answer}, func(p *page) {
		if len(all) == 0 {
			p.say(wording.T("Nothing was asked to be corrected."))
		}
		for _, c := range all {
			p.row(c.ID.Short(), c.On.String(), c.What, c.Words())
		}
	})
}

type correctionAskWords struct {
	Vault string `arg:"" help:"${vault}"`
	ID    string `arg:"" name:"id" help:"${id}"`
	What  string `name:"what" required:"" placeholder:"TEXT" help:"${correction_what}"`
}

func (c *correctionAskWords) Run(h *house) error {
	return h.open(c.Vault, func(b *board.Board) error {
		id, err := b.Resolve(c.ID)
		if err != nil {
			return err
		}
		if _, err := b.Telling().AskCorrection(id, c.What); err != nil {
			return err
		}
		return h.listCorrections(b, id)
	})
}

type correctionSettleWords struct {
	Vault      string `arg:"" help:"${vault}"`
	ID         string `arg:"" name:"id" help:"${id}"`
	Correction string `arg:"" help:"${correction_number}"`
	Outcome    string `arg:"" enum:"corrected,removed,noted,kept" help:"${correction_outcome}"`
	Answer     string `name:"answer" placeholder:"TEXT" help:"${correction_answer}"`
}

func (c *correctionSettleWords) Run(h *house) error {
	return h.open(c.Vault, func(b *board.Board) error {
		id, err := b.Resolve(c.ID)
		if err != nil {
			return err
		}
		all, err := b.Telling().Corrections(id)
		if err != nil {
			return err
		}
		number := record.ID(c.Correction)
		for _, one := range all {
			if strings.HasPrefix(string(one.ID), strings.ToLower(c.Correction)) && len(c.Correction) >= 4 {
				number = one.ID
			}
		}
		if _, err := b.Telling().SettleCorrection(id, number, board.Outcome(c.Outcome), c.Answer); err != nil {
			return err
		}
		return h.listCorrections(b, id)
	})
}
