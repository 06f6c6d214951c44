package member

import (
	"slices"

	"holdfast/record"
	"holdfast/wording"
)

// Change is one difference between two states of a member, in words.
type Change struct {
	// Field is the name of the field that changed, or "roles", "terms",
	// "onboarding" or "leave".
	Field string
	// Label is what the field is called.
	Label wording.Text
	// From and To are its value before and after; zero where there was none.
	From, To wording.Text
	// Covered says that the value is one to cover (Field.Masked), so that
	// From and To are left out.
	Covered bool
}

// Text is the change as one sentence.
func (c Change) Text() wording.Text {
	switch {
	case c.Covered:
		return wording.T("{field} was changed", "field", c.Label)
	case c.From.IsZero():
		return wording.T("{field}: “{to}” was added", "field", c.Label, "to", c.To)
	case c.To.IsZero():
		return wording.T("{field}: “{from}” was taken out", "field", c.Label, "from", c.From)
	default:
		return wording.T("{field}: “{from}” became “{to}”", "field", c.Label, "from", c.From, "to", c.To)
	}
}

// Changes says what is different between two states of a member, with the
// board's labels, in the order of the page. Against the zero Member
// everything is new. It tells values, those of covered fields aside.
func Changes(before, after Member, a Arrangement) []Change {
	var all []Change
	for _, f := range a.All() {
		if f.Counted {
			continue
		}
		if f.Get(before) != f.Get(after) {
			c := Change{Field: f.Name, Label: f.Label, Covered: f.Masked}
			if !f.Masked {
				c.From, c.To = f.Show(before), f.Show(after)
			}
			all = append(all, c)
		}
		if f.Name == "joined" {
			all = slices.Concat(all, stageChanges(before, after), roleChanges(before, after),
				termChanges(before, after), stepChanges(before, after))
		}
	}
	return all
}

// Texts are the sentences of changes.
func Texts(changes []Change) []wording.Text {
	texts := make([]wording.Text, len(changes))
	for i, c := range changes {
		texts[i] = c.Text()
	}
	return texts
}

// Text is the step in words: "On leave, 3 March 2026".
func (s StageChange) Text() wording.Text {
	if s.On.IsZero() {
		return s.Stage.Label()
	}
	return wording.T("{stage}, {day}", "stage", s.Stage.Label(), "day", s.On)
}

func stageChanges(before, after Member) []Change {
	same := 0
	for same < min(len(before.Stages), len(after.Stages)) && before.Stages[same] == after.Stages[same] {
		same++
	}
	var all []Change
	label := wording.T("Stage")
	for i := same; i < max(len(before.Stages), len(after.Stages)); i++ {
		var old, now StageChange
		c := Change{Field: "stage", Label: label}
		if i < len(before.Stages) {
			old = before.Stages[i]
			c.From = old.Text()
		}
		if i < len(after.Stages) {
			now = after.Stages[i]
			c.To = now.Text()
		}
		if old.Stage != now.Stage || old.On != now.On {
			all = append(all, c)
		}
		all = append(all, agreedChanges(old, now)...)
	}
	return all
}

// agreedChanges are the differences in a step besides its stage and day.
func agreedChanges(old, now StageChange) []Change {
	var all []Change
	add := func(field string, label, from, to wording.Text, changed bool) {
		if changed {
			all = append(all, Change{Field: field, Label: label, From: from, To: to})
		}
	}
	a, b := old.Leave, now.Leave
	add("stage", wording.T("Note on the stage"), asWritten(old.Note), asWritten(now.Note), old.Note != now.Note)
	add("leave", wording.T("Expected back"), dayText(a.Expected), dayText(b.Expected), a.Expected != b.Expected)
	add("leave", wording.T("Contact while on leave"), Label(LeaveContacts(), string(a.Contact)),
		Label(LeaveContacts(), string(b.Contact)), a.Contact != b.Contact)
	add("leave", wording.T("Seat held"), a.SeatHeld.Label(), b.SeatHeld.Label(), a.SeatHeld != b.SeatHeld)
	add("leave", wording.T("Term clock paused"), a.ClockPaused.Label(), b.ClockPaused.Label(), a.ClockPaused != b.ClockPaused)
	return all
}

func roleChanges(before, after Member) []Change {
	return listChanges("roles", wording.T("Role"), before.Roles, after.Roles, func(r Role) string { return r.Name + "\x00" + r.Of + "\x00" + r.From.String() }, Role.Text)
}

// Text is the role with its days: "Chair, since 1 March 2025".
func (r Role) Text() wording.Text {
	switch {
	case !r.From.IsZero() && !r.Until.IsZero():
		return wording.T("{role}, {from} to {until}", "role", r.Label(), "from", r.From, "until", r.Until)
	case !r.From.IsZero():
		return wording.T("{role}, since {from}", "role", r.Label(), "from", r.From)
	case !r.Until.IsZero():
		return wording.T("{role}, until {until}", "role", r.Label(), "until", r.Until)
	default:
		return r.Label()
	}
}

func termChanges(before, after Member) []Change {
	return listChanges("terms", wording.T("Term"), before.Terms, after.Terms, func(t Term) string { return t.Start.String() }, Term.Text)
}

// Text is the term's days: "1 March 2025 to 28 February 2027".
func (t Term) Text() wording.Text {
	switch {
	case t.End.IsZero():
		return wording.T("from {start}", "start", t.Start)
	case t.Start.IsZero():
		return wording.T("until {end}", "end", t.End)
	default:
		return wording.T("{start} to {end}", "start", t.Start, "end", t.End)
	}
}

func stepChanges(before, after Member) []Change {
	return listChanges("onboarding", wording.T("Onboarding"), before.Onboarding, after.Onboarding, func(s Step) string { return s.Item }, Step.Text)
}

// Text is the item and where it stands: "Safe contact sheet, done 3 March".
func (s Step) Text() wording.Text {
	switch {
	case !s.Done.IsZero():
		return wording.T("{item}, done on {day}", "item", s.Label(), "day", s.Done)
	case s.NotNeeded:
		return wording.T("{item}, not needed", "item", s.Label())
	default:
		return wording.T("{item}, to do", "item", s.Label())
	}
}

// listChanges pairs the entries of two lists by what they are about, and the
// rest in their order.
func listChanges[E comparable](field string, label wording.Text, before, after []E, about func(E) string, text func(E) wording.Text) []Change {
	var all []Change
	gone := slices.DeleteFunc(slices.Clone(before), func(e E) bool { return slices.Contains(after, e) })
	for _, e := range after {
		if slices.Contains(before, e) {
			continue
		}
		c := Change{Field: field, Label: label, To: text(e)}
		if i := slices.IndexFunc(gone, func(old E) bool { return about(old) == about(e) }); i >= 0 {
			c.From = text(gone[i])
			gone = slices.Delete(gone, i, i+1)
		}
		all = append(all, c)
	}
	for _, e := range gone {
		all = append(all, Change{Field: field, Label: label, From: text(e)})
	}
	return all
}

func dayText(d record.Date) wording.Text {
	if d.IsZero() {
		return wording.Text{}
	}
	return wording.T("{day}", "day", d)
}
