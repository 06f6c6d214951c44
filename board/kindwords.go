package board

import (
	"holdfast/assessment"
	"holdfast/compensation"
	"holdfast/consent"
	"holdfast/rule"
	"holdfast/wording"
)

// boardKinds are the words for records that are about nobody: the board's own.
func boardKinds() map[string]func(n int) wording.Text {
	return map[string]func(n int) wording.Text{
		assessment.CheckSchema().Collection:        howMany("{n} item of a checklist", "{n} items of checklists"),
		assessment.FactsSchema().Collection:        howMany("what the checklists know about the board", "what the checklists know about the board"),
		assessment.ActionSchema().Collection:       howMany("{n} step of the plan", "{n} steps of the plan"),
		assessment.RoundSchema().Collection:        howMany("{n} round of questions", "{n} rounds of questions"),
		assessment.TallySchema().Collection:        howMany("{n} count of a round’s answers", "{n} counts of rounds’ answers"),
		assessment.HandoutSchema().Collection:      howMany("{n} list of who was given questions", "{n} lists of who was given questions"),
		assessment.KeptSchema().Collection:         howMany("{n} set of questions of the board’s own", "{n} sets of questions of the board’s own"),
		consent.OwnSchema().Collection:             howMany("{n} kind of use of the board’s own", "{n} kinds of use of the board’s own"),
		consent.AgreementSchema().Collection:       howMany("{n} agreement with a partner", "{n} agreements with partners"),
		compensation.FundSchema().Collection:       howMany("{n} fund", "{n} funds"),
		compensation.InKindSchema().Collection:     howMany("{n} gift in kind", "{n} gifts in kind"),
		compensation.RateSchema().Collection:       howMany("{n} rate of pay", "{n} rates of pay"),
		compensation.ComparisonSchema().Collection: howMany("{n} comparison of pay", "{n} comparisons of pay"),
		rule.Schema().Collection:                   howMany("{n} dated number of the board’s own", "{n} dated numbers of the board’s own"),
		handoverSchema().Collection:                howMany("{n} handing over", "{n} handings over"),
	}
}
