package main

import (
	"time"

	"holdfast/board"
	"holdfast/contact"
	"holdfast/member"
	"holdfast/wording"
)

// contactWords are about reaching a person.
type contactWords struct {
	Ask   contactAskWords   `cmd:"" default:"withargs" help:"${contact_ask}"`
	Sheet contactSheetWords `cmd:"" help:"${contact_sheet}"`
	Log   contactLogWords   `cmd:"" help:"${contact_log}"`
}

type contactAskWords struct {
	Vault   string `arg:"" help:"${vault}"`
	ID      string `arg:"" name:"id" help:"${id}"`
	Purpose string `name:"purpose" placeholder:"PURPOSE" help:"${purpose}"`
	Reveal  bool   `name:"reveal" help:"${reveal}"`
}

// channelAnswer is one way in JSON.
type channelAnswer struct {
	ID           string   `json:"id"`
	Kind         string   `json:"channel"`
	Name         string   `json:"name"`
	Value        string   `json:"value"`
	Allowed      bool     `json:"allowed"`
	State        string   `json:"state"`
	Rule         string   `json:"rule,omitempty"`
	Because      string   `json:"because"`
	Say          []string `json:"say"`
	Conditions   []string `json:"conditions"`
	IfSomeone    string   `json:"if_someone_else_answers,omitempty"`
	Hours        string   `json:"hours,omitempty"`
	Until        string   `json:"until,omitempty"`
	NextSafeTime string   `json:"next_safe_time,omitempty"`
}

// contactAnswer is the answer to: may this person be reached now.
type contactAnswer struct {
	ID           string          `json:"id"`
	Name         string          `json:"name"`
	Now          string          `json:"now"`
	Purpose      string          `json:"purpose,omitempty"`
	Allowed      bool            `json:"allowed"`
	RightNow     string          `json:"right_now"`
	Where        string          `json:"where"`
	Warnings     []string        `json:"warnings"`
	Confirmed    string          `json:"confirmed"`
	Fresh        bool            `json:"fresh"`
	Channels     []channelAnswer `json:"channels"`
	NextSafeTime string          `json:"next_safe_time,omitempty"`
}

func (c *contactAskWords) Run(h *house) error {
	purpose, err := purposeNamed(c.Purpose)
	if err != nil {
		return err
	}
	return h.open(c.Vault, func(b *board.Board) error {
		id, err := b.Resolve(c.ID)
		if err != nil {
			return err
		}
		m, err := b.Member(id)
		if err != nil {
			return err
		}
		reach, err := b.May(id, purpose)
		if err != nil {
			return err
		}
		answer := h.contactJSON(m, reach, c.Reveal)
		if err := h.answer(answer, func(p *page) { answer.show(p) }); err != nil {
			return err
		}
		if !reach.Allowed {
			return errNo
		}
		return nil
	})
}

func purposeNamed(name string) (contact.Purpose, error) {
	purpose := contact.Purpose(name)
	if !purpose.Known() {
		var list wording.List
		for _, p := range contact.Purposes() {
			list = append(list, string(p))
		}
		return "", wording.Refuse("purpose", "There is no such purpose; there are {purposes}.", "purposes", list)
	}
	return purpose, nil
}

func (h *house) contactJSON(m member.Member, reach board.Reach, reveal bool) contactAnswer {
	sum := reach.Summary
	answer := contactAnswer{
		ID: string(m.ID), Name: m.Name, Now: moment(reach.At), Purpose: string(reach.Purpose), Allowed: reach.Allowed,
		RightNow: h.book.Render(sum.Sentence), Where: h.book.Render(sum.Local), Warnings: h.said(sum.Warnings),
		Confirmed: h.book.Render(sum.Confirmed), Fresh: sum.Fresh, Channels: []channelAnswer{}, NextSafeTime: moment(reach.NextSafe),
	}
	for i, way := range reach.Ways {
		row := contact.Row{}
		if i < len(sum.Rows) {
			row = sum.Rows[i]
		}
		a := way.Answer
		c := channelAnswer{
			ID: string(way.Channel.ID), Kind: string(way.Channel.Kind), Name: h.book.Render(row.Name), Value: row.Value,
			Allowed: a.Allowed, State: stateName(a.State), Rule: string(a.Rule), Because: h.book.Render(a.Because),
			Say: h.said(a.Say), Conditions: h.said(a.Conditions), IfSomeone: h.book.Render(a.IfSomeoneElse),
			Hours: h.book.Render(row.Hours), Until: moment(a.Until), NextSafeTime: moment(a.NextSafe),
		}
		if reveal {
			c.Value = way.Channel.Value
		}
		answer.Channels = append(answer.Channels, c)
	}
	return answer
}

// said are sentences, rendered; never nil, so that JSON has an empty list.
func (h *house) said(texts []wording.Text) []string {
	all := []string{}
	for _, t := range texts {
		all = append(all, h.book.Render(t))
	}
	return all
}

// moment is an instant as RFC 3339, or nothing.
func moment(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.RFC3339)
}

func (c contactAnswer) show(p *page) {
	p.line(c.Name + " — " + c.Where)
	p.line(c.RightNow)
	for _, w := range c.Warnings {
		p.line(w)
	}
	for _, way := range c.Channels {
		p.gap()
		p.line(way.Name + "  " + way.Value)
		p.line("  " + way.Because)
		for _, line := range append(append([]string{}, way.Say...), way.Conditions...) {
			p.line("  " + line)
		}
		if way.IfSomeone != "" {
			p.line("  " + way.IfSomeone)
		}
		switch {
		case way.Until != "":
			p.line("  " + p.book.Say("Until {time}", "time", way.Until))
		case way.NextSafeTime != "":
			p.line("  " + p.book.Say("Safe again from {time}", "time", way.NextSafeTime))
		}
	}
	if c.NextSafeTime != "" {
		p.gap()
		p.line(p.book.Say("The next safe time is {time}.", "time", c.NextSafeTime))
	}
}
