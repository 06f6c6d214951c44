package store

import (
	"context"
	"errors"
	"os"
	"sync"

	"holdfast/record"
	"holdfast/store/keyring"
	"holdfast/synced"
)

// Vault is a locked vault: the operating system's lock is held, so no other
// program opens it, but nothing in it can be read. Unlock gives a Store.
type Vault struct {
	env      Environment
	dir      folder
	id       record.ID
	listed   []keyring.Holder
	repaired int

	mu   sync.Mutex // one Unlock or Close at a time
	lock *os.File
	// open is the Store of the last Unlock, also once it is locked.
	open *Store
}

// Open takes the vault's lock and then reads who holds keys to it. It fails
// with ErrNotVault, ErrInUse, ErrNewer, ErrDenied, ErrLinked or ErrDamaged.
// Close it, or the Store that it gives.
func Open(env Environment, dir string) (*Vault, error) {
	v := &Vault{env: env.filled(), dir: folder(dir)}
	if err := v.dir.check(); err != nil {
		return nil, err
	}
	lock, err := v.dir.takeLock()
	if err != nil {
		return nil, err
	}
	v.lock = lock
	if v.repaired, err = v.dir.protect(); err == nil {
		err = v.read()
	}
	if err != nil {
		return nil, errors.Join(err, letGo(lock))
	}
	return v, nil
}

// read reads what of the header is in clear.
func (v *Vault) read() error {
	h, err := v.dir.best()
	if err == nil {
		v.id, v.listed = h.Vault(), h.Listed()
	}
	return err
}

// ID is the vault's random identifier.
func (v *Vault) ID() record.ID { return v.id }

// Path is the vault's folder.
func (v *Vault) Path() string { return string(v.dir) }

// Listed are the keyholders as anyone can read them: without labels.
func (v *Vault) Listed() []keyring.Holder { return v.listed }

// Unlock opens the vault with a key. A passphrase takes about a second of
// hashing; ctx is looked at in between. The Report says what was found and
// put right: show its Notices.
//
// It fails with ErrWrongKey, ErrNewer, ErrDenied, ErrNoSpace or ErrDamaged,
// and with ErrInUse where the vault is unlocked already.
func (v *Vault) Unlock(ctx context.Context, key keyring.Key, progress Progress) (*Store, Report, error) {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.lock == nil {
		return nil, Report{}, ErrLocked
	}
	if v.open != nil {
		if !v.open.isLocked() {
			return nil, Report{}, ErrInUse
		}
		if err := v.open.waitShut(ctx); err != nil {
			return nil, Report{}, err
		}
	}
	progress.tell(StepKey, 0, 0)
	o, err := v.dir.unlock(ctx, key)
	if err != nil {
		return nil, Report{}, err
	}
	v.id, v.listed = o.header.Vault(), o.header.Listed()
	report := Report{Opening: o.opening, PermissionsRepaired: v.repaired, SyncedFolder: v.synced()}
	s, err := v.unlocked(ctx, o, &report, progress)
	if err != nil {
		o.keys.Wipe()
		return nil, Report{}, err
	}
	v.repaired = 0
	v.open = s
	return s, report, nil
}

func (v *Vault) synced() string {
	service, _ := synced.Find(string(v.dir), v.env.Home)
	return string(service)
}

// Close locks the vault, if it is unlocked, and lets go of it. It waits for
// what is being saved.
func (v *Vault) Close() error {
	v.mu.Lock()
	defer v.mu.Unlock()
	return v.close()
}

// closeWith is Close for the last Store; an earlier one owns nothing any more.
func (v *Vault) closeWith(s *Store) error {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.open != s {
		return nil
	}
	return v.close()
}

func (v *Vault) close() error {
	if v.lock == nil {
		return nil
	}
	var err error
	if v.open != nil {
		v.open.Lock()
		err = v.open.waitShut(context.Background())
	}
	lock := v.lock
	v.lock = nil
	return errors.Join(err, letGo(lock))
}
