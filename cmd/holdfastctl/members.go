package main

import (
	"slices"

	"holdfast/board"
	"holdfast/contact"
	"holdfast/member"
	"holdfast/record"
	"holdfast/wording"
)

// membersWords lists people.
type membersWords struct {
	Vault string   `arg:"" help:"${vault}"`
	Stage []string `name:"stage" placeholder:"STAGE" help:"${members_stage}"`
	Find  string   `name:"find" placeholder:"TEXT" help:"${members_find}"`
	Order string   `name:"order" enum:"name,stage,term_end,confirmed" default:"name" placeholder:"name|stage|term_end|confirmed" help:"${members_order}"`
}

// personAnswer is one line of a list in JSON.
type personAnswer struct {
	ID          string   `json:"id"`
	Name        string   `json:"name"`
	Pronouns    string   `json:"pronouns,omitempty"`
	Stage       string   `json:"stage"`
	StageSince  string   `json:"stage_since,omitempty"`
	Roles       []string `json:"roles"`
	MemberSince string   `json:"member_since,omitempty"`
	TermEnds    string   `json:"term_ends,omitempty"`
	Confirmed   string   `json:"sheet_confirmed,omitempty"`
	Fresh       bool     `json:"sheet_fresh"`
	State       string   `json:"contact_state"`
	RightNow    string   `json:"right_now"`
}

type membersAnswer struct {
	Count   int            `json:"count"`
	Members []personAnswer `json:"members"`
}

func (c *membersWords) Run(h *house) error {
	return h.open(c.Vault, func(b *board.Board) error {
		stages, err := stagesNamed(c.Stage)
		if err != nil {
			return err
		}
		rows, err := b.People(board.Filter{Stages: stages, Text: c.Find, Order: board.Order(c.Order)})
		if err != nil {
			return err
		}
		answer := membersAnswer{Count: len(rows), Members: []personAnswer{}}
		p := &page{book: h.book}
		for _, row := range rows {
			person, err := h.person(b, row)
			if err != nil {
				return err
			}
			answer.Members = append(answer.Members, person)
		}
		if len(rows) == 0 {
			p.say(wording.T("Nobody is on this list."))
		}
		for i, row := range rows {
			p.row(row.ID.Short(), row.Name, row.Stage.Label(), answer.Members[i].RightNow)
		}
		return h.answerPage(answer, p)
	})
}

// stagesNamed are stages by their codes, or in words of either language.
func stagesNamed(names []string) ([]member.Stage, error) {
	var stages []member.Stage
	for _, name := range names {
		code, known := member.Recognise(member.StageChoices(), name)
		if !known {
			return nil, wording.Refuse("stage", "There is no such stage; there are {stages}.", "stages", stageList())
		}
		stages = append(stages, member.Stage(code))
	}
	return stages, nil
}

func stageList() wording.List {
	var list wording.List
	for _, s := range member.Stages() {
		list = append(list, string(s))
	}
	return list
}

// person is one line of a list, with what may be done this minute.
func (h *house) person(b *board.Board, row board.Row) (personAnswer, error) {
	m, err := b.Member(row.ID)
	if err != nil {
		return personAnswer{}, err
	}
	now, err := b.RightNow(row.ID)
	if err != nil {
		return personAnswer{}, err
	}
	day, err := b.Now()
	if err != nil {
		return personAnswer{}, err
	}
	return personAnswer{
		ID: string(row.ID), Name: row.Name, Pronouns: m.Pronouns, Stage: string(row.Stage),
		StageSince: m.Now().On.String(), Roles: roleNames(m, record.DateOf(day)),
		MemberSince: row.Since.String(), TermEnds: row.TermEnd.String(),
		Confirmed: row.Confirmed.String(), Fresh: row.Fresh,
		State: stateName(now.State), RightNow: h.book.Render(now.Sentence),
	}, nil
}

func roleNames(m member.Member, day record.Date) []string {
	names := []string{}
	for _, role := range m.RolesOn(day) {
		names = append(names, role.Name)
	}
	return slices.Clip(names)
}

// stateName is a state in JSON, where an empty text would say too little.
func stateName(s contact.State) string {
	if s == contact.UnknownState {
		return "unknown"
	}
	return string(s)
}

// findWords finds people.
type findWords struct {
	Vault string `arg:"" help:"${vault}"`
	Text  string `arg:"" help:"${find_text}"`
	Limit int    `name:"limit" default:"10" help:"${find_limit}"`
}

type foundAnswer struct {
	ID       string `json:"id"`
	Name     string `json:"name"`
	Stage    string `json:"stage"`
	State    string `json:"contact_state"`
	RightNow string `json:"right_now"`
}

func (c *findWords) Run(h *house) error {
	return h.open(c.Vault, func(b *board.Board) error {
		found, err := b.Find(h.book, c.Text, 0)
		if err != nil {
			return err
		}
		answers := []foundAnswer{}
		for _, f := range found {
			if f.Kind == board.FoundPerson && len(answers) < c.Limit {
				answers = append(answers, foundAnswer{string(f.Member), f.Title, string(f.Stage),
					stateName(f.State), h.book.Render(f.Line)})
			}
		}
		return h.answer(map[string]any{"results": answers}, func(p *page) {
			if len(answers) == 0 {
				p.say(wording.T("Nobody fits that."))
			}
			for _, a := range answers {
				p.row(member.ID(a.ID).Short(), a.Name, a.RightNow)
			}
		})
	})
}
