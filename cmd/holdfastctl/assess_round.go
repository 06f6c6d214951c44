package main

import (
	"holdfast/assessment"
	"holdfast/board"
	"holdfast/record"
	"holdfast/wording"
)

// roundWords are about asking people.
type roundWords struct {
	List   roundListWords   `cmd:"" default:"withargs" help:"${round_list}"`
	Open   roundOpenWords   `cmd:"" help:"${round_open}"`
	Codes  roundCodesWords  `cmd:"" help:"${round_codes}"`
	Paper  roundPaperWords  `cmd:"" help:"${round_paper}"`
	Close  roundCloseWords  `cmd:"" help:"${round_close}"`
	GiveUp roundGiveUpWords `cmd:"" help:"${round_give_up}"`
	Tell   roundTellWords   `cmd:"" help:"${round_tell}"`
	Adjust roundAdjustWords `cmd:"" help:"${round_adjust}"`
	Back   roundBackWords   `cmd:"" name:"take-back" help:"${round_back}"`
}

// roundAnswer is a round in JSON.
type roundAnswer struct {
	ID         string         `json:"id"`
	Title      string         `json:"title"`
	Instrument string         `json:"instrument"`
	Version    string         `json:"version"`
	Named      bool           `json:"named"`
	Open       bool           `json:"open"`
	GivenUp    bool           `json:"given_up"`
	From       record.Date    `json:"from"`
	To         record.Date    `json:"to"`
	Closed     record.Date    `json:"closed"`
	Asked      map[string]int `json:"asked"`
	Answered   int            `json:"answered"`
	PutAside   int            `json:"put_aside"`
	CodesLeft  map[string]int `json:"codes_left"`
	Comments   int            `json:"comments_waiting"`
	Traces     bool           `json:"traces"`
	Told       []toldAnswer   `json:"told"`
}

type toldAnswer struct {
	On   record.Date `json:"on"`
	What string      `json:"what"`
}

func roundJSON(r board.RoundState) roundAnswer {
	a := roundAnswer{ID: string(r.ID), Title: r.Title, Instrument: r.Instrument, Version: r.Version, Named: r.Named,
		Open: r.Open(), GivenUp: r.GivenUp, From: r.From, To: r.To, Closed: r.Closed, Asked: map[string]int{}, Answered: r.AnsweredInAll(),
		PutAside: r.Aside, CodesLeft: map[string]int{}, Comments: r.Waiting, Traces: r.Traces, Told: []toldAnswer{}}
	for side, n := range r.Asked {
		a.Asked[sideJSON(side)] = n
	}
	for side, n := range r.CodesLeft {
		a.CodesLeft[sideJSON(side)] = n
	}
	for _, t := range r.Told {
		a.Told = append(a.Told, toldAnswer(t))
	}
	return a
}

func (h *house) showRound(b *board.Board, id record.ID) error {
	r, err := b.Assess().Round(id)
	if err != nil {
		return err
	}
	return h.answer(roundJSON(r), func(p *page) { p.round(r) })
}

func (p *page) round(r board.RoundState) {
	state := wording.T("open")
	switch {
	case r.GivenUp:
		state = wording.T("given up")
	case !r.Open():
		state = wording.T("closed on {date}", "date", r.Closed)
	}
	p.row(r.ID.Short(), r.Title, state, wording.T("{n} of {all} have answered", "n", r.AnsweredInAll(), "all", r.AskedInAll()))
}

type roundListWords struct {
	Vault string `arg:"" help:"${vault}"`
}

func (c *roundListWords) Run(h *house) error {
	return h.open(c.Vault, func(b *board.Board) error {
		rounds, err := b.Assess().Rounds()
		if err != nil {
			return err
		}
		answers := []roundAnswer{}
		for _, r := range rounds {
			answers = append(answers, roundJSON(r))
		}
		return h.answer(map[string]any{"rounds": answers}, func(p *page) {
			if len(rounds) == 0 {
				p.say(wording.T("Nothing was asked yet."))
			}
			for _, r := range rounds {
				p.round(r)
			}
		})
	})
}

type roundOpenWords struct {
	Vault      string      `arg:"" help:"${vault}"`
	Instrument string      `arg:"" help:"${assess_instrument}"`
	Title      string      `name:"title" required:"" placeholder:"TEXT" help:"${round_title}"`
	Members    int         `name:"members" placeholder:"N" help:"${round_asked}"`
	Staff      int         `name:"staff" placeholder:"N" help:"${round_asked}"`
	Partners   int         `name:"partners" placeholder:"N" help:"${round_asked}"`
	Named      bool        `name:"named" help:"${round_named}"`
	From       record.Date `name:"from" placeholder:"DATE" help:"${round_from}"`
	To         record.Date `name:"to" placeholder:"DATE" help:"${round_to}"`
}

