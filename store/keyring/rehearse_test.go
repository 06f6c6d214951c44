package keyring

import (
	"errors"
	"testing"

	"holdfast/store/internal/seal"
)

func TestARehearsalProvesAKeyAndChangesNothing(t *testing.T) {
	h, ks := opened(t)
	file := must[Key](t)(IdentityFile(read(t, "key-v1.age"), []byte(vectorFilePass)))
	sheets := must[Key](t)(SharesKey(share(t, vectorShares[1]), share(t, vectorShares[2])))
	for label, key := range map[string]Key{"Recovery kit": key(t, vectorGroups), "Stick in the drawer": file} {
		next, holder, err := h.Rehearse(t.Context(), ks, key)
		if err != nil || next != nil || holder.Label != label {
			t.Errorf("%s: %+v, %v", label, holder, err)
		}
	}
	if _, holder, err := h.Rehearse(t.Context(), ks, sheets); err != nil || holder.Label != "Recovery kit" {
		t.Errorf("%+v, %v", holder, err)
	}
	if _, err := ks.Sign("still open", nil); err != nil {
		t.Errorf("the vault's own keys are gone: %v", err)
	}
	stranger := must[*identity](t)(newIdentity())
	if _, _, err := h.Rehearse(t.Context(), ks, key(t, stranger.text)); !errors.Is(err, ErrOtherKey) {
		t.Errorf("another key: %v", err)
	}
}

// After a keyholder was removed, nobody but who did it has vouched for the new
// signing key. A rehearsal has the key in hand, and the vault is known here.
func TestARehearsedKeyVouchesForTheVaultAgain(t *testing.T) {
	h := vector(t)
	ks, _, err := h.Unlock(t.Context(), must[Key](t)(IdentityFile(read(t, "key-v1.age"), []byte(vectorFilePass))))
	if err != nil {
		t.Fatal(err)
	}
	defer ks.Wipe()
	h, fresh, err := h.Rekey(t.Context(), fast(), ks, Plan{NewSigner: true})
	if err != nil {
		t.Fatal(err)
	}
	defer fresh.Wipe()
	next, holder, err := h.Rehearse(t.Context(), fresh, paperKey(t))
	if err != nil || holder.Attested || next == nil || next.Revision() != h.Revision()+1 {
		t.Fatalf("%+v, %v", holder, err)
	}
	got, opening, err := again(t, next).Unlock(t.Context(), paperKey(t))
	if err != nil || opening.Unattested {
		t.Fatalf("%+v, %v", opening, err)
	}
	got.Wipe()

	// Where the key in use has not vouched either, nothing is known.
	unsure, _, err := h.Unlock(t.Context(), key(t, vectorRecipient))
	if err != nil {
		t.Fatal(err)
	}
	if next, _, err := h.Rehearse(t.Context(), unsure, paperKey(t)); err != nil || next != nil {
		t.Errorf("a vault that nobody knows is vouched for: %v", err)
	}
	unsure.Wipe()
	if _, err := unsure.Sign("x", nil); !errors.Is(err, seal.ErrWiped) {
		t.Error(err)
	}
}
