package backup

import (
	"os"

	"golang.org/x/sys/unix"
)

// forget asks the system to read a file from the disk and not from memory: it
// is to be seen what the disk has.
func forget(file *os.File) {
	_ = unix.Fadvise(int(file.Fd()), 0, 0, unix.FADV_DONTNEED) // a wish; it may be refused
}

// hasten asks the system to begin writing part of a file to the disk. What lies
// further back is waited for: it must not pile up in memory.
func hasten(file *os.File, from, n int64) {
	fd := int(file.Fd())
	_ = unix.SyncFileRange(fd, from, n, unix.SYNC_FILE_RANGE_WRITE)
	if past := from - onItsWay; past >= 0 {
		_ = unix.SyncFileRange(fd, past, n, unix.SYNC_FILE_RANGE_WAIT_BEFORE)
	}
}
