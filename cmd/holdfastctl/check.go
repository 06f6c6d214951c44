package main

import (
	"holdfast/board"
	"holdfast/store"
	"holdfast/wording"
)

// checkWords read everything and say what is damaged.
type checkWords struct {
	Vault string `arg:"" help:"${vault}"`
	Full  bool   `name:"full" help:"${check_full}"`
}

// findingAnswer is one thing that is not as it should be, in JSON.
type findingAnswer struct {
	Where    string `json:"where"`
	Sequence uint64 `json:"sequence,omitempty"`
	Entries  int    `json:"entries,omitempty"`
	What     string `json:"what"`
	// Mends says that opening the vault puts it right.
	Mends bool `json:"mends,omitempty"`
}

type intruderAnswer struct {
	ID   string `json:"id"`
	Kind string `json:"kind"`
}

type checkAnswer struct {
	OK             bool             `json:"ok"`
	Records        int              `json:"records"`
	JournalEntries int              `json:"journal_entries"`
	Damaged        []findingAnswer  `json:"damaged"`
	Missing        []findingAnswer  `json:"missing"`
	RolledBack     []findingAnswer  `json:"rolled_back"`
	Intruded       []intruderAnswer `json:"intruded_keyholders"`
	Permissions    int              `json:"permissions_repaired,omitempty"`
}

func (c *checkWords) Run(h *house) error {
	key, err := h.key(h.globals)
	if err != nil {
		return err
	}
	report, err := board.Check(h.ctx, h.env, c.Vault, key, c.Full)
	if err != nil {
		return err
	}
	h.settle()
	answer := checkAnswer{OK: report.OK, Records: report.Records, JournalEntries: report.JournalEntries,
		Damaged: h.findings(report.Damaged), Missing: h.findings(report.Missing),
		RolledBack: h.findings(report.RolledBack), Intruded: []intruderAnswer{},
		Permissions: report.PermissionsRepaired}
	for _, k := range report.Intruded {
		answer.Intruded = append(answer.Intruded, intruderAnswer{string(k.ID), string(k.Kind)})
	}
	if err := h.answer(answer, func(p *page) { answer.show(p) }); err != nil {
		return err
	}
	if !report.OK {
		return errNo
	}
	return nil
}

func (h *house) findings(list []store.Finding) []findingAnswer {
	answers := []findingAnswer{}
	for _, f := range list {
		answers = append(answers, findingAnswer{f.Where, f.Sequence, f.Entries, h.book.Render(f.What), f.Mends})
	}
	return answers
}

func (a checkAnswer) show(p *page) {
	p.say(wording.N(a.Records, "{n} record was read.", "{n} records were read."))
	p.say(wording.N(a.JournalEntries, "{n} entry of the journal was read.", "{n} entries of the journal were read."))
	mends := len(a.Intruded) == 0
	for _, list := range [][]findingAnswer{a.Damaged, a.Missing, a.RolledBack} {
		for _, f := range list {
			p.line(f.Where + ": " + f.What)
			mends = mends && f.Mends
		}
	}
	if a.Permissions > 0 {
		p.say(store.PermissionsWords())
	}
	if n := len(a.Intruded); n > 0 {
		p.say(wording.N(n, "{n} keyholder was slipped in by somebody.", "{n} keyholders were slipped in by somebody."))
	}
	switch {
	case a.OK:
		p.say(wording.T("Everything is as it was written."))
		return
	case mends:
		p.say(wording.T("Every record is there. Opening the vault puts the rest right."))
		return
	}
	p.say(wording.T("Make a copy of the folder first. Opening the vault repairs what can be repaired; “holdfastctl salvage” writes everything that can still be read into a new vault."))
}

// salvageWords write what can still be read into a new vault.
type salvageWords struct {
	Vault   string `arg:"" help:"${vault}"`
	New     string `arg:"" help:"${new_vault}"`
	NewFile string `name:"new-passphrase-file" placeholder:"FILE" help:"${new_passphrase_file}"`
	Holder  string `name:"label" placeholder:"TEXT" help:"${first_label}"`
}

type salvageAnswer struct {
	Vault   string          `json:"vault"`
	Records int             `json:"records"`
	Acts    int             `json:"journal_entries"`
	Lost    []findingAnswer `json:"lost"`
}

func (c *salvageWords) Run(h *house) error {
	key, err := h.key(h.globals)
	if err != nil {
		return err
	}
	text, err := h.newSecret(c.NewFile)
	if err != nil {
		return err
	}
	if c.Holder == "" {
		c.Holder = h.book.Say("Coordinator")
	}
	report, err := board.Salvage(h.ctx, h.env, c.Vault, key, c.New, c.Holder, text)
	if err != nil {
		return err
	}
	h.settle()
	answer := salvageAnswer{Vault: c.New, Records: report.Records, Acts: report.Acts, Lost: h.findings(report.Lost)}
	return h.answer(answer, func(p *page) {
		p.say(wording.N(answer.Records, "{n} record was saved into the new vault.", "{n} records were saved into the new vault."))
		for _, f := range answer.Lost {
			p.line(f.Where + ": " + f.What)
		}
		if len(answer.Lost) == 0 {
			p.say(wording.T("Nothing was lost."))
		}
		p.say(wording.T("The damaged vault was left as it is. The new one opens with the new passphrase alone: add a paper key, “holdfastctl keys add --kind paper”."))
	})
}
