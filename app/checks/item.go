package checks

import (
	"slices"
	"strings"

	"holdfast/app/form"
	"holdfast/assessment"
	"holdfast/board"
	"holdfast/record"
	"holdfast/wording"
)

// ItemForm is one item of a checklist while it is answered.
type ItemForm struct {
	board Board
	book  *wording.Book
	list  string
	id    string

	state assessment.ChecklistState
	item  assessment.CheckItem
	check assessment.Check
	wrong string
}

// NewItem makes the form of an item; at is the ID of its checklist, a stroke,
// and its own.
func NewItem(b Board, book *wording.Book, at string, draft []byte) (*form.Form, *ItemForm) {
	list, id, _ := strings.Cut(at, "/")
	f := &ItemForm{board: b, book: book, list: list, id: id}
	return form.New(book, f, draft), f
}

// Begin starts from what was answered before; a signature is given anew.
func (f *ItemForm) Begin() (v form.Values, err error) {
	if f.state, err = f.board.Assess().Checklist(f.list); err != nil {
		return nil, err
	}
	at := slices.IndexFunc(f.state.Items, func(i assessment.CheckItem) bool { return i.ID == f.id })
	if at < 0 {
		return nil, wording.Refuse("item", "There is no such item in this checklist.")
	}
	if f.check, err = f.board.Assess().Check(f.list, f.id); err != nil {
		return nil, err
	}
	f.item = f.state.Items[at]
	m := f.item.Mark
	v = form.Values{"status": m.Status, "note": m.Note, "link": m.Link, "owner": m.Owner, "files": ids(m.Attachments),
		"review": form.Written(f.item.ReviewAfter(today(f.board)))}
	if r := f.item.Rests; r != nil && !f.item.Marked {
		v["owner"] = r.Owner.In(f.book.Language())
	}
	return v, nil
}

// ids are identifiers as a field holds them.
func ids(all []record.ID) string {
	var lines []string
	for _, id := range all {
		lines = append(lines, string(id))
	}
	return strings.Join(lines, "\n")
}

// Head is the checklist, and which of its items this is.
func (f *ItemForm) Head(form.Values) (title, note string) {
	at := slices.IndexFunc(f.state.Items, func(i assessment.CheckItem) bool { return i.ID == f.id })
	return f.state.Instrument.Title.In(f.book.Language()), f.book.Say("Item {n} of {all}", "n", at+1, "all", len(f.state.Items))
}

// Groups are the fields.
func (f *ItemForm) Groups(form.Values) []form.Group {
	var statuses []form.Choice
	for _, code := range assessment.CheckCodes() {
		statuses = append(statuses, form.Choice{ID: code, Label: statusName(f.book, f.state.Instrument, code)})
	}
	show := form.Group{Title: f.book.Say("What shows it"), Inputs: []form.Input{
		{Kind: form.Lines, Name: "note", Label: f.book.Say("Evidence, or what is left to do"), Help: f.evidence()},
		{Kind: form.Line, Name: "link", Label: f.book.Say("Where it lies"), Help: f.book.Say("A drawer, a folder, an address. It is shown, never opened.")},
		{Kind: form.Own, Name: "files", Label: f.book.Say("Files")}}}
	who := form.Group{Title: f.book.Say("Who, and when to look again"), Inputs: []form.Input{
		{Kind: form.Line, Name: "owner", Label: f.book.Say("Who looks after it"), Help: f.book.Say("A role is better than a name.")},
		{Kind: form.Day, Name: "review", Label: f.book.Say("Look again by"), Help: f.cadence()},
		{Kind: form.Line, Name: "signed_by", Label: f.book.Say("Signed by"), Help: f.book.Say("Who stands for this answer. Leave it empty where nobody does yet.")},
		{Kind: form.Day, Name: "signed_on", Label: f.book.Say("Signed on"), Help: f.book.Say("Empty is today.")}}}
	return []form.Group{{Title: f.book.Say("How it stands"), Inputs: []form.Input{{Kind: form.Cards, Name: "status", Choices: statuses}}}, show, who}
}

// evidence is what would show that it is done, as the checklist suggests.
func (f *ItemForm) evidence() string {
	if f.item.Rests == nil || len(f.item.Rests.Evidence) == 0 {
		return ""
	}
	return f.book.Say("For example: {evidence}", "evidence", f.item.Rests.Evidence.In(f.book.Language()))
}

// cadence is how often the checklist suggests to look again.
func (f *ItemForm) cadence() string {
	if f.item.Rests == nil || f.item.Rests.ReviewMonths == 0 {
		return ""
	}
	return f.book.Count(f.item.Rests.ReviewMonths, "This list suggests to look again every month.", "This list suggests to look again every {n} months.")
}

// Turned does nothing: no answer changes another.
func (f *ItemForm) Turned(form.Values, string) {}

