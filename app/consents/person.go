package consents

import (
	"cmp"
	"slices"
	"strings"

	"holdfast/app/form"
	"holdfast/board"
	"holdfast/consent"
	"holdfast/member"
	"holdfast/record"
	"holdfast/wording"
)

// Person is what one person agreed to, without its looks.
type Person struct {
	board Board
	book  *wording.Book
	id    member.ID
}

// NewPerson makes the choices of a person.
func NewPerson(b Board, book *wording.Book, id member.ID) *Person {
	return &Person{board: b, book: book, id: id}
}

// PersonState is what is shown about somebody's choices.
type PersonState struct {
	Name string
	// Trouble is why nothing can be shown; the rest is then empty.
	Trouble string
	// Review says why to talk about it again, or "".
	Review string
	Rows   []Row
	After  []After
	Uses   []Row
	// Timeline is all that was said, the latest first; Since is how much of it
	// is new since the last review.
	Timeline []Moment
	Since    string
	// Decides says who decides, where it is not the person alone.
	Decides string
	// Pages are the scanned pages that are kept, the quiet ones for nothing that
	// was said; Receipts says that receipts
	// may be made.
	Pages    []Row
	Receipts bool
}

// Row is a line of a table. ID is that of the event, the use or the page.
type Row struct {
	ID                   record.ID
	What, For, As, Until string
	Tag                  string
	Tone                 board.Tone
	// Yes says that there is something to take back or to renew, and Page is
	// the signed page that was kept with it, if any.
	Yes  bool
	Page record.ID
	// Open says that an answer is still to come.
	Open bool
}

// After is a withdrawal and what there is to do about it.
type After struct {
	No          record.ID
	Member      member.ID
	Title, Note string
	Tasks       []Task
}

// Task is one thing to do after a withdrawal.
type Task struct {
	Kind        board.FollowKind
	Use         record.ID
	Tag         string
	Done        bool
	Text, Where string
}

// Moment is a line of the timeline.
type Moment struct{ On, Text, Note string }

// ID is whose choices they are.
func (p *Person) ID() member.ID { return p.id }

// State is everything as it is now.
func (p *Person) State() PersonState {
	page, err := p.board.Consent().Page(p.id)
	settings, err2 := p.board.Settings()
	pages, err3 := p.board.Attachments().List(record.ID(p.id))
	if err := cmp.Or(err, err2, err3); err != nil {
		return PersonState{Trouble: board.ExplainIn(p.book, err)}
	}
	s := PersonState{Name: page.Name, Receipts: settings.Receipts, After: afters(p.book, page.After)}
	for _, why := range p.book.All(page.Review) {
		s.Review = cmp.Or(s.Review, why)
	}
	for _, r := range page.Rows {
		s.Rows = append(s.Rows, choiceRow(p.book, r))
	}
	for _, u := range page.Uses {
		s.Uses = append(s.Uses, Row{ID: u.ID, What: u.What, For: placeOf(p.book, u), Until: p.book.Brief(u.On), As: u.Link,
			Tag: p.book.Render(useWord(u)), Tone: useTone(u)})
	}
	for _, l := range page.Timeline {
		s.Timeline = append(s.Timeline, Moment{p.book.Date(l.On), p.book.Render(l.Text), p.book.Render(l.Detail)})
	}
	if n := len(page.Since); n > 0 {
		s.Since = p.book.Count(n, "{n} thing was said since the last review.", "{n} things were said since the last review.")
	}
	if page.Standing.Permission {
		s.Decides = p.book.Render(consent.Event{Kind: consent.Decides, Standing: &page.Standing}.Words(nil))
	}
	for _, a := range pages {
		row := Row{ID: a.ID, What: p.book.Say("A scanned page ({type})", "type", string(a.Type)), Until: p.book.Date(a.On), Tone: board.ToneQuiet}
		if slices.ContainsFunc(page.Timeline, func(l board.ConsentLine) bool { return l.Event.How.Page == a.ID }) {
			row.Tone = board.ToneYes
		}
		s.Pages = append(s.Pages, row)
	}
	return s
}

func choiceRow(book *wording.Book, r board.ChoiceRow) Row {
	row := Row{ID: r.Choice.Event.ID, What: book.Render(r.What), For: book.Render(r.For), As: wording.Capital(book.Render(r.As)), Until: book.Render(r.Until),
		Tag: book.Render(r.Tag), Tone: r.Tone, Yes: r.Choice.State.Live(),
		Open: r.Choice.State == consent.StateAsked || r.Choice.State == consent.StateDeferred}
	if r.Choice.Yes.ID != "" && !row.Open {
		row.ID, row.Page = r.Choice.Yes.ID, r.Choice.Yes.How.Page
	}
	return row
}

