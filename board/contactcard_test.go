package board_test

import (
	"bytes"
	"testing"

	"holdfast/assets"
	"holdfast/contact"
	"holdfast/member"
	"holdfast/wording"
)

func TestTheWordsForAContactTakeTheNamesFromThePerson(t *testing.T) {
	b := newWorld(t).settled()
	m, err := b.AddMember(member.Member{Name: "Wren", SpokenName: "Ren", EmergencyName: "Heron", EmergencyRelation: "peer support person",
		EmergencyMayTell: "a book club", MustNotKnow: "the landlord"})
	must(t, err)
	must(t, b.SaveSheet(contact.Sheet{Member: m.ID, From: "the library group"}))
	words := func() string {
		t.Helper()
		lines, err := b.ContactWords(m.ID)
		must(t, err)
		var all string
		for _, line := range lines {
			all += line.Label.String() + ": " + line.Text.String() + "\n"
		}
		return all
	}
	want := "Name to use: Wren\nIf others may hear: Ren\nSay you are: “from the library group”\n" +
		"Emergency contact: peer support person · Heron\nThey may be told: a book club\nMust not learn of it: the landlord\n"
	if got := words(); got != want {
		t.Errorf("got\n%s", got)
	}
	settings, err := b.Settings()
	must(t, err)
	settings.Hidden = []string{"must_not_know", "emergency_relation"}
	_, err = b.SaveSettings(settings)
	must(t, err)
	want = "Name to use: Wren\nIf others may hear: Ren\nSay you are: “from the library group”\nEmergency contact: Heron\nThey may be told: a book club\n"
	if got := words(); got != want {
		t.Errorf("with hidden fields:\n%s", got)
	}
	if _, err := b.ContactWords("nobody"); err == nil {
		t.Error("nobody has words")
	}
}

func TestACardIsAPrintableSheetWithoutTheName(t *testing.T) {
	b := newWorld(t).settled()
	m := add(t, b, "Wren")
	reachable(t, b, m.ID, "2026-11-03")
	spanish, err := assets.Book(wording.InSpanish)
	must(t, err)
	masked, err := b.ContactCard(m.ID, wording.English(), false)
	must(t, err)
	whole, err := b.ContactCard(m.ID, wording.English(), true)
	must(t, err)
	tarjeta, err := b.ContactCard(m.ID, spanish, false)
	must(t, err)
	for _, pdf := range [][]byte{masked, whole, tarjeta} {
		if !bytes.HasPrefix(pdf, []byte("%PDF-")) || bytes.Contains(pdf, []byte("Wren")) || bytes.Contains(pdf, []byte("Riverside")) {
			t.Errorf("this is no card: %.60s", pdf)
		}
	}
	again, err := b.ContactCard(m.ID, wording.English(), false)
	must(t, err)
	if !bytes.Equal(masked, again) || bytes.Equal(masked, whole) || bytes.Equal(masked, tarjeta) {
		t.Error("the cards are alike where they should differ, or the other way round")
	}
	if _, err := b.ContactCard("nobody", wording.English(), false); err == nil {
		t.Error("nobody has a card")
	}
}
