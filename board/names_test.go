package board

import "testing"

func TestEveryInventedPersonHasAnotherName(t *testing.T) {
	seen := map[string]int{}
	for n := range MostDemoPeople {
		name := demoName(n)
		if before, twice := seen[name]; twice {
			t.Fatalf("%d and %d are both called %s", before, n, name)
		}
		seen[name] = n
	}
	for n, want := range map[int]string{0: "Wren", 1: "Heron", 60: "Wren Alder", 60*41 + 2: "Lark Alder II"} {
		if got := demoName(n); got != want {
			t.Errorf("%d is called %s, want %s", n, got, want)
		}
	}
}

func TestRomanNumbers(t *testing.T) {
	for n, want := range map[int]string{1: "I", 4: "IV", 9: "IX", 14: "XIV", 40: "XL", 90: "XC", 449: "CDXLIX", 1994: "MCMXCIV"} {
		if got := roman(n); got != want {
			t.Errorf("%d is %s, want %s", n, got, want)
		}
	}
}
