package compensation

import (
	"maps"
	"slices"

	"holdfast/record"
	"holdfast/wording"
)

// Way is how one person wants to be paid.
type Way struct {
	Member record.ID `json:"member"`
	Method Method    `json:"method,omitempty"`
	// Answers are what the person said to the questions of the method, under
	// their IDs.
	Answers map[string]string `json:"answers,omitempty"`
	// Handover is how it reaches them ("in person, after the meeting"), Words
	// what to say with it.
	Handover string `json:"handover,omitempty"`
	Words    string `json:"words,omitempty"`
	// Receipt says that the person is at ease with signing for it.
	Receipt Choice `json:"receipt,omitempty"`
	// AskAgain is when somebody who chose not to be paid is offered it again.
	AskAgain record.Date `json:"ask_again,omitzero"`
	// Limits are the person's own. What they are for need not be said.
	Limits []Limit `json:"limits,omitempty"`
	// Confirmed is when all this was last gone through with the person.
	Confirmed record.Date `json:"confirmed,omitzero"`
}

// Choice is yes, no, or the empty text: nobody has said.
type Choice string

// The choices.
const (
	Yes Choice = "yes"
	No  Choice = "no"
)

// Name is the choice in words.
func (c Choice) Name() wording.Text {
	switch c {
	case Yes:
		return wording.T("yes")
	case No:
		return wording.T("no")
	default:
		return wording.T("not asked yet")
	}
}

// WaySchema describes a Way as a record, under its person.
func WaySchema() record.Schema[Way] {
	return record.Schema[Way]{
		Collection: "pay_way", Version: 1,
		Key: func(w Way) record.Key { return record.Key(w.Member) },
	}
}

// Validate gives all problems of a Way at once.
func (w Way) Validate() error {
	all := problems{}
	all.When(w.Member == "", wording.Refuse("member", "This does not say whose it is."))
	all.When(w.Method != "" && !w.Method.Known(), wording.Refuse("method", "Choose one of the ways of paying."))
	for _, id := range slices.Sorted(maps.Keys(w.Answers)) {
		answer := w.Answers[id]
		all.When(!slices.ContainsFunc(w.Method.Questions(), func(q Question) bool { return q.ID == id }),
			wording.Refuse("answers", "There is no such question for this way of paying."))
		all.line("answers", answer)
	}
	all.When(!slices.Contains([]Choice{"", Yes, No}, w.Receipt), wording.Refuse("receipt", "Choose one of the answers on the list."))
	all.line("handover", w.Handover)
	all.line("words", w.Words)
	all.When(len(w.Limits) > 6, wording.Refuse("limits", "At most {n} limits.", "n", 6))
	for _, l := range w.Limits {
		all.limit(l)
	}
	return all.Err()
}

// Unasked are the questions that nobody has asked yet, and Care the ones
// whose answer asks for care.
func (w Way) Unasked() (unasked, care []Question) {
	for _, q := range w.Method.Questions() {
		switch answer := w.Answers[q.ID]; {
		case answer == "":
			unasked = append(unasked, q)
		case q.YesNeedsCare && answer != string(No):
			care = append(care, q)
		}
	}
	return unasked, care
}

// Payee is the name that a payment needs, where it is not the name that the
// board knows. It is kept apart from everything else and shown only where a
// payment is made.
type Payee struct {
	Member record.ID `json:"member"`
	// Name is what stands on a check or an account; Business what stands in
	// its place where the person has one.
	Name     string `json:"name,omitempty"`
	Business string `json:"business,omitempty"`
	// Reference is what the finance office knows the payee by (a vendor
	// number).
	Reference string `json:"reference,omitempty"`
	// FormOnFile is the day on which whoever files taxes said that they have
	// the tax form (W-9 or other). The number itself is never kept here.
	FormOnFile record.Date `json:"form_on_file,omitzero"`
}

// PayeeSchema describes a Payee as a record, under its person.
func PayeeSchema() record.Schema[Payee] {
	return record.Schema[Payee]{
		Collection: "payee", Version: 1,
		Key: func(p Payee) record.Key { return record.Key(p.Member) },
	}
}

// Validate gives all problems of a Payee at once. A number that looks like a
// tax number is refused.
func (p Payee) Validate() error {
	all := problems{}
	all.When(p.Member == "", wording.Refuse("member", "This does not say whose it is."))
	for _, f := range []struct{ field, text string }{{"name", p.Name}, {"business", p.Business}, {"reference", p.Reference}} {
		all.line(f.field, f.text)
		all.When(taxNumber(f.text), wording.Refuse(f.field, "This looks like a tax or account number. Leave it with whoever files taxes; Holdfast does not keep it."))
	}
	return all.Err()
}

// taxNumber says whether a text holds what could be a tax number: nine figures
// or more.
func taxNumber(text string) bool {
	n := 0
	for _, r := range text {
		if r >= '0' && r <= '9' {
			n++
		}
	}
	return n >= 9
}
