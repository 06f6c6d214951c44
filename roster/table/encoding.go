package table

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"holdfast/wording"
)

// decode turns the bytes of a text file into text. Where no encoding is
// chosen: a byte order mark decides, then whether the bytes are UTF-8, then
// Windows-1252, which every older Excel of the Americas and western Europe
// writes.
func decode(data []byte, chosen Encoding) (string, Encoding, error) {
	taken := chosen
	if taken == "" {
		taken = sniffEncoding(data)
	}
	var how encoding.Encoding
	switch taken {
	case UTF8:
		text := bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
		if !utf8.Valid(text) {
			return "", taken, wording.Refuse("encoding", "The file is not written in the encoding that was chosen. Choose another one.")
		}
		return string(text), taken, nil
	case UTF16:
		how = unicode.UTF16(utf16Order(data), unicode.UseBOM)
	case Windows1252:
		how = charmap.Windows1252
	case Macintosh:
		how = charmap.Macintosh
	case IBM850:
		how = charmap.CodePage850
	default:
		return "", taken, wording.Refuse("encoding", "There is no such encoding. There are utf-8, utf-16, windows-1252, macintosh and ibm850.")
	}
	text, _, err := transform.Bytes(unicode.BOMOverride(how.NewDecoder()), data)
	if err != nil {
		return "", taken, wording.Refuse("encoding", "The file is not written in the encoding that was chosen. Choose another one.")
	}
	return string(text), taken, nil
}

func sniffEncoding(data []byte) Encoding {
	switch {
	case bytes.HasPrefix(data, []byte("\xff\xfe")), bytes.HasPrefix(data, []byte("\xfe\xff")):
		return UTF16
	case looksUTF16(data):
		return UTF16
	case utf8.Valid(data):
		return UTF8
	default:
		return Windows1252
	}
}

// looksUTF16 says whether every second byte is mostly zero and the others are
// not: a text of western letters in UTF-16. No other encoding has zeros.
func looksUTF16(data []byte) bool {
	pairs := min(len(data), 4096) / 2
	even, odd := zeros(data, 0), zeros(data, 1)
	return max(even, odd)*3 > pairs && min(even, odd)*50 <= pairs
}

// utf16Order guesses the order of bytes of a file without a mark.
func utf16Order(data []byte) unicode.Endianness {
	if zeros(data, 0) > zeros(data, 1) {
		return unicode.BigEndian
	}
	return unicode.LittleEndian
}

// zeros counts the zero bytes at even or odd places near the beginning.
func zeros(data []byte, from int) int {
	n := 0
	for i := from; i < min(len(data), 4096); i += 2 {
		if data[i] == 0 {
			n++
		}
	}
	return n
}

// encodingNotices says what a person should look at.
func encodingNotices(text string, taken, chosen Encoding) []wording.Text {
	var notices []wording.Text
	if taken == Windows1252 && chosen == "" {
		notices = append(notices, wording.T("The file does not say how its letters are written. It was read as Windows-1252; look at the names with accents, and choose another encoding if they look wrong."))
	}
	for _, twice := range []string{"Ã¡", "Ã©", "Ã\u00ad", "Ã³", "Ãº", "Ã±"} {
		if strings.Contains(text, twice) {
			return append(notices, wording.T("Some letters were already garbled when this file was made (an ñ reads as Ã±). Export the list again, as CSV UTF-8 or XLSX."))
		}
	}
	if strings.ContainsRune(text, utf8.RuneError) {
		notices = append(notices, wording.T("Some letters of this file were lost before it came here; they show as \uFFFD. Correct them after the import, or export the list again."))
	}
	return notices
}
