package board_test

import (
	"strings"
	"testing"

	"holdfast/attachment"
	"holdfast/record"
)

// A scanned page that is erased is gone with all that it consists of, and
// takes nobody else's with it, whichever of its records was named.
func TestAScannedPageIsErasedWholeAndAlone(t *testing.T) {
	w := newWorld(t)
	b := w.settled()
	wren, heron := add(t, b, "Wren"), add(t, b, "Heron")
	scan := func(words string) []byte {
		return []byte("%PDF-1.7\n" + strings.Repeat(words, 100_000) + "\n%%EOF\n")
	}
	part := attachment.PartSchema()
	gone, err := b.Attachments().Add(wren.ID, scan("wren"))
	must(t, err)
	one := part.Key(attachment.Part{Owner: wren.ID, ID: gone.ID, Number: 1})
	refused(t, b.Leaving().MarkRecord(part.Collection, one), "record")
	stays, err := b.Attachments().Add(heron.ID, scan("heron"))
	must(t, err)
	refused(t, b.Leaving().MarkRecord(part.Collection, one), "record")
	must(t, b.Leaving().MarkRecord(attachment.Schema().Collection, record.Join(wren.ID, gone.ID)))
	_, err = b.Leaving().Erase(t.Context(), nil)
	must(t, err)
	if _, _, err := b.Attachments().Bytes(heron.ID, stays.ID); err != nil {
		t.Errorf("somebody else's page: %v", err)
	}
	must(t, b.Close())
	if all := allVersions(t, w); strings.Contains(all, string(gone.ID)) && strings.Contains(all, "attachment_part "+string(wren.ID)) {
		t.Error("the bytes of an erased page are still there")
	}
}
