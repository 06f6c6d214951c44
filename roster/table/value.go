package table

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// cell makes a Cell of what stands between <c> and </c>, by its t attribute
// (ECMA-376 part 1, 18.18.11).
func (r *cellReader) cell() (Cell, error) {
	if r.kind == "inlineStr" {
		return r.inline.cell(), nil
	}
	if r.value == nil {
		if r.formula {
			return Cell{Fault: NoResult}, nil
		}
		return Cell{}, nil
	}
	raw := r.value.String()
	switch r.kind {
	case "s":
		n, err := strconv.Atoi(strings.TrimSpace(raw))
		if err != nil || n < 0 || n >= len(r.book.strings) {
			return Cell{}, errDamaged
		}
		return r.book.strings[n], nil
	case "str":
		return clean(unescape(raw)), nil
	case "b":
		return truth(strings.TrimSpace(raw))
	case "e":
		return Cell{Fault: SheetSays}, nil
	case "d":
		return isoDay(strings.TrimSpace(raw)), nil
	case "", "n":
		return r.number(strings.TrimSpace(raw))
	default:
		return Cell{}, errDamaged
	}
}

func truth(raw string) (Cell, error) {
	switch raw {
	case "1", "true":
		return Cell{Text: "TRUE", Kind: YesNo}, nil
	case "0", "false":
		return Cell{Text: "FALSE", Kind: YesNo}, nil
	}
	return Cell{}, errDamaged
}

// isoDay takes the day of "2024-03-05T00:00:00".
func isoDay(raw string) Cell {
	day, _, _ := strings.Cut(raw, "T")
	if _, err := parseISO(day); err != nil {
		return Cell{Fault: NoSuchDay}
	}
	return Cell{Text: day, Kind: Day}
}

// exact is the least whole number that a workbook no longer holds exactly as
// it was typed: it keeps 15 digits.
const exact = 1e15

func (r *cellReader) number(raw string) (Cell, error) {
	if raw == "" {
		if r.formula {
			return Cell{Fault: NoResult}, nil
		}
		return Cell{}, nil
	}
	n, err := strconv.ParseFloat(raw, 64)
	if err != nil || math.IsInf(n, 0) || math.IsNaN(n) || strings.Trim(raw, "0123456789.eE+-") != "" {
		return Cell{}, errDamaged
	}
	var f format
	if r.style >= 0 && r.style < len(r.book.formats) {
		f = r.book.formats[r.style]
	}
	whole := n == math.Trunc(n) && math.Abs(n) < exact
	switch {
	case f.day:
		day, err := r.book.days.Date(n)
		if err != nil {
			return Cell{Fault: NoSuchDay}, nil
		}
		return Cell{Text: day.String(), Kind: Day}, nil
	case f.clock && n >= 0 && n < 1:
		return Cell{Text: clockText(n)}, nil
	case whole && n >= 0:
		return Cell{Text: fmt.Sprintf("%0*d", f.width, int64(n)), Kind: Number}, nil
	case math.Abs(n) < exact:
		return Cell{Text: strconv.FormatFloat(n, 'f', -1, 64), Kind: Number}, nil
	default:
		return Cell{Text: raw, Kind: Number}, nil
	}
}
