package kit

import (
	"fyne.io/fyne/v2"
)

// Rows puts parts under each other with a hairline between them.
func Rows(parts ...fyne.CanvasObject) *fyne.Container {
	var all []fyne.CanvasObject
	for i, part := range parts {
		if i > 0 {
			all = append(all, Hairline())
		}
		inset := Inset{Top: 11, Bottom: 11}
		if i == 0 {
			inset.Top = 4
		}
		if i == len(parts)-1 {
			inset.Bottom = 2
		}
		all = append(all, Pad(inset, part))
	}
	return Stack(0, all...)
}

// Item is something that needs a look: a tag, a sentence with a note below,
// and what can be done.
type Item struct {
	Tone Tone
	// Word is the tag's; without it there is no tag.
	Word  string
	Title string
	Note  string
	// Act is a button at the right, or nil.
	Act fyne.CanvasObject
}

// itemWords is the width, at 100 % text, in which the words of an Item are
// still read well. Below it the act goes under them, and then the tag above:
// the same in all rows under each other, as far as their words allow.
const itemWords float32 = 128

// ItemRow is an Item as a row.
func ItemRow(item Item) fyne.CanvasObject {
	words := []fyne.CanvasObject{NewText(Body, item.Title)}
	if item.Note != "" {
		words = append(words, NewText(Small, item.Note))
	}
	var row fyne.CanvasObject = Stack(0, words...)
	least := itemWords
	if item.Word != "" {
		tag := Tag(item.Tone, item.Word)
		wide := NaturalWidth(tag) / textScale()
		row = &fyne.Container{Layout: &spreadLayout{gap: 12, left: true, least: max(least, wide)}, Objects: []fyne.CanvasObject{row, tag}}
		least += wide + 12
	}
	if item.Act != nil {
		row = &fyne.Container{Layout: &spreadLayout{gap: Gap, least: least}, Objects: []fyne.CanvasObject{row, item.Act}}
	}
	return row
}

// StateRow is a sentence with its state at the right.
func StateRow(sentence string, tone Tone, word string) fyne.CanvasObject {
	return Spread(12, NewText(Body, sentence), Tag(tone, word))
}
