package keyring

import (
	"bytes"
	"context"
	"errors"
	"slices"
	"testing"
	"time"

	"holdfast/record"
	"holdfast/store/internal/seal"
	"holdfast/wording"
)

// again is a header written and read, as a store does it.
func again(t *testing.T, h *Header) *Header {
	t.Helper()
	back, err := ParseHeader(h.Encode())
	if err != nil {
		t.Fatal(err)
	}
	return back
}

// opens unlocks with a key and says who that is.
func opens(t *testing.T, h *Header, key Key) (*Keyset, Opening) {
	t.Helper()
	ks, opening, err := again(t, h).Unlock(t.Context(), key)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(ks.Wipe)
	return ks, opening
}

func shut(t *testing.T, h *Header, key Key) {
	t.Helper()
	if _, _, err := again(t, h).Unlock(t.Context(), key); !errors.Is(err, ErrWrongKey) {
		t.Errorf("it opens: %v", err)
	}
}

func sameVaultKey(t *testing.T, a, b *Keyset) bool {
	t.Helper()
	one := must[[32]byte](t)(a.Journal().MAC(nil))
	two := must[[32]byte](t)(b.Journal().MAC(nil))
	return one == two
}

func TestANewVaultOpensWithEachOfItsKeys(t *testing.T) {
	mine := must[*Enrolment](t)(NewPassphrase("Mine", "a passphrase"))
	kit, paper, err := NewPaper("Recovery kit")
	if err != nil {
		t.Fatal(err)
	}
	h, ks, err := New(t.Context(), fast(), mine, kit)
	if err != nil {
		t.Fatal(err)
	}
	defer ks.Wipe()
	if h.Revision() != 1 || h.Generation() != 1 {
		t.Errorf("revision %d, generation %d", h.Revision(), h.Generation())
	}
	all := must[[]Holder](t)(h.Holders(ks))
	if len(all) != 2 || all[0].Label != "Mine" || all[1].Label != "Recovery kit" || !all[0].Attested || !all[1].Attested ||
		!all[0].Added.Equal(time.Date(2026, 11, 22, 14, 20, 0, 0, time.UTC)) || ks.Holder() != all[0].ID {
		t.Errorf("%+v", all)
	}
	for _, key := range []Key{Passphrase("a passphrase"), key(t, paper.Text)} {
		other, opening := opens(t, h, key)
		if opening.Unattested || !sameVaultKey(t, ks, other) {
			t.Errorf("%+v", opening)
		}
	}
	if bytes.Contains(h.Encode(), []byte("Mine")) || bytes.Contains(h.Encode(), []byte("Recovery")) {
		t.Error("a label stands in the header in clear")
	}
	// An enrolment serves once, and keeps no secret afterwards.
	if _, err := h.Add(t.Context(), fast(), ks, kit); !errors.Is(err, errSpent) || kit.identity != "" || mine.passphrase != "" {
		t.Errorf("%v, %+v", err, kit)
	}
}

func TestNoVaultBeginsWithoutAKeyInHand(t *testing.T) {
	foreign := must[*Enrolment](t)(NewRecipient("Deputy", must[*identity](t)(newIdentity()).recipient()))
	for _, first := range [][]*Enrolment{nil, {foreign}} {
		if _, _, err := New(t.Context(), fast(), first...); len(wording.Problems(err)) != 1 {
			t.Errorf("%d keyholders: %v", len(first), err)
		}
	}
	ended, end := context.WithCancel(t.Context())
	end()
	mine := must[*Enrolment](t)(NewPassphrase("Mine", "a passphrase"))
	if _, _, err := New(ended, fast(), mine); !errors.Is(err, context.Canceled) || mine.spent {
		t.Errorf("%v", err)
	}
}

