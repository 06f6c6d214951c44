package theme_test

import (
	"image/color"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	_ "fyne.io/fyne/v2/test" // an app, which the scale of the screen is asked of
	fynetheme "fyne.io/fyne/v2/theme"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"holdfast/app/theme"
)

func TestEveryTextCanBeReadOnItsGround(t *testing.T) {
	for name, look := range looks() {
		th := theme.New(look)
		least := 4.5
		if look.HighContrast {
			least = 7
		}
		for _, pair := range theme.Pairs() {
			text, ground := th.Color(pair.Text, 0), th.Color(pair.Ground, 0)
			if got := theme.Contrast(text, ground); got < least {
				t.Errorf("%s: %s on %s is %.2f:1, below %.1f:1", name, pair.Text, pair.Ground, got, least)
			}
		}
	}
}

func TestABorderOfAFieldIsSeenInHighContrast(t *testing.T) {
	for name, look := range looks() {
		if !look.HighContrast {
			continue
		}
		th := theme.New(look)
		for _, line := range []fyne.ThemeColorName{theme.FieldLine, theme.Hairline} {
			if got := theme.Contrast(th.Color(line, 0), th.Color(theme.Card, 0)); got < 3 {
				t.Errorf("%s: %s on a card is %.2f:1, below 3:1", name, line, got)
			}
		}
	}
}

func TestTheRingOfFocusIsSeenOnEveryGround(t *testing.T) {
	for name, look := range looks() {
		th := theme.New(look)
		for _, ground := range []fyne.ThemeColorName{theme.Ground, theme.Card, theme.Side, theme.OKSoft, theme.CareSoft, theme.NeverSoft} {
			if got := theme.Contrast(th.Color(theme.Accent, 0), th.Color(ground, 0)); got < 3 {
				t.Errorf("%s: the ring on %s is %.2f:1, below 3:1", name, ground, got)
			}
		}
	}
}

func TestDarkIsNeverPureBlackOrWhite(t *testing.T) {
	th := theme.New(theme.Look{Mode: theme.Dark})
	for _, pair := range theme.Pairs() {
		for _, role := range []fyne.ThemeColorName{pair.Text, pair.Ground} {
			r, g, b, _ := th.Color(role, 0).RGBA()
			if r == g && g == b && (r == 0 || r == 0xFFFF) {
				t.Errorf("%s is pure", role)
			}
		}
	}
}

func TestStockWidgetsGetAColourForEveryNameOfFyne(t *testing.T) {
	names := []fyne.ThemeColorName{
		fynetheme.ColorNameBackground, fynetheme.ColorNameButton, fynetheme.ColorNameForeground,
		fynetheme.ColorNameInputBackground, fynetheme.ColorNameInputBorder, fynetheme.ColorNamePlaceHolder,
		fynetheme.ColorNameSelection, fynetheme.ColorNameError, fynetheme.ColorNameOverlayBackground,
	}
	for name, look := range looks() {
		th := theme.New(look)
		for _, c := range names {
			if _, _, _, alpha := th.Color(c, 0).RGBA(); alpha == 0 {
				t.Errorf("%s: %s cannot be seen", name, c)
			}
		}
		if got := theme.Contrast(th.Color(fynetheme.ColorNamePlaceHolder, 0), th.Color(fynetheme.ColorNameInputBackground, 0)); got < 4.5 {
			t.Errorf("%s: a placeholder is %.2f:1", name, got)
		}
		if got := theme.Contrast(th.Color(fynetheme.ColorNameForeground, 0), th.Color(fynetheme.ColorNameSelection, 0)); got < 4.5 {
			t.Errorf("%s: selected text is %.2f:1", name, got)
		}
	}
}

func TestTextGrowsAndMeasuresStay(t *testing.T) {
	plain, large := theme.New(theme.Look{}), theme.New(theme.Look{TextPercent: 200})
	for _, size := range []fyne.ThemeSizeName{theme.Body, theme.Small, theme.Title, fynetheme.SizeNameText, fynetheme.SizeNameInlineIcon} {
		if plain.Size(size)*2 != large.Size(size) {
			t.Errorf("%s is %v at 100 %% and %v at 200 %%", size, plain.Size(size), large.Size(size))
		}
	}
	for _, size := range []fyne.ThemeSizeName{fynetheme.SizeNamePadding, fynetheme.SizeNameInputRadius} {
		if plain.Size(size) != large.Size(size) {
			t.Errorf("%s moves with the text", size)
		}
	}
}

