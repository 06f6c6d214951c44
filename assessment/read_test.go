package assessment

import (
	"os"
	"testing"
)

func shipped(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile("../assets/instruments/" + name + ".json")
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestTry(t *testing.T) {
	in, err := ReadInstrument(shipped(t, "meeting-check-in"))
	if err != nil {
		t.Fatal(err)
	}
	raw, err := in.Write()
	if err != nil {
		t.Fatal(err)
	}
	again, err := ReadInstrument(raw)
	if err != nil {
		t.Fatal(err)
	}
	if again.Fingerprint() != in.Fingerprint() {
		t.Error("!")
	}
	os.Stdout.Write(raw)
}
