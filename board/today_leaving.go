package board

import (
	"holdfast/member"
	"holdfast/record"
	"holdfast/store"
	"holdfast/wording"
)

// leavingItems are the items about what waits to be erased, what was kept
// long enough, and a handing over that goes on.
func (b *Board) leavingItems(r *roll) ([]Item, error) {
	var items []Item
	waiting := 0
	var hands []Handover
	err := b.view(func(tx *store.Tx) (err error) {
		if hands, err = handovers(tx); err != nil {
			return err
		}
		return tombstones(tx, func(t tombstone) {
			if t.Waiting {
				waiting++
			}
		})
	})
	if err != nil {
		return nil, err
	}
	if waiting > 0 {
		items = append(items, Item{Kind: ItemErasing, Tag: wording.T("Erasing"), Urgency: Care, Count: waiting,
			Title:  wording.N(waiting, "{n} thing waits to be erased", "{n} things wait to be erased"),
			Detail: wording.T("It is off the screen already. To be gone, the vault has to be written anew; that takes a moment and room for a second copy."),
			Act:    wording.T("Erase now"), Target: ToRetention})
	}
	if len(hands) > 0 && hands[0].Finished.IsZero() {
		items = append(items, Item{Kind: ItemHandover, Tag: wording.T("Handing over"), Urgency: Care, Due: hands[0].Begun,
			Title:  wording.T("The handing over begun on {date} is not finished", "date", hands[0].Begun),
			Detail: wording.T("Every step that was done is kept. Go on where you left off."),
			Act:    wording.T("Go on"), Target: ToHandover})
	}
	over, err := b.overdue(r)
	if err != nil || over == 0 {
		return items, err
	}
	return append(items, Item{Kind: ItemRetention, Tag: wording.T("Kept long enough"), Urgency: Calm, Count: over,
		Title:  wording.N(over, "{n} person left so long ago that nothing of theirs needs to be kept", "{n} people left so long ago that nothing of theirs needs to be kept"),
		Detail: wording.T("Look at the list and decide. Nothing is erased by itself."),
		Act:    wording.T("Look"), Target: ToRetention}), nil
}

// overdue counts the people whose whole record is due; the rest of the list
// is read when somebody looks at it.
func (b *Board) overdue(r *roll) (n int, err error) {
	rules, err := b.Rules()
	if err != nil {
		return 0, err
	}
	today := record.DateOf(b.in(r.settings))
	period, known := rules.At(heldKind(member.Schema().Collection).keep, today)
	if !known {
		return 0, nil
	}
	for _, m := range r.people {
		if on := after(left(m, true), period); !on.IsZero() && !on.After(today) {
			n++
		}
	}
	return n, nil
}