func (c *roundOpenWords) Run(h *house) error {
	return h.open(c.Vault, func(b *board.Board) error {
		now, err := b.Now()
		if err != nil {
			return err
		}
		if c.From.IsZero() {
			c.From = record.DateOf(now)
		}
		r, err := b.Assess().OpenRound(assessment.Round{Title: c.Title, Instrument: c.Instrument, Named: c.Named, From: c.From, To: c.To,
			Asked: map[assessment.Side]int{assessment.Members: c.Members, assessment.Staff: c.Staff, assessment.Partners: c.Partners}})
		if err != nil {
			return err
		}
		return h.showRound(b, r.ID)
	})
}

// ofRound are the words of a command about one round.
type ofRound struct {
	Vault string `arg:"" help:"${vault}"`
	Round string `arg:"" help:"${round}"`
}

func (c *ofRound) open(h *house, do func(*board.Board, board.RoundState) error) error {
	return h.open(c.Vault, func(b *board.Board) error {
		r, err := roundNamed(b, c.Round)
		if err != nil {
			return err
		}
		return do(b, r)
	})
}

type roundCodesWords struct {
	ofRound
	Side  string `name:"for" required:"" enum:"members,staff,partners" placeholder:"GROUP" help:"${round_side}"`
	N     int    `name:"count" required:"" placeholder:"N" help:"${round_count}"`
	Renew bool   `name:"renew" help:"${round_renew}"`
	Out   string `name:"out" placeholder:"FILE" help:"${round_slips}"`
}

func (c *roundCodesWords) Run(h *house) error {
	return c.open(h, func(b *board.Board, r board.RoundState) error {
		side := assessment.Side(c.Side)
		codes, words, err := b.Assess().Codes(r.ID, side, c.N, c.Renew)
		if err != nil {
			return err
		}
		if c.Out != "" {
			settings, err := b.Settings()
			if err != nil {
				return err
			}
			return h.put(board.Slips(r.Round, side, codes, words, h.book, settings.Paper), c.Out)
		}
		answers := []map[string]string{}
		for _, code := range codes {
			answers = append(answers, map[string]string{"code": string(code), "for": c.Side})
		}
		return h.answer(map[string]any{"codes": answers, "words": words}, func(p *page) {
			for _, code := range codes {
				p.line(string(code))
			}
		})
	})
}

type roundPaperWords struct {
	ofRound
	Out string `name:"out" required:"" placeholder:"FILE" help:"${paper_out}"`
}

func (c *roundPaperWords) Run(h *house) error {
	return c.open(h, func(b *board.Board, r board.RoundState) error {
		in, err := b.Assess().Instrument(r.Instrument, r.Version)
		if err != nil {
			return err
		}
		settings, err := b.Settings()
		if err != nil {
			return err
		}
		return h.put(board.AnswerPaper(in, r.Title, h.book, settings.Paper), c.Out)
	})
}

type roundCloseWords struct{ ofRound }

func (c *roundCloseWords) Run(h *house) error {
	return c.open(h, func(b *board.Board, r board.RoundState) error {
		if r.Traces {
			if err := b.Assess().EraseTraces(h.ctx, h.progress); err != nil {
				return err
			}
		} else if err := b.Assess().CloseRound(h.ctx, r.ID, h.progress); err != nil {
			return err
		}
		return h.showRound(b, r.ID)
	})
}

type roundGiveUpWords struct{ ofRound }

func (c *roundGiveUpWords) Run(h *house) error {
	return c.open(h, func(b *board.Board, r board.RoundState) error {
		if err := b.Assess().GiveUpRound(h.ctx, r.ID, h.progress); err != nil {
			return err
		}
		return h.showRound(b, r.ID)
	})
}

type roundTellWords struct {
	ofRound
	What string      `arg:"" help:"${round_what}"`
	On   record.Date `name:"on" placeholder:"DATE" help:"${round_on}"`
}

func (c *roundTellWords) Run(h *house) error {
	return c.open(h, func(b *board.Board, r board.RoundState) error {
		now, err := b.Now()
		if err != nil {
			return err
		}
		if c.On.IsZero() {
			c.On = record.DateOf(now)
		}
		if err := b.Assess().Tell(r.ID, assessment.Told{On: c.On, What: c.What}); err != nil {
			return err
		}
		return h.showRound(b, r.ID)
	})
}
