package consents

import (
	"holdfast/app/form"
	"holdfast/consent"
	"holdfast/member"
	"holdfast/record"
	"holdfast/wording"
)

// NewUseForm begins to write down where something of a person was used.
func NewUseForm(b Board, book *wording.Book, id member.ID, draft []byte) *form.Form {
	m := member.Member{}
	var file consent.File
	var quotes []form.Choice
	s := &form.Simple{Title: book.Say("Where something was used"),
		Note: book.Say("So that a withdrawal knows where to go. What happened is kept, also where it was not allowed.")}
	s.Start = func() (form.Values, error) {
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
				quotes = append(quotes, form.Choice{ID: string(row.Quote.ID), Label: quoteTitle(row)})
			}
		}
		return form.Values{"on": page.Day.String()}, err
	}
	s.Fields = func(v form.Values) []form.Group {
		g := form.Group{Title: m.Name, Inputs: []form.Input{
			{Kind: form.OneOf, Name: "purpose", Label: book.Say("What it was"), Choices: purposes(book, file.Kinds, file.Kinds.Doing), Turns: true},
			{Name: "what", Label: book.Say("What and where, in words"), Help: book.Say("Such as: page 12 of the annual report.")},
			{Kind: form.OneOf, Name: "channel", Label: book.Say("Kind of place"), Choices: append([]form.Choice{{ID: "", Label: book.Say("None of these")}}, form.Choices(book, consent.Channels())...)},
			{Name: "recipient", Label: book.Say("For whom, if it was one recipient")},
			{Name: "link", Label: book.Say("Address or shelf mark"), Help: book.Say("Where to find it again.")},
			{Kind: form.Day, Name: "on", Label: book.Say("On which day")}}}
		if p := consent.Purpose(v["purpose"]); len(quotes) > 0 && (p == consent.QuoteWords || p == consent.TellStory) {
			g.Inputs = append(g.Inputs, form.Input{Kind: form.OneOf, Name: "item", Label: book.Say("Which words"), Choices: append([]form.Choice{{ID: "", Label: book.Say("None of the library")}}, quotes...)})
		}
		return []form.Group{g}
	}
	s.Keep = func(v form.Values) (string, error) {
		u, err := b.Consent().Used(consent.Use{Member: id, Purpose: consent.Purpose(v["purpose"]), Recipient: v.Text("recipient"),
			Channel: consent.Channel(v["channel"]), Item: v["item"], What: v.Text("what"), Link: v.Text("link"), On: v.Day("on")})
		if err == nil && !u.Allowed {
			return book.Say("Written down. Their choices did not cover this: talk with {name} about it.", "name", m.Name), nil
		}
		return book.Say("Written down in the register of uses."), err
	}
	return form.New(book, s, draft)
}

// NewDecidesForm begins to write down who decides for a person.
func NewDecidesForm(b Board, book *wording.Book, id member.ID, draft []byte) *form.Form {
	var kinds consent.Kinds
	var name string
	s := &form.Simple{Title: book.Say("Who decides"),
		Note: book.Say("A guardian’s permission never replaces the person’s own yes; both are needed.")}
	s.Start = func() (form.Values, error) {
		page, err := b.Consent().Page(id)
		if err != nil {
			return nil, err
		}
		kinds, err = b.Consent().Kinds()
		now := page.Standing
		name = page.Name
		return form.Values{"permission_needed": form.Truth(now.Permission), "decides_from": now.DecidesFrom.String(), "guardians": joined(now.Guardians),
			"excluded": joined(now.Excluded), "alone": joined(now.Alone), "on": page.Day.String()}, err
	}
	s.Fields = func(v form.Values) []form.Group {
		one := book.Say("One on each line.")
		g := form.Group{Title: name, Inputs: []form.Input{
			{Kind: form.Yes, Name: "permission_needed", Label: book.Say("A guardian has to agree too"), Turns: true}}}
		if v.On("permission_needed") {
			g.Inputs = append(g.Inputs,
				form.Input{Kind: form.Day, Name: "decides_from", Label: book.Say("They decide alone from"), Help: book.Say("The day on which they come of age. What was agreed before is asked anew then.")},
				form.Input{Kind: form.Lines, Name: "guardians", Label: book.Say("Who may give permission"), Help: one},
				form.Input{Kind: form.SomeOf, Name: "alone", Label: book.Say("What they decide alone already"), Choices: purposes(book, kinds, kinds.Name)})
		}
		g.Inputs = append(g.Inputs,
			form.Input{Kind: form.Lines, Name: "excluded", Label: book.Say("Who may never decide for them"), Help: book.Say("Somebody who hurt them. One name on each line.")},
			form.Input{Kind: form.Day, Name: "on", Label: book.Say("Since which day")})
		return []form.Group{g}
	}
	s.Keep = func(v form.Values) (string, error) {
		st := consent.Standing{Permission: v.On("permission_needed"), Excluded: v.List("excluded")}
		if st.Permission {
			st.DecidesFrom, st.Guardians = v.Day("decides_from"), v.List("guardians")
			for _, p := range v.List("alone") {
				st.Alone = append(st.Alone, consent.Purpose(p))
			}
		}
		_, err := b.Consent().Record(consent.Event{Member: id, Kind: consent.Decides, On: v.Day("on"), Standing: &st})
		return book.Say("Kept: who decides."), err
	}
	return form.New(book, s, draft)
}

