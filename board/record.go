package board

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"time"

	"holdfast/assessment"
	"holdfast/assets"
	"holdfast/backup"
	"holdfast/consent"
	"holdfast/member"
	"holdfast/paper"
	"holdfast/record"
	"holdfast/rule"
	"holdfast/store"
	"holdfast/wording"
)

// Telling is about giving people what is held about them, and putting right
// what they say is wrong.
type Telling struct{ b *Board }

// Telling is about giving people what is held about them.
func (b *Board) Telling() Telling { return Telling{b} }

// PersonRecord is everything held about one person at one moment: what was
// noted about them is part of it, and so is what they said about people
// around them. What others said of themselves is not: of records in which the
// person is only mentioned, it has the number.
type PersonRecord struct {
	ID   member.ID
	Name string
	At   time.Time
	// Kinds are the collections in the order of telling, with the records as
	// they are kept.
	Kinds []RecordKind
	// History is what was done about the person, the latest first, and
	// versions are all states of their records that are still kept.
	History  []Change
	versions []store.Version
	// Mentioned is in how many records of others the name or number stands.
	Mentioned int

	settings Settings
	rules    rule.Book
	kinds    consent.Kinds
	asked    map[string]assessment.Instrument
}

// RecordKind is everything of one collection about a person.
type RecordKind struct {
	Collection string
	Keys       []record.Key
	Raw        [][]byte
}

// Record is everything held about one person. It fails with a Problem where
// there is nothing.
func (t Telling) Record(id member.ID) (*PersonRecord, error) {
	held, err := t.b.Leaving().Held(id)
	if err != nil {
		return nil, err
	}
	r := &PersonRecord{ID: id, Name: held.Name, Mentioned: len(held.Named)}
	for _, k := range held.Kinds {
		if k.Fate == FateEdited {
			r.Mentioned += k.Count
		}
	}
	if r.settings, err = t.b.Settings(); err != nil {
		return nil, err
	}
	r.At = t.b.in(r.settings)
	if r.rules, err = t.b.Rules(); err != nil {
		return nil, err
	}
	if r.History, err = t.b.History(id); err != nil {
		return nil, err
	}
	opened, err := t.b.vault()
	if err != nil {
		return nil, err
	}
	if r.versions, err = opened.Versions("", record.Key(id)); err != nil {
		return nil, err
	}
	err = opened.View(func(tx *store.Tx) error {
		err := store.In(tx, consent.OwnSchema()).Scan("", func(o consent.Own) error {
			r.kinds = append(r.kinds, o)
			return nil
		})
		if err != nil {
			return err
		}
		if r.asked, err = askedByName(tx, id); err != nil {
			return err
		}
		for _, collection := range tx.Collections() {
			kind := RecordKind{Collection: collection}
			err := tx.ScanRaw(collection, record.Key(id), func(key record.Key, raw []byte) error {
				kind.Keys, kind.Raw = append(kind.Keys, key), append(kind.Raw, bytes.Clone(raw))
				return nil
			})
			if err != nil {
				return err
			}
			if len(kind.Keys) > 0 {
				r.Kinds = append(r.Kinds, kind)
			}
		}
		return nil
	})
	slices.SortStableFunc(r.Kinds, func(a, b RecordKind) int { return heldOrder(a.Collection) - heldOrder(b.Collection) })
	return r, err
}

// Document is the record as a page to read, addressed to the person. It fails
// where a record can't be read.
func (r *PersonRecord) Document(book *wording.Book) (paper.Document, error) {
	t := &telling{book: book, settings: r.settings, now: r.At, kinds: r.kinds, asked: r.asked}
	d := paper.Document{Title: book.Say("What is kept about you"), Size: r.settings.Paper, Day: record.DateOf(r.At),
		Foot: book.Say("For the person whom it is about, and for nobody else.")}
	d.Blocks = append(d.Blocks,
		paper.Paragraph{Look: paper.Boxed, Text: book.Say("This is everything that the board keeps about you, as of {date}. Keep it where only you see it.", "date", record.DateOf(r.At))},
		paper.Paragraph{Text: book.Say("It is yours. If something is wrong, say so and it will be put right. If something should not be kept, say so too: you need no reason. You may ask for all of it to be erased, and for this page again, whenever you like.")})
	for _, kind := range r.Kinds {
		row := heldKind(kind.Collection)
		if row.show == nil {
			continue
		}
		blocks, err := row.show(t, kind.Raw)
		if err != nil {
			return d, err
		}
		d.Blocks = append(append(d.Blocks, paper.Heading{Text: book.Render(row.title)}), blocks...)
	}
	d.Blocks = append(d.Blocks, r.done(book)...)
	return d, nil
}

// done is what was done with the records, and how long they are kept.
func (r *PersonRecord) done(book *wording.Book) []paper.Block {
	acts := paper.Table{Columns: []paper.Column{{Head: book.Say("When")}, {Head: book.Say("What was done")}, {Head: book.Say("By")}}}
	for _, c := range r.History {
		acts.Rows = append(acts.Rows, []string{book.Date(record.DateOf(c.At)), book.Render(c.What), c.Who})
	}
	keep := paper.Table{Columns: []paper.Column{{Head: book.Say("What")}, {Head: book.Say("Kept for")}, {Head: book.Say("Why so long")}}}
	rows := map[[2]string]int{}
	for _, kind := range r.Kinds {
		row := heldKind(kind.Collection)
		if row.keep == "" || row.show == nil {
			continue
		}
		period, _ := r.rules.At(row.keep, record.DateOf(r.At))
		same := [2]string{book.Render(keptFor(period, row.since)), period.Source}
		at, seen := rows[same]
		if !seen {
			at = len(keep.Rows)
			rows[same] = at
			keep.Rows = append(keep.Rows, []string{"", same[0], same[1]})
		}
		keep.Rows[at][0] = strings.TrimPrefix(keep.Rows[at][0]+"\n"+book.Render(row.count(len(kind.Keys))), "\n")
	}
	blocks := []paper.Block{paper.Heading{Text: book.Say("What was done with it")}, acts,
		paper.Heading{Text: book.Say("How long it is kept")}, keep}
	if r.Mentioned > 0 {
		blocks = append(blocks, paper.Paragraph{Text: book.Count(r.Mentioned,
			"Your name, or a part of it, also stands in {n} record about somebody or something else. It is not shown here, because it is theirs; ask what it says about you.",
			"Your name, or a part of it, also stands in {n} records about somebody or something else. They are not shown here, because they are theirs; ask what they say about you.")})
	}
	return blocks
}

