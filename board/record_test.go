package board_test

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"filippo.io/age"

	"holdfast/assets"
	"holdfast/board"
	"holdfast/record"
	"holdfast/wording"
)

// spanishBook is the other language of the house.
func spanishBook(t *testing.T) *wording.Book {
	t.Helper()
	book, err := assets.Book(wording.InSpanish)
	must(t, err)
	return book
}

func TestAPersonIsGivenEverythingAndNothingOfOthers(t *testing.T) {
	_, b, wren, _ := peopled(t)
	_, err := b.Telling().AskCorrection(wren.ID, "My name for papers is missing")
	must(t, err)
	r, err := b.Telling().Record(wren.ID)
	must(t, err)
	for language, book := range map[string]*wording.Book{"en": wording.English(), "es": spanishBook(t)} {
		page, err := r.As(board.RecordHTML, book, "")
		must(t, err)
		for _, hers := range []string{"Wren Okafor", "Her sister Ifeoma", "+1 202 555 0141", "asked for larger print", "prefers mornings", "My name for papers is missing"} {
			if !strings.Contains(string(page), hers) {
				t.Errorf("%s: %q is not told", language, hers)
			}
		}
		for _, never := range []string{"Ana", "shares a car", "About the person", "Sobre la persona", "their words"} {
			if strings.Contains(string(page), never) {
				t.Errorf("%s: %q of somebody else is told", language, never)
			}
		}
		pdf, err := r.As(board.RecordPDF, book, "")
		must(t, err)
		keepLook(t, "record-"+language+".pdf", pdf)
		keepLook(t, "record-"+language+".html", page)
	}
	raw, err := r.As(board.RecordJSON, nil, "")
	must(t, err)
	var told struct {
		Records, History []struct {
			Collection string     `json:"collection"`
			Key        record.Key `json:"key"`
		}
	}
	must(t, json.Unmarshal(raw, &told))
	if len(told.Records) != 5 || len(told.History) != 6 {
		t.Errorf("%d records and %d versions are told", len(told.Records), len(told.History))
	}
	for _, one := range told.Records {
		if !one.Key.Under(record.Key(wren.ID)) {
			t.Errorf("%s %s is somebody else's", one.Collection, one.Key)
		}
	}
	if _, err := b.Telling().Record("6a8b7a5e-0000-4000-8000-000000000000"); !errors.Is(err, record.ErrInvalid) {
		t.Errorf("a record of nobody: %v", err)
	}
}

// keepLook leaves a page where somebody can look at it: HOLDFAST_KEEP names
// a folder.
func keepLook(t *testing.T, name string, data []byte) {
	t.Helper()
	if dir := os.Getenv("HOLDFAST_KEEP"); dir != "" {
		must(t, os.WriteFile(filepath.Join(dir, name), data, 0o600))
	}
}

// Whatever age program the person has opens the file with the passphrase
// that they chose.
func TestALockedRecordOpensInAnyAgeProgram(t *testing.T) {
	_, b, wren, _ := peopled(t)
	r, err := b.Telling().Record(wren.ID)
	must(t, err)
	if _, err := r.As(board.RecordLocked, wording.English(), "short"); !errors.Is(err, record.ErrInvalid) {
		t.Errorf("a passphrase that is too short: %v", err)
	}
	locked, err := r.As(board.RecordLocked, wording.English(), "seven green boats on a lake")
	must(t, err)
	with, err := age.NewScryptIdentity("seven green boats on a lake")
	must(t, err)
	from, err := age.Decrypt(bytes.NewReader(locked), with)
	must(t, err)
	plain, err := io.ReadAll(from)
	must(t, err)
	z, err := zip.NewReader(bytes.NewReader(plain), int64(len(plain)))
	must(t, err)
	var names []string
	for _, f := range z.File {
		names = append(names, f.Name)
	}
	if got := strings.Join(names, " "); got != "record.html record.pdf record.json" {
		t.Errorf("in it lie %s", got)
	}
}

