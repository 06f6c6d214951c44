package desktop

import (
	"strings"

	contactpage "holdfast/app/contact"
	"holdfast/app/kit"
	"holdfast/app/route"
	"holdfast/board"
	"holdfast/wording"
)

// What stands before the ID of something found.
const (
	foundPerson = "person:"
	foundPlace  = "place:"
)

// found answers the search of the window, in its language.
func found(b *board.Board, book *wording.Book, query string) []kit.Found {
	hits, err := b.Find(book, query, kit.MostFound)
	if err != nil {
		return nil
	}
	all := make([]kit.Found, len(hits))
	for i, hit := range hits {
		all[i] = kit.Found{ID: foundPlace + hit.Place, Title: hit.Title}
		if hit.Kind == board.FoundPerson {
			all[i] = kit.Found{ID: foundPerson + string(hit.Member), Title: hit.Title,
				Note: book.Render(hit.Line), Word: book.Render(hit.State.Name()), Tone: contactpage.Tone(hit.State)}
		}
	}
	return all
}

// leads says where something found is.
func leads(f kit.Found) route.Route {
	if id, ok := strings.CutPrefix(f.ID, foundPerson); ok {
		return route.Person(id, route.Contact)
	}
	switch strings.TrimPrefix(f.ID, foundPlace) {
	case "members":
		return route.Members()
	case "member.new":
		return route.Person(route.NewPerson, "")
	case "import":
		return route.Person(route.Import, "")
	case "backups":
		return route.Backups()
	case "pay":
		return route.Pay("", "")
	case "consent":
		return route.Consent("", "")
	case "quotes":
		return route.Consent("", route.LibraryPage)
	case "agreements":
		return route.Consent("", route.AgreementsPage)
	case "guides":
		return route.Consent("", route.GuidesPage)
	case "rounds":
		return route.Rounds()
	case "plan":
		return route.Plan("")
	case "questions":
		return route.Questions()
	case "checklists":
		return route.Checks("")
	case "keeping":
		return route.Keeping()
	case "handover":
		return route.Handover()
	case "journal":
		return route.History()
	case "settings":
		return route.Settings("")
	case "keyholders", "passphrase", "kit":
		return route.Settings(route.KeysPage)
	case "fields":
		return route.Settings(route.FieldsPage)
	default:
		return route.Today()
	}
}
