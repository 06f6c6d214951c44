package contact_test

import (
	"testing"
	"time"

	"holdfast/contact"
)

func BenchmarkRightNow(b *testing.B) {
	s, p := wren(), contact.DefaultPolicy()
	at := time.Date(2026, 11, 21, 20, 20, 0, 0, time.UTC)
	for b.Loop() {
		contact.RightNow(s, at, p)
	}
}
