// Package report decides which figures about people may be shown, so that no
// figure, and no sum or difference of figures, is about fewer than five.
//
// People are in disjoint parts (members, staff; or the cells of a table). A
// figure is about one or more parts together: a mean, a count, a share. Shown
// beside each other, figures can be added and subtracted; Release chooses
// which of those wanted may be shown. Table is a table of counts with its
// totals, put through the same choice.
//
// Promises:
//   - no linear combination of released figures depends on the answers of
//     fewer than Least people and of nobody else;
//   - what is wanted first is kept first; the choice depends on sizes alone,
//     never on answers.
//
// What this can't hide: what everybody shares. A mean at the very end of a
// scale says how each one answered.
//
// Example:
//
//	// 9 people: 6 members, 3 staff. Everybody together, then each group.
//	shown := report.Release([]int{6, 3}, [][]int{{0, 1}, {0}, {1}})
//	// [true false false]: members beside everybody would tell of the 3.
package report
