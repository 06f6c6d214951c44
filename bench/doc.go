// Command bench measures Holdfast against what a coordinator could have had
// instead: SQLCipher for the records, KeePassXC for the window, an empty
// window for what a window costs at all.
//
// Every figure is taken in one run on one machine, the two sides in turn, and
// given as the median of several rounds; the ratio is what counts, since
// machines differ. A goal that is missed is printed as missed and makes the
// command end with 1. What could not be measured says why.
//
//	make bench
//	bin/bench -only store,search -rounds 11
package main
