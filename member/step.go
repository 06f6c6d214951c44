package member

import (
	"slices"

	"holdfast/record"
	"holdfast/wording"
)

// Step is one item of a person's onboarding that was done, is not needed, or
// is their own.
type Step struct {
	// Item is a code of OnboardingItems() or free text.
	Item string `json:"item"`
	// Done is the day on which it was done; zero: still to do.
	Done record.Date `json:"done,omitzero"`
	// NotNeeded says that this person does not need it.
	NotNeeded bool `json:"not_needed,omitempty"`
}

// OnboardingItems are what usually belongs to the first weeks on a board.
func OnboardingItems() []Suggestion {
	return []Suggestion{
		{"charter", wording.T("Read the charter together"), []string{"charter"}},
		{"glossary", wording.T("Words and short forms that the board uses"), []string{"glossary", "glosario"}},
		{"people", wording.T("Who is who, and who does what"), []string{"people and roles"}},
		{"confidentiality", wording.T("What stays confidential, and what can't"), []string{"confidentiality", "confidencialidad"}},
		{"safe_contact", wording.T("Safe contact sheet"), []string{"safe contact"}},
		{"consents", wording.T("First consents talked through"), []string{"consents", "consentimientos"}},
		{"payment", wording.T("How and when to be paid"), []string{"payment", "pago"}},
		{"equipment", wording.T("Devices and accounts that are needed"), []string{"tech set-up"}},
		{"buddy", wording.T("A buddy or peer mentor"), []string{"buddy", "mentor"}},
		{"training", wording.T("Training hours, paid"), []string{"training", "capacitación"}},
	}
}

// Label is the item in words.
func (s Step) Label() wording.Text { return Label(OnboardingItems(), s.Item) }

// Open says whether there is still something to do.
func (s Step) Open() bool { return s.Done.IsZero() && !s.NotNeeded }

// Checklist is the person's onboarding: the usual items, then their own, each
// with the day on which it was done.
func (m Member) Checklist() []Step {
	var list []Step
	for _, item := range OnboardingItems() {
		list = append(list, m.stepFor(item.Code))
	}
	for _, s := range m.Onboarding {
		if !offered(OnboardingItems(), s.Item) {
			list = append(list, s)
		}
	}
	return list
}

func (m Member) stepFor(item string) Step {
	if i := m.stepAt(item); i >= 0 {
		return m.Onboarding[i]
	}
	return Step{Item: item}
}

func (m Member) stepAt(item string) int {
	return slices.IndexFunc(m.Onboarding, func(s Step) bool { return s.Item == item })
}

// WithStep is the member with a step as given, in place of what was known
// about the same item.
func (m Member) WithStep(s Step) Member {
	s.Item, _ = Recognise(OnboardingItems(), s.Item)
	m.Onboarding = slices.Clone(m.Onboarding)
	if i := m.stepAt(s.Item); i >= 0 {
		m.Onboarding[i] = s
	} else {
		m.Onboarding = append(m.Onboarding, s)
	}
	return m
}

// WithoutStep is the member without what is known about an item: an own item
// is gone, a usual one is to do again.
func (m Member) WithoutStep(item string) Member {
	m.Onboarding = slices.DeleteFunc(slices.Clone(m.Onboarding), func(s Step) bool { return s.Item == item })
	if len(m.Onboarding) == 0 {
		m.Onboarding = nil
	}
	return m
}

// onboarding checks the checklist.
func (p *problems) onboarding(m Member, today record.Date) {
	p.few("onboarding", len(m.Onboarding))
	for i, s := range m.Onboarding {
		p.When(line(s.Item) == "", wording.Refuse("onboarding", "Write what is to be done."))
		p.line("onboarding", s.Item)
		if m.stepAt(s.Item) != i {
			p.Add(wording.Refuse("onboarding", "“{item}” is on the list twice. Take one away.", "item", s.Label()))
		}
		if s.Done.After(today) {
			p.Add(wording.Refuse("onboarding", "“{item}” can't be done on a day that is still to come.", "item", s.Label()))
		}
	}
}
