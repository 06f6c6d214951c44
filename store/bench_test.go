package store

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"holdfast/record"
)

// The board that is measured: ten thousand records of a kilobyte, each saved
// by an act of its own.
const (
	manyRecords = 10_000
	recordSize  = 1 << 10
)

// filled makes a vault with records that were saved one by one, without
// waiting for the disk each time, and closes it.
func filledVault(b testing.TB, place EnginePlace, records int) house {
	b.Helper()
	h, s := newHouse(b, Environment{Engine: place})
	random := rand.New(rand.NewPCG(1, 2))
	s.writer.Lock()
	for i := range records {
		value := make([]byte, recordSize/2)
		for j := range value {
			value[j] = byte(random.Uint32())
		}
		raw := fmt.Appendf(nil, "%x", value)
		key := record.Key(fmt.Sprintf("%08x/%d", i/5*7919, i))
		must(b, s.journal.add(content{form: formAct, at: s.env.Clock(), holder: s.Holder(), kind: "bench", changes: []change{
			{collection: "thing", key: key, value: raw},
		}}))
	}
	must(b, s.journal.flush())
	s.writer.Unlock()
	must(b, s.Close())
	if place == EngineDisk { // once, so that the engine gets its seal
		s, _ = h.reopen(b)
		must(b, s.Close())
	}
	return h
}

func places(b *testing.B, run func(b *testing.B, h house)) {
	for name, place := range map[string]EnginePlace{"memory": EngineMemory, "disk": EngineDisk} {
		b.Run(name, func(b *testing.B) { run(b, filledVault(b, place, manyRecords)) })
	}
}

// BenchmarkUnlock is everything but the hash of the passphrase.
func BenchmarkUnlock(b *testing.B) {
	places(b, func(b *testing.B, h house) {
		for b.Loop() {
			s, _ := h.reopen(b)
			b.StopTimer()
			must(b, s.Close())
			b.StartTimer()
		}
	})
}

// BenchmarkScan reads and decrypts every record.
func BenchmarkScan(b *testing.B) {
	places(b, func(b *testing.B, h house) {
		s, _ := h.reopen(b)
		for b.Loop() {
			n := 0
			must(b, s.View(func(tx *Tx) error {
				return tx.ScanRaw("thing", "", func(record.Key, []byte) error { n++; return nil })
			}))
			if n != manyRecords {
				b.Fatal(n)
			}
		}
		b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/manyRecords, "ns/record")
		must(b, s.Close())
	})
}

// BenchmarkSave is one durable save.
func BenchmarkSave(b *testing.B) {
	places(b, func(b *testing.B, h house) {
		s, _ := h.reopen(b)
		value := []byte(strings.Repeat("x", recordSize))
		i := 0
		for b.Loop() {
			i++
			must(b, s.Act("bench", func(tx *Tx) error {
				return tx.PutRaw("thing", record.Key("new/"+strconv.Itoa(i)), value)
			}))
		}
		must(b, s.Close())
	})
}

// BenchmarkRewrite writes everything anew.
func BenchmarkRewrite(b *testing.B) {
	places(b, func(b *testing.B, h house) {
		s, _ := h.reopen(b)
		for b.Loop() {
			must(b, s.Rewrite(b.Context(), Filter{}, nil))
		}
		must(b, s.Close())
	})
}

// BenchmarkLock is until every key is gone.
func BenchmarkLock(b *testing.B) {
	places(b, func(b *testing.B, h house) {
		var spent time.Duration
		const times = 20
		for b.Loop() {
			for range times {
				s, _ := h.reopen(b)
				begun := time.Now()
				s.Lock()
				spent += time.Since(begun)
				must(b, s.Close())
			}
		}
		b.ReportMetric(spent.Seconds()*1000/times/float64(b.N), "ms/lock")
	})
}

// BenchmarkSize is what lies on the disk, and what the process holds.
func BenchmarkSize(b *testing.B) {
	places(b, func(b *testing.B, h house) {
		for b.Loop() {
			s, _ := h.reopen(b)
			b.ReportMetric(float64(diskUse(b, h.dir))/(1<<20), "MB-open")
			b.ReportMetric(resident(), "MB-resident")
			must(b, s.Close())
			b.ReportMetric(float64(diskUse(b, h.dir))/(1<<20), "MB-closed")
		}
	})
	b.Run("new", func(b *testing.B) {
		h, s := newHouse(b, Environment{})
		must(b, s.Close())
		for b.Loop() {
			b.ReportMetric(float64(diskUse(b, h.dir))/(1<<20), "MB-closed")
		}
	})
}

func diskUse(b testing.TB, dir string) (bytes int64) {
	must(b, filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			info, statErr := d.Info()
			must(b, statErr)
			bytes += info.Size()
		}
		return err
	}))
	return bytes
}

// resident is the memory of this process in megabytes, 0 where it can't be
// known.
func resident() float64 {
	raw, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0
	}
	_, after, _ := strings.Cut(string(raw), "VmRSS:")
	kilobytes, _, _ := strings.Cut(strings.TrimSpace(after), " ")
	n, _ := strconv.Atoi(kilobytes)
	return float64(n) / 1024
}
