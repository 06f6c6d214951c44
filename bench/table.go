package main

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"text/tabwriter"
	"time"
)

var errMissed = errors.New("not every goal was met")

// table is what was measured.
type table struct {
	rows   []row
	growth []grown
	missed int
}

// row is one line: what was measured, on both sides, and what was aimed at.
type row struct{ what, ours, theirs, ratio, goal, met string }

// against adds a figure that is compared: ours should be at most goal times
// theirs. A goal of 0 is only told.
func (t *table) against(what string, ours, theirs fmt.Stringer, ratio, goal float64) {
	r := row{what: what, ours: ours.String(), theirs: theirs.String(), ratio: fmt.Sprintf("%.2f", ratio)}
	if goal > 0 {
		r.goal = fmt.Sprintf("≤ %.2f", goal)
		r.met = t.judge(ratio <= goal)
	}
	t.rows = append(t.rows, r)
}

// about is against for what differs from itself by a share of it, up or down,
// from round to round: no more than that is no difference.
func (t *table) about(what string, ours, theirs fmt.Stringer, ratio, goal, spread float64) {
	t.rows = append(t.rows, row{what: what, ours: ours.String(), theirs: theirs.String(),
		ratio: fmt.Sprintf("%.2f", ratio), goal: fmt.Sprintf("≤ %.2f ± %.2f", goal, spread), met: t.judge(ratio <= goal+spread)})
}

// times adds two times and their ratio.
func (t *table) times(what string, ours, theirs time.Duration, goal float64) {
	t.against(what, short(ours), short(theirs), float64(ours)/float64(theirs), goal)
}

// within adds a figure that has a limit of its own.
func (t *table) within(what string, ours, limit fmt.Stringer, met bool) {
	t.rows = append(t.rows, row{what: what, ours: ours.String(), goal: "< " + limit.String(), met: t.judge(met)})
}

// told adds a figure without a goal.
func (t *table) told(what string, ours fmt.Stringer) {
	t.rows = append(t.rows, row{what: what, ours: ours.String()})
}

// failed adds what could not be measured.
func (t *table) failed(what string, err error) {
	t.missed++
	t.rows = append(t.rows, row{what: what, ours: "not measured: " + err.Error()})
}

func (t *table) judge(met bool) string {
	if met {
		return "yes"
	}
	t.missed++
	return "MISSED"
}

// print writes the table; it fails with errMissed where a goal was missed.
func (t *table) print(w io.Writer) error {
	out := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(out, "measured\tHoldfast\tother\tratio\tgoal\tmet")
	for _, r := range t.rows {
		fmt.Fprintf(out, "%s\t%s\t%s\t%s\t%s\t%s\n", r.what, r.ours, r.theirs, r.ratio, r.goal, r.met)
	}
	if len(t.growth) > 0 {
		fmt.Fprintln(out, "\nrecords of 1 KB\tunlock\tone save\tall read\tmemory\ton the disk")
	}
	for _, g := range t.growth {
		fmt.Fprintf(out, "%d\t%s\t%s\t%s\t%s\t%s\n", g.Records, short(g.Unlock), short(g.Save), short(g.Scan), g.Memory, g.Disk)
	}
	if err := out.Flush(); err != nil {
		return err
	}
	if t.missed > 0 {
		return errMissed
	}
	return nil
}

// short is a time with three figures.
type short time.Duration

func (s short) String() string {
	switch d := time.Duration(s); {
	case d < 10*time.Microsecond:
		return fmt.Sprintf("%.2f µs", float64(d)/1e3)
	case d < 10*time.Millisecond:
		return fmt.Sprintf("%.3f ms", float64(d)/1e6)
	default:
		return fmt.Sprintf("%.0f ms", float64(d)/1e6)
	}
}

// size is a number of bytes.
type size int64

func (s size) String() string { return fmt.Sprintf("%.1f MB", float64(s)/1e6) }

// share is a share of one core.
type share float64

func (s share) String() string { return fmt.Sprintf("%.2f %%", float64(s)*100) }

func median[T interface{ ~int64 | ~float64 }](of []T) T {
	sorted := slices.Sorted(slices.Values(of))
	if len(sorted) == 0 {
		return 0
	}
	return sorted[len(sorted)/2]
}

// percentile is the value under which that share of all lie, 0 to 1.
func percentile(of []time.Duration, share float64) time.Duration {
	sorted := slices.Sorted(slices.Values(of))
	if len(sorted) == 0 {
		return 0
	}
	return sorted[min(int(float64(len(sorted))*share), len(sorted)-1)]
}
