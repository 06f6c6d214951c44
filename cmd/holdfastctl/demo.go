package main

import (
	"errors"
	"os"

	"holdfast/board"
	"holdfast/wording"
)

// demoWords make a vault with an invented board.
type demoWords struct {
	Vault    string `arg:"" help:"${new_vault}"`
	People   int    `name:"people" default:"12" help:"${demo_people}"`
	Records  int    `name:"records" default:"0" help:"${demo_records}"`
	Choices  int    `name:"choices" default:"6" help:"${demo_choices}"`
	Meetings int    `name:"meetings" default:"9" help:"${demo_meetings}"`
	Rounds   int    `name:"rounds" default:"2" help:"${demo_rounds}"`
	Seed     uint64 `name:"seed" default:"1" help:"${demo_seed}"`
	Paper    string `name:"paper" placeholder:"FILE" help:"${paper}"`
}

type demoAnswer struct {
	created
	People  int    `json:"people"`
	Records int    `json:"records"`
	Seed    uint64 `json:"seed"`
}

func (c *demoWords) Run(h *house) error {
	begin := board.DemoBeginning(h.book.Say("Coordinator"), "")
	begin.Paper, begin.PaperLabel = c.Paper != "", h.book.Say("Recovery kit")
	b, kit, err := h.create(c.Vault, begin, c.Paper)
	if err != nil {
		return err
	}
	answer, err := c.fill(h, b)
	if err != nil && h.ctx.Err() == nil {
		return errors.Join(err, c.unmake(b))
	}
	if err == nil {
		answer.Kit = describeKit(kit, c.Paper)
		err = h.answer(answer, func(p *page) {
			p.say(wording.N(answer.People, "An invented board of {n} person was made. Nobody in it is anybody.",
				"An invented board of {n} people was made. Nobody in it is anybody."))
		})
	}
	return errors.Join(err, b.Close())
}

// unmake takes away what was begun; only after Ctrl+C is it kept, because then
// it is whole as far as it goes.
func (c *demoWords) unmake(b *board.Board) error {
	err := b.Unmake()
	if c.Paper != "" {
		err = errors.Join(err, os.Remove(c.Paper))
	}
	return err
}

func (c *demoWords) fill(h *house, b *board.Board) (demoAnswer, error) {
	written := 0
	err := b.FillDemo(h.ctx, board.Demo{Seed: c.Seed, People: c.People, Records: c.Records, Choices: c.Choices, Rounds: c.Rounds, Meetings: c.Meetings}, func(done, total int) {
		written = done
		if h.errIsTerminal && !h.json {
			h.overwrite(h.book.Say("{done} of {total} records", "done", done, "total", total))
		}
	})
	h.settle()
	if err != nil {
		return demoAnswer{}, err
	}
	settings, err := b.Settings()
	if err != nil {
		return demoAnswer{}, err
	}
	described, err := describeVault(c.Vault, b, settings)
	return demoAnswer{created: described, People: c.People, Records: written, Seed: c.Seed}, err
}
