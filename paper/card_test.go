package paper_test

import (
	"bytes"
	"errors"
	"regexp"
	"strings"
	"testing"
	"time"

	"holdfast/paper"
	"holdfast/record"
	"holdfast/wording"
)

func card() paper.Card {
	return paper.Card{
		Code: "7f3a-19c2",
		Ways: []paper.Way{
			{Name: "Signal", Value: "••• •• 41", Hours: "Every day 09:00–20:00", Rules: "Disappearing messages on",
				Else: "If anyone else answers: ask about opening hours, then stop."},
			{Name: "Phone", Value: "••• •• 41", Hours: "Weekdays 10:00–15:00", Rules: "No voicemail · hide caller ID",
				Else: "If anyone else answers: say it is a wrong number, then stop."},
			{Name: "Email", Value: "w•••@•••", Hours: "Any time", Rules: "Subject “Book club” · no attachments"},
			{Name: "Post", Rules: "Never"},
		},
		Words: []paper.Line{
			{Label: "Say you are", Text: "“from the library group”"},
			{Label: "Safe word", Text: "“late fees” means stop and call back tomorrow"},
			{Label: "“Call me later” word", Text: "“overdue”"},
		},
		Confirmed: record.Date{Year: 2026, Month: time.November, Day: 3},
	}
}

// tarjeta is the card as it is worded in Spanish, with names of things in
// Vietnamese.
func tarjeta() paper.Card {
	return paper.Card{
		Code: "7f3a-19c2",
		Ways: []paper.Way{
			{Name: "Teléfono", Value: "••• •• 41", Hours: "De lunes a viernes 10:00–15:00; Cada sábado 09:00–12:00",
				Rules: "Sin mensaje de voz · ocultar el número", Else: "Si contesta otra persona: pregunte por el horario y termine."},
			{Name: "Correo electrónico", Value: "n•••@•••", Hours: "A cualquier hora", Rules: "Asunto “Câu lạc bộ sách Ước Mơ” · sin adjuntos"},
		},
		Words:     []paper.Line{{Label: "Palabra segura", Text: "“pingüino” significa pare y llame mañana"}},
		Confirmed: record.Date{Year: 2026, Month: time.November, Day: 3},
	}
}

func TestTheCardStaysAsItWasLaidOut(t *testing.T) {
	cards := map[string]paper.Card{"en": card(), "es": tarjeta()}
	for language, book := range books(t) {
		pdf, err := paper.ContactCard(cards[language], book, fonts())
		if err != nil {
			t.Fatal(err)
		}
		kept(t, "card-"+language+".pdf", pdf)
		golden(t, "card-"+language+".txt", text(t, pdf))
		if n := len(pages(t, pdf)); n != 1 {
			t.Errorf("%s: the card has %d pages", language, n)
		}
		if again, _ := paper.ContactCard(cards[language], book, fonts()); !bytes.Equal(pdf, again) {
			t.Errorf("%s: another card came out", language)
		}
	}
}

func TestALongCardGoesOnAndLosesNothing(t *testing.T) {
	c := card()
	for i := range 12 {
		c.Ways = append(c.Ways, paper.Way{Name: "Email", Value: strings.Repeat("long.", 40) + "@example.org",
			Hours: strings.Repeat("Monday and Friday 09:00–10:00; ", 6), Rules: "no attachments " + string(rune('a'+i))})
	}
	pdf, err := paper.ContactCard(c, wording.English(), fonts())
	if err != nil {
		t.Fatal(err)
	}
	kept(t, "card-long.pdf", pdf)
	printed := text(t, pdf)
	if n := len(pages(t, pdf)); n < 3 {
		t.Errorf("the card has %d pages", n)
	}
	for i := range 12 {
		if !strings.Contains(printed, "no attachments "+string(rune('a'+i))) {
			t.Errorf("way %d is missing", i)
		}
	}
	joined := regexp.MustCompile(`\n *\S+ +\S+  `).ReplaceAllString(printed, "")
	if n := strings.Count(joined, "long."); n != 12*40 {
		t.Errorf("%d pieces of the addresses are there", n)
	}
	for _, page := range strings.Split(printed, "page ")[1:] {
		first := strings.SplitN(page, "\n", 3)[1]
		if name := strings.TrimSpace(first[17:]); name != "Email" && name != "Say you are" && name != "7f3a-19c2" {
			t.Errorf("a page begins in the middle: %q", name)
		}
	}
}

func TestTheLettersOfABoardsLanguagesAllPrint(t *testing.T) {
	for _, name := range []string{"¿Cómo está? ¡Ñandú, pingüino!", "Œuvre, garçon, Noël, où, à côté", "Nguyễn Thị Ngọc Ánh, đường Lê Lợi, ơ ư ợ ữ ẵ",
		"N\u0303an\u0303 e\u0302\u0309", "Łódź, Žižek, Ștefan", "Ελένη", "Олена", "“…” – — · • № € £"} {
		c := card()
		c.Ways[0].Rules = name
		pdf, err := paper.ContactCard(c, wording.English(), fonts())
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if strings.ContainsRune(text(t, pdf), '\u0303') {
			t.Errorf("%s: an accent stands apart from its letter", name)
		}
	}
	c := card()
	c.Ways[0].Rules = "ไทย"
	if _, err := paper.ContactCard(c, wording.English(), fonts()); !errors.Is(err, record.ErrInvalid) {
		t.Errorf("what can't be printed: %v", err)
	}
}

func TestAnEmptyCardStillSaysToAskFirst(t *testing.T) {
	pdf, err := paper.ContactCard(paper.Card{Code: "7f3a"}, wording.English(), fonts())
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(text(t, pdf), "Never confirmed: ask first.") {
		t.Errorf("the card reads\n%s", text(t, pdf))
	}
}
