package paper_test

import (
	"bytes"
	"errors"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/skip2/go-qrcode"

	"holdfast/paper"
	"holdfast/record"
	"holdfast/wording"
)

// identity has the form of a key and opens nothing.
const identity = "AGE-SECRET-KEY-PQ-1QZPRY9X8GF2TVDW0S3JN54KHCE6MUA7LQZPRY9X8GF2TVDW0S3JN54KHCE"

func kit(t *testing.T) paper.Kit {
	t.Helper()
	code, err := qrcode.New(identity, qrcode.Medium)
	if err != nil {
		t.Fatal(err)
	}
	code.DisableBorder = true
	k := paper.Kit{Identity: identity, Code: code.Bitmap(), Fingerprint: "7QKM-X2PL-9RTW-4HNC-E6MU-A7LQ",
		Made: record.Date{Year: 2026, Month: time.November, Day: 22}}
	rest := identity[len("AGE-SECRET-KEY-PQ-1"):]
	for rest != "" {
		n := min(6, len(rest))
		k.Groups = append(k.Groups, paper.Group{Text: rest[:n], Check: "4T"})
		rest = rest[n:]
	}
	return k
}

func TestTheRecoveryKitStaysAsItWasLaidOut(t *testing.T) {
	for language, book := range books(t) {
		pdf, err := paper.RecoveryKit(kit(t), book, fonts())
		if err != nil {
			t.Fatal(err)
		}
		kept(t, "kit-"+language+".pdf", pdf)
		golden(t, "kit-"+language+".txt", text(t, pdf))
		golden(t, "kit-"+language+".age.txt", string(paper.RecoveryText(kit(t), book)))
		if n := len(pages(t, pdf)); n != 1 {
			t.Errorf("%s: the kit has %d pages", language, n)
		}
	}
}

func TestTheWholeKeyIsOnTheKit(t *testing.T) {
	k := kit(t)
	for language, book := range books(t) {
		pdf, err := paper.RecoveryKit(k, book, fonts())
		if err != nil {
			t.Fatal(err)
		}
		printed := text(t, pdf)
		if !strings.Contains(printed, "  "+identity+"\n") {
			t.Errorf("%s: the key is not on one line", language)
		}
		spelled := regexp.MustCompile(`\n *\S+ +\S+  (\S)`).ReplaceAllString(printed, "$1")
		for i, g := range k.Groups {
			if !strings.Contains(spelled, strconv.Itoa(i+1)+g.Text+"-"+g.Check) {
				t.Errorf("%s: group %d is missing", language, i+1)
			}
		}
		if !strings.Contains(printed, k.Fingerprint) {
			t.Errorf("%s: the fingerprint is missing", language)
		}
	}
}

// What is drawn is taken apart again: one wrong module and a code says
// something else, or nothing.
func TestTheCodeIsDrawnModuleForModule(t *testing.T) {
	k := kit(t)
	pdf, err := paper.RecoveryKit(k, wording.English(), fonts())
	if err != nil {
		t.Fatal(err)
	}
	n := len(k.Code)
	module := 50.0 / float64(n+8) * 72 / 25.4
	got := make([][]bool, n)
	for i := range got {
		got[i] = make([]bool, n)
	}
	rects := regexp.MustCompile(`(\S+) (\S+) (\S+) (\S+) re f`).FindAllStringSubmatch(pages(t, pdf)[0], -1)
	left, top := 1e9, 0.0
	number := func(text string) float64 {
		f, err := strconv.ParseFloat(text, 64)
		if err != nil {
			t.Fatal(err)
		}
		return f
	}
	for _, r := range rects {
		left, top = min(left, number(r[1])), max(top, number(r[2]))
	}
	for _, r := range rects {
		column, row := int((number(r[1])-left)/module+0.5), int((top-number(r[2]))/module+0.5)
		for i := range int(number(r[3])/module + 0.5) {
			got[row][column+i] = true
		}
	}
	for i := range got {
		for j := range got[i] {
			if got[i][j] != k.Code[i][j] {
				t.Fatalf("the module in row %d, column %d is drawn wrong", i, j)
			}
		}
	}
}

