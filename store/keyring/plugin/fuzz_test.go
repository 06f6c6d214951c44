package plugin

import (
	"bufio"
	"bytes"
	"slices"
	"testing"
)

func FuzzRead(f *testing.F) {
	for _, body := range [][]byte{nil, []byte("x"), bytes.Repeat([]byte("y"), 48), bytes.Repeat([]byte("z"), 100)} {
		var out bytes.Buffer
		if err := write(&out, body, "labels", "postquantum"); err != nil {
			f.Fatal(err)
		}
		f.Add(out.Bytes())
	}
	f.Add([]byte("-> \n\n"))
	f.Add([]byte("-> x\nAA\r\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		s, err := read(bufio.NewReaderSize(bytes.NewReader(data), mostLine))
		if err != nil {
			return
		}
		var out bytes.Buffer
		if err := write(&out, s.Body, slices.Concat([]string{s.Type}, s.Args)...); err != nil {
			t.Fatal(err)
		}
		if !bytes.HasPrefix(data, out.Bytes()) {
			t.Fatalf("%q is written as %q", data, out.Bytes())
		}
	})
}
