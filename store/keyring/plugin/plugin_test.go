package plugin_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"filippo.io/age"

	"holdfast/store/keyring/plugin"
	"holdfast/store/keyring/plugin/plugintest"
	"holdfast/wording"
)

func TestMain(m *testing.M) { plugintest.Main(m) }

// person answers a plugin.
type person struct {
	pin     string
	no      bool
	said    []string
	refuses error
	hears   func(message string)
}

func (p *person) Say(message string) error {
	if p.hears != nil {
		p.hears(message)
	}
	p.said = append(p.said, message)
	return nil
}
func (p *person) Ask(prompt string, secret bool) (string, error) {
	p.said = append(p.said, prompt)
	if !secret {
		return "", errors.New("a PIN would be shown")
	}
	return p.pin, p.refuses
}
func (p *person) Confirm(prompt, yes, no string) (bool, error) {
	p.said = append(p.said, prompt+" "+yes+"/"+no)
	return !p.no, nil
}

// installed is a plugin with its key.
func installed(t *testing.T, name string) (plugin.Program, plugin.File) {
	t.Helper()
	path, file := plugintest.Install(t, name)
	program, err := plugin.At(path)
	if err != nil {
		t.Fatal(err)
	}
	f, err := plugin.Parse(file)
	if err != nil {
		t.Fatal(err)
	}
	if program.Name() != name || f.Name != name {
		t.Fatalf("the program is called %q, the key %q", program.Name(), f.Name)
	}
	return program, f
}

