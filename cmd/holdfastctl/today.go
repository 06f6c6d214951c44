package main

import (
	"holdfast/board"
)

// todayWords say what needs the coordinator.
type todayWords struct {
	Vault string `arg:"" help:"${vault}"`
}

// itemAnswer is one thing that needs the coordinator in JSON.
type itemAnswer struct {
	Kind    string `json:"kind"`
	Tag     string `json:"tag"`
	Urgency string `json:"urgency"`
	Title   string `json:"title"`
	Detail  string `json:"detail,omitempty"`
	Act     string `json:"act"`
	Target  string `json:"target"`
	Member  string `json:"member_id,omitempty"`
	Count   int    `json:"count,omitempty"`
	Due     string `json:"due,omitempty"`
}

// figureAnswer is one number about the board in JSON.
type figureAnswer struct {
	Kind   string `json:"kind"`
	Label  string `json:"label"`
	Value  string `json:"value"`
	Detail string `json:"detail"`
	Count  int    `json:"count"`
	Of     int    `json:"of,omitempty"`
}

type todayAnswer struct {
	Now     string         `json:"now"`
	Board   string         `json:"board"`
	Items   []itemAnswer   `json:"items"`
	Figures []figureAnswer `json:"figures"`
	Quiet   string         `json:"quiet,omitempty"`
}

func (c *todayWords) Run(h *house) error {
	return h.open(c.Vault, func(b *board.Board) error {
		today, err := b.Today()
		if err != nil {
			return err
		}
		settings, err := b.Settings()
		if err != nil {
			return err
		}
		answer := h.todayJSON(today, settings)
		return h.answer(answer, func(p *page) {
			if settings.Name != "" {
				p.line(settings.Name)
			}
			for _, item := range answer.Items {
				p.gap()
				p.line(item.Tag + ": " + item.Title)
				if item.Detail != "" {
					p.line("  " + item.Detail)
				}
			}
			if answer.Quiet != "" {
				p.line(answer.Quiet)
			}
			p.gap()
			for _, f := range answer.Figures {
				p.row(f.Label, f.Value, f.Detail)
			}
		})
	})
}

func (h *house) todayJSON(today board.Today, settings board.Settings) todayAnswer {
	answer := todayAnswer{Now: moment(today.Now), Board: settings.Name, Items: []itemAnswer{},
		Quiet: h.book.Render(today.Quiet)}
	for _, i := range today.Items {
		answer.Items = append(answer.Items, itemAnswer{
			Kind: string(i.Kind), Tag: h.book.Render(i.Tag), Urgency: string(i.Urgency), Title: h.book.Render(i.Title),
			Detail: h.book.Render(i.Detail), Act: h.book.Render(i.Act), Target: string(i.Target),
			Member: string(i.Member), Count: i.Count, Due: i.Due.String(),
		})
	}
	for _, f := range today.Figures {
		answer.Figures = append(answer.Figures, figureAnswer{string(f.Kind), h.book.Render(f.Label),
			h.book.Render(f.Value), h.book.Render(f.Detail), f.Count, f.Of})
	}
	return answer
}
