package plugin

import (
	"bufio"
	"bytes"
	"encoding/base64"
	"errors"
	"io"
	"strings"

	"filippo.io/age"
)

// The most that a plugin may send: a stanza of a post-quantum recipient has
// about two thousand characters, a message a few lines.
const (
	mostLine   = 32 << 10
	mostBody   = 64 << 10
	lineOfBody = 48 // bytes, 64 characters
)

// errBroken says that the program does not speak as plugins do.
var errBroken = errors.New("the program does not speak as an age plugin does")

// write sends a stanza: a line of words, then the body in lines of 64
// characters, the last of which is shorter.
func write(to io.Writer, body []byte, words ...string) error {
	out := []byte("-> " + strings.Join(words, " ") + "\n")
	for {
		n := min(len(body), lineOfBody)
		out = append(base64.RawStdEncoding.AppendEncode(out, body[:n]), '\n')
		if body = body[n:]; n < lineOfBody {
			break
		}
	}
	_, err := to.Write(out)
	clear(out)
	return err
}

// read receives a stanza. It fails with errBroken, or as the pipe does.
func read(from *bufio.Reader) (*age.Stanza, error) {
	head, err := line(from)
	if err != nil {
		return nil, err
	}
	words := strings.Split(string(head), " ")
	if len(words) < 2 || words[0] != "->" || words[1] == "" {
		return nil, errBroken
	}
	s := &age.Stanza{Type: words[1], Args: words[2:]}
	for len(s.Body) <= mostBody {
		text, err := line(from)
		if err != nil {
			return nil, err
		}
		part, err := base64.RawStdEncoding.Strict().AppendDecode(nil, text)
		if err != nil || len(part) > lineOfBody || bytes.ContainsRune(text, '\r') {
			return nil, errBroken
		}
		if s.Body = append(s.Body, part...); len(part) < lineOfBody {
			return s, nil
		}
	}
	return nil, errBroken
}

// line is the next line without its end; it holds until the next is read.
func line(from *bufio.Reader) ([]byte, error) {
	text, err := from.ReadSlice('\n')
	switch {
	case errors.Is(err, bufio.ErrBufferFull):
		return nil, errBroken
	case errors.Is(err, io.EOF):
		return nil, io.ErrUnexpectedEOF
	case err != nil:
		return nil, err
	}
	return text[:len(text)-1], nil
}
