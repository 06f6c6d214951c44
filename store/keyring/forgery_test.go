package keyring

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"holdfast/record"
)

// refused parses a header that somebody tampered with and expects that the
// given key does not open it, for the given reason.
func refused(t *testing.T, data []byte, key Key, want error) {
	t.Helper()
	h, err := ParseHeader(data)
	if err != nil {
		t.Fatalf("it should read: %v", err)
	}
	ks, _, err := h.Unlock(t.Context(), key)
	if !errors.Is(err, want) || ks != nil {
		t.Errorf("opened with %v, want %v", err, want)
	}
}

func TestAHeaderThatSomebodyElseWroteIsNotUsed(t *testing.T) {
	h := vector(t)
	evil := intruder(t, h)
	for name, edit := range map[string]func(d *document, signature *[]byte){
		"their vault key, wrapped to the keyholders, under their signature": func(d *document, s *[]byte) {
			resign(t, d, evil, s)
		},
		"their vault key, wrapped to the keyholders": func(d *document, _ *[]byte) {
			d.Keys = must[[]byte](t)(wrap(evil.master, evil.seed, d.recipients()))
		},
		"their vault key and its check": func(d *document, _ *[]byte) {
			d.Keys = must[[]byte](t)(wrap(evil.master, evil.seed, d.recipients()))
			d.Check = must[[]byte](t)(evil.check())
		},
		"another generation":              func(d *document, _ *[]byte) { d.Generation = 1 },
		"an older revision":               func(d *document, _ *[]byte) { d.Revision = 1 },
		"another check":                   func(d *document, _ *[]byte) { d.Check[0] ^= 1 },
		"their key among the retired":     func(d *document, _ *[]byte) { d.Retired = append(d.Retired, evil.public) },
		"no retired keys":                 func(d *document, _ *[]byte) { d.Retired = nil },
		"a keyholder left out":            func(d *document, _ *[]byte) { d.Holders = d.Holders[1:] },
		"the keyholders in another order": func(d *document, _ *[]byte) { slices.Reverse(d.Holders) },
		"no attestation":                  func(d *document, _ *[]byte) { d.Holders[2].Attestation = nil },
		"an attestation of another":       func(d *document, _ *[]byte) { d.Holders[2].Attestation = d.Holders[0].Attestation },
		"no attestation of another":       func(d *document, _ *[]byte) { d.Holders[0].Attestation = nil },
		"another label":                   func(d *document, _ *[]byte) { d.Holders[2].Details = d.Holders[0].Details },
		"another sealed identity":         func(d *document, _ *[]byte) { d.Holders[0].Identity = d.Holders[1].Identity },
		"a signature of nobody":           func(_ *document, s *[]byte) { *s = make([]byte, 64) },
	} {
		t.Run(name, func(t *testing.T) { refused(t, tampered(t, h, edit), paperKey(t), ErrForged) })
	}
}

func TestSealedIdentitiesDoNotChangePlaces(t *testing.T) {
	swapped := tampered(t, vector(t), func(d *document, _ *[]byte) {
		a, b := &d.Holders[0], &d.Holders[1]
		a.Identity, b.Identity = b.Identity, a.Identity
	})
	refused(t, swapped, Passphrase(vectorPassphrase), ErrWrongKey)
	other := tampered(t, vector(t), func(d *document, _ *[]byte) { d.Vault = d.Holders[3].ID })
	refused(t, other, Passphrase(vectorPassphrase), ErrWrongKey)
}

// Without an attestation the person is asked to compare the fingerprint: that
// is what stands between them and a vault of somebody else.
func TestARemovedAttestationShowsAnotherFingerprint(t *testing.T) {
	h := vector(t)
	evil := intruder(t, h)
	data := tampered(t, h, func(d *document, s *[]byte) {
		for i := range d.Holders {
			d.Holders[i].Attestation = nil
		}
		resign(t, d, evil, s)
	})
	theirs := must[*Header](t)(ParseHeader(data))
	ks, opening, err := theirs.Unlock(t.Context(), paperKey(t))
	if err != nil {
		t.Fatal(err)
	}
	defer ks.Wipe()
	if !opening.Unattested || opening.Fingerprint == h.Fingerprint() {
		t.Errorf("nobody is told: %+v", opening)
	}
	if n := opening.Notices(); len(n) == 0 || !strings.Contains(n[0].String(), opening.Fingerprint) {
		t.Errorf("the notice does not name the fingerprint: %v", n)
	}
}

func TestAnInsertedKeyholderIsNamedAndNeverWrappedTo(t *testing.T) {
	h := vector(t)
	evil := intruder(t, h)
	id := must[*identity](t)(newIdentity())
	data := tampered(t, h, func(d *document, _ *[]byte) {
		slipped := entry{ID: "11111111-2222-4333-8444-555555555555", Kind: KindPaper, Recipient: id.recipient()}
		if err := slipped.finish(fast(), evil, details{Label: "Recovery kit"}); err != nil {
			t.Fatal(err)
		}
		d.Holders = slices.Insert(d.Holders, 1, slipped)
	})
	inserted := must[*Header](t)(ParseHeader(data))
	if ks, _, err := inserted.Unlock(t.Context(), key(t, id.text)); !errors.Is(err, ErrWrongKey) {
		t.Fatalf("the intruder unlocks: %v, %v", ks, err)
	}
	ks, opening, err := inserted.Unlock(t.Context(), paperKey(t))
	if err != nil {
		t.Fatalf("the vault's own keyholders are locked out: %v", err)
	}
	defer ks.Wipe()
	if len(opening.Intruders) != 1 || opening.Intruders[0].ID != "11111111-2222-4333-8444-555555555555" ||
		opening.Intruders[0].Kind != KindPaper || opening.Intruders[0].Label != "" {
		t.Fatalf("found %+v", opening.Intruders)
	}
	if n := opening.Notices(); len(n) != 1 {
		t.Errorf("nobody is told: %v", n)
	}
	if n := len(inserted.Listed()); n != 5 {
		t.Errorf("%d keyholders are listed", n)
	}
	changed := must[*Header](t)(inserted.Rename(fast(), ks, opening.Holder.ID, "Kit in the safe"))
	rekeyed, fresh, err := inserted.Rekey(t.Context(), fast(), ks, Plan{NewSigner: true})
	if err != nil {
		t.Fatal(err)
	}
	defer fresh.Wipe()
	for name, next := range map[string]*Header{"changed": changed, "rekeyed": rekeyed} {
		if strings.Contains(string(next.Encode()), id.recipient()) || len(next.intruders) != 0 || len(next.genuine) != 5 {
			t.Errorf("the %s header carries the intruder on", name)
		}
		if _, _, err := unwrap(next.doc.Keys, id); !errors.Is(err, ErrForged) {
			t.Errorf("the keys of the %s header are wrapped to the intruder: %v", name, err)
		}
	}
}

