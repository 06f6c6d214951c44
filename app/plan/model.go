package plan

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"holdfast/app/form"
	"holdfast/assessment"
	"holdfast/board"
	"holdfast/paper"
	"holdfast/record"
	"holdfast/wording"
)

// Board is what the screens of this package ask of the board.
type Board interface {
	Now() (time.Time, error)
	Settings() (board.Settings, error)
	Assess() board.Assessments
}

// Page is a plan without its looks.
type Page struct {
	board Board
	book  *wording.Book
	round record.ID
}

// NewPage makes the plan of a round, or with "" of all rounds.
func NewPage(b Board, book *wording.Book, round record.ID) *Page { return &Page{b, book, round} }

// PageState is what the page shows.
type PageState struct {
	Trouble string
	// Title is "The plan", Note the round that it is from.
	Title, Note string
	// Todo is what is to be done, what is due first; Done what is done or let
	// go.
	Todo, Done []Row
	// First says what to do first where nothing is planned; MayAdd says that
	// there is a round to plan from.
	First  string
	MayAdd bool
}

// Row is an action in words.
type Row struct {
	ID              record.ID
	About, What     string
	Who, By, Status string
	// Due says that somebody should look at it.
	Due bool
	// Notes are with what, from which round, and what was seen last.
	Notes []string
}

// State is the plan as it is now.
func (p *Page) State() PageState {
	rounds, err := p.board.Assess().Rounds()
	if err != nil {
		return PageState{Trouble: board.ExplainIn(p.book, err)}
	}
	actions, err := p.board.Assess().Actions(p.round)
	now, err2 := p.board.Now()
	if err != nil || err2 != nil {
		return PageState{Trouble: board.ExplainIn(p.book, err)}
	}
	s := PageState{Title: p.book.Say("The plan"), Note: p.book.Say("What the board means to do because of what it found")}
	titles := map[record.ID]string{}
	for _, r := range rounds {
		titles[r.ID] = r.Title
		s.MayAdd = s.MayAdd || planned(r)
	}
	if p.round != "" {
		s.Note = p.book.Say("From “{round}”, and what earlier rounds left to do", "round", titles[p.round])
	}
	for _, a := range actions {
		row := p.row(a, record.DateOf(now))
		if a.Round != p.round {
			row.Notes = append(row.Notes, p.book.Say("from “{round}”", "round", titles[a.Round]))
		}
		if a.Open() {
			s.Todo = append(s.Todo, row)
		} else {
			s.Done = append(s.Done, row)
		}
	}
	if s.First = p.book.Say("Nothing is planned yet. Look at what came out, and choose one thing that the board can change by itself."); !s.MayAdd {
		s.First = p.book.Say("A plan comes from what a round found. Ask people first, and close the round.")
	}
	return s
}

// planned says whether one can plan from a round.
func planned(r board.RoundState) bool { return !r.Open() && !r.GivenUp }

func (p *Page) row(a assessment.Action, today record.Date) Row {
	row := Row{ID: a.ID, About: about(p.board, p.book, a), What: a.What, Who: a.Owner, Status: wording.Capital(p.book.Render(a.Status.Name()))}
	if due := a.Due(); !due.IsZero() {
		row.By, row.Due = p.book.Say("by {date}", "date", due), !due.After(today)
		if !a.Open() {
			row.By = p.book.Say("look again by {date}", "date", due)
		}
	}
	if a.Resources != "" {
		row.Notes = append(row.Notes, p.book.Say("with {what}", "what", a.Resources))
	}
	if n := len(a.Looks); n > 0 {
		row.Notes = append(row.Notes, p.book.Say("{date}: {seen}", "date", a.Looks[n-1].On, "seen", a.Looks[n-1].Note))
	}
	return row
}

// about is what an action is about, in words.
func about(b Board, book *wording.Book, a assessment.Action) string {
	in, err := b.Assess().Instrument(a.Instrument, "")
	if err != nil {
		return ""
	}
	return in.AxisName(a.About, book)
}

// Paper is the plan, to be printed.
func (p *Page) Paper(book *wording.Book) (paper.Document, error) {
	settings, err := p.board.Settings()
	if err != nil {
		return paper.Document{}, err
	}
	return p.board.Assess().PlanDocument(p.round, book, settings.Paper)
}

// ActionForm is an action while it is written down.
type ActionForm struct {
	board  Board
	book   *wording.Book
	at     string
	rounds []board.RoundState
	action assessment.Action
}

// NewAction makes the form of an action; at is its ID, or a stroke and the ID
// of the round that a new one comes from, which may be empty.
func NewAction(b Board, book *wording.Book, at string, draft []byte) (*form.Form, *ActionForm) {
	f := &ActionForm{board: b, book: book, at: at}
	return form.New(book, f, draft), f
}

