//go:build unix

package main

import (
	"io/fs"
	"syscall"
)

// allocated is what a file takes on the disk: a file with holes takes less
// than its length.
func allocated(info fs.FileInfo) int64 {
	if stat, ok := info.Sys().(*syscall.Stat_t); ok {
		return max(stat.Blocks*512, 0)
	}
	return info.Size()
}
