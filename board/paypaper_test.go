package board_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"holdfast/assets"
	"holdfast/board"
	"holdfast/compensation"
	"holdfast/consent"
	"holdfast/paper"
	"holdfast/wording"
)

var updatePay = flag.Bool("update-pay", false, "write the papers about paying anew")

// Every paper about paying, in both languages, as it is read in a browser; and
// each of them can be printed.
func TestThePapersAboutPayingAreAsTheyWere(t *testing.T) {
	w := newWorld(t)
	b := w.settled()
	must(t, b.FillDemo(t.Context(), board.Demo{Seed: 7, People: 12, Meetings: 3}, nil))
	from, to := on(t, "2026-09-01"), on(t, "2026-11-21")
	rows, err := b.Pay().Entries(board.LedgerFilter{Kinds: []compensation.Kind{compensation.Payment}})
	must(t, err)
	wren := rows[0].Member
	agrees(t, b, wren, consent.Scope{Purpose: consent.Release, Recipient: "Ana Ruiz", Item: "payments"}, "2026-12-31")
	for _, l := range []wording.Language{wording.InEnglish, wording.InSpanish} {
		book, err := assets.Book(l)
		must(t, err)
		settings, err := b.Settings()
		must(t, err)
		report, err := b.Pay().Report(board.ReportSpan{Year: 2026, Quarter: 3}, "")
		must(t, err)
		for name, made := range map[string]func() (paper.Document, error){
			"statement": func() (paper.Document, error) { return b.Pay().Statement(wren, from, to, book) },
			"letter":    func() (paper.Document, error) { return b.Pay().Letter(wren, "Ana Ruiz", from, to, book) },
			"receipt":   func() (paper.Document, error) { return b.Pay().Receipt(wren, rows[0].ID, book) },
			"report":    func() (paper.Document, error) { return report.Document(settings, w.now, book), nil },
		} {
			d, err := made()
			must(t, err)
			html := d.HTML(book)
			pdf, err := board.DocumentAs(d, "pdf", book)
			must(t, err)
			if !bytes.HasPrefix(pdf, []byte("%PDF-")) {
				t.Errorf("%s can't be printed", name)
			}
			keepLook(t, "pay-"+name+"-"+string(l)+".pdf", pdf)
			path := filepath.Join("testdata", "pay-"+name+"-"+string(l)+".html")
			if *updatePay {
				must(t, os.MkdirAll("testdata", 0o700))
				must(t, os.WriteFile(path, html, 0o600))
			}
			want, err := os.ReadFile(path)
			must(t, err)
			if !bytes.Equal(html, want) {
				t.Errorf("%s is not as it was; run with -update-pay and look at the difference", path)
			}
		}
	}
}
