package main

import (
	"bytes"
	"context"
	_ "embed"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

//go:embed sqlcipher/rows.c
var rowsProgram string

// sqlcipher is the other side of the store: the same rows in a database of
// Debian's SQLCipher.
type sqlcipher struct{ program, database string }

// newSQLCipher compiles the program and loads the rows.
func newSQLCipher(ctx context.Context, dir, rows string) (*sqlcipher, error) {
	q := &sqlcipher{program: filepath.Join(dir, "rows"), database: filepath.Join(dir, "rows.db")}
	source := q.program + ".c"
	if err := os.WriteFile(source, []byte(rowsProgram), 0o600); err != nil {
		return nil, err
	}
	if _, err := output(ctx, "cc", "-O2", "-o", q.program, source, "-lsqlcipher"); err != nil {
		return nil, err
	}
	_, err := output(ctx, q.program, "load", q.database, rows)
	return q, err
}

// scan reads every row and every byte, in a process of its own, and gives the
// time without the start of the process and the opening.
func (q *sqlcipher) scan(ctx context.Context) (time.Duration, error) {
	times, err := q.seconds(ctx, "scan", q.database)
	if err != nil {
		return 0, err
	}
	return times[0], nil
}

// save does n transactions of one row, and gives the time of each.
func (q *sqlcipher) save(ctx context.Context, n int, mode string) ([]time.Duration, error) {
	return q.seconds(ctx, "save", q.database+"-"+mode, strconv.Itoa(n), mode)
}

func (q *sqlcipher) seconds(ctx context.Context, args ...string) ([]time.Duration, error) {
	out, err := output(ctx, q.program, args...)
	if err != nil {
		return nil, err
	}
	var times []time.Duration
	for _, line := range strings.Fields(string(out)) {
		seconds, err := strconv.ParseFloat(line, 64)
		if err != nil {
			return nil, fmt.Errorf("read what SQLCipher took: %w", err)
		}
		times = append(times, time.Duration(seconds*float64(time.Second)))
	}
	if len(times) == 0 {
		return nil, fmt.Errorf("SQLCipher said nothing")
	}
	return times, nil
}

// output runs a program and gives what it prints.
func output(ctx context.Context, name string, args ...string) ([]byte, error) {
	command := exec.CommandContext(ctx, name, args...)
	var complaint bytes.Buffer
	command.Stderr = &complaint
	out, err := command.Output()
	if err != nil {
		return nil, fmt.Errorf("%s: %w %s", filepath.Base(name), err, strings.TrimSpace(complaint.String()))
	}
	return out, nil
}
