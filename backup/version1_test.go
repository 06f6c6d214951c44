package backup

import (
	"path/filepath"
	"slices"
	"testing"

	"holdfast/store/keyring"
)

// The backup in testdata was made by version 1, of a board that nobody is on.
// It must open for ever: neither the file nor its keys ever change.
const (
	version1Paper      = "AGE-SECRET-KEY-PQ-1RLHMH6Q3EMZZDQ32EKPEG3G7W8PZKKJF6Z6SSG63EGZP3CTR3NTQPFDG56"
	version1Passphrase = passphrase
)

func TestABackupOfVersion1OpensForEver(t *testing.T) {
	path := filepath.Join("testdata", "v1.age")
	key, err := keyring.PaperKey(version1Paper)
	must(t, err)
	for name, key := range map[string]keyring.Key{"paper": key, "passphrase": keyring.Passphrase(version1Passphrase)} {
		o, err := Open(t.Context(), path, key, nil, nil)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		defer o.Close()
		if !o.Proven || o.Records() != 7 || len(o.Since.Tombstones) != 1 || len(o.Since.Withdrawals) != 1 || o.Holders[0].Label != "Recovery kit" {
			t.Errorf("%s: %+v", name, o)
		}
		acts := told(t, o.Each)
		if want := `2026-11-21T20:20:13Z ` + string(o.Holders[0].ID) + ` test.put [odd a key "with" quotes/and ñ "no JSON\n\x00" false true]`; !slices.Contains(acts, want) {
			t.Errorf("%s: %q", name, acts)
		}
	}
}
