package consents

import (
	"strings"

	"holdfast/app/form"
	"holdfast/board"
	"holdfast/consent"
	"holdfast/member"
	"holdfast/record"
	"holdfast/wording"
)

// Library is the quotes and stories without their looks, for one use.
type Library struct {
	board Board
	book  *wording.Book
	// Where is the use that the answers are about.
	Where consent.Channel
}

// NewLibrary makes the library for a first use.
func NewLibrary(b Board, book *wording.Book) *Library {
	return &Library{board: b, book: book, Where: consent.AnnualReport}
}

// Quoted is a quote or a story as a row.
type Quoted struct {
	Member               member.ID
	ID                   record.ID
	Name, Title, Words   string
	Notes, Version       string
	Approved, MayApprove bool
	Verdict              consent.Verdict
	Tag, Because         string
}

// Rows are all of them, by person.
func (l *Library) Rows() ([]Quoted, string) {
	rows, err := l.board.Consent().Library(l.Where, "")
	if err != nil {
		return nil, board.ExplainIn(l.book, err)
	}
	var all []Quoted
	for _, r := range rows {
		q := Quoted{Member: r.Quote.Member, ID: r.Quote.ID, Name: r.Name, Title: r.Quote.Title, Words: r.Words, Notes: strings.Join(r.Quote.Notes, " · "),
			Approved: !r.Approved.IsZero(), Verdict: r.Answer.Verdict, Tag: l.book.Render(r.Answer.Verdict.Name()), Because: l.book.Render(r.Answer.Because)}
		q.Version = l.book.Say("Version {n}, not approved yet", "n", len(r.Quote.Versions))
		if q.Approved {
			q.Version = l.book.Say("Version {n}, approved on {date}", "n", len(r.Quote.Versions), "date", r.Approved)
		}
		all = append(all, q)
	}
	return all, ""
}

// Places are where the words could go.
func (l *Library) Places() []form.Choice { return form.Choices(l.book, consent.Channels()) }

// Approve keeps that the person has seen the words as they stand now.
func (l *Library) Approve(q Quoted) Outcome {
	return outcome(l.book, l.book.Say("Kept: {name} approved these words.", "name", q.Name), l.board.Consent().ApproveQuote(q.Member, q.ID))
}

// Export is what may go out, as text: only what is live, with its conditions.
func (l *Library) Export() (text []byte, n int, err error) {
	all, err := l.board.Consent().ExportQuotes(l.Where, "")
	if err != nil {
		return nil, 0, err
	}
	var out strings.Builder
	for _, q := range all {
		out.WriteString("“" + q.Words + "”\n")
		if as := l.book.Render(q.As); as != "" {
			out.WriteString("— " + as + "\n")
		}
		for _, note := range q.Notes {
			out.WriteString(l.book.Say("Content note: {text}", "text", note) + "\n")
		}
		for _, c := range l.book.All(q.Conditions) {
			out.WriteString(c + "\n")
		}
		out.WriteString(l.book.Say("Until {date}, this day included.", "date", q.Until) + "\n\n")
	}
	return []byte(out.String()), len(all), nil
}

// quoteTitle is what a quote is called in a list.
func quoteTitle(row board.QuoteRow) string {
	if row.Quote.Title != "" {
		return row.Quote.Title
	}
	words := []rune(row.Words)
	if len(words) > 40 {
		return string(words[:40]) + "…"
	}
	return string(words)
}

// Shared is an agreement as a row.
type Shared struct {
	ID                    record.ID
	With, What, Term, Due string
	About                 string
	Over                  bool
}

// Agreements are those with other organisations.
func Agreements(b Board, book *wording.Book) ([]Shared, string) {
	all, err := b.Consent().Agreements()
	now, err2 := b.Now()
	if err != nil || err2 != nil {
		return nil, board.ExplainIn(book, err)
	}
	var rows []Shared
	for _, a := range all {
		due := a.Due(record.DateOf(now))
		row := Shared{ID: a.ID, With: strings.Join(a.Parties, ", "), What: a.Purpose, About: book.Render(a.AboutPeople()), Over: due.IsZero(),
			Term: book.Say("{from} – {until}", "from", a.Start, "until", a.End), Due: book.Say("It is over.")}
		if !row.Over {
			row.Due = book.Say("Look at it again on {date}.", "date", due)
		}
		rows = append(rows, row)
	}
	return rows, ""
}

// Guides are the purposes that there is a guide for, and the board's own
// kinds among them.
func Guides(b Board, book *wording.Book) ([]form.Choice, consent.Kinds, string) {
	kinds, err := b.Consent().Kinds()
	if err != nil {
		return nil, nil, board.ExplainIn(book, err)
	}
	var list []form.Choice
	for _, c := range purposes(book, kinds, kinds.Doing) {
		if !strings.HasPrefix(c.ID, string(consent.ToContact)+".") { // one guide for all contacts
			list = append(list, c)
		}
	}
	return list, kinds, ""
}

// Audit is what was allowed on a day, in words, and the same as a file for a
// spreadsheet. wrong is what is the matter with the day.
func Audit(b Board, book *wording.Book, day record.Date) (rows []Row, csv []byte, wrong string) {
	all, err := b.Consent().Audit(day)
	if err == nil {
		csv, err = board.AuditCSV(all)
	}
	kinds, err2 := b.Consent().Kinds()
	if err != nil || err2 != nil {
		return nil, nil, board.ExplainIn(book, err)
	}
	for _, a := range all {
		r := Row{What: a.Code, For: book.Render(kinds.Name(a.Purpose)), As: book.Render(a.State.Name()), Tag: book.Render(a.Verdict.Name()), Tone: verdictTone(a.Verdict)}
		if a.State.Live() || a.State == consent.StateExpired {
			r.Until = book.Brief(a.Until)
		}
		if a.Later {
			r.As = book.Say("{state}; known otherwise since", "state", r.As)
		}
		rows = append(rows, r)
	}
	return rows, csv, ""
}

func verdictTone(v consent.Verdict) board.Tone {
	switch v {
	case consent.Yes:
		return board.ToneYes
	case consent.No:
		return board.ToneNo
	default:
		return board.ToneSoon
	}
}
