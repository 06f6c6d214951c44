package guide

import (
	"slices"
	"strings"

	"holdfast/app/route"
	"holdfast/assets"
	"holdfast/find"
	"holdfast/wording"
)

// The pages that the window opens by itself.
const (
	FirstDay = "first-day"
	Wrong    = "when-something-goes-wrong"
)

// Names are the pages in their order.
func Names() []string {
	return []string{FirstDay, "safe-contact", "consent", "pay", "assessment-day", "checklists", "backup", "handing-over", Wrong}
}

// Pages are the pages in a language.
func Pages(in wording.Language) []Page {
	var all []Page
	for _, name := range Names() {
		all = append(all, parse(name, assets.Guide(in, name)))
	}
	return all
}

// PageFor is the page about a place in the window; the zero Route is the lock.
func PageFor(at route.Route) string {
	switch at.Tab {
	case route.Contact, route.EditContact, route.LogContact:
		return "safe-contact"
	case route.Choices:
		return "consent"
	case route.Paid:
		return "pay"
	case route.Held:
		return "handing-over"
	case route.KeysPage, route.VaultPage:
		return "backup"
	}
	switch at.Area {
	case route.ConsentArea:
		return "consent"
	case route.PayArea:
		return "pay"
	case route.AssessArea:
		return "assessment-day"
	case route.ChecksArea:
		return "checklists"
	case route.BackupArea:
		return "backup"
	case route.KeepingArea:
		return "handing-over"
	case route.HistoryArea, "":
		return Wrong
	default:
		return FirstDay
	}
}

// Entry is a page in the list of contents.
type Entry struct {
	ID, Title string
	Chosen    bool
}

// Hit is a section in which something was found.
type Hit struct {
	Page string
	// Block is the place of the section's heading on the page, or -1 where it
	// is the beginning.
	Block int
	// Title is the section's, Line what was found there.
	Title, Line string
}

// mostHits is how many sections a search shows.
const mostHits = 12

// State is what the window shows.
type State struct {
	Contents []Entry
	Query    string
	Hits     []Hit
	Page     Page
	// Block is where the page is to be read from, or -1.
	Block int
}

// place is a page, and where on it.
type place struct {
	page  string
	block int
}

// Model is a guide that is open at a page.
type Model struct {
	pages []Page
	query string
	trail []place
}

// NewModel opens a guide at a page, or at the first where there is none of
// that name.
func NewModel(pages []Page, at string) *Model {
	m := &Model{pages: pages}
	m.Go(at, -1)
	return m
}

// Go goes to a page, and to a block on it.
func (m *Model) Go(page string, block int) {
	if !slices.ContainsFunc(m.pages, func(p Page) bool { return p.ID == page }) {
		page, block = m.pages[0].ID, -1
	}
	to := place{page, block}
	if len(m.trail) == 0 || m.trail[len(m.trail)-1] != to {
		m.trail = append(m.trail, to)
	}
}

// Back goes to where one came from, and says whether that is anywhere.
func (m *Model) Back() bool {
	if len(m.trail) < 2 {
		return false
	}
	m.trail = m.trail[:len(m.trail)-1]
	return true
}

// Search asks for sections in which all words of a query are.
func (m *Model) Search(query string) { m.query = query }

// State is what to show now.
func (m *Model) State() State {
	here := m.trail[len(m.trail)-1]
	s := State{Query: m.query, Block: here.block, Hits: m.hits()}
	for _, p := range m.pages {
		if p.ID == here.page {
			s.Page = p
		}
		s.Contents = append(s.Contents, Entry{ID: p.ID, Title: p.Title, Chosen: p.ID == here.page})
	}
	return s
}

// hits are the sections that hold every word of the query, those whose
// heading does first.
func (m *Model) hits() []Hit {
	wanted := strings.Fields(find.Fold(m.query))
	if len(wanted) == 0 {
		return nil
	}
	holds := func(text string) bool {
		folded := find.Fold(text)
		return !slices.ContainsFunc(wanted, func(word string) bool { return !strings.Contains(folded, word) })
	}
	var headed, others []Hit
	for _, p := range m.pages {
		for _, s := range sections(p) {
			hit := Hit{Page: p.ID, Block: s.at, Title: s.title, Line: s.line(holds)}
			switch {
			case holds(s.title):
				headed = append(headed, hit)
			case holds(s.text):
				others = append(others, hit)
			}
		}
	}
	all := append(headed, others...)
	return all[:min(len(all), mostHits)]
}

// section is a heading and what follows.
type section struct {
	at          int
	title, text string
	blocks      []Block
}

func sections(p Page) []section {
	all := []section{{at: -1, title: p.Title, text: p.Title}}
	for i, b := range p.Blocks {
		if b.Kind == Section {
			all = append(all, section{at: i, title: b.String(), text: b.String()})
			continue
		}
		s := &all[len(all)-1]
		s.text += " " + b.String()
		s.blocks = append(s.blocks, b)
	}
	return all
}

// line is the block that answers best, or the first.
func (s section) line(holds func(string) bool) string {
	for _, b := range s.blocks {
		if holds(b.String()) {
			return b.String()
		}
	}
	if len(s.blocks) == 0 {
		return ""
	}
	return s.blocks[0].String()
}
