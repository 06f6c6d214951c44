package store

import (
	"io"
	"log/slog"
	"sync"
	"time"

	"holdfast/record"
	"holdfast/store/internal/seal"
	"holdfast/store/keyring"
)

// Environment is what a vault needs of the world around it. Every field may
// be left empty.
type Environment struct {
	// Clock tells the time that acts are dated with; nil is time.Now.
	Clock func() time.Time
	// Random is where keys and identifiers come from; nil is the operating system.
	Random io.Reader
	// Cost is what one try of a passphrase costs; zero is calibrated to about
	// a second on this machine.
	Cost keyring.Cost
	// Engine is where the working copy lies.
	Engine EnginePlace
	// Anchor keeps, outside the vault, how far it had come; nil keeps none,
	// and then an older copy of a vault can't be told from the vault.
	Anchor AnchorKeeper
	// Log takes notes without any content of the vault; nil takes none.
	Log *slog.Logger
	// Home is the person's home folder, where services that copy folders to
	// other computers write down which; it is only looked at.
	Home string
	// FreeSpace is the number of bytes that a file in dir may still take;
	// nil asks the operating system.
	FreeSpace func(dir string) (uint64, error)
	// Device names the disk, or the part of one, that a file or folder lies
	// on; nil asks the operating system.
	Device func(path string) (string, error)

	// disk stands between the journal and the disk in tests of failing disks.
	disk disk
	// step is told each step of a rewrite in tests of crashes.
	step func(name string)
}

// EnginePlace says where the working copy of the records lies.
type EnginePlace int

const (
	// EngineAuto keeps small vaults in memory and large ones on the disk.
	EngineAuto EnginePlace = iota
	// EngineMemory keeps the working copy in memory.
	EngineMemory
	// EngineDisk keeps the working copy on the disk while there is room.
	EngineDisk
)

// AnchorKeeper keeps one small sealed text a vault, outside of the vault.
type AnchorKeeper interface {
	// Load gives what Save was given last, or nil where there is nothing.
	Load(vault record.ID) ([]byte, error)
	Save(vault record.ID, anchor []byte) error
}

// Step is a part of long work.
type Step string

// The steps of unlocking (key, read, build) and of a rewrite (write, verify).
const (
	StepKey    Step = "key"
	StepRead   Step = "read"
	StepBuild  Step = "build"
	StepWrite  Step = "write"
	StepVerify Step = "verify"
)

// Progress hears how far long work has come; total is 0 where that can't be
// known. It is called from the goroutine that works, and may be nil.
type Progress func(step Step, done, total int64)

func (p Progress) tell(step Step, done, total int64) {
	if p != nil {
		p(step, done, total)
	}
}

// Filled is the environment with its empty fields filled in.
func (e Environment) Filled() Environment { return e.filled() }

func (e Environment) filled() Environment {
	if e.Clock == nil {
		e.Clock = time.Now
	}
	if e.Random == nil {
		e.Random = seal.SystemRandom()
	} else {
		e.Random = &inTurn{from: e.Random}
	}
	if e.Log == nil {
		e.Log = slog.New(slog.DiscardHandler)
	}
	if e.FreeSpace == nil {
		e.FreeSpace = freeSpace
	}
	if e.Device == nil {
		e.Device = device
	}
	if e.disk == nil {
		e.disk = osDisk{}
	}
	if e.step == nil {
		e.step = func(string) {}
	}
	return e
}

func (e Environment) keys() keyring.Options {
	return keyring.Options{Random: e.Random, Clock: e.Clock, Cost: e.Cost}
}

// SystemRandom is what Environment.Random is when it is nil.
func SystemRandom() io.Reader { return seal.SystemRandom() }

// inTurn lets several goroutines read from what was made for one.
type inTurn struct {
	mu   sync.Mutex
	from io.Reader
}

func (r *inTurn) Read(p []byte) (int, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.from.Read(p)
}
