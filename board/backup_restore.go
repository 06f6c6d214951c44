package board

import (
	"bytes"
	"cmp"
	"context"
	"crypto/sha256"
	"errors"
	"io/fs"
	"maps"
	"slices"
	"time"

	"holdfast/backup"
	"holdfast/member"
	"holdfast/record"
	"holdfast/store"
	"holdfast/wording"
)

// Restore is a backup that was read to its last byte, and is whole: on its way
// to being restored, with nothing but the file and a key. Close it.
type Restore struct {
	env    Environment
	path   string
	key    Key
	opened *backup.Opened
	// companion is what the file beside the backup tells of erasures and
	// withdrawals since; nil where there is none that can be trusted.
	companion *backup.Companion
}

// OpenBackup reads a backup. A vault that is open and at hand says what it has
// signed; over is nil without one. It fails as backup.Open does.
func OpenBackup(ctx context.Context, env Environment, path string, key Key, over *Board, progress Progress) (*Restore, error) {
	r := &Restore{env: filled(env), path: path, key: key}
	known, err := knownOf(over)
	if err != nil {
		return nil, err
	}
	if r.opened, err = backup.Open(ctx, path, key, known, progress); err != nil {
		return nil, err
	}
	c, err := backup.ReadCompanion(ctx, backup.CompanionPath(path), key, known)
	switch {
	case err == nil && c.Proven && c.Vault == r.opened.Vault:
		r.companion = &c
	case err != nil && !errors.Is(err, fs.ErrNotExist) && BackupFault(err) == "" && !errors.Is(err, backup.ErrWrongKey):
		r.Close()
		return nil, err
	}
	return r, nil
}

// knownOf is the vault of an open board; nil for none.
func knownOf(over *Board) (backup.Known, error) {
	if over == nil {
		return nil, nil
	}
	opened, err := over.vault()
	if err != nil {
		return nil, err
	}
	return opened, nil
}

// Close lets go of the file.
func (r *Restore) Close() { r.opened.Close() }

// Told is what a backup says of itself. The name of the board is in it and
// shown only when somebody asks.
type Told struct {
	Vault       record.ID
	Made        time.Time
	Fingerprint string
	// Proven: the key has vouched for the vault that made it.
	Proven bool
	Size   int64
	// Records, Acts and Collections count what is in it.
	Records, Acts int
	Collections   map[string]int
	Keys          []BackupKey
	// Passphrase: it opens with a passphrase of its own.
	Passphrase bool
	// Erased and Withdrawn count what was erased and taken back before it was
	// made.
	Erased, Withdrawn  int
	Generation, Latest uint64
}

// Told is what the backup says of itself.
func (r *Restore) Told() Told {
	o := r.opened
	return Told{Vault: o.Vault, Made: o.Made, Fingerprint: o.Fingerprint(), Proven: o.Proven, Size: o.Size,
		Records: o.Records(), Acts: o.Acts, Collections: maps.Clone(o.Collections), Keys: keysIn(o.Roster),
		Passphrase: o.HasPassphrase, Erased: len(o.Since.Tombstones), Withdrawn: len(o.Since.Withdrawals),
		Generation: o.Anchor.Generation, Latest: o.Anchor.Sequence}
}

// Caution is something that a person says yes to before a restore.
type Caution string

// The cautions.
const (
	// CautionUnproven: where the backup comes from is not proven. The person
	// compares the fingerprint, and gives it.
	CautionUnproven Caution = "unproven"
	// CautionOlder: what was done since would be gone.
	CautionOlder Caution = "older"
	// CautionErasures: nothing is known of what was erased or taken back since.
	CautionErasures Caution = "erasures"
)

// Words says what it is about.
func (c Caution) Words() wording.Text {
	switch c {
	case CautionUnproven:
		return wording.T("This backup opens, but where it comes from is not proven: this key has never vouched for its vault. Compare the fingerprint with the one on the recovery kit.")
	case CautionOlder:
		return wording.T("This backup is older than what is there. What was done since would be gone from the board.")
	default:
		return wording.T("Nothing here knows whether somebody was forgotten, or took something back, after this backup was made. If so, do it again after restoring.")
	}
}

// Plan is what restoring would do.
type Plan struct {
	// Over: a vault lies there and would be replaced, and kept beside it.
	Over bool
	// Changes are what would be different from what is there, by kind; without
	// a vault there, what would come.
	Changes []KindChange
	// Since is how many acts of people were done after the backup was made.
	Since int
	// Erased and Withdrawn are how many people and records stay erased, and
	// how many withdrawals are written down again.
	Erased, Withdrawn int
	// Known is when the file beside the backup was written: of what was erased
	// later it knows nothing. Zero without one.
	Known time.Time
	// Cautions are what somebody has to say yes to.
	Cautions []Caution

	since backup.Since
	carry []store.Change
	// touched are the first parts of the keys of what would be different.
	touched map[record.ID]bool
}

// KindChange is what would become of one kind of record. It names nobody.
type KindChange struct {
	Collection           string
	Added, Changed, Gone int
}

