package store

import (
	"context"
	"errors"
	"time"

	"holdfast/record"
	"holdfast/store/keyring"
	"holdfast/wording"
)

var errUnfinished = errors.New("unfinished")

type disk interface{}
type osDisk struct{}

func freeSpace(dir string) (uint64, error) { return 0, errUnfinished }

// Vault is a locked vault: the operating system's lock is held, nothing is readable.
type Vault struct{}

func Open(env Environment, dir string) (*Vault, error) { return nil, errUnfinished }

func (v *Vault) ID() record.ID            { return "" }
func (v *Vault) Path() string             { return "" }
func (v *Vault) Listed() []keyring.Holder { return nil }
func (v *Vault) Unlock(ctx context.Context, key keyring.Key, progress Progress) (*Store, Report, error) {
	return nil, Report{}, errUnfinished
}
func (v *Vault) Close() error { return errUnfinished }

// Report is what unlocking found; Notices puts it into words.
type Report struct {
	Opening             keyring.Opening
	EngineRebuilt       bool // the working copy did not fit and was made anew
	SetAside            []string
	Damaged             []Finding
	RolledBack          []Finding
	HeaderHealed        bool
	PermissionsRepaired int
	SyncedFolder        string
	Unfinished          []string
}

func (r Report) Notices() []wording.Text { return nil }

// Finding is one thing that is not as it should be.
type Finding struct {
	Where    string // a file of the vault
	Sequence uint64 // of the journal; 0 where it is about something else
	What     wording.Text
}

// Store is an unlocked vault.
type Store struct{}

func Create(ctx context.Context, env Environment, dir string, first ...*keyring.Enrolment) (*Store, error) {
	return nil, errUnfinished
}

func (s *Store) View(read func(*Tx) error) error             { return errUnfinished }
func (s *Store) Act(kind string, work func(*Tx) error) error { return errUnfinished }
func (s *Store) Lock() *Vault                                { return nil }
func (s *Store) Close() error                                { return errUnfinished }

// Tx is what one View or Act sees.
type Tx struct{}

func (tx *Tx) Collections() []string                                      { return nil }
func (tx *Tx) Raw(collection string, key record.Key) ([]byte, error)      { return nil, errUnfinished }
func (tx *Tx) PutRaw(collection string, key record.Key, raw []byte) error { return errUnfinished }
func (tx *Tx) DeleteRaw(collection string, key record.Key) error          { return errUnfinished }
func (tx *Tx) ScanRaw(collection string, prefix record.Key, each func(record.Key, []byte) error) error {
	return errUnfinished
}

// Collection is one kind of record within a Tx.
type Collection[V any] struct{}

func In[V any](tx *Tx, schema record.Schema[V]) *Collection[V] { return nil }

func (c *Collection[V]) Get(key record.Key) (V, error) {
	var none V
	return none, errUnfinished
}
func (c *Collection[V]) Put(value V) error                                { return errUnfinished }
func (c *Collection[V]) Delete(key record.Key) error                      { return errUnfinished }
func (c *Collection[V]) Scan(prefix record.Key, each func(V) error) error { return errUnfinished }

// Act is one line of the journal: who did what kind of thing when.
type Act struct {
	Sequence uint64
	At       time.Time
	Holder   record.ID
	Kind     string
	Records  int
}

// Version is a record as an act left it.
type Version struct {
	Act
	Collection string
	Key        record.Key
	Raw        []byte
	Deleted    bool
}

func (s *Store) Journal(since time.Time, each func(Act) error) error { return errUnfinished }

// Versions are all versions of the records under prefix, oldest first;
// collection "" is every collection.
func (s *Store) Versions(collection string, prefix record.Key) ([]Version, error) {
	return nil, errUnfinished
}

func (s *Store) SaveDraft(draft []byte) error { return errUnfinished }
func (s *Store) Draft() ([]byte, error)       { return nil, errUnfinished }
func (s *Store) ClearDraft() error            { return errUnfinished }

func (s *Store) ID() record.ID                         { return "" }
func (s *Store) Holder() record.ID                     { return "" }
func (s *Store) Fingerprint() string                   { return "" }
func (s *Store) Keyholders() ([]keyring.Holder, error) { return nil, errUnfinished }
func (s *Store) Attest() error                         { return errUnfinished }
func (s *Store) AddKeyholder(ctx context.Context, more *keyring.Enrolment) error {
	return errUnfinished
}
func (s *Store) RenameKeyholder(holder record.ID, label string) error { return errUnfinished }
func (s *Store) RemoveKeyholder(ctx context.Context, holder record.ID, progress Progress) error {
	return errUnfinished
}

// ChangePassphrase; feared: the old one may be known to somebody, so the vault is rewritten under fresh keys.
func (s *Store) ChangePassphrase(ctx context.Context, holder record.ID, text string, feared bool, progress Progress) error {
	return errUnfinished
}

// Filter says what a rewrite keeps.
type Filter struct {
	// Forget drops every record under one of these keys, in every collection, with all its versions.
	Forget []record.Key
	// Edit may change or drop (false) any version of a record; nil keeps all.
	Edit func(collection string, key record.Key, raw []byte) ([]byte, bool)
	// History drops versions that were no longer current at this time; zero keeps all.
	History time.Time
}

func (s *Store) Rewrite(ctx context.Context, filter Filter, progress Progress) error {
	return errUnfinished
}
func (s *Store) NeedsCompaction() bool { return false }

// CheckReport is what Check found.
type CheckReport struct {
	Records        int
	JournalEntries int
	Damaged        []Finding
	Missing        []Finding
	RolledBack     []Finding
	Intruded       []keyring.Holder
	OK             bool
}

func Check(ctx context.Context, env Environment, dir string, key keyring.Key, full bool) (CheckReport, error) {
	return CheckReport{}, errUnfinished
}

// SalvageReport is what Salvage saved and what it could not.
type SalvageReport struct {
	Records int
	Acts    int
	Lost    []Finding
}

func Salvage(ctx context.Context, env Environment, dir string, key keyring.Key, newDir string, first ...*keyring.Enrolment) (SalvageReport, error) {
	return SalvageReport{}, errUnfinished
}

// SyncedFolder names the service that copies the folder elsewhere ("Dropbox"), or is empty.
func SyncedFolder(dir string) string { return "" }
