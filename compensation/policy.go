package compensation

import (
	"errors"

	"holdfast/record"
	"holdfast/rule"
	"holdfast/wording"
)

// Policy is what a board decided about paying.
type Policy struct {
	// Currency is the one that amounts are in where none is named.
	Currency string `json:"currency"`
	// PromisedDays is how long after the work it is paid, 1 to 90.
	PromisedDays int `json:"promised_days"`
	// NearPercent is from which part of a threshold or limit on it is called
	// near, 1 to 99.
	NearPercent int `json:"near_percent"`
	// LateNoticeDays is up to how many days before it a cancelled activity is
	// paid all the same, 0 to 30.
	LateNoticeDays int `json:"late_notice_days"`
	// Approval asks that somebody approves a claim before it is paid.
	Approval bool `json:"approval,omitempty"`
	// TwoSignatures asks for two people wherever cash, a card or a voucher
	// changes hands.
	TwoSignatures bool `json:"two_signatures,omitempty"`
	// Treasurer is who gets the payment data, in the words in which people
	// agree to it (see Recipient).
	Treasurer string `json:"treasurer,omitempty"`
	// Watched are the rules whose year's total is looked after for everybody.
	Watched []string `json:"watched_rules,omitempty"`
	// Columns are those of the treasurer's export, in order.
	Columns []Column `json:"export_columns,omitempty"`
}

// Usual is the policy of a board that has decided nothing yet.
func Usual() Policy {
	return Policy{Currency: "USD", PromisedDays: 14, NearPercent: 80, LateNoticeDays: 2,
		Watched: []string{rule.TaxForm}, Columns: UsualColumns()}
}

// Recipient is who gets the payment data where the board has named nobody.
const Recipient = "Treasurer"

// PassedTo is who gets the payment data, as consents name them.
func (p Policy) PassedTo() string {
	if p.Treasurer == "" {
		return Recipient
	}
	return p.Treasurer
}

// LateNotice says whether what was to be on a day was called off so late that
// it is paid all the same.
func (p Policy) LateNotice(day, calledOff record.Date) bool {
	days := calledOff.DaysUntil(day)
	return days >= 0 && days <= p.LateNoticeDays
}

// Validate names everything that is out of its range.
func (p Policy) Validate() error {
	within := func(field string, value, least, most int) error {
		if value < least || value > most {
			return wording.Refuse(field, "This is a whole number from {least} to {most}.", "least", least, "most", most)
		}
		return nil
	}
	var currency, columns error
	if !KnownCurrency(p.Currency) {
		currency = wording.Refuse("pay_currency", "There is no such currency. It is a code of three letters, like USD or MXN.")
	}
	for _, c := range p.Columns {
		if !c.Known() {
			columns = wording.Refuse("pay_export_columns", "Choose one of the answers on the list.")
		}
	}
	var recipient problems
	recipient.line("pay_treasurer", p.Treasurer)
	return errors.Join(currency, columns, recipient.Err(),
		within("pay_promised_days", p.PromisedDays, 1, 90),
		within("pay_near_percent", p.NearPercent, 1, 99),
		within("pay_late_notice_days", p.LateNoticeDays, 0, 30))
}
