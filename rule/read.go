package rule

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// Read makes a book of shipped files, each a JSON object with a list of
// rules. It fails where a file holds anything else, where a rule is not valid,
// and where two rules of one ID hold on the same day.
func Read(files ...[]byte) (Book, error) {
	var b Book
	for _, file := range files {
		var in struct {
			Rules []Rule `json:"rules"`
		}
		strict := json.NewDecoder(bytes.NewReader(file))
		strict.DisallowUnknownFields()
		if err := strict.Decode(&in); err != nil {
			return Book{}, fmt.Errorf("read a file of rules: %w", err)
		}
		if _, err := strict.Token(); !errors.Is(err, io.EOF) {
			return Book{}, errors.New("read a file of rules: there is more in it than one JSON object")
		}
		for _, r := range in.Rules {
			if err := r.Validate(); err != nil {
				return Book{}, fmt.Errorf("read the rule %s: %w", r.ID, err)
			}
		}
		b.shipped = append(b.shipped, in.Rules...)
	}
	sortRules(b.shipped)
	for i := 1; i < len(b.shipped); i++ {
		before, after := b.shipped[i-1], b.shipped[i]
		if before.ID == after.ID && before.Holds(after.From) {
			return Book{}, fmt.Errorf("read the rule %s: two of them hold on %s", after.ID, after.From)
		}
	}
	return b, nil
}
