package kittest

import (
	"flag"
	"fmt"
	"image"
	"image/draw"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"

	"holdfast/app/theme"
	"holdfast/wording"
)

// The flags are read by every test that draws pictures: -pictures names the
// folder to write all variants into, -golden renews testdata.
var (
	folder = flag.String("pictures", "", "write pictures of every screen, in all variants, into this folder")
	renew  = flag.Bool("golden", false, "renew the golden pictures in testdata")
)

// Variants are the ways in which every screen is looked at, by name.
func Variants() []NamedVariant {
	small := fyne.NewSize(1024, 640)
	return []NamedVariant{
		{"light", Variant{Look: theme.Look{Mode: theme.Light}}},
		{"dark", Variant{Look: theme.Look{Mode: theme.Dark}}},
		{"contrast", Variant{Look: theme.Look{Mode: theme.Light, HighContrast: true}}},
		{"contrast-dark", Variant{Look: theme.Look{Mode: theme.Dark, HighContrast: true}}},
		{"200", Variant{Look: theme.Look{Mode: theme.Light, TextPercent: 200}}},
		{"spanish", Variant{Look: theme.Look{Mode: theme.Light}, Language: wording.InSpanish}},
		{"small", Variant{Look: theme.Look{Mode: theme.Light}, Size: small}},
		{"small-200", Variant{Look: theme.Look{Mode: theme.Light, TextPercent: 200}, Size: small}},
	}
}

// NamedVariant is a Variant with its name.
type NamedVariant struct {
	Name string
	Variant
}

// Picture looks at a screen. build is called with a fresh stage and returns
// what the window shows (it may also open dialogs on the stage). With
// -pictures the variants are written to that folder as AREA/NAME-VARIANT.png,
// where the area is the package's; without, the light one is compared with
// testdata/NAME.png.
//
// A test that calls it has "Pictures" in its name, so that
// "go test -run Pictures -pictures=DIR" draws them all.
func Picture(t *testing.T, name string, build func(*Stage) fyne.CanvasObject) {
	t.Helper()
	if *folder == "" {
		got := drawn(t, Variant{}, build)
		compare(t, filepath.Join("testdata", name+".png"), got)
		return
	}
	area, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for _, v := range Variants() {
		got := drawn(t, v.Variant, build)
		if err := write(filepath.Join(*folder, filepath.Base(area), name+"-"+v.Name+".png"), got); err != nil {
			t.Fatal(err)
		}
	}
}

// drawn draws a screen on a stage of its own.
func drawn(t *testing.T, v Variant, build func(*Stage) fyne.CanvasObject) image.Image {
	t.Helper()
	stage := NewStage(t, v)
	part := build(stage)
	if part != nil {
		stage.Show(part)
	} else {
		stage.Resize(stage.size.Width, stage.size.Height)
	}
	return stage.Capture()
}

// write writes a picture, whole or not at all.
func write(path string, picture image.Image) (err error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	f, err := os.CreateTemp(filepath.Dir(path), "picture")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			_ = os.Remove(f.Name()) // it is of no use half-written
		}
	}()
	if err := png.Encode(f, picture); err != nil {
		_ = f.Close()
		return err
	}
	if err := f.Close(); err != nil {
		return err
	}
	return os.Rename(f.Name(), path)
}

// tolerated is the share of pixels that may differ a little: letters are
// drawn a shade differently on different machines.
const tolerated = 0.002

// compare compares a picture with a golden one, or renews it.
func compare(t *testing.T, path string, got image.Image) {
	t.Helper()
	if *renew {
		if err := write(path, got); err != nil {
			t.Fatal(err)
		}
		return
	}
	f, err := os.Open(path)
	if err != nil {
		t.Fatalf("there is no golden picture; draw one with -golden: %v", err)
	}
	want, err := png.Decode(f)
	if closeErr := f.Close(); err == nil {
		err = closeErr
	}
	if err != nil {
		t.Fatal(err)
	}
	if share := differing(want, got); share > tolerated {
		shown := filepath.Join(os.TempDir(), "holdfast-picture-"+filepath.Base(path))
		if err := write(shown, got); err != nil {
			t.Error(err)
		}
		t.Errorf("%s: %s of the picture differ; the new one is %s", path, percent(share), shown)
	}
}

func percent(share float64) string { return fmt.Sprintf("%.2f %%", share*100) }

// differing is the share of pixels that differ by more than a shade; all of
// them where the sizes differ.
func differing(a, b image.Image) float64 {
	if a.Bounds().Size() != b.Bounds().Size() {
		return 1
	}
	x, y := plain(a), plain(b)
	different := 0
	for i := 0; i < len(x.Pix); i += 4 {
		for c := range 3 {
			if d := int(x.Pix[i+c]) - int(y.Pix[i+c]); d > 48 || d < -48 {
				different++
				break
			}
		}
	}
	return float64(different) / float64(len(x.Pix)/4)
}

func plain(img image.Image) *image.NRGBA {
	out := image.NewNRGBA(image.Rectangle{Max: img.Bounds().Size()})
	draw.Draw(out, out.Bounds(), img, img.Bounds().Min, draw.Src)
	return out
}
