package board_test

import (
	"bytes"
	"encoding/csv"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"holdfast/board"
	"holdfast/compensation"
	"holdfast/wording"
)

// office is the program with which a treasurer opens a table.
func office(t *testing.T) string {
	t.Helper()
	if testing.Short() {
		t.Skip("a program of its own is no matter of races")
	}
	program, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("LibreOffice is not installed, so nobody looked at the exports as a treasurer would; Debian calls it libreoffice-calc-nogui")
	}
	return program
}

// opened is what LibreOffice shows of files, cell by cell, in their order.
func opened(t *testing.T, program string, files ...string) [][][]string {
	t.Helper()
	out := t.TempDir()
	// Comma, quotes, UTF-8, every cell as it is shown and no formula as such.
	words := []string{"-env:UserInstallation=file://" + filepath.Join(t.TempDir(), "profile"), "--headless", "--norestore",
		"--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false", "--outdir", out}
	if filepath.Ext(files[0]) == ".csv" {
		words = append(words, "--infilter=CSV:44,34,76,1")
	}
	command := exec.Command(program, append(words, files...)...)
	command.Env = append(os.Environ(), "LANG=C.UTF-8")
	if said, err := command.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, said)
	}
	var all [][][]string
	for _, file := range files {
		data, err := os.ReadFile(filepath.Join(out, strings.TrimSuffix(filepath.Base(file), filepath.Ext(file))+".csv"))
		must(t, err)
		all = append(all, rowsIn(t, data))
	}
	return all
}

func rowsIn(t *testing.T, data []byte) [][]string {
	t.Helper()
	all, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(data, []byte("\ufeff")))).ReadAll()
	must(t, err)
	return all
}

// What a treasurer's LibreOffice shows of our tables is what the ledger says,
// figure by figure, and what looks like a formula is a text.
func TestLibreOfficeShowsTheSameFiguresAndRunsNoFormula(t *testing.T) {
	program, folder := office(t), t.TempDir()
	_, b, ids := paying(t, "=1+1 One", "=1+1 Two", "=1+1 Three")
	fund, err := b.Pay().SaveFund(compensation.Fund{Code: "=2+3", Name: "Grant", Source: compensation.Grant, Budget: dollars(100_000_000)})
	must(t, err)
	for n, cents := range []int64{7500, 8035, 10001} {
		agrees(t, b, ids[n], treasurer(), "")
		must(t, b.Pay().SavePayee(compensation.Payee{Member: ids[n], Reference: "=6*7"}))
		_, err := b.Pay().AddClaims(board.Claimed{Entry: compensation.Entry{Member: ids[n], Category: "speaking", Day: on(t, "2026-03-05"), Minutes: 80, Amount: dollars(cents)},
			Shares: []compensation.Share{{Fund: fund.ID, Weight: 1}}})
		must(t, err)
		_, err = b.Pay().Pay(compensation.Entry{Member: ids[n], Amount: dollars(cents), Method: compensation.Check, Day: on(t, "2026-03-19"), Reference: "@SUM(1+1)"}, false)
		must(t, err)
	}
	payments, err := b.Pay().Treasurer(on(t, "2026-01-01"), on(t, "2026-11-21"), wording.English())
	must(t, err)
	totals, err := b.Pay().YearEnd(2026, wording.English())
	must(t, err)
	var want [][][]string
	files := map[board.SheetForm][]string{}
	for name, e := range map[string]board.PayExport{"payments": payments, "totals": totals} {
		for _, form := range []board.SheetForm{board.SheetCSV, board.SheetXLSX} {
			data, err := board.Sheet(t.Context(), e.Out, form, nil)
			must(t, err)
			path := filepath.Join(folder, name+"."+string(form))
			must(t, os.WriteFile(path, data, 0o600))
			files[form] = append(files[form], path)
			if form == board.SheetCSV {
				want = append(want, rowsIn(t, data))
			}
		}
	}
	control := filepath.Join(folder, "control.csv")
	must(t, os.WriteFile(control, []byte("a,b\n=40+2,x\n"), 0o600))
	rows := opened(t, program, append(files[board.SheetCSV], control)...)
	if shown := rows[len(want)][1][0]; shown != "42" {
		t.Fatalf("a bare formula shows %q, so that nothing could be learned here", shown)
	}
	books := opened(t, program, files[board.SheetXLSX]...)
	for i, want := range want {
		if len(want) < 4 {
			t.Errorf("%s has %d rows", files[board.SheetCSV][i], len(want))
		}
		same(t, files[board.SheetCSV][i], rows[i], want)
		same(t, files[board.SheetXLSX][i], books[i], want)
	}
}

// same compares cells: figures by their value, all else by its letters. The
// mark that keeps a spreadsheet from computing may be shown or not.
func same(t *testing.T, what string, got, want [][]string) {
	t.Helper()
	if len(got) != len(want) {
		t.Errorf("%s: LibreOffice shows %d rows of %d", what, len(got), len(want))
		return
	}
	for i := range want {
		for j := range want[i] {
			shown := ""
			if j < len(got[i]) {
				shown = got[i][j]
			}
			x, err := strconv.ParseFloat(want[i][j], 64)
			y, err2 := strconv.ParseFloat(shown, 64)
			switch {
			case err == nil && err2 == nil && x == y:
			case strings.TrimPrefix(shown, "'") == strings.TrimPrefix(want[i][j], "'"):
			default:
				t.Errorf("%s: row %d, column %d shows %q, and the ledger says %q", what, i+1, j+1, shown, want[i][j])
			}
		}
	}
}
