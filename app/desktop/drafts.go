package desktop

import (
	"holdfast/app"
	"holdfast/app/route"
	"holdfast/board"
	"holdfast/record"
)

// The values of a board.Draft in which the window keeps where something was
// half-typed, and what.
const (
	draftArea  = "area"
	draftID    = "id"
	draftTab   = "tab"
	draftTyped = "typed"
)

// keepDraft seals what is half-typed into the vault, or forgets it.
func (d *Desktop) keepDraft(at route.Route, typed []byte) error {
	if room := d.holder.sitting(); at.Area == route.Sitting && room != nil {
		return room.Keep()
	}
	b := d.holder.board()
	if b == nil {
		return board.ErrLocked
	}
	if typed == nil {
		return b.ClearDraft()
	}
	about, _ := record.ParseID(at.ID)
	return b.SaveDraft(board.Draft{Form: form(at), About: about, Values: map[string]string{
		draftArea: at.Area, draftID: at.ID, draftTab: at.Tab, draftTyped: string(typed)}})
}

// form is the board's name for the form at a place.
func form(at route.Route) string {
	switch at.Tab {
	case route.EditContact:
		return board.FormSheet
	case route.LogContact:
		return board.FormContacted
	case route.Notes:
		return board.FormNote
	}
	switch at.Area {
	case route.SettingsArea:
		return board.FormSettings
	case route.ConsentArea:
		return board.FormConsent
	case route.ChecksArea, route.AssessArea:
		return board.FormLeaving // "a form"
	case route.KeepingArea:
		return board.FormLeaving
	}
	return board.FormMember
}

// draft is what was half-typed when the board locked, or nil.
func draft(b *board.Board) *app.Draft {
	kept, ok, err := b.Draft()
	if err != nil || !ok || kept.Values[draftArea] == "" {
		return nil
	}
	return &app.Draft{
		At:    route.Route{Area: kept.Values[draftArea], ID: kept.Values[draftID], Tab: kept.Values[draftTab]},
		Bytes: []byte(kept.Values[draftTyped]),
	}
}