// Save adds the answer to those before.
func (f *ItemForm) Save(v form.Values) (string, error) {
	m := assessment.Mark{Status: v["status"], Note: v.Text("note"), Link: v.Text("link"), Owner: v.Text("owner"), ReviewBy: v.Day("review"),
		SignedBy: v.Text("signed_by"), SignedOn: v.Day("signed_on")}
	for _, id := range v.List("files") {
		m.Attachments = append(m.Attachments, record.ID(id))
	}
	if m.Status == "" {
		return "", wording.Refuse("status", "Choose how it stands.")
	}
	if m.SignedBy == "" && !m.SignedOn.IsZero() {
		return "", wording.Refuse("signed_by", "A signature is a name and a day.")
	}
	return f.book.Say("Written down: {status}.", "status", statusName(f.book, f.state.Instrument, m.Status)), f.board.Assess().Mark(f.list, f.id, m)
}

// Next is the item to go on with: the next one that is not answered or is due,
// or "" where none is.
func (f *ItemForm) Next() string {
	at := slices.IndexFunc(f.state.Items, func(i assessment.CheckItem) bool { return i.ID == f.id })
	for n := range f.state.Items {
		if i := f.state.Items[(at+1+n)%len(f.state.Items)]; i.ID != f.id && (!i.Marked || i.Due) {
			return i.ID
		}
	}
	return ""
}

// About is what is said of the item, above the answer.
type About struct {
	Text, Help, Note string
	Facts            []Fact
	// Changed says that the words are not those that were answered.
	Changed string
}

// About is the item in words.
func (f *ItemForm) About() About {
	language, q := f.book.Language(), f.item
	a := About{Text: q.Text.In(language), Help: q.Help.In(language), Note: q.ContentNote.In(language)}
	add := func(label, text string) {
		if text != "" {
			a.Facts = append(a.Facts, Fact{label, text})
		}
	}
	for _, sentence := range f.state.Instrument.AppliesIf(f.id, f.book) {
		add(f.book.Say("Applies"), sentence)
	}
	if r := q.Rests; r != nil {
		add(f.book.Say("Rests on"), r.On(f.book, " · "))
		if !r.Checked.IsZero() {
			add(f.book.Say("Law last looked at"), f.book.Date(r.Checked))
		}
		for _, s := range r.Sources {
			add(f.book.Say("Source"), strings.TrimSpace(s.Named(f.book)+" "+s.Address))
		}
	}
	if q.Marked {
		add(f.book.Say("Last checked"), f.book.Date(q.Mark.On))
	}
	if q.Changed {
		a.Changed = f.book.Say("The words are not those that were answered. Read them again before you answer.")
	}
	return a
}

// Past is one answer of the history.
type Past struct {
	On, Status, Note string
	Tone             Tone
	Files            []record.ID
}

// History is what was answered, the latest first.
func (f *ItemForm) History() []Past {
	var all []Past
	for _, m := range slices.Backward(f.check.Marks) {
		notes := []string{m.Note, m.Link, m.Owner}
		if m.SignedBy != "" {
			notes = append(notes, f.book.Say("signed by {name}, {date}", "name", m.SignedBy, "date", m.SignedOn))
		}
		notes = slices.DeleteFunc(notes, func(s string) bool { return s == "" })
		all = append(all, Past{On: f.book.Date(m.On), Status: statusName(f.book, f.state.Instrument, m.Status), Tone: statusTone(m.Status),
			Note: strings.Join(notes, " · "), Files: m.Attachments})
	}
	return all
}

// Attach keeps a file of the disk as evidence; wrong says why it was not kept.
func (f *ItemForm) Attach(path string) (id record.ID, wrong string) {
	kept, err := f.board.Attachments().AddFile(board.EvidenceOwner, path)
	if err != nil {
		return "", board.ExplainIn(f.book, err)
	}
	return kept.ID, ""
}

// LetGo takes away the files that were attached and are not kept.
func (f *ItemForm) LetGo(v form.Values) {
	for _, id := range v.List("files") {
		if !slices.ContainsFunc(f.check.Marks, func(m assessment.Mark) bool { return slices.Contains(m.Attachments, record.ID(id)) }) {
			if err := f.board.Attachments().Remove(board.EvidenceOwner, record.ID(id)); err != nil {
				f.wrong = board.ExplainIn(f.book, err)
			}
		}
	}
}

// File is a file that was kept as evidence, in words.
func (f *ItemForm) File(id record.ID) string {
	all, err := f.board.Attachments().List(board.EvidenceOwner)
	if err != nil {
		return board.ExplainIn(f.book, err)
	}
	for _, a := range all {
		if a.ID == id {
			return f.book.Say("{type}, kept on {date}", "type", strings.ToUpper(string(a.Type)), "date", a.On)
		}
	}
	return f.book.Say("A file that is not there any more")
}
