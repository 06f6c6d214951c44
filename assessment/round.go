package assessment

import (
	"slices"
	"strings"

	"holdfast/record"
	"holdfast/report"
	"holdfast/wording"
)

// Round is one time in which people are asked.
type Round struct {
	ID    record.ID `json:"id"`
	Title string    `json:"title"`
	// Instrument, Version and Words say what is asked.
	Instrument string `json:"instrument"`
	Version    string `json:"version"`
	Words      string `json:"words"`
	// Asked is how many people of each group are asked. No group can answer
	// more often.
	Asked map[Side]int `json:"asked"`
	// Named rounds keep who answered what; all others are anonymous.
	Named bool `json:"named,omitempty"`
	// From is the first day on which answers are taken, To the day on which
	// the round is meant to be closed, Closed when it was.
	From   record.Date `json:"from"`
	To     record.Date `json:"to"`
	Closed record.Date `json:"closed"`
	// Closing numbers the rounds in the order in which they were closed.
	Closing int `json:"closing,omitempty"`
	// GivenUp says that it was closed without results.
	GivenUp bool `json:"given_up,omitempty"`
	// Traces says that the vault's history still holds when single answers
	// came in, until it is written anew.
	Traces bool `json:"traces,omitempty"`
	// Told is what the board was told of the results, and when.
	Told []Told `json:"told,omitempty"`
}

// Told is something that the board was told of the results.
type Told struct {
	On   record.Date `json:"on"`
	What string      `json:"what"`
}

// RoundSchema describes rounds as records.
func RoundSchema() record.Schema[Round] {
	return record.Schema[Round]{Collection: "round", Version: 1, Key: func(r Round) record.Key { return record.Key(r.ID) }}
}

// MaxAsked is how many people of one group can be asked.
const MaxAsked = 2000

// Open says whether answers are still taken.
func (r Round) Open() bool { return r.Closed.IsZero() }

// Begun says whether answers are taken on a day.
func (r Round) Begun(today record.Date) bool { return !today.Before(r.From) }

// AskedInAll is how many people are asked.
func (r Round) AskedInAll() int {
	n := 0
	for _, s := range Sides() {
		n += r.Asked[s]
	}
	return n
}

// Validate names everything that keeps a round from being opened.
func (r Round) Validate() error {
	var p problems
	p.when(strings.TrimSpace(r.Title) == "" || len([]rune(r.Title)) > longestName || !plainText(r.Title),
		wording.Refuse("title", "Give the round a short name, like Autumn self-assessment."))
	p.when(r.From.IsZero(), wording.Refuse("from", "Say from which day on people can answer."))
	p.when(!r.To.IsZero() && r.To.Before(r.From), wording.Refuse("to", "The last day lies before the first."))
	for s, n := range r.Asked {
		p.when(!slices.Contains(Sides(), s) || n < 0 || n > MaxAsked,
			wording.Refuse("asked", "Say how many members, staff and partners are asked: at most {most} of each.", "most", MaxAsked))
	}
	p.when(r.AskedInAll() == 0, wording.Refuse("asked", "Say how many people are asked."))
	p.when(!r.Named && r.AskedInAll() > 0 && r.AskedInAll() < report.Least,
		wording.Refuse("asked", "With fewer than {least} people nothing of an anonymous round could ever be shown. Ask more, or ask by name.", "least", report.Least))
	return p.err()
}

// Adjusted names what keeps a round from being changed to this once so many
// have answered.
func (r Round) Adjusted(answered []Response) error {
	if !r.Open() {
		return wording.Refuse("round", "This round is closed; it takes no more answers.")
	}
	left := map[Side]int{}
	for s, n := range r.Asked {
		left[s] = n
	}
	for _, a := range answered {
		if !a.Unfinished {
			left[a.Side]--
		}
	}
	for _, s := range Sides() {
		if left[s] < 0 {
			return wording.Refuse("asked", "More people have answered already than would be asked.")
		}
	}
	return r.Validate()
}

// WithTold is a closed round with one more thing that the board was told. It
// fails with wording.Problems.
func (r Round) WithTold(t Told) (Round, error) {
	var p problems
	p.when(r.Open() || r.GivenUp, wording.Refuse("round", "Results are told once the round is closed."))
	p.when(t.On.IsZero(), wording.Refuse("on", "Say on which day the board was told."))
	p.when(strings.TrimSpace(t.What) == "" || !ownWords(t.What), wording.Refuse("what", "Write what the board was told."))
	r.Told = append(slices.Clone(r.Told), t)
	return r, p.err()
}
