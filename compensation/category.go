package compensation

import (
	"slices"

	"holdfast/wording"
)

// Category is what somebody is paid for.
type Category string

// The categories that rules of this package ask for by name.
const (
	Meeting       Category = "meeting"
	Preparation   Category = "preparation"
	TravelTime    Category = "travel_time"
	CancelledLate Category = "cancelled_late"
	MileageByCar  Category = "mileage"
	ChildCare     Category = "child_care"
)

// kind is a row of the table of categories.
type kind struct {
	category Category
	expense  bool
	name     wording.Text
	// neutral is what goes out of the house: it tells what a treasurer must
	// know and nothing about the board.
	neutral wording.Text
}

// kinds are all categories, time first, in the order of a form.
func kinds() []kind {
	services := wording.T("Consulting services")
	travel, care, supplies := wording.T("Travel"), wording.T("Dependent care"), wording.T("Supplies and services")
	return []kind{
		{Meeting, false, wording.T("Meeting"), services},
		{Preparation, false, wording.T("Preparation"), services},
		{"reading", false, wording.T("Reading and reviewing"), services},
		{TravelTime, false, wording.T("Time on the way"), services},
		{"debrief", false, wording.T("Talk afterwards"), services},
		{"check_in", false, wording.T("Check-in"), services},
		{"training", false, wording.T("Training and orientation"), services},
		{"speaking", false, wording.T("Speaking"), services},
		{"writing", false, wording.T("Writing"), services},
		{"interview_panel", false, wording.T("Interview panel"), services},
		{"facilitation", false, wording.T("Co-facilitation"), services},
		{"on_call", false, wording.T("On call or waiting"), services},
		{CancelledLate, false, wording.T("Cancelled at short notice"), services},
		{"technology_setup", false, wording.T("Setting technology up"), services},
		{"other_time", false, wording.T("Other time"), services},

		{MileageByCar, true, wording.T("Miles by car"), travel},
		{"transit", true, wording.T("Bus, train or taxi"), travel},
		{"parking", true, wording.T("Parking and tolls"), travel},
		{"lodging", true, wording.T("Lodging"), travel},
		{"meals", true, wording.T("Meals"), travel},
		{ChildCare, true, wording.T("Child care"), care},
		{"adult_care", true, wording.T("Care of an adult"), care},
		{"interpreter", true, wording.T("Interpreter"), supplies},
		{"data", true, wording.T("Internet or data"), supplies},
		{"equipment", true, wording.T("Equipment"), supplies},
		{"printing", true, wording.T("Printing and post"), supplies},
		{"documents", true, wording.T("Identity documents"), supplies},
		{"assistant", true, wording.T("Personal assistant"), care},
		{"support_session", true, wording.T("Support session afterwards"), supplies},
		{"other_expense", true, wording.T("Other expense"), supplies},
	}
}

// Categories are all categories of time or of expenses, as a form offers them.
func Categories(expense bool) []Category {
	var all []Category
	for _, k := range kinds() {
		if k.expense == expense {
			all = append(all, k.category)
		}
	}
	return all
}

func (c Category) kind() (kind, bool) {
	all := kinds()
	i := slices.IndexFunc(all, func(k kind) bool { return k.category == c })
	if i < 0 {
		return kind{}, false
	}
	return all[i], true
}

// Known says whether c is one of Categories.
func (c Category) Known() bool { _, known := c.kind(); return known }

// Expense says whether it is money laid out rather than time.
func (c Category) Expense() bool { k, _ := c.kind(); return k.expense }

// Name is the category as the board reads it.
func (c Category) Name() wording.Text { k, _ := c.kind(); return k.name }

// Neutral is the category as those outside the board read it.
func (c Category) Neutral() wording.Text { k, _ := c.kind(); return k.neutral }
