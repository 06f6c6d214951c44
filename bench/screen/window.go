package screen

import (
	"context"
	"errors"
	"fmt"
	"image"
	"image/color"
	"time"

	"github.com/jezek/xgb/damage"
	"github.com/jezek/xgb/xproto"
)

// glance is the time between two questions whether something was painted; it
// is the error of every time that is measured here.
const glance = 2 * time.Millisecond

// ErrGone says that no window is there (any more).
var ErrGone = errors.New("there is no such window")

// Window is a top-level window that is shown.
type Window struct {
	id            xproto.Window
	Width, Height int
}

// windows are the windows that are shown and large enough to be one that
// somebody looks at.
func (s *Screen) windows() ([]Window, error) {
	tree, err := xproto.QueryTree(s.conn, s.root).Reply()
	if err != nil {
		return nil, fmt.Errorf("look for windows: %w", err)
	}
	var found []Window
	for _, id := range tree.Children {
		attributes, err := xproto.GetWindowAttributes(s.conn, id).Reply()
		if err != nil || attributes.MapState != xproto.MapStateViewable || attributes.Class != xproto.WindowClassInputOutput {
			continue
		}
		shape, err := xproto.GetGeometry(s.conn, xproto.Drawable(id)).Reply()
		if err == nil && shape.Width > 200 && shape.Height > 200 {
			found = append(found, Window{id: id, Width: int(shape.Width), Height: int(shape.Height)})
		}
	}
	return found, nil
}

// Painted waits for a window with something painted on it: more colours than
// a ground and a line. It is the only one on the screen, or the topmost. With
// it comes when that was painted.
func (s *Screen) Painted(ctx context.Context) (Window, time.Time, error) {
	for {
		found, err := s.windows()
		if err != nil {
			return Window{}, time.Time{}, err
		}
		if len(found) == 0 {
			if err := pause(ctx); err != nil {
				return Window{}, time.Time{}, fmt.Errorf("wait for a window: %w", err)
			}
			continue
		}
		w := found[len(found)-1]
		painted, at := s.watch(w), time.Now()
		for err == nil {
			var now *image.RGBA
			if now, err = s.Look(w); err == nil && colours(now) > 8 {
				return w, at, painted.end()
			}
			at, err = painted.next(ctx)
		}
		if err := errors.Join(painted.end(), err); !errors.Is(err, ErrGone) {
			return w, at, err
		}
	}
}

// Changed does something and waits until a window looks different in at least
// that share of its pixels, 0 to 1. It gives how long that took. A window that
// has gone counts.
func (s *Screen) Changed(ctx context.Context, w Window, share float64, do func() error) (time.Duration, error) {
	before, err := s.Look(w)
	if err != nil {
		return 0, err
	}
	painted := s.watch(w)
	began := time.Now()
	err = do()
	for err == nil {
		var at time.Time
		if at, err = painted.next(ctx); err != nil {
			break
		}
		var now *image.RGBA
		if now, err = s.Look(w); err == nil && Difference(before, now) >= share {
			return at.Sub(began), painted.end()
		}
	}
	if errors.Is(err, ErrGone) {
		return time.Since(began), nil
	}
	return 0, errors.Join(err, painted.end())
}

// paintings tells when something is painted on a window. Looking takes tens
// of milliseconds of two cores and holds the screen up, so nobody looks while
// nothing changes.
type paintings struct {
	s  *Screen
	w  Window
	id damage.Damage
}

func (s *Screen) watch(w Window) *paintings {
	id, err := damage.NewDamageId(s.conn)
	if err == nil {
		damage.Create(s.conn, id, xproto.Drawable(w.id), damage.ReportLevelNonEmpty)
	}
	return &paintings{s: s, w: w, id: id} // what fails shows as a window that has gone
}

func (p *paintings) end() error { return damage.DestroyChecked(p.s.conn, p.id).Check() }

// next waits for a painting and says when it was. It fails with ErrGone.
func (p *paintings) next(ctx context.Context) (time.Time, error) {
	for {
		event, _ := p.s.conn.PollForEvent()
		if d, ok := event.(damage.NotifyEvent); ok && d.Damage == p.id {
			damage.Subtract(p.s.conn, p.id, 0, 0)
			return time.Now(), nil
		} else if event != nil {
			continue
		}
		if _, err := xproto.GetGeometry(p.s.conn, xproto.Drawable(p.w.id)).Reply(); err != nil {
			return time.Now(), ErrGone
		}
		if err := pause(ctx); err != nil {
			return time.Time{}, fmt.Errorf("wait for the window to change: %w", err)
		}
	}
}

// Look is what a window shows.
func (s *Screen) Look(w Window) (*image.RGBA, error) {
	got, err := xproto.GetImage(s.conn, xproto.ImageFormatZPixmap, xproto.Drawable(w.id),
		0, 0, uint16(w.Width), uint16(w.Height), 0xffffffff).Reply()
	if err != nil {
		return nil, ErrGone
	}
	picture := image.NewRGBA(image.Rect(0, 0, w.Width, w.Height))
	for i := 0; i+3 < len(got.Data) && i+3 < len(picture.Pix); i += 4 { // the server writes blue, green, red
		picture.Pix[i], picture.Pix[i+1], picture.Pix[i+2], picture.Pix[i+3] = got.Data[i+2], got.Data[i+1], got.Data[i], 0xff
	}
	return picture, nil
}

// Difference is the share of pixels in which two pictures differ, 0 to 1; 1
// where their sizes do.
func Difference(a, b *image.RGBA) float64 {
	if a.Bounds() != b.Bounds() || len(a.Pix) == 0 {
		return 1
	}
	different := 0
	for i := 0; i < len(a.Pix); i += 4 {
		if a.Pix[i] != b.Pix[i] || a.Pix[i+1] != b.Pix[i+1] || a.Pix[i+2] != b.Pix[i+2] {
			different++
		}
	}
	return float64(different) / float64(len(a.Pix)/4)
}

func colours(picture *image.RGBA) int {
	seen := map[color.RGBA]bool{}
	for y := 0; y < picture.Bounds().Dy(); y += 3 {
		for x := range picture.Bounds().Dx() {
			if seen[picture.RGBAAt(x, y)] = true; len(seen) > 64 {
				return len(seen)
			}
		}
	}
	return len(seen)
}

func pause(ctx context.Context) error {
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-time.After(glance):
		return nil
	}
}
