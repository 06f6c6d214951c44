package backup

import (
	"testing"

	"pgregory.net/rapid"
)

func TestSizesTellLittle(t *testing.T) {
	for _, c := range []struct{ n, want int64 }{
		{0, smallest}, {1, smallest}, {smallest, smallest}, {smallest + 1, smallest + 32<<10},
		{1 << 20, 1 << 20}, {1<<20 + 1, 1<<20 + 128<<10}, {100_000_000, 96 << 20}, {1<<30 + 5, 9 << 27},
	} {
		if got := bucket(c.n); got != c.want {
			t.Errorf("bucket(%d) = %d, want %d", c.n, got, c.want)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.Int64Range(1, 1<<45).Draw(t, "n")
		b := bucket(n)
		if b < n || b > max(smallest, n+n/8+1) || bucket(b) != b || bucket(b+1) <= b {
			t.Fatalf("bucket(%d) = %d", n, b)
		}
		if below := bucketBelow(b + 1); below != b {
			t.Fatalf("below %d: %d", b+1, below)
		}
		if below := bucketBelow(b); below >= b || below > 0 && bucket(below) != below {
			t.Fatalf("below %d: %d", b, below)
		}
		if plainSize(sealedSize(n)) != n {
			t.Fatalf("the payload of %d bytes", n)
		}
	})
}
