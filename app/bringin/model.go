package bringin

import (
	"context"

	"holdfast/board"
	"holdfast/roster"
	"holdfast/wording"
)

// Board is what the screen asks of the board.
type Board interface {
	ImportTargets() ([]roster.Target, error)
	GuessImport(*roster.Table) (roster.Mapping, error)
	Afterwards(*roster.Plan) []wording.Text
	PrepareImport(ctx context.Context, t *roster.Table, m roster.Mapping, path string, progress func(float64)) (*roster.Plan, error)
	Import(plan *roster.Plan, skipBad bool) (board.Imported, error)
}

// Read is a list that was read, with what is proposed for it.
type Read struct {
	Path    string
	Table   *roster.Table
	Mapping roster.Mapping
	Plan    *roster.Plan
}

// Model is the screen without its looks.
type Model struct {
	board Board
	book  *wording.Book
	list  *Read
	done  *Done
	wrong string
	// unread is the name of the file that could not be read, without its folder.
	unread string
	skip   bool
}

// NewModel makes the screen with no file chosen.
func NewModel(b Board, book *wording.Book) *Model { return &Model{board: b, book: book} }

// Work reads a file and proposes what to do with it. It is run beside the
// window and changes nothing.
func (m *Model) Work(ctx context.Context, path string, progress func(float64)) (*Read, error) {
	table, err := roster.ReadFile(ctx, path, roster.Options{Progress: progress})
	if err != nil {
		return nil, err
	}
	mapping, err := m.board.GuessImport(table)
	if err != nil {
		return nil, err
	}
	plan, err := m.board.PrepareImport(ctx, table, mapping, path, progress)
	return &Read{Path: path, Table: table, Mapping: mapping, Plan: plan}, err
}

// Again makes the plan of a changed mapping, beside the window.
func (m *Model) Again(ctx context.Context, list Read) (*Read, error) {
	plan, err := m.board.PrepareImport(ctx, list.Table, list.Mapping, list.Path, nil)
	list.Plan = plan
	return &list, err
}

// Took takes what Work or Again gave.
func (m *Model) Took(list *Read, err error) {
	m.wrong, m.unread = m.explain(err), ""
	if err == nil {
		m.list = list
	}
}

// Missed takes why a file could not be read.
func (m *Model) Missed(path string, err error) { m.wrong, m.unread = m.explain(err), base(path) }

// List is the list that is looked at, or nil.
func (m *Model) List() *Read { return m.list }

// Assign says what a column fills, "" for nothing, and gives the list to
// make a plan of.
func (m *Model) Assign(letter, to string) Read {
	next := *m.list
	next.Mapping.Columns = append([]roster.Assignment{}, next.Mapping.Columns...)
	for i, a := range next.Mapping.Columns {
		if a.Column == letter {
			next.Mapping.Columns[i].To = to
		}
	}
	return next
}

// Order says how days are written, for the columns in which that is unclear.
func (m *Model) Order(order roster.DateOrder) Read {
	next := *m.list
	next.Mapping.DateOrder = order
	return next
}

// Decide says what becomes of a row that seems to be there already.
func (m *Model) Decide(line int, d roster.Decision) { m.list.Plan.Decide(line, d) }

// SkipBad leaves refused and undecided rows behind.
func (m *Model) SkipBad(skip bool) { m.skip = skip }

// Accept brings the people in.
func (m *Model) Accept() {
	did, err := m.board.Import(m.list.Plan, m.skip)
	if err != nil {
		m.wrong = m.explain(err)
		return
	}
	m.done = m.said(did)
	m.wrong, m.list = "", nil
}

// Forget lets go of the list.
func (m *Model) Forget() { m.list, m.wrong, m.done = nil, "", nil }

func (m *Model) explain(err error) string { return board.ExplainIn(m.book, err) }

func (m *Model) said(did board.Imported) *Done {
	d := &Done{Title: m.book.Count(did.People, "{n} person is in", "{n} people are in")}
	if did.LeftBehind > 0 {
		d.Note = m.book.Count(did.LeftBehind, "{n} row was left behind.", "{n} rows were left behind.")
	}
	for _, t := range m.board.Afterwards(m.list.Plan) {
		d.Afterwards = append(d.Afterwards, m.book.Render(t))
	}
	return d
}
