package memory

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
	"syscall"
)

// Needle is something to look for.
type Needle struct {
	Name  string
	Bytes []byte
}

// chunk is how much is read at once.
const chunk = 4 << 20

// Count counts how often each needle lies in the memory of a process, by the
// names of the needles. Stop the process first, or what moves may be missed.
// It fails where the memory can't be read: another person's process, or one
// that forbids it and the caller is not root.
func Count(pid int, needles []Needle) (map[string]int, error) {
	memory, err := os.Open(fmt.Sprintf("/proc/%d/mem", pid))
	if err != nil {
		return nil, fmt.Errorf("look into a process: %w", err)
	}
	defer func() { _ = memory.Close() }()
	found := map[string]int{}
	longest := 1
	for _, n := range needles {
		if len(n.Bytes) < 8 {
			return nil, fmt.Errorf("look for %s: too short to mean anything", n.Name)
		}
		found[n.Name], longest = 0, max(longest, len(n.Bytes))
	}
	areas, err := mapped(pid)
	if err != nil {
		return nil, err
	}
	looked := int64(0)
	for _, a := range areas {
		n, err := a.count(memory, needles, longest, found)
		if err != nil {
			return nil, err
		}
		looked += n
	}
	if looked == 0 {
		return nil, errors.New("look into a process: nothing could be read")
	}
	return found, nil
}

// area is a stretch of memory, from its first byte to the one after its last.
type area struct{ from, to int64 }

// mapped are the areas of a process that hold memory.
func mapped(pid int) ([]area, error) {
	file, err := os.Open(fmt.Sprintf("/proc/%d/maps", pid))
	if err != nil {
		return nil, fmt.Errorf("look into a process: %w", err)
	}
	defer func() { _ = file.Close() }()
	var areas []area
	lines := bufio.NewScanner(file)
	for lines.Scan() {
		fields := strings.Fields(lines.Text())
		if len(fields) < 2 {
			continue
		}
		first, last, _ := strings.Cut(fields[0], "-")
		from, err := strconv.ParseUint(first, 16, 64)
		if err != nil {
			return nil, fmt.Errorf("read where memory lies: %w", err)
		}
		to, err := strconv.ParseUint(last, 16, 64)
		if err != nil {
			return nil, fmt.Errorf("read where memory lies: %w", err)
		}
		if to>>63 != 0 { // the kernel's own page for fast calls
			continue
		}
		areas = append(areas, area{int64(from), int64(to)})
	}
	return areas, lines.Err()
}

// count adds what lies in one area. Pages that were never touched read as
// zeros; what can't be read at all (a device, the kernel's clock) is left out.
func (a area) count(memory io.ReaderAt, needles []Needle, longest int, found map[string]int) (looked int64, err error) {
	buffer := make([]byte, chunk+longest-1)
	kept := 0 // the end of the piece before, so that nothing falls between two
	for at := a.from; at < a.to; {
		n, err := memory.ReadAt(buffer[kept:kept+int(min(int64(chunk), a.to-at))], at)
		if n == 0 {
			if errors.Is(err, syscall.EIO) || errors.Is(err, syscall.EFAULT) || errors.Is(err, io.EOF) || err == nil {
				return looked, nil
			}
			return looked, fmt.Errorf("look into a process: %w", err)
		}
		piece := buffer[:kept+n]
		for _, needle := range needles {
			// The kept end is too short to hold a whole needle again.
			from := max(0, kept-len(needle.Bytes)+1)
			found[needle.Name] += bytes.Count(piece[from:], needle.Bytes)
		}
		looked += int64(n)
		at += int64(n)
		kept = min(longest-1, len(piece))
		copy(buffer, piece[len(piece)-kept:])
	}
	return looked, nil
}
