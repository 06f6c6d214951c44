package consents

import (
	"holdfast/consent"
	"holdfast/member"
	"holdfast/record"
	"holdfast/wording"
)

// simple is a form whose questions are always the same.
type simple struct {
	title, note string
	fields      func(v values) []Group
	start       func() (values, error)
	keep        func(v values) (string, error)
	about       record.ID
}

func (s *simple) begin() (values, error)              { return s.start() }
func (s *simple) head(values) (string, string)        { return s.title, s.note }
func (s *simple) groups(v values) []Group             { return s.fields(v) }
func (s *simple) turned(values, string)               {}
func (s *simple) save(v values) (say string, e error) { return s.keep(v) }
func (s *simple) owner() record.ID                    { return s.about }

// NewUseForm begins to write down where something of a person was used.
func NewUseForm(b Board, book *wording.Book, id member.ID, draft []byte) *Form {
	m := member.Member{}
	var file consent.File
	var quotes []Choice
	s := &simple{title: book.Say("Where something was used"), about: id,
		note: book.Say("So that a withdrawal knows where to go. What happened is kept, also where it was not allowed.")}
	s.start = func() (values, error) {
		page, err := b.Consent().Page(id)
		if err != nil {
			return nil, err
		}
		if m, err = b.Member(id); err != nil {
			return nil, err
		}
		if file, err = b.Consent().File(id); err != nil {
			return nil, err
		}
		rows, err := b.Consent().Library("", "")
		for _, row := range rows {
			if row.Quote.Member == id {
				quotes = append(quotes, Choice{string(row.Quote.ID), quoteTitle(row)})
			}
		}
		return values{"on": page.Day.String()}, err
	}
	s.fields = func(v values) []Group {
		g := Group{Title: m.Name, Inputs: []Input{
			{Kind: OneOf, Name: "purpose", Label: book.Say("What it was"), Choices: purposes(book, file.Kinds, file.Kinds.Doing), Turns: true},
			{Name: "what", Label: book.Say("What and where, in words"), Help: book.Say("Such as: page 12 of the annual report.")},
			{Kind: OneOf, Name: "channel", Label: book.Say("Kind of place"), Choices: append([]Choice{{"", book.Say("None of these")}}, choices(book, consent.Channels())...)},
			{Name: "recipient", Label: book.Say("For whom, if it was one recipient")},
			{Name: "link", Label: book.Say("Address or shelf mark"), Help: book.Say("Where to find it again.")},
			{Kind: Day, Name: "on", Label: book.Say("On which day")}}}
		if p := consent.Purpose(v["purpose"]); len(quotes) > 0 && (p == consent.QuoteWords || p == consent.TellStory) {
			g.Inputs = append(g.Inputs, Input{Kind: OneOf, Name: "item", Label: book.Say("Which words"), Choices: append([]Choice{{"", book.Say("None of the library")}}, quotes...)})
		}
		return []Group{g}
	}
	s.keep = func(v values) (string, error) {
		u, err := b.Consent().Used(consent.Use{Member: id, Purpose: consent.Purpose(v["purpose"]), Recipient: v.text("recipient"),
			Channel: consent.Channel(v["channel"]), Item: v["item"], What: v.text("what"), Link: v.text("link"), On: v.day("on")})
		if err == nil && !u.Allowed {
			return book.Say("Written down. Their choices did not cover this: talk with {name} about it.", "name", m.Name), nil
		}
		return book.Say("Written down in the register of uses."), err
	}
	return newForm(book, s, draft)
}

