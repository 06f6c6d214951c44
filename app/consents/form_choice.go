package consents

import (
	"slices"
	"strconv"
	"strings"

	"holdfast/board"
	"holdfast/consent"
	"holdfast/member"
	"holdfast/paper"
	"holdfast/record"
	"holdfast/wording"
)

// choiceForm asks what a person said about one thing: first what it is about,
// then what they said, and only for a yes what exactly was agreed, and how.
type choiceForm struct {
	board Board
	book  *wording.Book
	id    member.ID
	from  record.ID // the yes that is spoken of again, or ""

	name   string
	file   consent.File
	limits consent.Limits
	today  record.Date
	quotes []Choice
}

// NewChoiceForm begins to write down what a person said; again is an earlier
// yes that is spoken of again, or "". draft is what was half-typed, or nil.
func NewChoiceForm(b Board, book *wording.Book, id member.ID, again record.ID, draft []byte) *Form {
	return newForm(book, &choiceForm{board: b, book: book, id: id, from: again}, draft)
}

func (c *choiceForm) owner() record.ID { return c.id }

func (c *choiceForm) begin() (values, error) {
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
	v := values{"kind": string(consent.Given), "on": c.today.String(), "start": c.today.String(),
		"form": string(consent.Written), "language": string(c.book.Language()), "reuse": yes}
	if before, ok := c.file.Event(c.from); ok {
		c.recall(v, before)
	}
	return v, nil
}

func (c *choiceForm) readQuotes() error {
	rows, err := c.board.Consent().Library("", "")
	for _, row := range rows {
		if row.Quote.Member == c.id {
			c.quotes = append(c.quotes, Choice{string(row.Quote.ID), quoteTitle(row)})
		}
	}
	return err
}