// NewQuoteForm begins to write down words of a person, or changes them where
// quote is one of theirs. Without a person, the form asks who it is.
func NewQuoteForm(b Board, book *wording.Book, id member.ID, quote record.ID, draft []byte) *form.Form {
	kept := consent.Quote{ID: quote, Member: id}
	var who []form.Choice
	s := &form.Simple{Title: book.Say("A quote or a story"),
		Note: book.Say("The exact words. Each change makes a new version, which the person has to approve again.")}
	s.Start = func() (form.Values, error) {
		rows, err := b.Consent().Library("", "")
		v := form.Values{"member": string(id), "kind": "quote"}
		for _, row := range rows {
			if row.Quote.ID == quote && row.Quote.Member == id {
				kept = row.Quote
				v["title"], v["words"], v["content_notes"], v["retired"] = row.Quote.Title, row.Words, joined(row.Quote.Notes), form.Truth(row.Quote.Retired)
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
	s.Fields = func(form.Values) []form.Group {
		g := form.Group{Title: book.Say("Their words")}
		if id == "" {
			g.Inputs = append(g.Inputs, form.Input{Kind: form.OneOf, Name: "member", Label: book.Say("Person"), Choices: who})
		}
		g.Inputs = append(g.Inputs,
			form.Input{Kind: form.OneOf, Name: "kind", Label: book.Say("Kind"), Choices: []form.Choice{{ID: "quote", Label: book.Say("Quote")}, {ID: "story", Label: book.Say("Story")}}},
			form.Input{Name: "title", Label: book.Say("Title"), Help: book.Say("To find it again. It goes out nowhere.")},
			form.Input{Kind: form.Lines, Name: "words", Label: book.Say("The exact words"), Rows: 5},
			form.Input{Kind: form.Lines, Name: "content_notes", Label: book.Say("What readers should know first"), Help: book.Say("One on each line.")})
		if quote != "" {
			g.Inputs = append(g.Inputs, form.Input{Kind: form.Yes, Name: "retired", Label: book.Say("Keep it for the record only, and never export it again")})
		}
		return []form.Group{g}
	}
	s.Keep = func(v form.Values) (string, error) {
		if v["member"] == "" {
			return "", wording.Refuse("member", "Choose whose words these are.")
		}
		kept.Member, kept.Title, kept.Story = member.ID(v["member"]), v.Text("title"), v["kind"] == "story"
		kept.Notes, kept.Retired = v.List("content_notes"), v.On("retired")
		_, err := b.Consent().SaveQuote(kept, v.Text("words"))
		return book.Say("Kept. Show it to them as it stands, and approve it then."), err
	}
	return form.New(book, s, draft)
}

// NewAgreementForm begins an agreement with other organisations, or changes
// one.
func NewAgreementForm(b Board, book *wording.Book, id record.ID, draft []byte) *form.Form {
	kept := consent.Agreement{}
	s := &form.Simple{Title: book.Say("An agreement with another organisation"),
		Note: book.Say("It lets nothing about a person pass: for that there has to be a release by that person.")}
	s.Start = func() (form.Values, error) {
		all, err := b.Consent().Agreements()
		for _, a := range all {
			if a.ID == id {
				kept = a
			}
		}
		return form.Values{"parties": joined(kept.Parties), "purpose": kept.Purpose, "may_pass": joined(kept.MayPass), "personal_information": kept.Personal,
			"start": kept.Start.String(), "end": kept.End.String(), "review": kept.Review.String(), "page": string(kept.Page), "note": kept.Note}, err
	}
	s.Fields = func(v form.Values) []form.Group {
		one := book.Say("One on each line.")
		with := form.Group{Title: book.Say("With whom, and what for"), Inputs: []form.Input{
			{Kind: form.Lines, Name: "parties", Label: book.Say("The other organisations"), Help: one},
			{Kind: form.Lines, Name: "purpose", Label: book.Say("What it is for")},
			{Kind: form.Lines, Name: "may_pass", Label: book.Say("What may pass"), Help: book.Say("Totals, minutes without names. One on each line.")},
			{Kind: form.Lines, Name: "personal_information", Label: book.Say("About personal information"), Help: book.Say("Left empty, it says: none without a release by the person.")}}}
		term := form.Group{Title: book.Say("How long"), Inputs: []form.Input{
			{Kind: form.Day, Name: "start", Label: book.Say("From")}, {Kind: form.Day, Name: "end", Label: book.Say("Until, this day included")},
			{Kind: form.Day, Name: "review", Label: book.Say("Look at it again on")},
			{Kind: form.Lines, Name: "note", Label: book.Say("Note")}}}
		if id != "" {
			term.Inputs = append(term.Inputs, scanned(book, v, book.Say("The signed copy")))
		}
		return []form.Group{with, term}
	}
	s.Keep = func(v form.Values) (string, error) {
		kept.Parties, kept.Purpose, kept.MayPass, kept.Personal = v.List("parties"), v.Text("purpose"), v.List("may_pass"), v.Text("personal_information")
		kept.Start, kept.End, kept.Review, kept.Page, kept.Note = v.Day("start"), v.Day("end"), v.Day("review"), record.ID(v["page"]), v.Text("note")
		_, err := b.Consent().SaveAgreement(kept)
		return book.Say("The agreement is kept."), err
	}
	return form.New(book, s, draft)
}

// NewKindForm begins a kind of consent of the board's own, or changes one.
func NewKindForm(b Board, book *wording.Book, id record.ID, draft []byte) *form.Form {
	kept := consent.Own{}
	s := &form.Simple{Title: book.Say("A kind of consent of this board"), Note: book.Say("Changed words make a new version of the notice; what was agreed under the old one stays as it was.")}
	s.Start = func() (form.Values, error) {
		all, err := b.Consent().Kinds()
		for _, o := range all {
			if o.ID == id {
				kept = o
			}
		}
		return form.Values{"name": kept.Name, "says": joined(kept.Says), "risks": joined(kept.Risks), "alternatives": joined(kept.Alternatives),
			"to_somebody": form.Truth(kept.ToSomebody), "public": form.Truth(kept.Public), "retired": form.Truth(kept.Retired)}, err
	}
	s.Fields = func(form.Values) []form.Group {
		one := book.Say("One sentence on each line.")
		g := form.Group{Title: book.Say("What is agreed to"), Inputs: []form.Input{
			{Name: "name", Label: book.Say("Name"), Help: book.Say("As it stands after “agreed to”, such as: carrying the banner.")},
			{Kind: form.Lines, Name: "says", Label: book.Say("What people are told"), Help: one},
			{Kind: form.Lines, Name: "risks", Label: book.Say("What can go wrong"), Help: one},
			{Kind: form.Lines, Name: "alternatives", Label: book.Say("What could be done instead"), Help: one},
			{Kind: form.Yes, Name: "to_somebody", Label: book.Say("Something is passed on to one recipient, who has to be named")},
			{Kind: form.Yes, Name: "public", Label: book.Say("Others will see it, so it has to be said where")}}}
		if id != "" {
			g.Inputs = append(g.Inputs, form.Input{Kind: form.Yes, Name: "retired", Label: book.Say("Do not offer it any more")})
		}
		return []form.Group{g}
	}
	s.Keep = func(v form.Values) (string, error) {
		kept.Name, kept.Says, kept.Risks, kept.Alternatives = v.Text("name"), v.List("says"), v.List("risks"), v.List("alternatives")
		kept.ToSomebody, kept.Public, kept.Retired = v.On("to_somebody"), v.On("public"), v.On("retired")
		_, err := b.Consent().SaveKind(kept)
		return book.Say("The kind is kept."), err
	}
	return form.New(book, s, draft)
}