func placeOf(book *wording.Book, u consent.Use) string {
	where := u.Recipient
	if u.Channel != "" {
		where = book.Render(u.Channel.Name())
		if u.Recipient != "" {
			where = book.Say("{where} · {who}", "where", u.Channel.Name(), "who", u.Recipient)
		}
	}
	return cmp.Or(where, "—")
}

// useWord says whether a use was allowed, or what was done about it since.
func useWord(u consent.Use) wording.Text {
	switch {
	case u.State() != consent.NothingYet:
		return u.State().Name()
	case u.Allowed:
		return wording.T("Allowed")
	default:
		return wording.T("Not covered")
	}
}

func useTone(u consent.Use) board.Tone {
	switch {
	case u.State().Settled():
		return board.ToneQuiet
	case u.State() == consent.NothingYet && u.Allowed:
		return board.ToneYes
	default:
		return board.ToneSoon
	}
}

// afters are withdrawals in words.
func afters(book *wording.Book, all []board.FollowUp) []After {
	var cards []After
	for _, f := range all {
		card := After{No: f.No.ID, Member: f.Member, Title: book.Render(f.Title), Note: book.Render(f.When)}
		for _, t := range f.Tasks {
			card.Tasks = append(card.Tasks, Task{Kind: t.Kind, Use: t.Use, Tag: book.Render(t.Tag), Done: t.Done,
				Text: book.Render(t.Text), Where: book.Render(t.Detail)})
		}
		cards = append(cards, card)
	}
	return cards
}

// Live is what can be taken back: every yes that is in force, and everything
// at the end.
func (p *Person) Live() []form.Choice {
	page, err := p.board.Consent().Page(p.id)
	if err != nil {
		return nil
	}
	var all []form.Choice
	for _, r := range page.Rows {
		if r.Choice.State.Live() {
			row := choiceRow(p.book, r)
			all = append(all, form.Choice{ID: string(r.Choice.Yes.ID), Label: p.book.Say("{what} · {where}", "what", row.What, "where", row.For)})
		}
	}
	if len(all) == 0 {
		return nil
	}
	return append(all, form.Choice{ID: everything, Label: p.book.Say("Everything")})
}

// everything stands for all that can be taken back.
const everything = "everything"

// Forms are the ways in which somebody may say no: any, and none has to be
// written down.
func (p *Person) Forms() []form.Choice {
	all := []form.Choice{{ID: "", Label: p.book.Say("In whatever way; it is not written down")}}
	for _, how := range consent.Forms() {
		all = append(all, form.Choice{ID: string(how), Label: wording.Capital(p.book.Render(how.AsSaid()))})
	}
	return all
}

// Withdraw keeps at once that they changed their mind: about the yes of an
// ID, or everything. form is how they said it, or empty.
func (p *Person) Withdraw(id, form string) Outcome {
	scope := consent.Scope{Purpose: consent.Everything}
	if id != everything {
		file, err := p.board.Consent().File(p.id)
		if err != nil {
			return outcome(p.book, "", err)
		}
		yes, ok := file.Event(record.ID(id))
		if !ok {
			return Outcome{Trouble: p.book.Say("Choose what they take back.")}
		}
		scope = yes.Scope
	}
	_, err := p.board.Consent().Record(consent.Event{Member: p.id, Kind: consent.Withdrawn, Scope: scope, How: consent.How{Form: consent.Form(form)}})
	return outcome(p.book, p.book.Say("Taken back, from now on. What is left to do stands below."), err)
}

// Reviewed keeps that everything was gone through and nothing changed.
func (p *Person) Reviewed() Outcome {
	_, err := p.board.Consent().Record(consent.Event{Member: p.id, Kind: consent.Reviewed})
	return outcome(p.book, p.book.Say("Kept: gone through together, and nothing changed."), err)
}

// Step keeps what was done about a use after a withdrawal.
func (p *Person) Step(use record.ID, done consent.Done) Outcome {
	return outcome(p.book, p.book.Say("Kept."), p.board.Consent().TakenBack(p.id, use, done, ""))
}

// Steps are the ways in which a use can be settled.
func (p *Person) Steps() []form.Choice { return form.Choices(p.book, consent.Dones()) }

