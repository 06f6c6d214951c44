//go:build linux

package main

import (
	"errors"
	"fmt"
	"io"
	"sync"
	"text/tabwriter"
)

// table is what was found, row by row. It may be filled from several
// goroutines.
type table struct {
	to    io.Writer
	mu    sync.Mutex
	rows  [][3]string
	hurts []string
	// above has everything that is noted here as well.
	above *table
}

// within is for what happens beside other things: it counts by itself.
func (t *table) within() *table { return &table{to: io.Discard, above: t} }

// mostHurts is how many harms are told one by one; each is counted.
const mostHurts = 20

// row adds a figure: in how many tries how many harms were found.
func (t *table) row(what string, tries, harms int, more string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.rows = append(t.rows, [3]string{what, fmt.Sprintf("%d of %d", harms, tries), more})
}

// skipped adds a part that this machine does not allow.
func (t *table) skipped(what string, why error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.rows = append(t.rows, [3]string{what, "not tried", why.Error()})
}

// hurt notes one harm, with what is needed to see it again.
func (t *table) hurt(format string, values ...any) {
	if t.above != nil {
		t.above.hurt(format, values...)
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	t.hurts = append(t.hurts, fmt.Sprintf(format, values...))
	if len(t.hurts) <= mostHurts {
		fmt.Fprintln(t.to, "HARM:", t.hurts[len(t.hurts)-1])
	}
}

func (t *table) harms() int {
	t.mu.Lock()
	defer t.mu.Unlock()
	return len(t.hurts)
}

func (t *table) note(format string, values ...any) {
	t.mu.Lock()
	defer t.mu.Unlock()
	fmt.Fprintf(t.to, format+"\n", values...)
}

// end prints the table. It fails with errHurt where there was any harm.
func (t *table) end() error {
	w := tabwriter.NewWriter(t.to, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "what was done\tharm\t")
	for _, r := range t.rows {
		fmt.Fprintf(w, "%s\t%s\t%s\n", r[0], r[1], r[2])
	}
	err := w.Flush()
	if len(t.hurts) > 0 {
		err = errors.Join(err, errHurt)
	}
	return err
}
