package screen

import (
	"fmt"
	"time"

	"github.com/jezek/xgb/xproto"
	"github.com/jezek/xgb/xtest"
)

// The keys that have no character.
const (
	Return  = '\r'
	Escape  = '\x1b'
	Tab     = '\t'
	Control = '\uffe3'
	shift   = '\uffe1'
)

// key is where a character lies on the keyboard.
type key struct {
	code    xproto.Keycode
	shifted bool
}

// readKeys learns the keyboard of the server. ASCII characters have their
// code as keysym; the named keys have their own.
func (s *Screen) readKeys() error {
	setup := xproto.Setup(s.conn)
	count := byte(setup.MaxKeycode - setup.MinKeycode + 1)
	mapping, err := xproto.GetKeyboardMapping(s.conn, setup.MinKeycode, count).Reply()
	if err != nil {
		return fmt.Errorf("read the keyboard: %w", err)
	}
	named := map[xproto.Keysym]rune{0xff0d: Return, 0xff1b: Escape, 0xff09: Tab, 0xffe3: Control, 0xffe1: shift}
	s.keys = map[rune]key{}
	per := int(mapping.KeysymsPerKeycode)
	for i := range int(count) {
		for column := range min(per, 2) {
			symbol := mapping.Keysyms[i*per+column]
			r, ok := named[symbol]
			if !ok && symbol >= 0x20 && symbol < 0x7f {
				r, ok = rune(symbol), true
			}
			if _, known := s.keys[r]; ok && !known {
				s.keys[r] = key{code: setup.MinKeycode + xproto.Keycode(i), shifted: column == 1}
			}
		}
	}
	return nil
}

// Focus gives the keyboard to a window, as a window manager would.
func (s *Screen) Focus(w Window) error {
	return xproto.SetInputFocusChecked(s.conn, xproto.InputFocusPointerRoot, w.id, xproto.TimeCurrentTime).Check()
}

// Type types a text of ASCII characters, at a pace at which no toolkit loses
// a key.
func (s *Screen) Type(text string) error {
	for _, r := range text {
		if err := s.Press(r); err != nil {
			return err
		}
		time.Sleep(20 * time.Millisecond)
	}
	return nil
}

// Press presses one key, with other keys held: Press('l', Control).
func (s *Screen) Press(r rune, held ...rune) error {
	k, ok := s.keys[r]
	if !ok {
		return fmt.Errorf("there is no key for %q", r)
	}
	if k.shifted {
		held = append(held, shift)
	}
	codes := make([]xproto.Keycode, 0, len(held)+1)
	for _, h := range held {
		codes = append(codes, s.keys[h].code)
	}
	codes = append(codes, k.code)
	for _, code := range codes {
		xtest.FakeInput(s.conn, xproto.KeyPress, byte(code), 0, s.root, 0, 0, 0)
	}
	for i := range codes {
		xtest.FakeInput(s.conn, xproto.KeyRelease, byte(codes[len(codes)-1-i]), 0, s.root, 0, 0, 0)
	}
	s.conn.Sync()
	return nil
}

// Click moves the pointer to a place in a window and presses its first
// button there.
func (s *Screen) Click(w Window, x, y int) error {
	place, err := xproto.TranslateCoordinates(s.conn, w.id, s.root, int16(x), int16(y)).Reply()
	if err != nil {
		return ErrGone
	}
	xtest.FakeInput(s.conn, xproto.MotionNotify, 0, 0, s.root, place.DstX, place.DstY, 0)
	xtest.FakeInput(s.conn, xproto.ButtonPress, 1, 0, s.root, 0, 0, 0)
	xtest.FakeInput(s.conn, xproto.ButtonRelease, 1, 0, s.root, 0, 0, 0)
	s.conn.Sync()
	return nil
}
