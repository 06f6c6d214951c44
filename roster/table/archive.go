package table

import (
	"archive/zip"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"holdfast/record"
)

// Bounds of a workbook, which is a zip of XML files. Ten thousand people in
// forty columns are about 20 MB of XML.
const (
	maxParts   = 4096      // files in the zip
	maxPart    = 64 << 20  // bytes of one file, unpacked
	maxUnzip   = 192 << 20 // bytes of all files together, unpacked
	maxElement = 1 << 20   // bytes from one < to the next
	maxDepth   = 64        // elements inside each other
)

// Errors of reading a workbook; readXLSX turns them into sentences.
var (
	errDamaged  = fmt.Errorf("%w: a workbook", record.ErrDamaged)
	errTooLarge = errors.New("the workbook is too large inside")
)

// archive is the files of a workbook, by their names in lower case.
type archive map[string]*zip.File

// openArchive looks at the directory of the zip and believes none of the
// sizes in it: they are checked first because that is quick, and counted
// again while reading.
func openArchive(data io.ReaderAt, size int64) (archive, error) {
	reader, err := zip.NewReader(data, size)
	if err != nil {
		return nil, errDamaged
	}
	if len(reader.File) > maxParts {
		return nil, errTooLarge
	}
	files := make(archive, len(reader.File))
	var total uint64
	for _, f := range reader.File {
		name := partName(f.Name)
		if _, twice := files[name]; twice {
			return nil, errDamaged // two programs would read two different lists
		}
		if f.UncompressedSize64 > maxUnzip {
			return nil, errTooLarge
		}
		if total += f.UncompressedSize64; total > maxUnzip {
			return nil, errTooLarge
		}
		files[name] = f
	}
	return files, nil
}

// partName is the name under which a file of the workbook is looked up.
func partName(name string) string {
	return strings.ToLower(strings.TrimPrefix(path.Clean("/"+strings.ReplaceAll(name, `\`, "/")), "/"))
}

// kind tells what the zip is.
func (a archive) kind() kind {
	has := func(name string) bool { return a[name] != nil }
	for name, f := range a {
		if f.Flags&1 != 0 {
			return kindEncrypted
		}
		if path.Base(name) == "vbaproject.bin" || strings.HasPrefix(name, "xl/macrosheets/") {
			return kindMacro
		}
	}
	switch {
	case has("xl/workbook.bin"):
		return kindBinaryExcel
	case has("mimetype") && (has("content.xml") || has("meta-inf/manifest.xml")):
		return kindOpenDocument
	case has("index/document.iwa"), has("index.zip"):
		return kindNumbers
	case has("word/document.xml"):
		return kindWord
	case !has("[content_types].xml"), !has("_rels/.rels"):
		return kindArchive
	default:
		return kindZip
	}
}

// part is one file of a workbook being read as XML. It is read to its end, so
// that its checksum is looked at.
type part struct {
	*xml.Decoder
	closer io.Closer
	bytes  *meter
	depth  int
}

func (a archive) open(name string) (*part, error) {
	f := a[partName(name)]
	if f == nil || f.UncompressedSize64 > maxPart {
		if f != nil {
			return nil, errTooLarge
		}
		return nil, errDamaged
	}
	content, err := f.Open()
	if err != nil {
		return nil, errDamaged
	}
	m := &meter{from: content, left: maxPart, size: int64(f.UncompressedSize64)}
	return &part{Decoder: xml.NewDecoder(m), closer: content, bytes: m}, nil
}

// each hands every element and text of the part to see, to the end of the
// file. Anything wrong with the bytes or the XML is an error: a part that
// ends early would be a list with people missing.
func (p *part) each(see func(xml.Token) error) error {
	for {
		token, err := p.Token()
		switch {
		case errors.Is(err, io.EOF) && p.depth == 0:
			return errors.Join(p.bytes.drain(), p.closer.Close())
		case err != nil:
			err = p.bytes.judge()
		default:
			err = errors.Join(p.nest(token), see(token))
		}
		if err != nil {
			return errors.Join(err, p.closer.Close())
		}
	}
}

func (p *part) nest(token xml.Token) error {
	switch token.(type) {
	case xml.StartElement:
		if p.depth++; p.depth > maxDepth {
			return errDamaged
		}
	case xml.EndElement:
		p.depth--
	case xml.Directive:
		return errDamaged // a DOCTYPE has no place in a workbook
	}
	return nil
}

// attr is the value of an attribute, whatever its namespace.
func attr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// meter counts what is unpacked and stops what grows without end.
type meter struct {
	from io.Reader
	left int64 // bytes that may still come
	read int64 // bytes that came
	size int64 // bytes that should come
	run  int   // bytes since the last <
	fail error
}

func (m *meter) Read(b []byte) (int, error) {
	if m.fail != nil {
		return 0, m.fail
	}
	n, err := m.from.Read(b)
	m.left -= int64(n)
	m.read += int64(n)
	for _, c := range b[:n] {
		if c == '<' {
			m.run = 0
		} else if m.run++; m.run > maxElement {
			m.fail = errTooLarge
		}
	}
	if m.left < 0 {
		m.fail = errTooLarge
	}
	if err != nil && !errors.Is(err, io.EOF) {
		m.fail = errDamaged
	}
	if m.fail != nil {
		return 0, m.fail
	}
	return n, err
}

// drain reads what follows the last element, for the checksum's sake.
func (m *meter) drain() error {
	if _, err := io.Copy(io.Discard, m); err != nil {
		return m.judge()
	}
	return nil
}

// judge is why reading ended before its end. The decoder's own error is left
// out, since it may quote the file.
func (m *meter) judge() error {
	if m.fail != nil {
		return m.fail
	}
	return errDamaged
}
