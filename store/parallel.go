package store

import (
	"errors"
	"runtime"
	"sync"
)

// onAllCores calls work for every number below n, on all cores where n is
// large, and gives back the errors. After an error, the numbers that the same
// core would still have had are left out.
func onAllCores(n int, work func(i int) error) error {
	const few = 64 // starting goroutines costs more than so many boxes
	workers := min(runtime.GOMAXPROCS(0), n)
	if n < few {
		workers = min(1, n)
	}
	failed := make([]error, workers)
	var wait sync.WaitGroup
	for w := range workers {
		run := func() {
			for i := w; i < n && failed[w] == nil; i += workers {
				failed[w] = work(i)
			}
		}
		if workers == 1 {
			run()
		} else {
			wait.Go(run)
		}
	}
	wait.Wait()
	return errors.Join(failed...)
}
