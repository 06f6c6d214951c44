// Package plugintest is an age plugin for tests, made of the test itself: the
// server's side is that of the age library, so what speaks with it speaks the
// protocol and not merely with itself.
//
// Its keys are age identities in the clear, which is what makes it a test. The
// name of the program says how it behaves: "drill" is a good plugin, "classic"
// gives no post-quantum label, "pin" asks for the PIN 1234 before it opens,
// "sure" for a yes, "sulky" only refuses, "mumble" does not speak the protocol,
// "stuck" never answers.
//
// Example:
//
//	func TestMain(m *testing.M) { plugintest.Main(m) }
//	…
//	program, file := plugintest.Install(t, "drill")
package plugintest

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"filippo.io/age"
	"filippo.io/age/plugin"
)

// PIN is what "pin" asks for.
const PIN = "1234"

// Main runs the tests, or the plugin where the program was started as one.
func Main(m *testing.M) {
	ServeIfAsked()
	os.Exit(m.Run())
}

// ServeIfAsked is for a TestMain of one's own: where the program was started
// as a plugin, it is one, and ends.
func ServeIfAsked() {
	if name := strings.TrimSuffix(filepath.Base(os.Args[0]), ".exe"); strings.HasPrefix(name, "age-plugin-") {
		os.Exit(Serve(strings.TrimPrefix(name, "age-plugin-")))
	}
}

// Install puts a plugin into a folder of the test's own, with a key, and gives
// its program and the key file that belongs to it.
func Install(t testing.TB, name string) (program string, file []byte) {
	t.Helper()
	program, file, err := Put(t.TempDir(), name)
	if err != nil {
		t.Fatal(err)
	}
	return program, file
}

// Put is Install for a folder.
func Put(dir, name string) (program string, file []byte, err error) {
	self, err := os.Executable()
	if err != nil {
		return "", nil, err
	}
	program = filepath.Join(dir, "age-plugin-"+name)
	if runtime.GOOS == "windows" {
		program += ".exe"
	}
	if err := os.Symlink(self, program); err != nil {
		data, err := os.ReadFile(self)
		if err == nil {
			err = os.WriteFile(program, data, 0o700)
		}
		if err != nil {
			return "", nil, err
		}
	}
	id, err := age.GenerateHybridIdentity()
	if err != nil {
		return "", nil, err
	}
	return program, KeyFile(name, id), nil
}

// KeyFile is what a plugin writes for its owner.
func KeyFile(name string, id *age.HybridIdentity) []byte {
	return fmt.Appendf(nil, "# created: 2026-11-21\n# recipient: %s\n%s\n",
		plugin.EncodeRecipient(name, []byte(id.Recipient().String())), plugin.EncodeIdentity(name, []byte(id.String())))
}

// Serve is the plugin of a name; the code is for os.Exit.
func Serve(name string) int {
	switch name {
	case "mumble":
		_, err := io.WriteString(os.Stdout, strings.Repeat("hm, ", 50_000))
		return code(err)
	case "stuck":
		_, err := io.WriteString(os.Stdout, "-> msg\nd2FpdA\n") // "wait"
		if err == nil {
			_, err = io.Copy(io.Discard, os.Stdin)
		}
		time.Sleep(time.Hour) // until it is ended
		return code(err)
	}
	p, err := plugin.New(name)
	if err != nil {
		return 1
	}
	p.HandleRecipient(func(data []byte) (age.Recipient, error) {
		r, err := age.ParseHybridRecipient(string(data))
		return labelled{r, name}, err
	})
	p.HandleIdentityAsRecipient(func(data []byte) (age.Recipient, error) {
		i, err := age.ParseHybridIdentity(string(data))
		if err != nil {
			return nil, err
		}
		return labelled{i.Recipient(), name}, nil
	})
	p.HandleIdentity(func(data []byte) (age.Identity, error) {
		i, err := age.ParseHybridIdentity(string(data))
		return guarded{i, p, name}, err
	})
	return p.Main()
}

func code(err error) int {
	if err != nil {
		return 1
	}
	return 0
}

// labelled is a recipient with the labels of its plugin.
type labelled struct {
	*age.HybridRecipient
	name string
}

// WrapWithLabels refuses for "sulky" and says nothing of safety for "classic".
func (l labelled) WrapWithLabels(fileKey []byte) ([]*age.Stanza, []string, error) {
	stanzas, labels, err := l.HybridRecipient.WrapWithLabels(fileKey)
	switch l.name {
	case "classic":
		labels = nil
	case "sulky":
		err = errors.New("not today")
	}
	return stanzas, labels, err
}

// guarded is an identity that may ask first.
type guarded struct {
	age.Identity
	plugin *plugin.Plugin
	name   string
}

// Unwrap asks for the PIN, or the yes, where there is one.
func (g guarded) Unwrap(stanzas []*age.Stanza) ([]byte, error) {
	switch g.name {
	case "pin":
		if err := g.plugin.DisplayMessage("touch the key"); err != nil {
			return nil, err
		}
		pin, err := g.plugin.RequestValue("PIN of the key", true)
		if err != nil {
			return nil, err
		}
		if pin != PIN {
			return nil, errors.New("wrong PIN, 2 tries left")
		}
	case "sure":
		if yes, err := g.plugin.Confirm("Go on?", "yes", "no"); err != nil || !yes {
			return nil, errors.Join(err, errors.New("declined"))
		}
	}
	return g.Identity.Unwrap(stanzas)
}
