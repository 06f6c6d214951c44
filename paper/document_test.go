package paper_test

import (
	"bytes"
	"errors"
	"fmt"
	"image/color"
	"regexp"
	"strings"
	"testing"
	"time"

	"holdfast/paper"
	"holdfast/record"
	"holdfast/wording"
)

// everyBlock is a document with one of each.
func everyBlock(size paper.Size) paper.Document {
	teal, ink := color.NRGBA{0x1f, 0x6f, 0x78, 255}, color.NRGBA{20, 20, 20, 255}
	return paper.Document{
		Title: "Agreement & receipt", Size: size, Day: record.Date{Year: 2026, Month: time.March, Day: 9},
		Foot: "Ask for this page again whenever you like.",
		Blocks: []paper.Block{
			paper.Paragraph{Text: "This says what was agreed, in plain words.\nIt can be changed at any time, and nobody has to give a reason.", Look: paper.Boxed},
			paper.Heading{Text: "What it is about"},
			paper.Facts{{Label: "Who", Text: "7f3a-19c2"}, {Label: "Until", Text: "9 June 2026"},
				{Label: "What may be shared, and with whom", Text: strings.Repeat("A short biography of four sentences, with the library. ", 4)}, {Label: "Reason", Text: ""}},
			paper.Heading{Text: "Paid <so far>", Sub: true},
			paper.Table{
				Columns: []paper.Column{{Head: "Day"}, {Head: "For what"}, {Head: "Hours", Right: true}, {Head: "Amount", Right: true}},
				Rows: [][]string{{"9 Mar 2026", "Preparing and attending the spring meeting, reading the draft guidance and writing down what was missing from it", "3.5", "$175.00"},
					{"2 Apr 2026", "Review", "1", "$50.00"}, {"3 Apr 2026"}},
				Total: []string{"Together", "", "4.5", "$225.00"},
			},
			paper.Paragraph{Text: "General information, not legal advice; last checked 9 March 2026.", Look: paper.Quiet},
			paper.Heading{Text: "Choices"},
			paper.Boxes{Items: []paper.Box{{Text: "The person has read it, or it was read to them.", Ticked: true}, {Text: strings.Repeat("They know that they may take it back. ", 5)}}},
			paper.Together{paper.Paragraph{Text: "How far along are we?"},
				paper.Boxes{Beside: true, Items: []paper.Box{{Text: "Not yet"}, {Text: "Talking about it"}, {Text: "Started", Ticked: true}, {Text: "Mostly in place"}, {Text: "In place and reviewed"}, {Text: "Don’t know"}, {Text: "Does not apply"}}}},
			paper.List{"First, ask whether it is a good moment.", strings.Repeat("Then say how long it takes. ", 8)},
			paper.Blank{Label: "What would help?", Lines: 3},
			paper.Signatures{"Signature", "Date", "Signature of the coordinator", "Date"},
			paper.Break{},
			paper.Drawing{Width: 120, Height: 50, Alt: "Three bars; the second is the longest.", Shapes: []paper.Shape{
				{Points: []paper.Point{{X: 30, Y: 5}, {X: 90, Y: 5}, {X: 90, Y: 12}, {X: 30, Y: 12}}, Fill: teal},
				{Points: []paper.Point{{X: 30, Y: 20}, {X: 115, Y: 20}, {X: 115, Y: 27}, {X: 30, Y: 27}}, Fill: teal, Edge: ink},
				{Points: []paper.Point{{X: 30, Y: 0}, {X: 30, Y: 45}}, Edge: ink},
				{Points: []paper.Point{{X: 75, Y: 0}, {X: 75, Y: 45}}, Edge: ink, Dashed: true},
				{Points: []paper.Point{{X: 28, Y: 10}}, Text: "Safety", Anchor: paper.AtEnd},
				{Points: []paper.Point{{X: 28, Y: 25}}, Text: "Voice", Anchor: paper.AtEnd, Bold: true, Fill: teal},
				{Points: []paper.Point{{X: 75, Y: 49}}, Text: "50", Anchor: paper.AtMiddle},
			}},
		},
	}
}

