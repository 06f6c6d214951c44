package member_test

import (
	"testing"

	. "holdfast/member"
)

func BenchmarkValidating(b *testing.B) {
	m, today := whole(), day("2026-06-01")
	for b.Loop() {
		if err := m.Validate(today); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkListingTenThousand(b *testing.B) {
	people := make([]Member, 10_000)
	for i := range people {
		people[i] = whole()
		people[i].Name += string(rune('a' + i%26))
	}
	today := day("2026-06-01")
	for b.Loop() {
		Pick(people, Filter{Order: ByTermEnd}, today)
	}
}

func BenchmarkSayingTheLineUnderAName(b *testing.B) {
	m, today, es := whole(), day("2026-06-01"), spanish(b)
	for b.Loop() {
		es.Render(m.Summary(today))
	}
}
