package editor

import (
	"errors"
	"slices"
	"strings"

	"holdfast/app/form"
	"holdfast/assessment"
	"holdfast/wording"
)

// NewHead makes the form of what stands above the questions of a draft; at is
// its place.
func NewHead(b Board, book *wording.Book, at string, draft []byte) *form.Form {
	var in assessment.Instrument
	each := func(kind form.Kind, name, label, help string) []form.Input {
		return inEach(book, in, form.Input{Kind: kind, Name: name, Label: label, Help: help})
	}
	return form.New(book, &form.Simple{
		Title: book.Say("What stands above the questions"),
		Start: func() (v form.Values, err error) {
			if in, _, err = load(b, at); err != nil {
				return nil, err
			}
			v = form.Values{"kind": string(in.Kind), "publisher": in.Publisher, "reviewed": form.Written(in.Reviewed), "review_by": form.Written(in.ReviewBy),
				"ladder": form.Truth(in.Ladder), "sources": sourceLines(in.Sources)}
			for name, w := range map[string]assessment.Words{"title": in.Title, "about": in.About, "note": in.ContentNote, "copyright": in.Copyright} {
				fill(v, in, name, w)
			}
			return v, nil
		},
		Fields: func(form.Values) []form.Group {
			words := form.Group{Inputs: slices.Concat(
				each(form.Line, "title", book.Say("What it is called"), ""),
				each(form.Lines, "about", book.Say("What is said before it begins"), ""),
				each(form.Lines, "note", book.Say("Content note"), book.Say("Said before something hard, so that nobody meets it unprepared.")))}
			rests := form.Group{Title: book.Say("What it rests on"), Inputs: slices.Concat(
				[]form.Input{{Kind: form.Lines, Name: "sources", Rows: 3, Label: book.Say("Sources, one on each line"), Help: book.Say("A title, and after a space its address, where there is one.")},
					{Kind: form.Line, Name: "publisher", Label: book.Say("Whose words")}}, each(form.Line, "copyright", book.Say("How they may be used"), ""),
				[]form.Input{{Kind: form.Day, Name: "reviewed", Label: book.Say("Last gone through")}, {Kind: form.Day, Name: "review_by", Label: book.Say("To be gone through by")}})}
			kind := kindInput(book)
			kind.Turns = false
			return []form.Group{words, {Inputs: []form.Input{kind, {Kind: form.Yes, Name: "ladder", Label: book.Say("Its parts are steps, each above the one before")}}}, rests}
		},
		Keep: func(v form.Values) (string, error) {
			if err := errors.Join(whole(in, v, true, "title"), whole(in, v, false, "about", "note", "copyright")); err != nil {
				return "", err
			}
			changed := in
			changed.Title, changed.About, changed.ContentNote, changed.Copyright = words(in, v, "title"), words(in, v, "about"), words(in, v, "note"), words(in, v, "copyright")
			changed.Kind, changed.Publisher, changed.Ladder = assessment.Kind(v["kind"]), v.Text("publisher"), v.On("ladder")
			changed.Reviewed, changed.ReviewBy, changed.Sources = v.Day("reviewed"), v.Day("review_by"), sources(v.List("sources"), in.Sources)
			return book.Say("The draft is kept."), b.Assess().SaveInstrument(changed)
		},
	}, draft)
}

func sourceLines(all []assessment.Source) string {
	var lines []string
	for _, s := range all {
		lines = append(lines, strings.TrimSpace(s.Title+" "+s.Address))
	}
	return strings.Join(lines, "\n")
}

// sources are lines as sources; those that stay keep the day on which they
// were looked at.
func sources(lines []string, before []assessment.Source) []assessment.Source {
	var all []assessment.Source
	for _, line := range lines {
		if at := slices.IndexFunc(before, func(s assessment.Source) bool { return strings.TrimSpace(s.Title+" "+s.Address) == line }); at >= 0 {
			all = append(all, before[at])
			continue
		}
		s := assessment.Source{Title: line}
		if at := strings.LastIndex(line, " "); at > 0 && strings.Contains(line[at+1:], "://") {
			s.Title, s.Address = strings.TrimSpace(line[:at]), line[at+1:]
		}
		all = append(all, s)
	}
	return all
}

// NewTranslation makes the form that adds a language to a draft: every text,
// to be said in it. at is the draft's place, a stroke, and the language.
func NewTranslation(b Board, book *wording.Book, at string, draft []byte) *form.Form {
	var in assessment.Instrument
	var into wording.Language
	return form.New(book, &form.Simple{
		Title: book.Say("Say it in a further language"), Note: book.Say("The language is there once every text is. What is typed so far is kept as a draft when the board locks."),
		Start: func() (form.Values, error) {
			found, l, err := load(b, at)
			in, into = found, wording.Language(l)
			return form.Values{}, err
		},
		Fields: func(form.Values) []form.Group {
			g := form.Group{Title: languageName(into)}
			for _, text := range in.Texts() {
				g.Inputs = append(g.Inputs, form.Input{Kind: form.Lines, Name: text, Label: text, Rows: 1 + len(text)/90})
			}
			return []form.Group{g}
		},
		Keep: func(v form.Values) (string, error) {
			said := map[string]string{}
			for _, text := range in.Texts() {
				if said[text] = v.Text(text); said[text] == "" {
					return "", wording.Refuse(text, "Say this one too.")
				}
			}
			return book.Say("The draft is there in a further language."), saveIn(b, in, into, said)
		},
	}, draft)
}

func saveIn(b Board, in assessment.Instrument, into wording.Language, said map[string]string) error {
	changed, err := in.Translated(into, said)
	if err != nil {
		return err
	}
	return b.Assess().SaveInstrument(changed)
}
