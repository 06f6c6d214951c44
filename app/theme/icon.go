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
	IconKeeping      Icon = "keeping"
	IconHistory      Icon = "history"
	IconSettings     Icon = "settings"
	IconLock         Icon = "lock"
	IconGuide        Icon = "guide"
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
		IconChecklists, IconToolkit, IconBackups, IconKeeping, IconHistory, IconSettings, IconLock, IconGuide, IconImport,
		IconDown, IconRight, IconLeft, IconCalendar, IconClose, IconSearch, IconShow, IconHide,
		IconCopy, IconPrint, IconDone, IconNote,
	}
}

// In is the drawing in a colour, to be shown with edges of this length.
func (i Icon) In(c color.Color, edge float32) fyne.Resource {
	r, g, b, _ := c.RGBA()
	return &drawing{icon: i, hex: fmt.Sprintf("#%02x%02x%02x", r>>8, g>>8, b>>8), edge: edge}
}

// drawing is an icon that is written when it is about to be drawn. Fyne draws
// strokes as many pixels wide as the drawing says, however large it is shown,
// so the width is worked out from the edge and from the scale of the screen.
type drawing struct {
	icon Icon
	hex  string
	edge float32
}

// The drawings lie on a field of this size and say this width.
const (
	fieldSize = 24
	lineWidth = 1.9
)

// Name tells drawings apart.
func (d *drawing) Name() string { return fmt.Sprintf("%s%s-%.0f.svg", d.icon, d.hex, d.edge) }

// Content is the drawing. An icon that does not exist is empty, which a test
// would find.
func (d *drawing) Content() []byte {
	svg, err := assets.Icon(string(d.icon))
	if err != nil {
		return []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"/>`)
	}
	width := lineWidth * d.edge * screenScale() / fieldSize
	svg = bytes.ReplaceAll(svg, []byte("currentColor"), []byte(d.hex))
	return bytes.Replace(svg, []byte(`stroke-width="1.9"`), fmt.Appendf(nil, `stroke-width="%.2f"`, width), 1)
}

// screenScale is how many pixels a unit has.
func screenScale() float32 {
	scale := float32(0)
	for _, w := range fyne.CurrentApp().Driver().AllWindows() {
		scale = max(scale, w.Canvas().Scale())
	}
	if scale == 0 {
		return 1
	}
	return scale
}
