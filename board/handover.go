package board

import (
	"cmp"
	"slices"

	"holdfast/member"
	"holdfast/record"
	"holdfast/store"
	"holdfast/wording"
)

// Handing is about a change of coordinator: steps that can be done on
// different days, by two people, and that survive whatever happens between
// them.
type Handing struct{ b *Board }

// Handing is about a change of coordinator.
func (b *Board) Handing() Handing { return Handing{b} }

// Handover is one change of coordinator, as far as it has come. It names no
// member of the board but by number.
type Handover struct {
	ID    record.ID   `json:"id"`
	Begun record.Date `json:"begun"`
	// Leaving and Coming are the two keys, each with its label as it was:
	// the keyholder may be gone by the time somebody reads this.
	Leaving     record.ID `json:"leaving"`
	LeavingName string    `json:"leaving_name"`
	Coming      record.ID `json:"coming,omitempty"`
	ComingName  string    `json:"coming_name,omitempty"`
	// Seen is the day on which the two went through what the next person
	// needs.
	Seen record.Date `json:"seen,omitzero"`
	// Proof is the fresh backup that the coming key has opened.
	Proof Proof `json:"proof,omitzero"`
	// Told is how many people gave which reply to the change of who holds
	// their data. It is counted until Finished, and then stays.
	Told map[ReplyKind]int `json:"told,omitempty"`
	// Before and After are the vault's fingerprints, Removed the day between.
	Before  string      `json:"before,omitempty"`
	After   string      `json:"after,omitempty"`
	Removed record.Date `json:"removed,omitzero"`
	// Old are the backups that the leaving key still opens, as far as they
	// are known.
	Old []OldBackup `json:"old,omitempty"`
	// Finished is the day of the receipt; zero while it goes on.
	Finished record.Date `json:"finished,omitzero"`
}

// Proof is a backup that was opened with a key, to its last byte.
type Proof struct {
	File    string      `json:"file"`
	On      record.Date `json:"on"`
	Records int         `json:"records"`
}

// OldBackup is a backup that a removed key still opens.
type OldBackup struct {
	File string      `json:"file"`
	Made record.Date `json:"made"`
}

// Reply is what a person said to the change of who holds their data. It lies
// under the person, and goes with them.
type Reply struct {
	Member   member.ID   `json:"member"`
	Handover record.ID   `json:"handover"`
	Answer   ReplyKind   `json:"answer"`
	On       record.Date `json:"on"`
}

func replySchema() record.Schema[Reply] {
	return record.Schema[Reply]{
		Collection: "handover_reply", Version: 1,
		Key: func(r Reply) record.Key { return record.Join(r.Member, r.Handover) },
	}
}

// ReplyKind is how far it has come with a person.
type ReplyKind string

// The replies. Whoever objects decides what becomes of their record: see
// Leaving.Forget and Telling.Record.
const (
	ReplyAsked    ReplyKind = "asked" // told, and asked
	ReplyAgreed   ReplyKind = "agreed"
	ReplyObjected ReplyKind = "objected"
	ReplyUnsafe   ReplyKind = "unsafe" // can't be reached safely now
)

// Replies are all replies, as a form offers them.
func Replies() []ReplyKind { return []ReplyKind{ReplyAsked, ReplyAgreed, ReplyObjected, ReplyUnsafe} }

// Name is the reply in words.
func (r ReplyKind) Name() wording.Text {
	switch r {
	case ReplyAsked:
		return wording.T("told, and asked")
	case ReplyAgreed:
		return wording.T("agreed")
	case ReplyObjected:
		return wording.T("does not want it")
	case ReplyUnsafe:
		return wording.T("can’t be reached safely now")
	default:
		return wording.T("not told yet")
	}
}

func handoverSchema() record.Schema[Handover] {
	return record.Schema[Handover]{
		Collection: "handover", Version: 1,
		Key: func(h Handover) record.Key { return record.Join(record.ID("handover"), h.ID) },
	}
}

// All are all handings over, the latest first.
func (h Handing) All() ([]Handover, error) {
	var all []Handover
	err := h.b.view(func(tx *store.Tx) (err error) {
		all, err = handovers(tx)
		return err
	})
	return all, err
}

func handovers(tx *store.Tx) ([]Handover, error) {
	var all []Handover
	err := store.In(tx, handoverSchema()).Scan("", func(h Handover) error {
		all = append(all, h)
		return nil
	})
	slices.SortStableFunc(all, func(a, b Handover) int {
		if a.Finished.IsZero() != b.Finished.IsZero() {
			return cmp.Compare(a.Finished.String(), b.Finished.String())
		}
		return b.Begun.Compare(a.Begun)
	})
	return all, err
}

// Now is the handing over that goes on, as the vault has it: whether the keys
// are there is read from the list of keyholders and not from what was noted.
// It fails with a Problem where none goes on.
func (h Handing) Now() (Handover, error) {
	all, err := h.All()
	if err != nil {
		return Handover{}, err
	}
	if len(all) == 0 || !all[0].Finished.IsZero() {
		return Handover{}, wording.Refuse("handover", "No handing over is going on.")
	}
	now := all[0]
	replies, err := h.Replies()
	if err != nil {
		return now, err
	}
	now.Told = map[ReplyKind]int{}
	for _, r := range replies {
		now.Told[r.Answer]++
	}
	holders, err := h.b.Keyholders()
	if err != nil {
		return now, err
	}
	has := func(id record.ID) bool {
		return slices.ContainsFunc(holders, func(k Keyholder) bool { return k.ID == id })
	}
	if now.Coming != "" && !has(now.Coming) {
		now.Coming, now.ComingName, now.Proof = "", "", Proof{}
	}
	if now.Removed.IsZero() && !has(now.Leaving) {
		// The rewrite was done, and the program ended before it was noted.
		today, err := h.b.Now()
		if err != nil {
			return now, err
		}
		now.Removed = record.DateOf(today)
		if now.After, err = h.b.Fingerprint(); err != nil {
			return now, err
		}
	}
	return now, nil
}

// Replies are what people said in the latest handing over, by name.
func (h Handing) Replies() ([]Reply, error) {
	var replies []Reply
	err := h.b.view(func(tx *store.Tx) error {
		all, err := handovers(tx)
		if err != nil || len(all) == 0 {
			return err
		}
		return store.In(tx, replySchema()).Scan("", func(r Reply) error {
			if r.Handover == all[0].ID {
				replies = append(replies, r)
			}
			return nil
		})
	})
	if err != nil {
		return nil, err
	}
	r, err := h.b.roll()
	if err != nil {
		return nil, err
	}
	names := r.order()
	slices.SortFunc(replies, func(x, y Reply) int {
		return cmp.Or(cmp.Compare(slices.Index(names, x.Member), slices.Index(names, y.Member)), cmp.Compare(x.Member, y.Member))
	})
	return replies, nil
}