// recall fills in what was agreed before, for a yes that goes on.
func (c *choiceForm) recall(v values, e consent.Event) {
	t := e.Terms
	v["kind"] = string(consent.Renewed)
	v["purpose"], v["recipient"], v["item"] = string(e.Purpose), e.Recipient, e.Item
	v["channels"] = joined(e.Channels)
	v["what"], v["reason"], v["method"] = t.What, t.Reason, t.Method
	v["as"], v["shown"], v["role"] = string(t.Attribution.As), t.Attribution.Shown, t.Attribution.Role
	v["image"], v["voice_heard"], v["place"] = string(t.Attribution.Image), string(t.Attribution.Voice), string(t.Attribution.Place)
	v["survivor"], v["reuse"], v["edits"], v["review"] = truth(t.Attribution.Survivor), truth(t.Reuse), truth(t.Edits), truth(t.Review)
	v["audience"], v["geography"] = t.Audience, t.Geography
	v["off_limits"], v["excluded"], v["excluded_from"] = joined(t.OffLimits), joined(t.Excluded), joined(t.ExcludedFrom)
	if t.ReviewDays > 0 {
		v["review_days"] = strconv.Itoa(t.ReviewDays)
	}
	v["end"] = c.limits.End(e.Purpose, c.today).String()
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
func (c *choiceForm) turned(v values, field string) {
	purpose := consent.Purpose(v["purpose"])
	switch field {
	case "on":
		if !v.day("on").IsZero() {
			v["start"] = v["on"]
		}
	case "end":
		v["end_chosen"] = yes
	case "purpose":
		if purpose == consent.Release {
			v["form"] = string(consent.Written)
		}
	}
	if start := v.day("start"); !v.on("end_chosen") && purpose != "" && !start.IsZero() {
		v["end"] = c.limits.End(purpose, start).String()
	}
}

func (c *choiceForm) head(values) (title, note string) {
	return c.book.Say("What {name} said", "name", c.name),
		c.book.Say("In their own words, as far as possible. A no needs no reason, and silence is no yes.")
}

func (c *choiceForm) groups(v values) []Group {
	all := []Group{c.about(v)}
	if v["purpose"] == "" {
		return all
	}
	kind := consent.Kind(v["kind"])
	all = append(all, c.said(v))
	if kind.Yes() {
		all = append(all, c.agreed(v), c.shows(v), c.leftOut(v), c.how(v))
	}
	return all
}

// about is what it is about: the purpose first, then to whom or where.
func (c *choiceForm) about(v values) Group {
	p := consent.Purpose(v["purpose"])
	g := Group{Title: c.book.Say("What it is about"), Inputs: []Input{
		{Kind: OneOf, Name: "purpose", Label: c.book.Say("Kind of consent"), Turns: true, Choices: purposes(c.book, c.file.Kinds, c.file.Kinds.Name)}}}
	if c.file.Kinds.ToSomebody(p) {
		g.Inputs = append(g.Inputs, Input{Name: "recipient", Label: c.book.Say("To whom"), Help: c.book.Say("One organisation or person. For another one, write another choice.")})
	}
	if p == "" {
		return g
	}
	if len(c.quotes) > 0 && (p == consent.QuoteWords || p == consent.TellStory) {
		g.Inputs = append(g.Inputs, Input{Kind: OneOf, Name: "item", Label: c.book.Say("Which words"),
			Choices: append([]Choice{{"", c.book.Say("Not only one")}}, c.quotes...)})
	}
	if p == consent.Release {
		g.Inputs = append(g.Inputs, Input{Kind: OneOf, Name: "item", Label: c.book.Say("About"),
			Choices: []Choice{{"", c.book.Say("What stands below")}, {board.ReleasedPayments, c.book.Say("What they were owed and paid")}}})
	}
	if c.file.Kinds.Public(p) || p == consent.Release || p == consent.RecordMeeting || p == consent.SpeakInPublic {
		g.Inputs = append(g.Inputs, Input{Kind: SomeOf, Name: "channels", Label: c.book.Say("Where"), Choices: choices(c.book, consent.Channels())})
	}
	return g
}

// said is which answer was given, when and by whom.
func (c *choiceForm) said(v values) Group {
	g := Group{Title: c.book.Say("What they said"), Inputs: []Input{
		{Kind: OneOf, Name: "kind", Label: c.book.Say("Answer"), Turns: true, Choices: []Choice{
			{string(consent.Given), c.book.Say("Yes")}, {string(consent.Limited), c.book.Say("Yes, to less than was asked")},
			{string(consent.Renewed), c.book.Say("Yes, it goes on")}, {string(consent.Refused), c.book.Say("No")},
			{string(consent.Deferred), c.book.Say("Not now")}, {string(consent.Asked), c.book.Say("They were asked, and have not answered")},
			{string(consent.Ended), c.book.Say("We end it ourselves")}}},
		{Kind: Day, Name: "on", Label: c.book.Say("On which day")}}}
	if c.file.Standing(c.today).Permission {
		g.Inputs = append(g.Inputs, Input{Kind: OneOf, Name: "voice", Label: c.book.Say("Who said it"), Turns: true,
			Choices: []Choice{{"", c.name}, {string(consent.TheGuardian), c.book.Say("A guardian")}}})
		if v["voice"] == string(consent.TheGuardian) {
			g.Inputs = append(g.Inputs, Input{Name: "guardian", Label: c.book.Say("Which guardian")})
		}
	}
	switch consent.Kind(v["kind"]) {
	case consent.Deferred:
		g.Inputs = append(g.Inputs, Input{Kind: Day, Name: "again", Label: c.book.Say("Ask again from"), Help: c.book.Say("Leave it empty where they will come back to it themselves.")})
	case consent.Ended:
		g.Inputs = append(g.Inputs, Input{Kind: Lines, Name: "why", Label: c.book.Say("Why we end it")})
	}
	return g
}

// agreed is what exactly they said yes to, and until when.
func (c *choiceForm) agreed(v values) Group {
	g := Group{Title: c.book.Say("What exactly"), Inputs: []Input{
		{Kind: Lines, Name: "what", Label: c.book.Say("Exactly what"), Help: c.book.Say("Which facts, which picture, which part. Leave it empty for all of it.")}}}
	if v["purpose"] == string(consent.Release) {
		g.Inputs[0].Help = c.book.Say("Exactly which information. Only this may be passed on.")
		g.Inputs = append(g.Inputs,
			Input{Name: "reason", Label: c.book.Say("What it is for")},
			Input{Name: "method", Label: c.book.Say("How it is passed on"), Help: c.book.Say("On the telephone, by letter, in person.")})
	}
	g.Inputs = append(g.Inputs,
		Input{Kind: Day, Name: "start", Label: c.book.Say("From"), Turns: true},
		Input{Kind: Day, Name: "end", Label: c.book.Say("Until, this day included"), Help: c.book.Say("Every yes has an end. Shorter is always possible.")},
		Input{Kind: Yes, Name: "reuse", Label: c.book.Say("It may be used more than once")},
		Input{Kind: Yes, Name: "edits", Label: c.book.Say("It may be shortened or changed")},
		Input{Kind: Yes, Name: "review", Label: c.book.Say("They see it before it goes out"), Turns: true})
	if v.on("review") {
		g.Inputs = append(g.Inputs, Input{Name: "review_days", Label: c.book.Say("How many days before")})
	}
	return g
}

// shows is how much of the person may be seen, heard or told.
func (c *choiceForm) shows(v values) Group {
	g := Group{Title: c.book.Say("As whom"), Say: c.book.Say("Only what they chose may show. What is not chosen stays inside the board."), Inputs: []Input{
		{Kind: OneOf, Name: "as", Label: c.book.Say("Named as"), Turns: true, Choices: choices(c.book, consent.Namings())}}}
	if as := consent.Naming(v["as"]); as != consent.InternalOnly {
		g.Inputs = append(g.Inputs,
			Input{Name: "shown", Label: c.book.Say("In these words"), Help: c.book.Say("Such as “a board member”, or the other name.")},
			Input{Name: "role", Label: c.book.Say("With this title or place of work")},
			Input{Kind: Yes, Name: "survivor", Label: c.book.Say("It may show that they are a survivor")})
	}
	if c.file.Kinds.Public(consent.Purpose(v["purpose"])) {
		g.Inputs = append(g.Inputs,
			Input{Kind: OneOf, Name: "image", Label: c.book.Say("Picture"), Choices: choices(c.book, consent.Images())},
			Input{Kind: OneOf, Name: "voice_heard", Label: c.book.Say("Voice"), Choices: choices(c.book, consent.Sounds())},
			Input{Kind: OneOf, Name: "place", Label: c.book.Say("Where they live"), Choices: choices(c.book, consent.Places())},
			Input{Name: "audience", Label: c.book.Say("Who it is for")},
			Input{Name: "geography", Label: c.book.Say("Where it may be seen")})
	}
	return g
}

// leftOut is what to stay away from, and who must not get it.
func (c *choiceForm) leftOut(values) Group {
	one := c.book.Say("One on each line.")
	return Group{Title: c.book.Say("What to leave out"), Inputs: []Input{
		{Kind: Lines, Name: "excluded", Label: c.book.Say("Must be left out"), Help: one},
		{Kind: Lines, Name: "excluded_from", Label: c.book.Say("Must not get it"), Help: one},
		{Kind: Lines, Name: "off_limits", Label: c.book.Say("Topics to stay away from"), Help: one}}}
}

// how is in which way it was said, with the words that were shown.
func (c *choiceForm) how(v values) Group {
	release := v["purpose"] == string(consent.Release)
	g := Group{Title: c.book.Say("How they agreed"), Inputs: []Input{
		{Kind: OneOf, Name: "language", Label: c.book.Say("In which language"), Turns: true, Choices: languages()},
		c.notice(v)}}
	if release {
		g.Inputs = append(g.Inputs, Input{Kind: Print, Name: "print", Label: c.book.Say("Print the form to sign…")})
	} else {
		g.Inputs = append(g.Inputs, Input{Kind: OneOf, Name: "form", Label: c.book.Say("How it was said"), Turns: true, Choices: choices(c.book, consent.Forms())})
	}
	if v["form"] == string(consent.Spoken) {
		g.Inputs = append(g.Inputs, Input{Name: "witness", Label: c.book.Say("Who was there when it was said")})
	}
	return Group{Title: g.Title, Inputs: append(g.Inputs,
		Input{Kind: Yes, Name: "risks_discussed", Label: c.book.Say("We talked about what can go wrong")},
		Input{Kind: Yes, Name: "alternatives_discussed", Label: c.book.Say("We talked about what could be done instead")},
		Input{Kind: Yes, Name: "never_a_condition", Label: c.book.Say("They know that neither their place on the board nor their pay depends on it")},
		Input{Kind: OneOf, Name: "copy", Label: c.book.Say("A copy for them"), Choices: choices(c.book, consent.Copies())},
		Input{Name: "interpreter", Label: c.book.Say("Interpreter, if there was one")},
		Input{Name: "support_person", Label: c.book.Say("Support person, if there was one")},
		Input{Kind: Scan, Name: "page", Label: c.book.Say("The signed page"), Help: c.book.Say("A scan as PDF, JPEG or PNG. It is kept locked, in the vault.")})}
}

// notice is what they were told, in the language that it was talked about in.
func (c *choiceForm) notice(v values) Input {
	in := Input{Kind: Said, Name: "notice", Label: c.book.Say("What they were told")}
	all, err := board.Notices(wording.Language(v["language"]))
	if err != nil {
		return in
	}
	n, ok := all.For(consent.Purpose(v["purpose"]), c.file.Kinds)
	if !ok {
		return in
	}
	in.Label = c.book.Say("What they were told: “{title}”, version {n}", "title", n.Title, "n", n.Version)
	in.Says = slices.Concat(n.Says, n.Risks, n.Alternatives)
	return in
}

func languages() []Choice {
	return []Choice{{string(wording.InEnglish), "English"}, {string(wording.InSpanish), "Español"}}
}

func (c *choiceForm) save(v values) (string, error) {
	days, err := strconv.Atoi(v.text("review_days"))
	if v.on("review") && v.text("review_days") != "" && err != nil {
		return "", wording.Refuse("review_days", "Write a whole number of days, such as 3, or leave it empty.")
	}
	e := consent.Event{Member: c.id, Kind: consent.Kind(v["kind"]), On: v.day("on"), Voice: consent.Voice(v["voice"]),
		Scope: consent.Scope{Purpose: consent.Purpose(v["purpose"]), Recipient: v.text("recipient"), Item: v["item"]}}
	if e.Purpose == "" {
		return "", wording.Refuse("purpose", "Choose what it is about.")
	}
	for _, channel := range v.list("channels") {
		e.Channels = append(e.Channels, consent.Channel(channel))
	}
	if e.Voice == consent.TheGuardian {
		e.Guardian = v.text("guardian")
	}
	switch {
	case e.Kind.Yes():
		e.Terms, e.How = termsOf(v, days), howOf(v)
	case e.Kind == consent.Deferred:
		e.Again = v.day("again")
	case e.Kind == consent.Ended:
		e.Why = v.text("why")
	}
	if e, err = c.board.Consent().Record(e); err != nil {
		return "", err
	}
	return c.book.Say("Written down: {what}.", "what", e.Words(c.file.Kinds)), nil
}

// termsOf are the terms as they are typed.
func termsOf(v values, reviewDays int) consent.Terms {
	t := consent.Terms{What: v.text("what"), Audience: v.text("audience"), Geography: v.text("geography"),
		Start: v.day("start"), End: v.day("end"), Reuse: v.on("reuse"), Edits: v.on("edits"), Review: v.on("review"),
		OffLimits: v.list("off_limits"), Excluded: v.list("excluded"), ExcludedFrom: v.list("excluded_from"),
		Reason: v.text("reason"), Method: v.text("method"),
		Attribution: consent.Attribution{As: consent.Naming(v["as"]), Image: consent.Image(v["image"]),
			Voice: consent.Sound(v["voice_heard"]), Place: consent.Place(v["place"])}}
	if t.Attribution.As != consent.InternalOnly {
		t.Attribution.Shown, t.Attribution.Role, t.Attribution.Survivor = v.text("shown"), v.text("role"), v.on("survivor")
	}
	if t.Review {
		t.ReviewDays = reviewDays
	}
	return t
}

func howOf(v values) consent.How {
	h := consent.How{Form: consent.Form(v["form"]), Language: v["language"], Interpreter: v.text("interpreter"), SupportPerson: v.text("support_person"),
		Risks: v.on("risks_discussed"), Alternatives: v.on("alternatives_discussed"), NoCondition: v.on("never_a_condition"),
		Copy: consent.Copy(v["copy"]), Page: record.ID(v["page"])}
	if h.Form == consent.Spoken {
		h.Witness = v.text("witness")
	}
	return h
}

// paper is the form of a release with what is typed so far, in a language.
func (c *choiceForm) paper(v values, book *wording.Book) (paper.Document, error) {
	return c.board.Consent().ReleaseForm(v.text("recipient"), termsOf(v, 0), book)
}
