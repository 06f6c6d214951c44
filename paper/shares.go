package paper

import (
	"fmt"
	"strconv"
	"strings"

	"holdfast/record"
	"holdfast/wording"
)

// Share is one of several sheets among which a key is divided.
type Share struct {
	// Number is that of this sheet, of All; Needed of them give the key.
	Number, All, Needed int
	// Words are the share, the last Checks of them check the others.
	Words  []string
	Checks int
	// Fingerprint is the vault's, as the program shows it.
	Fingerprint string
	// Made is the day that is printed.
	Made record.Date
}

// shareColumns is how many words stand beside each other.
const shareColumns = 3

// SharePages is every sheet on a page of its own, to be printed and parted. As
// on a recovery kit nothing says whose it is.
func SharePages(shares []Share, b *wording.Book) Document {
	d := Document{Name: b.Say("Sheets")}
	for i, s := range shares {
		if i > 0 {
			d.Blocks = append(d.Blocks, Break{})
		}
		d.Day = s.Made
		d.Blocks = append(d.Blocks, s.blocks(b)...)
	}
	return d
}

func (s Share) blocks(b *wording.Book) []Block {
	rows := (len(s.Words) + shareColumns - 1) / shareColumns
	table := Table{Columns: make([]Column, shareColumns)}
	for i := range table.Columns {
		table.Columns[i].Head = b.Say("Words {from} to {to}", "from", i*rows+1, "to", min((i+1)*rows, len(s.Words)))
	}
	for r := range rows {
		var row []string
		for at := r; at < len(s.Words); at += rows {
			row = append(row, strconv.Itoa(at+1)+"   "+s.Words[at])
		}
		table.Rows = append(table.Rows, row)
	}
	t := s.text(b)
	return []Block{
		Heading{Text: t.title}, Paragraph{Text: t.what, Look: Boxed}, table, Paragraph{Text: t.checks, Look: Quiet},
		Facts{{Label: t.printHead, Text: s.Fingerprint}, {Label: t.madeHead, Text: b.Date(s.Made)}},
		Paragraph{Text: t.printHelp, Look: Quiet},
		Heading{Text: t.todoHead, Sub: true}, boxes(t.todo),
	}
}

func boxes(texts []string) Boxes {
	var b Boxes
	for _, text := range texts {
		b.Items = append(b.Items, Box{Text: text})
	}
	return b
}

// shareText is everything that a sheet says, in a language.
type shareText struct {
	title, what, checks            string
	printHead, printHelp, madeHead string
	todoHead                       string
	todo                           []string
}

func (s Share) text(b *wording.Book) shareText {
	return shareText{
		title: b.Say("Sheet {n} of {all}", "n", s.Number, "all", s.All),
		what: b.Say("This page is a part of a key. Any {needed} of the {all} sheets together open what it belongs to, without any passphrase; this one alone opens nothing and says nothing.",
			"needed", s.Needed, "all", s.All),
		checks: b.Say("Type the words in their order; the first four letters of each are enough. The first two are the same on every sheet of this set, the last {n} check the others.",
			"n", s.Checks),
		printHead: b.Say("Fingerprint"),
		printHelp: b.Say("When the key is used for the first time, the program shows a fingerprint. If it is not this one, stop: somebody may have changed something."),
		madeHead:  b.Say("Made"),
		todoHead:  b.Say("What to do with it"),
		todo: []string{
			b.Say("Read it back: type all of its words once, when the program asks. The sheets count only then."),
			b.Say("Keep each sheet in another place, or with another person whom you trust. Two in one drawer are a whole key."),
			b.Say("Put it into a sealed envelope that says nothing of what is inside."),
			b.Say("Do not photograph it, send it, or keep a copy on a computer or in the cloud."),
			b.Say("If somebody may have seen two sheets, make a new set and remove this one from the keyholders."),
		},
	}
}

// ShareText is one sheet as plain text: every line but those of its words
// begins with #, so that it is read as it stands.
func ShareText(s Share, b *wording.Book) []byte {
	var out strings.Builder
	t := s.text(b)
	comment := func(text string) {
		for _, line := range folded(text, 74) {
			fmt.Fprintf(&out, "# %s\n", line)
		}
		out.WriteString("#\n")
	}
	comment(t.title)
	comment(t.what)
	for i, w := range s.Words {
		fmt.Fprintf(&out, "%2d  %s\n", i+1, w)
	}
	out.WriteString("#\n")
	comment(t.checks)
	comment(t.printHead + ": " + s.Fingerprint)
	comment(t.printHelp)
	comment(t.todoHead)
	for _, todo := range t.todo {
		comment("[ ] " + todo)
	}
	comment(b.Say("Made on {date}", "date", s.Made))
	return []byte(out.String())
}
