package assessment

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"slices"
	"strconv"
	"unicode/utf8"

	"holdfast/record"
	"holdfast/wording"
)

// Bounds of a file that is read.
const (
	MaxFile  = 4 << 20 // bytes of an instrument or a response
	maxDepth = 32      // of objects and lists in each other
)

// object is a JSON object as it is taken apart: what is not taken is refused.
type object struct {
	r      *reading
	place  string
	fields map[string]any
	order  []string
}

// reading collects what is wrong with a file.
type reading struct{ problems problems }

// parse reads JSON into objects, lists ([]any), strings, json.Numbers, bools
// and nil. A field that stands twice in one object is refused.
func (r *reading) parse(data []byte, place string) (object, error) {
	if len(data) > MaxFile {
		return object{}, wording.Refuse("", "This file is larger than an instrument or a response ever is.")
	}
	notJSON := wording.Refuse("", "This is not JSON, or it is cut off.")
	if !utf8.Valid(data) {
		return object{}, notJSON
	}
	d := json.NewDecoder(bytes.NewReader(data))
	d.UseNumber()
	value, err := r.value(d, place, 0)
	if err != nil {
		return object{}, notJSON
	}
	o, ok := value.(object)
	if _, err := d.Token(); !errors.Is(err, io.EOF) || !ok {
		return object{}, notJSON
	}
	return o, nil
}

var errTooDeep = errors.New("too many objects in each other")

func (r *reading) value(d *json.Decoder, place string, depth int) (any, error) {
	token, err := d.Token()
	delim, opens := token.(json.Delim)
	if err != nil || !opens {
		return token, err
	}
	if depth > maxDepth {
		return nil, errTooDeep
	}
	if delim == '[' {
		list := []any{}
		for d.More() {
			v, err := r.value(d, place, depth+1)
			if err != nil {
				return nil, err
			}
			list = append(list, v)
		}
		_, err = d.Token()
		return list, err
	}
	o := object{r: r, place: place, fields: map[string]any{}}
	for d.More() {
		name, err := d.Token()
		if err != nil {
			return nil, err
		}
		v, err := r.value(d, place, depth+1)
		if err != nil {
			return nil, err
		}
		field := name.(string)
		if _, twice := o.fields[field]; twice {
			r.problems.add(wording.Refuse(place, "{place}: the field “{field}” stands there twice.", "place", place, "field", shortened(field)))
		}
		o.fields[field] = v
		o.order = append(o.order, field)
	}
	_, err = d.Token()
	return o, err
}

// at is the object, with its problems named at a place.
func (o object) at(place string) object { o.place = place; return o }

// take gives a field of a kind and counts it as read; without one, nothing.
func take[V any](o object, field string) (V, bool) {
	value, there := o.fields[field]
	delete(o.fields, field)
	v, right := value.(V)
	if there && !right {
		o.wrong(field)
	}
	return v, right
}

func (o object) text(field string) string { v, _ := take[string](o, field); return v }
func (o object) yes(field string) bool    { v, _ := take[bool](o, field); return v }
func (o object) list(field string) []any  { v, _ := take[[]any](o, field); return v }
func (o object) has(field string) bool    { _, there := o.fields[field]; return there }
func (o object) object(field string) object {
	v, ok := take[object](o, field)
	if !ok {
		v = object{r: o.r, fields: map[string]any{}}
	}
	return v.at(o.place)
}

// objects is a list of objects; what is none is refused.
func (o object) objects(field string) []object {
	var all []object
	for _, v := range o.list(field) {
		one, ok := v.(object)
		if !ok {
			o.wrong(field)
			continue
		}
		all = append(all, one.at(o.place))
	}
	return all
}

func (o object) number(field string) float64 {
	n, ok := take[json.Number](o, field)
	if !ok {
		return 0
	}
	f, err := strconv.ParseFloat(string(n), 64)
	if err != nil {
		o.wrong(field)
	}
	return f
}

func (o object) day(field string) record.Date {
	d, err := record.ParseDate(o.text(field))
	if err != nil {
		o.wrong(field)
	}
	return d
}

// want refuses where a field is anything but what it has to be.
func (o object) want(field, value string) {
	if o.text(field) != value {
		o.r.problems.add(wording.Refuse(o.place, "{place}: “{field}” has to be “{value}”.", "place", o.place, "field", field, "value", value))
	}
}

func (o object) wrong(field string) {
	o.r.problems.add(wording.Refuse(o.place, "{place}: “{field}” is not written as Holdfast reads it.", "place", o.place, "field", shortened(field)))
}

// done refuses what was not taken.
func (o object) done() {
	for _, field := range o.order {
		if o.has(field) {
			o.r.problems.add(wording.Refuse(o.place, "{place}: Holdfast does not know “{field}”.", "place", o.place, "field", shortened(field)))
			delete(o.fields, field)
		}
	}
}

// problems are what is wrong, as far as a person wants to read them at once.
type problems struct{ all []error }

const mostProblems = 40

func (p *problems) add(err error) {
	if err != nil && len(p.all) < mostProblems {
		p.all = append(p.all, err)
	}
}

func (p *problems) when(wrong bool, err error) {
	if wrong {
		p.add(err)
	}
}

func (p problems) err() error { return errors.Join(p.all...) }

// shortened keeps what somebody else wrote from filling a screen.
func shortened(text string) string {
	const most = 60
	if letters := []rune(text); len(letters) > most {
		return string(slices.Concat(letters[:most], []rune("…")))
	}
	return text
}
