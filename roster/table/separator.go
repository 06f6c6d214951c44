package table

import (
	"encoding/csv"
	"strings"
)

// sniffSeparator chooses the separator that cuts the first records into the
// most even rows. A line "sep=;" at the beginning, as Excel writes it,
// decides.
func sniffSeparator(text string) Separator {
	if s, ok := statedSeparator(text); ok {
		return s
	}
	best, most := Comma, 0
	for _, s := range Separators() {
		if score := evenness(text, s); score > most {
			best, most = s, score
		}
	}
	return best
}

// statedSeparator reads a first line such as "sep=;".
func statedSeparator(text string) (Separator, bool) {
	line, _, _ := strings.Cut(text, "\n")
	stated, ok := strings.CutPrefix(strings.Trim(line, "\r\" "), "sep=")
	switch {
	case !ok:
		return "", false
	case stated == ";" || stated == ",":
		return Separator(stated), true
	default:
		return Tab, strings.TrimSpace(stated) == ""
	}
}

// evenness is how many of the first records have the commonest number of
// cells, weighed by that number. One cell in a record is no sign of anything.
func evenness(text string, s Separator) int {
	reader := csv.NewReader(strings.NewReader(text))
	reader.Comma = s.rune()
	reader.FieldsPerRecord = -1
	reader.LazyQuotes = true
	reader.ReuseRecord = true
	widths := map[int]int{}
	for range 60 {
		record, err := reader.Read()
		if err != nil {
			break
		}
		widths[len(record)]++
	}
	best := 0
	for width, n := range widths {
		if width > 1 {
			best = max(best, n*100+width)
		}
	}
	return best
}
