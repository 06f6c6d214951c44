package keyring

import (
	"bytes"
	"context"
	"errors"
	"os"
	"slices"
	"strings"
	"testing"

	"filippo.io/age"

	"holdfast/record"
	"holdfast/store/keyring/plugin/plugintest"
	"holdfast/wording"
)

func TestMain(m *testing.M) { plugintest.Main(m) }

// The key that the plugin of testdata/vault-v2.json keeps.
const vectorHardware = "AGE-SECRET-KEY-PQ-137X9AQTYX4PPRF4L8N2ESZSD387HT3HJH9VVER6LV76USF3P8ZKQGSPVGU"

// answers is a person who types the PIN.
type answers struct{ pin string }

func (answers) Say(string) error                             { return nil }
func (a answers) Ask(string, bool) (string, error)           { return a.pin, nil }
func (answers) Confirm(string, string, string) (bool, error) { return true, nil }

func hardware(t testing.TB, name string, file []byte) *Hardware {
	t.Helper()
	path, own := plugintest.Install(t, name)
	if file == nil {
		file = own
	}
	return must[*Hardware](t)(NewHardware(path, file, answers{plugintest.PIN}))
}

func TestAVaultOfVersion2OpensForEver(t *testing.T) {
	h := must[*Header](t)(ParseHeader(read(t, "vault-v2.json")))
	id, err := age.ParseHybridIdentity(vectorHardware)
	if err != nil {
		t.Fatal(err)
	}
	sheets := must[Key](t)(SharesKey(share(t, vectorShares[2]), share(t, vectorShares[0])))
	for label, key := range map[string]Key{
		"Coordinator":   Passphrase(vectorPassphrase),
		"Three drawers": sheets,
		"Key ring":      HardwareKey(hardware(t, "drill", plugintest.KeyFile("drill", id))),
	} {
		ks, opening, err := h.Unlock(t.Context(), key)
		if err != nil || opening.Holder.Label != label || opening.Unattested {
			t.Errorf("%s: %+v, %v", label, opening, err)
		}
		ks.Wipe()
	}
}

// A program that knows version 1 refuses a header of version 2 as newer, and
// reads the same vault again once nothing in it is new.
func TestOnlyAHeaderWithANewKindIsOfVersion2(t *testing.T) {
	version := func(h *Header) string {
		return string(bytes.TrimSpace(bytes.Split(h.Encode(), []byte("\n"))[2]))
	}
	h, ks := opened(t)
	if version(h) != `"version": 1,` {
		t.Fatal(version(h))
	}
	e, _, err := NewShares(t.Context(), "Sheets")
	if err != nil {
		t.Fatal(err)
	}
	newer := must[*Header](t)(h.Add(t.Context(), fast(), ks, e))
	if version(newer) != `"version": 2,` {
		t.Error(version(newer))
	}
	// The same in the form of version 1, as nobody writes it.
	if _, err := ParseHeader(bytes.Replace(newer.Encode(), []byte(`"version": 2`), []byte(`"version": 1`), 1)); !errors.Is(err, ErrDamaged) {
		t.Error(err)
	}
	all := must[[]Holder](t)(newer.Holders(ks))
	older, fresh, err := newer.Rekey(t.Context(), fast(), ks, Plan{Without: []record.ID{all[len(all)-1].ID}})
	if err != nil || version(older) != `"version": 1,` {
		t.Fatal(err)
	}
	fresh.Wipe()
}

func TestAHardwareKeyOpensTheVaultAndStaysWhenItIsRekeyed(t *testing.T) {
	for _, name := range []string{"drill", "pin"} {
		h, ks := opened(t)
		hw := hardware(t, name, nil)
		if err := hw.Try(t.Context()); err != nil {
			t.Fatal(err)
		}
		e := must[*Enrolment](t)(EnrolHardware(t.Context(), "Key ring", hw))
		h = again(t, must[*Header](t)(h.Add(t.Context(), fast(), ks, e)))
		first, opening, err := h.Unlock(t.Context(), HardwareKey(hw))
		if err != nil || opening.Holder.Kind != KindHardware || opening.Holder.Label != "Key ring" || opening.Unattested {
			t.Fatalf("%s: %+v, %v", name, opening, err)
		}
		first.Wipe()
		// Nobody needs the plugin for this.
		h, fresh, err := h.Rekey(t.Context(), fast(), ks, Plan{NewSigner: true})
		if err != nil {
			t.Fatal(err)
		}
		fresh.Wipe()
		second, opening, err := again(t, h).Unlock(t.Context(), HardwareKey(hw))
		if err != nil || opening.Unattested {
			t.Fatalf("%s: %+v, %v", name, opening, err)
		}
		second.Wipe()
	}
}