// Letters that can't be printed are no reason to keep anything from somebody.
func TestANameThatCannotBePrintedIsToldAllTheSame(t *testing.T) {
	b := newWorld(t).settled()
	m := add(t, b, "สมหญิง")
	r, err := b.Telling().Record(m.ID)
	must(t, err)
	if _, err := r.As(board.RecordPDF, wording.English(), ""); !errors.Is(err, record.ErrInvalid) {
		t.Errorf("printed with gaps: %v", err)
	}
	raw, err := r.As(board.RecordZip, wording.English(), "")
	must(t, err)
	z, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	must(t, err)
	if len(z.File) != 2 || z.File[0].Name != "record.html" {
		t.Errorf("%d files", len(z.File))
	}
}

func TestWhatWasAskedToBeCorrectedIsKept(t *testing.T) {
	_, b, wren, ana := peopled(t)
	tell := b.Telling()
	c, err := tell.AskCorrection(wren.ID, "two languages are missing")
	must(t, err)
	for _, refused := range []error{
		func() error { _, err := tell.AskCorrection(wren.ID, " "); return err }(),
		func() error { _, err := tell.AskCorrection("6a8b7a5e-0000-4000-8000-000000000000", "x"); return err }(),
		func() error { _, err := tell.SettleCorrection(wren.ID, c.ID, "maybe", ""); return err }(),
	} {
		if !errors.Is(refused, record.ErrInvalid) {
			t.Errorf("taken: %v", refused)
		}
	}
	if _, err := tell.SettleCorrection(ana.ID, c.ID, board.OutcomeKept, ""); !errors.Is(err, record.ErrNotFound) {
		t.Errorf("of somebody else: %v", err)
	}
	_, err = tell.SettleCorrection(wren.ID, c.ID, board.OutcomeNoted, "her view stands beside it")
	must(t, err)
	all, err := tell.Corrections(wren.ID)
	must(t, err)
	if len(all) != 1 || all[0].Words().String() != "21 November 2026: their view was written beside it. her view stands beside it" {
		t.Errorf("%+v", all)
	}
}

// A kind of record that an older or newer part of the program keeps, and of
// which this one has no words, is told as it stands, and erased.
func TestARecordWithoutWordsIsNotKeptBack(t *testing.T) {
	w, b, wren, _ := peopled(t)
	put(t, w, b, "horoscope", record.Join(wren.ID, "x"), `{"v":3,"d":{"sign":"scales","days":["mon","tue"]}}`)
	b = w.again()
	r, err := b.Telling().Record(wren.ID)
	must(t, err)
	page, err := r.As(board.RecordHTML, wording.English(), "")
	must(t, err)
	for _, told := range []string{"Other records (horoscope)", "scales", "days · 2"} {
		if !strings.Contains(string(page), told) {
			t.Errorf("%q is not told", told)
		}
	}
	_, err = b.Leaving().Forget(context.Background(), wren.ID, nil)
	must(t, err)
	must(t, b.Close())
	if strings.Contains(allVersions(t, w), "scales") {
		t.Error("it was not erased")
	}
}

// What is the board's own to account for stays, under the number alone; a
// number in somebody else's record is taken out of it.
func TestPaymentsStayWithoutTheNameAndOthersLoseTheNumber(t *testing.T) {
	w, b, wren, ana := peopled(t)
	put(t, w, b, "ledger", record.Join(wren.ID, "6a8b7a5e-0000-4000-8000-00000000000a"),
		`{"v":1,"d":{"member":"`+string(wren.ID)+`","kind":"payment","on":"2026-03-09","amount":{"minor":22500,"currency":"USD"},"note":"handed to Wren Okafor"}}`)
	b = w.again()
	put(t, w, b, "meeting", record.Join(ana.ID, "m"),
		`{"v":1,"d":{"there":["`+string(wren.ID)+`","`+string(ana.ID)+`"],"minutes_by":"`+string(wren.ID)+`","about":"`+string(wren.ID)+`/x","by":{"`+string(wren.ID)+`":1},"kept":7}}`)
	b = w.again()
	held, err := b.Leaving().Held(wren.ID)
	must(t, err)
	fates := map[string]board.Fate{}
	for _, k := range held.Kinds {
		fates[k.Collection] = k.Fate
		if (k.Fate == board.FateStays) == k.Why.IsZero() {
			t.Errorf("%s: why is %q", k.Collection, k.Why)
		}
	}
	if fates["ledger"] != board.FateStays || fates["meeting"] != board.FateEdited || fates["member"] != board.FateErased {
		t.Errorf("fates: %v", fates)
	}
	_, err = b.Leaving().Forget(context.Background(), wren.ID, nil)
	must(t, err)
	must(t, b.Close())
	left := allVersions(t, w)
	if !strings.Contains(left, `"minor":22500`) || strings.Contains(left, "handed to") || strings.Contains(left, "Okafor") {
		t.Errorf("the ledger is not what it should be:\n%s", left)
	}
	if want := `meeting ` + string(ana.ID) + `/m {"d":{"by":{},"kept":7,"there":["` + string(ana.ID) + `"]},"v":1}`; !strings.Contains(left, want) {
		t.Errorf("the meeting is not what it should be:\n%s", left)
	}
}

