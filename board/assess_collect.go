package board

import (
	"io"
	"os"
	"path/filepath"
	"strings"

	"holdfast/backup/packet"
	"holdfast/wording"
)

// mostAnswerFiles is how many files are taken out of a folder at once.
const mostAnswerFiles = 2000

// AnswerFiles are the files with answers that lie in a folder: all of those
// that end in .age, whatever is in them. It fails with a Problem where there
// are none.
func AnswerFiles(dir string) ([]AnswerFile, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	var all []AnswerFile
	for _, e := range entries {
		if !e.Type().IsRegular() || !strings.EqualFold(filepath.Ext(e.Name()), ".age") || len(all) == mostAnswerFiles {
			continue
		}
		data, err := readUpTo(filepath.Join(dir, e.Name()), packet.MaxFile)
		if err != nil {
			return nil, err
		}
		all = append(all, AnswerFile{Name: e.Name(), Data: data})
	}
	if len(all) == 0 {
		return nil, wording.Refuse("folder", "There are no files with answers in this folder. They end in .age.")
	}
	return all, nil
}

// ReadPacketFile reads a packet, or answers that were put aside, from the disk.
func ReadPacketFile(path string) ([]byte, error) { return readUpTo(path, packet.MaxFile) }

// readUpTo reads a file that is no longer than most; of a longer one it gives
// one byte more, which nothing accepts.
func readUpTo(path string, most int64) (data []byte, err error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer func() {
		if closed := f.Close(); err == nil {
			err = closed
		}
	}()
	return io.ReadAll(io.LimitReader(f, most+1))
}
