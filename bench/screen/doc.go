// Package screen is a screen without a screen: an X server in memory on which
// programs are started, looked at and typed into, for measuring and for
// proofs.
//
// A Screen is one Xvfb of its own, reached over a socket of this computer. A
// Window is a program's top-level window on it.
//
// Example:
//
//	s, err := screen.Start(1280, 800)
//	defer s.Close()
//	command := exec.Command("bin/holdfast")
//	command.Env = append(os.Environ(), "DISPLAY="+s.Display())
//	err = command.Start()
//	w, at, err := s.Painted(ctx)
package screen
