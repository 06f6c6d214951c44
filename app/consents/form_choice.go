package consents

import (
	"strconv"
	"strings"

	"holdfast/app/form"
	"holdfast/assets"
	"holdfast/board"
	"holdfast/consent"
	"holdfast/member"
	"holdfast/record"
	"holdfast/wording"
)

// choiceForm asks what a person said about one thing: first what it is about,
// then what they said, and only for a yes what exactly was agreed, and how.
type choiceForm struct {
	board Board
	book  *wording.Book
	id    member.ID
	from  record.ID     // the yes that is spoken of again, or ""
	scope consent.Scope // what it is about, where that is known before

	name   string
	file   consent.File
	limits consent.Limits
	today  record.Date
	quotes []form.Choice
}

// NewChoiceForm begins to write down what a person said; again is an earlier
// yes that is spoken of again, a question that is answered, or "". draft is what was half-typed, or nil.
func NewChoiceForm(b Board, book *wording.Book, id member.ID, again record.ID, draft []byte) *form.Form {
	return form.New(book, &choiceForm{board: b, book: book, id: id, from: again}, draft)
}

// NewPayReleaseForm begins a release about what a person was paid.
func NewPayReleaseForm(b Board, book *wording.Book, id member.ID, draft []byte) *form.Form {
	pay := consent.Scope{Purpose: consent.Release, Item: board.ReleasedPayments}
	return form.New(book, &choiceForm{board: b, book: book, id: id, scope: pay}, draft)
}

// Begin reads the person’s choices and quotes, and fills in what was agreed
// before where that is spoken of again. Otherwise no answer stands there, and
// no permission, before somebody chose it: a yes by default is none.
func (c *choiceForm) Begin() (form.Values, error) {
	page, err := c.board.Consent().Page(c.id)
	if err != nil {
		return nil, err
	}
	c.name, c.today = page.Name, page.Day
	if c.file, err = c.board.Consent().File(c.id); err != nil {
		return nil, err
	}
	if c.limits, err = c.board.Consent().Limits(); err != nil {
		return nil, err
	}
	if err = c.readQuotes(); err != nil {
		return nil, err
	}
	v := form.Values{"on": c.today.String(), "start": c.today.String(), "language": string(c.book.Language())}
	if before, ok := c.file.Event(c.from); ok {
		c.recall(v, before)
	}
	if c.scope.Purpose != "" {
		v["purpose"], v["item"] = string(c.scope.Purpose), c.scope.Item
		v["end"] = c.limits.End(c.scope.Purpose, c.today).String()
	}
	return v, nil
}

func (c *choiceForm) readQuotes() error {
	rows, err := c.board.Consent().Library("", "")
	for _, row := range rows {
		if row.Quote.Member == c.id {
			c.quotes = append(c.quotes, form.Choice{ID: string(row.Quote.ID), Label: quoteTitle(row)})
		}
	}
	return err
}

// recall fills in what was asked, and what was agreed before, for a yes that
// goes on. The answer to a question is not there before it was given.
func (c *choiceForm) recall(v form.Values, e consent.Event) {
	v["purpose"], v["recipient"], v["item"] = string(e.Purpose), e.Recipient, e.Item
	v["channels"], v["end"] = joined(e.Channels), c.limits.End(e.Purpose, c.today).String()
	if e.Kind == consent.Asked || e.Kind == consent.Deferred {
		return
	}
	t := e.Terms
	v["kind"] = string(consent.Renewed)
	v["what"], v["reason"], v["method"] = t.What, t.Reason, t.Method
	v["as"], v["shown"], v["role"] = string(t.Attribution.As), t.Attribution.Shown, t.Attribution.Role
	v["image"], v["voice_heard"], v["place"] = string(t.Attribution.Image), string(t.Attribution.Voice), string(t.Attribution.Place)
	v["survivor"], v["reuse"], v["edits"], v["review"] = form.Truth(t.Attribution.Survivor), form.Truth(t.Reuse), form.Truth(t.Edits), form.Truth(t.Review)
	v["audience"], v["geography"] = t.Audience, t.Geography
	v["off_limits"], v["excluded"], v["excluded_from"] = joined(t.OffLimits), joined(t.Excluded), joined(t.ExcludedFrom)
	if t.ReviewDays > 0 {
		v["review_days"] = strconv.Itoa(t.ReviewDays)
	}
}

