package assessment

import (
	"slices"
	"strings"

	"holdfast/record"
	"holdfast/wording"
)

// Check is what the board has answered to one item of a checklist, the latest
// last. What was said before stays.
type Check struct {
	Checklist string `json:"checklist"`
	Item      string `json:"item"`
	Marks     []Mark `json:"marks"`
}

// Mark is one answer to an item of a checklist.
type Mark struct {
	On record.Date `json:"on"`
	// Status is one of CheckCodes.
	Status string `json:"status"`
	// Note, Link and Attachments are the evidence; attachments lie encrypted
	// in the vault (package attachment).
	Note        string      `json:"note,omitempty"`
	Link        string      `json:"link,omitempty"`
	Attachments []record.ID `json:"attachments,omitempty"`
	// Owner is the role that looks after it, ReviewBy when to look again (zero:
	// never).
	Owner    string      `json:"owner,omitempty"`
	ReviewBy record.Date `json:"review_by"`
	// SignedBy is who stands for it, SignedOn since when; empty while nobody
	// does.
	SignedBy string      `json:"signed_by,omitempty"`
	SignedOn record.Date `json:"signed_on"`
	// Words is the item as it was read: other words have to be looked at anew.
	Words string `json:"words"`
}

// CheckSchema describes checks as records, each under its checklist.
func CheckSchema() record.Schema[Check] {
	return record.Schema[Check]{Collection: "check", Version: 1,
		Key: func(c Check) record.Key { return record.Join(c.Checklist, c.Item) }}
}

// Latest is the answer that counts.
func (c Check) Latest() (Mark, bool) {
	if len(c.Marks) == 0 {
		return Mark{}, false
	}
	return c.Marks[len(c.Marks)-1], true
}

// Facts are answers about the board that every checklist may ask for, such as
// who funds it: to questions whose IDs begin with AboutPrefix.
type Facts struct {
	Answers Answers `json:"answers"`
}

// AboutPrefix begins the IDs of questions that mean the same in every
// checklist.
const AboutPrefix = "about."

// AboutBoard says whether a question is about the board, and so asked once for
// all checklists.
func (q Question) AboutBoard() bool {
	return q.Type.Asks() && q.Scale != CheckScale && strings.HasPrefix(q.ID, AboutPrefix)
}

// FactsKey is where the one record of facts lies.
const FactsKey record.Key = "facts"

// FactsSchema describes facts as a record.
func FactsSchema() record.Schema[Facts] {
	return record.Schema[Facts]{Collection: "checklist_facts", Version: 1, Key: func(Facts) record.Key { return FactsKey }}
}

// Mark checks an answer to an item and adds it. It fails with
// wording.Problems.
func (in Instrument) Mark(c Check, m Mark) (Check, error) {
	q, known := in.Question(c.Item)
	if !known || q.Scale != CheckScale || in.Kind != Checklist {
		return c, wording.Refuse("item", "There is no such item in this checklist.")
	}
	var p problems
	p.when(!slices.Contains(CheckCodes(), m.Status), wording.Refuse("status", "Say how it stands: {codes}.", "codes", list(CheckCodes())))
	p.when(m.On.IsZero(), wording.Refuse("on", "Say on which day it was looked at."))
	p.when(!ownWords(m.Note), wording.Refuse("note", "This is too long, or holds signs that can’t be shown."))
	p.when(!plainText(m.Link), wording.Refuse("link", "This is too long, or holds signs that can’t be shown."))
	p.when(!plainText(m.Owner), wording.Refuse("owner", "This is too long, or holds signs that can’t be shown."))
	p.when(!plainText(m.SignedBy) || (m.SignedBy == "") != m.SignedOn.IsZero(), wording.Refuse("signed_by", "A signature is a name and a day."))
	if err := p.err(); err != nil {
		return c, err
	}
	m.Words = in.itemWords(q)
	c.Checklist = in.ID
	c.Marks = append(slices.Clone(c.Marks), m)
	return c, nil
}

// Fact checks the answer to a question of a checklist that is about the board.
// It fails with wording.Problems.
func (in Instrument) Fact(question string, values []string) error {
	q, known := in.Question(question)
	if !known || q.Scale == CheckScale || in.Kind != Checklist {
		return wording.Refuse("question", "There is no such question in this checklist.")
	}
	return in.fits(q, Answer{Values: values})
}

// itemWords stands for an item of a checklist in all languages, and for the
// law that it rests on.
func (in Instrument) itemWords(q Question) string {
	seen := ""
	for _, l := range in.Languages {
		seen += in.asSeen(q, l)
	}
	if q.Rests != nil {
		seen += "\x00" + q.Rests.Law + "\x00" + q.Rests.Citation
	}
	return digest([]byte(seen))
}

// ReviewAfter is the day on which to look at an item again, as its checklist
// suggests; zero where it suggests none.
func (q Question) ReviewAfter(on record.Date) record.Date {
	if q.Rests == nil || q.Rests.ReviewMonths == 0 {
		return record.Date{}
	}
	return on.AddMonths(q.Rests.ReviewMonths)
}

// CheckItem is one item of a checklist and how it stands.
type CheckItem struct {
	Question
	// Mark is the latest answer; Marked says whether there is one.
	Mark   Mark
	Marked bool
	// Due says that it should be looked at: its day has come, or its words
	// are not those that were answered.
	Due     bool
	Changed bool
}

// ChecklistState is a checklist as it stands: what applies, in order, and the
// questions about the board that decide what applies.
type ChecklistState struct {
	Instrument Instrument
	About      []Question
	Items      []CheckItem
	// Left is how many items don't apply by what is known of the board.
	Left int
}

// Stand is how a checklist stands on a day.
func (in Instrument) Stand(facts Answers, checks map[string]Check, today record.Date) ChecklistState {
	state := ChecklistState{Instrument: in}
	asked := 0
	for _, q := range in.Asked(facts) {
		switch {
		case !q.Type.Asks():
		case q.Scale != CheckScale:
			state.About = append(state.About, q)
		default:
			asked++
			item := CheckItem{Question: q}
			item.Mark, item.Marked = checks[q.ID].Latest()
			item.Changed = item.Marked && item.Mark.Words != in.itemWords(q)
			review := item.Mark.ReviewBy
			item.Due = item.Changed || item.Marked && !review.IsZero() && !review.After(today)
			state.Items = append(state.Items, item)
		}
	}
	for _, q := range in.Questions() {
		if q.Scale == CheckScale {
			state.Left++
		}
	}
	state.Left -= asked
	return state
}

// Of is how many items stand at a status; "" counts those not answered yet.
func (s ChecklistState) Of(status string) int {
	n := 0
	for _, i := range s.Items {
		if i.Mark.Status == status {
			n++
		}
	}
	return n
}

// Due is how many items should be looked at.
func (s ChecklistState) Due() int {
	n := 0
	for _, i := range s.Items {
		if i.Due {
			n++
		}
	}
	return n
}

// Next is the first day on which something is to be looked at again, zero
// where there is none.
func (s ChecklistState) Next() record.Date {
	var next record.Date
	for _, i := range s.Items {
		if by := i.Mark.ReviewBy; !by.IsZero() && (next.IsZero() || by.Before(next)) {
			next = by
		}
	}
	return next
}

// Share is how much of what applies is done, 0 to 1.
func (s ChecklistState) Share() float64 {
	all := len(s.Items) - s.Of(NotForUs)
	if all == 0 {
		return 1
	}
	return float64(s.Of(Done)) / float64(all)
}
