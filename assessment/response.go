package assessment

import (
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"holdfast/member"
	"holdfast/record"
	"holdfast/wording"
)

// Response is one person's answers to one version of an instrument.
type Response struct {
	// ID is random; for answers that are not handed in yet, it stands for the
	// code with which the person comes back.
	ID    record.ID `json:"id"`
	Round record.ID `json:"round"`
	// Instrument and Version name it, Words is the Fingerprint of the words
	// that were seen.
	Instrument string `json:"instrument"`
	Version    string `json:"version"`
	Words      string `json:"words"`
	Side       Side   `json:"side"`
	// Unfinished answers were put aside, and don't count.
	Unfinished bool    `json:"unfinished,omitempty"`
	Answers    Answers `json:"answers"`
	// Member or Name say who answered, in a named round only: a person of the
	// board, or the name of somebody else.
	Member member.ID `json:"member,omitempty"`
	Name   string    `json:"name,omitempty"`
}

// ResponseSchema describes responses as records. In a named round, what a
// person of the board answered lies under the person; all else under its
// round.
func ResponseSchema() record.Schema[Response] {
	return record.Schema[Response]{
		Collection: "response", Version: 1,
		Key: func(r Response) record.Key {
			if r.Member != "" {
				return record.Join(r.Member, r.Round)
			}
			return record.Join(r.Round, r.ID)
		},
	}
}

// Side is one of the groups that are kept apart.
type Side string

// The groups. Everyone is all of them together.
const (
	Everyone Side = ""
	Members  Side = "members"
	Staff    Side = "staff"
	Partners Side = "partners"
)

// Sides are the groups that are kept apart; what can't be shown of all is kept
// for the earlier ones.
func Sides() []Side { return []Side{Members, Staff, Partners} }

// Name is the group in words.
func (s Side) Name() wording.Text {
	switch s {
	case Members:
		return wording.T("Members")
	case Staff:
		return wording.T("Staff")
	case Partners:
		return wording.T("Partners")
	default:
		return wording.T("Everyone")
	}
}

// Bounds of what one person writes, in characters.
const (
	longestOwn  = 4000
	longestName = 200
)

// ownWords says whether a text can be kept as somebody's own words. They are
// taken as they are: whatever shows them shows them as text.
func ownWords(text string) bool {
	return len([]rune(text)) <= longestOwn && utf8.ValidString(text) && !strings.ContainsFunc(text, func(r rune) bool {
		return unicode.IsControl(r) && r != '\n' && r != '\t' && r != '\r'
	})
}

// Accept is a response fit to be kept: to this instrument, with answers that
// its questions take, and without answers to questions that were not asked.
// It fails with wording.Problems that name the question.
func (in Instrument) Accept(r Response) (Response, error) {
	if err := in.answeredBy(r); err != nil {
		return r, err
	}
	var p problems
	known := map[string]bool{}
	for _, q := range in.Questions() {
		known[q.ID] = q.Type.Asks()
	}
	for _, id := range slices.Sorted(maps.Keys(r.Answers)) {
		p.when(!known[id], wording.Refuse(shortened(id), "{place}: there is no such question.", "place", shortened(id)))
	}
	kept := Answers{}
	for _, q := range in.Asked(r.Answers) {
		if a, answered := r.Answers[q.ID]; answered {
			p.add(in.fits(q, a))
			kept[q.ID] = a
		}
	}
	r.Answers = kept
	return r, p.err()
}

// answeredBy fails with a wording.Problem where a response is to other words
// than those of this instrument, or does not say of which group it is.
func (in Instrument) answeredBy(r Response) error {
	switch {
	case r.Instrument != in.ID || r.Version != in.Version:
		return wording.Refuse("questionnaire", "These answers are to another instrument, or to another version of it.")
	case r.Words != in.Fingerprint():
		return wording.Refuse("words", "These answers are to other words than those of this instrument; the file was changed.")
	case !slices.Contains(Sides(), r.Side):
		return wording.Refuse("side", "Say who answers: members, staff or partners.")
	case len([]rune(r.Name)) > longestName || !plainText(r.Name):
		return wording.Refuse("name", "This name is too long, or holds more than plain text.")
	}
	return nil
}

func (in Instrument) fits(q Question, a Answer) error {
	at, choices := q.ID, codes(in.ChoicesOf(q.Item))
	if len(a.Values) > 1 && !q.Repeats {
		return wording.Refuse(at, "{place}: only one answer fits here.", "place", at)
	}
	for n, value := range a.Values {
		right := slices.Contains(choices, value) && !slices.Contains(a.Values[:n], value)
		if q.Type != Choose {
			right = q.Type.Takes(value)
		}
		if !right {
			return wording.Refuse(at, "{place}: this can't be an answer to it.", "place", at)
		}
	}
	if !ownWords(a.Note) {
		return wording.Refuse(at, "{place}: the note is too long, or holds signs that can’t be shown.", "place", at)
	}
	if !slices.Contains([]Share{ShareNot, ShareReworded, ShareAsWritten}, a.Share) {
		return wording.Refuse(at, "{place}: it is not clear whether the note may be shown.", "place", at)
	}
	return nil
}

// Unanswered are the required questions that were asked and left out. Nobody
// has to answer them; they are asked again, once, before handing in.
func (in Instrument) Unanswered(answers Answers) []Question {
	var all []Question
	for _, q := range in.Asked(answers) {
		if q.Required && len(answers[q.ID].Values) == 0 {
			all = append(all, q)
		}
	}
	return all
}