func TestAnAddedKeyholderOpensAndTheOthersStay(t *testing.T) {
	h, ks := opened(t)
	kit, paper, err := NewPaper("Second kit")
	if err != nil {
		t.Fatal(err)
	}
	id := must[*identity](t)(newIdentity())
	bare := must[*Enrolment](t)(NewRecipient("Another deputy", id.recipient()))
	next := must[*Header](t)(h.Add(t.Context(), fast(), ks, kit, bare))
	if next.Revision() != h.Revision()+1 || h.Revision() != 4 || len(h.Listed()) != 5 || len(next.Listed()) != 7 {
		t.Errorf("revision %d, %d keyholders", next.Revision(), len(next.Listed()))
	}
	for _, c := range []struct {
		key        Key
		label      string
		unattested bool
	}{
		{key(t, paper.Text), "Second kit", false},
		{key(t, id.text), "Another deputy", true},
		{paperKey(t), "Recovery kit", false},
	} {
		got, opening := opens(t, next, c.key)
		if opening.Holder.Label != c.label || opening.Unattested != c.unattested || !sameVaultKey(t, ks, got) {
			t.Errorf("%s: %+v", c.label, opening)
		}
	}
	twice := must[*Enrolment](t)(NewRecipient("Once more", id.recipient()))
	if _, err := next.Add(t.Context(), fast(), ks, twice); len(wording.Problems(err)) != 1 {
		t.Errorf("one key is two keyholders: %v", err)
	}
}

func TestAKeyFileThatIsThereAlreadyCanBeAdded(t *testing.T) {
	h, ks := opened(t)
	id := must[*identity](t)(newIdentity())
	own := must[Key](t)(IdentityFile([]byte("# mine\n"+id.text+"\n"), nil))
	e := must[*Enrolment](t)(ExistingFile("My own file", own))
	next := must[*Header](t)(h.Add(t.Context(), fast(), ks, e))
	if _, opening := opens(t, next, own); opening.Holder.Kind != KindFile || opening.Unattested {
		t.Errorf("%+v", opening)
	}
	if _, err := ExistingFile("A passphrase", Passphrase("a passphrase")); !errors.Is(err, ErrNotKeyFile) {
		t.Error(err)
	}
}

func TestAttestingEndsTheQuestion(t *testing.T) {
	h := vector(t)
	deputy := key(t, vectorRecipient)
	ks, opening := opens(t, h, deputy)
	if !opening.Unattested {
		t.Fatalf("%+v", opening)
	}
	next := must[*Header](t)(h.Attest(ks))
	if _, opening = opens(t, next, deputy); opening.Unattested {
		t.Error("it asks again")
	}
	// And from then on a vault of somebody else is refused outright.
	evil := intruder(t, next)
	refused(t, tampered(t, next, func(d *document, s *[]byte) { resign(t, d, evil, s) }), deputy, ErrForged)
}

func TestAChangedPassphraseReplacesTheOldOne(t *testing.T) {
	h, ks := opened(t)
	mine := h.Listed()[1]
	next := must[*Header](t)(h.ChangePassphrase(t.Context(), fast(), ks, mine.ID, "eight new swans at noon"))
	got, opening := opens(t, next, Passphrase("eight new swans at noon"))
	if opening.Holder.ID != mine.ID || opening.Holder.Label != "Second coordinator" || opening.Unattested || !sameVaultKey(t, ks, got) {
		t.Errorf("%+v", opening)
	}
	shut(t, next, Passphrase(vectorSecond))
	opens(t, next, Passphrase(vectorPassphrase))
	if next.genuine[1].Recipient == h.genuine[1].Recipient {
		t.Error("the identity that the old passphrase gives still opens the vault")
	}
	for _, id := range []record.ID{h.Listed()[2].ID, "11111111-2222-4333-8444-555555555555"} {
		if _, err := h.ChangePassphrase(t.Context(), fast(), ks, id, "a passphrase"); !errors.Is(err, record.ErrNotFound) {
			t.Errorf("%s has a passphrase to change: %v", id, err)
		}
	}
}

