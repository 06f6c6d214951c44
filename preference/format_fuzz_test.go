package preference

import (
	"reflect"
	"testing"
)

// What is read is always in range, and writing it gives the same again.
func FuzzAFileNeverGivesASettingOutOfRange(f *testing.F) {
	for _, seed := range []string{
		`{"version":1}`,
		`{"version":1,"window":{"width":1100,"height":760},"theme":"dark","text_size":200,"language":"es","reduced_motion":true,"title":"Notes"}`,
		`{"version":1,"anchors":[{"vault":"8f14e45f-ceea-467f-9575-6b1d2f8a0c11","sealed":"AQID"}]}`,
		`{"version":1,"anchors":[{"vault":"x","sealed":"AQID"},null]}`,
		`{"version":1,"text_size":-5,"theme":null}`,
		`{"version":99,"theme":[]}`,
		`{"version":1,"unknown":0}`, `{`, ``, "\x00\x00",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		got := parse(data)
		if err := got.settings.Validate(); err != nil {
			t.Fatalf("read a setting that is not one: %v", err)
		}
		for _, a := range got.anchors {
			if !a.valid() {
				t.Fatal("read an anchor that is none")
			}
		}
		if got.newer {
			return
		}
		written, err := got.encode()
		if err != nil {
			t.Fatal(err)
		}
		again := parse(written)
		if len(again.notices) != 0 || again.settings != got.settings || !reflect.DeepEqual(again.anchors, got.anchors) {
			t.Fatalf("%s was read differently the second time", written)
		}
	})
}
