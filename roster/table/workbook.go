package table

import (
	"encoding/xml"
	"path"
	"strings"
)

// workbook is what the parts of an XLSX say before any cell is read.
// (ECMA-376 part 1, 18.2 workbook, 18.4 shared strings, 18.8 styles.)
type workbook struct {
	files   archive
	sheets  []sheetPart
	strings []Cell
	formats []format // by the number in a cell's s attribute
	days    DaySystem
}

// sheetPart is a sheet and the file that it lies in.
type sheetPart struct {
	Sheet
	file string
}

// relation is one line of a .rels file: what a part refers to.
type relation struct{ id, kind, target string }

func openWorkbook(files archive) (*workbook, error) {
	w := &workbook{files: files}
	main, err := files.relations("")
	if err != nil {
		return nil, err
	}
	at, ok := first(main, "/officeDocument")
	if !ok {
		return nil, errDamaged
	}
	links, err := files.relations(at.target)
	if err != nil {
		return nil, err
	}
	if err := w.readSheets(at.target, links); err != nil {
		return nil, err
	}
	if shared, ok := first(links, "/sharedStrings"); ok {
		if err := w.readStrings(shared.target); err != nil {
			return nil, err
		}
	}
	if styles, ok := first(links, "/styles"); ok {
		if err := w.readFormats(styles.target); err != nil {
			return nil, err
		}
	}
	return w, nil
}

// readSheets lists the sheets that hold cells; charts and dialogs do not.
func (w *workbook) readSheets(file string, links []relation) error {
	p, err := w.files.open(file)
	if err != nil {
		return err
	}
	return p.each(func(token xml.Token) error {
		e, ok := token.(xml.StartElement)
		if !ok {
			return nil
		}
		switch e.Name.Local {
		case "workbookPr":
			if v := attr(e, "date1904"); v == "1" || v == "true" {
				w.days = From1904
			}
		case "sheet":
			for _, link := range links {
				if link.id == attr(e, "id") && strings.HasSuffix(link.kind, "/worksheet") {
					sheet := Sheet{Name: clean(attr(e, "name")).Text, Hidden: strings.HasSuffix(strings.ToLower(attr(e, "state")), "hidden")}
					w.sheets = append(w.sheets, sheetPart{sheet, link.target})
				}
			}
		}
		return nil
	})
}

// relations reads what a part refers to; "" is the whole package.
func (a archive) relations(file string) ([]relation, error) {
	folder, base := path.Split(file)
	p, err := a.open(folder + "_rels/" + base + ".rels")
	if err != nil {
		return nil, err
	}
	var all []relation
	err = p.each(func(token xml.Token) error {
		if e, ok := token.(xml.StartElement); ok && e.Name.Local == "Relationship" {
			target := strings.ReplaceAll(attr(e, "Target"), `\`, "/")
			if !strings.HasPrefix(target, "/") {
				target = "/" + path.Join(folder, target)
			}
			if attr(e, "TargetMode") != "External" { // nothing is ever fetched
				all = append(all, relation{attr(e, "Id"), attr(e, "Type"), strings.TrimPrefix(target, "/")})
			}
		}
		return nil
	})
	return all, err
}

// first finds the relation of a kind. Only the end of the kind counts: the
// "strict" form of the standard uses another beginning.
func first(links []relation, kind string) (relation, bool) {
	for _, link := range links {
		if strings.HasSuffix(link.kind, kind) {
			return link, true
		}
	}
	return relation{}, false
}
