package payrun

import (
	"cmp"

	"holdfast/app/form"
	"holdfast/app/payform"
	"holdfast/board"
	"holdfast/compensation"
	"holdfast/record"
	"holdfast/wording"
)

// Board is what both acts ask of the board.
type Board = payform.Board

// Run is a pay run without its looks.
type Run struct {
	board   Board
	book    *wording.Book
	seen    map[turn]bool
	step    *board.PayStep
	payment *payform.Payment
	form    *form.Form
	at, of  int
	made    []compensation.Entry
	sums    compensation.Purse
	said    string
	trouble string
}

// turn is one person in one currency.
type turn struct {
	who  record.ID
	code string
}

// RunState is what a pay run shows.
type RunState struct {
	Trouble string
	// Done says how it went, once everybody had their turn.
	Done string
	// Place is how far it is, Name whose turn it is.
	Place, Name string
	Lines       []RunLine
	Total       string
	// How is their way, Shows what it shows to whom, Words what to say.
	How, Shows, Words string
	// Answers are the questions about their safety with what they said.
	Answers [][2]string
	// Paid says what was just paid; then there is a receipt to print, unless
	// they would rather not sign.
	Paid     string
	Unsigned bool
}

// RunLine is one thing that is paid.
type RunLine struct{ What, Day, Fund, Sum string }

// NewRun begins a pay run.
func NewRun(b Board, book *wording.Book) *Run {
	r := &Run{board: b, book: book, seen: map[turn]bool{}, sums: compensation.Purse{}}
	r.Next()
	return r
}

// Next goes to the one who has waited longest among those who had no turn yet.
func (r *Run) Next() {
	before := r.form
	r.step, r.form, r.said = nil, nil, ""
	steps, err := r.board.Pay().PayRun()
	if err != nil {
		r.trouble = board.ExplainIn(r.book, err)
		return
	}
	left := 0
	for i := range steps {
		s := &steps[i]
		if r.seen[turn{s.Member, s.Payment.Amount.Currency}] {
			continue
		}
		left++
		if r.step == nil {
			r.step = s
		}
	}
	r.at++
	r.of = r.at - 1 + left
	if r.step == nil {
		return
	}
	r.seen[turn{r.step.Member, r.step.Payment.Amount.Currency}] = true
	r.payment = payform.NewPayment(r.board, r.book, r.step.Member, "").In(r.step.Payment.Amount.Currency)
	if before != nil {
		r.payment.After(before)
	}
	r.form = form.New(r.book, r.payment, nil)
}

// Form is the payment of whose turn it is, or nil.
func (r *Run) Form() *form.Form { return r.form }

// Member is whose turn it is.
func (r *Run) Member() record.ID {
	if r.step == nil {
		return ""
	}
	return r.step.Member
}

// Payment is what was just written down.
func (r *Run) Payment() record.ID { return r.payment.Made.ID }

// Paid notes that the payment was written down.
func (r *Run) Paid(say string) {
	r.said = say
	r.made = append(r.made, r.payment.Made)
	r.sums.Add(r.payment.Made.Amount)
}

// Receipts are the payments of this run that are signed for.
func (r *Run) Receipts() ([]compensation.Entry, error) { return r.board.Pay().Signing(r.made) }

// Payee is the name that the payment needs, read anew each time.
func (r *Run) Payee() string {
	p, err := r.board.Pay().Payee(r.step.Member)
	if err != nil {
		return board.ExplainIn(r.book, err)
	}
	return cmp.Or(p.Business, p.Name, r.step.Name)
}

// State is the run as it is now.
func (r *Run) State() RunState {
	switch {
	case r.trouble != "":
		return RunState{Trouble: r.trouble}
	case r.step == nil && len(r.made) == 0:
		return RunState{Done: r.book.Say("Nobody is waiting to be paid.")}
	case r.step == nil:
		return RunState{Done: r.book.Count(len(r.made), "{n} payment was made, {sum} in all.", "{n} payments were made, {sum} in all.", "sum", r.sums.Words())}
	}
	s, way := r.step, r.step.Way
	state := RunState{Name: s.Name, Place: r.book.Say("{n} of {all}", "n", r.at, "all", r.of), Total: s.Payment.Amount.In(r.book.Language()),
		How: r.book.Render(way.Method.Name()), Shows: r.book.Render(way.Method.Shows()), Words: way.Words, Paid: r.said, Unsigned: way.Receipt == compensation.No}
	if way.Handover != "" {
		state.How = r.book.Say("{method}, {how}", "method", way.Method.Name(), "how", way.Handover)
	}
	for _, l := range s.Lines {
		state.Lines = append(state.Lines, RunLine{r.book.Render(l.What), r.book.DayMonth(l.Day), l.Fund, l.Open.In(r.book.Language())})
	}
	for _, q := range way.Method.Questions() {
		state.Answers = append(state.Answers, [2]string{r.book.Render(q.Ask), r.book.Render(way.Said(q))})
	}
	if way.Method != "" {
		state.Answers = append(state.Answers, [2]string{r.book.Say("Is signing for it all right?"), r.book.Render(way.Receipt.Name())})
	}
	return state
}