// The vector was written with one lane; today's cost is another. What is
// written follows today, and what is shared is only what has today's cost.
func TestSealingAgainTakesTodaysCostAndSharesOnlyThat(t *testing.T) {
	h, ks := opened(t)
	all := h.Listed()
	if n := len(sets(h.genuine)); n != 1 {
		t.Fatalf("the vector has %d sets", n)
	}
	next := must[*Header](t)(h.ChangePassphrase(t.Context(), fast(), ks, all[0].ID, "the first new one"))
	if c, ok := next.Cost(all[0].ID); !ok || c != Lowest() {
		t.Errorf("sealed again at %+v", c)
	}
	if c, _ := next.Cost(all[1].ID); c == Lowest() {
		t.Error("a passphrase that was not typed changed its cost")
	}
	if _, ok := next.Cost(all[2].ID); ok {
		t.Error("a paper key has a cost")
	}
	next = must[*Header](t)(next.ChangePassphrase(t.Context(), fast(), ks, all[1].ID, "the second new one"))
	if n := len(sets(next.genuine)); n != 1 {
		t.Errorf("two passphrases of one cost need %d derivations", n)
	}
	if bytes.Equal(next.genuine[0].Hardening.Salt, h.genuine[0].Hardening.Salt) {
		t.Error("the old salt serves on")
	}
	for _, bad := range []Cost{
		{MemoryKiB: leastMemory - 1, Time: 3, Threads: 4}, {MemoryKiB: leastMemory, Time: 2, Threads: 4},
		{MemoryKiB: mostMemory + 1, Time: 3, Threads: 4}, {MemoryKiB: leastMemory, Time: 3, Threads: 5},
	} {
		if _, err := h.ChangePassphrase(t.Context(), Options{Cost: bad}, ks, all[0].ID, "a passphrase"); err == nil {
			t.Errorf("%+v is written", bad)
		}
	}
}

func TestRekeyingKeepsEverybodyWithoutTheirPassphrases(t *testing.T) {
	h, ks := opened(t)
	next, fresh, err := h.Rekey(t.Context(), fast(), ks, Plan{})
	if err != nil {
		t.Fatal(err)
	}
	defer fresh.Wipe()
	if next.Generation() != 3 || next.Revision() != 5 || sameVaultKey(t, ks, fresh) || next.Fingerprint() != h.Fingerprint() {
		t.Errorf("generation %d, revision %d", next.Generation(), next.Revision())
	}
	for _, c := range []struct {
		key        Key
		unattested bool
	}{{Passphrase(vectorPassphrase), false}, {paperKey(t), false}, {key(t, vectorRecipient), true}} {
		got, opening := opens(t, next, c.key)
		if !sameVaultKey(t, fresh, got) || opening.Unattested != c.unattested {
			t.Errorf("%+v", opening)
		}
	}
	if labels := must[[]Holder](t)(next.Holders(fresh)); labels[3].Label != "Stick in the drawer" {
		t.Errorf("%+v", labels)
	}
	if _, err := next.Holders(ks); !errors.Is(err, ErrOtherHeader) {
		t.Errorf("the old keys serve the new header: %v", err)
	}
	// The old generation can still be read while it is copied.
	if _, err := ks.Journal().MAC(nil); err != nil {
		t.Error(err)
	}
}

func TestARemovedKeyholderLearnsNeitherKey(t *testing.T) {
	h, ks := opened(t)
	gone := h.Listed()[1]
	next, fresh, err := h.Rekey(t.Context(), fast(), ks, Plan{Without: []record.ID{gone.ID}, Generation: 7})
	if err != nil {
		t.Fatal(err)
	}
	defer fresh.Wipe()
	shut(t, next, Passphrase(vectorSecond))
	if next.Generation() != 7 || next.Fingerprint() == h.Fingerprint() || fresh.public.Equal(ks.public) {
		t.Error("the signing key that they know serves on")
	}
	// Whoever was in hand stays attested; the others compare the fingerprint.
	if _, opening := opens(t, next, paperKey(t)); opening.Unattested {
		t.Error("the key that did it has to ask")
	}
	if _, opening := opens(t, next, Passphrase(vectorPassphrase)); !opening.Unattested {
		t.Error("a key that was not in hand vouches for a signing key it never saw")
	}
	message := []byte("x")
	if !next.Verify("d", message, must[[]byte](t)(ks.Sign("d", message))) {
		t.Error("what the old key signed no longer verifies")
	}
}

