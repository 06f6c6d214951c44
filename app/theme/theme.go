package theme

import (
	"image/color"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
)

// Theme is a Look that Fyne can draw with. It does not change once made.
type Theme struct {
	look        Look
	light, dark palette
	base        fyne.Theme
}

// New makes the Theme of a Look.
func New(look Look) *Theme {
	return &Theme{
		look:  look,
		light: colours(look, false),
		dark:  colours(look, true),
		base:  fynetheme.DefaultTheme(),
	}
}

// Look is what the Theme was made of.
func (t *Theme) Look() Look { return t.look }

// Color answers our names and Fyne's. The variant counts only where the
// Look follows the system.
func (t *Theme) Color(name fyne.ThemeColorName, variant fyne.ThemeVariant) color.Color {
	colours := t.light
	if t.look.Mode == Dark || (t.look.Mode != Light && variant == fynetheme.VariantDark) {
		colours = t.dark
	}
	if own, ok := colours[name]; ok {
		return own
	}
	return stock(colours, name)
}

// stock is the colour of a name of Fyne's, so that its own widgets (entry,
// menu, scroll bar) look like ours.
func stock(c palette, name fyne.ThemeColorName) color.Color {
	switch name {
	case fynetheme.ColorNameBackground:
		return c[Ground]
	case fynetheme.ColorNameButton, fynetheme.ColorNameInputBackground, fynetheme.ColorNameMenuBackground,
		fynetheme.ColorNameOverlayBackground, fynetheme.ColorNameHeaderBackground,
		fynetheme.ColorNameInnerWindowBorder, fynetheme.ColorNameInnerWindowBorderInactive,
		fynetheme.ColorNameDisabledButton:
		return c[Card]
	case fynetheme.ColorNameForeground:
		return c[Ink]
	case fynetheme.ColorNamePlaceHolder, fynetheme.ColorNameDisabled:
		return c[Muted]
	case fynetheme.ColorNamePrimary, fynetheme.ColorNameHyperlink, fynetheme.ColorNameFocus:
		return c[Accent]
	case fynetheme.ColorNameForegroundOnPrimary, fynetheme.ColorNameForegroundOnError,
		fynetheme.ColorNameForegroundOnSuccess, fynetheme.ColorNameForegroundOnWarning:
		return c[OnAccent]
	case fynetheme.ColorNameSelection:
		return Blend(c[AccentSoft], c[Accent], 0.15)
	case fynetheme.ColorNameHover, fynetheme.ColorNamePressed:
		return c[Hover]
	case fynetheme.ColorNameInputBorder:
		return c[FieldLine]
	case fynetheme.ColorNameSeparator:
		return c[Hairline]
	case fynetheme.ColorNameScrollBar:
		return c[FieldLine]
	case fynetheme.ColorNameScrollBarBackground:
		return color.NRGBA{}
	case fynetheme.ColorNameShadow:
		return shadow(c[Shade])
	case fynetheme.ColorNameSuccess:
		return c[OK]
	case fynetheme.ColorNameWarning:
		return c[Care]
	case fynetheme.ColorNameError:
		return c[Never]
	default:
		return c[Ink]
	}
}

// shadow is light: a shade of the page, not a bar across it.
func shadow(shade color.NRGBA) color.NRGBA {
	shade.A /= 5
	return shade
}

// Font is the face of a style of text (see doc/decisions on fonts).
func (t *Theme) Font(style fyne.TextStyle) fyne.Resource { return face(t.base, style) }

// Icon gives Fyne's own pictures to its own widgets; ours come from Icon.
func (t *Theme) Icon(name fyne.ThemeIconName) fyne.Resource { return t.base.Icon(name) }

// Size answers our names and Fyne's; sizes of text grow with the Look.
func (t *Theme) Size(name fyne.ThemeSizeName) float32 {
	if size := textSize(name); size > 0 {
		return size * t.look.Scale()
	}
	if size, ok := plainSize(name); ok {
		return size
	}
	return t.base.Size(name)
}
