// Command bill writes down what is inside a built program: a bill of materials
// as CycloneDX (SBOM) and the licences of everything in it.
//
// It reads what the Go linker left in the program, so it lists what was linked
// and nothing else; the licences come from the module cache of the machine
// that built it. A module without a licence file is an error: nothing ships
// whose terms nobody has read.
//
// Example:
//
//	go run ./packaging/bill -sbom dist/holdfast.cdx.json -licences dist/LICENSES.txt bin/holdfast bin/holdfastctl
package main

import (
	"debug/buildinfo"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime/debug"
	"slices"
	"strings"

	"holdfast/release"
)

func main() {
	sbom := flag.String("sbom", "", "where the bill goes")
	licences := flag.String("licences", "", "where the licences go")
	flag.Parse()
	if err := write(*sbom, *licences, flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "bill:", err)
		os.Exit(1)
	}
}

func write(sbom, licences string, programs []string) error {
	modules, goVersion, err := linked(programs)
	if err != nil {
		return err
	}
	raw, err := json.MarshalIndent(billOf(modules, goVersion), "", "  ")
	if err != nil {
		return err
	}
	text, err := terms(modules)
	if err != nil {
		return err
	}
	return errors.Join(os.WriteFile(sbom, append(raw, '\n'), 0o644), os.WriteFile(licences, []byte(text), 0o644))
}

// linked are the modules in any of the programs, sorted, each once.
func linked(programs []string) (modules []*debug.Module, goVersion string, err error) {
	for _, path := range programs {
		info, err := buildinfo.ReadFile(path)
		if err != nil {
			return nil, "", err
		}
		goVersion = strings.TrimPrefix(info.GoVersion, "go")
		for _, m := range info.Deps {
			if m.Replace != nil {
				return nil, "", fmt.Errorf("%s is replaced by %s, which nobody else has", m.Path, m.Replace.Path)
			}
			modules = append(modules, m)
		}
	}
	slices.SortFunc(modules, func(a, b *debug.Module) int { return strings.Compare(a.Path, b.Path) })
	return slices.CompactFunc(modules, func(a, b *debug.Module) bool { return a.Path == b.Path }), goVersion, nil
}

// bill is the part of CycloneDX 1.6 (ECMA-424) that is used. It has no time
// and no number by chance, so that the same programs give the same bill.
type bill struct {
	Format     string      `json:"bomFormat"`
	Spec       string      `json:"specVersion"`
	Version    int         `json:"version"`
	Metadata   metadata    `json:"metadata"`
	Components []component `json:"components"`
}

type metadata struct {
	Component component `json:"component"`
}

type component struct {
	Type    string `json:"type"`
	Ref     string `json:"bom-ref"`
	Name    string `json:"name"`
	Version string `json:"version"`
	URL     string `json:"purl"`
}

func billOf(modules []*debug.Module, goVersion string) bill {
	b := bill{Format: "CycloneDX", Spec: "1.6", Version: 1,
		Metadata: metadata{component{"application", "holdfast", "holdfast", release.Version, "pkg:generic/holdfast@" + release.Version}}}
	std := "pkg:golang/std@" + goVersion
	b.Components = append(b.Components, component{"library", std, "std", goVersion, std})
	for _, m := range modules {
		url := "pkg:golang/" + m.Path + "@" + m.Version
		b.Components = append(b.Components, component{"library", url, m.Path, m.Version, url})
	}
	return b
}

var termsFile = regexp.MustCompile(`(?i)^(licen[cs]e|copying|notice|patents|unlicense)([-.].*)?$`)

// terms are the licence files of every module and of Go itself.
func terms(modules []*debug.Module) (string, error) {
	root, err := goSays("env", "GOROOT")
	if err != nil {
		return "", err
	}
	text, err := termsIn("The Go standard library", root)
	if err != nil {
		return "", err
	}
	for _, m := range modules {
		dir, err := goSays("list", "-m", "-f", "{{.Dir}}", m.Path)
		if err != nil {
			return "", err
		}
		one, err := termsIn(m.Path+" "+m.Version, dir)
		if err != nil {
			return "", err
		}
		text += one
	}
	return text, nil
}

func termsIn(name, dir string) (string, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return "", err
	}
	text := strings.Repeat("=", 72) + "\n" + name + "\n" + strings.Repeat("=", 72) + "\n\n"
	found := false
	for _, e := range entries {
		if !e.Type().IsRegular() || !termsFile.MatchString(e.Name()) {
			continue
		}
		raw, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			return "", err
		}
		text += strings.TrimSpace(string(raw)) + "\n\n"
		found = true
	}
	if !found {
		return "", fmt.Errorf("%s has no licence file", name)
	}
	return text, nil
}

func goSays(words ...string) (string, error) {
	out, err := exec.Command("go", words...).Output()
	if err != nil {
		return "", fmt.Errorf("go %s: %w", words[0], err)
	}
	return strings.TrimSpace(string(out)), nil
}