func TestAFearedPassphraseIsReplacedWithEverythingItOpens(t *testing.T) {
	h := vector(t)
	ks, opening := opens(t, h, Passphrase(vectorPassphrase))
	changed := must[*Enrolment](t)(NewPassphrase("Coordinator", "nobody has seen this"))
	next, fresh, err := h.Rekey(t.Context(), fast(), ks, Plan{
		Without: []record.ID{opening.Holder.ID}, With: []*Enrolment{changed},
	})
	if err != nil {
		t.Fatal(err)
	}
	defer fresh.Wipe()
	shut(t, next, Passphrase(vectorPassphrase))
	got, now := opens(t, next, Passphrase("nobody has seen this"))
	if now.Unattested || now.Holder.ID == opening.Holder.ID || fresh.Holder() != now.Holder.ID || sameVaultKey(t, ks, got) {
		t.Errorf("%+v", now)
	}
}

func TestNobodyTakesAwayTheirOwnKeyOrTheLast(t *testing.T) {
	h, ks := opened(t)
	if _, _, err := h.Rekey(t.Context(), fast(), ks, Plan{Without: []record.ID{ks.Holder()}}); len(wording.Problems(err)) != 1 {
		t.Errorf("own key: %v", err)
	}
	if _, _, err := h.Rekey(t.Context(), fast(), ks, Plan{Without: []record.ID{"11111111-2222-4333-8444-555555555555"}}); !errors.Is(err, record.ErrNotFound) {
		t.Errorf("nobody's key: %v", err)
	}
	for _, generation := range []uint64{1, 2} {
		if _, _, err := h.Rekey(t.Context(), fast(), ks, Plan{Generation: generation}); !errors.Is(err, record.ErrInvalid) {
			t.Errorf("generation %d: %v", generation, err)
		}
		if _, err := h.SetGeneration(ks, generation); !errors.Is(err, record.ErrInvalid) {
			t.Errorf("generation %d: %v", generation, err)
		}
	}
	if next := must[*Header](t)(h.SetGeneration(ks, 9)); again(t, next).Generation() != 9 {
		t.Error("the generation is not set")
	}
}

func TestRekeyAfterOwnPassphraseChangedStillOpens(t *testing.T) {
	h := vector(t)
	ks, opening := opens(t, h, Passphrase(vectorPassphrase))
	next := must[*Header](t)(h.ChangePassphrase(t.Context(), fast(), ks, opening.Holder.ID, "a new one for me"))
	next, fresh, err := next.Rekey(t.Context(), fast(), ks, Plan{NewSigner: true})
	if err != nil {
		t.Fatal(err)
	}
	defer fresh.Wipe()
	if _, opening := opens(t, next, Passphrase("a new one for me")); opening.Unattested {
		t.Errorf("%+v", opening)
	}
}

