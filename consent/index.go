package consent

import (
	"strings"

	"holdfast/record"
)

// index says where in a file to look for what the gate asks, so that a
// question costs what was said about it, and not all that was ever said. It is
// made once, when the events are read; without it everything is looked at, and
// every answer is the same.
type index struct {
	// of are the events that it was made of.
	of []Event
	// about is what each voice said that is about a purpose, part of it, or
	// about what it is part of.
	about map[Voice]map[Purpose]*[]said
	// alike are events of which each stands for all that are about the same.
	alike []*Event
	// decides are the places of who decides, copies of what was said about
	// copies.
	decides, copies places
}

// places are where in a file some events are, in their order. A number costs
// the collector of garbage nothing, and a question gathers thousands.
type places []int32

// said is an event in the index: where it is, which it is like, and when it
// was, so that most need not be looked at.
type said struct {
	place, like int32
	on          record.Date
}

// likeness is what events have in common that stand for one another.
type likeness struct {
	yes, no                             bool
	voice                               Voice
	purpose                             Purpose
	recipient, item, guardian, channels string
}

func (e *Event) likeness() likeness {
	var channels strings.Builder
	for _, c := range e.Channels {
		channels.WriteString(string(c))
		channels.WriteByte(0)
	}
	return likeness{e.Kind.Yes(), e.Kind.No(), e.Voice, e.Purpose, e.Recipient, e.Item, e.Guardian, channels.String()}
}

func indexed(events []Event) *index {
	x := &index{of: events, about: map[Voice]map[Purpose]*[]said{}}
	known, concerned := map[likeness]int32{}, map[Voice]map[Purpose][]*[]said{}
	for n := range events {
		e, at := &events[n], int32(n)
		kind := e.likeness()
		like, ok := known[kind]
		if !ok {
			like = int32(len(x.alike))
			known[kind], x.alike = like, append(x.alike, e)
		}
		if concerned[e.Voice] == nil {
			concerned[e.Voice], x.about[e.Voice] = map[Purpose][]*[]said{}, everyPurpose(events)
		}
		lists, met := concerned[e.Voice][e.Purpose]
		if !met {
			lists = related(x.about[e.Voice], e.Purpose)
			concerned[e.Voice][e.Purpose] = lists
		}
		for _, list := range lists {
			*list = append(*list, said{at, like, e.On})
		}
		if e.Kind == Decides && e.Standing != nil {
			x.decides = append(x.decides, at)
		}
		if e.How.Copy != "" {
			x.copies = append(x.copies, at)
		}
	}
	return x
}

// everyPurpose has an empty list for each purpose that there is, and for each
// of the board's own that some events are about.
func everyPurpose(events []Event) map[Purpose]*[]said {
	lists := map[Purpose]*[]said{}
	for n := range events {
		if p := events[n].Purpose; p != Everything && lists[p] == nil {
			lists[p] = &[]said{}
		}
	}
	for _, p := range Purposes() {
		lists[p] = &[]said{}
	}
	for _, about := range ContactsAbout() {
		lists[Contacting(about)] = &[]said{}
	}
	return lists
}

// related are the lists that an event of a purpose belongs into.
func related(about map[Purpose]*[]said, p Purpose) []*[]said {
	var lists []*[]said
	for q, list := range about {
		if p.covers(q) || q.covers(p) {
			lists = append(lists, list)
		}
	}
	return lists
}

// fits says whether the index is of these events: a file that was cut down to
// a day has others.
func (x *index) fits(events []Event) bool {
	return x != nil && len(x.of) == len(events) && (len(events) == 0 || &x.of[0] == &events[0])
}

// each gives visit, in their order, the events at some places; all of them
// without an index.
func (f File) each(where func(*index) places, visit func(*Event)) {
	if !f.index.fits(f.Events) {
		for n := range f.Events {
			visit(&f.Events[n])
		}
		return
	}
	for _, n := range where(f.index) {
		visit(&f.Events[n])
	}
}

// bearing is how an event bears upon what is asked. That is the same for all
// events of one likeness, but for the day of a yes.
type bearing struct {
	known bool
	// about: it is of the purpose. no forbids what is asked, part at least a
	// part of it, and yes covers it.
	about, no, part, yes bool
}

func (i *inquiry) bearing(e *Event) bearing {
	b := bearing{known: true, about: e.Voice == i.voice && (e.Purpose.covers(i.Purpose) || i.Purpose.covers(e.Purpose))}
	if b.about && e.Kind.No() {
		b.no, b.part = e.Scope.touches(i.Question), e.Scope.meets(i.scope())
	}
	b.yes = b.about && e.Kind.Yes() && i.covers(e)
	return b
}

// gather sorts what was said into what forbids and what allows.
func (i *inquiry) gather() {
	if concerning := i.index.concerning(i.File, i.Question, i.voice); concerning != nil {
		i.about = make(places, 0, len(*concerning))
		bearings := make([]bearing, len(i.index.alike))
		for _, s := range *concerning {
			b := &bearings[s.like]
			if !b.known {
				*b = i.bearing(i.index.alike[s.like])
			}
			i.take(s.place, *b, s.on)
		}
	} else {
		for n := range i.Events {
			e := &i.Events[n]
			i.take(int32(n), i.bearing(e), e.On)
		}
	}
	i.unended = i.without(i.yeses, i.noes)
}

// concerning is where to look for what a voice said about a question; nil where
// everything has to be looked at.
func (x *index) concerning(f File, q Question, voice Voice) *[]said {
	if !x.fits(f.Events) {
		return nil
	}
	return x.about[voice][q.Purpose]
}

func (i *inquiry) take(n int32, b bearing, on record.Date) {
	if !b.about {
		return
	}
	i.about = append(i.about, n)
	if b.no {
		i.noes = append(i.noes, n)
	}
	if b.part {
		i.parts = append(i.parts, n)
	}
	if b.yes && !on.After(i.Day) {
		i.yeses = append(i.yeses, n)
	}
}
