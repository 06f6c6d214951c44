package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"time"
)

// above is what stands over the table of the page, in words.
const above = `# Figures

Measured with ` + "`make bench`" + `, which anyone can run: both sides of a row in one
run, on one machine, so that the ratio says more than the figure. Times are the
median of several rounds. Where Holdfast is behind, it says MISSED.

`

// below says how to read it.
const below = `
The window is driven on a screen without a screen (Xvfb, with Mesa's software
OpenGL): on a computer with a graphics card both sides are faster. KeePassXC draws
without OpenGL; an empty Fyne window is what the toolkit alone takes. Both are
started as an ordinary person, in a login session that has a folder in memory: X
keeps nothing for root. The first start after a login compiles shaders and is slower; these are later ones. Memory
is what the process has for itself, 5 seconds after unlocking; the passphrase's
hash takes more for about a second, and that stands in a row of its own.

To repeat: ` + "`make bench`" + ` for all, ` + "`bin/bench -only window -rounds 7`" + ` for a part,
` + "`bin/bench -page doc/benchmarks.md`" + ` for this page.
`

// page is the whole page with the figures.
func (t *table) page(now time.Time, bin string) []byte {
	var out bytes.Buffer
	out.WriteString(above)
	for _, line := range append([]string{"Measured on " + now.Format("2 January 2006") + "."}, machine()...) {
		fmt.Fprintf(&out, "- %s\n", line)
	}
	for _, name := range []string{"holdfast", "holdfastctl"} {
		if info, err := os.Stat(filepath.Join(bin, name)); err == nil {
			fmt.Fprintf(&out, "- `%s` is %s.\n", name, size(info.Size()))
		}
	}
	out.WriteString("\n| Measured | Holdfast | other | ratio | goal | met |\n|---|---|---|---|---|---|\n")
	for _, r := range t.rows {
		what := strings.TrimLeft(r.what, " ")
		if what != r.what {
			what = "… " + what
		}
		fmt.Fprintf(&out, "| %s | %s | %s | %s | %s | %s |\n", what, r.ours, r.theirs, r.ratio, r.goal, r.met)
	}
	out.Write(growthPage(t.growth))
	out.WriteString(below)
	return out.Bytes()
}

// machine is what the figures were measured on and with.
func machine() []string {
	var lines []string
	found := func(path, pattern, says string) {
		raw, err := os.ReadFile(path)
		if err != nil {
			return
		}
		if m := regexp.MustCompile(pattern).FindSubmatch(raw); m != nil {
			lines = append(lines, fmt.Sprintf(says, m[1]))
		}
	}
	found("/proc/cpuinfo", `model name\s*: (.*)`, fmt.Sprintf("%d cores of %%s.", runtime.NumCPU()))
	found("/proc/meminfo", `MemTotal:\s*(\d+)\d{6} kB`, "%s GB of memory.")
	found("/etc/os-release", `PRETTY_NAME="(.*)"`, "%s.")
	found("/proc/version", `Linux version (\S+)`, "Linux %s.")
	lines = append(lines, runtime.Version()+".")
	for says, of := range map[string][]string{
		"KeePassXC %s.": {"keepassxc-cli", "--version"},
		"SQLCipher %s.": {"dpkg-query", "-W", "-f", "${Version}", "libsqlcipher0"},
	} {
		if out, err := exec.Command(of[0], of[1:]...).Output(); err == nil {
			lines = append(lines, fmt.Sprintf(says, strings.TrimSpace(string(out))))
		}
	}
	slices.Sort(lines)
	return lines
}
