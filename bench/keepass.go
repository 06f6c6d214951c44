package main

import (
	"bufio"
	"context"
	"encoding/base64"
	"encoding/xml"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// keepass is the other side of unlocking: databases of Debian's KeePassXC that
// differ in their entries only. Made without a wish for the time of hardening,
// they are hardened alike.
type keepass struct{ dir, empty string }

// newKeePass makes the database without entries.
func newKeePass(ctx context.Context, dir string) (k *keepass, err error) {
	k = &keepass{dir: dir}
	k.empty, err = k.filled(ctx, nil)
	return k, err
}

// filled is a database with one entry a row: a title and 1 KB of notes.
func (k *keepass) filled(ctx context.Context, rows []entry) (string, error) {
	list := filepath.Join(k.dir, fmt.Sprintf("%d.xml", len(rows)))
	if err := k.write(list, rows); err != nil {
		return "", err
	}
	database := filepath.Join(k.dir, fmt.Sprintf("%d.kdbx", len(rows)))
	_, err := keepassxc(ctx, passphrase+"\n"+passphrase+"\n", "import", "-q", "-p", list, database)
	return database, err
}

// beyond is how much longer these rows take to open than none: the program's
// start and the hash are in both.
func (k *keepass) beyond(ctx context.Context, rows []entry, rounds int) (time.Duration, error) {
	full, err := k.filled(ctx, rows)
	if err != nil {
		return 0, err
	}
	var none, all []time.Duration
	for range rounds {
		for file, times := range map[string]*[]time.Duration{k.empty: &none, full: &all} {
			begin := time.Now()
			if _, err := keepassxc(ctx, passphrase+"\n", "db-info", "-q", file); err != nil {
				return 0, err
			}
			*times = append(*times, time.Since(begin))
		}
	}
	return max(median(all)-median(none), 0), nil
}

// write writes rows as KeePass's own XML.
func (k *keepass) write(path string, rows []entry) error {
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	out := bufio.NewWriter(file)
	uuid := func(n int) string {
		return base64.StdEncoding.EncodeToString(fmt.Appendf(nil, "%016d", n))
	}
	fmt.Fprintf(out, "<?xml version=\"1.0\"?><KeePassFile><Meta/><Root><Group><UUID>%s</UUID><Name>all</Name>", uuid(0))
	for i, r := range rows {
		fmt.Fprintf(out, "<Entry><UUID>%s</UUID><String><Key>Title</Key><Value>%s</Value></String><String><Key>Notes</Key><Value>", uuid(i+1), r.ID)
		if err := xml.EscapeText(out, []byte(r.Body)); err != nil {
			return err
		}
		io.WriteString(out, "</Value></String></Entry>")
	}
	io.WriteString(out, "</Group></Root></KeePassFile>")
	if err := out.Flush(); err != nil {
		return err
	}
	return file.Close()
}

func keepassxc(ctx context.Context, answers string, args ...string) ([]byte, error) {
	command := exec.CommandContext(ctx, "keepassxc-cli", args...)
	command.Stdin = strings.NewReader(answers)
	command.Env = append(os.Environ(), "QT_QPA_PLATFORM=offscreen")
	out, err := command.CombinedOutput()
	if err != nil {
		return nil, fmt.Errorf("keepassxc-cli %s: %w: %s", args[0], err, out)
	}
	return out, nil
}
