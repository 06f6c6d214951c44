package board

import (
	"slices"
	"strings"

	"holdfast/assessment"
	"holdfast/paper"
	"holdfast/record"
	"holdfast/wording"
)

// ChecklistDocument is a checklist as it stands, to be printed: what is known
// of the board, and each item with where it applies, what it rests on, what
// shows it, and who looks after it.
func ChecklistDocument(state assessment.ChecklistState, facts assessment.Answers, today record.Date, book *wording.Book, size paper.Size) paper.Document {
	language := book.Language()
	in := state.Instrument
	d := paper.Document{Title: in.Title.In(language), Size: size, Day: today,
		Foot: book.Say("General information, not legal advice. Content last checked on {date}.", "date", in.Reviewed)}
	d.Blocks = append(d.Blocks, paper.Paragraph{Text: in.About.In(language)},
		paper.Paragraph{Look: paper.Quiet, Text: book.Say("As of {date}.", "date", today)})
	d.Blocks = append(d.Blocks, aboutBlocks(state, facts, book)...)
	every := appliesToAll(state, book)
	for _, sentence := range every {
		d.Blocks = append(d.Blocks, paper.Paragraph{Text: book.Say("Everything here applies under a condition. {condition}", "condition", sentence)})
	}
	section := ""
	for _, i := range state.Items {
		var together paper.Together // a heading never stands alone
		if i.Section.ID != section {
			section = i.Section.ID
			together = append(together, paper.Heading{Text: i.Section.Text.In(language)})
		}
		d.Blocks = append(d.Blocks, append(together, checkBlocks(in, i, every, book)...))
	}
	if state.Left > 0 {
		d.Blocks = append(d.Blocks, paper.Paragraph{Look: paper.Quiet, Text: book.Count(state.Left,
			"{n} item is left out because it does not apply to this board.", "{n} items are left out because they do not apply to this board.")})
	}
	return d
}

// aboutBlocks are what the checklist asks about the board, section by section.
func aboutBlocks(state assessment.ChecklistState, facts assessment.Answers, book *wording.Book) []paper.Block {
	var blocks []paper.Block
	var lines paper.Facts
	section := assessment.Section{}
	flush := func() {
		if len(lines) > 0 {
			blocks = append(blocks, paper.Together{paper.Heading{Text: section.Text.In(book.Language())}, lines})
		}
		lines = nil
	}
	for _, q := range state.About {
		if q.Section.ID != section.ID {
			flush()
			section = q.Section
		}
		var said []string
		for _, value := range facts[q.ID].Values {
			said = append(said, state.Instrument.Said(q, value, book))
		}
		if len(said) == 0 {
			said = append(said, book.Say("not answered yet"))
		}
		lines = append(lines, paper.Line{Label: q.Text.In(book.Language()), Text: strings.Join(said, "; ")})
	}
	flush()
	return blocks
}

// appliesToAll are the conditions of every item, to be said once.
func appliesToAll(state assessment.ChecklistState, book *wording.Book) []string {
	var all []string
	for n, i := range state.Items {
		one := state.Instrument.AppliesIf(i.ID, book)
		if n == 0 {
			all = one
		}
		all = slices.DeleteFunc(slices.Clone(all), func(s string) bool { return !slices.Contains(one, s) })
	}
	return all
}

// checkBlocks are one item of a checklist as it stands; said are conditions
// that need not be said again.
func checkBlocks(in assessment.Instrument, i assessment.CheckItem, said []string, book *wording.Book) paper.Together {
	language, m := book.Language(), i.Mark
	stands := book.Say("not answered yet")
	for _, c := range in.ChoicesOf(i.Item) {
		if i.Marked && c.Code == m.Status {
			stands = c.Text.In(language) + ", " + book.Date(m.On)
		}
	}
	facts := paper.Facts{{Label: book.Say("How it stands"), Text: stands}}
	add := func(label, text string) {
		if text != "" {
			facts = append(facts, paper.Line{Label: label, Text: text})
		}
	}
	own := slices.DeleteFunc(in.AppliesIf(i.ID, book), func(s string) bool { return slices.Contains(said, s) })
	add(book.Say("Applies"), strings.Join(own, " "))
	owner := m.Owner
	if r := i.Rests; r != nil {
		add(book.Say("Rests on"), r.On(book, ": "))
		if !r.Checked.IsZero() {
			add(book.Say("Law last looked at"), book.Date(r.Checked))
		}
		add(book.Say("What would show it"), r.Evidence.In(language))
		if owner == "" {
			owner = r.Owner.In(language)
		}
	}
	add(book.Say("Evidence"), strings.TrimSpace(m.Note+" "+m.Link))
	if n := len(m.Attachments); n > 0 {
		add(book.Say("Files"), book.Count(n, "{n} file, kept encrypted in the vault", "{n} files, kept encrypted in the vault"))
	}
	add(book.Say("Who looks after it"), owner)
	if !m.ReviewBy.IsZero() {
		add(book.Say("Look again by"), book.Date(m.ReviewBy))
	}
	if m.SignedBy != "" {
		add(book.Say("Signed"), m.SignedBy+", "+book.Date(m.SignedOn))
	}
	return paper.Together{paper.Heading{Text: i.Text.In(language), Sub: true}, facts}
}
