package board

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
	"unicode"

	"holdfast/compensation"
	"holdfast/contact"
	"holdfast/find"
	"holdfast/member"
	"holdfast/record"
)

// names are what people are called, folded, each as words with a space
// around every one.
type names struct {
	// whole are names as they are written out, parts their single words of
	// three letters and more.
	whole, parts []string
}

// shortestPart is the least of a name that is looked for alone.
const shortestPart = 3

func (n *names) add(name string) {
	words := folded(name)
	if strings.TrimSpace(words) == "" {
		return // it would be found in every text that is empty
	}
	n.addWhole(name)
	for word := range strings.FieldsSeq(words) {
		if len([]rune(word)) >= shortestPart {
			n.parts = append(n.parts, " "+word+" ")
		}
	}
}

// addWhole is add for a name whose single words say nothing about anybody.
func (n *names) addWhole(name string) {
	if words := folded(name); strings.TrimSpace(words) != "" {
		n.whole = append(n.whole, words)
	}
}

// learn adds what a record of somebody's own says that they are called: by the
// board, on the telephone, and on a payment. The last is often the name that
// nobody else here uses, and the one that must not be left behind.
func (n *names) learn(collection string, raw []byte) error {
	switch collection {
	case member.Schema().Collection:
		m, err := member.Schema().Decode(raw)
		n.add(m.Name)
		n.add(m.SpokenName)
		return err
	case contact.Schema().Collection:
		s, err := contact.Schema().Decode(raw)
		n.add(s.Name)
		return err
	case compensation.PayeeSchema().Collection:
		p, err := compensation.PayeeSchema().Decode(raw)
		n.add(p.Name)
		n.addWhole(p.Business)
		return err
	}
	return nil
}

// folded is a text as its words in small letters without accents, with a
// space before and after each; what is somebody's names them.
func folded(text string) string {
	between := func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }
	words := strings.FieldsFunc(text, func(r rune) bool { return between(r) && !unicode.IsMark(r) && r != '’' && r != '\'' })
	for i := range words {
		for _, owns := range []string{"’s", "'s", "’S", "'S"} {
			words[i] = strings.TrimSuffix(words[i], owns)
		}
	}
	return " " + strings.Join(strings.FieldsFunc(find.Fold(strings.Join(words, " ")), between), " ") + " "
}

// in says whether a record names one of them in full.
func (n names) in(raw []byte) bool { return len(n.whole) > 0 && anyText(raw, n.whole) }

// hinted says whether a record has any word of their names in it.
func (n names) hinted(raw []byte) bool {
	return n.in(raw) || len(n.parts) > 0 && anyText(raw, n.parts)
}

func anyText(raw []byte, wanted []string) bool {
	found := false
	v, ok := parsed(raw)
	if !ok {
		return false
	}
	eachText(v, func(text string) {
		words := folded(text)
		found = found || slices.ContainsFunc(wanted, func(w string) bool { return strings.Contains(words, w) })
	})
	return found
}

// parsed reads a record without knowing its kind.
func parsed(raw []byte) (any, bool) {
	var v any
	in := json.NewDecoder(bytes.NewReader(raw))
	in.UseNumber()
	return v, in.Decode(&v) == nil
}

func eachText(v any, each func(string)) {
	switch v := v.(type) {
	case string:
		each(v)
	case []any:
		for _, item := range v {
			eachText(item, each)
		}
	case map[string]any:
		for name, item := range v {
			each(name)
			eachText(item, each)
		}
	}
}

// withoutID is a record without everything in it that stands for a person:
// fields and entries of a list that are the person's number, or a key that
// begins with it.
func withoutID(raw []byte, id record.ID) []byte {
	v, ok := parsed(raw)
	if !ok {
		return raw
	}
	about := func(v any) bool {
		text, is := v.(string)
		return is && record.Key(text).Under(record.Key(id))
	}
	var clean func(any) any
	clean = func(v any) any {
		switch v := v.(type) {
		case []any:
			v = slices.DeleteFunc(v, about)
			for i := range v {
				v[i] = clean(v[i])
			}
			return v
		case map[string]any:
			for name, item := range v {
				if about(name) || about(item) {
					delete(v, name)
					continue
				}
				v[name] = clean(item)
			}
		}
		return v
	}
	return rewritten(clean(v), raw)
}

// withoutFields is a record with some of its fields gone; "custom.ID" is one
// of the board's own.
func withoutFields(raw []byte, fields []string) []byte {
	if len(fields) == 0 {
		return raw
	}
	v, ok := parsed(raw)
	if !ok {
		return raw
	}
	envelope, _ := v.(map[string]any)
	data, _ := envelope["d"].(map[string]any)
	for _, field := range fields {
		inside := data
		for {
			outer, inner, deeper := strings.Cut(field, ".")
			if !deeper {
				break
			}
			inside, _ = inside[outer].(map[string]any)
			field = inner
		}
		delete(inside, field)
	}
	return rewritten(v, raw)
}

// rewritten is a changed record as bytes.
func rewritten(v any, raw []byte) []byte {
	out, err := json.Marshal(v)
	if err != nil {
		return raw
	}
	return out
}
