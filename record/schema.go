package record

import (
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
)

// Upgrade turns the JSON of one version of a record into that of the next.
type Upgrade func(old map[string]json.RawMessage) (map[string]json.RawMessage, error)

// Schema describes one kind of record.
type Schema[V any] struct {
	// Collection is the kind's name on disk, lower case, never changed.
	Collection string
	// Version is what this program writes; the first is 1.
	Version int
	// Key is where a value lies.
	Key func(V) Key
	// Upgrades holds, under n, the step from version n to n+1.
	Upgrades map[int]Upgrade
}

type envelope struct {
	Version int                        `json:"v"`
	Data    map[string]json.RawMessage `json:"d"`
}

// Encode writes a value as a versioned JSON object. Where former is the
// record as it lay there before, fields in it that this program does not know
// are kept. It fails with ErrNewer where former is of a newer version.
func (s Schema[V]) Encode(value V, former []byte) ([]byte, error) {
	raw, err := json.Marshal(value)
	if err != nil {
		return nil, fmt.Errorf("write a record of %s: %w", s.Collection, err)
	}
	out := envelope{Version: s.Version}
	if err := json.Unmarshal(raw, &out.Data); err != nil {
		return nil, fmt.Errorf("write a record of %s: %w", s.Collection, err)
	}
	if former != nil {
		data, err := s.upgraded(former)
		if err != nil {
			return nil, err
		}
		known := fieldNames(reflect.TypeFor[V]())
		for name, v := range data {
			if !known[name] {
				out.Data[name] = v
			}
		}
	}
	return json.Marshal(out)
}

// Decode reads what Encode wrote, by this program or an older one. It fails
// with ErrNewer for a record of a newer version and with ErrDamaged where the
// bytes make no sense.
func (s Schema[V]) Decode(raw []byte) (V, error) {
	// One pass for what this program wrote itself: a scan of the whole vault
	// spends most of its time here.
	var now struct {
		Version int `json:"v"`
		Data    *V  `json:"d"` // nil where there is none: it is no empty record
	}
	if err := json.Unmarshal(raw, &now); err == nil && now.Version == s.Version && now.Data != nil {
		return *now.Data, nil
	}
	var value V
	data, err := s.upgraded(raw)
	if err != nil {
		return value, err
	}
	upgraded, err := json.Marshal(data)
	if err == nil {
		err = json.Unmarshal(upgraded, &value)
	}
	if err != nil {
		return value, fmt.Errorf("%w: a record of %s", ErrDamaged, s.Collection)
	}
	return value, nil
}

func (s Schema[V]) upgraded(raw []byte) (map[string]json.RawMessage, error) {
	var in envelope
	if err := json.Unmarshal(raw, &in); err != nil || in.Version < 1 || in.Data == nil {
		return nil, fmt.Errorf("%w: a record of %s", ErrDamaged, s.Collection)
	}
	if in.Version > s.Version {
		return nil, fmt.Errorf("%w: a record of %s", ErrNewer, s.Collection)
	}
	for v := in.Version; v < s.Version; v++ {
		step, ok := s.Upgrades[v]
		if !ok {
			return nil, fmt.Errorf("%w: no way from version %d of %s", ErrDamaged, v, s.Collection)
		}
		next, err := step(in.Data)
		if err != nil {
			return nil, fmt.Errorf("bring a record of %s up from version %d: %w", s.Collection, v, err)
		}
		in.Data = next
	}
	return in.Data, nil
}

// fieldNames are the JSON names that a struct type reads and writes,
// embedded structs included.
func fieldNames(t reflect.Type) map[string]bool {
	names := map[string]bool{}
	if t.Kind() != reflect.Struct {
		return names
	}
	for _, f := range reflect.VisibleFields(t) {
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		if name == "" {
			name = f.Name
		}
		if f.IsExported() && name != "-" {
			names[name] = true
		}
	}
	return names
}
