package board

import (
	"context"
	"slices"

	"holdfast/record"
	"holdfast/wording"
)

// Rehearse proves that a recovery key opens this vault, while it is open with
// another: its wrapped keys are opened and wiped, and nothing else. The day is
// kept with its keyholder, which is given back; it may be another one than
// somebody thought. It fails as Closed.Unlock does for a key that does not fit.
func (b *Board) Rehearse(ctx context.Context, key Key) (Keyholder, error) {
	opened, err := b.vault()
	if err != nil {
		return Keyholder{}, err
	}
	holder, err := opened.Rehearse(ctx, key)
	if err != nil {
		return Keyholder{}, err
	}
	if err := b.changeKit(ActKeyRehearsed, holder.ID, (*kitRecord).tried); err != nil {
		return Keyholder{}, err
	}
	return b.keyholder(holder.ID)
}

// keyholder is one of Keyholders.
func (b *Board) keyholder(id record.ID) (Keyholder, error) {
	holders, err := b.Keyholders()
	if err != nil {
		return Keyholder{}, err
	}
	at := slices.IndexFunc(holders, func(h Keyholder) bool { return h.ID == id })
	if at < 0 {
		return Keyholder{}, record.ErrNotFound
	}
	return holders[at], nil
}

// Recovery says whether a kind of key lies in a drawer until it is needed, so
// that it is rehearsed: nobody notices otherwise that it is lost or wrong.
func Recovery(kind KeyKind) bool { return kind == KeyPaper || kind == KeyShares }

// graceDays is how old a recovery key may be that was never rehearsed.
const graceDays = 30

// rehearsalDue is the day from which a recovery key should be rehearsed; zero
// where it need not be.
func (s Settings) rehearsalDue(h Keyholder) record.Date {
	every := s.RehearseEvery()
	switch {
	case every == 0 || !Recovery(h.Kind):
		return record.Date{}
	case h.Rehearsed.IsZero():
		return record.DateOf(h.Added).AddDays(graceDays)
	default:
		return h.Rehearsed.AddMonths(every)
	}
}

// rehearsalItems remind of rehearsals that are due. A key that was not even
// read back has an item of its own.
func (b *Board) rehearsalItems(holders []Keyholder) ([]Item, error) {
	settings, err := b.Settings()
	if err != nil {
		return nil, err
	}
	today := record.DateOf(b.in(settings))
	var items []Item
	for _, h := range holders {
		due := settings.rehearsalDue(h)
		if !due.IsZero() && !today.Before(due) && !h.ReadBack.IsZero() {
			items = append(items, rehearsalItem(h, due))
		}
	}
	return items, nil
}

// rehearsalItem reminds of a rehearsal that is due.
func rehearsalItem(h Keyholder, due record.Date) Item {
	item := Item{Kind: ItemRehearsal, Tag: wording.T("Recovery key"), Urgency: Calm,
		Title:  wording.T("The recovery key “{label}” was never rehearsed", "label", h.Label),
		Detail: wording.T("Type it in once: that proves that it is where you think, and that it opens this vault. Nothing else is opened."),
		Act:    wording.T("Rehearse"), Target: ToKeyholders, Due: due}
	if !h.Rehearsed.IsZero() {
		item.Title = wording.T("The recovery key “{label}” was last rehearsed on {date}", "label", h.Label, "date", h.Rehearsed)
	}
	return item
}
