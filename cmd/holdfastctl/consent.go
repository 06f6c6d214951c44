package main

import (
	"holdfast/board"
	"holdfast/consent"
	"holdfast/member"
	"holdfast/record"
)

// consentWords are about what people agreed to.
type consentWords struct {
	May      consentMayWords      `cmd:"" help:"${consent_may}"`
	Who      consentWhoWords      `cmd:"" help:"${consent_who}"`
	Give     consentGiveWords     `cmd:"" help:"${consent_give}"`
	Refuse   consentRefuseWords   `cmd:"" help:"${consent_refuse}"`
	Withdraw consentWithdrawWords `cmd:"" help:"${consent_withdraw}"`
	End      consentEndWords      `cmd:"" help:"${consent_end}"`
	Ask      consentAskWords      `cmd:"" help:"${consent_ask}"`
	Defer    consentDeferWords    `cmd:"" help:"${consent_defer}"`
	Review   consentReviewWords   `cmd:"" help:"${consent_review}"`
	Decides  consentDecidesWords  `cmd:"" help:"${consent_decides}"`

	List    consentListWords    `cmd:"" help:"${consent_list}"`
	Uses    consentUsesWords    `cmd:"" help:"${consent_uses}"`
	After   consentAfterWords   `cmd:"" help:"${consent_after}"`
	History consentHistoryWords `cmd:"" help:"${consent_history}"`
	Audit   consentAuditWords   `cmd:"" help:"${consent_audit}"`

	Release consentReleaseWords `cmd:"" help:"${consent_release}"`
	Guide   consentGuideWords   `cmd:"" help:"${consent_guide}"`
	Sheet   consentSheetWords   `cmd:"" help:"${consent_sheet}"`
	Receipt consentReceiptWords `cmd:"" help:"${consent_receipt}"`

	Quote     quoteWords     `cmd:"" help:"${quote}"`
	Agreement agreementWords `cmd:"" help:"${agreement}"`
	Kind      kindWords      `cmd:"" help:"${consent_kind}"`
	Page      pageWords      `cmd:"" help:"${consent_page}"`
}

// aboutPerson is a person of a vault.
type aboutPerson struct {
	Vault string `arg:"" help:"${vault}"`
	ID    string `arg:"" name:"id" help:"${id}"`
}

// open runs a command about the person.
func (a aboutPerson) open(h *house, run func(*board.Board, member.ID) error) error {
	return h.open(a.Vault, func(b *board.Board) error {
		id, err := b.Resolve(a.ID)
		if err != nil {
			return err
		}
		return run(b, id)
	})
}

// aboutScope is what a choice is about.
type aboutScope struct {
	Purpose string   `name:"purpose" placeholder:"PURPOSE" help:"${consent_purpose}"`
	To      string   `name:"to" placeholder:"WHO" help:"${consent_to}"`
	Channel []string `name:"channel" placeholder:"WHERE" help:"${consent_channel}"`
	Item    string   `name:"item" placeholder:"ITEM" help:"${consent_item}"`
}

func (a aboutScope) scope() consent.Scope {
	s := consent.Scope{Purpose: consent.Purpose(a.Purpose), Recipient: a.To, Item: a.Item}
	for _, c := range a.Channel {
		s.Channels = append(s.Channels, consent.Channel(c))
	}
	return s
}

type consentMayWords struct {
	aboutPerson
	aboutScope
	Version string      `name:"item-version" placeholder:"HASH" help:"${consent_version}"`
	On      record.Date `name:"on" placeholder:"DATE" help:"${consent_day}"`
}

// mayAnswer is the gate's answer in JSON.
type mayAnswer struct {
	ID          string      `json:"id"`
	Name        string      `json:"name"`
	Purpose     string      `json:"purpose"`
	Recipient   string      `json:"recipient,omitempty"`
	Channel     string      `json:"channel,omitempty"`
	Item        string      `json:"item,omitempty"`
	Day         string      `json:"day"`
	May         string      `json:"may"`
	Allowed     bool        `json:"allowed"`
	State       string      `json:"state"`
	Rule        string      `json:"rule"`
	Because     string      `json:"because"`
	Basis       string      `json:"basis,omitempty"`
	Conditions  []string    `json:"conditions"`
	Attribution *shownAs    `json:"attribution,omitempty"`
	Until       string      `json:"until,omitempty"`
	Events      []record.ID `json:"events"`
}

// shownAs is how a person may show, in JSON.
type shownAs struct {
	consent.Attribution
	Words string `json:"in_words"`
}

func (c *consentMayWords) Run(h *house) error {
	return c.open(h, func(b *board.Board, id member.ID) error {
		about, err := b.Consent().Page(id)
		if err != nil {
			return err
		}
		s := c.scope()
		q := consent.Question{Purpose: s.Purpose, Recipient: s.Recipient, Item: s.Item, Version: c.Version, Day: c.On}
		if q.Day.IsZero() {
			q.Day = about.Day
		}
		if len(s.Channels) > 0 {
			q.Channel = s.Channels[0]
		}
		a, err := b.Consent().May(id, q)
		if err != nil {
			return err
		}
		answer := mayAnswer{ID: string(id), Name: about.Name, Purpose: c.Purpose, Recipient: c.To, Channel: string(q.Channel), Item: c.Item,
			Day: q.Day.String(), May: string(a.Verdict), Allowed: a.Verdict == consent.Yes, State: string(a.State), Rule: string(a.Rule),
			Because: h.book.Render(a.Because), Basis: h.book.Render(a.Basis), Conditions: h.said(a.Conditions), Until: a.Until.String(),
			Events: append([]record.ID{}, a.Rests...)}
		if a.Verdict == consent.Yes {
			answer.Attribution = &shownAs{a.Attribution, h.book.Render(a.Attribution.Words())}
		}
		err = h.answer(answer, func(p *page) {
			p.line(h.book.Render(a.Verdict.Name()) + ". " + answer.Because)
			for _, condition := range answer.Conditions {
				p.line("  " + condition)
			}
			if answer.Basis != "" {
				p.line(answer.Basis)
			}
		})
		if err == nil && a.Verdict != consent.Yes {
			return errNo
		}
		return err
	})
}
