package board

import "holdfast/wording"

// The kinds of acts about paying.
const (
	ActPayWork    Kind = "pay.work"
	ActPayPaid    Kind = "pay.paid"
	ActPayChoice  Kind = "pay.choice"
	ActPayBack    Kind = "pay.back"
	ActPayReverse Kind = "pay.reverse"
	ActPayWay     Kind = "pay.way"
	ActPayee      Kind = "pay.payee"
	ActPayFund    Kind = "pay.fund"
)

func payKinds() []Kind {
	return []Kind{ActPayWork, ActPayPaid, ActPayChoice, ActPayBack, ActPayReverse, ActPayWay, ActPayee, ActPayFund}
}

// payWords are the words for acts about paying.
func (k Kind) payWords() wording.Text {
	switch k {
	case ActPayWork:
		return wording.T("Wrote down work or expenses")
	case ActPayPaid:
		return wording.T("Wrote down a payment")
	case ActPayChoice:
		return wording.T("Wrote down a choice about being paid, or an approval")
	case ActPayBack:
		return wording.T("Wrote down what became of a payment")
	case ActPayReverse:
		return wording.T("Took an entry of the ledger back")
	case ActPayWay:
		return wording.T("Changed how a person wants to be paid")
	case ActPayee:
		return wording.T("Changed the name for payments")
	case ActPayFund:
		return wording.T("Changed funds, rates or gifts in kind")
	default:
		return wording.Text{}
	}
}
