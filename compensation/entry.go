package compensation

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
	"time"

	"holdfast/record"
	"holdfast/rule"
	"holdfast/wording"
)

// Kind is what an entry says.
type Kind string

// The kinds. Work and Expense are claims: they say that something is owed.
const (
	Work    Kind = "work"
	Expense Kind = "expense"
	Payment Kind = "payment" // money given; what is for no claim is an advance
	Decline Kind = "decline" // the person chose not to be paid for claims
	Defer   Kind = "defer"   // the person chose to be paid later
	Approve Kind = "approve" // somebody said that claims may be paid
	Return  Kind = "return"  // a payment did not arrive and came back
	Receipt Kind = "receipt" // the person signed for a payment
	Reverse Kind = "reverse" // an entry was a mistake
)

// Kinds are all kinds.
func Kinds() []Kind {
	return []Kind{Work, Expense, Payment, Decline, Defer, Approve, Return, Receipt, Reverse}
}

// Name is the kind as a list shows it.
func (k Kind) Name() wording.Text {
	switch k {
	case Work:
		return wording.T("Work")
	case Expense:
		return wording.T("Expense")
	case Payment:
		return wording.T("Payment")
	case Decline:
		return wording.T("Chose not to be paid")
	case Defer:
		return wording.T("Put off")
	case Approve:
		return wording.T("Approved")
	case Return:
		return wording.T("Came back")
	case Receipt:
		return wording.T("Receipt signed")
	default:
		return wording.T("Taken back")
	}
}

// Entry is one line of the ledger. It is never changed.
type Entry struct {
	// Member is whose it is. The number is random; whoever forgets the person
	// leaves it with nobody behind it.
	Member record.ID `json:"member"`
	ID     record.ID `json:"id"`
	// Number counts the entries of the person from 1, in the order in which
	// they were made.
	Number int  `json:"number"`
	Kind   Kind `json:"kind"`
	// Day is when it happened: the work, the outlay, the payment, the choice.
	Day    record.Date `json:"on"`
	Amount Money       `json:"amount,omitzero"`
	// Fund is what a claim is paid from, or an advance was.
	Fund record.ID `json:"fund,omitempty"`

	// Of a claim. Act is shared by all that was entered for one meeting.
	Category Category    `json:"category,omitempty"`
	Minutes  int         `json:"minutes,omitempty"`
	Quantity rule.Number `json:"quantity,omitempty"`
	Rate     Money       `json:"rate,omitzero"`
	Basis    Basis       `json:"basis,omitempty"`
	// Instead is what was cancelled at short notice, CalledOff the day on which
	// that was said.
	Instead   Category    `json:"instead,omitempty"`
	CalledOff record.Date `json:"called_off,omitzero"`
	// RateReason is why the rate is not the one of the card.
	RateReason string `json:"rate_reason,omitempty"`
	// Rule is the dated rule that the amount follows ("us-irs-mileage
	// 2026-01-01").
	Rule string      `json:"rule,omitempty"`
	Due  record.Date `json:"due,omitzero"`
	Act  record.ID   `json:"act,omitempty"`

	// Of a payment. Handed is who handed it over, Witness the second signature,
	// Card what tells a gift card from others (its last figures), Reference the
	// number of a check or transfer.
	Method    Method `json:"method,omitempty"`
	Handed    string `json:"handed_by,omitempty"`
	Witness   string `json:"witness,omitempty"`
	Store     string `json:"store,omitempty"`
	Card      string `json:"card,omitempty"`
	Reference string `json:"reference,omitempty"`

	// For are the claims that a payment, a decline, a deferral or an approval
	// is for, with how much of each.
	For []Part `json:"for,omitempty"`
	// Approver is who approved.
	Approver string `json:"approver,omitempty"`
	// Of is the entry that a return, a receipt or a reversal is about.
	Of record.ID `json:"of,omitempty"`
	// Until is when something put off, or declined, is spoken of again.
	Until record.Date `json:"until,omitzero"`
	// Reason is why an entry was taken back, Note anything else. Never why
	// somebody declined.
	Reason string `json:"reason,omitempty"`
	Note   string `json:"note,omitempty"`

	// At and By say when and by whom it was written down.
	At time.Time `json:"at"`
	By string    `json:"by,omitempty"`
}

// Part is how much of a claim something is for.
type Part struct {
	Claim record.ID `json:"claim"`
	Minor int64     `json:"minor"`
}

// Schema describes an entry as a record, under its person.
func Schema() record.Schema[Entry] {
	return record.Schema[Entry]{
		Collection: "ledger", Version: 1,
		Key: func(e Entry) record.Key { return record.Join(e.Member, e.ID) },
	}
}

// Claim says whether the entry says that something is owed.
func (e Entry) Claim() bool { return e.Kind == Work || e.Kind == Expense }

// Title is what a claim is for, in a few words.
func (e Entry) Title() wording.Text {
	if e.Category == CancelledLate && e.Instead != "" {
		return wording.T("{what}, cancelled at short notice", "what", e.Instead.Name())
	}
	return e.Category.Name()
}

// Typed are the JSON names of the fields of an entry that somebody typed a
// text into. They are emptied when its person is forgotten, and the sums stay.
func Typed() []string {
	return []string{"rate_reason", "handed_by", "witness", "store", "card", "reference", "approver", "reason", "note"}
}

// Code stands for a person in everything that leaves the house ("7F3A-91C2").
// It is made of their number by a sum that can't be turned around, so that it
// says nothing about them and is like no other code of theirs.
func Code(member record.ID) string {
	sum := sha256.Sum256([]byte("holdfast payee " + member))
	code := strings.ToUpper(hex.EncodeToString(sum[:4]))
	return code[:4] + "-" + code[4:]
}

// ByNumber sorts the entries of a person in the order in which they were
// made.
func ByNumber(entries []Entry) {
	slices.SortStableFunc(entries, func(a, b Entry) int { return a.Number - b.Number })
}
