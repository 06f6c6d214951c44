package screen

import (
	"fmt"
	"io"
	"log"
	"os"
	"os/exec"
	"strings"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/damage"
	"github.com/jezek/xgb/xproto"
	"github.com/jezek/xgb/xtest"
)

// Screen is a running X server and a connection to it. Use it from one
// goroutine.
type Screen struct {
	server  *exec.Cmd
	display string
	conn    *xgb.Conn
	root    xproto.Window
	keys    map[rune]key
}

// Start starts an X server with one screen of that size in pixels, on a
// display that is free. It needs Xvfb.
func Start(width, height int) (*Screen, error) {
	r, w, err := os.Pipe()
	if err != nil {
		return nil, err
	}
	defer func() { _ = r.Close() }()
	server := exec.Command("Xvfb", "-displayfd", "3", "-screen", "0", fmt.Sprintf("%dx%dx24", width, height), "-nolisten", "tcp", "-noreset")
	server.ExtraFiles = []*os.File{w}
	err = server.Start()
	_ = w.Close()
	if err != nil {
		return nil, fmt.Errorf("start a screen: %w", err)
	}
	s := &Screen{server: server}
	number := make([]byte, 16)
	n, err := r.Read(number)
	if err == nil {
		s.display = ":" + strings.TrimSpace(string(number[:n]))
		// It logs that there is no file of permissions, which a server of
		// one's own needs none of.
		xgb.Logger = log.New(io.Discard, "", 0)
		s.conn, err = xgb.NewConnDisplay(s.display)
	}
	if err != nil {
		s.Close()
		return nil, fmt.Errorf("start a screen: %w", err)
	}
	s.root = xproto.Setup(s.conn).DefaultScreen(s.conn).Root
	err = damage.Init(s.conn)
	if err == nil {
		_, err = damage.QueryVersion(s.conn, 1, 1).Reply()
	}
	if err != nil {
		s.Close()
		return nil, fmt.Errorf("start a screen that tells what was painted: %w", err)
	}
	if err := xtest.Init(s.conn); err != nil {
		s.Close()
		return nil, fmt.Errorf("start a screen that can be typed on: %w", err)
	}
	if err := s.readKeys(); err != nil {
		s.Close()
		return nil, err
	}
	return s, nil
}

// Display is the name under which programs find the screen (":99").
func (s *Screen) Display() string { return s.display }

// Close ends the server; what is still shown on it loses its connection.
func (s *Screen) Close() {
	if s.conn != nil {
		s.conn.Close()
	}
	_ = s.server.Process.Kill()
	_ = s.server.Wait()
}
