package consent

import (
	"cmp"
	"slices"
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
	// about is what each voice said of each purpose.
	about map[Voice]map[Purpose][]said
	// alike are events of which each stands for all that are about the same.
	alike []*Event
	// decides are the places of who decides, copies of what was said about
	// copies: both in their order.
	decides, copies []int32
}

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
	x := &index{of: events, about: map[Voice]map[Purpose][]said{}}
	known := map[likeness]int32{}
	for n := range events {
		e, at := &events[n], int32(n)
		kind := e.likeness()
		like, ok := known[kind]
		if !ok {
			like = int32(len(x.alike))
			known[kind], x.alike = like, append(x.alike, e)
		}
		purposes := x.about[e.Voice]
		if purposes == nil {
			purposes = map[Purpose][]said{}
			x.about[e.Voice] = purposes
		}
		purposes[e.Purpose] = append(purposes[e.Purpose], said{at, like, e.On})
		if e.Kind == Decides && e.Standing != nil {
			x.decides = append(x.decides, at)
		}
		if e.How.Copy != "" {
			x.copies = append(x.copies, at)
		}
	}
	return x
}

// fits says whether the index is of these events: a file that was cut down to
// a day has others.
func (x *index) fits(events []Event) bool {
	return x != nil && len(x.of) == len(events) && (len(events) == 0 || &x.of[0] == &events[0])
}

// each gives visit, in their order, the events at some places; all of them
// without an index.
func (f File) each(places func(*index) []int32, visit func(*Event)) {
	if !f.index.fits(f.Events) {
		for n := range f.Events {
			visit(&f.Events[n])
		}
		return
	}
	for _, n := range places(f.index) {
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
	if !i.index.fits(i.Events) {
		for n := range i.Events {
			e := &i.Events[n]
			i.take(e, i.bearing(e), e.On)
		}
	} else {
		bearings := make([]bearing, len(i.index.alike))
		for _, s := range i.index.concerning(i.Question, i.voice) {
			b := &bearings[s.like]
			if !b.known {
				*b = i.bearing(i.index.alike[s.like])
			}
			i.take(&i.Events[s.place], *b, s.on)
		}
	}
	i.unended = unended(i.yeses, i.noes)
}

func (i *inquiry) take(e *Event, b bearing, on record.Date) {
	if !b.about {
		return
	}
	i.about = append(i.about, e)
	if b.no {
		i.noes = append(i.noes, e)
	}
	if b.part {
		i.parts = append(i.parts, e)
	}
	if b.yes && !on.After(i.Day) {
		i.yeses = append(i.yeses, e)
	}
}

// concerning is what a voice said about a purpose, about what that is part of,
// and about its parts, in order.
func (x *index) concerning(q Question, voice Voice) []said {
	var all []said
	found := 0
	for p, of := range x.about[voice] {
		if !p.covers(q.Purpose) && !q.Purpose.covers(p) {
			continue
		}
		if found++; found == 1 {
			all = of
			continue
		}
		all = append(slices.Clip(all), of...)
	}
	if found > 1 {
		slices.SortFunc(all, func(a, b said) int { return cmp.Compare(a.place, b.place) })
	}
	return all
}
