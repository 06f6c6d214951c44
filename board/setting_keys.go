package board

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"holdfast/member"
	"holdfast/wording"
)

// Setting is one of the settings by its key, for a command line and for a
// list of them.
type Setting struct {
	// Key is its stable name ("confirm_days").
	Key string
	// Label says what it is.
	Label wording.Text
	// Value is how it is written: a text, a number, yes or no, a list with
	// commas, or JSON for the board's own fields.
	Value string
	// Data is the same as a value of its kind, for JSON: a string, an int, a
	// bool, a []int, a []string or a []member.CustomField.
	Data any
}

// settingKey is how one setting is read and written as text.
type settingKey struct {
	key   string
	label wording.Text
	get   func(*Settings) string
	set   func(*Settings, string) error
	data  func(*Settings) any
}

// labelPrefix begins the keys that rename a member field: "label.pronouns".
const labelPrefix = "label."

func settingKeys() []settingKey {
	return append([]settingKey{
		textKey("board_name", wording.T("What the board is called"), func(s *Settings) *string { return &s.Name }),
		textKey("time_zone", wording.T("Your time zone"), func(s *Settings) *string { return &s.Zone }),
		numberKey("lock_minutes", wording.T("Lock after so many minutes"), func(s *Settings) *int { return &s.LockMinutes }),
		yesNoKey("lock_on_minimise", wording.T("Lock when the window is put away"), func(s *Settings) *bool { return &s.LockOnMinimise }),
		numberKey("clipboard_seconds", wording.T("Clear the clipboard after so many seconds"), func(s *Settings) *int { return &s.ClipboardSeconds }),
		numberKey("confirm_days", wording.T("Confirm contact sheets every so many days"), func(s *Settings) *int { return &s.ConfirmDays }),
		numberKey("term_months", wording.T("Usual length of a term, in months"), func(s *Settings) *int { return &s.Terms.TermMonths }),
		numberKey("terms_in_a_row", wording.T("Terms in a row, at most (0: no limit)"), func(s *Settings) *int { return &s.Terms.TermsInARow }),
		numberKey("break_months", wording.T("Months after which the count of terms begins anew (0: never)"), func(s *Settings) *int { return &s.Terms.BreakMonths }),
		promptKey(),
		numberKey("history_months", wording.T("Months of history to keep (0: all)"), func(s *Settings) *int { return &s.HistoryMonths }),
		textKey("paper_size", wording.T("Paper for documents (letter or a4)"), func(s *Settings) *string { return (*string)(&s.Paper) }),
		rehearseKey(),
		yesNoKey("consent_receipts", wording.T("Consent receipts may be made"), func(s *Settings) *bool { return &s.Receipts }),
		textKey("jurisdiction", wording.T("Where the board is, as a code like US-WA"), func(s *Settings) *string { return &s.Jurisdiction }),
		hiddenKey(),
		customKey(),
	}, append(backupSettingKeys(), paySettingKeys()...)...)
}

func textKey(key string, label wording.Text, at func(*Settings) *string) settingKey {
	return settingKey{key, label, func(s *Settings) string { return *at(s) },
		func(s *Settings, value string) error { *at(s) = strings.TrimSpace(value); return nil },
		func(s *Settings) any { return *at(s) }}
}

func numberKey(key string, label wording.Text, at func(*Settings) *int) settingKey {
	return settingKey{key, label, func(s *Settings) string { return strconv.Itoa(*at(s)) },
		func(s *Settings, value string) error {
			n, err := strconv.Atoi(strings.TrimSpace(value))
			if err != nil {
				return wording.Refuse(key, "This is a whole number.")
			}
			*at(s) = n
			return nil
		},
		func(s *Settings) any { return *at(s) }}
}

func yesNoKey(key string, label wording.Text, at func(*Settings) *bool) settingKey {
	return settingKey{key, label,
		func(s *Settings) string {
			if *at(s) {
				return "yes"
			}
			return "no"
		},
		func(s *Settings, value string) error {
			switch strings.ToLower(strings.TrimSpace(value)) {
			case "yes", "true", "on", "1", "sí", "si":
				*at(s) = true
			case "no", "false", "off", "0":
				*at(s) = false
			default:
				return wording.Refuse(key, "This is yes or no.")
			}
			return nil
		},
		func(s *Settings) any { return *at(s) }}
}

func promptKey() settingKey {
	return settingKey{"prompt_days", wording.T("Remind so many days before a term ends"),
		func(s *Settings) string {
			days := make([]string, len(s.Terms.PromptDays))
			for i, d := range s.Terms.PromptDays {
				days[i] = strconv.Itoa(d)
			}
			return strings.Join(days, ",")
		},
		func(s *Settings, value string) error {
			var days []int
			for _, part := range words(value) {
				n, err := strconv.Atoi(part)
				if err != nil {
					return wording.Refuse("prompt_days", "These are whole numbers with commas between them, like 90,60,30.")
				}
				days = append(days, n)
			}
			slices.SortFunc(days, func(a, b int) int { return b - a })
			s.Terms.PromptDays = slices.Compact(days)
			return nil
		},
		func(s *Settings) any { return append([]int{}, s.Terms.PromptDays...) }}
}

func rehearseKey() settingKey {
	months := numberKey("rehearse_months", wording.T("Rehearse recovery keys every so many months (0: no reminder)"),
		func(s *Settings) *int { return &s.RehearseMonths })
	set := months.set
	months.get = func(s *Settings) string { return strconv.Itoa(s.RehearseEvery()) }
	months.data = func(s *Settings) any { return s.RehearseEvery() }
	months.set = func(s *Settings, value string) error {
		err := set(s, value)
		if err == nil {
			s.SetRehearseEvery(s.RehearseMonths)
		}
		return err
	}
	return months
}

func hiddenKey() settingKey {
	return settingKey{"hidden_fields", wording.T("Fields that this board does not use"),
		func(s *Settings) string { return strings.Join(s.Hidden, ",") },
		func(s *Settings, value string) error { s.Hidden = words(value); return nil },
		func(s *Settings) any { return append([]string{}, s.Hidden...) }}
}

func customKey() settingKey {
	return settingKey{"custom_fields", wording.T("Fields of your own"),
		func(s *Settings) string {
			if len(s.Custom) == 0 {
				return "[]"
			}
			raw, err := json.Marshal(s.Custom)
			if err != nil {
				return ""
			}
			return string(raw)
		},
		func(s *Settings, value string) error {
			var fields []member.CustomField
			if err := json.Unmarshal([]byte(value), &fields); err != nil {
				return wording.Refuse("custom_fields",
					"This is a JSON list like [{example}].", "example", `{"name": "T-shirt size", "kind": "text"}`)
			}
			s.Custom = fields
			return nil
		},
		func(s *Settings) any { return append([]member.CustomField{}, s.Custom...) }}
}

// words are the parts of a list with commas, without the empty ones.
func words(list string) []string {
	var parts []string
	for part := range strings.SplitSeq(list, ",") {
		if part = strings.TrimSpace(part); part != "" && !slices.Contains(parts, part) {
			parts = append(parts, part)
		}
	}
	return parts
}