func TestTheKitSaysNothingOfWhomItIsAbout(t *testing.T) {
	for language, book := range books(t) {
		pdf, err := paper.RecoveryKit(kit(t), book, fonts())
		if err != nil {
			t.Fatal(err)
		}
		all := strings.ToLower(text(t, pdf) + string(paper.RecoveryText(kit(t), book)))
		for _, word := range []string{"survivor", "board", "member", "traffick", "holdfast", "sobrevivi", "consejo", "víctima"} {
			if strings.Contains(all, word) {
				t.Errorf("%s: the kit says %q", language, word)
			}
		}
		for _, field := range []string{"/Author", "/Producer", "/Creator", "/Subject", "/Keywords"} {
			if bytes.Contains(pdf, []byte(field)) {
				t.Errorf("%s: the file tells its %s", language, field)
			}
		}
	}
}

func TestTheSameKitIsTheSameBytes(t *testing.T) {
	first, err := paper.RecoveryKit(kit(t), wording.English(), fonts())
	if err != nil {
		t.Fatal(err)
	}
	for range 5 {
		again, err := paper.RecoveryKit(kit(t), wording.English(), fonts())
		if err != nil || !bytes.Equal(first, again) {
			t.Fatalf("another kit came out, %v", err)
		}
	}
	if !bytes.Contains(first, []byte("/CreationDate (D:20261122000000")) {
		t.Error("the file is dated otherwise than the kit")
	}
}

func TestAKitWithoutACodeUsesTheWholeWidth(t *testing.T) {
	k := kit(t)
	k.Code, k.Made = nil, record.Date{}
	pdf, err := paper.RecoveryKit(k, wording.English(), fonts())
	if err != nil {
		t.Fatal(err)
	}
	printed := text(t, pdf)
	if strings.Contains(printed, "as a picture") || strings.Contains(printed, "Made on") || len(pages(t, pdf)) != 1 {
		t.Errorf("the kit reads\n%s", printed)
	}
	if !bytes.Contains(pdf, []byte("/CreationDate (D:20000101000000")) {
		t.Error("a kit without a day tells one")
	}
}

// A stock age reads a file of identities line by line: empty ones and those
// that begin with # are skipped.
func TestTheTextIsAnIdentityFileAsItStands(t *testing.T) {
	for language, book := range books(t) {
		var lines []string
		for line := range strings.Lines(string(paper.RecoveryText(kit(t), book))) {
			if line = strings.TrimRight(line, "\n"); line != "" && !strings.HasPrefix(line, "#") {
				lines = append(lines, line)
			}
			if len([]rune(line)) > 80 {
				t.Errorf("%s: a line is too long for a terminal: %s", language, line)
			}
		}
		if len(lines) != 1 || lines[0] != identity {
			t.Errorf("%s: the lines that count are %q", language, lines)
		}
	}
}

func TestABrokenFontIsAnError(t *testing.T) {
	for _, f := range []paper.Fonts{{}, {Regular: []byte("no font"), Bold: fonts().Bold}, {Regular: fonts().Regular}} {
		if pdf, err := paper.RecoveryKit(kit(t), wording.English(), f); err == nil || pdf != nil {
			t.Errorf("%d bytes, %v", len(pdf), err)
		}
	}
}

func TestWhatCantBePrintedIsRefusedAndNotLeftOut(t *testing.T) {
	for _, text := range []string{"ไทย", "العربية", "हिन्दी", "✓", "🙂", "漢字"} {
		k := kit(t)
		k.Fingerprint = text
		_, err := paper.RecoveryKit(k, wording.English(), fonts())
		if !errors.Is(err, record.ErrInvalid) || strings.Contains(err.Error(), text) {
			t.Errorf("%s: %v", text, err)
		}
	}
}
