package assessment

import (
	"bytes"
	"encoding/json"
	"maps"
	"slices"

	"holdfast/wording"
)

// fields is a JSON object whose fields keep their order.
type fields []field

type field struct {
	name  string
	value any
}

// add puts a field at the end, unless its value is empty.
func (f *fields) add(name string, value any) {
	switch v := value.(type) {
	case string:
		if v == "" {
			return
		}
	case bool:
		if !v {
			return
		}
	case []fields:
		if len(v) == 0 {
			return
		}
	case fields:
		if len(v) == 0 {
			return
		}
	}
	*f = append(*f, field{name, value})
}

// MarshalJSON writes the fields in their order.
func (f fields) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	b.WriteByte('{')
	for i, one := range f {
		if i > 0 {
			b.WriteByte(',')
		}
		name, err := json.Marshal(one.name)
		if err != nil {
			return nil, err
		}
		value, err := json.Marshal(one.value)
		if err != nil {
			return nil, err
		}
		b.Write(name)
		b.WriteByte(':')
		b.Write(value)
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// indented is JSON as a file holds it.
func indented(f fields) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	err := e.Encode(f)
	return b.Bytes(), err
}

// words are a text and, on its underscored twin, its translations.
func (f *fields) words(name string, w Words, main wording.Language) {
	if len(w) == 0 {
		return
	}
	f.add(name, w[main])
	var others []fields
	for _, l := range otherLanguages(w, main) {
		others = append(others, fields{{"url", urlTranslation}, {"extension", []fields{
			{{"url", "lang"}, {"valueCode", string(l)}}, {{"url", "content"}, {"valueString", w[l]}}}}})
	}
	if len(others) > 0 {
		f.add("_"+name, fields{{"extension", others}})
	}
}

func otherLanguages(w Words, main wording.Language) []wording.Language {
	all := slices.Sorted(maps.Keys(w))
	return slices.DeleteFunc(all, func(l wording.Language) bool { return l == main })
}

// extensions are ours, in the order in which they are put there.
type extensions struct {
	main wording.Language
	all  []fields
}

// value puts an extension of a kind of value there, unless it is empty.
func (e *extensions) value(name, kind string, value any) {
	var f fields
	f.add("value"+kind, value)
	if len(f) > 0 {
		e.all = append(e.all, append(fields{{"url", urnExtension + name}}, f...))
	}
}

func (e *extensions) text(name string, w Words) {
	if len(w) == 0 {
		return
	}
	f := fields{{"url", urnExtension + name}}
	f.words("valueString", w, e.main)
	e.all = append(e.all, f)
}

func (e *extensions) sources(all []Source) {
	for _, s := range all {
		parts := []fields{{{"url", "title"}, {"valueString", s.Title}}}
		if s.Address != "" {
			parts = append(parts, fields{{"url", "address"}, {"valueUri", s.Address}})
		}
		if !s.Checked.IsZero() {
			parts = append(parts, fields{{"url", "checked"}, {"valueDate", s.Checked.String()}})
		}
		e.all = append(e.all, fields{{"url", urnExtension + "source"}, {"extension", parts}})
	}
}
