package board

import (
	"context"
	"slices"

	"holdfast/member"
	"holdfast/record"
	"holdfast/store"
	"holdfast/wording"
)

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
