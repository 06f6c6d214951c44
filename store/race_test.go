package store

import (
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"testing"

	"holdfast/record"
	"holdfast/record/recordtest"
)

func TestEverybodyAtOnceSeesWholeActs(t *testing.T) {
	t.Parallel()
	for _, place := range []EnginePlace{EngineMemory, EngineDisk} {
		h, s := newHouse(t, Environment{Engine: place, Clock: clockOf()})
		must(t, s.Close())
		s, _ = h.reopen(t)
		var stop atomic.Bool
		var all sync.WaitGroup
		var saved atomic.Int64
		fine := func(err error) {
			if err != nil && !errors.Is(err, ErrLocked) {
				t.Error(err)
			}
		}
		for w := range 2 { // both records of a pair change together
			all.Go(func() {
				for i := 0; !stop.Load(); i++ {
					err := s.Act("pair", func(tx *Tx) error {
						in := In(tx, recordtest.SampleSchema())
						name := fmt.Sprint(i % 5)
						on := record.Date{Year: 2000 + i%7000, Month: 1, Day: 1 + w}
						return errors.Join(
							in.Put(recordtest.Sample{Owner: "left", Name: name, On: on}),
							in.Put(recordtest.Sample{Owner: "right", Name: name, On: on}))
					})
					fine(err)
					if err == nil {
						saved.Add(1)
					}
				}
			})
		}
		for range 3 {
			all.Go(func() {
				for !stop.Load() {
					fine(s.View(func(tx *Tx) error {
						pairs := map[string]record.Date{}
						return In(tx, recordtest.SampleSchema()).Scan("", func(v recordtest.Sample) error {
							if on, ok := pairs[v.Name]; ok && on != v.On {
								return errors.New("half an act was seen")
							}
							pairs[v.Name] = v.On
							return nil
						})
					}))
				}
			})
		}
		all.Go(func() {
			for n := 0; !stop.Load(); n++ {
				_, err := s.Versions("", "left")
				fine(err)
				fine(s.SaveDraft([]byte(fmt.Sprint("draft ", n))))
				_, err = s.Keyholders()
				fine(err)
			}
		})
		for range 3 {
			fine(s.Rewrite(t.Context(), Filter{}, nil))
		}
		s.Lock()
		stop.Store(true)
		all.Wait()
		must(t, s.Close())
		s, report := h.reopen(t)
		if n := report.Notices(); len(n) > 0 {
			t.Errorf("%v", n)
		}
		acts := int64(0)
		must(t, s.Journal(timeZero, func(a Act) error {
			if a.Kind == "pair" {
				acts++
			}
			return nil
		}))
		if acts < saved.Load() {
			t.Errorf("%d acts acknowledged, %d kept", saved.Load(), acts)
		}
		must(t, s.Close())
	}
}