func joined[T ~string](all []T) string {
	lines := make([]string, len(all))
	for i, one := range all {
		lines[i] = string(one)
	}
	return strings.Join(lines, "\n")
}

// turned keeps the last day what the rules give, for as long as nobody chose
// another one.
func (c *choiceForm) Turned(v form.Values, field string) {
	purpose := consent.Purpose(v["purpose"])
	switch field {
	case "on":
		if !v.Day("on").IsZero() {
			v["start"] = v["on"]
		}
	case "end":
		v["end_chosen"] = form.True
	}
	if start := v.Day("start"); !v.On("end_chosen") && purpose != "" && !start.IsZero() {
		v["end"] = c.limits.End(purpose, start).String()
	}
}

// Head is the title with the person’s name, and how to write an answer down.
func (c *choiceForm) Head(form.Values) (title, note string) {
	return c.book.Say("What {name} said", "name", c.name),
		c.book.Say("In their own words, as far as possible. A no needs no reason, and silence is no yes.")
}

// Groups are the fields: the purpose alone until there is one, then what
// belongs to it.
func (c *choiceForm) Groups(v form.Values) []form.Group {
	all := []form.Group{c.about(v)}
	if v["purpose"] == "" {
		return all
	}
	kind := consent.Kind(v["kind"])
	all = append(all, c.said(v))
	if kind.Yes() || kind == "" { // what a yes would mean is read before the answer
		all = append(all, c.agreed(v), c.shows(v), c.leftOut(v), c.how(v))
	}
	return all
}

// about is what it is about: the purpose first, then to whom or where.
func (c *choiceForm) about(v form.Values) form.Group {
	p := consent.Purpose(v["purpose"])
	g := form.Group{Title: c.book.Say("What it is about"), Inputs: []form.Input{
		{Kind: form.OneOf, Name: "purpose", Label: c.book.Say("Kind of consent"), Turns: true, Choices: purposes(c.book, c.file.Kinds, c.file.Kinds.Name)}}}
	if c.file.Kinds.ToSomebody(p) {
		g.Inputs = append(g.Inputs, form.Input{Name: "recipient", Label: c.book.Say("To whom"), Help: c.book.Say("One organisation or person. For another one, write another choice.")})
	}
	if p == "" {
		return g
	}
	if len(c.quotes) > 0 && (p == consent.QuoteWords || p == consent.TellStory) {
		g.Inputs = append(g.Inputs, form.Input{Kind: form.OneOf, Name: "item", Label: c.book.Say("Which words"),
			Choices: append([]form.Choice{{ID: "", Label: c.book.Say("Not only one")}}, c.quotes...)})
	}
	if p == consent.Release {
		g.Inputs = append(g.Inputs, form.Input{Kind: form.OneOf, Name: "item", Label: c.book.Say("About"),
			Choices: []form.Choice{{ID: "", Label: c.book.Say("What stands below")}, {ID: board.ReleasedPayments, Label: c.book.Say("What they were owed and paid")}}})
	}
	if c.file.Kinds.Public(p) || p == consent.Release || p == consent.RecordMeeting || p == consent.SpeakInPublic {
		g.Inputs = append(g.Inputs, form.Input{Kind: form.SomeOf, Name: "channels", Label: c.book.Say("Where"), Choices: form.Choices(c.book, consent.Channels())})
	}
	return g
}

