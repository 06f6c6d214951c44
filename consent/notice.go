package consent

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"holdfast/record"
)

// Notice is what a person is told before they are asked about a purpose, and
// the guide for the conversation, in one language. Its words never change
// under one version.
type Notice struct {
	Purpose Purpose `json:"purpose"`
	Version int     `json:"version"`
	Title   string  `json:"title"`
	// Says is the notice itself, Risks what can go wrong, Alternatives what
	// could be done instead: each a list of sentences.
	Says         []string `json:"says"`
	Risks        []string `json:"risks"`
	Alternatives []string `json:"alternatives"`
	// Guide are the questions and reminders for whoever holds the
	// conversation, in their order. They are not part of the notice's hash.
	Guide []string `json:"guide"`
}

// Hash stands for the exact words of the notice: SHA-256, in hexadecimal
// digits, of its title and sentences, one a line, the parts apart by an empty
// line.
func (n Notice) Hash() string {
	parts := [][]string{{n.Title}, n.Says, n.Risks, n.Alternatives}
	texts := make([]string, len(parts))
	for i, part := range parts {
		texts[i] = strings.Join(part, "\n")
	}
	sum := sha256.Sum256([]byte(strings.Join(texts, "\n\n")))
	return hex.EncodeToString(sum[:])
}

// Notices are the notices of one language.
type Notices struct {
	// Language is "en" or "es", Always what stands on every notice (that a yes
	// can be taken back, and how; that nothing depends on it).
	Language string   `json:"language"`
	Always   []string `json:"always"`
	Notices  []Notice `json:"notices"`
}

// ReadNotices reads a file of notices. It fails with record.ErrInvalid where
// the file is not one, or where a notice is not whole.
func ReadNotices(file []byte) (Notices, error) {
	var all Notices
	if err := json.Unmarshal(file, &all); err != nil {
		return Notices{}, fmt.Errorf("%w: this is no file of notices", record.ErrInvalid)
	}
	for i, n := range all.Notices {
		if n.Version < 1 || n.Title == "" || len(n.Says) == 0 || len(n.Guide) == 0 || !slices.Contains(Purposes(), n.Purpose) {
			return Notices{}, fmt.Errorf("%w: notice %d is not whole", record.ErrInvalid, i+1)
		}
		all.Notices[i].Says = slices.Concat(n.Says, all.Always)
	}
	if len(all.Always) == 0 || all.Language == "" {
		return Notices{}, fmt.Errorf("%w: the notices say no language, or not what holds always", record.ErrInvalid)
	}
	return all, nil
}

// For is the notice for a purpose: of the board's own kinds the one that the
// board wrote, of a contact about something that of all contacts.
func (n Notices) For(p Purpose, kinds Kinds) (Notice, bool) {
	if o, ok := kinds.find(p); ok {
		return Notice{Purpose: p, Version: o.Revision, Title: o.Name, Says: slices.Concat(o.Says, n.Always), Risks: o.Risks, Alternatives: o.Alternatives}, true
	}
	i := slices.IndexFunc(n.Notices, func(x Notice) bool { return x.Purpose.covers(p) })
	if i < 0 {
		return Notice{}, false
	}
	return n.Notices[i], true
}

// Shown is the notice as an event keeps it.
func (n Notices) Shown(x Notice) Shown {
	return Shown{Language: n.Language, Version: x.Version, Hash: x.Hash()}
}
