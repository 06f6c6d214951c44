package assessment

import (
	"strings"

	"slices"

	"holdfast/wording"
)

// AxisID names something that several questions are about: "principle:safety",
// "domain:policy", "lens:realize", "section:" and the ID of a group.
type AxisID string

// Axis is one of the things that the questions of an instrument are about.
type Axis struct {
	ID AxisID
	// Name is in words of the program, or Section in words of the instrument.
	Name    wording.Text
	Section Words
}

// In is the name in a language.
func (a Axis) In(b *wording.Book) string {
	if len(a.Section) > 0 {
		return a.Section.In(b.Language())
	}
	return b.Render(a.Name)
}

func (q Question) axes() []AxisID {
	var all []AxisID
	if q.Principle != "" {
		all = append(all, AxisID("principle:"+q.Principle))
	}
	if q.Domain != "" {
		all = append(all, AxisID("domain:"+q.Domain))
	}
	for _, l := range q.Lenses {
		all = append(all, AxisID("lens:"+l))
	}
	if q.Section.ID != "" {
		all = append(all, AxisID("section:"+q.Section.ID))
	}
	return all
}

// Axes are those that the scored questions of an instrument are about:
// principles, then domains, lenses and sections, each in their order.
func (in Instrument) Axes() []Axis {
	used := map[AxisID]bool{}
	var sections []Axis
	scores := in.scorer().scores
	for _, q := range in.Questions() {
		if scores[q.ID] == nil {
			continue
		}
		for _, id := range q.axes() {
			if !used[id] && id == AxisID("section:"+q.Section.ID) {
				sections = append(sections, Axis{ID: id, Section: q.Section.Text})
			}
			used[id] = true
		}
	}
	var all []Axis
	for _, p := range Principles() {
		all = append(all, Axis{ID: AxisID("principle:" + p), Name: p.Name()})
	}
	for _, d := range Domains() {
		all = append(all, Axis{ID: AxisID("domain:" + d), Name: d.Name()})
	}
	for _, l := range Lenses() {
		all = append(all, Axis{ID: AxisID("lens:" + l), Name: l.Name()})
	}
	return slices.DeleteFunc(append(all, sections...), func(a Axis) bool { return !used[a.ID] })
}

// AxisName is the name of an axis in a language, empty for one that the
// instrument does not know.
func (in Instrument) AxisName(id AxisID, b *wording.Book) string {
	for _, a := range in.Axes() {
		if a.ID == id {
			return a.In(b)
		}
	}
	return ""
}

// AxisShort is AxisName, with a principle in one word.
func (in Instrument) AxisShort(id AxisID, b *wording.Book) string {
	if p, ok := strings.CutPrefix(string(id), "principle:"); ok {
		return b.Render(Principle(p).Short())
	}
	return in.AxisName(id, b)
}
