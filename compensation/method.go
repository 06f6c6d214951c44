package compensation

import (
	"slices"

	"holdfast/wording"
)

// Method is the way in which money reaches somebody.
type Method string

// The methods. Donation and NotAtAll are choices of the person's own.
const (
	Cash          Method = "cash"
	GiftCard      Method = "gift_card"
	PrepaidCard   Method = "prepaid_card"
	Check         Method = "check"
	DirectDeposit Method = "direct_deposit"
	App           Method = "app"
	Voucher       Method = "voucher"
	Donation      Method = "donation"
	OwnBusiness   Method = "own_business"
	NotAtAll      Method = "none"
)

// Methods are all methods, as a form offers them.
func Methods() []Method {
	return []Method{Cash, GiftCard, PrepaidCard, Check, DirectDeposit, App, Voucher, Donation, OwnBusiness, NotAtAll}
}

// Known says whether m is one of Methods.
func (m Method) Known() bool { return slices.Contains(Methods(), m) }

// HandToHand says whether nothing but our own log shows that it was paid.
func (m Method) HandToHand() bool {
	return m == Cash || m == GiftCard || m == PrepaidCard || m == Voucher
}

// Name is the method in words.
func (m Method) Name() wording.Text {
	switch m {
	case Cash:
		return wording.T("Cash")
	case GiftCard:
		return wording.T("Store gift card")
	case PrepaidCard:
		return wording.T("Prepaid card")
	case Check:
		return wording.T("Paper check")
	case DirectDeposit:
		return wording.T("Direct deposit")
	case App:
		return wording.T("Payment app")
	case Voucher:
		return wording.T("Voucher")
	case Donation:
		return wording.T("Given to a cause of their choice")
	case OwnBusiness:
		return wording.T("Through their own business")
	case NotAtAll:
		return wording.T("Chose not to be paid")
	default:
		return wording.T("Not asked yet")
	}
}

// Shows says in plain words who may learn what by a payment in this way.
func (m Method) Shows() wording.Text {
	switch m {
	case Cash:
		return wording.T("Leaves the least behind: a signature at most. It still counts as income.")
	case GiftCard:
		return wording.T("Shows the name of a store, and an email address where it is sent. It counts like cash.")
	case PrepaidCard:
		return wording.T("May come in the mail and may ask for identification before it works. It counts like cash.")
	case Check:
		return wording.T("Shows the name of the payee and of the payer, on an envelope, on paper and at the bank.")
	case DirectDeposit:
		return wording.T("Puts the name of the payer on a bank statement that others may see.")
	case App:
		return wording.T("Gives a company the name, the contacts and the payment; some apps show payments to everybody unless told not to.")
	case Voucher:
		return wording.T("Shows where it can be used. In some places it does not count as income where cash does.")
	case Donation:
		return wording.T("Goes to somebody else at the person’s wish. It may still count as their income.")
	case OwnBusiness:
		return wording.T("Shows the name of a business in place of the person’s own.")
	case NotAtAll:
		return wording.T("Is a choice that needs no reason. It is offered again when the person said.")
	default:
		return wording.T("Nobody has asked how this person wants to be paid.")
	}
}

// Question is something to ask before paying in a way.
type Question struct {
	// ID is its stable name.
	ID  string
	Ask wording.Text
	// YesNeedsCare says that "yes" is an answer to stop at.
	YesNeedsCare bool
}

// Questions are what to ask a person about a method. Whatever they answer is
// theirs to decide.
func (m Method) Questions() []Question {
	payer := Question{ID: "payer_name", Ask: wording.T("Which name may stand as the payer?")}
	statement := Question{"statement_seen", wording.T("Does anybody else see the statements of this account?"), true}
	mail := Question{"mail_seen", wording.T("Does anybody else open or see the mail there?"), true}
	envelope := Question{ID: "envelope", Ask: wording.T("What may stand on the envelope?")}
	switch m {
	case Cash:
		return []Question{{ID: "where", Ask: wording.T("Where is it safe to take cash, and who may be there?")}}
	case GiftCard, Voucher:
		return []Question{{ID: "store", Ask: wording.T("Which store is of use?")},
			{"email_seen", wording.T("Does anybody else read the email that it would come to?"), true}}
	case PrepaidCard:
		return []Question{mail, envelope, {"asks_for_id", wording.T("Would it be a difficulty if the card asks for identification?"), true}}
	case Check:
		return []Question{mail, envelope, payer, statement}
	case DirectDeposit:
		return []Question{statement, payer}
	case App:
		return []Question{{ID: "account", Ask: wording.T("Which account, and did the person ask for this app themselves?")},
			{"public", wording.T("Can others see payments in this app?"), true}, payer}
	case Donation:
		return []Question{{ID: "cause", Ask: wording.T("Which cause, and should a name stand with it?")}}
	case OwnBusiness:
		return []Question{{ID: "business", Ask: wording.T("Which name does the business bill under?")}}
	default:
		return nil
	}
}