func TestALookOutsideItsBoundsIsHeldWithinThem(t *testing.T) {
	for percent, want := range map[int]float32{0: 1, 100: 1, 150: 1.5, 200: 2, 20: 1, 900: 2} {
		if got := (theme.Look{TextPercent: percent}).Scale(); got != want {
			t.Errorf("%d %% scales by %v, want %v", percent, got, want)
		}
	}
	for _, bad := range []theme.Look{{Mode: "sepia"}, {TextPercent: 99}, {TextPercent: 201}} {
		if bad.Validate() == nil {
			t.Errorf("%+v is accepted", bad)
		}
	}
}

func TestTheSystemDecidesOnlyWhereItIsAsked(t *testing.T) {
	dark, light := fynetheme.VariantDark, fynetheme.VariantLight
	ground := func(mode theme.Mode, v fyne.ThemeVariant) any {
		return theme.New(theme.Look{Mode: mode}).Color(theme.Ground, v)
	}
	if ground(theme.System, dark) == ground(theme.System, light) {
		t.Error("following the system changes nothing")
	}
	if ground(theme.Light, dark) != ground(theme.Light, light) || ground(theme.Dark, dark) != ground(theme.Dark, light) {
		t.Error("a choice of light or dark follows the system all the same")
	}
}

func looks() map[string]theme.Look {
	return map[string]theme.Look{
		"light":               {Mode: theme.Light},
		"dark":                {Mode: theme.Dark},
		"light high contrast": {Mode: theme.Light, HighContrast: true},
		"dark high contrast":  {Mode: theme.Dark, HighContrast: true},
	}
}

func TestEveryLetterOfOurLanguagesIsInTheFont(t *testing.T) {
	letters := map[string]string{
		"Spanish":    "áéíóúüñÁÉÍÓÚÜÑ¿¡«»“”‘’—–…ªº€",
		"French":     "àâæçéèêëîïôœùûüÿÀÂÆÇÉÈÊËÎÏÔŒÙÛÜŸ",
		"Vietnamese": "ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵĂÂĐÊÔƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ",
		"our signs":  "•·×½",
	}
	th := theme.New(theme.Look{})
	for _, style := range []fyne.TextStyle{{}, {Bold: true}} {
		font, err := sfnt.Parse(th.Font(style).Content())
		if err != nil {
			t.Fatal(err)
		}
		var buffer sfnt.Buffer
		for language, all := range letters {
			for _, letter := range all {
				if glyph, err := font.GlyphIndex(&buffer, letter); err != nil || glyph == 0 {
					t.Errorf("%s: %q is not in the font (bold: %v)", language, letter, style.Bold)
				}
			}
		}
	}
}

func TestFiguresAreOfOneWidth(t *testing.T) {
	font, err := sfnt.Parse(theme.New(theme.Look{}).Font(fyne.TextStyle{}).Content())
	if err != nil {
		t.Fatal(err)
	}
	var buffer sfnt.Buffer
	widths := map[fixed.Int26_6]bool{}
	for figure := '0'; figure <= '9'; figure++ {
		glyph, err := font.GlyphIndex(&buffer, figure)
		if err != nil {
			t.Fatal(err)
		}
		width, err := font.GlyphAdvance(&buffer, glyph, fixed.I(1000), 0)
		if err != nil {
			t.Fatal(err)
		}
		widths[width] = true
	}
	if len(widths) != 1 {
		t.Errorf("figures have %d widths: amounts would not stand under each other", len(widths))
	}
}

func TestEveryIconIsDrawn(t *testing.T) {
	for _, icon := range theme.Icons() {
		picture := icon.In(color.NRGBA{R: 0x22, G: 0x31, B: 0x3A, A: 0xFF}, 18)
		if svg := string(picture.Content()); !strings.Contains(svg, "#22313a") || strings.Contains(svg, "currentColor") {
			t.Errorf("%s is not drawn in the colour asked for", icon)
		}
	}
}

func TestStrokesGrowWithTheIcon(t *testing.T) {
	if small, large := string(theme.IconLock.In(color.Black, 18).Content()), string(theme.IconLock.In(color.Black, 36).Content()); small == large {
		t.Error("an icon of twice the size has strokes of the same width")
	}
}
