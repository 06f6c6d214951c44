package member

import "holdfast/record"

// Step is one item of a person's onboarding.
type Step struct {
	// Item is a code of OnboardingItems() or free text.
	Item string `json:"item"`
	// Done is the day on which it was done; zero: still to do.
	Done record.Date `json:"done,omitzero"`
}