// NewDecidesForm begins to write down who decides for a person.
func NewDecidesForm(b Board, book *wording.Book, id member.ID, draft []byte) *Form {
	var kinds consent.Kinds
	var name string
	s := &simple{title: book.Say("Who decides"), about: id,
		note: book.Say("A guardian’s permission never replaces the person’s own yes; both are needed.")}
	s.start = func() (values, error) {
		page, err := b.Consent().Page(id)
		if err != nil {
			return nil, err
		}
		kinds, err = b.Consent().Kinds()
		now := page.Standing
		name = page.Name
		return values{"permission_needed": truth(now.Permission), "decides_from": now.DecidesFrom.String(), "guardians": joined(now.Guardians),
			"excluded": joined(now.Excluded), "alone": joined(now.Alone), "on": page.Day.String()}, err
	}
	s.fields = func(v values) []Group {
		one := book.Say("One on each line.")
		g := Group{Title: name, Inputs: []Input{
			{Kind: Yes, Name: "permission_needed", Label: book.Say("A guardian has to agree too"), Turns: true}}}
		if v.on("permission_needed") {
			g.Inputs = append(g.Inputs,
				Input{Kind: Day, Name: "decides_from", Label: book.Say("They decide alone from"), Help: book.Say("The day on which they come of age. What was agreed before is asked anew then.")},
				Input{Kind: Lines, Name: "guardians", Label: book.Say("Who may give permission"), Help: one},
				Input{Kind: SomeOf, Name: "alone", Label: book.Say("What they decide alone already"), Choices: purposes(book, kinds, kinds.Name)})
		}
		g.Inputs = append(g.Inputs,
			Input{Kind: Lines, Name: "excluded", Label: book.Say("Who may never decide for them"), Help: book.Say("Somebody who hurt them. One name on each line.")},
			Input{Kind: Day, Name: "on", Label: book.Say("Since which day")})
		return []Group{g}
	}
	s.keep = func(v values) (string, error) {
		st := consent.Standing{Permission: v.on("permission_needed"), Excluded: v.list("excluded")}
		if st.Permission {
			st.DecidesFrom, st.Guardians = v.day("decides_from"), v.list("guardians")
			for _, p := range v.list("alone") {
				st.Alone = append(st.Alone, consent.Purpose(p))
			}
		}
		_, err := b.Consent().Record(consent.Event{Member: id, Kind: consent.Decides, On: v.day("on"), Standing: &st})
		return book.Say("Kept: who decides."), err
	}
	return newForm(book, s, draft)
}

// NewQuoteForm begins to write down words of a person, or changes them where
// quote is one of theirs. Without a person, the form asks who it is.
func NewQuoteForm(b Board, book *wording.Book, id member.ID, quote record.ID, draft []byte) *Form {
	kept := consent.Quote{ID: quote, Member: id}
	var who []Choice
	s := &simple{title: book.Say("A quote or a story"), about: id,
		note: book.Say("The exact words. Each change makes a new version, which the person has to approve again.")}
	s.start = func() (values, error) {
		rows, err := b.Consent().Library("", "")
		v := values{"member": string(id), "kind": "quote"}
		for _, row := range rows {
			if row.Quote.ID == quote && row.Quote.Member == id {
				kept = row.Quote
				v["title"], v["words"], v["content_notes"], v["retired"] = row.Quote.Title, row.Words, joined(row.Quote.Notes), truth(row.Quote.Retired)
				if row.Quote.Story {
					v["kind"] = "story"
				}
			}
		}
		if err == nil && id == "" {
			who, err = people(b)
		}
		return v, err
	}
	s.fields = func(values) []Group {
		g := Group{Title: book.Say("Their words")}
		if id == "" {
			g.Inputs = append(g.Inputs, Input{Kind: OneOf, Name: "member", Label: book.Say("Person"), Choices: who})
		}
		g.Inputs = append(g.Inputs,
			Input{Kind: OneOf, Name: "kind", Label: book.Say("Kind"), Choices: []Choice{{"quote", book.Say("Quote")}, {"story", book.Say("Story")}}},
			Input{Name: "title", Label: book.Say("Title"), Help: book.Say("To find it again. It goes out nowhere.")},
			Input{Kind: Lines, Name: "words", Label: book.Say("The exact words")},
			Input{Kind: Lines, Name: "content_notes", Label: book.Say("What readers should know first"), Help: book.Say("One on each line.")})
		if quote != "" {
			g.Inputs = append(g.Inputs, Input{Kind: Yes, Name: "retired", Label: book.Say("Keep it for the record only, and never export it again")})
		}
		return []Group{g}
	}
	s.keep = func(v values) (string, error) {
		if v["member"] == "" {
			return "", wording.Refuse("member", "Choose whose words these are.")
		}
		kept.Member, kept.Title, kept.Story = member.ID(v["member"]), v.text("title"), v["kind"] == "story"
		kept.Notes, kept.Retired = v.list("content_notes"), v.on("retired")
		_, err := b.Consent().SaveQuote(kept, v.text("words"))
		return book.Say("Kept. Show it to them as it stands, and approve it then."), err
	}
	return newForm(book, s, draft)
}

