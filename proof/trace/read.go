package trace

import (
	"bufio"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
)

// Seen is what a program did.
type Seen struct {
	// Changed holds every path that was opened for writing, made, renamed or
	// removed, with the calls that did it.
	Changed map[string][]string
	// Written holds, for every path, what was written into it, in order.
	Written map[string][]byte
	// Sockets counts sockets by their family ("AF_UNIX").
	Sockets map[string]int
	// Connected are the addresses of the sockets, as strace writes them.
	Connected map[string]int
	// Started are the programs that were started, itself included.
	Started map[string]int
}

var (
	started  = regexp.MustCompile(`^(\d+) +(\w+)\((.*)$`)
	resumed  = regexp.MustCompile(`^(\d+) +<\.\.\. (\w+) resumed>(.*)$`)
	result   = regexp.MustCompile(`\) += (-?\d+)(?:<((?:[^>\\]|\\.)*)>)?`)
	quoted   = regexp.MustCompile(`"((?:[^"\\]|\\.)*)"`)
	onto     = regexp.MustCompile(`^\d+<((?:[^>\\]|\\.)*)>`)
	inFolder = regexp.MustCompile(`(?:AT_FDCWD|\d+)<((?:[^>\\]|\\.)*)>, "((?:[^"\\]|\\.)*)"`)
	writes   = regexp.MustCompile(`O_WRONLY|O_RDWR|O_CREAT|O_TRUNC`)
)

// Read reads what strace wrote. It fails only where out can't be read; lines
// that are no calls are passed over.
func Read(out io.Reader) (*Seen, error) {
	s := &Seen{
		Changed: map[string][]string{}, Written: map[string][]byte{},
		Sockets: map[string]int{}, Connected: map[string]int{}, Started: map[string]int{},
	}
	begun := map[string]string{} // a call of a thread that another one interrupted
	lines := bufio.NewReaderSize(out, 1<<20)
	for {
		line, err := lines.ReadString('\n')
		line = strings.TrimSuffix(line, "\n")
		if m := resumed.FindStringSubmatch(line); m != nil {
			line = begun[m[1]] + m[3]
			delete(begun, m[1])
		} else if before, cut := strings.CutSuffix(line, " <unfinished ...>"); cut {
			if m := started.FindStringSubmatch(before); m != nil {
				begun[m[1]] = before
			}
			line = ""
		}
		if m := started.FindStringSubmatch(line); m != nil {
			s.call(m[2], m[3])
		}
		if err == io.EOF {
			return s, nil
		} else if err != nil {
			return nil, fmt.Errorf("read a trace: %w", err)
		}
	}
}

// call notes one call that is whole.
func (s *Seen) call(name, rest string) {
	all := result.FindAllStringSubmatchIndex(rest, -1)
	if len(all) == 0 {
		return
	}
	last := all[len(all)-1] // a buffer may hold what looks like a result
	if rest[last[2]] == '-' {
		return
	}
	arguments, opened := rest[:last[0]], ""
	if last[4] >= 0 {
		opened = unescape(rest[last[4]:last[5]])
	}
	switch name {
	case "open", "openat", "openat2", "creat":
		if name == "creat" || writes.MatchString(afterPath(arguments)) {
			s.changed(opened, name)
		}
	case "write", "pwrite64", "writev", "pwritev", "pwritev2", "ftruncate", "sendfile", "copy_file_range":
		s.wrote(name, arguments)
	case "socket":
		family, _, _ := strings.Cut(arguments, ",")
		s.Sockets[family]++
	case "connect":
		_, address, _ := strings.Cut(arguments, ", ")
		s.Connected[address]++
	case "execve":
		if m := quoted.FindStringSubmatch(arguments); m != nil {
			s.Started[unescape(m[1])]++
		}
	default: // what makes, renames or removes names
		for _, path := range paths(arguments) {
			s.changed(path, name)
		}
	}
}

func (s *Seen) changed(path, by string) { s.Changed[path] = append(s.Changed[path], by) }

// wrote notes what was written; the descriptor is the first argument.
func (s *Seen) wrote(name, arguments string) {
	m := onto.FindStringSubmatch(arguments)
	if m == nil {
		return
	}
	path := unescape(m[1])
	if name == "ftruncate" {
		s.changed(path, name)
		return
	}
	for _, text := range quoted.FindAllStringSubmatch(arguments[len(m[0]):], -1) {
		s.Written[path] = append(s.Written[path], unescape(text[1])...)
	}
}

// afterPath is an argument list without what stands in quotes, so that a file
// called O_RDWR is no flag.
func afterPath(arguments string) string { return quoted.ReplaceAllString(arguments, "") }

// paths are the names in the arguments of a call, each from the root where
// its folder is known.
func paths(arguments string) []string {
	var found []string
	for _, m := range inFolder.FindAllStringSubmatch(arguments, -1) {
		name := unescape(m[2])
		if !strings.HasPrefix(name, "/") {
			name = unescape(m[1]) + "/" + name
		}
		found = append(found, name)
	}
	if found != nil {
		return found
	}
	for _, m := range quoted.FindAllStringSubmatch(arguments, -1) {
		found = append(found, unescape(m[1]))
	}
	return found
}

// unescape turns strace's writing of bytes (C, with octal) back into them.
func unescape(text string) string {
	if !strings.Contains(text, `\`) {
		return text
	}
	var out strings.Builder
	for i := 0; i < len(text); i++ {
		if text[i] != '\\' || i+1 == len(text) {
			out.WriteByte(text[i])
			continue
		}
		i++
		if at := strings.IndexByte("ntrvfab", text[i]); at >= 0 {
			out.WriteByte("\n\t\r\v\f\a\b"[at])
			continue
		}
		end := i
		for end < len(text) && end < i+3 && text[end] >= '0' && text[end] <= '7' {
			end++
		}
		if code, err := strconv.ParseUint(text[i:end], 8, 8); err == nil {
			out.WriteByte(byte(code))
			i = end - 1
			continue
		}
		out.WriteByte(text[i]) // a quote, a backslash, an angle bracket
	}
	return out.String()
}
