package desk

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
)

func TestTheFontIndexLiesInAPrivateFolderThatGoes(t *testing.T) {
	memory := t.TempDir()
	settings, remove, err := Quiet(nothing, memory)
	if err != nil {
		t.Fatal(err)
	}
	values := map[string]string{}
	for _, s := range settings {
		values[s.Name] = s.Value
	}
	if values["MESA_SHADER_CACHE_DISABLE"] != "true" {
		t.Error("the shader cache is left on")
	}
	folder := values["XDG_CACHE_HOME"]
	if err := os.MkdirAll(filepath.Join(values["XDG_CONFIG_HOME"], "fyne"), 0o700); err == nil {
		t.Errorf("the window's own settings would lie in %q", values["XDG_CONFIG_HOME"])
	}
	if filepath.Dir(folder) != memory {
		t.Fatalf("the font index would lie in %q", folder)
	}
	if info, err := os.Stat(folder); err != nil || info.Mode().Perm() != 0o700 {
		t.Errorf("the folder of the font index is not private: %v %v", info, err)
	}
	if err := os.WriteFile(filepath.Join(folder, "index"), []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := remove(); err != nil {
		t.Fatal(err)
	}
	if left, _ := os.ReadDir(memory); len(left) != 0 {
		t.Errorf("%d files are left", len(left))
	}
}

func TestWithoutAFolderOfMemoryTheShaderCacheIsOffAllTheSame(t *testing.T) {
	for _, memory := range []string{"", filepath.Join(t.TempDir(), "missing")} {
		settings, remove, err := Quiet(nothing, memory)
		if err == nil {
			t.Errorf("%q: nothing was said about the font index", memory)
		}
		if !slices.Contains(settings, Setting{"MESA_SHADER_CACHE_DISABLE", "true"}) {
			t.Errorf("%q: settings %v", memory, settings)
		}
		if err := remove(); err != nil {
			t.Error(err)
		}
	}
}

func nothing(string) string { return "" }

func TestNoLibraryStartsAMessageBus(t *testing.T) {
	for name, c := range map[string]struct{ given, want string }{
		"none":                 {"", "unix:path=/dev/null"},
		"asked to start one":   {"autolaunch:", "unix:path=/dev/null"},
		"started as a program": {"unixexec:path=/bin/dbus-daemon", "unix:path=/dev/null"},
		"the usual one":        {"unix:path=/run/user/1000/bus", "unix:path=/run/user/1000/bus"},
		"one over a network":   {"tcp:host=192.0.2.1,port=1;unix:path=/b", "unix:path=/b"},
	} {
		settings, remove, err := Quiet(func(asked string) string {
			return map[string]string{"DBUS_SESSION_BUS_ADDRESS": c.given}[asked]
		}, t.TempDir())
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range settings {
			if s.Name == "DBUS_SESSION_BUS_ADDRESS" && s.Value != c.want {
				t.Errorf("%s: libraries are sent to %q, want %q", name, s.Value, c.want)
			}
		}
		if err := remove(); err != nil {
			t.Error(err)
		}
	}
}

// The session's folder is a mount in memory; a test makes none, so it uses
// /dev/shm where there is one.
func TestShadersStayInMemoryUntilThePersonLogsOut(t *testing.T) {
	session, err := os.MkdirTemp("/dev/shm", "session-")
	if err != nil {
		t.Skip("there is no folder in memory here")
	}
	t.Cleanup(func() {
		if err := os.RemoveAll(session); err != nil {
			t.Error(err)
		}
	})
	quiet := func() map[string]string {
		t.Helper()
		settings, remove, err := Quiet(func(name string) string {
			return map[string]string{"XDG_RUNTIME_DIR": session}[name]
		}, t.TempDir())
		if err != nil {
			t.Fatal(err)
		}
		values := map[string]string{}
		for _, s := range settings {
			values[s.Name] = s.Value
		}
		dated := filepath.Join(values["XDG_CACHE_HOME"], "fyne", "missing-id-1")
		if err := os.MkdirAll(dated, 0o700); err != nil {
			t.Fatal(err)
		}
		if err := remove(); err != nil {
			t.Fatal(err)
		}
		if _, err := os.Stat(dated); err == nil {
			t.Error("a folder called after the time of the start is left")
		}
		return values
	}
	first := quiet()
	folder := first["XDG_CACHE_HOME"]
	if first["XCOMPOSECACHE"] != folder {
		t.Errorf("the table of dead keys lies in %q", first["XCOMPOSECACHE"])
	}
	if info, err := os.Stat(folder); filepath.Dir(folder) != session || err != nil || info.Mode().Perm() != 0o700 {
		t.Errorf("shaders lie in %q (%v), which does not stay or is not private", folder, err)
	}
	if again := quiet(); again["XDG_CACHE_HOME"] != folder || again["MESA_SHADER_CACHE_DISABLE"] != "" {
		t.Errorf("the second start makes its shaders again: %v", again)
	}
	if err := os.Chmod(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	if open := quiet(); open["XDG_CACHE_HOME"] == folder || open["MESA_SHADER_CACHE_DISABLE"] != "true" {
		t.Error("a folder that others may read is used")
	}
	if err := os.Chmod(session, 0o755); err != nil {
		t.Fatal(err)
	}
	if open := quiet(); filepath.Dir(open["XDG_CACHE_HOME"]) == session {
		t.Error("a session's folder that others may read is used")
	}
}

func TestAFolderOnADiskIsNotTakenForOneInMemory(t *testing.T) {
	var elsewhere string
	for _, folder := range []string{"/var/tmp", "/root", "/home"} {
		if !inMemory(folder) {
			elsewhere = folder
			break
		}
	}
	settings, remove, err := Quiet(func(name string) string {
		return map[string]string{"XDG_RUNTIME_DIR": elsewhere}[name]
	}, t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	if err := remove(); err != nil {
		t.Error(err)
	}
	if !slices.Contains(settings, Setting{"MESA_SHADER_CACHE_DISABLE", "true"}) {
		t.Errorf("shaders would be kept in %q", elsewhere)
	}
}
