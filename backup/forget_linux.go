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
