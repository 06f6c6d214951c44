package board

import (
	"context"
	"errors"
	"os"
	"slices"
	"strings"

	"holdfast/record"
	"holdfast/store"
	"holdfast/store/keyring"
	"holdfast/wording"
)

// Keyholder is somebody, or something, that can open the vault.
type Keyholder struct {
	keyring.Holder
	// Mine says that this key opened the vault now.
	Mine bool
	// ReadBack is the day on which a paper key was read back, zero: never.
	ReadBack record.Date
	// Rehearsed is the day on which the key last proved, while the vault was
	// open with another, that it opens it too; zero: never.
	Rehearsed record.Date
	// Skipped is the day on which that was put off.
	Skipped record.Date
	// OldPrint says that the paper shows a fingerprint that the vault has no
	// more.
	OldPrint bool
}

// Keyholders are all genuine keyholders, in the order in which they came,
// with Added in the coordinator's zone, as every other day is.
func (b *Board) Keyholders() ([]Keyholder, error) {
	opened, err := b.vault()
	if err != nil {
		return nil, err
	}
	holders, err := opened.Keyholders()
	if err != nil {
		return nil, err
	}
	settings, err := b.Settings()
	if err != nil {
		return nil, err
	}
	kits := map[record.ID]kitRecord{}
	err = opened.View(func(tx *store.Tx) error {
		return store.In(tx, kitSchema()).Scan("", func(k kitRecord) error {
			kits[k.Holder] = k
			return nil
		})
	})
	all := make([]Keyholder, len(holders))
	for i, h := range holders {
		kit := kits[h.ID]
		h.Added = h.Added.In(settings.Location())
		all[i] = Keyholder{Holder: h, Mine: h.ID == opened.Holder(), ReadBack: kit.ReadBack, Rehearsed: kit.Rehearsed, Skipped: kit.Skipped,
			OldPrint: onPaper(h.Kind) && kit.Fingerprint != opened.Fingerprint() && (kit.Fingerprint != "" || opened.Renewed())}
	}
	return all, err
}

// onPaper says whether the fingerprint is printed with a kind of key.
func onPaper(kind keyring.Kind) bool { return kind == keyring.KindPaper || kind == keyring.KindShares }

// KeyKindName is what a kind of key is called: "Paper key".
func KeyKindName(kind keyring.Kind) wording.Text {
	switch kind {
	case keyring.KindPassphrase:
		return wording.T("Passphrase")
	case keyring.KindPaper:
		return wording.T("Paper key")
	case keyring.KindFile:
		return wording.T("Key file")
	case keyring.KindShares:
		return wording.T("Three sheets")
	case keyring.KindHardware:
		return wording.T("Hardware key")
	default:
		return wording.T("Recipient")
	}
}

// AddPassphrase lets somebody open the vault with a passphrase of their own.
func (b *Board) AddPassphrase(ctx context.Context, label, passphrase string) (Keyholder, error) {
	enrolment, err := keyring.NewPassphrase(label, passphrase)
	if err != nil {
		return Keyholder{}, err
	}
	return b.add(ctx, enrolment)
}

// AddPaper makes a paper key. The Kit shows it this once.
func (b *Board) AddPaper(ctx context.Context, label string) (*Kit, error) {
	return b.addPaper(ctx, label, func(*Kit) (undo func() error, err error) {
		return func() error { return nil }, nil
	})
}

// AddPaperFile is AddPaper with the kit's text written to a file that is not
// there yet, as WriteOut does. It lies there before the key opens the vault,
// so that no key is ever lost to a full disk; where the key can't be added,
// the file is removed again.
func (b *Board) AddPaperFile(ctx context.Context, label, path string, book *wording.Book) (*Kit, error) {
	return b.addPaper(ctx, label, func(kit *Kit) (func() error, error) {
		data, err := kit.As(path, book)
		if err != nil {
			return nil, err
		}
		defer clear(data)
		return func() error { return os.Remove(path) }, WriteOut(path, data)
	})
}

// addPaper lets keep write the kit away before the key opens the vault; undo
// takes that back where the key could not be added.
func (b *Board) addPaper(ctx context.Context, label string, keep func(*Kit) (undo func() error, err error)) (*Kit, error) {
	enrolment, paper, err := keyring.NewPaper(label)
	if err != nil {
		return nil, err
	}
	kit, err := b.newKit("", paper)
	if err != nil {
		return nil, err
	}
	undo, err := keep(kit)
	if err != nil {
		return nil, err
	}
	before, err := b.enrol(ctx, enrolment)
	if err != nil {
		return nil, errors.Join(err, undo())
	}
	holder, err := b.newest(before)
	kit.Holder = holder.ID
	return kit, err
}

