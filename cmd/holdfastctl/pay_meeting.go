package main

import (
	"holdfast/board"
	"holdfast/compensation"
	"holdfast/record"
)

// meetingFile is everybody's time of one meeting, as a file has it.
type meetingFile struct {
	On record.Date `json:"on"`
	// CalledOff is when everybody was told that it would not be.
	CalledOff record.Date    `json:"called_off,omitzero"`
	Funds     []string       `json:"funds,omitempty"`
	People    []attendedFile `json:"people"`
}

type attendedFile struct {
	ID          string `json:"id"`
	Meeting     string `json:"meeting,omitempty"`
	Preparation string `json:"preparation,omitempty"`
	Travel      string `json:"travel,omitempty"`
	ChildCare   string `json:"child_care,omitempty"`
	Miles       string `json:"miles,omitempty"`
	Cancelled   bool   `json:"cancelled,omitempty"`
}

type payMeetingWords struct {
	Vault string `arg:"" help:"${vault}"`
	File  string `arg:"" help:"${pay_meeting_file}"`
	Ask   bool   `name:"ask" help:"${pay_ask}"`
}

func (c *payMeetingWords) Run(h *house) error {
	var file meetingFile
	if err := h.readJSON(c.File, &file); err != nil {
		return err
	}
	return h.open(c.Vault, func(b *board.Board) error {
		m, err := file.meeting(h, b)
		if err != nil {
			return err
		}
		claims, err := b.Pay().Claims(m)
		if err != nil {
			return err
		}
		weighed, err := b.Pay().Weigh(claims...)
		if err != nil || c.Ask {
			if err == nil {
				err = h.weighed(weighed)
			}
			return err
		}
		written, err := b.Pay().AddClaims(claims...)
		if err != nil {
			return err
		}
		return h.written(b, written, concernsOf(weighed))
	})
}

func (f meetingFile) meeting(h *house, b *board.Board) (board.Meeting, error) {
	m := board.Meeting{Day: f.On, CalledOff: f.CalledOff}
	s, err := b.Settings()
	if err != nil {
		return m, err
	}
	if m.Shares, err = shares(b, f.Funds); err != nil {
		return m, err
	}
	for _, person := range f.People {
		id, err := b.Resolve(person.ID)
		if err != nil {
			return m, err
		}
		a := board.Attended{Member: id, Cancelled: person.Cancelled}
		for _, time := range []struct {
			text string
			into *int
		}{{person.Meeting, &a.Meeting}, {person.Preparation, &a.Preparation}, {person.Travel, &a.Travel}} {
			if time.text == "" {
				continue
			}
			if *time.into, err = compensation.ReadMinutes(time.text); err != nil {
				return m, err
			}
		}
		if person.ChildCare != "" {
			if a.ChildCare, err = compensation.ReadAmount(person.ChildCare, s.Pay.Currency, h.book.Language()); err != nil {
				return m, err
			}
		}
		if a.Miles, err = quantity("miles", person.Miles); err != nil {
			return m, err
		}
		m.People = append(m.People, a)
	}
	return m, nil
}
