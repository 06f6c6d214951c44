package theme

import (
	"bytes"
	"fmt"
	"image/color"

	"fyne.io/fyne/v2"

	"holdfast/assets"
)

// Icon is the name of one of our own line drawings (assets/icons).
type Icon string

// The icons: of the areas, then of acts and signs.
const (
	IconToday        Icon = "today"
	IconMembers      Icon = "members"
	IconConsent      Icon = "consent"
	IconCompensation Icon = "compensation"
	IconMeetings     Icon = "meetings"
	IconAssessments  Icon = "assessments"
	IconChecklists   Icon = "checklists"
	IconToolkit      Icon = "toolkit"
	IconBackups      Icon = "backups"
	IconHistory      Icon = "history"
	IconSettings     Icon = "settings"
	IconLock         Icon = "lock"
	IconImport       Icon = "import"

	IconDown     Icon = "down"
	IconRight    Icon = "right"
	IconLeft     Icon = "left"
	IconCalendar Icon = "calendar"
	IconClose    Icon = "close"
	IconSearch   Icon = "search"
	IconShow     Icon = "show"
	IconHide     Icon = "hide"
	IconCopy     Icon = "copy"
	IconPrint    Icon = "print"
	IconDone     Icon = "done"
	IconNote     Icon = "note"
)

// Icons are all of them.
func Icons() []Icon {
	return []Icon{
		IconToday, IconMembers, IconConsent, IconCompensation, IconMeetings, IconAssessments,
		IconChecklists, IconToolkit, IconBackups, IconHistory, IconSettings, IconLock, IconImport,
		IconDown, IconRight, IconLeft, IconCalendar, IconClose, IconSearch, IconShow, IconHide,
		IconCopy, IconPrint, IconDone, IconNote,
	}
}

// In is the drawing in a colour. An icon that does not exist is empty, which
// a test would find.
func (i Icon) In(c color.Color) fyne.Resource {
	drawing, err := assets.Icon(string(i))
	if err != nil {
		return fyne.NewStaticResource(string(i)+".svg", []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"/>`))
	}
	r, g, b, _ := c.RGBA()
	hex := fmt.Sprintf("#%02x%02x%02x", r>>8, g>>8, b>>8)
	return fyne.NewStaticResource(string(i)+hex+".svg", bytes.ReplaceAll(drawing, []byte("currentColor"), []byte(hex)))
}
