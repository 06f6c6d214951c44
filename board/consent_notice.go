package board

import (
	"holdfast/assets"
	"holdfast/consent"
	"holdfast/wording"
)

// Notices are what people are told before they are asked, in a language; in
// English for one that the program does not speak.
func Notices(in wording.Language) (consent.Notices, error) {
	if in != wording.InSpanish {
		in = wording.InEnglish
	}
	file, err := assets.Notices(in)
	if err != nil {
		return consent.Notices{}, err
	}
	return consent.ReadNotices(file)
}
