package wording

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"holdfast/record"
)

// Language is one that the program speaks: "en" or "es" (BCP 47).
type Language string

// The languages that the program is complete in.
const (
	InEnglish Language = "en"
	InSpanish Language = "es"
)

// Book is one language: its sentences and how it writes days and lists. It
// does not change once made and may be shared.
type Book struct {
	language  Language
	sentences map[string]string
	names     names
}

// names are the words for days and the little words between things.
type names struct {
	months, weekdays []string
	date             string // places {d} {month} {y}
	dayMonth         string // places {d} {month}
	and              string
}

// English is the book of the sentences as they stand in the code.
func English() *Book {
	return &Book{language: InEnglish, names: names{
		months: []string{"January", "February", "March", "April", "May", "June", "July",
			"August", "September", "October", "November", "December"},
		weekdays: []string{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"},
		date:     "{d} {month} {y}",
		dayMonth: "{d} {month}",
		and:      "and",
	}}
}

// Spanish is the book made of the given files, each a JSON object from an
// English sentence to its translation. It fails where a file is not such an
// object or where two files translate one sentence differently.
func Spanish(files ...[]byte) (*Book, error) {
	book := &Book{language: InSpanish, sentences: map[string]string{}, names: names{
		months: []string{"enero", "febrero", "marzo", "abril", "mayo", "junio", "julio",
			"agosto", "septiembre", "octubre", "noviembre", "diciembre"},
		weekdays: []string{"domingo", "lunes", "martes", "miércoles", "jueves", "viernes", "sábado"},
		date:     "{d} de {month} de {y}",
		dayMonth: "{d} de {month}",
		and:      "y",
	}}
	for _, file := range files {
		var part map[string]string
		if err := json.Unmarshal(file, &part); err != nil {
			return nil, fmt.Errorf("read a file of translations: %w", err)
		}
		for english, spanish := range part {
			if before, ok := book.sentences[english]; ok && before != spanish {
				return nil, fmt.Errorf("read a file of translations: %q is translated twice", english)
			}
			book.sentences[english] = spanish
		}
	}
	return book, nil
}

// Language says which language this is.
func (b *Book) Language() Language { return b.language }

// Has says whether the book has a translation of an English sentence; the
// English book has them all.
func (b *Book) Has(english string) bool {
	_, ok := b.sentences[english]
	return ok || b.language == InEnglish
}

// Render puts a Text into the language.
func (b *Book) Render(t Text) string {
	sentence, ok := b.sentences[t.English]
	if !ok || sentence == "" {
		sentence = t.English
	}
	return fill(sentence, func(name string) (string, bool) {
		v, ok := t.Values[name]
		return b.value(v), ok
	})
}

// Say is Render of T(english, pairs...).
func (b *Book) Say(english string, pairs ...any) string { return b.Render(T(english, pairs...)) }

// Count is Render of N(n, one, many, pairs...).
func (b *Book) Count(n int, one, many string, pairs ...any) string {
	return b.Render(N(n, one, many, pairs...))
}

// All are texts in the language; those that say nothing are left out.
func (b *Book) All(texts []Text) []string {
	var said []string
	for _, t := range texts {
		if text := b.Render(t); text != "" {
			said = append(said, text)
		}
	}
	return said
}

// Capital is a text whose first letter is a capital one.
func Capital(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	if size == 0 {
		return ""
	}
	return string(unicode.ToUpper(first)) + s[size:]
}

// Error is the sentence of err: translated where it is a Problem or holds
// one, in English otherwise.
func (b *Book) Error(err error) string {
	if problems := Problems(err); len(problems) > 0 {
		said := make([]string, len(problems))
		for i, p := range problems {
			said[i] = b.Render(p.What)
		}
		return strings.Join(said, "\n")
	}
	return b.Say(err.Error())
}

// Date writes a day in full: "22 November 2026". The zero Date is "—".
func (b *Book) Date(d record.Date) string {
	if d.IsZero() {
		return "—"
	}
	return b.dated(b.names.date, d)
}

// DayMonth writes a day without its year: "22 November".
func (b *Book) DayMonth(d record.Date) string {
	if d.IsZero() {
		return "—"
	}
	return b.dated(b.names.dayMonth, d)
}

// Brief writes a day for a narrow column, as one word that no line breaks:
// "22 Nov 2026".
func (b *Book) Brief(d record.Date) string {
	if d.IsZero() {
		return "—"
	}
	return fmt.Sprintf("%d\u00a0%s\u00a0%d", d.Day, b.Month(d.Month)[:3], d.Year) // the first letters of a month are plain ones
}

func (b *Book) dated(form string, d record.Date) string {
	return fill(form, func(name string) (string, bool) {
		switch name {
		case "d":
			return strconv.Itoa(d.Day), true
		case "month":
			return b.Month(d.Month), true
		default:
			return strconv.Itoa(d.Year), name == "y"
		}
	})
}

// Month is the name of a month, January to December.
func (b *Book) Month(m time.Month) string { return b.names.months[((int(m)-1)%12+12)%12] }

// Weekday is the name of a day of the week.
func (b *Book) Weekday(d time.Weekday) string { return b.names.weekdays[(int(d)%7+7)%7] }

// Time writes a time of day on the 24-hour clock: "14:20".
func (b *Book) Time(t time.Time) string { return t.Format("15:04") }

// Number writes a whole number with its thousands apart: 1,204 or 1.204.
func (b *Book) Number(n int) string {
	mark := ","
	if b.language == InSpanish {
		mark = "."
	}
	digits := strconv.Itoa(n)
	sign := ""
	if n < 0 {
		sign, digits = "−", digits[1:]
	}
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + mark + digits[i:]
	}
	return sign + digits
}

func (b *Book) list(things List) string {
	said := make([]string, len(things))
	for i, thing := range things {
		said[i] = b.value(thing)
	}
	switch len(said) {
	case 0:
		return ""
	case 1:
		return said[0]
	}
	last := len(said) - 1
	and := b.names.and
	if b.language == InSpanish && soundsLikeI(said[last]) {
		and = "e"
	}
	return strings.Join(said[:last], ", ") + " " + and + " " + said[last]
}

// soundsLikeI says whether Spanish "y" becomes "e" before a word: where it
// begins with the sound of i, but not of ie ("agua y hielo").
func soundsLikeI(word string) bool {
	w := strings.TrimPrefix(strings.ToLower(word), "h")
	return (strings.HasPrefix(w, "i") || strings.HasPrefix(w, "í")) && !strings.HasPrefix(w, "ie")
}
