package paper_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"holdfast/paper"
	"holdfast/record"
)

func shares() []paper.Share {
	all := make([]paper.Share, 3)
	for i := range all {
		all[i] = paper.Share{Number: i + 1, All: 3, Needed: 2, Checks: 3, Fingerprint: "7QKM-X2PL-9RTW-4HNC-E6MU-A7LQ",
			Made: record.Date{Year: 2026, Month: time.November, Day: 22}}
		for w := range 33 {
			all[i].Words = append(all[i].Words, fmt.Sprintf("word%c%c", 'a'+i, 'a'+w%26))
		}
	}
	return all
}

func TestEverySheetHasAPageOfItsOwnWithAllItsWords(t *testing.T) {
	for language, book := range books(t) {
		pdf, err := paper.SharePages(shares(), book).PDF(book, fonts())
		if err != nil {
			t.Fatal(err)
		}
		kept(t, "shares-"+language+".pdf", pdf)
		golden(t, "shares-"+language+".txt", text(t, pdf))
		golden(t, "shares-"+language+".share.txt", string(paper.ShareText(shares()[1], book)))
		printed := pages(t, pdf)
		if len(printed) != 3 {
			t.Fatalf("%s: %d pages", language, len(printed))
		}
		for i, s := range shares() {
			written := string(paper.ShareText(s, book))
			for n, w := range s.Words {
				if !strings.Contains(text(t, pdf), fmt.Sprintf("%d   %s", n+1, w)) || !strings.Contains(written, fmt.Sprintf("%2d  %s\n", n+1, w)) {
					t.Errorf("%s: word %d of sheet %d is missing", language, n+1, i+1)
				}
			}
			for _, word := range []string{"survivor", "board", "member", "holdfast", "consejo", "víctima"} {
				if strings.Contains(strings.ToLower(written+text(t, pdf)), word) {
					t.Errorf("%s: sheet %d says %q", language, i+1, word)
				}
			}
		}
	}
}
