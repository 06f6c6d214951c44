package roster

import (
	"context"

	"holdfast/roster/table"
)

// Table is what a spreadsheet holds; see package table.
type Table = table.Table

// Column is one column of a Table.
type Column = table.Column

// Options say how to read a file; the zero Options find everything out.
type Options = table.Options

// ReadFile reads the spreadsheet at path, with the column names that this
// package knows to find the header by. It fails as table.ReadFile does.
func ReadFile(ctx context.Context, path string, o Options) (*Table, error) {
	o.Known = knownHeader
	return table.ReadFile(ctx, path, o)
}

// Read reads the bytes of a spreadsheet; otherwise it is ReadFile.
func Read(ctx context.Context, data []byte, o Options) (*Table, error) {
	o.Known = knownHeader
	return table.Read(ctx, data, o)
}

// knownHeader says whether a text reads like the name of a column of a list of
// people, whether or not it is one that is brought in.
func knownHeader(text string) bool {
	if _, ok := recognise(text); ok {
		return true
	}
	return concern(text).kept
}
