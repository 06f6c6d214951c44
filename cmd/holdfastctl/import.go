package main

import (
	"encoding/json"
	"path/filepath"

	"holdfast/board"
	"holdfast/roster"
	"holdfast/wording"
)

// importWords bring people in.
type importWords struct {
	Members importMembersWords `cmd:"" help:"${import_members}"`
}

type importMembersWords struct {
	Vault   string `arg:"" help:"${vault}"`
	File    string `arg:"" help:"${import_file}"`
	Map     string `name:"map" placeholder:"MAP.json" help:"${import_map}"`
	DryRun  bool   `name:"dry-run" help:"${import_dry_run}"`
	SkipBad bool   `name:"skip-bad" help:"${import_skip_bad}"`
}

// importAnswer is what an import did, or would do, in JSON.
type importAnswer struct {
	DryRun     bool            `json:"dry_run"`
	Imported   int             `json:"imported"`
	Sheets     int             `json:"sheets"`
	Notes      int             `json:"notes"`
	LeftBehind int             `json:"left_behind"`
	Mapping    json.RawMessage `json:"mapping"`
	Refused    []refusedAnswer `json:"refused"`
	Duplicates []doubtAnswer   `json:"duplicates"`
	LeftOut    []leftOutAnswer `json:"left_out"`
	LookAgain  []refusedAnswer `json:"look_again"`
	Notices    []string        `json:"notices"`
	Afterwards []string        `json:"afterwards,omitempty"`
	Error      *failure        `json:"error,omitempty"`
}

type refusedAnswer struct {
	Line   int    `json:"line"`
	Column string `json:"column,omitempty"`
	Field  string `json:"field,omitempty"`
	Reason string `json:"reason"`
}

type doubtAnswer struct {
	Line   int    `json:"line"`
	With   string `json:"with,omitempty"`
	Reason string `json:"reason"`
}

type leftOutAnswer struct {
	Column string `json:"column"`
	Why    string `json:"why"`
}

func (c *importMembersWords) Run(h *house) error {
	return h.open(c.Vault, func(b *board.Board) error {
		plan, mapping, err := c.plan(h, b)
		if err != nil {
			return err
		}
		answer, err := h.importJSON(plan, mapping)
		if err != nil {
			return err
		}
		answer.DryRun = c.DryRun
		var refused error
		if c.DryRun {
			people, err := plan.Accept(true)
			if len(wording.Problems(err)) == 0 && err != nil {
				return err
			}
			answer.Imported, answer.LeftBehind = len(people), plan.Refusals()+len(plan.People)-len(people)
		} else {
			var done board.Imported
			if done, refused = b.Import(plan, c.SkipBad); refused == nil {
				answer.Imported, answer.Sheets, answer.Notes, answer.LeftBehind = done.People, done.Sheets, done.Notes, done.LeftBehind
				answer.Afterwards = h.said(b.Afterwards(plan))
			}
		}
		if refused != nil {
			f := failureOf(h.book, board.Explain(refused))
			answer.Error, refused = &f, shown{refused}
		}
		if err := h.answer(answer, func(p *page) { answer.show(p, refused == nil, !c.SkipBad) }); err != nil {
			return err
		}
		return refused
	})
}

// plan reads the spreadsheet and works out what it would bring in.
func (c *importMembersWords) plan(h *house, b *board.Board) (*roster.Plan, roster.Mapping, error) {
	var mapping roster.Mapping
	if c.Map != "" {
		data, err := h.read(c.Map)
		if err != nil {
			return nil, mapping, err
		}
		if mapping, err = roster.ParseMapping(data); err != nil {
			return nil, mapping, err
		}
	}
	table, err := roster.ReadFile(h.ctx, c.File, mapping.Options())
	if err != nil {
		return nil, mapping, err
	}
	if c.Map == "" {
		if mapping, err = b.GuessImport(table); err != nil {
			return nil, mapping, err
		}
	}
	path, err := filepath.Abs(c.File)
	if err != nil {
		return nil, mapping, err
	}
	plan, err := b.PrepareImport(h.ctx, table, mapping, path, func(share float64) {
		if h.errIsTerminal && !h.json {
			h.overwrite(h.book.Say("Looking at the rows… {n} %", "n", int(100*share)))
		}
	})
	h.settle()
	return plan, mapping, err
}