// said is which answer was given, when and by whom.
func (c *choiceForm) said(v form.Values) form.Group {
	g := form.Group{Title: c.book.Say("What they said"), Inputs: []form.Input{
		{Kind: form.OneOf, Name: "kind", Label: c.book.Say("Answer"), Turns: true, Choices: []form.Choice{
			{ID: string(consent.Given), Label: c.book.Say("Yes")}, {ID: string(consent.Limited), Label: c.book.Say("Yes, to less than was asked")},
			{ID: string(consent.Renewed), Label: c.book.Say("Yes, it goes on")}, {ID: string(consent.Refused), Label: c.book.Say("No")},
			{ID: string(consent.Deferred), Label: c.book.Say("Not now")}, {ID: string(consent.Asked), Label: c.book.Say("They were asked, and have not answered")},
			{ID: string(consent.Ended), Label: c.book.Say("We end it ourselves")}}},
		{Kind: form.Day, Name: "on", Label: c.book.Say("On which day")}}}
	if c.file.Standing(c.today).Permission {
		g.Inputs = append(g.Inputs, form.Input{Kind: form.OneOf, Name: "voice", Label: c.book.Say("Who said it"), Turns: true,
			Choices: []form.Choice{{ID: "", Label: c.name}, {ID: string(consent.TheGuardian), Label: c.book.Say("A guardian")}}})
		if v["voice"] == string(consent.TheGuardian) {
			g.Inputs = append(g.Inputs, form.Input{Name: "guardian", Label: c.book.Say("Which guardian")})
		}
	}
	switch consent.Kind(v["kind"]) {
	case consent.Deferred:
		g.Inputs = append(g.Inputs, form.Input{Kind: form.Day, Name: "again", Label: c.book.Say("Ask again from"), Help: c.book.Say("Leave it empty where they will come back to it themselves.")})
	case consent.Ended:
		g.Inputs = append(g.Inputs, form.Input{Kind: form.Lines, Name: "why", Label: c.book.Say("Why we end it")})
	}
	return g
}

// agreed is what exactly they said yes to, and until when.
func (c *choiceForm) agreed(v form.Values) form.Group {
	g := form.Group{Title: c.book.Say("What exactly"), Inputs: []form.Input{
		{Kind: form.Lines, Name: "what", Label: c.book.Say("Exactly what"), Help: c.book.Say("Which facts, which picture, which part. Leave it empty for all of it.")}}}
	if v["purpose"] == string(consent.Release) {
		g.Inputs[0].Help = c.book.Say("Exactly which information. Only this may be passed on.")
		g.Inputs = append(g.Inputs,
			form.Input{Name: "reason", Label: c.book.Say("What it is for")},
			form.Input{Name: "method", Label: c.book.Say("How it is passed on"), Help: c.book.Say("On the telephone, by letter, in person.")})
	}
	g.Inputs = append(g.Inputs,
		form.Input{Kind: form.Day, Name: "start", Label: c.book.Say("From")},
		form.Input{Kind: form.Day, Name: "end", Label: c.book.Say("Until, this day included"), Help: c.book.Say("Every yes has an end. Shorter is always possible.")},
		form.Input{Kind: form.Yes, Name: "reuse", Label: c.book.Say("It may be used more than once")},
		form.Input{Kind: form.Yes, Name: "edits", Label: c.book.Say("It may be shortened or changed")},
		form.Input{Kind: form.Yes, Name: "review", Label: c.book.Say("They see it before it goes out"), Turns: true})
	if v.On("review") {
		g.Inputs = append(g.Inputs, form.Input{Name: "review_days", Label: c.book.Say("How many days before")})
	}
	return g
}

// shows is how much of the person may be seen, heard or told.
func (c *choiceForm) shows(v form.Values) form.Group {
	g := form.Group{Title: c.book.Say("As whom"), Say: c.book.Say("Only what they chose may show. What is not chosen stays inside the board."), Inputs: []form.Input{
		{Kind: form.OneOf, Name: "as", Label: c.book.Say("Named as"), Turns: true, Choices: form.Choices(c.book, consent.Namings())}}}
	if as := consent.Naming(v["as"]); as != consent.InternalOnly {
		g.Inputs = append(g.Inputs,
			form.Input{Name: "shown", Label: c.book.Say("In these words"), Help: c.book.Say("Such as “a board member”, or the other name.")},
			form.Input{Name: "role", Label: c.book.Say("With this title or place of work")},
			form.Input{Kind: form.Yes, Name: "survivor", Label: c.book.Say("It may show that they are a survivor")})
	}
	if c.file.Kinds.Public(consent.Purpose(v["purpose"])) {
		g.Inputs = append(g.Inputs,
			form.Input{Kind: form.OneOf, Name: "image", Label: c.book.Say("Picture"), Choices: form.Choices(c.book, consent.Images())},
			form.Input{Kind: form.OneOf, Name: "voice_heard", Label: c.book.Say("Voice"), Choices: form.Choices(c.book, consent.Sounds())},
			form.Input{Kind: form.OneOf, Name: "place", Label: c.book.Say("Where they live"), Choices: form.Choices(c.book, consent.Places())},
			form.Input{Name: "audience", Label: c.book.Say("Who it is for")},
			form.Input{Name: "geography", Label: c.book.Say("Where it may be seen")})
	}
	return g
}