// However headers are changed one after the other, whoever should open them
// does, with the right keys, and revisions only grow.
func TestAManyTimesChangedHeaderStillOpens(t *testing.T) {
	h, ks := opened(t)
	papers := []string{vectorPaper, vectorRecipient}
	for i := range 12 {
		var next *Header
		var err error
		now := ks
		switch i % 4 {
		case 0:
			e, p, err2 := NewPaper("Kit")
			if err2 != nil {
				t.Fatal(err2)
			}
			papers = append(papers, p.Text)
			next, err = h.Add(t.Context(), fast(), ks, e)
		case 1:
			next, now, err = h.Rekey(t.Context(), fast(), ks, Plan{NewSigner: i%8 == 1})
		case 2:
			next, err = h.Rename(fast(), ks, h.Listed()[i%len(h.Listed())].ID, "Renamed")
		case 3:
			next, err = h.SetGeneration(ks, h.Generation()+1)
		}
		if err != nil {
			t.Fatalf("step %d: %v", i, err)
		}
		if next.Revision() != h.Revision()+1 || next.Generation() < h.Generation() || next.Hash() == h.Hash() {
			t.Fatalf("step %d: revision %d after %d", i, next.Revision(), h.Revision())
		}
		h, ks = next, now
		for _, p := range papers {
			got, _ := opens(t, h, key(t, p))
			if !sameVaultKey(t, ks, got) {
				t.Fatalf("step %d: other keys", i)
			}
			got.Wipe()
		}
	}
}

func TestAVaultHasABoundedNumberOfKeys(t *testing.T) {
	h, ks := opened(t)
	var more []*Enrolment
	for range mostHolders {
		more = append(more, must[*Enrolment](t)(NewRecipient("One more", must[*identity](t)(newIdentity()).recipient())))
	}
	if _, err := h.Add(t.Context(), fast(), ks, more...); len(wording.Problems(err)) != 1 {
		t.Errorf("%v", err)
	}
	full := must[*Header](t)(h.Add(t.Context(), fast(), ks, more[:mostHolders-5]...))
	if n := len(full.Encode()); n > MaxHeader/2 {
		t.Errorf("a full header has %d bytes", n)
	}
	opens(t, full, paperKey(t))
}

func TestUnreasonableLabelsAndPassphrasesAreRefused(t *testing.T) {
	for _, c := range []struct{ label, text, field string }{
		{"", "a passphrase", "label"},
		{"two\nlines", "a passphrase", "label"},
		{string(bytes.Repeat([]byte("x"), maxLabel+1)), "a passphrase", "label"},
		{"Mine", "", "passphrase"},
		{"Mine", "sevench", "passphrase"},
		{"Mine", "       x       ", "passphrase"},
		{"Mine", "tab\tin the middle", "passphrase"},
		{"Mine", "line\nin the middle", "passphrase"},
		{"Mine", "broken \xff letters", "passphrase"},
		{"Mine", string(bytes.Repeat([]byte("long "), 300)), "passphrase"},
	} {
		_, err := NewPassphrase(c.label, c.text)
		if p := wording.Problems(err); len(p) != 1 || p[0].Field != c.field {
			t.Errorf("%q, %q: %v", c.label, c.text, err)
		}
	}
	if _, err := NewPassphrase("Ñandú 🪶 "+string(bytes.Repeat([]byte("ñ"), 72)), "ñandúes x"); err != nil {
		t.Error(err)
	}
	for _, bad := range []string{"", "age1", "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj", vectorPaper} {
		if _, err := NewRecipient("Deputy", bad); len(wording.Problems(err)) != 1 {
			t.Errorf("%q is taken for a public key: %v", bad, err)
		}
	}
}

func TestWipedKeysMakeAndReadNothing(t *testing.T) {
	h, ks := opened(t)
	ks.Wipe()
	ks.Wipe()
	(*Keyset)(nil).Wipe()
	_, addErr := h.Add(t.Context(), fast(), ks)
	_, holdersErr := h.Holders(ks)
	_, signErr := ks.Sign("d", nil)
	_, journalErr := ks.Journal().Open(nil, make([]byte, 100), nil)
	_, _, rekeyErr := h.Rekey(t.Context(), fast(), ks, Plan{})
	for i, err := range []error{addErr, holdersErr, signErr, journalErr, rekeyErr} {
		if !errors.Is(err, seal.ErrWiped) {
			t.Errorf("%d: %v", i, err)
		}
	}
	if i := slices.IndexFunc(ks.keys(), func(k *seal.Key) bool { _, err := k.MAC(nil); return err == nil }); i >= 0 {
		t.Errorf("key %d is still there", i)
	}
}
