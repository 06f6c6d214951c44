package table

import (
	"bytes"
	"strings"

	"holdfast/wording"
)

// kind is what a file is, by its first bytes.
type kind uint8

const (
	kindText kind = iota
	kindZip
	kindEmpty
	kindEncrypted
	kindOldExcel
	kindMacro
	kindBinaryExcel
	kindOpenDocument
	kindNumbers
	kindWord
	kindPDF
	kindPicture
	kindArchive
	kindPage
	kindOldXML
	kindCards
	kindBackup
	kindUnknown
)

// kindOf tells what a file is. The name of the file is no help: an exported
// page is often called .xls.
func kindOf(data []byte) kind {
	starts := func(magics ...string) bool {
		for _, m := range magics {
			if bytes.HasPrefix(data, []byte(m)) {
				return true
			}
		}
		return false
	}
	switch {
	case len(bytes.TrimSpace(data)) == 0:
		return kindEmpty
	case starts("PK\x03\x04"):
		return kindZip
	case starts("PK\x05\x06", "PK\x07\x08", "\x1f\x8b", "7z\xbc\xaf\x27\x1c", "Rar!", "BZh", "\xfd7zXZ"):
		return kindArchive
	case starts("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
		return kindOfCompound(data)
	case starts("%PDF"):
		return kindPDF
	case starts("\x89PNG", "\xff\xd8\xff", "GIF8", "BM", "II*\x00", "MM\x00*", "RIFF") && bytes.IndexByte(data[:min(len(data), 512)], 0) >= 0:
		return kindPicture
	case starts("age-encryption.org/", "-----BEGIN AGE"):
		return kindBackup
	case starts("SQLite format 3", "\x7fELF", "MZ\x90\x00"):
		return kindUnknown
	}
	return kindOfMarkup(data)
}

// kindOfCompound tells the kinds of OLE files apart by the names of their
// streams, which are UTF-16.
func kindOfCompound(data []byte) kind {
	has := func(name string) bool {
		var wide []byte
		for _, c := range []byte(name) {
			wide = append(wide, c, 0)
		}
		return bytes.Contains(data, wide)
	}
	switch {
	case has("EncryptedPackage"):
		return kindEncrypted
	case has("Workbook"), has("Book"):
		return kindOldExcel
	case has("WordDocument"):
		return kindWord
	default:
		return kindUnknown
	}
}

func kindOfMarkup(data []byte) kind {
	head := strings.ToLower(string(data[:min(len(data), 1024)]))
	head = strings.TrimSpace(strings.TrimPrefix(head, "\xef\xbb\xbf"))
	switch {
	case strings.HasPrefix(head, "<?xml") && strings.Contains(head, "office:spreadsheet"):
		return kindOldXML
	case strings.HasPrefix(head, "<!doctype html"), strings.HasPrefix(head, "<html"), strings.HasPrefix(head, "<table"),
		strings.HasPrefix(head, "<?xml"), strings.HasPrefix(head, "<meta"):
		return kindPage
	case strings.HasPrefix(head, "begin:vcard"):
		return kindCards
	case strings.HasPrefix(head, `{\rtf`):
		return kindWord
	default:
		return kindText
	}
}

// refuseKind says what a file is and what to do instead.
func refuseKind(k kind) error {
	switch k {
	case kindEmpty:
		return wording.Refuse("file", "There is nothing in this file.")
	case kindEncrypted:
		return wording.Refuse("file", "This workbook is protected by a password. Open it in a spreadsheet program, take the password off and save a copy, and remove that copy after the import.")
	case kindOldExcel, kindBinaryExcel, kindOldXML:
		return wording.Refuse("file", "This is an Excel workbook of another kind. Open it in a spreadsheet program and save it as XLSX or CSV.")
	case kindMacro:
		return wording.Refuse("file", "This workbook has macros (small programs) in it and is not opened. Save it as an ordinary workbook (XLSX) without macros.")
	case kindOpenDocument:
		return wording.Refuse("file", "This is an OpenDocument spreadsheet. Open it and save it as XLSX or CSV.")
	case kindNumbers:
		return wording.Refuse("file", "This is a Numbers document. Open it in Numbers and export it as Excel or CSV.")
	case kindWord:
		return wording.Refuse("file", "This is a text document. Copy its table into a spreadsheet and save that as XLSX or CSV.")
	case kindPDF:
		return wording.Refuse("file", "This is a PDF. The list is needed as XLSX or CSV.")
	case kindPicture:
		return wording.Refuse("file", "This is a picture. The list is needed as XLSX or CSV.")
	case kindArchive:
		return wording.Refuse("file", "This is an archive of other files. Unpack it and choose the spreadsheet inside.")
	case kindPage:
		return wording.Refuse("file", "This is a web page, whatever the name of the file says. Open it in a spreadsheet program and save it as XLSX or CSV.")
	case kindCards:
		return wording.Refuse("file", "These are address cards. The list is needed as XLSX or CSV.")
	case kindBackup:
		return wording.Refuse("file", "This file is encrypted with age. If it is a backup of Holdfast, restore it instead of importing it.")
	default:
		return wording.Refuse("file", "This file is not a spreadsheet. The list is needed as XLSX or CSV.")
	}
}

func refuseTooMany() error {
	return wording.Refuse("file", "This list has more than {n} rows. Is it the right file?", "n", MaxRows)
}

func refuseTooWide() error {
	return wording.Refuse("file", "This list has more than {n} columns. Copy the ones that are needed into a new sheet.", "n", MaxColumns)
}

func refuseTooLarge() error {
	return wording.Refuse("file", "This file is far larger inside than a list of people can be, so it is not opened.")
}

func refuseDamaged() error {
	return wording.Refuse("file", "This workbook is damaged. Open it in a spreadsheet program, which may repair it, and save it again.")
}
