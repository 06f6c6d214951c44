package board

import (
	"cmp"
	"context"
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

// Begin begins a handing over from one keyholder. It fails with a Problem
// where there is no such keyholder, and where another one is not finished.
func (h Handing) Begin(leaving record.ID) (Handover, error) {
	from, err := h.keyholder(leaving)
	if err != nil {
		return Handover{}, err
	}
	begun := Handover{Leaving: from.ID, LeavingName: from.Label}
	err = h.b.act(ActHandover, func(w *work) error {
		all, err := handovers(w.tx)
		if err != nil {
			return err
		}
		if len(all) > 0 && all[0].Finished.IsZero() {
			return wording.Refuse("handover", "Another handing over is not finished yet. Finish it, or give it up.")
		}
		if begun.ID, err = record.NewID(w.env.Random); err != nil {
			return err
		}
		begun.Begun = w.today()
		return store.In(w.tx, handoverSchema()).Put(begun)
	})
	return begun, err
}

// GiveUp ends a handing over that is not going to happen. Keys stay as they
// are. It fails with a Problem where the leaving key is removed already.
func (h Handing) GiveUp() error {
	now, err := h.Now()
	if err != nil {
		return err
	}
	if !now.Removed.IsZero() {
		return wording.Refuse("handover", "The key is removed already: there is only the receipt left.")
	}
	return h.b.act(ActHandover, func(w *work) error {
		return store.In(w.tx, handoverSchema()).Delete(handoverSchema().Key(now))
	})
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

// change does one step of the handing over that goes on.
func (h Handing) change(step func(*work, *Handover) error) (Handover, error) {
	now, err := h.Now()
	if err != nil {
		return now, err
	}
	err = h.b.act(ActHandover, func(w *work) error {
		if err := step(w, &now); err != nil {
			return err
		}
		return store.In(w.tx, handoverSchema()).Put(now)
	})
	return now, err
}

// Seen keeps that the two went through what the next person needs.
func (h Handing) Seen() (Handover, error) {
	return h.change(func(w *work, now *Handover) error {
		now.Seen = w.today()
		return nil
	})
}

// Coming says which keyholder takes over: a key that was added before, of any
// kind, and that is not the one that leaves.
func (h Handing) Coming(holder record.ID) (Handover, error) {
	to, err := h.keyholder(holder)
	if err != nil {
		return Handover{}, err
	}
	return h.change(func(_ *work, now *Handover) error {
		if to.ID == now.Leaving {
			return wording.Refuse("holder", "This is the key that leaves. Add a key for the next person first.")
		}
		if now.Coming != to.ID {
			now.Proof = Proof{}
		}
		now.Coming, now.ComingName = to.ID, to.Label
		return nil
	})
}

// Reply keeps what a person said to the change of who holds their data, in
// place of what they said before.
func (h Handing) Reply(id member.ID, answer ReplyKind) (Handover, error) {
	if !slices.Contains(Replies(), answer) {
		return Handover{}, wording.Refuse("answer", "Choose one of the answers on the list.")
	}
	if _, err := h.b.Member(id); err != nil {
		return Handover{}, err
	}
	return h.change(func(w *work, now *Handover) error {
		return store.In(w.tx, replySchema()).Put(Reply{Member: id, Handover: now.ID, Answer: answer, On: w.today()})
	})
}

// Replies are what people said in the latest handing over.
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
	return replies, err
}

// Remove takes the leaving key away and writes the vault anew under keys that
// it never had. The vault must be open with another key, and the coming key
// be proved. It may be called again after whatever went wrong.
func (h Handing) Remove(ctx context.Context, progress store.Progress) (Handover, error) {
	now, err := h.Now()
	if err != nil {
		return now, err
	}
	if now.Coming == "" || now.Proof.On.IsZero() {
		return now, wording.Refuse("handover", "First the next person's key has to open a fresh backup.")
	}
	if now.Removed.IsZero() {
		old, err := h.opens(now.Leaving)
		if err != nil {
			return now, err
		}
		before, err := h.b.Fingerprint()
		if err != nil {
			return now, err
		}
		if _, err := h.change(func(_ *work, now *Handover) error {
			now.Before, now.Old = before, old
			return nil
		}); err != nil {
			return now, err
		}
		if err := h.b.RemoveKeyholder(ctx, now.Leaving, progress); err != nil {
			return now, err
		}
	}
	after, err := h.b.Fingerprint()
	if err != nil {
		return now, err
	}
	return h.change(func(w *work, now *Handover) error {
		now.Removed, now.After = w.today(), after
		return nil
	})
}

// Finish ends the handing over; what is left is the receipt, which can be
// printed at any time after.
func (h Handing) Finish() (Handover, error) {
	steps, err := h.Steps()
	if err != nil {
		return Handover{}, err
	}
	if at := slices.IndexFunc(steps, func(s HandingStep) bool { return !s.Done && s.Kind != HandReceipt }); at >= 0 {
		return Handover{}, wording.Refuse("handover", "Not yet. Still to do: {step}.", "step", steps[at].Title)
	}
	return h.change(func(w *work, now *Handover) error {
		now.Finished = w.today()
		return nil
	})
}

// keyholder is one keyholder, or a Problem.
func (h Handing) keyholder(id record.ID) (Keyholder, error) {
	holders, err := h.b.Keyholders()
	if err != nil {
		return Keyholder{}, err
	}
	at := slices.IndexFunc(holders, func(k Keyholder) bool { return k.ID == id })
	if at < 0 {
		return Keyholder{}, wording.Refuse("holder", "There is no such keyholder; look at the list of keyholders.")
	}
	return holders[at], nil
}
