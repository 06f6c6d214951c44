package payform

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"holdfast/app/form"
	"holdfast/app/route"
	"holdfast/board"
	"holdfast/compensation"
	"holdfast/member"
	"holdfast/record"
	"holdfast/rule"
	"holdfast/wording"
)

// Board is what the forms ask of the board.
type Board interface {
	Now() (time.Time, error)
	Settings() (board.Settings, error)
	SaveSettings(board.Settings) ([]wording.Text, error)
	Member(member.ID) (member.Member, error)
	People(board.Filter) ([]board.Row, error)
	Pay() board.Ledger
	Rules() (rule.Book, error)
	SaveRule(rule.Rule) error
}

// New is the form of a place, and where saving it leads what was taken up
// again; nil where the place is no form. draft is what was half-typed, or nil.
func New(b Board, book *wording.Book, at route.Route, draft []byte) (*form.Form, route.Route) {
	who, of, _ := strings.Cut(at.ID, "/")
	id, entry := member.ID(who), record.ID(of)
	tab := route.Person(who, route.Paid)
	if id == "" {
		tab = route.Pay("", "")
	}
	k := keeper{b, book}
	switch at.Tab {
	case route.WorkForm:
		return k.claim(id, false, draft), tab
	case route.ExpenseForm:
		return k.claim(id, true, draft), tab
	case route.PaymentForm:
		return form.New(book, NewPayment(b, book, id, entry), draft), tab
	case route.AdvanceForm:
		return k.advance(id, draft), tab
	case route.ReturnForm:
		return k.comeBack(id, entry, draft), tab
	case route.SignForm:
		return k.sign(id, entry, draft), tab
	case route.DeclineForm:
		return k.choice(id, entry, false, draft), tab
	case route.DeferForm:
		return k.choice(id, entry, true, draft), tab
	case route.ApproveForm:
		return k.approve(id, entry, draft), tab
	case route.WayForm:
		return k.way(id, draft), tab
	case route.PayeeForm:
		return k.payee(id, draft), tab
	case route.FundForm:
		return k.fund(record.ID(who), draft), route.Pay("", route.FundsPage)
	case route.RateForm:
		return k.rate(draft), route.Pay("", route.FundsPage)
	case route.CompareForm:
		return k.compare(draft), route.Pay("", route.FundsPage)
	case route.GiftForm:
		return k.gift(record.ID(who), draft), route.Pay("", route.FundsPage)
	case route.NumberForm:
		return k.number(who, of, draft), route.Pay("", route.NumbersPage)
	case route.PayRulesForm:
		return k.rules(draft), route.Pay("", route.NumbersPage)
	default:
		return nil, tab
	}
}

// keeper is what every form is made with.
type keeper struct {
	board Board
	book  *wording.Book
}

// simple begins a form.
func (k keeper) simple(draft []byte, s *form.Simple) *form.Form { return form.New(k.book, s, draft) }

// today is the day, and the board's settings.
func (k keeper) today() (record.Date, board.Settings, error) {
	now, err := k.board.Now()
	s, err2 := k.board.Settings()
	return record.DateOf(now), s, cmp.Or(err, err2)
}

// name is what somebody is called.
func (k keeper) name(id member.ID) (string, error) {
	m, err := k.board.Member(id)
	return m.Name, err
}

// people are those who may be chosen, by name.
func (k keeper) people() ([]form.Choice, error) {
	rows, err := k.board.People(board.Filter{})
	var all []form.Choice
	for _, r := range rows {
		all = append(all, form.Choice{ID: string(r.ID), Label: r.Name})
	}
	return all, err
}

// funds are the open funds, none at the head.
func (k keeper) funds() ([]form.Choice, error) {
	standings, err := k.board.Pay().Funds()
	all := []form.Choice{{ID: "", Label: k.book.Say("No fund named")}}
	for _, s := range standings {
		if !s.Fund.Closed {
			all = append(all, form.Choice{ID: string(s.Fund.ID), Label: s.Fund.Name})
		}
	}
	return all, err
}

// oneFund is the fund that is chosen at first: the only one, or none.
func oneFund(funds []form.Choice) string {
	if len(funds) == 2 {
		return funds[1].ID
	}
	return ""
}

// named is a choice of the domain, which has its words.
type named interface {
	~string
	Name() wording.Text
}

func choices[C named](book *wording.Book, all []C) []form.Choice {
	list := make([]form.Choice, len(all))
	for i, c := range all {
		list[i] = form.Choice{ID: string(c), Label: book.Render(c.Name())}
	}
	return list
}

// money reads a sum in the manner of the language; its problem is of the
// field. Then the sum is nothing, which every kind of record refuses: so a form
// gives it on all the same, and hears at once what else is wrong.
func (k keeper) money(v form.Values, field, code string) (compensation.Money, error) {
	if own := strings.ToUpper(v.Text("currency")); own != "" {
		code = own
	}
	m, err := compensation.ReadAmount(v[field], code, k.book.Language())
	if err != nil {
		m = compensation.Money{Currency: code}
	}
	return m, under(field, err)
}

// under puts what is wrong with an amount under the field that it was typed
// into.
func under(field string, err error) error {
	problems := wording.Problems(err)
	if len(problems) == 0 || problems[0].Field == "currency" {
		return err
	}
	return &wording.Problem{Field: field, What: problems[0].What}
}

// plain is a sum as it is typed in the language, without its currency.
func (k keeper) plain(m compensation.Money) string {
	if m.IsZero() {
		return ""
	}
	return compensation.Written(m, k.book.Language())
}

// asked is a question about what to know first, or nil where there is nothing
// of these kinds or it was agreed to.
func (k keeper) asked(v form.Values, title, confirm string, concerns []compensation.Concern, of ...compensation.About) error {
	a := &form.Ask{Title: title, Confirm: confirm, Field: "known"}
	for _, c := range concerns {
		if len(of) == 0 || slices.Contains(of, c.About) {
			a.Says = append(a.Says, k.book.Render(c.Says))
		}
	}
	a.Says = slices.Compact(a.Says)
	if len(a.Says) == 0 || v.On("known") {
		return nil
	}
	return a
}

// agreed turns the problem that something must be agreed to into a question.
func (k keeper) agreed(err error, title, confirm string) error {
	for _, p := range wording.Problems(err) {
		if p.Field == "agreed" {
			return &form.Ask{Title: title, Confirm: confirm, Field: "agreed", Says: []string{k.book.Render(p.What)}}
		}
	}
	return err
}
