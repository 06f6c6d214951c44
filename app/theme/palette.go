package theme

import (
	"image/color"

	"fyne.io/fyne/v2"
)

// palette answers to every name of role.go.
type palette map[fyne.ThemeColorName]color.NRGBA

// The palettes are functions, so that nobody can change one.

func lightPalette() palette {
	return palette{
		Ground: rgb(0xF6F4EF), Side: rgb(0xECE8DF), Card: rgb(0xFFFFFF),
		Hairline: rgb(0xE1DDD3), FieldLine: rgb(0xB9B4A7),
		Ink: rgb(0x22313A), Muted: rgb(0x5C6B73),
		Accent: rgb(0x1F6F78), OnAccent: rgb(0xFFFFFF), AccentSoft: rgb(0xDCEDEC),
		OK: rgb(0x287150), OKSoft: rgb(0xDFF0E6),
		Care: rgb(0x8C5F00), CareSoft: rgb(0xFBEFD3),
		Never: rgb(0x9B3D2E), NeverSoft: rgb(0xF7E2DC),
		Hover: rgba(0x22313A, 0x0F), Track: rgb(0xE1DDD3), Shade: rgba(0x22313A, 0x66),
	}
}

func darkPalette() palette {
	return palette{
		Ground: rgb(0x1D1B18), Side: rgb(0x171513), Card: rgb(0x282521),
		Hairline: rgb(0x3D3932), FieldLine: rgb(0x6F695E),
		Ink: rgb(0xECE7DD), Muted: rgb(0xB3AC9F),
		Accent: rgb(0x7CC4CA), OnAccent: rgb(0x102A2D), AccentSoft: rgb(0x1F3B3D),
		OK: rgb(0x8BD0A9), OKSoft: rgb(0x1F3628),
		Care: rgb(0xE6BC66), CareSoft: rgb(0x3D3115),
		Never: rgb(0xEFA795), NeverSoft: rgb(0x45271F),
		Hover: rgba(0xECE7DD, 0x14), Track: rgb(0x3D3932), Shade: rgba(0x0B0A09, 0x99),
	}
}

func lightContrastPalette() palette {
	return palette{
		Ground: rgb(0xFDFCFA), Side: rgb(0xF3F0E9), Card: rgb(0xFFFFFF),
		Hairline: rgb(0x6E6A60), FieldLine: rgb(0x35322B),
		Ink: rgb(0x0C161C), Muted: rgb(0x2F3B43),
		Accent: rgb(0x0A464D), OnAccent: rgb(0xFFFFFF), AccentSoft: rgb(0xE3F1F0),
		OK: rgb(0x0E482F), OKSoft: rgb(0xE6F4EC),
		Care: rgb(0x573800), CareSoft: rgb(0xFDF3DD),
		Never: rgb(0x74200F), NeverSoft: rgb(0xFAE9E4),
		Hover: rgba(0x0C161C, 0x1A), Track: rgb(0xCFCABD), Shade: rgba(0x0C161C, 0x99),
	}
}

func darkContrastPalette() palette {
	return palette{
		Ground: rgb(0x110F0D), Side: rgb(0x0C0B0A), Card: rgb(0x191715),
		Hairline: rgb(0x8C8577), FieldLine: rgb(0xCFC8B9),
		Ink: rgb(0xFAF6EE), Muted: rgb(0xD8D1C4),
		Accent: rgb(0xA4E0E4), OnAccent: rgb(0x0B2124), AccentSoft: rgb(0x15302F),
		OK: rgb(0xB0E7C6), OKSoft: rgb(0x12291C),
		Care: rgb(0xF7D58F), CareSoft: rgb(0x2F240A),
		Never: rgb(0xFBC8BB), NeverSoft: rgb(0x351A13),
		Hover: rgba(0xFAF6EE, 0x24), Track: rgb(0x4A453C), Shade: rgba(0x050404, 0xB3),
	}
}

// colours is the palette of a Look on a desktop of the given variant.
func colours(l Look, dark bool) palette {
	switch {
	case dark && l.HighContrast:
		return darkContrastPalette()
	case dark:
		return darkPalette()
	case l.HighContrast:
		return lightContrastPalette()
	default:
		return lightPalette()
	}
}

func rgb(hex uint32) color.NRGBA { return rgba(hex, 0xFF) }

func rgba(hex uint32, alpha uint8) color.NRGBA {
	return color.NRGBA{R: uint8(hex >> 16), G: uint8(hex >> 8), B: uint8(hex), A: alpha}
}