// NewAgreementForm begins an agreement with other organisations, or changes
// one.
func NewAgreementForm(b Board, book *wording.Book, id record.ID, draft []byte) *Form {
	kept := consent.Agreement{}
	s := &simple{title: book.Say("An agreement with another organisation"), about: id,
		note: book.Say("It lets nothing about a person pass: for that there has to be a release by that person.")}
	s.start = func() (values, error) {
		all, err := b.Consent().Agreements()
		for _, a := range all {
			if a.ID == id {
				kept = a
			}
		}
		return values{"parties": joined(kept.Parties), "purpose": kept.Purpose, "may_pass": joined(kept.MayPass), "personal_information": kept.Personal,
			"start": kept.Start.String(), "end": kept.End.String(), "review": kept.Review.String(), "page": string(kept.Page), "note": kept.Note}, err
	}
	s.fields = func(values) []Group {
		one := book.Say("One on each line.")
		with := Group{Title: book.Say("With whom, and what for"), Inputs: []Input{
			{Kind: Lines, Name: "parties", Label: book.Say("The other organisations"), Help: one},
			{Kind: Lines, Name: "purpose", Label: book.Say("What it is for")},
			{Kind: Lines, Name: "may_pass", Label: book.Say("What may pass"), Help: book.Say("Totals, minutes without names. One on each line.")},
			{Kind: Lines, Name: "personal_information", Label: book.Say("About personal information"), Help: book.Say("Left empty, it says: none without a release by the person.")}}}
		term := Group{Title: book.Say("How long"), Inputs: []Input{
			{Kind: Day, Name: "start", Label: book.Say("From")}, {Kind: Day, Name: "end", Label: book.Say("Until, this day included")},
			{Kind: Day, Name: "review", Label: book.Say("Look at it again on")},
			{Kind: Lines, Name: "note", Label: book.Say("Note")}}}
		if id != "" {
			term.Inputs = append(term.Inputs, Input{Kind: Scan, Name: "page", Label: book.Say("The signed copy"), Help: book.Say("A scan as PDF, JPEG or PNG. It is kept locked, in the vault.")})
		}
		return []Group{with, term}
	}
	s.keep = func(v values) (string, error) {
		kept.Parties, kept.Purpose, kept.MayPass, kept.Personal = v.list("parties"), v.text("purpose"), v.list("may_pass"), v.text("personal_information")
		kept.Start, kept.End, kept.Review, kept.Page, kept.Note = v.day("start"), v.day("end"), v.day("review"), record.ID(v["page"]), v.text("note")
		_, err := b.Consent().SaveAgreement(kept)
		return book.Say("The agreement is kept."), err
	}
	return newForm(book, s, draft)
}

// NewKindForm begins a kind of consent of the board's own, or changes one.
func NewKindForm(b Board, book *wording.Book, id record.ID, draft []byte) *Form {
	kept := consent.Own{}
	s := &simple{title: book.Say("A kind of consent of this board"), note: book.Say("Changed words make a new version of the notice; what was agreed under the old one stays as it was.")}
	s.start = func() (values, error) {
		all, err := b.Consent().Kinds()
		for _, o := range all {
			if o.ID == id {
				kept = o
			}
		}
		return values{"name": kept.Name, "says": joined(kept.Says), "risks": joined(kept.Risks), "alternatives": joined(kept.Alternatives),
			"to_somebody": truth(kept.ToSomebody), "public": truth(kept.Public), "retired": truth(kept.Retired)}, err
	}
	s.fields = func(values) []Group {
		one := book.Say("One sentence on each line.")
		g := Group{Title: book.Say("What is agreed to"), Inputs: []Input{
			{Name: "name", Label: book.Say("Name"), Help: book.Say("As it stands after “agreed to”, such as: carrying the banner.")},
			{Kind: Lines, Name: "says", Label: book.Say("What people are told"), Help: one},
			{Kind: Lines, Name: "risks", Label: book.Say("What can go wrong"), Help: one},
			{Kind: Lines, Name: "alternatives", Label: book.Say("What could be done instead"), Help: one},
			{Kind: Yes, Name: "to_somebody", Label: book.Say("Something is passed on to one recipient, who has to be named")},
			{Kind: Yes, Name: "public", Label: book.Say("Others will see it, so it has to be said where")}}}
		if id != "" {
			g.Inputs = append(g.Inputs, Input{Kind: Yes, Name: "retired", Label: book.Say("Do not offer it any more")})
		}
		return []Group{g}
	}
	s.keep = func(v values) (string, error) {
		kept.Name, kept.Says, kept.Risks, kept.Alternatives = v.text("name"), v.list("says"), v.list("risks"), v.list("alternatives")
		kept.ToSomebody, kept.Public, kept.Retired = v.on("to_somebody"), v.on("public"), v.on("retired")
		_, err := b.Consent().SaveKind(kept)
		return book.Say("The kind is kept."), err
	}
	return newForm(book, s, draft)
}