func sealed(t *testing.T, r age.Recipient, text string) []byte {
	t.Helper()
	var out bytes.Buffer
	w, err := age.Encrypt(&out, r)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.WriteString(w, text); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func opened(file []byte, i age.Identity) (string, error) {
	r, err := age.Decrypt(bytes.NewReader(file), i)
	if err != nil {
		return "", err
	}
	plain, err := io.ReadAll(r)
	return string(plain), err
}

func TestWhatAPluginSealsItOpens(t *testing.T) {
	program, f := installed(t, "drill")
	for name, to := range map[string]string{"the recipient": f.Recipient, "the identity": f.Identity} {
		for range 5 { // what a plugin sends between is drawn anew each time
			file := sealed(t, program.Recipient(t.Context(), to, &person{}), "hello")
			if got, err := opened(file, program.Identity(t.Context(), f.Identity, &person{})); err != nil || got != "hello" {
				t.Errorf("sealed to %s, it opens as %q, %v", name, got, err)
			}
		}
	}
}

func TestTheLabelsOfAPluginComeThrough(t *testing.T) {
	for name, want := range map[string]string{"drill": "postquantum", "classic": ""} {
		program, f := installed(t, name)
		_, labels, err := program.Recipient(t.Context(), f.Recipient, &person{}).WrapWithLabels(make([]byte, 16))
		if got := strings.Join(labels, ","); err != nil || got != want {
			t.Errorf("%s is labelled %q, %v", name, got, err)
		}
	}
}

func TestAPluginSpeaksWithThePerson(t *testing.T) {
	refused := errors.New("nobody is here")
	for name, c := range map[string]struct {
		plugin string
		who    *person
		is     error
		fails  string
		said   string
	}{
		"the PIN":      {"pin", &person{pin: plugintest.PIN}, nil, "", "touch the key; PIN of the key"},
		"a wrong PIN":  {"pin", &person{pin: "0000"}, nil, "wrong PIN", "touch the key; PIN of the key"},
		"no answer":    {"pin", &person{refuses: refused}, refused, "nobody", "touch the key; PIN of the key"},
		"a yes":        {"sure", &person{}, nil, "", "Go on? yes/no"},
		"a no":         {"sure", &person{no: true}, nil, "declined", "Go on? yes/no"},
		"another file": {"pin", &person{pin: plugintest.PIN}, age.ErrIncorrectIdentity, "identity", "touch the key; PIN of the key"},
	} {
		program, f := installed(t, c.plugin)
		to := age.Recipient(program.Recipient(t.Context(), f.Recipient, &person{}))
		if name == "another file" {
			other, err := age.GenerateHybridIdentity()
			if err != nil {
				t.Fatal(err)
			}
			to = other.Recipient()
		}
		got, err := opened(sealed(t, to, "hello"), program.Identity(t.Context(), f.Identity, c.who))
		if said := strings.Join(c.who.said, "; "); said != c.said {
			t.Errorf("%s: it said %q", name, said)
		}
		if c.fails == "" && (err != nil || got != "hello") || c.fails != "" && (err == nil || !strings.Contains(err.Error(), c.fails)) ||
			c.is != nil && !errors.Is(err, c.is) {
			t.Errorf("%s: %q, %v", name, got, err)
		}
		if name != "another file" && errors.Is(err, age.ErrIncorrectIdentity) {
			t.Errorf("%s is called a wrong key", name)
		}
	}
}

func TestAProgramThatIsNoPluginIsAnErrorInWords(t *testing.T) {
	for name, says := range map[string]string{"sulky": "not today", "mumble": "does not answer as an age plugin does"} {
		program, f := installed(t, name)
		_, err := program.Recipient(t.Context(), f.Recipient, &person{}).Wrap(make([]byte, 16))
		if len(wording.Problems(err)) == 0 || !strings.Contains(err.Error(), says) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if runtime.GOOS == "windows" {
		return
	}
	text := filepath.Join(t.TempDir(), "age-plugin-text")
	if err := os.WriteFile(text, []byte("no program"), 0o700); err != nil {
		t.Fatal(err)
	}
	program, err := plugin.At(text)
	if err == nil {
		_, err = program.Recipient(t.Context(), "age1text1", &person{}).Wrap(make([]byte, 16))
	}
	if !strings.Contains(err.Error(), "could not be started") {
		t.Error(err)
	}
}

func TestAPluginThatHangsIsStopped(t *testing.T) {
	program, f := installed(t, "stuck")
	ctx, stop := context.WithCancel(t.Context())
	if _, err := program.Identity(ctx, f.Identity, &person{hears: func(string) { stop() }}).Unwrap(nil); !errors.Is(err, context.Canceled) {
		t.Errorf("it ended with %v", err)
	}
}

// A plugin of the same name on the search path is another program.
func TestOnlyTheProgramThatWasChosenRuns(t *testing.T) {
	elsewhere, _ := plugintest.Install(t, "drill")
	t.Setenv("PATH", filepath.Dir(elsewhere))
	t.Chdir(filepath.Dir(elsewhere))
	for _, path := range []string{"age-plugin-drill", "./age-plugin-drill", "", "/", t.TempDir()} {
		if _, err := plugin.At(path); err == nil {
			t.Errorf("%q is taken", path)
		}
	}
	chosen := filepath.Join(t.TempDir(), filepath.Base(elsewhere))
	if _, err := plugin.At(chosen); !os.IsNotExist(err) {
		t.Errorf("a plugin that is not there: %v", err)
	}
	if err := os.WriteFile(chosen, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := plugin.At(chosen); err == nil && runtime.GOOS != "windows" {
		t.Error("a file that can't be run is taken")
	}
	found, err := plugin.In([]string{filepath.Dir(elsewhere), filepath.Dir(elsewhere), "/nowhere", filepath.Dir(chosen)})
	if err != nil || len(found) != 1 || found[0].Path() != elsewhere {
		t.Errorf("listed %v, %v", found, err)
	}
}

func TestAKeyFileOfAPluginIsReadAndAnotherRefused(t *testing.T) {
	_, file := plugintest.Install(t, "drill")
	for name, c := range map[string]struct{ file, says string }{
		"empty":       {"", "No hardware key is named"},
		"a paper key": {"AGE-SECRET-KEY-PQ-1QQQ", "No hardware key is named"},
		"cut short":   {string(file[:len(file)-5]), "not whole"},
		"two keys":    {string(file) + string(file), "more than one"},
	} {
		if _, err := plugin.Parse([]byte(c.file)); err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v", name, err)
		}
	}
	_, other := plugintest.Install(t, "other")
	lines := strings.SplitAfter(string(file), "\n")
	foreign := strings.SplitAfter(string(other), "\n")[1] + lines[2]
	if f, err := plugin.Parse([]byte(foreign)); err != nil || f.Recipient != f.Identity {
		t.Errorf("a recipient of another plugin is taken: %+v, %v", f, err)
	}
}
