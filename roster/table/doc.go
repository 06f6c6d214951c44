// Package table reads a spreadsheet file (CSV or XLSX) into rows of cells, and
// writes one, and knows nothing of what they mean.
//
// A Table is a header and rows; each row knows the line of the file that it
// came from, each cell its text and whether the file held it as text, number,
// day or yes/no. What a file leaves open is found and said (Source): the
// encoding, the separator, the sheet, the line of the header. Each can be
// set (Options), and reading again gives another Table.
//
// Promises:
//   - text stays text: "0412 345 678" keeps its zero, "+1" its plus, and a
//     number is never rewritten in the manner of a spreadsheet program;
//   - formulas are not evaluated: the result that was saved counts, and where
//     there is none the cell is at Fault;
//   - a damaged file is refused as a whole; no row is lost without a word;
//   - whatever the file is, memory and time stay bounded (Max…), nothing is
//     unpacked to the disk, and cancelling the context ends the reading;
//   - no error holds anything of what the file says;
//   - what goes out (Out) has no formula in it, whatever its texts look like,
//     says nothing about who made it, and lies in memory alone.
//
// XLSX is read here, with the standard library, and not by a spreadsheet
// library: doc/decisions/0007-own-xlsx-reader.md has the reasons and figures.
//
// Example:
//
//	t, err := table.ReadFile(ctx, path, table.Options{})
//	for _, row := range t.Rows {
//		fmt.Println(row.Line, row.Cells[0].Text)
//	}
package table
