package backup

import (
	"io"
	"math/bits"
)

// smallest is the size of the smallest backup.
const smallest = 256 << 10

// bucket is the size that n bytes are filled up to, so that the length of a
// file tells little of what is in it: every power of two is divided into
// eight. At most an eighth is added.
func bucket(n int64) int64 {
	if n <= smallest {
		return smallest
	}
	step := int64(1) << (bits.Len64(uint64(n-1)) - 4)
	return (n + step - 1) / step * step
}

// bucketBelow is the largest size that a backup of less than n bytes can have;
// 0 where there is none.
func bucketBelow(n int64) int64 {
	if n <= smallest {
		return 0
	}
	step := int64(1) << (bits.Len64(uint64(n-1)) - 4)
	return max(smallest, (n-1)/step*step)
}

// fill writes zeros up to the bucket of what was written.
func fill(w io.Writer, written int64) error {
	zeros := make([]byte, 64<<10)
	for left := bucket(written) - written; left > 0; {
		n, err := w.Write(zeros[:min(left, int64(len(zeros)))])
		if err != nil {
			return err
		}
		left -= int64(n)
	}
	return nil
}