func TestAHardwareKeyThatIsNotSafeOrNotRightIsRefused(t *testing.T) {
	h, ks := opened(t)
	mine := hardware(t, "drill", nil)
	h = must[*Header](t)(h.Add(t.Context(), fast(), ks, must[*Enrolment](t)(EnrolHardware(t.Context(), "Key ring", mine))))
	_, foreign := plugintest.Install(t, "drill")
	lines := bytes.SplitAfter(foreign, []byte("\n"))
	_, own := plugintest.Install(t, "drill")
	mixed := slices.Concat(bytes.SplitAfter(own, []byte("\n"))[1], lines[2])
	wrongPIN := hardware(t, "pin", nil)
	wrongPIN.talk = answers{"0000"}
	for name, c := range map[string]struct {
		hardware *Hardware
		is       error
		says     string
	}{
		"classic":             {hardware(t, "classic", nil), nil, "can't be used safely"},
		"one that refuses":    {hardware(t, "sulky", nil), nil, "not today"},
		"no plugin":           {hardware(t, "mumble", nil), nil, "does not answer"},
		"the file of another": {hardware(t, "drill", mixed), ErrWrongKey, ""},
		"a wrong PIN":         {wrongPIN, nil, "wrong PIN"},
	} {
		err := c.hardware.Try(t.Context())
		if err == nil || c.is != nil && !errors.Is(err, c.is) || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v", name, err)
		}
		if c.is == nil && (errors.Is(err, ErrWrongKey) || len(wording.Problems(err)) == 0) {
			t.Errorf("%s is called a wrong key: %v", name, err)
		}
	}
	for name, c := range map[string]struct {
		key Key
		is  error
	}{
		"another piece of hardware": {HardwareKey(hardware(t, "drill", nil)), ErrOtherKey},
		"a vault without hardware":  {HardwareKey(mine), ErrOtherKey},
	} {
		at := h
		if strings.HasPrefix(name, "a vault") {
			at = vector(t)
		}
		if _, _, err := at.Unlock(t.Context(), c.key); !errors.Is(err, c.is) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, _, err := h.Unlock(t.Context(), HardwareKey(hardware(t, "sulky", nil))); errors.Is(err, nil) {
		t.Error("a key of another plugin opens it")
	}
	ended, stop := context.WithCancel(t.Context())
	stop()
	if _, _, err := h.Unlock(ended, HardwareKey(mine)); !errors.Is(err, context.Canceled) {
		t.Errorf("stopped, it says %v", err)
	}
}

func TestWhatIsSealedToHardwareCantBeExchanged(t *testing.T) {
	h, ks := opened(t)
	hw := hardware(t, "drill", nil)
	e := must[*Enrolment](t)(EnrolHardware(t.Context(), "Key ring", hw))
	other := must[*Enrolment](t)(EnrolHardware(t.Context(), "Key ring", hw)).sealed
	h = must[*Header](t)(h.Add(t.Context(), fast(), ks, e))
	for name, sealed := range map[string][]byte{
		"of another keyholder": other,
		"cut short":            other[:len(other)-1],
		"no age file":          []byte("age"),
	} {
		data := tampered(t, h, func(d *document, _ *[]byte) { d.Holders[len(d.Holders)-1].Identity = sealed })
		changed := must[*Header](t)(ParseHeader(data))
		if _, _, err := changed.Unlock(t.Context(), HardwareKey(hw)); !errors.Is(err, ErrForged) {
			t.Errorf("%s: %v", name, err)
		}
	}
	for name, sealed := range map[string][]byte{"nothing": nil, "far too much": make([]byte, mostSealed+1)} {
		data := tampered(t, h, func(d *document, _ *[]byte) { d.Holders[len(d.Holders)-1].Identity = sealed })
		if _, err := ParseHeader(data); !errors.Is(err, ErrDamaged) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// What is sealed to the hardware travels with a backup.
func TestAHardwareKeyOpensABackupWithoutItsVault(t *testing.T) {
	h, ks := opened(t)
	hw := hardware(t, "drill", nil)
	h = must[*Header](t)(h.Add(t.Context(), fast(), ks, must[*Enrolment](t)(EnrolHardware(t.Context(), "Key ring", hw))))
	roster := must[Roster](t)(h.Roster(ks))
	held := roster.Holders[len(roster.Holders)-1]
	stanzas := must[[]*age.Stanza](t)(must[age.Recipient](t)(Recipient(held.Recipient)).Wrap([]byte("sixteen bytes it")))
	fileKey, by, err := Unwrap(t.Context(), HardwareKey(hw), roster.Vault, roster.Sealed(), stanzas)
	if err != nil || string(fileKey) != "sixteen bytes it" || by.Recipient() != held.Recipient {
		t.Fatalf("%q, %v", fileKey, err)
	}
	by.Wipe()
}

func TestAPluginMustBeThatOfTheKey(t *testing.T) {
	path, _ := plugintest.Install(t, "drill")
	_, file := plugintest.Install(t, "pin")
	if _, err := NewHardware(path, file, answers{}); err == nil || !strings.Contains(err.Error(), "“pin”") {
		t.Error(err)
	}
	if _, err := NewHardware(path+"x", file, answers{}); !errors.Is(err, os.ErrNotExist) {
		t.Error(err)
	}
	if _, err := IdentityFile(file, nil); err == nil || errors.Is(err, ErrNotKeyFile) || !strings.Contains(err.Error(), "hardware key") {
		t.Errorf("its file is taken for a key file: %v", err)
	}
}
