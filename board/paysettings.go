package board

import (
	"strings"

	"holdfast/compensation"
	"holdfast/wording"
)

// paySettingKeys are the settings about paying people.
func paySettingKeys() []settingKey {
	return []settingKey{
		textKey("pay_currency", wording.T("Currency of amounts, as a code like USD"), func(s *Settings) *string { return &s.Pay.Currency }),
		numberKey("pay_promised_days", wording.T("Pay within so many days of the work"), func(s *Settings) *int { return &s.Pay.PromisedDays }),
		numberKey("pay_near_percent", wording.T("Call a limit near from so many percent of it on"), func(s *Settings) *int { return &s.Pay.NearPercent }),
		numberKey("pay_late_notice_days", wording.T("Pay what is called off up to so many days before"), func(s *Settings) *int { return &s.Pay.LateNoticeDays }),
		textKey("pay_treasurer", wording.T("Who gets the payment data, as people agree to it"), func(s *Settings) *string { return &s.Pay.Treasurer }),
		yesNoKey("pay_approval", wording.T("Somebody approves before it is paid"), func(s *Settings) *bool { return &s.Pay.Approval }),
		yesNoKey("pay_two_signatures", wording.T("Two people sign where cash or a card changes hands"), func(s *Settings) *bool { return &s.Pay.TwoSignatures }),
		listKey("pay_watched_rules", wording.T("Year’s totals to look after, by the names of their rules"), func(s *Settings) *[]string { return &s.Pay.Watched }),
		columnsKey(),
	}
}

// listKey is a setting of names with commas between them.
func listKey(key string, label wording.Text, at func(*Settings) *[]string) settingKey {
	return settingKey{key, label, func(s *Settings) string { return strings.Join(*at(s), ",") },
		func(s *Settings, value string) error { *at(s) = words(value); return nil },
		func(s *Settings) any { return append([]string{}, *at(s)...) }}
}

func columnsKey() settingKey {
	names := func(s *Settings) []string {
		all := []string{}
		for _, c := range s.Pay.Columns {
			all = append(all, string(c))
		}
		return all
	}
	return settingKey{"pay_export_columns", wording.T("Columns of the treasurer’s export, in order"),
		func(s *Settings) string { return strings.Join(names(s), ",") },
		func(s *Settings, value string) error {
			s.Pay.Columns = nil
			for _, name := range words(value) {
				s.Pay.Columns = append(s.Pay.Columns, compensation.Column(name))
			}
			if len(s.Pay.Columns) == 0 {
				s.Pay.Columns = compensation.UsualColumns()
			}
			return nil
		},
		func(s *Settings) any { return names(s) }}
}
