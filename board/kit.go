package board

import (
	"errors"
	"slices"

	"holdfast/record"
	"holdfast/store"
	"holdfast/store/keyring"
	"holdfast/wording"
)

// Kit is a recovery kit at the one moment at which it can be seen: a paper
// key and the vault's fingerprint. What is not written down now is lost.
type Kit struct {
	// Holder is the paper key in the list of keyholders.
	Holder record.ID
	Paper  *keyring.Paper
	// Fingerprint is the vault's: who opens it with this key later compares.
	Fingerprint string
	// Made is the day.
	Made record.Date
}

// Ask draws the groups to type in for the read-back, from 1.
func (b *Board) Ask(groups int) ([]int, error) {
	return keyring.RandomGroups(b.env.Random, groups)
}

// Check compares what was typed in with a group of the kit (1 is the first),
// with or without its check characters, spaces and case. It fails with a
// Problem that says what to do.
func (k *Kit) Check(group int, typed string) error {
	if k.Paper.Same(group, typed) {
		return nil
	}
	if err := keyring.CheckGroup(group, typed); err != nil {
		return err
	}
	return wording.Refuse("group", "Group {n} is not as it was shown; look at the paper again, letter by letter.", "n", group)
}

// kitRecord is what is known about a recovery key afterwards: nothing of it.
type kitRecord struct {
	Holder record.ID   `json:"holder"`
	Made   record.Date `json:"made"`
	// ReadBack is the day on which groups of it were typed in again.
	ReadBack record.Date `json:"read_back,omitzero"`
	// Skipped is the day on which that was put off.
	Skipped record.Date `json:"skipped,omitzero"`
	// Rehearsed is the day on which it last proved that it opens the vault.
	Rehearsed record.Date `json:"rehearsed,omitzero"`
	// Fingerprint is what the paper shows, as far as that is known.
	Fingerprint string `json:"fingerprint,omitempty"`
}

// tried keeps that the whole key proved itself, which is more than to be read
// back.
func (k *kitRecord) tried(today record.Date) {
	k.Rehearsed = today
	if k.ReadBack.IsZero() {
		k.ReadBack, k.Skipped = today, record.Date{}
	}
}

func kitSchema() record.Schema[kitRecord] {
	return record.Schema[kitRecord]{
		Collection: "recovery_kit", Version: 1,
		Key: func(k kitRecord) record.Key { return record.Key(k.Holder) },
	}
}

// newKit is the kit of a paper key that was just made; until somebody says
// otherwise it counts as never read back.
func (b *Board) newKit(holder record.ID, paper *keyring.Paper) (*Kit, error) {
	opened, err := b.vault()
	if err != nil {
		return nil, err
	}
	now, err := b.Now()
	if err != nil {
		return nil, err
	}
	return &Kit{Holder: holder, Paper: paper, Fingerprint: opened.Fingerprint(), Made: record.DateOf(now)}, nil
}

// KitReadBack keeps that the groups which Ask drew were typed in rightly.
func (b *Board) KitReadBack(holder record.ID) error {
	return b.changeKit(ActKitReadBack, holder, func(k *kitRecord, today record.Date) {
		k.ReadBack, k.Skipped = today, record.Date{}
	})
}

// KitSkipped keeps that the read-back was put off; Today reminds of it.
func (b *Board) KitSkipped(holder record.ID) error {
	return b.changeKit(ActKitSkipped, holder, func(k *kitRecord, today record.Date) { k.Skipped = today })
}

// KitsMarked keeps that somebody wrote the vault's present fingerprint on every
// recovery kit.
func (b *Board) KitsMarked() error {
	holders, err := b.Keyholders()
	if err != nil {
		return err
	}
	print, err := b.Fingerprint()
	if err != nil {
		return err
	}
	return b.act(ActKitMarked, func(w *work) error {
		kits := store.In(w.tx, kitSchema())
		for _, h := range holders {
			if !h.OldPrint {
				continue
			}
			kit, err := kits.Get(record.Key(h.ID))
			if err != nil && !errors.Is(err, record.ErrNotFound) {
				return err
			}
			kit.Holder, kit.Fingerprint = h.ID, print
			if kit.Made.IsZero() {
				kit.Made = record.DateOf(h.Added)
			}
			if err := kits.Put(kit); err != nil {
				return err
			}
		}
		return nil
	})
}

func (b *Board) changeKit(kind Kind, holder record.ID, change func(*kitRecord, record.Date)) error {
	holders, err := b.Keyholders()
	if err != nil {
		return err
	}
	if !slices.ContainsFunc(holders, func(h Keyholder) bool {
		return h.ID == holder && (Recovery(h.Kind) || kind == ActKeyRehearsed)
	}) {
		return wording.Refuse("holder", "This is not a paper key of this vault.")
	}
	print, err := b.Fingerprint()
	if err != nil {
		return err
	}
	return b.act(kind, func(w *work) error {
		kits := store.In(w.tx, kitSchema())
		kit, err := kits.Get(record.Key(holder))
		if errors.Is(err, record.ErrNotFound) {
			kit, err = kitRecord{Holder: holder, Made: w.today()}, nil
			if kind != ActKeyRehearsed { // it was made just now
				kit.Fingerprint = print
			}
		}
		if err != nil {
			return err
		}
		change(&kit, w.today())
		return kits.Put(kit)
	})
}
