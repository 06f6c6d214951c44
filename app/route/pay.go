package route

// PayArea is about paying people.
const PayArea = "pay"

// Paid is the view of a person, as Tab, with what they are owed and paid.
const Paid = "pay"

// The pages of the area about paying, as Tab; "" is the first.
const (
	LedgerPage    = "ledger"
	FundsPage     = "funds"
	NumbersPage   = "numbers"
	TreasurerPage = "treasurer"
	PayReportPage = "report"
)

// The acts on many people, as Tab.
const (
	MeetingAct = "meeting"
	PayRunAct  = "run"
)

// The forms of the area about paying, as Tab. Their ID is that of the person,
// and after a stroke that of what it is about, where there is one; for a fund
// or a number it is its own.
const (
	WorkForm     = "work"
	ExpenseForm  = "expense"
	AdvanceForm  = "advance"
	PaymentForm  = "payment"
	ReturnForm   = "return"
	SignForm     = "sign"
	DeclineForm  = "decline"
	DeferForm    = "defer"
	ApproveForm  = "approve"
	WayForm      = "way"
	PayeeForm    = "payee"
	FundForm     = "fund"
	RateForm     = "rate"
	CompareForm  = "compare"
	GiftForm     = "gift"
	NumberForm   = "number"
	PayRulesForm = "rules"
)

// Pay is a page, an act or a form of the area about paying.
func Pay(id, tab string) Route { return Route{Area: PayArea, ID: id, Tab: tab} }
