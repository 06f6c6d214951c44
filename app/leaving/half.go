package leaving

import (
	"encoding/json"

	"holdfast/record"
)

// The questions in which words are written.
const (
	asksCorrection = "correction"
	asksSettling   = "settling"
	asksHold       = "hold"
	asksLifting    = "lifting"
)

// Half is what is half-typed in one of them.
type Half struct {
	Asks string    `json:"asks"`
	ID   record.ID `json:"id,omitempty"`
	Text string    `json:"text"`
	// Answer is the outcome that is chosen for a correction.
	Answer string `json:"answer,omitempty"`
}

// bytes are the half-typed words as a draft, or nil.
func (h Half) bytes() []byte {
	if h.Text == "" && h.Answer == "" {
		return nil
	}
	raw, err := json.Marshal(h)
	if err != nil {
		return nil
	}
	return raw
}

// halfOf is what a draft holds; nothing where it can't be read.
func halfOf(draft []byte) Half {
	var h Half
	if json.Unmarshal(draft, &h) != nil {
		return Half{}
	}
	return h
}
