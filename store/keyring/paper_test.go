package keyring

import (
	"bytes"
	"crypto/rand"
	"errors"
	"slices"
	"strings"
	"testing"

	"filippo.io/age"
	"pgregory.net/rapid"

	"holdfast/record"
	"holdfast/wording"
)

func paper(t testing.TB) *Paper {
	t.Helper()
	return must[*Paper](t)(ParsePaper(vectorPaper))
}

func printed(p *Paper) []string {
	var all []string
	for _, g := range p.Groups {
		all = append(all, g.String())
	}
	return all
}

func TestAPaperKeyOfVersion1ReadsTheSameForEver(t *testing.T) {
	p := paper(t)
	if got := strings.Join(printed(p), " "); got != vectorGroups || p.Text != vectorPaper {
		t.Fatalf("printed as %s", got)
	}
	if len(p.Text) != 77 || len(p.Groups) != 10 {
		t.Errorf("%d characters in %d groups", len(p.Text), len(p.Groups))
	}
}

func TestAPaperKeyIsReadHoweverItWasCopied(t *testing.T) {
	for name, text := range map[string]string{
		"as printed":            vectorGroups,
		"in lines":              strings.ReplaceAll(vectorGroups, " ", "\r\n"),
		"in small letters":      strings.ToLower(vectorGroups),
		"in one piece":          strings.NewReplacer(" ", "", "-", "").Replace(vectorGroups),
		"with other dashes":     strings.ReplaceAll(vectorGroups, "-", " – "),
		"with dots and commas":  strings.ReplaceAll(vectorGroups, " ", "., "),
		"with the prefix":       identityPrefix + " " + vectorGroups,
		"as the bare identity":  vectorPaper,
		"bare, in small":        strings.ToLower(vectorPaper),
		"bare, in fours":        "AGE-SECRET-KEY-PQ-1 F9YS 68VK Q6LN VR0Y UHQE 4HL8 JDHD FPU5 5LZM Z7W7 TZAH 0TXS Y0RQ CSQZ 63",
		"with letters misread":  strings.NewReplacer("0", "O", "8", "B", "L", "1").Replace(vectorGroups),
		"with an i for the l":   strings.NewReplacer("L", "i").Replace(vectorGroups),
		"bare, letters misread": strings.NewReplacer("0", "o", "8", "b", "L", "I").Replace(vectorPaper),
	} {
		p, err := ParsePaper(text)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if p.Text != vectorPaper {
			t.Errorf("%s: another key", name)
		}
	}
}

// Every character of every printed group, checks included, is replaced by
// every other character of the alphabet, and by one outside it.
func TestEverySingleWrongCharacterNamesItsGroup(t *testing.T) {
	p := paper(t)
	for g := range p.Groups {
		text := p.Groups[g].Text + p.Groups[g].Check
		for at := range text {
			for _, c := range alphabet + "é" {
				if byte(c) == text[at] {
					continue
				}
				all := printed(p)
				all[g] = text[:at] + string(c) + text[at+1:]
				_, err := ParsePaper(strings.Join(all, " "))
				var wrong *GroupError
				if !errors.As(err, &wrong) || !slices.Equal(wrong.Groups, []int{g + 1}) {
					t.Fatalf("group %d, character %d as %q: %v", g+1, at+1, c, err)
				}
				if CheckGroup(g+1, all[g]) == nil {
					t.Fatalf("group %d, character %d as %q passes alone", g+1, at+1, c)
				}
			}
		}
		if err := CheckGroup(g+1, strings.ToLower(printed(p)[g])); err != nil {
			t.Errorf("a right group fails: %v", err)
		}
	}
}

