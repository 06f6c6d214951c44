package members

import (
	"slices"
	"strings"

	"holdfast/app/form"
	"holdfast/member"
)

// What is typed into a form is text in the language of the screen: entries of
// a list on lines of their own, a choice by its code. Lists that are ticked
// hold the codes of what is ticked and then what is in nobody's list.

// shown is what stands in a field before anything is typed.
func (f *Form) shown(field member.Field) string {
	text := field.Get(f.person)
	switch {
	case text == "":
		return ""
	case field.Kind == member.KindList:
		list := strings.Split(text, "; ")
		for i, entry := range list {
			if !ticked(field) {
				list[i] = f.book.Render(member.Label(field.Choices, entry))
			}
		}
		return strings.Join(list, "\n")
	case field.Kind == member.KindLine:
		return f.book.Render(member.Label(field.Choices, text))
	default:
		return text
	}
}

// meant is what a typed text means to the field.
func (f *Form) meant(field member.Field, typed string) string {
	switch field.Kind {
	case member.KindLine:
		return code(f.book, field.Choices, typed)
	case member.KindList:
		lines := strings.FieldsFunc(typed, func(r rune) bool { return r == '\n' || r == ';' })
		// A single line with commas is a list as people write one.
		if len(lines) == 1 {
			lines = strings.Split(lines[0], ",")
		}
		for i, entry := range lines {
			lines[i] = code(f.book, field.Choices, entry)
		}
		return strings.Join(lines, ";")
	default:
		return typed
	}
}

// Parts takes the text of a ticked list apart: what is ticked, and the rest,
// one on each line.
func (in Input) Parts() (on map[string]bool, rest string) {
	on = map[string]bool{}
	var others []string
	for entry := range strings.SplitSeq(in.Value, "\n") {
		if slices.ContainsFunc(in.Choices, func(c form.Choice) bool { return c.ID == entry }) {
			on[entry] = true
		} else {
			others = append(others, entry)
		}
	}
	return on, strings.Join(others, "\n")
}

// Joined is the text of a ticked list: the opposite of Parts.
func (in Input) Joined(on map[string]bool, rest string) string {
	var all []string
	for _, c := range in.Choices {
		if on[c.ID] {
			all = append(all, c.ID)
		}
	}
	if rest != "" {
		all = append(all, rest)
	}
	return strings.Join(all, "\n")
}
