package main

import (
	"math"
	"strings"

	"holdfast/board"
	"holdfast/consent"
	"holdfast/member"
	"holdfast/record"
	"holdfast/wording"
)

// choiceAnswer is one choice in JSON.
type choiceAnswer struct {
	Purpose   string            `json:"purpose"`
	Recipient string            `json:"recipient,omitempty"`
	Channels  []consent.Channel `json:"channels"`
	Item      string            `json:"item,omitempty"`
	State     string            `json:"state"`
	Until     string            `json:"until,omitempty"`
	Event     string            `json:"event"`
	What      string            `json:"what"`
	For       string            `json:"for"`
	As        string            `json:"as"`
	Tag       string            `json:"tag"`
	Tone      string            `json:"tone"`
}

func (h *house) choicesJSON(rows []board.ChoiceRow) []choiceAnswer {
	all := []choiceAnswer{}
	for _, r := range rows {
		all = append(all, choiceAnswer{Purpose: string(r.Choice.Purpose), Recipient: r.Choice.Recipient,
			Channels: append([]consent.Channel{}, r.Choice.Channels...), Item: r.Choice.Item, State: string(r.Choice.State),
			Until: r.Choice.Until.String(), Event: string(r.Choice.Event.ID), What: h.book.Render(r.What), For: h.book.Render(r.For),
			As: h.book.Render(r.As), Tag: h.book.Render(r.Tag), Tone: string(r.Tone)})
	}
	return all
}

// consentListWords list a person's choices, or everybody's.
type consentListWords struct {
	Vault string `arg:"" help:"${vault}"`
	ID    string `arg:"" optional:"" name:"id" help:"${consent_list_id}"`
}

// Run lists them.
func (c *consentListWords) Run(h *house) error {
	return h.open(c.Vault, func(b *board.Board) error {
		if c.ID == "" {
			return h.listEverybody(b)
		}
		id, err := b.Resolve(c.ID)
		if err != nil {
			return err
		}
		about, err := b.Consent().Page(id)
		if err != nil {
			return err
		}
		answer := map[string]any{"id": id, "name": about.Name, "day": about.Day.String(), "choices": h.choicesJSON(about.Rows),
			"after": h.afterJSON(about.After), "review": h.said(about.Review), "standing": about.Standing}
		return h.answer(answer, func(p *page) {
			p.line(about.Name)
			showChoices(p, about.Rows)
			showAfter(p, about.After)
			for _, why := range about.Review {
				p.gap()
				p.say(why)
			}
		})
	})
}

func showChoices(p *page, rows []board.ChoiceRow) {
	if len(rows) == 0 {
		p.say(wording.T("Nobody has asked anything yet."))
	}
	for _, r := range rows {
		p.row(r.What, r.For, r.As, r.Until, r.Tag)
	}
}

func (h *house) listEverybody(b *board.Board) error {
	o, err := b.Consent().Overview(math.MaxInt)
	if err != nil {
		return err
	}
	type person struct {
		ID      string         `json:"id"`
		Name    string         `json:"name"`
		Soon    int            `json:"end_soon"`
		Open    int            `json:"withdrawals_open"`
		Review  bool           `json:"review_due"`
		Choices []choiceAnswer `json:"choices"`
	}
	people, rows := []person{}, map[record.ID][]board.ChoiceRow{}
	for _, one := range o.People {
		about, err := b.Consent().Page(one.ID)
		if err != nil {
			return err
		}
		rows[one.ID] = about.Rows
		people = append(people, person{string(one.ID), one.Name, one.Soon, one.Open, one.Review, h.choicesJSON(about.Rows)})
	}
	return h.answer(map[string]any{"people": people, "needs": o.Needs, "after": h.afterJSON(o.After)}, func(p *page) {
		for _, one := range o.People {
			p.gap()
			p.line(one.Name + "  " + one.ID.Short())
			showChoices(p, rows[one.ID])
		}
		showAfter(p, o.After)
	})
}

// taskAnswer is one thing to do after a withdrawal in JSON.
type taskAnswer struct {
	Kind   string `json:"kind"`
	Use    string `json:"use,omitempty"`
	State  string `json:"state,omitempty"`
	Done   bool   `json:"done"`
	Text   string `json:"text"`
	Detail string `json:"detail,omitempty"`
}

// afterAnswer is a withdrawal in JSON.
type afterAnswer struct {
	Event string       `json:"event"`
	On    string       `json:"on"`
	Title string       `json:"title"`
	Open  bool         `json:"open"`
	Tasks []taskAnswer `json:"tasks"`
}

func (h *house) afterJSON(all []board.FollowUp) []afterAnswer {
	answers := []afterAnswer{}
	for _, f := range all {
		a := afterAnswer{Event: string(f.No.ID), On: f.No.On.String(), Title: h.book.Render(f.Title), Open: f.Open, Tasks: []taskAnswer{}}
		for _, t := range f.Tasks {
			a.Tasks = append(a.Tasks, taskAnswer{string(t.Kind), string(t.Use), string(t.State), t.Done, h.book.Render(t.Text), h.book.Render(t.Detail)})
		}
		answers = append(answers, a)
	}
	return answers
}

func showAfter(p *page, all []board.FollowUp) {
	for _, f := range all {
		p.gap()
		p.say(f.Title)
		p.say(f.When)
		for _, t := range f.Tasks {
			p.row(t.Tag, t.Text, t.Use.Short())
		}
	}
}