// Drop removes a scanned page.
func (p *Person) Drop(page record.ID) Outcome {
	return outcome(p.book, p.book.Say("The page is removed."), p.board.Attachments().Remove(p.id, page))
}

// Caution is what to know before the person gets a paper to keep, or "".
func (p *Person) Caution() string {
	text, err := p.board.Consent().Caution(p.id)
	if err != nil {
		return board.ExplainIn(p.book, err)
	}
	return p.book.Render(text)
}

// Told keeps that the person heard what became of a withdrawal.
func (p *Person) Told(no record.ID) Outcome {
	return outcome(p.book, p.book.Say("Kept: they were told."), p.board.Consent().Told(p.id, no))
}

// Details are what was written down with a choice, each with its name.
func (p *Person) Details(id record.ID) (title string, facts [][2]string) {
	file, err := p.board.Consent().File(p.id)
	e, ok := file.Event(id)
	if err != nil || !ok {
		return "", nil
	}
	add := func(label, text string) {
		if text != "" && text != "—" {
			facts = append(facts, [2]string{label, text})
		}
	}
	list := func(all []string) string {
		if len(all) == 0 {
			return ""
		}
		return p.book.Render(wording.T("{list}", "list", texts(all)))
	}
	t, a := e.Terms, e.Terms.Attribution
	add(p.book.Say("Said on"), p.book.Date(e.On))
	add(p.book.Say("Which guardian"), e.Guardian)
	add(p.book.Say("To whom"), e.Recipient)
	add(p.book.Say("Exactly what"), t.What)
	if e.Kind.Yes() {
		add(p.book.Say("What it is for"), t.Reason)
		add(p.book.Say("How it is passed on"), t.Method)
		add(p.book.Say("Who it is for"), t.Audience)
		add(p.book.Say("Where it may be seen"), t.Geography)
		if public := file.Kinds.Public(e.Purpose); public || a != (consent.Attribution{}) {
			add(p.book.Say("Named as"), wording.Capital(p.book.Render(a.Words())))
			add(p.book.Say("With this title or place of work"), a.Role)
			if public {
				add(p.book.Say("What may show"), p.shows(a))
				add(p.book.Say("Using it"), p.using(t))
			}
		}
		add(p.book.Say("From"), p.book.Date(t.Start))
		add(p.book.Say("Until"), p.book.Date(t.End))
	}
	add(p.book.Say("Must be left out"), list(t.Excluded))
	add(p.book.Say("Must not get it"), list(t.ExcludedFrom))
	add(p.book.Say("Topics to stay away from"), list(t.OffLimits))
	add(p.book.Say("Why we end it"), e.Why)
	if e.Kind.Yes() {
		add(p.book.Say("How it was said"), p.book.Render(e.How.Form.Name()))
		add(p.book.Say("Who was there when it was said"), e.How.Witness)
		add(p.book.Say("Interpreter"), e.How.Interpreter)
		add(p.book.Say("Support person"), e.How.SupportPerson)
		add(p.book.Say("Notice"), p.book.Say("version {n}", "n", e.How.Notice.Version))
		add(p.book.Say("A copy"), p.book.Render(e.How.Copy.Name()))
	}
	return p.book.Render(file.Kinds.Name(e.Purpose)), facts
}

// shows is how much of the person may be seen or heard.
func (p *Person) shows(a consent.Attribution) string {
	survivor := wording.T("Not that they are a survivor.")
	if a.Survivor {
		survivor = wording.T("Also that they are a survivor.")
	}
	return p.book.Say("Picture: {image}. Voice: {voice}. Place: {place}.", "image", a.Image.Name(), "voice", a.Voice.Name(), "place", a.Place.Name()) +
		" " + p.book.Render(survivor)
}

// using is how what was agreed to may be used.
func (p *Person) using(t consent.Terms) string {
	said := []string{p.book.Say("For one use only.")}
	if t.Reuse {
		said[0] = p.book.Say("More than once.")
	}
	if t.Edits {
		said = append(said, p.book.Say("It may be shortened or changed."))
	} else {
		said = append(said, p.book.Say("Change nothing about it."))
	}
	switch {
	case t.Review && t.ReviewDays > 0:
		said = append(said, p.book.Count(t.ReviewDays, "Show it to them {n} day before it goes out.", "Show it to them {n} days before it goes out."))
	case t.Review:
		said = append(said, p.book.Say("Show it to them before it goes out."))
	}
	return strings.Join(said, " ")
}

func texts(all []string) wording.List {
	var list wording.List
	for _, t := range all {
		list = append(list, t)
	}
	return list
}