// AddFile makes a key file under a passphrase of its own (an age identity
// file that the stock age opens) at a path where nothing lies yet, on a stick
// perhaps, as WriteOut does. Only a file that is written opens the vault, and
// one that could not be added to it is removed again.
func (b *Board) AddFile(ctx context.Context, label string, passphrase []byte, path string) (Keyholder, error) {
	enrolment, file, err := keyring.NewFile(label, passphrase)
	if err != nil {
		return Keyholder{}, err
	}
	defer clear(file)
	if err := WriteOut(path, file); err != nil {
		return Keyholder{}, err
	}
	before, err := b.enrol(ctx, enrolment)
	if err != nil {
		return Keyholder{}, errors.Join(err, os.Remove(path))
	}
	return b.newest(before)
}

// AddRecipient lets the holder of an age recipient (age1pq1…) open the vault.
// Until they did so once, nobody vouches that the key is theirs.
func (b *Board) AddRecipient(ctx context.Context, label, recipient string) (Keyholder, error) {
	enrolment, err := keyring.NewRecipient(label, strings.TrimSpace(recipient))
	if err != nil {
		return Keyholder{}, err
	}
	return b.add(ctx, enrolment)
}

// add adds one keyholder and finds out which one it became.
func (b *Board) add(ctx context.Context, enrolment *keyring.Enrolment) (Keyholder, error) {
	before, err := b.enrol(ctx, enrolment)
	if err != nil {
		return Keyholder{}, err
	}
	return b.newest(before)
}

// enrol adds one keyholder and gives those that were there before. Where it
// fails, the vault is as it was.
func (b *Board) enrol(ctx context.Context, enrolment *keyring.Enrolment) (before []keyring.Holder, err error) {
	opened, err := b.vault()
	if err != nil {
		return nil, err
	}
	if before, err = opened.Keyholders(); err != nil {
		return nil, err
	}
	return before, opened.AddKeyholder(ctx, enrolment)
}

// newest is the keyholder that was not there before.
func (b *Board) newest(before []keyring.Holder) (Keyholder, error) {
	after, err := b.Keyholders()
	if err != nil {
		return Keyholder{}, err
	}
	for _, h := range after {
		if !slices.ContainsFunc(before, func(old keyring.Holder) bool { return old.ID == h.ID }) {
			return h, nil
		}
	}
	return Keyholder{}, record.ErrNotFound
}

// RenameKeyholder changes what a keyholder is called in the list.
func (b *Board) RenameKeyholder(holder record.ID, label string) error {
	opened, err := b.vault()
	if err != nil {
		return err
	}
	return opened.RenameKeyholder(holder, label)
}

// RemoveKeyholder takes a key away and writes the vault anew under fresh
// keys, so that the removed one opens nothing that is written from now on.
// Old copies of the vault still open with it. It refuses the key in use and
// the only one.
func (b *Board) RemoveKeyholder(ctx context.Context, holder record.ID, progress store.Progress) error {
	holders, err := b.Keyholders()
	if err != nil {
		return err
	}
	at := slices.IndexFunc(holders, func(h Keyholder) bool { return h.ID == holder })
	switch {
	case at < 0:
		return wording.Refuse("holder", "There is no such keyholder; look at the list of keyholders.")
	case len(holders) == 1:
		return wording.Refuse("holder", "This is the only key; add another one first, or nobody could open the vault again.")
	case holders[at].Mine:
		return wording.Refuse("holder", "The vault is open with this key now; open it with another key and remove this one then.")
	}
	opened, err := b.vault()
	if err != nil {
		return err
	}
	return opened.RemoveKeyholder(ctx, holder, progress)
}

// ChangePassphrase gives a passphrase keyholder a new one. Where the old one
// is feared to be known to somebody, the vault is also written anew under
// fresh keys, so that a copy of the old list of keyholders opens nothing new.
func (b *Board) ChangePassphrase(ctx context.Context, holder record.ID, passphrase string, feared bool, progress store.Progress) error {
	opened, err := b.vault()
	if err != nil {
		return err
	}
	return opened.ChangePassphrase(ctx, holder, passphrase, feared, progress)
}

// Attest vouches for the vault with the key that opened it, after the
// fingerprint was compared with the one on the recovery kit.
func (b *Board) Attest() error {
	opened, err := b.vault()
	if err != nil {
		return err
	}
	return opened.Attest()
}

// Fingerprint is the vault's, as the recovery kit shows it.
func (b *Board) Fingerprint() (string, error) {
	opened, err := b.vault()
	if err != nil {
		return "", err
	}
	return opened.Fingerprint(), nil
}

// ID is the vault's random identifier.
func (b *Board) ID() (record.ID, error) {
	opened, err := b.vault()
	if err != nil {
		return "", err
	}
	return opened.ID(), nil
}
