package main

import (
	"path/filepath"
	"strings"

	"holdfast/board"
	"holdfast/paper"
	"holdfast/wording"
)

type handoverNeedsWords struct {
	Vault string `arg:"" help:"${vault}"`
	Out   string `name:"out" placeholder:"FILE" help:"${handover_needs_out}"`
}

type needAnswer struct {
	ID   string `json:"id,omitempty"`
	Who  string `json:"who,omitempty"`
	What string `json:"what"`
	On   string `json:"on,omitempty"`
}

func (c *handoverNeedsWords) Run(h *house) error {
	return h.open(c.Vault, func(b *board.Board) error {
		needs, err := b.Handing().Needs()
		if err != nil {
			return err
		}
		if c.Out != "" {
			settings, err := b.Settings()
			if err != nil {
				return err
			}
			return h.writeDocument(c.Out, needs.Document(h.book, settings))
		}
		parts := []struct {
			key   string
			title wording.Text
			needs []board.Need
		}{
			{"promises", wording.T("What was promised or asked for"), needs.Promises},
			{"sheets", wording.T("Contact sheets to confirm again"), needs.Sheets},
			{"calendar", wording.T("In the next half year"), needs.Calendar},
			{"backups", wording.T("Where the backups lie"), needs.Backups},
		}
		tasks := []string{}
		for _, item := range needs.Tasks {
			tasks = append(tasks, h.book.Render(item.Line()))
		}
		answer := map[string]any{"tasks": tasks}
		for _, part := range parts {
			all := []needAnswer{}
			for _, n := range part.needs {
				all = append(all, needAnswer{ID: string(n.Member), Who: n.Who, What: h.book.Render(n.What), On: n.On.String()})
			}
			answer[part.key] = all
		}
		return h.answer(answer, func(p *page) {
			p.say(wording.T("Open tasks"))
			for _, task := range tasks {
				p.line("  " + task)
			}
			for _, part := range parts {
				p.gap()
				p.say(part.title)
				for _, n := range part.needs {
					p.row("  "+n.On.String(), n.Who, n.What)
				}
			}
		})
	})
}

// writeDocument writes a document as a PDF or a page for a browser, as the
// name of the file ends.
func (h *house) writeDocument(out string, d paper.Document) error {
	data, err := board.DocumentAs(d, strings.TrimPrefix(strings.ToLower(filepath.Ext(out)), "."), h.book)
	if err != nil {
		return err
	}
	defer clear(data)
	if err := board.WriteOut(out, data); err != nil {
		return err
	}
	return h.answer(map[string]any{"out": out}, func(p *page) {
		p.say(wording.T("Written to {file}. Anyone who finds it can read it.", "file", out))
	})
}
