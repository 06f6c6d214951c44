// Package desktop puts the window together: the shell, the screens, the one
// vault that the window holds, the small settings file and what the machine
// tells.
//
// A Desktop is made of a Config, whose every part is given: the window, the
// clock, the folder of the vault, the settings file. It knows no rule; it
// only says which screen stands where and what is handed to whom.
//
// Promises:
//   - a vault is held by at most one holder, and is let go of when the window
//     closes, whatever was open;
//   - what the machine tells (sleep, screen lock) locks before the machine
//     goes on;
//   - the settings file learns the look of the window, never where a vault is
//     or what it is called.
//
// Example:
//
//	d := desktop.New(desktop.Config{App: a, Window: w, Environment: env, Vault: dir, Preferences: keeper})
//	d.Start()
//	w.ShowAndRun()
//	err := d.Close()
package desktop
