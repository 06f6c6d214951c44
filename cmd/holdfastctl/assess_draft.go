package main

import (
	"holdfast/assessment"
	"holdfast/board"
	"holdfast/record"
	"holdfast/wording"
)

// ofDraft are the words of a command about one version of questions.
type ofDraft struct {
	Vault   string `arg:"" help:"${vault}"`
	ID      string `arg:"" name:"instrument" help:"${assess_instrument}"`
	Version string `name:"of-version" placeholder:"N" help:"${assess_version}"`
}

// change gives what becomes of the questions, and shows them.
func (c *ofDraft) change(h *house, do func(*board.Board, assessment.Instrument) (assessment.Instrument, error)) error {
	return h.open(c.Vault, func(b *board.Board) error {
		in, err := b.Assess().Instrument(c.ID, c.Version)
		if err == nil {
			in, err = do(b, in)
		}
		if err == nil {
			err = b.Assess().SaveInstrument(in)
		}
		if err != nil {
			return err
		}
		a := h.instrumentJSON(board.Listed{Instrument: in})
		return h.answer(a, func(p *page) {
			p.row(a.ID, a.Version, a.Status, a.Title, h.book.Count(a.Questions, "{n} question", "{n} questions"))
		})
	})
}

// assessCopyWords begins a draft: a copy of its own name, or without one the
// next version.
type assessCopyWords struct {
	ofDraft
	As string `name:"as" placeholder:"NAME" help:"${assess_as}"`
}

func (c *assessCopyWords) Run(h *house) error {
	return c.change(h, func(_ *board.Board, in assessment.Instrument) (assessment.Instrument, error) {
		if c.As == "" {
			return in.Next(), nil
		}
		return in.Adapt(c.As), nil
	})
}

type assessReleaseWords struct{ ofDraft }

func (c *assessReleaseWords) Run(h *house) error {
	return c.change(h, func(b *board.Board, in assessment.Instrument) (assessment.Instrument, error) {
		now, err := b.Now()
		if err != nil {
			return in, err
		}
		return in.Release(record.DateOf(now))
	})
}

type assessRemoveWords struct{ ofDraft }

func (c *assessRemoveWords) Run(h *house) error {
	return h.open(c.Vault, func(b *board.Board) error {
		in, err := b.Assess().Instrument(c.ID, c.Version)
		if err == nil {
			err = b.Assess().RemoveDraft(in.ID, in.Version)
		}
		if err != nil {
			return err
		}
		return h.answer(map[string]any{"id": in.ID, "version": in.Version, "removed": true}, func(p *page) {
			p.say(wording.T("The draft is gone."))
		})
	})
}