// Begin starts from the action as it is kept.
func (f *ActionForm) Begin() (form.Values, error) {
	all, err := f.board.Assess().Rounds()
	if err != nil {
		return nil, err
	}
	f.rounds = slices.DeleteFunc(all, func(r board.RoundState) bool { return !planned(r) })
	if round, isNew := strings.CutPrefix(f.at, "/"); isNew {
		if round == "" && len(f.rounds) > 0 {
			round = string(f.rounds[0].ID)
		}
		return form.Values{"round": round, "status": string(assessment.Planned), "about": everything}, nil
	}
	actions, err := f.board.Assess().Actions("")
	if err != nil {
		return nil, err
	}
	at := slices.IndexFunc(actions, func(a assessment.Action) bool { return a.ID == record.ID(f.at) })
	if at < 0 {
		return nil, wording.Refuse("action", "There is no such action in the plan.")
	}
	f.action = actions[at]
	a := f.action
	return form.Values{"round": string(a.Round), "about": cmp.Or(string(a.About), everything), "what": a.What, "owner": a.Owner, "by": form.Written(a.By),
		"resources": a.Resources, "status": string(a.Status), "look_again": form.Written(a.LookAgain)}, nil
}

// everything stands for an action that is about no single thing.
const everything = "-"

// New says whether the action is not in the plan yet.
func (f *ActionForm) New() bool { return f.action.ID == "" }

// Head is what is written down.
func (f *ActionForm) Head(form.Values) (title, note string) {
	if f.New() {
		return f.book.Say("Add an action"), f.book.Say("One thing that the board means to do. Small and soon is better than large.")
	}
	return f.book.Say("An action of the plan"), f.action.What
}

// Groups are the fields.
func (f *ActionForm) Groups(v form.Values) []form.Group {
	var rounds, statuses []form.Choice
	axes := []form.Choice{{ID: everything, Label: f.book.Say("Everything")}}
	for _, r := range f.rounds {
		rounds = append(rounds, form.Choice{ID: string(r.ID), Label: r.Title})
		if string(r.ID) != v["round"] {
			continue
		}
		if in, err := f.board.Assess().Instrument(r.Instrument, r.Version); err == nil {
			for _, a := range in.Axes() {
				axes = append(axes, form.Choice{ID: string(a.ID), Label: a.In(f.book)})
			}
		}
	}
	for _, s := range assessment.ActionStatuses() {
		statuses = append(statuses, form.Choice{ID: string(s), Label: wording.Capital(f.book.Render(s.Name()))})
	}
	what := form.Group{Inputs: []form.Input{
		{Kind: form.Lines, Name: "what", Label: f.book.Say("What is to be done")},
		{Kind: form.OneOf, Name: "round", Label: f.book.Say("From which round"), Choices: rounds, Turns: true},
		{Kind: form.OneOf, Name: "about", Label: f.book.Say("About"), Choices: axes},
		{Kind: form.Line, Name: "owner", Label: f.book.Say("Who"), Help: f.book.Say("A role is better than a name.")},
		{Kind: form.Day, Name: "by", Label: f.book.Say("By when")},
		{Kind: form.Line, Name: "resources", Label: f.book.Say("With what"), Help: f.book.Say("Time, money, a room, somebody’s help.")}}}
	if !f.New() {
		what.Inputs = slices.Delete(what.Inputs, 1, 2)
	}
	stands := form.Group{Title: f.book.Say("How it stands"), Inputs: []form.Input{
		{Kind: form.OneOf, Name: "status", Label: f.book.Say("How far"), Choices: statuses},
		{Kind: form.Day, Name: "look_again", Label: f.book.Say("Look again on"), Help: f.book.Say("To see whether it has helped.")}}}
	if !f.New() {
		stands.Inputs = append(stands.Inputs, form.Input{Kind: form.Lines, Name: "seen", Label: f.book.Say("Looked at again today: what was seen"),
			Help: f.book.Say("Leave it empty where nobody looked. What was seen before stays.")})
	}
	return []form.Group{what, stands}
}

// Turned lets go of what the questions of another round are about.
func (f *ActionForm) Turned(v form.Values, field string) {
	if field == "round" {
		v["about"] = everything
	}
}

// Save keeps the action.
func (f *ActionForm) Save(v form.Values) (string, error) {
	a := f.action
	a.Round, a.About, a.What, a.Owner = record.ID(v["round"]), assessment.AxisID(v["about"]), v.Text("what"), v.Text("owner")
	if v["about"] == everything {
		a.About = ""
	}
	a.By, a.Resources, a.Status, a.LookAgain = v.Day("by"), v.Text("resources"), assessment.ActionStatus(v["status"]), v.Day("look_again")
	if seen := v.Text("seen"); seen != "" {
		now, err := f.board.Now()
		if err != nil {
			return "", err
		}
		a.Looks = append(slices.Clone(a.Looks), assessment.Look{On: record.DateOf(now), Note: seen})
	}
	if a.Round == "" {
		return "", wording.Refuse("round", "A plan comes from what a round found. Ask people first, and close the round.")
	}
	_, err := f.board.Assess().SaveAction(a)
	return f.book.Say("It is in the plan."), err
}

// Looks are what was seen, the latest first.
func (f *ActionForm) Looks() []string {
	var all []string
	for _, l := range slices.Backward(f.action.Looks) {
		all = append(all, f.book.Say("{date}: {seen}", "date", l.On, "seen", l.Note))
	}
	return all
}

// Remove takes the action out of the plan; wrong says why it is still there.
func (f *ActionForm) Remove() (wrong string) {
	if err := f.board.Assess().RemoveAction(f.action.ID); err != nil {
		return board.ExplainIn(f.book, err)
	}
	return ""
}
