package rule

import (
	"encoding/json"
	"math/big"
	"regexp"
	"strconv"
	"strings"

	"holdfast/wording"
)

// Number is a decimal number as it was written ("72.5"), at least 0. The zero
// Number says that there is none.
type Number string

var numberForm = regexp.MustCompile(`^(0|[1-9][0-9]{0,11})(\.[0-9]{1,6})?$`)

// ParseNumber reads a number with a point before its decimals and nothing else
// in it. The empty text is no number. It fails with a wording.Problem.
func ParseNumber(text string) (Number, error) {
	if text != "" && !numberForm.MatchString(text) {
		return "", wording.Refuse("value", "A number here is written like 2000 or 72.5, without signs, spaces or commas.")
	}
	return Number(text), nil
}

// Known says whether there is a number.
func (n Number) Known() bool { return n != "" }

// Rat is the exact value; 0 where there is none.
func (n Number) Rat() *big.Rat {
	value, ok := new(big.Rat).SetString(string(n))
	if !ok {
		return new(big.Rat)
	}
	return value
}

// Int is the value where it is whole.
func (n Number) Int() (value int, whole bool) {
	digits, rest, _ := strings.Cut(string(n), ".")
	value, err := strconv.Atoi(digits)
	return value, err == nil && strings.Trim(rest, "0") == ""
}

// UnmarshalJSON reads what ParseNumber takes, as a JSON string.
func (n *Number) UnmarshalJSON(raw []byte) error {
	var text string
	if err := json.Unmarshal(raw, &text); err != nil {
		return err
	}
	parsed, err := ParseNumber(text)
	*n = parsed
	return err
}
