package main

import (
	"holdfast/board"
	"holdfast/record"
	"holdfast/rule"
	"holdfast/wording"
)

// rulesWords are about dated numbers.
type rulesWords struct {
	List   rulesListWords   `cmd:"" default:"withargs" help:"${rules_list}"`
	Set    rulesSetWords    `cmd:"" help:"${rules_set}"`
	Remove rulesRemoveWords `cmd:"" help:"${rules_remove}"`
}

type rulesListWords struct {
	Vault string      `arg:"" help:"${vault}"`
	On    record.Date `name:"on" placeholder:"DATE" help:"${rules_on}"`
}

// ruleAnswer is a dated number in JSON.
type ruleAnswer struct {
	rule.Rule
	Label   string `json:"label"`
	Known   bool   `json:"known"`
	Own     bool   `json:"own"`
	Covered bool   `json:"covered"`
}

func (c *rulesListWords) Run(h *house) error {
	return h.open(c.Vault, func(b *board.Board) error { return h.listRules(b, c.On) })
}

func (h *house) listRules(b *board.Board, on record.Date) error {
	book, err := b.Rules()
	if err != nil {
		return err
	}
	answers := []ruleAnswer{}
	p := &page{book: h.book}
	for _, r := range book.List() {
		if !on.IsZero() && !r.Holds(on) {
			continue
		}
		answers = append(answers, ruleAnswer{r.Rule, h.book.Render(r.Label()), r.Value.Known(), r.Own, r.Covered})
		value := wording.T("{value} {unit}", "value", string(r.Value), "unit", string(r.Unit))
		if !r.Value.Known() {
			value = wording.T("not known yet")
		}
		p.row(r.ID, r.Label(), value, r.From.String(), r.To.String(), r.Source, h.book.Date(r.Checked))
	}
	p.say(rule.General())
	return h.answerPage(map[string]any{"rules": answers}, p)
}

type rulesSetWords struct {
	Vault string `arg:"" help:"${vault}"`
	File  string `arg:"" help:"${rules_file}"`
}

func (c *rulesSetWords) Run(h *house) error {
	var r rule.Rule
	if err := h.readJSON(c.File, &r); err != nil {
		return err
	}
	return h.open(c.Vault, func(b *board.Board) error {
		if err := b.SaveRule(r); err != nil {
			return err
		}
		return h.listRules(b, record.Date{})
	})
}

type rulesRemoveWords struct {
	Vault string      `arg:"" help:"${vault}"`
	ID    string      `arg:"" name:"id" help:"${rules_id}"`
	From  record.Date `name:"from" placeholder:"DATE" help:"${rules_from}"`
}

func (c *rulesRemoveWords) Run(h *house) error {
	return h.open(c.Vault, func(b *board.Board) error {
		if err := b.RemoveRule(c.ID, c.From); err != nil {
			return err
		}
		return h.listRules(b, record.Date{})
	})
}
