package main

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"holdfast/wording"
)

// hostile clears the screen, rings, names the window, colours by one character
// of eight bits, goes back to the start of the line, and turns a number around.
const hostile = "\x1b[2JMornings\a\x1b]0;mine\x07 are\u009b31m best\r\n\tafter \u202e10\u202c, \x7fnot\b \xffbefore"

const harmlessly = "[2JMornings]0;mine are31m best\n\tafter 10, not \ufffdbefore"

func TestWhatStandsInARecordCannotDriveTheTerminal(t *testing.T) {
	p := &page{book: wording.English()}
	p.line(hostile)
	if got := p.text(); got != harmlessly+"\n" {
		t.Errorf("a line reads %q", got)
	}
	p = &page{book: wording.English()}
	p.row(wording.T("Note of {date}", "date", hostile), "x")
	if got := p.text(); bytes.ContainsAny([]byte(got), "\x1b\a\r\b\x7f\u009b\u202e") {
		t.Errorf("a row reads %q", got)
	}
	var errors bytes.Buffer
	if err := (world{errOut: &errors}).tell(hostile); err != nil || errors.String() != harmlessly {
		t.Errorf("beside the answer stands %q, %v", errors.String(), err)
	}
}

func TestJSONLosesNothingAndDrivesNoTerminal(t *testing.T) {
	var out bytes.Buffer
	if err := writeJSON(&out, map[string]string{"note": hostile + "<ñ>"}); err != nil {
		t.Fatal(err)
	}
	if bytes.ContainsAny(out.Bytes(), "\x1b\a\r\b\x7f\u009b\u202e\u202c") || !bytes.Contains(out.Bytes(), []byte("<ñ>")) {
		t.Errorf("a terminal would obey %q", out.Bytes())
	}
	var back map[string]string
	if err := json.Unmarshal(out.Bytes(), &back); err != nil || back["note"] != strings.ToValidUTF8(hostile, "\ufffd")+"<ñ>" {
		t.Errorf("it comes back as %q, %v", back["note"], err)
	}
}