// leftOut is what to stay away from, and who must not get it.
func (c *choiceForm) leftOut(form.Values) form.Group {
	one := c.book.Say("One on each line.")
	return form.Group{Title: c.book.Say("What to leave out"), Inputs: []form.Input{
		{Kind: form.Lines, Name: "excluded", Label: c.book.Say("Must be left out"), Help: one},
		{Kind: form.Lines, Name: "excluded_from", Label: c.book.Say("Must not get it"), Help: one},
		{Kind: form.Lines, Name: "off_limits", Label: c.book.Say("Topics to stay away from"), Help: one}}}
}

// how is in which way it was said, with the words that were shown.
func (c *choiceForm) how(v form.Values) form.Group {
	release := v["purpose"] == string(consent.Release)
	g := form.Group{Title: c.book.Say("How they agreed"), Inputs: []form.Input{
		{Kind: form.OneOf, Name: "language", Label: c.book.Say("In which language"), Turns: true, Choices: languages()},
		c.notice(v)}}
	if release {
		g.Inputs = append(g.Inputs, form.Input{Kind: form.Own, Name: printField})
	} else {
		g.Inputs = append(g.Inputs, form.Input{Kind: form.OneOf, Name: "form", Label: c.book.Say("How it was said"), Turns: true, Choices: form.Choices(c.book, consent.Forms())})
	}
	if formOf(v) == consent.Spoken {
		g.Inputs = append(g.Inputs, form.Input{Name: "witness", Label: c.book.Say("Who was there when it was said")})
	}
	return form.Group{Title: g.Title, Inputs: append(g.Inputs,
		form.Input{Kind: form.Yes, Name: "risks_discussed", Label: c.book.Say("We talked about what can go wrong")},
		form.Input{Kind: form.Yes, Name: "alternatives_discussed", Label: c.book.Say("We talked about what could be done instead")},
		form.Input{Kind: form.Yes, Name: "never_a_condition", Label: c.book.Say("They know that neither their place on the board nor their pay depends on it")},
		form.Input{Kind: form.OneOf, Name: "copy", Label: c.book.Say("A copy for them"), Choices: form.Choices(c.book, consent.Copies())},
		form.Input{Name: "interpreter", Label: c.book.Say("Interpreter, if there was one")},
		form.Input{Name: "support_person", Label: c.book.Say("Support person, if there was one")},
		scanned(c.book, v, c.book.Say("The signed page")))}
}

// notice is what they were told, in the language that it was talked about in.
func (c *choiceForm) notice(v form.Values) form.Input {
	in := form.Input{Kind: form.Said, Name: "notice", Label: c.book.Say("What they were told")}
	all, err := board.Notices(wording.Language(v["language"]))
	if err != nil {
		return in
	}
	book, err := assets.Book(wording.Language(v["language"]))
	if err != nil {
		return in
	}
	n, ok := all.For(consent.Purpose(v["purpose"]), c.file.Kinds)
	if !ok {
		return in
	}
	in.Label = c.book.Say("What they were told: “{title}”, version {n}", "title", n.Title, "n", n.Version)
	say := func(head string, says []string) {
		if head != "" && len(says) > 0 {
			in.Says = append(in.Says, head+":")
		}
		for _, say := range says {
			in.Says = append(in.Says, "· "+say)
		}
	}
	say("", n.Says)
	say(book.Say("What can go wrong"), n.Risks)
	say(book.Say("What could be done instead"), n.Alternatives)
	return in
}

// printField is where the paper of a release is made.
const printField = "print"