// consentUsesWords list where something of a person was used, or write down
// that it was.
type consentUsesWords struct {
	aboutPerson
	aboutScope
	Add     string      `name:"add" placeholder:"TEXT" help:"${use_add}"`
	Version string      `name:"item-version" placeholder:"HASH" help:"${consent_version}"`
	Link    string      `name:"link" placeholder:"WHERE" help:"${use_link}"`
	On      record.Date `name:"on" placeholder:"DATE" help:"${use_on}"`
}

// Run lists them.
func (c *consentUsesWords) Run(h *house) error {
	return c.open(h, func(b *board.Board, id member.ID) error {
		if c.Add != "" {
			s := c.scope()
			u := consent.Use{Member: id, Purpose: s.Purpose, Recipient: s.Recipient, Item: s.Item, Version: c.Version, What: c.Add, Link: c.Link, On: c.On}
			if len(s.Channels) > 0 {
				u.Channel = s.Channels[0]
			}
			if _, err := b.Consent().Used(u); err != nil {
				return err
			}
		}
		about, err := b.Consent().Page(id)
		if err != nil {
			return err
		}
		return h.answer(map[string]any{"id": id, "uses": append([]consent.Use{}, about.Uses...)}, func(p *page) {
			if len(about.Uses) == 0 {
				p.say(wording.T("Nothing of theirs was used, as far as it was written down."))
			}
			for _, u := range about.Uses {
				allowed := wording.T("as agreed")
				if !u.Allowed {
					allowed = wording.T("not as agreed")
				}
				p.row(u.ID.Short(), u.On.String(), u.What, u.Channel.Name(), allowed, u.State().Name())
			}
		})
	})
}

// consentAfterWords write down what was done after a withdrawal.
type consentAfterWords struct {
	aboutPerson
	Use  string `name:"use" placeholder:"USE" help:"${after_use}"`
	Done string `name:"done" enum:"asked_to_remove,removed,cannot_be_recalled," default:"" placeholder:"WHAT" help:"${after_done}"`
	Note string `name:"note" placeholder:"TEXT" help:"${after_note}"`
	Told bool   `name:"told" help:"${after_told}"`
}

// Run keeps it and shows what is left.
func (c *consentAfterWords) Run(h *house) error {
	return c.open(h, func(b *board.Board, id member.ID) error {
		about, err := b.Consent().Page(id)
		if err != nil {
			return err
		}
		if c.Use != "" {
			if err := b.Consent().TakenBack(id, useNamed(about.Uses, c.Use), consent.Done(c.Done), c.Note); err != nil {
				return err
			}
		}
		if c.Told {
			for _, f := range about.After {
				if f.Open && f.No.Kind == consent.Withdrawn {
					if err := b.Consent().Told(id, f.No.ID); err != nil {
						return err
					}
				}
			}
		}
		if about, err = b.Consent().Page(id); err != nil {
			return err
		}
		return h.answer(map[string]any{"id": id, "after": h.afterJSON(about.After)}, func(p *page) { showAfter(p, about.After) })
	})
}

// useNamed is a use by the beginning of its identifier.
func useNamed(uses []consent.Use, name string) record.ID {
	for _, u := range uses {
		if len(name) >= 4 && strings.HasPrefix(string(u.ID), strings.ToLower(name)) {
			return u.ID
		}
	}
	return record.ID(name)
}

// consentHistoryWords show all that a person said.
type consentHistoryWords struct {
	aboutPerson
	Since bool `name:"since-review" help:"${consent_since}"`
}

// Run shows it.
func (c *consentHistoryWords) Run(h *house) error {
	return c.open(h, func(b *board.Board, id member.ID) error {
		about, err := b.Consent().Page(id)
		if err != nil {
			return err
		}
		lines := about.Timeline
		if c.Since {
			lines = about.Since
		}
		type said struct {
			consent.Event
			Words string `json:"in_words"`
		}
		events := []said{}
		for _, l := range lines {
			events = append(events, said{l.Event, h.book.Render(l.Text)})
		}
		return h.answer(map[string]any{"id": id, "events": events}, func(p *page) {
			for _, l := range lines {
				p.row(l.On.String(), l.Text, l.Detail)
			}
		})
	})
}

// consentAuditWords say what was allowed on a day that is past.
type consentAuditWords struct {
	Vault string      `arg:"" help:"${vault}"`
	Day   record.Date `arg:"" help:"${audit_day}"`
	Out   string      `name:"out" placeholder:"FILE" help:"${audit_out}"`
}

// Run says it.
func (c *consentAuditWords) Run(h *house) error {
	return h.open(c.Vault, func(b *board.Board) error {
		rows, err := b.Consent().Audit(c.Day)
		if err != nil {
			return err
		}
		if c.Out != "" {
			data, err := board.AuditCSV(rows)
			if err == nil {
				err = board.WriteOut(c.Out, data)
			}
			if err != nil {
				return err
			}
		}
		type line struct {
			Code     string            `json:"code"`
			Purpose  string            `json:"purpose"`
			Channels []consent.Channel `json:"channels"`
			State    string            `json:"state"`
			Until    string            `json:"until,omitempty"`
			May      string            `json:"may"`
			Rule     string            `json:"rule"`
			Later    bool              `json:"changed_later"`
		}
		lines := []line{}
		for _, r := range rows {
			lines = append(lines, line{r.Code, string(r.Purpose), append([]consent.Channel{}, r.Channels...), string(r.State), r.Until.String(), string(r.Verdict), string(r.Rule), r.Later})
		}
		return h.answer(map[string]any{"day": c.Day.String(), "rows": lines}, func(p *page) {
			kinds := h.kinds(b)
			for _, r := range rows {
				p.row(r.Code, kinds.Name(r.Purpose), r.State.Name(), r.Verdict.Name(), string(r.Rule))
			}
		})
	})
}
