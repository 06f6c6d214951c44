package backup

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"holdfast/record"
)

func TestRotationKeepsDaysWeeksAndMonths(t *testing.T) {
	for name, c := range map[string]struct {
		keep Keep
		made string // days of 2026, the newest first; ! was not verified
		want string // those that stay
	}{
		"nothing":                     {Keep{7, 4, 6}, "", ""},
		"a few":                       {Keep{7, 4, 6}, "11-21 11-20 11-19", "11-21 11-20 11-19"},
		"two of a day":                {Keep{2, 0, 0}, "11-21 11-21 11-20 11-19", "11-21 11-20"},
		"days that had none":          {Keep{2, 0, 0}, "11-21 11-02 10-30", "11-21 11-02"},
		"weeks begin on Monday":       {Keep{0, 2, 0}, "11-22 11-16 11-15 11-14", "11-22 11-15"},
		"months":                      {Keep{0, 0, 2}, "11-21 11-02 10-30 10-01 09-30", "11-21 10-30"},
		"each for itself":             {Keep{1, 2, 2}, "11-21 11-20 11-14 11-13 10-30 10-29", "11-21 11-14 10-30"},
		"none are asked for":          {Keep{}, "11-21 11-20", "11-21"},
		"the last that was verified":  {Keep{1, 0, 0}, "11-21! 11-20! 11-19 11-18", "11-21! 11-19"},
		"the newest is not verified":  {Keep{2, 0, 0}, "11-21! 11-20! 11-19", "11-21! 11-20! 11-19"},
		"none was ever verified":      {Keep{1, 0, 0}, "11-21! 11-20!", "11-21!"},
		"a month of days and 3 weeks": {Keep{3, 3, 0}, "11-21 11-20 11-19 11-18 11-13 11-12 11-06 10-30", "11-21 11-20 11-19 11-13 11-06"},
	} {
		var all []Kept
		words := strings.Fields(c.made)
		for _, w := range words {
			day, bad := strings.CutSuffix(w, "!")
			on, err := record.ParseDate("2026-" + day)
			must(t, err)
			all = append(all, Kept{On: on, Verified: !bad})
		}
		var stay []string
		for i, gone := range c.keep.Rotate(all) {
			if !gone {
				stay = append(stay, words[i])
			}
		}
		if got := strings.Join(stay, " "); got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
	}
}

func TestOnlyOldLeftoversAreSwept(t *testing.T) {
	dir, now := t.TempDir(), time.Date(2026, 11, 21, 12, 0, 0, 0, time.UTC)
	for name, days := range map[string]int{".holdfast-2026-11-18.age.new": -3, ".holdfast-2026-11-21.age.new": 0, "holdfast-2026-11-18.age": -3, ".photos.new": -3} {
		path := filepath.Join(dir, name)
		must(t, os.WriteFile(path, nil, 0o600))
		must(t, os.Chtimes(path, now, now.AddDate(0, 0, days)))
	}
	must(t, Sweep(dir, now.AddDate(0, 0, -1)))
	if names := left(t, dir); !slices.Equal(names, []string{".holdfast-2026-11-21.age.new", ".photos.new", "holdfast-2026-11-18.age"}) {
		t.Errorf("left: %v", names)
	}
}

func TestTheTimeLeftIsNotSaidTooEarly(t *testing.T) {
	for _, c := range []struct {
		took        time.Duration
		done, total int64
		want        time.Duration
	}{
		{500 * time.Millisecond, 10, 100, 0},
		{2 * time.Second, 0, 100, 0},
		{2 * time.Second, 20, 100, 8 * time.Second},
		{10 * time.Second, 100, 100, 0},
		{10 * time.Second, 50, 0, 0},
	} {
		if got := Left(c.took, c.done, c.total); got != c.want {
			t.Errorf("%+v: %v", c, got)
		}
	}
}
