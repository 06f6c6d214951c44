package preference

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"

	"holdfast/record"
	"holdfast/wording"
)

// version is the version of the file that this program writes.
const version = 1

// largest is how many bytes of a file are looked at. MaxAnchors of MaxAnchor
// bytes take some 50 KB as base64.
const largest = 128 << 10

// content is what the file says.
type content struct {
	settings Settings
	anchors  []anchor
	missing  bool // there was no file
	newer    bool // a newer program wrote it: nothing of it is known
	notices  []wording.Text
}

// layout is the file as JSON. Settings are taken one by one, so that one
// odd value costs that setting and not the anchors.
type layout struct {
	Version       int             `json:"version"`
	Window        json.RawMessage `json:"window,omitempty"`
	Theme         json.RawMessage `json:"theme,omitempty"`
	TextSize      json.RawMessage `json:"text_size,omitempty"`
	Language      json.RawMessage `json:"language,omitempty"`
	ReducedMotion json.RawMessage `json:"reduced_motion,omitempty"`
	Title         json.RawMessage `json:"title,omitempty"`
	Anchors       json.RawMessage `json:"anchors,omitempty"`
}

// parse reads a file. It never fails: what can't be read is the usual, and
// the notices say so.
func parse(data []byte) content {
	var stamp struct {
		Version int `json:"version"`
	}
	if len(data) > largest || json.Unmarshal(data, &stamp) != nil || stamp.Version < 1 {
		return damaged()
	}
	if stamp.Version > version {
		return content{settings: Usual(), newer: true, notices: []wording.Text{noticeNewer()}}
	}
	var in layout
	if strict(data, &in) != nil {
		return damaged()
	}
	out := content{settings: Usual()}
	if !out.readSettings(in) {
		out.notices = append(out.notices, wording.T("Some settings of Holdfast could not be read. They are back to the usual ones."))
	}
	if !out.readAnchors(in.Anchors) {
		out.notices = append(out.notices, noticeAnchors())
	}
	return out
}

func (c *content) readSettings(in layout) bool {
	s := &c.settings
	whole := true
	for _, ok := range []bool{
		take(in.Window, &s.Window, Window.validate),
		take(in.Theme, &s.Theme, Theme.validate),
		take(in.TextSize, &s.TextSize, validateTextSize),
		take(in.Language, &s.Language, validateLanguage),
		take(in.ReducedMotion, &s.ReducedMotion, func(bool) error { return nil }),
		take(in.Title, &s.Title, validateTitle),
	} {
		whole = whole && ok
	}
	return whole
}

// readAnchors says false where something of an anchor could not be read.
func (c *content) readAnchors(raw json.RawMessage) bool {
	if raw == nil {
		return true
	}
	var all []anchor
	if strict(raw, &all) != nil {
		return false
	}
	seen := map[record.ID]bool{}
	for _, a := range all {
		if !a.valid() || seen[a.Vault] || len(c.anchors) == MaxAnchors {
			continue
		}
		seen[a.Vault] = true
		c.anchors = append(c.anchors, a)
	}
	return len(c.anchors) == len(all)
}

// take reads one setting into place; where it is absent or wrong, place stays
// as it is. It says false where it is wrong.
func take[V any](raw json.RawMessage, place *V, validate func(V) error) bool {
	if raw == nil {
		return true
	}
	var v V
	if bytes.Equal(raw, []byte("null")) || strict(raw, &v) != nil || validate(v) != nil {
		return false
	}
	*place = v
	return true
}

// strict decodes one JSON value that has no field that this program does not
// know and nothing after it.
func strict(data []byte, into any) error {
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(into); err != nil {
		return err
	}
	if _, err := decoder.Token(); err != io.EOF {
		return fmt.Errorf("%w: something follows the end", record.ErrDamaged)
	}
	return nil
}

func (c content) encode() ([]byte, error) {
	out := struct {
		Version       int              `json:"version"`
		Window        Window           `json:"window"`
		Theme         Theme            `json:"theme"`
		TextSize      int              `json:"text_size"`
		Language      wording.Language `json:"language"`
		ReducedMotion bool             `json:"reduced_motion"`
		Title         string           `json:"title"`
		Anchors       []anchor         `json:"anchors,omitempty"`
	}{version, c.settings.Window, c.settings.Theme, c.settings.TextSize, c.settings.Language,
		c.settings.ReducedMotion, c.settings.Title, c.anchors}
	data, err := json.MarshalIndent(out, "", "\t")
	if err != nil {
		return nil, fmt.Errorf("write the settings file: %w", err)
	}
	return append(data, '\n'), nil
}

func damaged() content {
	return content{settings: Usual(), notices: []wording.Text{
		wording.T("The settings file of Holdfast could not be read, so the window starts with the usual settings. Your vaults are not touched by this."),
		noticeAnchors(),
	}}
}

func noticeAnchors() wording.Text {
	return wording.T("Holdfast no longer knows how far your vaults had got. The next time you unlock, it can't tell whether a vault was put back to an older state.")
}

func noticeNewer() wording.Text {
	return wording.T("The settings file was written by a newer Holdfast. It is left as it is, and changes to the settings last until you close the window.")
}
