package member_test

import "testing"

func BenchmarkValidating(b *testing.B) {
	m, today := whole(), day("2026-06-01")
	for b.Loop() {
		if err := m.Validate(today); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkSayingTheLineUnderAName(b *testing.B) {
	m, today, es := whole(), day("2026-06-01"), spanish(b)
	for b.Loop() {
		es.Render(m.Summary(today))
	}
}
