package attachment

import (
	"bytes"
	"image"
	"image/jpeg"
	"image/png"

	"holdfast/wording"
)

// Type is what an attachment is, by its content.
type Type string

// The types that are taken.
const (
	PDF  Type = "pdf"
	JPEG Type = "jpeg"
	PNG  Type = "png"
)

// Limit is the most bytes of an attachment: 20 MiB, a scanned form of many
// pages.
const Limit = 20 << 20

// mostPixels is the largest picture that is taken. What claims to be larger is
// made to harm whoever opens it.
const mostPixels = 200_000_000

// Accept looks at the bytes of a file and says what it is. It fails with a
// wording.Problem for what is empty, larger than Limit, of no type that is
// taken, or broken at its beginning or end.
func Accept(data []byte) (Type, error) {
	switch {
	case len(data) == 0:
		return "", wording.Refuse("file", "This file is empty.")
	case len(data) > Limit:
		return "", TooLarge()
	case bytes.HasPrefix(data, []byte("%PDF-")):
		if !bytes.Contains(data[max(0, len(data)-2048):], []byte("%%EOF")) {
			return "", wording.Refuse("file", "The end of this PDF is missing. Scan or save it again.")
		}
		return PDF, nil
	}
	kind, about, err := picture(data)
	switch {
	case err != nil:
		return "", wording.Refuse("file", "Only a PDF, a JPEG or a PNG picture can be kept here, and this file is none, whatever its name says.")
	case about.Width <= 0 || about.Height <= 0 || about.Width > mostPixels/about.Height:
		return "", wording.Refuse("file", "This picture is larger than any scan. Scan it again with fewer dots.")
	}
	return kind, nil
}

// picture reads the head of a picture.
func picture(data []byte) (Type, image.Config, error) {
	if bytes.HasPrefix(data, []byte("\xff\xd8\xff")) {
		about, err := jpeg.DecodeConfig(bytes.NewReader(data))
		return JPEG, about, err
	}
	about, err := png.DecodeConfig(bytes.NewReader(data))
	return PNG, about, err
}

// TooLarge is the problem with a file of more than Limit bytes, for whoever
// can tell before reading all of it.
func TooLarge() error {
	return wording.Refuse("file", "This file is larger than {n} MB. Scan it again in grey or with fewer dots.", "n", Limit>>20)
}
