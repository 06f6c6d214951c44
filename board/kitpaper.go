package board

import (
	"path/filepath"
	"strings"

	"holdfast/assets"
	"holdfast/paper"
	"holdfast/wording"
)

// quietZone is the empty border that Paper.QR draws around a code.
const quietZone = 4

// Code is the key as a QR code, true where it is dark, without the empty
// border that readers need: whoever draws it adds one.
func (k *Kit) Code() ([][]bool, error) {
	squares, err := k.Paper.QR()
	if err != nil || len(squares) <= 2*quietZone {
		return nil, err
	}
	inner := squares[quietZone : len(squares)-quietZone]
	code := make([][]bool, len(inner))
	for i, row := range inner {
		code[i] = row[quietZone : len(row)-quietZone]
	}
	return code, nil
}

// PDF is the kit to be printed, in the language of the book. Whoever asked
// for the bytes wipes them: they are the key.
func (k *Kit) PDF(book *wording.Book) ([]byte, error) {
	code, err := k.Code()
	if err != nil {
		return nil, err
	}
	sheet := k.sheet()
	sheet.Code = code
	return paper.RecoveryKit(sheet, book, paper.Fonts{Regular: assets.RegularFont(), Bold: assets.BoldFont()})
}

// As is the kit as it goes into a file of that name: a PDF where the name ends
// in .pdf, otherwise the text. Whoever asked for the bytes wipes them.
func (k *Kit) As(name string, book *wording.Book) ([]byte, error) {
	if isPDF(name) {
		return k.PDF(book)
	}
	return k.Text(book), nil
}

// isPDF says whether a file is to be one by its name.
func isPDF(name string) bool { return strings.EqualFold(filepath.Ext(name), ".pdf") }

// Text is the kit as a text file, which is a key file too: the vault opens
// with it, and so does anything that a stock age wrote for this key.
func (k *Kit) Text(book *wording.Book) []byte { return paper.RecoveryText(k.sheet(), book) }

// sheet is what stands on the paper.
func (k *Kit) sheet() paper.Kit {
	sheet := paper.Kit{Identity: k.Paper.Text, Fingerprint: k.Fingerprint, Made: k.Made}
	for _, g := range k.Paper.Groups {
		sheet.Groups = append(sheet.Groups, paper.Group{Text: g.Text, Check: g.Check})
	}
	return sheet
}