func TestAnyTwoWrongCharactersOfAGroupNameIt(t *testing.T) {
	p := paper(t)
	rapid.Check(t, func(t *rapid.T) {
		g := rapid.IntRange(0, len(p.Groups)-1).Draw(t, "group")
		text := []byte(p.Groups[g].Text + p.Groups[g].Check)
		before := string(text)
		for range 2 {
			at := rapid.IntRange(0, len(text)-1).Draw(t, "at")
			text[at] = alphabet[rapid.IntRange(0, 31).Draw(t, "symbol")]
		}
		if string(text) == before {
			return
		}
		all := printed(p)
		all[g] = string(text)
		_, err := ParsePaper(strings.Join(all, " "))
		var wrong *GroupError
		if !errors.As(err, &wrong) || !slices.Equal(wrong.Groups, []int{g + 1}) {
			t.Fatalf("group %d as %s: %v", g+1, text, err)
		}
	})
}

func TestGroupsThatChangedPlacesAreNamed(t *testing.T) {
	p := paper(t)
	for a := range 9 {
		for b := a + 1; b < 9; b++ {
			all := printed(p)
			all[a], all[b] = all[b], all[a]
			_, err := ParsePaper(strings.Join(all, " "))
			var wrong *GroupError
			if !errors.As(err, &wrong) || !slices.Equal(wrong.Groups, []int{a + 1, b + 1}) {
				t.Fatalf("groups %d and %d swapped: %v", a+1, b+1, err)
			}
		}
	}
}

func TestALostOrDoubledCharacterNamesWhereItHappened(t *testing.T) {
	p := paper(t)
	for g := range p.Groups {
		for at := range p.Groups[g].Text {
			text := p.Groups[g].Text + p.Groups[g].Check
			for name, bad := range map[string]string{
				"lost": text[:at] + text[at+1:], "doubled": text[:at+1] + text[at:],
			} {
				all := printed(p)
				all[g] = bad
				_, err := ParsePaper(strings.Join(all, " "))
				var wrong *GroupError
				if !errors.As(err, &wrong) {
					t.Fatalf("group %d, character %d %s: %v", g+1, at+1, name, err)
				}
				// A shifted group fits by chance once in 1,024; then the next
				// is named.
				if n := wrong.Groups[0]; len(wrong.Groups) != 1 || n < g+1 || n > g+2 {
					t.Errorf("group %d, character %d %s: named %v", g+1, at+1, name, wrong.Groups)
				}
			}
		}
	}
	for n := range 10 {
		_, err := ParsePaper(strings.Join(printed(p)[:n], " "))
		var wrong *GroupError
		if !errors.As(err, &wrong) || !slices.Equal(wrong.Groups, []int{n + 1}) {
			t.Errorf("%d groups: %v", n, err)
		}
	}
}

func TestSeveralWrongGroupsAreNamedTogether(t *testing.T) {
	all := printed(paper(t))
	all[1], all[4], all[9] = "QQQQQQ-QQ", "QQQQQQ-QQ", "QQQQ-QQ"
	_, err := ParsePaper(strings.Join(all, " "))
	if err == nil || err.Error() != "Groups 2, 5 and 10 are not right. Compare them with the paper once more." {
		t.Errorf("%v", err)
	}
	if err := CheckGroup(11, "QQQQQQ-QQ"); err == nil || !strings.HasPrefix(err.Error(), "Group 11 is not right.") {
		t.Errorf("%v", err)
	}
}

// Right groups of two keys do not make a key: the whole has a checksum too.
func TestGroupsOfTwoPapersAreRefused(t *testing.T) {
	other, _ := must2(t)(NewPaper("Another"))
	p := paper(t)
	for g := range p.Groups {
		all := printed(p)
		all[g] = other.Groups[g].String()
		_, err := ParsePaper(strings.Join(all, " "))
		if problems := wording.Problems(err); len(problems) != 1 || problems[0].Field != "paper" {
			t.Errorf("group %d of another paper: %v", g+1, err)
		}
	}
}

func must2(t testing.TB) func(*Enrolment, *Paper, error) (*Paper, *Enrolment) {
	return func(e *Enrolment, p *Paper, err error) (*Paper, *Enrolment) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return p, e
	}
}