func TestAnInsertedKeyholderCannotTakeAnothersPlace(t *testing.T) {
	h := vector(t)
	id := must[*identity](t)(newIdentity())
	replaced := tampered(t, h, func(d *document, _ *[]byte) { d.Holders[1].Recipient = id.recipient() })
	refused(t, replaced, paperKey(t), ErrForged)
	refused(t, replaced, key(t, id.text), ErrWrongKey)
	renamed := tampered(t, h, func(d *document, _ *[]byte) { d.Holders[4].Kind = KindPaper })
	refused(t, renamed, paperKey(t), ErrForged)
}

func TestAKeyholderWhoLeftCannotBePutBack(t *testing.T) {
	h, ks := opened(t)
	gone := h.Listed()[4]
	next, fresh, err := h.Rekey(t.Context(), fast(), ks, Plan{Without: []record.ID{gone.ID}})
	if err != nil {
		t.Fatal(err)
	}
	defer fresh.Wipe()
	back := tampered(t, next, func(d *document, _ *[]byte) { d.Holders = append(d.Holders, h.doc.Holders[4]) })
	again := must[*Header](t)(ParseHeader(back))
	if ks, _, err := again.Unlock(t.Context(), key(t, vectorRecipient)); !errors.Is(err, ErrWrongKey) {
		t.Fatalf("they open it: %v, %v", ks, err)
	}
	ks2, opening, err := again.Unlock(t.Context(), paperKey(t))
	if err != nil || len(opening.Intruders) != 1 || opening.Intruders[0].ID != gone.ID {
		t.Fatalf("%+v, %v", opening.Intruders, err)
	}
	ks2.Wipe()
}

func TestWeakenedAndBombedParametersAreRefusedBeforeTheyCostAnything(t *testing.T) {
	h := vector(t)
	for name, c := range map[string]struct {
		edit func(*hardening)
		want error
	}{
		"32 MiB":     {func(hd *hardening) { hd.MemoryKiB = 32 << 10 }, ErrWeakened},
		"no memory":  {func(hd *hardening) { hd.MemoryKiB = 0 }, ErrWeakened},
		"two passes": {func(hd *hardening) { hd.Passes = 2 }, ErrWeakened},
		"no passes":  {func(hd *hardening) { hd.Passes = 0 }, ErrWeakened},
		"no lanes":   {func(hd *hardening) { hd.Lanes = 0 }, ErrWeakened},
		"1 GiB, 1":   {func(hd *hardening) { hd.MemoryKiB = 1<<20 + 1 }, ErrDamaged},
		"4 TiB":      {func(hd *hardening) { hd.MemoryKiB = 1<<32 - 1 }, ErrDamaged},
		"17 passes":  {func(hd *hardening) { hd.Passes = 17 }, ErrDamaged},
		"9 lanes":    {func(hd *hardening) { hd.Lanes = 9 }, ErrDamaged},
	} {
		data := tampered(t, h, func(d *document, _ *[]byte) { c.edit(d.Holders[0].Hardening) })
		if _, err := ParseHeader(data); !errors.Is(err, c.want) {
			t.Errorf("%s: %v", name, err)
		}
		// The line that takes the memory asks once more.
		hd := *h.doc.Holders[0].Hardening
		c.edit(&hd)
		if k, err := hd.key("x"); !errors.Is(err, c.want) || k != nil {
			t.Errorf("%s is derived: %v", name, err)
		}
	}
	many := tampered(t, h, func(d *document, _ *[]byte) {
		for i := range 5 {
			e := d.Holders[0]
			hd := *e.Hardening
			hd.Passes = uint32(3 + i)
			e.Hardening, e.Recipient = &hd, must[*identity](t)(newIdentity()).recipient()
			e.ID = record.ID(strings.Repeat(string(rune('a'+i)), 8) + "-0000-4000-8000-000000000000")
			d.Holders = append(d.Holders, e)
		}
	})
	if _, err := ParseHeader(many); !errors.Is(err, ErrDamaged) {
		t.Errorf("one passphrase would be tried in six ways: %v", err)
	}
}

// Lowered within the bounds, the parameters do not fit the sealed identity.
func TestParametersLoweredWithinTheBoundsOpenNothing(t *testing.T) {
	lower := tampered(t, vector(t), func(d *document, _ *[]byte) {
		d.Holders[0].Hardening.Passes, d.Holders[1].Hardening.Passes = 4, 4
	})
	refused(t, lower, Passphrase(vectorPassphrase), ErrWrongKey)
}
