package assessment

import (
	"slices"
	"strconv"
	"strings"

	"holdfast/record"
	"holdfast/wording"
)

// The functions of this file are what an editor does to an instrument. Each
// gives a changed copy, and works on a draft only: what is released never
// changes. What an instrument still lacks is said by Validate.

// Blank is a draft to begin from, without questions.
func Blank(id string, title Words, languages ...wording.Language) Instrument {
	return Instrument{ID: id, Version: "1", Kind: SelfAssessment, Status: Draft, Languages: languages, Title: title}
}

// Adapt is a draft of the board's own, copied from an instrument: its sources
// stay, and so do the IDs of its questions, but the result is never compared
// with what was copied.
func (in Instrument) Adapt(id string) Instrument {
	in.ID, in.Version, in.Status = id, "1", Draft
	in.Released = record.Date{}
	return in.copied()
}

// Next is a draft of the version after a released one.
func (in Instrument) Next() Instrument {
	parts := strings.Split(in.Version, ".")
	n, _ := strconv.Atoi(parts[0]) // a version is numbers with dots
	in.Version, in.Status = strconv.Itoa(n+1), Draft
	in.Released = record.Date{}
	return in.copied()
}

// Release is a draft made final on a day. It fails with the problems of
// Validate.
func (in Instrument) Release(on record.Date) (Instrument, error) {
	if in.Status != Draft {
		return in, errReleased()
	}
	in.Status, in.Released = Active, on
	return in, in.Validate()
}

func errReleased() error {
	return wording.Refuse("status", "This is released, and its words never change. Begin the next version, or a copy.")
}

// Insert puts an item after another, at the same depth; after "" it comes
// first of all, and after the ID of a group with inside, first in it.
func (in Instrument) Insert(after string, inside bool, item Item) (Instrument, error) {
	return in.edited(func(items []Item) ([]Item, bool) {
		if after == "" {
			return slices.Insert(items, 0, item), true
		}
		at := indexOf(items, after)
		switch {
		case at < 0:
			return items, false
		case inside:
			items[at].Items = slices.Insert(items[at].Items, 0, item)
			return items, true
		default:
			return slices.Insert(items, at+1, item), true
		}
	})
}

// Replace puts an item in the place of the one of that ID; a new ID is
// followed by the conditions that look at the old one.
func (in Instrument) Replace(id string, item Item) (Instrument, error) {
	in, err := in.edited(func(items []Item) ([]Item, bool) {
		at := indexOf(items, id)
		if at >= 0 {
			items[at] = item
		}
		return items, at >= 0
	})
	if err == nil && item.ID != id {
		eachItem(in.Items, func(i *Item) {
			for n := range i.When {
				if i.When[n].Question == id {
					i.When[n].Question = item.ID
				}
			}
		})
	}
	return in, err
}

// Into puts an item at the end of a group, or with "" at the end of all; a
// group that is left empty goes. That a condition then looks ahead is said by
// Validate.
func (in Instrument) Into(id, group string) (Instrument, error) {
	var item Item
	in, err := in.edited(func(items []Item) ([]Item, bool) {
		at := indexOf(items, id)
		if at < 0 {
			return items, false
		}
		item = items[at]
		return slices.Delete(items, at, at+1), true
	})
	if err != nil {
		return in, err
	}
	if group == "" {
		in.Items = append(in.Items, item)
	} else if in, err = in.edited(func(items []Item) ([]Item, bool) {
		at := indexOf(items, group)
		if at >= 0 {
			items[at].Items = append(items[at].Items, item)
		}
		return items, at >= 0
	}); err != nil {
		return in, err
	}
	in.Items = withoutEmpty(in.Items)
	return in, nil
}

// withoutEmpty leaves out groups that hold nothing.
func withoutEmpty(items []Item) []Item {
	for i := range items {
		items[i].Items = withoutEmpty(items[i].Items)
	}
	return slices.DeleteFunc(items, func(i Item) bool { return i.Type == Group && len(i.Items) == 0 })
}

// Remove takes an item out, with what it holds and the groups that it leaves
// empty. It fails with a wording.Problem while the condition of another looks
// at it.
func (in Instrument) Remove(id string) (Instrument, error) {
	var gone []string
	in, err := in.edited(func(items []Item) ([]Item, bool) {
		at := indexOf(items, id)
		if at < 0 {
			return items, false
		}
		eachItem(items[at:at+1], func(i *Item) { gone = append(gone, i.ID) })
		return slices.Delete(items, at, at+1), true
	})
	var p problems
	eachItem(in.Items, func(i *Item) {
		for _, c := range i.When {
			p.when(slices.Contains(gone, c.Question), wording.Refuse(i.ID, "{place}: the condition looks at “{question}”. Change it first.", "place", i.ID, "question", c.Question))
		}
	})
	if err != nil {
		return in, err
	}
	in.Items = withoutEmpty(in.Items)
	return in, p.err()
}

// Move puts an item so many places further down among its neighbours, or up
// where by is negative; at the ends it stays. That a condition then looks
// ahead is said by Validate.
func (in Instrument) Move(id string, by int) (Instrument, error) {
	return in.edited(func(items []Item) ([]Item, bool) {
		at := indexOf(items, id)
		if at < 0 {
			return items, false
		}
		item := items[at]
		to := min(max(0, at+by), len(items)-1)
		return slices.Insert(slices.Delete(items, at, at+1), to, item), true
	})
}

// WithScale adds a scale, or puts it in the place of the one of that ID.
func (in Instrument) WithScale(s Scale) (Instrument, error) {
	if in.Status != Draft {
		return in, errReleased()
	}
	in = in.copied()
	if at := slices.IndexFunc(in.Scales, func(other Scale) bool { return other.ID == s.ID }); at >= 0 {
		in.Scales[at] = s
	} else {
		in.Scales = append(in.Scales, s)
	}
	return in, nil
}

// edited applies a change to the list of items in which it finds its place.
func (in Instrument) edited(change func([]Item) ([]Item, bool)) (Instrument, error) {
	if in.Status != Draft {
		return in, errReleased()
	}
	in = in.copied()
	var try func(items []Item) ([]Item, bool)
	try = func(items []Item) ([]Item, bool) {
		if changed, done := change(items); done {
			return changed, true
		}
		for i := range items {
			if changed, done := try(items[i].Items); done {
				items[i].Items = changed
				return items, true
			}
		}
		return items, false
	}
	items, done := try(in.Items)
	if !done {
		return in, wording.Refuse("item", "There is no such item in this.")
	}
	in.Items = items
	return in, nil
}

// copied shares no list of items or scales with the original.
func (in Instrument) copied() Instrument {
	in.Scales = slices.Clone(in.Scales)
	in.Items = copiedItems(in.Items)
	return in
}

func copiedItems(items []Item) []Item {
	items = slices.Clone(items)
	for i := range items {
		items[i].Items = copiedItems(items[i].Items)
		items[i].When = slices.Clone(items[i].When)
	}
	return items
}

func indexOf(items []Item, id string) int {
	return slices.IndexFunc(items, func(i Item) bool { return i.ID == id })
}

func eachItem(items []Item, each func(*Item)) {
	for i := range items {
		each(&items[i])
		eachItem(items[i].Items, each)
	}
}