// Plan says what restoring would do: over a board that is open with a key, or
// (nil) into a folder of its own. It fails with backup.ErrOtherBoard for a
// backup of another board.
func (r *Restore) Plan(ctx context.Context, over *Board, progress Progress) (Plan, error) {
	p := Plan{Over: over != nil, touched: map[record.ID]bool{}}
	if !r.opened.Proven {
		p.Cautions = append(p.Cautions, CautionUnproven)
	}
	if r.companion != nil {
		p.since, p.Known = r.companion.Since(), r.companion.Made
	}
	var there map[place][32]byte
	if over != nil {
		var err error
		if there, err = r.present(over, &p); err != nil {
			return p, err
		}
	} else if r.companion == nil {
		p.Cautions = append(p.Cautions, CautionErasures)
	}
	p.since.Tombstones, p.Erased = newTo(r.opened.Since.Tombstones, p.since.Tombstones)
	return p, r.compare(ctx, there, &p, progress)
}

// present looks at the board that is there.
func (r *Restore) present(over *Board, p *Plan) (map[place][32]byte, error) {
	opened, err := over.vault()
	if err != nil {
		return nil, err
	}
	if opened.ID() != r.opened.Vault {
		return nil, backup.ErrOtherBoard
	}
	if p.Since, err = over.Backups().doneSince(r.opened.Made, r.opened.Anchor.Generation, r.opened.Anchor.Sequence); err != nil {
		return nil, err
	}
	if p.Since > 0 {
		p.Cautions = append(p.Cautions, CautionOlder)
	}
	there := map[place][32]byte{}
	err = opened.View(func(tx *store.Tx) error {
		more, err := sinceThen(tx)
		if err != nil {
			return err
		}
		p.since.Tombstones = append(p.since.Tombstones, more.Tombstones...)
		p.since.Withdrawals = append(p.since.Withdrawals, more.Withdrawals...)
		for _, collection := range tx.Collections() {
			err := tx.ScanRaw(collection, "", func(key record.Key, raw []byte) error {
				there[place{collection, key}] = sha256.Sum256(raw)
				if livesOn(collection) {
					p.carry = append(p.carry, store.Change{Collection: collection, Key: key, Raw: bytes.Clone(raw)})
				}
				return nil
			})
			if err != nil {
				return err
			}
		}
		return nil
	})
	return there, err
}

// livesOn says whether a kind of record belongs to the vault and not to the
// moment: what is known of its backups, what was erased, and what must not be.
func livesOn(collection string) bool {
	return collection == backupSchema().Collection || collection == tombstoneSchema().Collection ||
		collection == kitSchema().Collection || collection == holdSchema().Collection
}

// compare goes through the backup: what would be added, changed and gone.
func (r *Restore) compare(ctx context.Context, there map[place][32]byte, p *Plan, progress Progress) error {
	kinds := map[string]*KindChange{}
	kind := func(collection string) *KindChange {
		if kinds[collection] == nil {
			kinds[collection] = &KindChange{Collection: collection}
		}
		return kinds[collection]
	}
	people := map[record.ID]bool{}
	noes := map[place]backup.Withdrawal{}
	for _, w := range p.since.Withdrawals {
		noes[place{w.Collection, w.Key}] = w
	}
	e := newEraser(p.since.Tombstones)
	err := r.opened.Each(ctx, progress, func(act store.Past) error {
		for _, c := range act.Changes {
			if !c.Current || livesOn(c.Collection) {
				continue
			}
			raw, keep := e.edit(c.Collection, c.Key, c.Raw)
			if !keep {
				continue
			}
			if c.Collection == member.Schema().Collection {
				people[record.ID(c.Key)] = true
			}
			at := place{c.Collection, c.Key}
			if bytes.Equal(noes[at].Record, raw) {
				delete(noes, at) // it knows of that one
			}
			switch was, had := there[at]; {
			case !had:
				kind(c.Collection).Added++
				p.touches(c.Key)
			case was != sha256.Sum256(raw):
				kind(c.Collection).Changed++
				p.touches(c.Key)
			}
			delete(there, at)
		}
		return nil
	})
	for at := range there {
		if !livesOn(at.collection) {
			kind(at.collection).Gone++
			p.touches(at.key)
		}
	}
	for _, k := range kinds {
		p.Changes = append(p.Changes, *k)
	}
	slices.SortFunc(p.Changes, func(a, b KindChange) int {
		return cmp.Or(heldOrder(a.Collection)-heldOrder(b.Collection), cmp.Compare(a.Collection, b.Collection))
	})
	p.takeBack(noes, people, e)
	return err
}

// Words say that so many of the kind would be added, changed or gone.
func (k KindChange) Words(n int) wording.Text {
	if k.Collection == settingsSchema().Collection {
		return wording.T("the settings of the board")
	}
	if count := boardKinds()[k.Collection]; count != nil {
		return count(n)
	}
	return heldKind(k.Collection).count(n)
}

// takeBack adds the withdrawals that hold again, for people who come back.
func (p *Plan) takeBack(noes map[place]backup.Withdrawal, people map[record.ID]bool, e *eraser) {
	for _, at := range slices.SortedFunc(maps.Keys(noes), func(a, b place) int { return cmp.Compare(a.key, b.key) }) {
		if person := record.ID(at.key.First()); people[person] && !e.people[person] {
			p.carry = append(p.carry, store.Change{Collection: at.collection, Key: at.key, Raw: noes[at].Record})
			p.Withdrawn++
		}
	}
}
