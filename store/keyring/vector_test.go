package keyring

import (
	"encoding/base64"
	"encoding/hex"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"holdfast/store/internal/seal"
)

func TestAVaultOfVersion1OpensForEver(t *testing.T) {
	h := vector(t)
	if h.Vault() != "f981ae4e-162e-4142-80f8-a06fb42233a3" || h.Revision() != 4 || h.Generation() != 2 ||
		h.Fingerprint() != "8JE8-4SJL-DV2S-8L36-T9YS-ZWM8" {
		t.Fatalf("%s, revision %d, generation %d, %s", h.Vault(), h.Revision(), h.Generation(), h.Fingerprint())
	}
	var kinds []Kind
	for _, holder := range h.Listed() {
		if holder.Label != "" || !holder.Added.IsZero() {
			t.Errorf("a label is readable before unlocking: %+v", holder)
		}
		kinds = append(kinds, holder.Kind)
	}
	if diff := cmp.Diff([]Kind{KindPassphrase, KindPassphrase, KindPaper, KindFile, KindRecipient}, kinds); diff != "" {
		t.Fatal(diff)
	}
	file := must[Key](t)(IdentityFile(read(t, "key-v1.age"), []byte(vectorFilePass)))
	for label, c := range map[string]struct {
		key      Key
		attested bool
	}{
		"Coordinator":         {Passphrase(vectorPassphrase), true},
		"Second coordinator":  {Passphrase(vectorSecond), true},
		"Recovery kit":        {key(t, vectorGroups), true},
		"Stick in the drawer": {file, true},
		"Deputy's own key":    {key(t, vectorRecipient), false},
	} {
		t.Run(label, func(t *testing.T) {
			ks, opening, err := h.Unlock(t.Context(), c.key)
			if err != nil {
				t.Fatal(err)
			}
			defer ks.Wipe()
			if opening.Holder.Label != label || opening.Holder.ID != ks.Holder() || opening.Unattested == c.attested {
				t.Errorf("opened as %+v, unattested %v", opening.Holder, opening.Unattested)
			}
			if len(opening.Intruders) != 0 || opening.Fingerprint != h.Fingerprint() {
				t.Errorf("%+v", opening)
			}
			for name, c := range map[string]struct {
				key  *seal.Key
				want string
			}{
				"journal": {ks.Journal(), "4c0f3c010b7d7c8697af65026cc69dfb5265e15881511722bf90e55cb7f3d705"},
				"engine":  {ks.Engine(), "2a32d8eeb25cb9c6340fa8d1ea854d991277907a0ee1fe3f4da7345ba1774bf4"},
				"drafts":  {ks.Drafts(), "616ce4303450c70c7cd15307f0be0ffbc66f9884aa45988cf1985dafb4ce12e1"},
				"anchor":  {ks.Anchor(), "ffc399b3531bd199f42b91ae2cf98682936a621f446b3831b362e2c3e972cd10"},
			} {
				sum, err := c.key.MAC([]byte("vector"))
				if err != nil || hex.EncodeToString(sum[:]) != c.want {
					t.Errorf("the %s key is another one: %x, %v", name, sum, err)
				}
			}
		})
	}
}

func TestWhatARetiredKeySignedStillVerifies(t *testing.T) {
	h, ks := opened(t)
	old, err := base64.StdEncoding.DecodeString(vectorOldSignature)
	if err != nil {
		t.Fatal(err)
	}
	message := []byte("of the first generation")
	now := must[[]byte](t)(ks.Sign("backup manifest v1", message))
	for name, signature := range map[string][]byte{"retired": old, "present": now} {
		if !h.Verify("backup manifest v1", message, signature) {
			t.Errorf("the %s key's signature does not verify", name)
		}
		if h.Verify("backup manifest v2", message, signature) || h.Verify("backup manifest v1", message[1:], signature) {
			t.Errorf("the %s key's signature verifies for something else", name)
		}
		signature[3] ^= 1
		if h.Verify("backup manifest v1", message, signature) {
			t.Errorf("a changed signature of the %s key verifies", name)
		}
	}
}

func TestAPassphraseMayBeTypedInAnyFormThatLooksTheSame(t *testing.T) {
	h := vector(t)
	for _, text := range []string{
		"cafe\u0301 by the old harbour",               // the accent typed apart
		"café\u00a0by\u2003the\u3000old\u202fharbour", // other spaces
	} {
		ks, _, err := h.Unlock(t.Context(), Passphrase(text))
		if err != nil {
			t.Errorf("%q: %v", text, err)
			continue
		}
		ks.Wipe()
	}
}

func TestAWrongKeyIsCalledWrongAndNothingElse(t *testing.T) {
	h := vector(t)
	stranger := must[*identity](t)(newIdentity())
	file := read(t, "key-v1.age")
	for name, key := range map[string]Key{
		"another passphrase":       Passphrase("cafe by the old harbour"),
		"capital letters":          Passphrase("Café by the old harbour"),
		"no passphrase":            Passphrase(""),
		"another paper key":        key(t, stranger.text),
		"a file with a wrong word": must[Key](t)(IdentityFile(file, []byte("lantern under the stair"))),
		"another file":             must[Key](t)(IdentityFile([]byte(stranger.text), nil)),
	} {
		ks, opening, err := h.Unlock(t.Context(), key)
		if !errors.Is(err, ErrWrongKey) || ks != nil || opening.Fingerprint != "" {
			t.Errorf("%s: %v, %+v", name, err, opening)
		}
	}
}
