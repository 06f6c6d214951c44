package preference_test

import (
	"errors"
	"path/filepath"
	"testing"

	"holdfast/preference"
)

// A profile that travels would take the vault to a server.
func TestNothingLiesWhereAProfileTakesItAway(t *testing.T) {
	config := func() (string, error) { return "roaming", nil }
	local := func() (string, error) { return "local", nil }
	for system, want := range map[string]string{"windows": "local", "darwin": "roaming", "linux": "roaming"} {
		if got, err := preference.UsualFolder(system, config, local); err != nil || got != filepath.Join(want, "holdfast") {
			t.Errorf("%s: %q, %v", system, got, err)
		}
	}
	none := errors.New("no such folder")
	if got, err := preference.UsualFolder("windows", config, func() (string, error) { return "", none }); !errors.Is(err, none) || got != "" {
		t.Errorf("%q, %v", got, err)
	}
}
