package report

import (
	"math/bits"
	"slices"
)

// prime is 2⁶¹−1. Determinants of 0/1 matrices up to 34 by 34 are smaller
// (Hadamard's bound), so the rank of such a matrix modulo prime is its rank.
const prime = 1<<61 - 1

// matrix is rows of numbers modulo prime.
type matrix [][]uint64

// reduced is the matrix in reduced row echelon form.
func (m matrix) reduced() matrix {
	done := 0
	r := make(matrix, len(m))
	for i, row := range m {
		r[i] = slices.Clone(row)
	}
	for c := 0; len(r) > 0 && c < len(r[0]) && done < len(r); c++ {
		pivot := slices.IndexFunc(r[done:], func(row []uint64) bool { return row[c] != 0 })
		if pivot < 0 {
			continue
		}
		r[done], r[done+pivot] = r[done+pivot], r[done]
		scale(r[done], inverse(r[done][c]))
		for i := range r {
			if i != done && r[i][c] != 0 {
				subtract(r[i], r[done], r[i][c])
			}
		}
		done++
	}
	return r
}

// rest is what is left of a row once all rows of a basis are taken out of it,
// scaled to begin with 1; nil where nothing is. Each row of the basis is such
// a rest of those before it.
func (m matrix) rest(row []uint64) []uint64 {
	row = slices.Clone(row)
	for _, b := range m {
		if c := lead(b); row[c] != 0 {
			subtract(row, b, row[c])
		}
	}
	c := lead(row)
	if c < 0 {
		return nil
	}
	scale(row, inverse(row[c]))
	return row
}

// dual gives each column a vector: its coordinates in a basis of what is
// orthogonal to all rows.
func (m matrix) dual(columns int) matrix {
	reduced := m.reduced()
	vectors := make(matrix, columns)
	leads := make([]int, columns)
	for i := range leads {
		leads[i] = -1
	}
	for r, row := range reduced {
		if c := lead(row); c >= 0 {
			leads[c] = r
		}
	}
	for free := range columns {
		if leads[free] >= 0 {
			continue
		}
		for c := range columns {
			var x uint64
			switch {
			case c == free:
				x = 1
			case leads[c] >= 0:
				x = (prime - reduced[leads[c]][free]) % prime
			}
			vectors[c] = append(vectors[c], x)
		}
	}
	return vectors
}

// lead is the first column in which a row is not zero, or -1.
func lead(row []uint64) int {
	return slices.IndexFunc(row, func(x uint64) bool { return x != 0 })
}

func scale(row []uint64, by uint64) {
	for i := range row {
		row[i] = times(row[i], by)
	}
}

// subtract takes so many times the other row from a row.
func subtract(row, other []uint64, many uint64) {
	for i := range row {
		row[i] = (row[i] + prime - times(other[i], many)) % prime
	}
}

func times(a, b uint64) uint64 {
	high, low := bits.Mul64(a, b)
	// 2⁶¹ is 1, so what stands above the 61st bit is added to what is below.
	sum := low&prime + (high<<3 | low>>61)
	if sum >= prime {
		sum -= prime
	}
	return sum
}

// inverse is 1/a, by Fermat: a to the power of prime−2.
func inverse(a uint64) uint64 {
	result := uint64(1)
	for power := uint64(prime - 2); power > 0; power >>= 1 {
		if power&1 == 1 {
			result = times(result, a)
		}
		a = times(a, a)
	}
	return result
}
