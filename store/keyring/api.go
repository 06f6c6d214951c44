// Package keyring holds who can open a vault and with what: being built, the
// signatures below are what others compile against.
package keyring

import (
	"context"
	"errors"
	"io"
	"time"

	"holdfast/record"
	"holdfast/store/internal/seal"
	"holdfast/wording"
)

var (
	ErrWrongKey         = errors.New("this does not open the vault")
	ErrForged           = errors.New("the vault's list of keyholders was not written by this vault")
	ErrDamaged          = errors.New("the vault's list of keyholders is damaged")
	ErrNewer            = errors.New("this vault was written by a newer Holdfast")
	ErrWeakened         = errors.New("the protection of the passphrase was weakened by somebody")
	ErrPassphraseNeeded = errors.New("this key file is protected by a passphrase of its own")
	errUnfinished       = errors.New("unfinished")
)

type Kind string

const (
	KindPassphrase Kind = "passphrase"
	KindPaper      Kind = "paper"
	KindFile       Kind = "file"
	KindRecipient  Kind = "recipient"
)

// Holder is one keyholder; Label and Added are empty before unlock.
type Holder struct {
	ID       record.ID
	Kind     Kind
	Label    string
	Added    time.Time
	Attested bool
}

// Cost is what one try of a passphrase costs (Argon2id).
type Cost struct {
	MemoryKiB uint32
	Time      uint32
	Threads   uint8
}

func Lowest() Cost { return Cost{64 << 10, 3, 4} }

func Calibrate(ctx context.Context, now func() time.Time) (Cost, error) { return Lowest(), nil }

// Options: Random nil = crypto/rand; Clock nil = time.Now; Cost zero = calibrate.
type Options struct {
	Random io.Reader
	Clock  func() time.Time
	Cost   Cost
}

// Key is what a person unlocks with.
type Key interface{ sealed() }

func Passphrase(text string) Key                        { return nil }
func PaperKey(text string) (Key, error)                 { return nil, errUnfinished }
func IdentityFile(data, passphrase []byte) (Key, error) { return nil, errUnfinished }

type Enrolment struct{}

func NewPassphrase(label, text string) (*Enrolment, error) { return nil, errUnfinished }
func NewPaper(label string) (*Enrolment, *Paper, error)    { return nil, nil, errUnfinished }
func NewFile(label string, passphrase []byte) (*Enrolment, []byte, error) {
	return nil, nil, errUnfinished
}
func NewRecipient(label, recipient string) (*Enrolment, error) { return nil, errUnfinished }
func ExistingFile(label string, key Key) (*Enrolment, error)   { return nil, errUnfinished }

// Header is vault.json. It does not change: every change gives a new one.
type Header struct{}

// MaxHeader is the most bytes that a header may have; read no more.
const MaxHeader = 512 << 10

func ParseHeader(data []byte) (*Header, error) { return nil, errUnfinished }
func (h *Header) Encode() []byte               { return nil }
func (h *Header) Hash() [32]byte               { return [32]byte{} } // of Encode
func (h *Header) Vault() record.ID             { return "" }
func (h *Header) Revision() uint64             { return 0 }
func (h *Header) Generation() uint64           { return 0 }
func (h *Header) Fingerprint() string          { return "" }

// Listed is the keyholders as anyone can read them: without labels.
func (h *Header) Listed() []Holder { return nil }

// Holders is the genuine keyholders with labels.
func (h *Header) Holders(ks *Keyset) ([]Holder, error) { return nil, errUnfinished }

func New(ctx context.Context, o Options, first ...*Enrolment) (*Header, *Keyset, error) {
	return nil, nil, errUnfinished
}
func (h *Header) Unlock(ctx context.Context, key Key) (*Keyset, Opening, error) {
	return nil, Opening{}, errUnfinished
}

// Opening is what to tell the person after unlocking.
type Opening struct {
	Holder      Holder
	Unattested  bool     // compare Fingerprint with the recovery kit, then Header.Attest
	Intruders   []Holder // inserted by somebody; left out of every later header
	Fingerprint string
	Swappable   bool // keys could not be locked into memory
}

func (o Opening) Notices() []wording.Text { return nil }

// Changes: each gives a header with the next revision, signed.
func (h *Header) Add(ctx context.Context, o Options, ks *Keyset, more ...*Enrolment) (*Header, error) {
	return nil, errUnfinished
}
func (h *Header) ChangePassphrase(ctx context.Context, o Options, ks *Keyset, holder record.ID, text string) (*Header, error) {
	return nil, errUnfinished
}
func (h *Header) Rename(o Options, ks *Keyset, holder record.ID, label string) (*Header, error) {
	return nil, errUnfinished
}
func (h *Header) Attest(ks *Keyset) (*Header, error) { return nil, errUnfinished }
func (h *Header) SetGeneration(ks *Keyset, generation uint64) (*Header, error) {
	return nil, errUnfinished
}

// Plan of a Rekey: always a fresh vault key; a fresh signing key where
// Without is not empty or NewSigner is set.
type Plan struct {
	Generation uint64
	Without    []record.ID
	With       []*Enrolment // e.g. the same person under a new passphrase, where the old one is feared known
	NewSigner  bool
}

func (h *Header) Rekey(ctx context.Context, o Options, ks *Keyset, p Plan) (*Header, *Keyset, error) {
	return nil, nil, errUnfinished
}

// Verify says whether the vault (now or under a signing key that it has
// retired) signed message in this domain (Keyset.Sign).
func (h *Header) Verify(domain string, message, signature []byte) bool { return false }

// Keyset is the opened secrets. The keys below belong to it: Wipe wipes them.
type Keyset struct{}

func (ks *Keyset) Journal() *seal.Key                                 { return nil }
func (ks *Keyset) Engine() *seal.Key                                  { return nil }
func (ks *Keyset) Drafts() *seal.Key                                  { return nil }
func (ks *Keyset) Anchor() *seal.Key                                  { return nil }
func (ks *Keyset) Holder() record.ID                                  { return "" }
func (ks *Keyset) Sign(domain string, message []byte) ([]byte, error) { return nil, errUnfinished }
func (ks *Keyset) Wipe()                                              {}

type Paper struct {
	Text   string // the bare age identity, usable with stock age
	Groups []Group
}
type Group struct{ Text, Check string }

func ParsePaper(text string) (*Paper, error)              { return nil, errUnfinished }
func CheckGroup(group int, text string) error             { return errUnfinished } // 1 is the first
func RandomGroups(random io.Reader, n int) ([]int, error) { return nil, errUnfinished }
func (p *Paper) QR() ([][]bool, error)                    { return nil, errUnfinished }

// GroupError names the groups (from 1) that were not written down or typed right.
type GroupError struct{ Groups []int }

func (e *GroupError) Error() string { return "" }

func Generate(random io.Reader, words int) (string, error) { return "", errUnfinished }

type Estimate struct {
	Score  int // 0 to 4
	Says   wording.Text
	Advice []wording.Text
}

func Strength(text string, words ...string) Estimate { return Estimate{} }