func TestEveryBlockIsOnThePageAndTheSameAgain(t *testing.T) {
	for language, book := range books(t) {
		for _, size := range paper.Sizes() {
			d := everyBlock(size)
			pdf, err := d.PDF(book, fonts())
			if err != nil {
				t.Fatal(err)
			}
			kept(t, "document-"+language+"-"+string(size)+".pdf", pdf)
			golden(t, "document-"+language+"-"+string(size)+".txt", text(t, pdf))
			if again, _ := d.PDF(book, fonts()); !bytes.Equal(pdf, again) {
				t.Errorf("%s %s: another file came out", language, size)
			}
		}
		page := everyBlock(paper.A4).HTML(book)
		kept(t, "document-"+language+".html", page)
		golden(t, "document-"+language+".html", string(page))
	}
}

func TestNothingIsLostOverThePages(t *testing.T) {
	var d paper.Document
	var rows [][]string
	for i := range 120 {
		rows = append(rows, []string{fmt.Sprintf("row-%d.", i), strings.Repeat("words and more ", i%9)})
	}
	long := strings.Repeat("deep ", 2500)
	rows = append(rows, []string{"tall", long}, []string{"after"})
	d.Blocks = []paper.Block{
		paper.Table{Columns: []paper.Column{{Head: "Name"}, {Head: "Said"}}, Rows: rows},
		paper.Facts{{Label: "fact", Text: long}, {Label: "next"}},
		paper.Paragraph{Text: long, Look: paper.Boxed},
		paper.Together{paper.Paragraph{Text: "too much for one page"}, paper.Paragraph{Text: long}},
	}
	pdf, err := d.PDF(wording.English(), fonts())
	if err != nil {
		t.Fatal(err)
	}
	kept(t, "document-long.pdf", pdf)
	printed := text(t, pdf)
	for i := range 120 {
		if strings.Count(printed, fmt.Sprintf("row-%d.", i)) != 1 {
			t.Errorf("row %d is not there once", i)
		}
	}
	if n := strings.Count(printed, "deep"); n != 4*2500 {
		t.Errorf("%d words of 10000 are there", n)
	}
	height := 279.4 * 72 / 25.4
	for _, m := range regexp.MustCompile(`(?m)^ *\S+ +(\S+)  `).FindAllStringSubmatch(printed, -1) {
		var y float64
		if _, err := fmt.Sscan(m[1], &y); err != nil || y < 0 || y > height {
			t.Fatalf("a line stands outside the page, at %s (%v)", m[1], err)
		}
	}
	// Every page of the table begins with its head again.
	if heads, pages := strings.Count(printed, "  Said\n"), len(pages(t, pdf)); heads < 5 || heads > pages {
		t.Errorf("the head is printed %d times on %d pages", heads, pages)
	}
}

func TestAQuestionStaysWithItsAnswers(t *testing.T) {
	for lines := range 40 {
		d := paper.Document{Blocks: []paper.Block{
			paper.Paragraph{Text: strings.Repeat("above\n", lines+20)},
			paper.Together{paper.Paragraph{Text: "the question"}, paper.Boxes{Items: []paper.Box{{Text: "one"}, {Text: "two"}, {Text: "the last answer"}}}},
		}}
		pdf, err := d.PDF(wording.English(), fonts())
		if err != nil {
			t.Fatal(err)
		}
		for _, page := range strings.Split(text(t, pdf), "page ") {
			if strings.Contains(page, "the question") != strings.Contains(page, "the last answer") {
				t.Fatalf("torn apart below %d lines", lines+20)
			}
		}
	}
}

func TestAPageOfABrowserAsksForNothingAndTrustsNoText(t *testing.T) {
	d := everyBlock(paper.Letter)
	d.Blocks = append(d.Blocks, paper.Paragraph{Text: `<script>alert("x")</script>`},
		paper.Drawing{Alt: `"><img src=http://example.org>`}, paper.Facts{{Label: "</dl>", Text: "ไทย prints here"}})
	page := d.HTML(wording.English())
	for _, never := range []string{"<script", "src=\"http", "<img src=http", "</dl></dt>", "url(", "@import", "<link"} {
		if strings.Contains(string(page), never) {
			t.Errorf("the page holds %q", never)
		}
	}
	for _, always := range []string{`<html lang="en">`, "default-src 'none'", "<title>Document</title>", "ไทย prints here", `aria-label="not ticked"`, `<th scope="col">Day</th>`} {
		if !strings.Contains(string(page), always) {
			t.Errorf("the page lacks %q", always)
		}
	}
	if _, err := d.PDF(wording.English(), fonts()); !errors.Is(err, record.ErrInvalid) {
		t.Errorf("letters that can't be printed: %v", err)
	}
}
