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

// hasten asks the system to begin writing part of a file to the disk. What came
// before that is waited for: it must not pile up in memory.
func hasten(file *os.File, from, n int64) {
	fd := int(file.Fd())
	_ = unix.SyncFileRange(fd, from, n, unix.SYNC_FILE_RANGE_WRITE)
	_ = unix.SyncFileRange(fd, max(0, from-n), min(from, n), unix.SYNC_FILE_RANGE_WAIT_BEFORE|unix.SYNC_FILE_RANGE_WRITE)
}
