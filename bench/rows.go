package main

import (
	"bufio"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"

	"holdfast/record"
)

// entry is one record that is measured: 1 KB of text, the same on both sides.
type entry struct {
	ID   record.ID `json:"id"`
	Body string    `json:"body"`
}

func entrySchema() record.Schema[entry] {
	return record.Schema[entry]{
		Collection: "bench", Version: 1,
		Key: func(e entry) record.Key { return record.Join(string(e.ID)) },
	}
}

// entries makes n records out of a seed: letters that hardly shrink, 1 KB each.
func entries(n int, seed uint64) []entry {
	const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 ."
	random := rand.New(rand.NewPCG(seed, 1))
	made := make([]entry, n)
	for i := range made {
		body := make([]byte, 1024)
		for j := range body {
			body[j] = letters[random.IntN(len(letters))]
		}
		id := fmt.Sprintf("%08x-%04x-4%03x-8%03x-%012x", random.Uint32(), random.Uint32N(1<<16),
			random.Uint32N(1<<12), random.Uint32N(1<<12), random.Uint64N(1<<48))
		made[i] = entry{ID: record.ID(id), Body: string(body)}
	}
	return made
}

// writeRows writes records as lines, "id TAB body".
func writeRows(path string, rows []entry) (err error) {
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	defer func() {
		if closed := file.Close(); err == nil {
			err = closed
		}
	}()
	out := bufio.NewWriter(file)
	for _, r := range rows {
		fmt.Fprintf(out, "%s\t%s\n", r.ID, r.Body)
	}
	return out.Flush()
}

// onDisk is what the files under a folder take.
func onDisk(dir string) (size, error) {
	var sum size
	err := filepath.WalkDir(dir, func(_ string, d os.DirEntry, err error) error {
		if err != nil || !d.Type().IsRegular() {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		sum += size(allocated(info))
		return nil
	})
	return sum, err
}
