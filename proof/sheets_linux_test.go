//go:build proof && linux

package proof

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// office is the program with which a treasurer opens a table.
func office(t *testing.T) string {
	t.Helper()
	for _, name := range []string{"soffice", "libreoffice"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	t.Skip("LibreOffice is not installed, so nobody looked at the exports as a treasurer would; Debian calls it libreoffice-calc-nogui")
	return ""
}

// opened is what LibreOffice shows of a file, cell by cell.
func opened(t *testing.T, program, file string) [][]string {
	t.Helper()
	out := t.TempDir()
	// Comma, quotes, UTF-8, every cell as it is shown and no formula as such.
	command := exec.Command(program, "-env:UserInstallation=file://"+filepath.Join(t.TempDir(), "profile"), "--headless", "--norestore",
		"--infilter=CSV:44,34,76,1", "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false", "--outdir", out, file)
	if filepath.Ext(file) == ".xlsx" {
		command.Args = append(command.Args[:4:4], command.Args[5:]...)
	}
	command.Env = append(os.Environ(), "LANG=C.UTF-8")
	if said, err := command.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, said)
	}
	name := strings.TrimSuffix(filepath.Base(file), filepath.Ext(file)) + ".csv"
	return rows(t, filepath.Join(out, name))
}

func rows(t *testing.T, path string) [][]string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	all, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(data, []byte("\ufeff")))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// What a treasurer's LibreOffice shows of our tables is what the ledger says,
// figure by figure, and what looks like a formula is a text.
func TestLibreOfficeShowsTheSameFiguresAndRunsNoFormula(t *testing.T) {
	program := office(t)
	p := newPlace(t)
	file := func(name, text string) string {
		path := filepath.Join(p.papers, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	if shown := opened(t, program, file("control.csv", "a,b\n=40+2,x\n")); shown[1][0] != "42" {
		t.Fatalf("a bare formula shows %q, so that nothing could be learned here", shown[1][0])
	}
	p.ctl("create", p.vault, "--time-zone", "America/Chicago")
	for name, cents := range map[string]int{"One": 7500, "Two": 8035, "Three": 10001} {
		p.ctl("member", "add", p.vault, "--set", file("person.json", `{"name": "=1+1 `+name+`", "stages": [{"stage": "active", "on": "2025-01-01"}]}`))
		id := p.member("=1+1 " + name)
		p.ctl("consent", "give", p.vault, id, "--purpose", "payment_data", "--to", "Treasurer", "--never-a-condition", "--copy", "declined")
		p.ctl("pay", "payee", p.vault, id, "--set", file("payee.json", `{"reference": "=6*7"}`))
		p.ctl("pay", "work", p.vault, id, "speaking", "--amount", fmt.Sprintf("%d.%02d", cents/100, cents%100), "--time", "1:20", "--on", "2026-03-05", "--fund", p.fund(file))
		p.ctl("pay", "paid", p.vault, id, fmt.Sprintf("%d.%02d", cents/100, cents%100), "--by", "check", "--on", "2026-03-19", "--reference", "@SUM(1+1)")
	}
	for name, words := range map[string][]string{
		"payments": {"pay", "export", p.vault, "--from", "2026-01-01", "--to", "2026-12-31"},
		"totals":   {"pay", "year-end", p.vault, "2026"},
	} {
		plain := filepath.Join(p.papers, name+".csv")
		p.ctl(append(words, "--plaintext", "--out", plain)...)
		p.ctl(append(words, "--plaintext", "--out", filepath.Join(p.papers, name+".xlsx"))...)
		want := rows(t, plain)
		if len(want) < 4 {
			t.Fatalf("%s has %d rows", name, len(want))
		}
		for _, ending := range []string{".csv", ".xlsx"} {
			same(t, name+ending, opened(t, program, filepath.Join(p.papers, name+ending)), want)
		}
	}
}

// fund is a fund whose code is a formula.
func (p *place) fund(file func(name, text string) string) string {
	p.t.Helper()
	p.ctl("pay", "funds", p.vault, "--set", file("fund.json", `{"code": "=2+3", "name": "Grant", "source": "grant", "budget": {"minor": 100000000, "currency": "USD"}}`))
	return "=2+3"
}

// member is the identifier of somebody.
func (p *place) member(name string) string {
	p.t.Helper()
	for line := range strings.Lines(p.ctl("members", p.vault)) {
		if strings.Contains(line, name) {
			return strings.Fields(line)[0]
		}
	}
	p.t.Fatalf("%q is not on the list", name)
	return ""
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
