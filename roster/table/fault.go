package table

import "holdfast/wording"

// Fault is why a cell can't be used.
type Fault uint8

// The faults.
const (
	NoFault   Fault = iota
	TooLong         // over MaxCell characters
	SheetSays       // the spreadsheet itself shows an error (#REF!, #N/A)
	NoResult        // a formula whose result was not saved
	NoSuchDay       // a day number that is no day
)

// Reason is the fault as a sentence, with what to do about it.
func (f Fault) Reason() wording.Text {
	switch f {
	case TooLong:
		return wording.T("This cell holds more than {n} characters. Shorten it, or leave the column out.", "n", MaxCell)
	case SheetSays:
		return wording.T("The spreadsheet shows an error in this cell. Mend or empty it there.")
	case NoResult:
		return wording.T("This cell holds a formula without a saved result. Open the file in a spreadsheet program and save it once.")
	case NoSuchDay:
		return wording.T("This cell is formatted as a date but holds no day that exists.")
	default:
		return wording.Text{}
	}
}
