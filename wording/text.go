package wording

import (
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"holdfast/record"
)

// Text is a sentence that is not in a language yet. The zero Text is empty.
type Text struct {
	// English is the sentence with its {named} places.
	English string
	// Values holds what goes into the places, under their names. A value may
	// be a string, a number, a record.Date, a time.Weekday, a Clock, another
	// Text, a List, or Spoken.
	Values map[string]any
}

// Spoken is a value that knows how a language writes it, such as a sum of
// money.
type Spoken interface{ In(Language) string }

// Clock is a time of day in minutes after midnight, 0 to 1440 (24:00).
type Clock int

// Brief is a day written for a narrow column: "22 Nov 2026", as one word.
type Brief record.Date

// List is a number of things named one after the other ("a, b and c").
type List []any

// T makes a Text of an English sentence and pairs of a place's name and its
// value. An odd number of pairs is a mistake of the program and panics.
func T(english string, pairs ...any) Text {
	if len(pairs)%2 != 0 {
		panic("wording: a place without a value in " + english)
	}
	t := Text{English: english}
	for i := 0; i < len(pairs); i += 2 {
		if t.Values == nil {
			t.Values = make(map[string]any, len(pairs)/2)
		}
		t.Values[pairs[i].(string)] = pairs[i+1]
	}
	return t
}

// N chooses between the words for one and the words for many by n, which is
// also the value of the place {n}.
func N(n int, one, many string, pairs ...any) Text {
	sentence := many
	if n == 1 {
		sentence = one
	}
	return T(sentence, append([]any{"n", n}, pairs...)...)
}

// IsZero says whether there is nothing to say.
func (t Text) IsZero() bool { return t.English == "" }

// String is the sentence in English.
func (t Text) String() string { return English().Render(t) }

// MarshalJSON writes the English sentence, filled in.
func (t Text) MarshalJSON() ([]byte, error) { return json.Marshal(t.String()) }

// fill puts values into the places of a sentence, once and from left to
// right, so that braces inside a value stay as they are.
func fill(sentence string, value func(name string) (string, bool)) string {
	if !strings.Contains(sentence, "{") {
		return sentence
	}
	var out strings.Builder
	for {
		before, rest, found := strings.Cut(sentence, "{")
		out.WriteString(before)
		if !found {
			return out.String()
		}
		name, after, closed := strings.Cut(rest, "}")
		text, known := value(name)
		if !closed || !known {
			out.WriteString("{")
			sentence = rest
			continue
		}
		out.WriteString(text)
		sentence = after
	}
}

func (b *Book) value(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case Text:
		return b.Render(v)
	case record.Date:
		return b.Date(v)
	case Brief:
		return b.Brief(record.Date(v))
	case time.Weekday:
		return b.Weekday(v)
	case time.Month:
		return b.Month(v)
	case Clock:
		return fmt.Sprintf("%02d:%02d", int(v)/60, int(v)%60)
	case List:
		return b.list(v)
	case int:
		return b.Number(v)
	case Spoken:
		return v.In(b.language)
	default:
		return fmt.Sprint(v)
	}
}