// What was paid is kept four years after the last of it, also of somebody who
// is forgotten, and then falls due all at once.
func TestTheLedgerFallsDueAsAWhole(t *testing.T) {
	const nobody = "2f0c1c1e-7d1b-4c39-9a55-6a0f6d1f1a11"
	cases := []struct {
		days []string
		want string
	}{
		{[]string{"2020-03-09", "2022-11-21"}, "2 lines of the ledger on 2026-11-21"},
		{[]string{"2020-03-09", "2022-11-22"}, ""},
	}
	for _, c := range cases {
		w := newWorld(t)
		b := w.settled()
		for i, day := range c.days {
			put(t, w, b, "ledger", record.Join[record.ID](nobody, record.ID("6a8b7a5e-0000-4000-8000-00000000000"+string(rune('a'+i)))),
				`{"v":1,"d":{"member":"`+nobody+`","kind":"payment","on":"`+day+`"}}`)
			b = w.again()
		}
		due, err := b.Leaving().Due()
		must(t, err)
		got := ""
		for _, d := range due {
			got += d.What.String() + " on " + d.On.String()
		}
		if got != c.want {
			t.Errorf("%v: due is %q, not %q", c.days, got, c.want)
		}
		must(t, b.Leaving().MarkDue(due...))
		erased, err := b.Leaving().Erase(t.Context(), nil)
		must(t, err)
		if erased.Done != len(c.days) && c.want != "" {
			t.Errorf("%d were erased", erased.Done)
		}
	}
}

func TestScannedPagesAreGivenAsTheyAre(t *testing.T) {
	w, b, wren, _ := peopled(t)
	const page = "6a8b7a5e-0000-4000-8000-00000000000a"
	put(t, w, b, "attachment", record.Join(wren.ID, page), `{"v":1,"d":{"id":"`+page+`","owner":"`+string(wren.ID)+`","type":"pdf","size":4,"parts":2,"on":"2026-03-09"}}`)
	for n, half := range []string{"JVA=", "REY="} { // %P, DF
		b = w.again()
		put(t, w, b, "attachment_part", record.Join(wren.ID, page, record.ID("00000"+string(rune('1'+n)))), `{"v":1,"d":{"owner":"`+string(wren.ID)+`","id":"`+page+`","number":1,"bytes":"`+half+`"}}`)
	}
	b = w.again()
	r, err := b.Telling().Record(wren.ID)
	must(t, err)
	raw, err := r.Zip(wording.English())
	must(t, err)
	z, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	must(t, err)
	scan, err := z.Open("page-6a8b7a5e.pdf")
	must(t, err)
	if got, err := io.ReadAll(scan); err != nil || string(got) != "%PDF" {
		t.Errorf("the page is %q (%v)", got, err)
	}
	html, err := r.As(board.RecordHTML, wording.English(), "")
	must(t, err)
	if !strings.Contains(string(html), "page-6a8b7a5e.pdf, of 9 March 2026") || strings.Contains(string(html), "REY") {
		t.Error("the page does not name it, or spells it out")
	}
}