// JSON is the record for a program: every record and every earlier version
// that is kept, as it is kept.
func (r *PersonRecord) JSON() ([]byte, error) {
	type one struct {
		Collection string          `json:"collection"`
		Key        record.Key      `json:"key"`
		At         string          `json:"at,omitempty"`
		Act        string          `json:"act,omitempty"`
		Deleted    bool            `json:"deleted,omitempty"`
		Record     json.RawMessage `json:"record,omitempty"`
	}
	out := struct {
		Format    string    `json:"format"`
		Version   int       `json:"version"`
		Made      string    `json:"made"`
		ID        member.ID `json:"id"`
		Name      string    `json:"name"`
		Records   []one     `json:"records"`
		History   []one     `json:"history"`
		Mentioned int       `json:"mentioned_elsewhere"`
	}{Format: "holdfast record", Version: 1, Made: r.At.Format(time.RFC3339), ID: r.ID, Name: r.Name,
		Records: []one{}, History: []one{}, Mentioned: r.Mentioned}
	for _, kind := range r.Kinds {
		for i, key := range kind.Keys {
			out.Records = append(out.Records, one{Collection: kind.Collection, Key: key, Record: kind.Raw[i]})
		}
	}
	for _, v := range r.versions {
		out.History = append(out.History, one{Collection: v.Collection, Key: v.Key, At: v.At.Format(time.RFC3339),
			Act: v.Kind, Deleted: v.Deleted, Record: v.Raw})
	}
	return json.MarshalIndent(out, "", "  ")
}

// file is one file of the ZIP.
type file struct {
	name string
	data []byte
}

// Zip is the record in all its forms as one file that any computer opens: a
// page for a browser, the same as a PDF, JSON, and the scanned pages. Where a
// text has letters that can't be printed, the PDF is left out.
func (r *PersonRecord) Zip(book *wording.Book) ([]byte, error) {
	d, err := r.Document(book)
	if err != nil {
		return nil, err
	}
	page := d.HTML(book)
	data, err := r.JSON()
	if err != nil {
		return nil, err
	}
	pdf, err := d.PDF(book, fonts())
	if err != nil && !errors.Is(err, record.ErrInvalid) {
		return nil, err
	}
	pages, err := r.attached()
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, f := range append([]file{{"record.html", page}, {"record.pdf", pdf}, {"record.json", data}}, pages...) {
		if f.data == nil {
			continue
		}
		w, err := z.CreateHeader(&zip.FileHeader{Name: f.name, Method: zip.Deflate, Modified: r.At})
		if err == nil {
			_, err = w.Write(f.data)
		}
		if err != nil {
			return nil, err
		}
	}
	err = z.Close()
	return out.Bytes(), err
}

// RecordForm is a form in which a record leaves the vault; it is also how its
// file's name ends.
type RecordForm string

// The forms.
const (
	RecordLocked RecordForm = "age" // the ZIP, under a passphrase that the person chose
	RecordZip    RecordForm = "zip" // all of the following as one file
	RecordHTML   RecordForm = "html"
	RecordPDF    RecordForm = "pdf"
	RecordJSON   RecordForm = "json"
)

// As is the record in one form. passphrase is for RecordLocked alone. All
// others can be read by anyone: whoever asks for the bytes says so and wipes
// them. It fails with a Problem for another form, for a passphrase that is
// too short, and where a text can't be printed.
func (r *PersonRecord) As(form RecordForm, book *wording.Book, passphrase string) ([]byte, error) {
	switch form {
	case RecordJSON:
		return r.JSON()
	case RecordZip:
		return r.Zip(book)
	case RecordLocked:
		all, err := r.Zip(book)
		if err != nil {
			return nil, err
		}
		defer clear(all)
		return backup.Locked(all, passphrase)
	}
	d, err := r.Document(book)
	if err != nil {
		return nil, err
	}
	if form != RecordHTML && form != RecordPDF {
		return nil, wording.Refuse("out", "Let the name of the file end in .age, .zip, .html, .pdf or .json.")
	}
	return DocumentAs(d, string(form), book)
}

// DocumentAs is a document as the bytes of a file whose name ends in "pdf" or
// "html". It fails with a Problem for any other, and as the two forms do.
func DocumentAs(d paper.Document, form string, book *wording.Book) ([]byte, error) {
	switch form {
	case "html":
		return d.HTML(book), nil
	case "pdf":
		return d.PDF(book, fonts())
	default:
		return nil, wording.Refuse("out", "Let the name of the file end in .pdf or .html.")
	}
}

// fonts are what everything is printed in.
func fonts() paper.Fonts {
	return paper.Fonts{Regular: assets.RegularFont(), Bold: assets.BoldFont()}
}