// scanned is a page that is kept with the answers.
func scanned(book *wording.Book, v form.Values, label string) form.Input {
	in := form.Input{Kind: form.Own, Name: "page", Label: label, Help: book.Say("A scan as PDF, JPEG or PNG. It is kept locked, in the vault.")}
	if v["page"] != "" {
		in.Help = book.Say("A page is in the vault. Remove the file that it came from, also from the scanner.")
	}
	return in
}

func languages() []form.Choice {
	return []form.Choice{{ID: string(wording.InEnglish), Label: "English"}, {ID: string(wording.InSpanish), Label: "Español"}}
}

// Save writes the answer down. What makes no sense comes back as problems of
// their fields, and nothing is kept then.
func (c *choiceForm) Save(v form.Values) (string, error) {
	days, err := strconv.Atoi(v.Text("review_days"))
	if v.On("review") && v.Text("review_days") != "" && err != nil {
		return "", wording.Refuse("review_days", "Write a whole number of days, such as 3, or leave it empty.")
	}
	e := consent.Event{Member: c.id, Kind: consent.Kind(v["kind"]), On: v.Day("on"), Voice: consent.Voice(v["voice"]),
		Scope: consent.Scope{Purpose: consent.Purpose(v["purpose"]), Recipient: v.Text("recipient"), Item: v["item"]}}
	switch {
	case e.Purpose == "":
		return "", wording.Refuse("purpose", "Choose what it is about.")
	case e.Kind == "":
		return "", wording.Refuse("kind", "Choose what they said.")
	case e.Kind.Yes() && formOf(v) == "":
		return "", wording.Refuse("form", "Choose how it was said.")
	}
	for _, channel := range v.List("channels") {
		e.Channels = append(e.Channels, consent.Channel(channel))
	}
	if e.Voice == consent.TheGuardian {
		e.Guardian = v.Text("guardian")
	}
	switch {
	case e.Kind.Yes():
		e.Terms, e.How = termsOf(v, days), howOf(v)
	case e.Kind == consent.Deferred:
		e.Again = v.Day("again")
	case e.Kind == consent.Ended:
		e.Why = v.Text("why")
	}
	if e, err = c.board.Consent().Record(e); err != nil {
		return "", err
	}
	return c.book.Say("Written down: {what}.", "what", e.Words(c.file.Kinds)), nil
}

// termsOf are the terms as they are typed.
func termsOf(v form.Values, reviewDays int) consent.Terms {
	t := consent.Terms{What: v.Text("what"), Audience: v.Text("audience"), Geography: v.Text("geography"),
		Start: v.Day("start"), End: v.Day("end"), Reuse: v.On("reuse"), Edits: v.On("edits"), Review: v.On("review"),
		OffLimits: v.List("off_limits"), Excluded: v.List("excluded"), ExcludedFrom: v.List("excluded_from"),
		Reason: v.Text("reason"), Method: v.Text("method"),
		Attribution: consent.Attribution{As: consent.Naming(v["as"]), Image: consent.Image(v["image"]),
			Voice: consent.Sound(v["voice_heard"]), Place: consent.Place(v["place"])}}
	if t.Attribution.As != consent.InternalOnly {
		t.Attribution.Shown, t.Attribution.Role, t.Attribution.Survivor = v.Text("shown"), v.Text("role"), v.On("survivor")
	}
	if t.Review {
		t.ReviewDays = reviewDays
	}
	return t
}

// formOf is how it was said; a release is always written.
func formOf(v form.Values) consent.Form {
	if v["purpose"] == string(consent.Release) {
		return consent.Written
	}
	return consent.Form(v["form"])
}

func howOf(v form.Values) consent.How {
	h := consent.How{Form: formOf(v), Language: v["language"], Interpreter: v.Text("interpreter"), SupportPerson: v.Text("support_person"),
		Risks: v.On("risks_discussed"), Alternatives: v.On("alternatives_discussed"), NoCondition: v.On("never_a_condition"),
		Copy: consent.Copy(v["copy"]), Page: record.ID(v["page"])}
	if h.Form == consent.Spoken {
		h.Witness = v.Text("witness")
	}
	return h
}
