//go:build linux

package main

import (
	"bufio"
	"encoding/hex"
	"fmt"
	"io"
	"path"
	"regexp"
	"strconv"
	"strings"
)

// call is one thing that a program asked of the file system, and got.
type call struct {
	name string
	// path and to are what it is about, whole; to is where a rename leads.
	path, to string
	flags    string
	data     []byte
	number   int64 // where a write begins, or how long a file becomes
	file     string
	// begun is how many calls were over when it began.
	begun int
}

// recorded are the calls that strace is asked for.
const recorded = "openat,write,pwrite64,fsync,fdatasync,rename,renameat,renameat2,unlink,unlinkat,rmdir,mkdir,mkdirat,ftruncate," +
	"writev,pwritev,pwritev2,copy_file_range,sendfile,splice,fallocate,truncate,link,linkat,symlinkat,sync_file_range"

var (
	begunCall = regexp.MustCompile(`^(\d+) +(\w+)\((.*)$`)
	resumed   = regexp.MustCompile(`^(\d+) +<\.\.\. \w+ resumed>(.*)$`)
	answer    = regexp.MustCompile(`\) += (-?\d+)(?:<[^>]*>)?(?: .*)?$`)
	folderArg = regexp.MustCompile(`(?:AT_FDCWD|\d+)<([^>]*)>, "([^"]*)"`)
	fileArg   = regexp.MustCompile(`^(\d+)<([^>]*)>`)
	textArg   = regexp.MustCompile(`"([^"]*)"`)
)

// readRecording reads what strace wrote with -f -y -xx. Calls that failed are
// left out. It fails where a call is none that can be replayed.
func readRecording(from io.Reader) ([]call, error) {
	type unfinished struct {
		line  string
		begun int
	}
	var calls []call
	open := map[string]unfinished{}
	lines := bufio.NewReaderSize(from, 1<<20)
	for {
		line, err := lines.ReadString('\n')
		if err == io.EOF {
			return calls, nil
		} else if err != nil {
			return nil, err
		}
		line, begun := strings.TrimSuffix(line, "\n"), len(calls)
		if before, cut := strings.CutSuffix(line, " <unfinished ...>"); cut {
			thread, _, _ := strings.Cut(before, " ")
			open[thread] = unfinished{before, begun}
			continue
		}
		if m := resumed.FindStringSubmatch(line); m != nil {
			line, begun = open[m[1]].line+m[2], open[m[1]].begun
		}
		m := begunCall.FindStringSubmatch(line)
		if m == nil {
			continue
		}
		got := answer.FindStringSubmatchIndex(m[3])
		if got == nil || m[3][got[2]] == '-' {
			continue
		}
		result, err := strconv.ParseInt(m[3][got[2]:got[3]], 10, 64)
		if err != nil {
			return nil, err
		}
		c, err := understoodCall(m[2], m[3][:got[0]], result)
		if err != nil {
			return nil, err
		}
		c.begun = begun
		calls = append(calls, c)
	}
}

func understoodCall(name, arguments string, result int64) (call, error) {
	c := call{name: strings.TrimSuffix(name, "at"), number: result}
	switch name {
	case "openat", "mkdirat", "unlinkat", "renameat", "renameat2":
		var paths []string
		for _, m := range folderArg.FindAllStringSubmatch(arguments, -1) {
			paths = append(paths, inFolder(plain(m[1]), plain(m[2])))
		}
		if len(paths) == 0 {
			return c, fmt.Errorf("a call of %s without a path", name)
		}
		c.path, c.flags = paths[0], arguments[strings.LastIndexByte(arguments, '"'):]
		if strings.HasPrefix(name, "renameat") {
			c.name, c.to = "rename", paths[len(paths)-1]
		}
		return c, nil
	case "write", "pwrite64", "fsync", "fdatasync", "ftruncate":
		m := fileArg.FindStringSubmatch(arguments)
		if m == nil {
			return c, fmt.Errorf("a call of %s without a file", name)
		}
		c.file, c.path = m[1], plain(m[2])
		last := arguments[strings.LastIndexByte(arguments, ' ')+1:]
		switch name {
		case "write", "pwrite64":
			data, err := hex.DecodeString(strings.ReplaceAll(textArg.FindStringSubmatch(arguments)[1], `\x`, ""))
			if err != nil || int64(len(data)) < result {
				return c, fmt.Errorf("a write that was not recorded whole: %w", err)
			}
			c.data = data[:result]
			if name == "pwrite64" {
				c.number, err = strconv.ParseInt(last, 10, 64)
			}
			return c, err
		case "ftruncate":
			var err error
			c.number, err = strconv.ParseInt(last, 10, 64)
			return c, err
		}
		c.name = "fsync"
		return c, nil
	default:
		return c, fmt.Errorf("a call of %s, which can't be replayed", name)
	}
}

// plain is a text that strace wrote in hexadecimal.
func plain(text string) string {
	raw, err := hex.DecodeString(strings.ReplaceAll(strings.TrimSuffix(text, " (deleted)"), `\x`, ""))
	if err != nil {
		return text
	}
	return string(raw)
}

func inFolder(folder, name string) string {
	if path.IsAbs(name) {
		return path.Clean(name)
	}
	return path.Join(folder, name)
}
