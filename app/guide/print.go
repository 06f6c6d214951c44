package guide

import (
	"strconv"

	"holdfast/assets"
	"holdfast/paper"
	"holdfast/wording"
)

// Document is pages as they are printed, each on a page of its own.
func Document(pages []Page, book *wording.Book) paper.Document {
	d := paper.Document{Name: book.Say("Guide"), Title: book.Say("Guide")}
	for i, p := range pages {
		if len(pages) == 1 {
			d.Title = p.Title
		} else {
			if i > 0 {
				d.Blocks = append(d.Blocks, paper.Break{})
			}
			d.Blocks = append(d.Blocks, paper.Heading{Text: p.Title})
		}
		for _, b := range p.Blocks {
			d.Blocks = append(d.Blocks, printed(b, book, len(pages) > 1))
		}
	}
	return d
}

func printed(b Block, book *wording.Book, within bool) paper.Block {
	text := b.String()
	switch b.Kind {
	case Section:
		return paper.Heading{Text: text, Sub: within}
	case Step:
		return paper.Paragraph{Text: strconv.Itoa(b.Number) + ".  " + text}
	case Point:
		return paper.List{text}
	case Care:
		return paper.Paragraph{Text: text, Look: paper.Boxed}
	case Leads:
		return paper.Paragraph{Text: book.Say("See also: {page}", "page", text), Look: paper.Quiet}
	default:
		return paper.Paragraph{Text: text}
	}
}

// PDF is pages as a file that prints the same everywhere.
func PDF(pages []Page, book *wording.Book) ([]byte, error) {
	return Document(pages, book).PDF(book, paper.Fonts{Regular: assets.RegularFont(), Bold: assets.BoldFont()})
}
