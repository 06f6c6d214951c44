package main

import (
	"bytes"
	"encoding/json"
	"path/filepath"
	"strings"

	"holdfast/assessment"
	"holdfast/board"
	"holdfast/store"
	"holdfast/wording"
)

// givenAnswer is an answer as a file may write it: a value, several, or the
// whole with a note.
type givenAnswer assessment.Answer

// UnmarshalJSON reads any of the three.
func (a *givenAnswer) UnmarshalJSON(raw []byte) error {
	var one string
	if json.Unmarshal(raw, &one) == nil {
		*a = givenAnswer{Values: []string{one}}
		return nil
	}
	var several []string
	if json.Unmarshal(raw, &several) == nil {
		*a = givenAnswer{Values: several}
		return nil
	}
	d := json.NewDecoder(bytes.NewReader(raw))
	d.DisallowUnknownFields()
	return d.Decode((*assessment.Answer)(a))
}

// givenResponse is what one person answered, in a file.
type givenResponse struct {
	Side    assessment.Side        `json:"side"`
	Member  string                 `json:"member"`
	Name    string                 `json:"name"`
	Answers map[string]givenAnswer `json:"answers"`
}

func (g givenResponse) answers() assessment.Answers {
	all := assessment.Answers{}
	for id, a := range g.Answers {
		all[id] = assessment.Answer(a)
	}
	return all
}

type assessAnswerWords struct {
	ofRound
	File string `arg:"" help:"${answer_file}"`
}

func (c *assessAnswerWords) Run(h *house) error {
	var given []givenResponse
	if err := h.readJSON(c.File, &given); err != nil {
		return err
	}
	return c.open(h, func(b *board.Board, r board.RoundState) error {
		var responses []assessment.Response
		for _, g := range given {
			response := assessment.Response{Side: g.Side, Name: g.Name, Answers: g.answers()}
			if g.Member != "" {
				id, err := b.Resolve(g.Member)
				if err != nil {
					return err
				}
				response.Member = id
			}
			responses = append(responses, response)
		}
		if err := b.Assess().Enter(r.ID, responses); err != nil {
			return err
		}
		return h.showRound(b, r.ID)
	})
}

type assessPacketWords struct {
	ofRound
	Out string `name:"out" required:"" placeholder:"FILE" help:"${packet_out}"`
}

func (c *assessPacketWords) Run(h *house) error {
	return c.open(h, func(b *board.Board, r board.RoundState) error {
		file, words, err := b.Assess().Packet(r.ID)
		if err != nil {
			return err
		}
		if err := board.WriteOut(c.Out, file); err != nil {
			return err
		}
		return h.answer(map[string]any{"out": c.Out, "words": words}, func(p *page) {
			p.say(wording.T("The packet lies in the file. It is the same for everybody, and opens with these words:"))
			p.line(words)
			p.say(wording.T("Everybody needs the words, and a code of their own, drawn by lot."))
		})
	})
}

// assessReplyWords answer a packet, without any vault.
type assessReplyWords struct {
	Packet  string `arg:"" help:"${reply_packet}"`
	Answers string `arg:"" optional:"" help:"${reply_answers}"`
	Words   string `name:"words-file" required:"" placeholder:"FILE" help:"${reply_words}"`
	Code    string `name:"code" placeholder:"CODE" help:"${reply_code}"`
	Out     string `name:"out" placeholder:"DIR" help:"${reply_out}"`
}

func (c *assessReplyWords) Run(h *house) error {
	file, err := readFile(c.Packet, longestImport)
	if err != nil {
		return err
	}
	words, err := h.read(c.Words)
	if err != nil {
		return err
	}
	p, err := board.OpenPacket(file, strings.TrimSpace(string(words)))
	if err != nil {
		return err
	}
	if c.Answers == "" {
		return c.show(h, p)
	}
	code, err := assessment.ParseCode(c.Code)
	if err != nil {
		return err
	}
	var given givenResponse
	if err := h.readJSON(c.Answers, &given); err != nil {
		return err
	}
	sealed, err := p.Seal(given.answers(), code)
	if err != nil {
		return err
	}
	name, err := board.AnswersName(store.SystemRandom())
	if err != nil {
		return err
	}
	out := filepath.Join(c.Out, name)
	if err := board.WriteOut(out, sealed); err != nil {
		return err
	}
	return h.answer(map[string]any{"out": out}, func(p *page) {
		p.say(wording.T("Your answers lie in this file: {file}. Only the board’s keyholders can open it. Hand it over, then remove it.", "file", out))
	})
}

// show lists what a packet asks.
func (c *assessReplyWords) show(h *house, p *board.Packet) error {
	in, language := p.Instrument(), h.book.Language()
	type question struct {
		ID      string            `json:"id"`
		Text    string            `json:"text"`
		Type    string            `json:"type"`
		Choices map[string]string `json:"choices,omitempty"`
	}
	var all []question
	for _, q := range in.Questions() {
		one := question{ID: q.ID, Text: q.Text.In(language), Type: string(q.Type), Choices: map[string]string{}}
		for _, choice := range in.ChoicesOf(q.Item) {
			one.Choices[choice.Code] = choice.Text.In(language)
		}
		all = append(all, one)
	}
	return h.answer(map[string]any{"board": p.Board(), "title": p.Title(), "to": p.To(), "questions": all}, func(page *page) {
		page.line(p.Title())
		for _, q := range all {
			page.row(q.ID, q.Text)
		}
	})
}

type assessCollectWords struct {
	ofRound
	Files []string `arg:"" help:"${collect_files}"`
}

func (c *assessCollectWords) Run(h *house) error {
	var files []board.AnswerFile
	for _, name := range c.Files {
		data, err := readFile(name, longestImport)
		if err != nil {
			return err
		}
		files = append(files, board.AnswerFile{Name: filepath.Base(name), Data: data})
	}
	return c.open(h, func(b *board.Board, r board.RoundState) error {
		collected, err := b.Assess().Collect(r.ID, files)
		if err != nil {
			return err
		}
		taken, refused := 0, []map[string]string{}
		for _, one := range collected {
			if one.Problem == nil {
				taken++
				continue
			}
			refused = append(refused, map[string]string{"file": one.Name, "reason": h.book.Render(board.Explain(one.Problem).Says[0])})
		}
		return h.answer(map[string]any{"taken": taken, "refused": refused}, func(p *page) {
			p.say(wording.N(taken, "{n} answer was taken.", "{n} answers were taken."))
			for _, one := range refused {
				p.row(one["file"], one["reason"])
			}
		})
	})
}
