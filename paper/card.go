package paper

import (
	"errors"

	"holdfast/record"
	"holdfast/wording"
)

// Card is what a contact card holds. Nothing on it is a name.
type Card struct {
	// Code stands for the person ("7f3a"); it is the only thing that says whom
	// the card is about.
	Code string
	// Ways are how to reach them, the best first.
	Ways []Way
	// Words are what to say and what to do, each a label and a sentence.
	Words []Line
	// Confirmed is the day that the person last confirmed all of it.
	Confirmed record.Date
}

// Way is one way of reaching somebody.
type Way struct {
	// Name is "Signal", Value the number or address as it is to be printed
	// (masked unless the full one was asked for).
	Name, Value string
	// Hours and Rules are in words.
	Hours, Rules string
}

// Line is a label and what stands beside it.
type Line struct{ Label, Text string }

// ContactCard is the card as a PDF, one A6 page or as many as it takes; folded
// once it fits a wallet.
func ContactCard(c Card, b *wording.Book, f Fonts) ([]byte, error) {
	return nil, errors.ErrUnsupported
}
