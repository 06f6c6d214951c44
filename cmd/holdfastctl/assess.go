package main

import (
	"cmp"
	"path/filepath"
	"strings"

	"holdfast/assessment"
	"holdfast/board"
	"holdfast/record"
	"holdfast/wording"
)

// assessWords are about self-assessments and checklists.
type assessWords struct {
	List      assessListWords      `cmd:"" help:"${assess_list}"`
	Import    assessImportWords    `cmd:"" help:"${assess_import}"`
	Export    assessExportWords    `cmd:"" help:"${assess_export}"`
	Copy      assessCopyWords      `cmd:"" help:"${assess_copy}"`
	Release   assessReleaseWords   `cmd:"" help:"${assess_release_draft}"`
	Remove    assessRemoveWords    `cmd:"" help:"${assess_remove}"`
	Round     roundWords           `cmd:"" help:"${assess_round}"`
	Answer    assessAnswerWords    `cmd:"" help:"${assess_answer}"`
	Packet    assessPacketWords    `cmd:"" help:"${assess_packet}"`
	Reply     assessReplyWords     `cmd:"" help:"${assess_reply}"`
	Collect   assessCollectWords   `cmd:"" help:"${assess_collect}"`
	Results   assessResultsWords   `cmd:"" help:"${assess_results}"`
	Comments  assessCommentsWords  `cmd:"" help:"${assess_comments}"`
	Plan      assessPlanWords      `cmd:"" help:"${assess_plan}"`
	Checklist assessChecklistWords `cmd:"" help:"${assess_checklist}"`
}

type assessListWords struct {
	Vault string `arg:"" help:"${vault}"`
}

// instrumentAnswer is an instrument in JSON.
type instrumentAnswer struct {
	ID        string   `json:"id"`
	Version   string   `json:"version"`
	Kind      string   `json:"kind"`
	Status    string   `json:"status"`
	Title     string   `json:"title"`
	Languages []string `json:"languages"`
	Questions int      `json:"questions"`
	Shipped   bool     `json:"shipped"`
	Rounds    int      `json:"rounds"`
	Words     string   `json:"words_hash"`
}

func (h *house) instrumentJSON(l board.Listed) instrumentAnswer {
	in := l.Instrument
	a := instrumentAnswer{ID: in.ID, Version: in.Version, Kind: string(in.Kind), Status: string(in.Status),
		Title: in.Title.In(h.book.Language()), Languages: []string{}, Shipped: l.Shipped, Rounds: l.Rounds, Words: in.Fingerprint()}
	for _, language := range in.Languages {
		a.Languages = append(a.Languages, string(language))
	}
	for _, q := range in.Questions() {
		if q.Type.Asks() {
			a.Questions++
		}
	}
	return a
}

func (c *assessListWords) Run(h *house) error {
	return h.open(c.Vault, func(b *board.Board) error {
		listed, err := b.Assess().Instruments(h.book.Language())
		if err != nil {
			return err
		}
		answers := []instrumentAnswer{}
		for _, l := range listed {
			answers = append(answers, h.instrumentJSON(l))
		}
		return h.answer(map[string]any{"instruments": answers}, func(p *page) {
			for i, a := range answers {
				p.row(a.ID, a.Version, listed[i].Instrument.Kind.Name(), a.Title, h.book.Count(a.Questions, "{n} question", "{n} questions"))
			}
		})
	})
}

type assessImportWords struct {
	Vault   string `arg:"" help:"${vault}"`
	File    string `arg:"" help:"${assess_file}"`
	Release bool   `name:"release" help:"${assess_release}"`
}

func (c *assessImportWords) Run(h *house) error {
	data, err := readFile(c.File, longestImport)
	if err != nil {
		return err
	}
	in, err := board.ReadInstrumentFile(h.ctx, data)
	if err != nil {
		return err
	}
	return h.open(c.Vault, func(b *board.Board) error {
		now, err := b.Now()
		if err != nil {
			return err
		}
		if c.Release && in.Status == assessment.Draft {
			if in, err = in.Release(record.DateOf(now)); err != nil {
				return err
			}
		}
		if err := b.Assess().SaveInstrument(in); err != nil {
			return err
		}
		a := h.instrumentJSON(board.Listed{Instrument: in})
		return h.answer(a, func(p *page) {
			p.row(a.ID, a.Version, a.Status, a.Title, h.book.Count(a.Questions, "{n} question", "{n} questions"))
		})
	})
}

// longestImport is the most bytes of a spreadsheet or a set of questions.
const longestImport = 16 << 20

type assessExportWords struct {
	Vault   string `arg:"" help:"${vault}"`
	ID      string `arg:"" name:"instrument" help:"${assess_instrument}"`
	Version string `name:"of-version" placeholder:"N" help:"${assess_version}"`
	Out     string `name:"out" required:"" placeholder:"FILE" help:"${assess_out}"`
}

func (c *assessExportWords) Run(h *house) error {
	return h.open(c.Vault, func(b *board.Board) error {
		in, err := b.Assess().Instrument(c.ID, c.Version)
		if err != nil {
			return err
		}
		data, err := board.InstrumentFile(in, board.FileFormat(extension(c.Out)))
		if err != nil {
			return err
		}
		if err := board.WriteOut(c.Out, data); err != nil {
			return err
		}
		return h.answer(map[string]any{"id": in.ID, "version": in.Version, "out": c.Out}, func(p *page) {
			p.say(wording.T("It lies in the file now."))
		})
	})
}

func extension(file string) string {
	return strings.TrimPrefix(strings.ToLower(filepath.Ext(file)), ".")
}

// roundNamed is a round by its identifier, the beginning of it, or its title.
func roundNamed(b *board.Board, name string) (board.RoundState, error) {
	rounds, err := b.Assess().Rounds()
	if err != nil {
		return board.RoundState{}, err
	}
	var found []board.RoundState
	for _, r := range rounds {
		if string(r.ID) == name || strings.EqualFold(r.Title, name) || len(name) >= 4 && strings.HasPrefix(string(r.ID), name) {
			found = append(found, r)
		}
	}
	if len(found) != 1 {
		return board.RoundState{}, wording.Refuse("round", "There is no such round, or there are several of that name; take its identifier.")
	}
	return found[0], nil
}

// sideJSON is the name of a group in JSON.
func sideJSON(s assessment.Side) string { return cmp.Or(string(s), "everyone") }