func TestAWrongPaperKeyIsAProblemWithASentence(t *testing.T) {
	for name, text := range map[string]string{
		"nothing":            "",
		"something else":     "correct horse battery staple",
		"far too long":       strings.Repeat(vectorGroups, 100),
		"a wrong bare one":   vectorPaper[:40] + "Q" + vectorPaper[41:],
		"an older identity":  "AGE-SECRET-KEY-1QQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQ",
		"one group too many": vectorGroups + " F9YS68-VG",
	} {
		_, err := ParsePaper(text)
		p := wording.Problems(err)
		if len(p) != 1 || p[0].Field != "paper" || !errors.Is(err, record.ErrInvalid) {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if strings.Contains(err.Error(), "SECRET") {
			t.Errorf("%s: the error repeats the key: %v", name, err)
		}
	}
}

func TestReadingBackNamesDifferentGroupsAtRandom(t *testing.T) {
	seen := map[int]int{}
	for range 400 {
		groups := must[[]int](t)(RandomGroups(rand.Reader, 2))
		if len(groups) != 2 || groups[0] >= groups[1] || groups[0] < 1 || groups[1] > paperGroups {
			t.Fatalf("%v", groups)
		}
		seen[groups[0]]++
		seen[groups[1]]++
	}
	for g := 1; g <= paperGroups; g++ {
		if seen[g] < 20 {
			t.Errorf("group %d was asked for %d times in 400", g, seen[g])
		}
	}
	if all := must[[]int](t)(RandomGroups(rand.Reader, 99)); len(all) != paperGroups {
		t.Errorf("%v", all)
	}
	if _, err := RandomGroups(bytes.NewReader(nil), 2); err == nil {
		t.Error("groups are chosen without randomness")
	}
	p := paper(t)
	for _, typed := range []string{"F9YS68-VG", "f9ys68", " f9 ys 68 vg"} {
		if !p.Same(1, typed) {
			t.Errorf("%q is not taken for group 1", typed)
		}
	}
	for _, typed := range []string{"", "F9YS6", "F9YS68-VQ", "VKQ6LN-KC"} {
		if p.Same(1, typed) {
			t.Errorf("%q is taken for group 1", typed)
		}
	}
	if p.Same(0, "") || p.Same(11, "") {
		t.Error("there is a group 0 or 11")
	}
}

func TestThePaperKeyWorksWithStockAge(t *testing.T) {
	p := paper(t)
	ids, err := age.ParseIdentities(strings.NewReader("# recovery kit\n" + p.Text + "\n"))
	if err != nil || len(ids) != 1 {
		t.Fatalf("%d identities, %v", len(ids), err)
	}
	// It opens what the vault wraps to it.
	h, ks := opened(t)
	r, err := age.Decrypt(bytes.NewReader(h.doc.Keys), ids...)
	if err != nil {
		t.Fatal(err)
	}
	both := make([]byte, 64)
	if _, err := r.Read(both); err != nil {
		t.Fatal(err)
	}
	if err := ks.master.Reveal(func(secret []byte) error {
		if !bytes.Equal(secret, both[:32]) {
			t.Error("stock age finds another vault key")
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
}

func TestTheQRCodeIsASquareWithItsBorder(t *testing.T) {
	code := must[[][]bool](t)(paper(t).QR())
	dark := 0
	for _, row := range code {
		if len(row) != len(code) {
			t.Fatalf("%d rows of %d", len(code), len(row))
		}
		for _, square := range row {
			if square {
				dark++
			}
		}
	}
	for i := range 4 {
		if slices.Contains(code[i], true) || slices.Contains(code[len(code)-1-i], true) {
			t.Errorf("row %d of the border is not empty", i)
		}
	}
	// A finder: seven dark squares in the corner inside the border.
	if !slices.Equal(code[4][4:12], []bool{true, true, true, true, true, true, true, false}) {
		t.Errorf("no finder in the corner: %v", code[4][:12])
	}
	if part := float64(dark) / float64(len(code)*len(code)); part < 0.2 || part > 0.6 {
		t.Errorf("%.0f %% of it is dark", part*100)
	}
}
