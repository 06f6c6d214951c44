package compensation

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/bojanz/currency"

	"holdfast/wording"
)

// manner is how a language writes numbers.
type manner struct{ point, thousands, example string }

func mannerOf(l wording.Language) (own, other manner) {
	english, spanish := manner{".", ",", "1,234.56"}, manner{",", ".", "1.234,56"}
	if l == wording.InSpanish {
		return spanish, english
	}
	return english, spanish
}

// ReadAmount reads what somebody typed as a sum of a currency, in the manner
// of a language: "1,234.56" in English, "1.234,56" in Spanish, the thousands
// apart or not, the currency's sign or code before or after it or not. It
// never guesses: a sign, an exponent, a third decimal, or the other language's
// manner is refused with a wording.Problem, so that no point is ever taken for
// a comma.
func ReadAmount(text, code string, l wording.Language) (Money, error) {
	if !KnownCurrency(code) {
		return Money{}, wording.Refuse("currency", "There is no such currency. It is a code of three letters, like USD or MXN.")
	}
	own, other := mannerOf(l)
	number := bare(text, code)
	switch {
	case number == "":
		return Money{}, wording.Refuse("amount", "Write the amount.")
	case own.fits(number, digits(code)):
	case strings.HasPrefix(number, "-") || strings.HasPrefix(number, "−") || strings.HasPrefix(number, "("):
		return Money{}, wording.Refuse("amount", "An amount is more than nothing. To take something back, reverse the entry.")
	case other.fits(number, digits(code)):
		return Money{}, wording.Refuse("amount", "It is not certain how much this is. Write it like {example}.", "example", own.example)
	case own.fits(number, 6):
		return Money{}, wording.Refuse("amount", "This has more decimals than {currency} has.", "currency", code)
	default:
		return Money{}, wording.Refuse("amount", "This is not an amount. Write it in figures, like {example}.", "example", own.example)
	}
	whole, decimals, _ := strings.Cut(number, own.point)
	whole = strings.ReplaceAll(whole, own.thousands, "")
	decimals += strings.Repeat("0", digits(code)-len(decimals))
	minor, err := strconv.ParseInt(whole+decimals, 10, 64)
	if err != nil || minor > most {
		return Money{}, wording.Refuse("amount", "This is more than Holdfast keeps as one sum.")
	}
	if minor == 0 {
		return Money{}, wording.Refuse("amount", "An amount is more than nothing.")
	}
	return Money{minor, code}, nil
}

// Written is a sum as ReadAmount reads it in a language, without its currency.
func Written(m Money, l wording.Language) string {
	own, _ := mannerOf(l)
	return strings.Replace(m.Plain(), ".", own.point, 1)
}

// fits says whether a number is written in this manner: thousands in groups of
// three or not at all, and at most so many decimals.
func (m manner) fits(number string, decimals int) bool {
	whole, fraction, pointed := strings.Cut(number, m.point)
	if pointed && !figures(fraction, 1, decimals) {
		return false
	}
	groups := strings.Split(whole, m.thousands)
	if len(groups) == 1 {
		return figures(whole, 1, 12)
	}
	for _, group := range groups[1:] {
		if !figures(group, 3, 3) {
			return false
		}
	}
	return len(groups) <= 4 && figures(groups[0], 1, 3)
}

// figures says whether a text is so many figures and nothing else.
func figures(text string, least, most int) bool {
	return len(text) >= least && len(text) <= most && strings.Trim(text, "0123456789") == ""
}

// bare is the number without spaces around it and without the currency's own
// sign or code.
func bare(text, code string) string {
	text = strings.TrimSpace(strings.ReplaceAll(text, "\u00a0", " "))
	for _, sign := range signs(code) {
		if rest, ok := strings.CutPrefix(text, sign); ok {
			return strings.TrimSpace(rest)
		}
		if rest, ok := strings.CutSuffix(text, sign); ok {
			return strings.TrimSpace(rest)
		}
	}
	return text
}

// signs are how a currency is written: its code, its signs in our languages
// ("$", "US$"), and the plain one where it is one of the dollars or pesos.
func signs(code string) []string {
	all := []string{code}
	for _, l := range []wording.Language{wording.InEnglish, wording.InSpanish} {
		if sign, ok := currency.GetSymbol(code, currency.NewLocale(string(l))); ok {
			all = append(all, sign)
			if strings.HasSuffix(sign, "$") {
				all = append(all, "$")
			}
		}
	}
	slices.SortFunc(all, func(a, b string) int { return len(b) - len(a) })
	return slices.Compact(all)
}

var (
	clockTime  = regexp.MustCompile(`^([0-9]{1,3}):([0-5][0-9])$`)
	hoursTime  = regexp.MustCompile(`^([0-9]{1,3}) ?h ?([0-5]?[0-9])?( ?m(in)?)?$`)
	minuteTime = regexp.MustCompile(`^([0-9]{1,4}) ?min$`)
	halfTime   = regexp.MustCompile(`^([0-9]{1,3})([.,](25|5|50|75|0|00))?$`)
)

// ReadMinutes reads a length of time as somebody types it: "3", "1:30",
// "1 h 30", "1.5", "1,5", "90 min". It fails with a wording.Problem, and for
// more than a day.
func ReadMinutes(text string) (int, error) {
	text = strings.ToLower(strings.TrimSpace(text))
	number := func(digits string) int { n, _ := strconv.Atoi(digits); return n } // only digits come here
	minutes := 0
	if at := clockTime.FindStringSubmatch(text); at != nil {
		minutes = number(at[1])*60 + number(at[2])
	} else if at := hoursTime.FindStringSubmatch(text); at != nil {
		minutes = number(at[1])*60 + number(at[2])
	} else if at := minuteTime.FindStringSubmatch(text); at != nil {
		minutes = number(at[1])
	} else if at := halfTime.FindStringSubmatch(text); at != nil {
		minutes = number(at[1])*60 + number((at[3] + "00")[:2])*60/100
	} else {
		return 0, wording.Refuse("time", "This is not a length of time. Write it like 3, 1:30, 1 h 30 or 90 min.")
	}
	if minutes == 0 || minutes > longestDay {
		return 0, wording.Refuse("time", "A length of time is more than nothing and at most a day.")
	}
	return minutes, nil
}

// longestDay is a day in minutes.
const longestDay = 24 * 60

// Length writes minutes as hours and minutes, "1 h 30", in every language; ""
// for none.
func Length(minutes int) string {
	if minutes == 0 {
		return ""
	}
	return fmt.Sprintf("%d h %02d", minutes/60, minutes%60)
}
