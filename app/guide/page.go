package guide

import (
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
)

// Kind is what a Block is.
type Kind int

// The kinds of blocks.
const (
	// Paragraph is running text, Section the heading of what follows.
	Paragraph Kind = iota
	Section
	// Step is one of several things to do in their order, Point one of
	// several in no order.
	Step
	Point
	// Care is what must not be overlooked.
	Care
	// Leads is a way to another page.
	Leads
)

// Run is a piece of a text. A Label stands so in the window, a Key on the
// keyboard.
type Run struct {
	Text       string
	Label, Key bool
}

// Block is a part of a Page.
type Block struct {
	Kind Kind
	// Number is that of a Step.
	Number int
	Runs   []Run
	// To is the page that a way leads to.
	To string
}

// Page is one page of the guide.
type Page struct {
	ID, Title string
	Blocks    []Block
}

// String is the text without its looks; labels stand in quotes.
func (b Block) String() string {
	var all strings.Builder
	for _, r := range b.Runs {
		if r.Label {
			all.WriteString("“" + r.Text + "”")
			continue
		}
		all.WriteString(r.Text)
	}
	return all.String()
}

// parse reads a page. What a page should not hold becomes running text; a test
// sees to it that none does.
func parse(id string, markdown []byte) Page {
	page := Page{ID: id}
	root := goldmark.DefaultParser().Parse(text.NewReader(markdown))
	for node := root.FirstChild(); node != nil; node = node.NextSibling() {
		page.add(node, markdown)
	}
	return page
}

// add reads a block that stands on the page itself.
func (p *Page) add(node ast.Node, source []byte) {
	switch n := node.(type) {
	case *ast.Heading:
		if n.Level == 1 && p.Title == "" {
			p.Title = Block{Runs: runs(n, source)}.String()
			return
		}
		p.Blocks = append(p.Blocks, Block{Kind: Section, Runs: runs(n, source)})
	case *ast.List:
		for item, number := n.FirstChild(), n.Start; item != nil; item, number = item.NextSibling(), number+1 {
			p.Blocks = append(p.Blocks, listed(n, item, number, source))
		}
	case *ast.Blockquote:
		p.Blocks = append(p.Blocks, Block{Kind: Care, Runs: runs(n, source)})
	default:
		if link, ok := node.FirstChild().(*ast.Link); ok && link.NextSibling() == nil {
			to := strings.TrimSuffix(string(link.Destination), ".md")
			p.Blocks = append(p.Blocks, Block{Kind: Leads, To: to, Runs: runs(link, source)})
			return
		}
		p.Blocks = append(p.Blocks, Block{Kind: Paragraph, Runs: runs(n, source)})
	}
}

// listed is an item of a list.
func listed(list *ast.List, item ast.Node, number int, source []byte) Block {
	if list.IsOrdered() {
		return Block{Kind: Step, Number: number, Runs: runs(item, source)}
	}
	return Block{Kind: Point, Runs: runs(item, source)}
}

// runs are the pieces of text within a node; a line that ends is a space.
func runs(node ast.Node, source []byte) []Run {
	var all []Run
	add := func(r Run) {
		if last := len(all) - 1; last >= 0 && !r.Label && !r.Key && !all[last].Label && !all[last].Key {
			all[last].Text += r.Text
			return
		}
		all = append(all, r)
	}
	_ = ast.Walk(node, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Emphasis:
			add(Run{Text: plain(n, source), Label: n.Level == 2})
			return ast.WalkSkipChildren, nil
		case *ast.CodeSpan:
			add(Run{Text: plain(n, source), Key: true})
			return ast.WalkSkipChildren, nil
		case *ast.Text:
			add(Run{Text: words(n, source)})
		}
		return ast.WalkContinue, nil
	})
	return all
}

// plain is all text within a node.
func plain(node ast.Node, source []byte) string {
	var all strings.Builder
	for child := node.FirstChild(); child != nil; child = child.NextSibling() {
		if t, ok := child.(*ast.Text); ok {
			all.WriteString(words(t, source))
		}
	}
	return all.String()
}

func words(t *ast.Text, source []byte) string {
	said := string(t.Segment.Value(source))
	if t.SoftLineBreak() || t.HardLineBreak() {
		said += " "
	}
	return said
}
