package roster

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"holdfast/contact"
	"holdfast/member"
	"holdfast/record"
)

// update writes the files of testdata and what is expected of them again:
//
//	go test ./roster -run TestRealLists -update
var update = flag.Bool("update", false, "write testdata again")

var today = record.Date{Year: 2026, Month: time.November, Day: 22}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// setting is a board without people, with identifiers that repeat from run to
// run.
func setting() Setting {
	return Setting{Fields: member.Fields(), Random: rand.NewChaCha8([32]byte{1}), Today: today}
}

func load(t testing.TB, data string) *Table {
	t.Helper()
	got, err := Read(context.Background(), []byte(data), Options{})
	must(t, err)
	return got
}

// prepare reads a list and plans it as it is guessed.
func prepare(t testing.TB, data string, change func(*Mapping)) *Plan {
	t.Helper()
	list := load(t, data)
	m := Guess(list, member.Fields())
	if change != nil {
		change(&m)
	}
	plan, err := Prepare(context.Background(), list, m, setting())
	must(t, err)
	return plan
}

// expected is what a golden file holds of a list.
type expected struct {
	Mapping json.RawMessage `json:"mapping"`
	People  []person        `json:"people"`
	Refused []string        `json:"refused,omitempty"`
	LeftOut []string        `json:"left_out,omitempty"`
	Alike   []string        `json:"alike,omitempty"`
	Notices []string        `json:"notices,omitempty"`
}

type person struct {
	Line      int           `json:"line"`
	Member    member.Member `json:"member"`
	Sheet     contact.Sheet `json:"sheet"`
	Notes     []string      `json:"notes,omitempty"`
	LookAgain []string      `json:"look_again,omitempty"`
}

func TestRealListsComeInAsTheyDidBefore(t *testing.T) {
	if *update {
		writeLists(t)
	}
	for _, name := range []string{"board-en.csv", "board-es.csv", "board-bom.csv", "board-utf16.csv", "board.xlsx", "forms-en.csv"} {
		t.Run(name, func(t *testing.T) {
			list, err := ReadFile(context.Background(), filepath.Join("testdata", name), Options{})
			must(t, err)
			got, err := json.MarshalIndent(outcome(t, list), "", "\t")
			must(t, err)
			golden := filepath.Join("testdata", name+".golden.json")
			if *update {
				must(t, os.WriteFile(golden, append(got, '\n'), 0o644))
			}
			want, err := os.ReadFile(golden)
			must(t, err)
			if !bytes.Equal(bytes.TrimSpace(want), got) {
				t.Errorf("%s comes in differently:\n%s", name, got)
			}
		})
	}
}

func outcome(t *testing.T, list *Table) expected {
	m := Guess(list, member.Fields())
	plan, err := Prepare(context.Background(), list, m, setting())
	must(t, err)
	mapping, err := m.Encode()
	must(t, err)
	out := expected{Mapping: mapping}
	for _, p := range plan.People {
		one := person{Line: p.Line, Member: p.Member, Sheet: p.Sheet, Notes: p.Notes}
		for _, r := range p.LookAgain {
			one.LookAgain = append(one.LookAgain, columnName(r.Column)+": "+r.What.String())
		}
		out.People = append(out.People, one)
	}
	for _, r := range plan.Refused {
		out.Refused = append(out.Refused, fmt.Sprintf("line %d, %s: %s", r.Line, columnName(r.Column), r.Reason))
	}
	for _, l := range plan.LeftOut {
		out.LeftOut = append(out.LeftOut, columnName(l.Column)+": "+l.Why.String())
	}
	for _, d := range plan.Duplicates {
		out.Alike = append(out.Alike, d.Reason().String())
	}
	for _, n := range plan.Notices {
		out.Notices = append(out.Notices, n.String())
	}
	return out
}

// The lists are invented. Their shapes are those of lists that boards keep.
const listEN = `Willow Street advisory board,,,,,,,,,,,,
Updated by the office,,,,,,,,,,,,
First name,Last name,Preferred name,Pronouns,Cell,OK to leave voicemail?,Safe to call?,OK to text?,Best time to call,Email,Status,Joined,SSN
Wren,Alder,,she/her,(202) 555-0141,Yes,Yes,No,Weekdays 10:00-15:00,wren@example.org,Active,3/25/2024,123-45-6789
Jonathan,Okafor,Jo,they/them,202-555-0142,no,yes,yes,any time,jo@example.org,On leave,11/2/2023,
María,Núñez,,,+1 202 555 0143,only if she answers,Yes,,mornings,,alumni,6/30/2021,
Sam,Reyes,,he/him,2.03E+09,Yes,yes,yes,,sam@example.org,active,1/5/2025,
Kit,Lowe,,,202 555 0144,,,,,not an address,Active,13/13/2024,
,,,,,,,,,,,,
Wren,Alder,,,202 555 0141,,,,,,prospect,,
`

const listES = `Nombre;Apellidos;Pronombres;Teléfono móvil;¿Se puede dejar mensaje?;¿Es seguro llamar?;Mejor hora para llamar;Correo electrónico;Idioma;¿Necesita intérprete?;Estado;Fecha de ingreso;Contacto de emergencia;Teléfono de emergencia;Estatus migratorio
Ana;Núñez Peña;ella;0412 345 678;sí;sí;lunes a viernes de 10 a 15 h;ana@ejemplo.example;español;no;activa;05/03/2024;Su tía;0412 000 111;x
Iñaki;Ruiz;él;+34 612 345 678;no;no;;;español, inglés;sí;de permiso;25/12/2023;;;
Luz;Ocampo;elle;0412 345 679;solo si contesta ella;sí;por las mañanas;luz@ejemplo.example;náhuatl;sí;invitada;1/2/2025;;;
`

const listForms = `Timestamp,What name would you like us to use?,What are your pronouns?,Phone number,Is it safe to leave a voicemail?,Is it safe to text you?,When is the best time to call?,Email address,How do you prefer to be contacted?,What language do you prefer?,Dietary needs,What happened to you?,Anything else?
3/5/2026 14:22:01,Robin,they/them,202-555-0150,Yes,Yes,"Mon, Wed 9:00 am to 1 pm",robin@example.org,Text,English,vegetarian,,
3/6/2026 9:02:11,Ash,she/her,202-555-0151,No,No,after 6,ash@example.org,Email,Spanish,,,hello
`

func writeLists(t *testing.T) {
	write := func(name string, data []byte) { must(t, os.WriteFile(filepath.Join("testdata", name), data, 0o644)) }
	write("board-en.csv", []byte(listEN))
	western, err := charmap.Windows1252.NewEncoder().String(strings.ReplaceAll(listES, "\n", "\r\n"))
	must(t, err)
	write("board-es.csv", []byte(western))
	write("board-bom.csv", []byte("\xef\xbb\xbf"+listES))
	wide, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(strings.ReplaceAll(listES, ";", "\t"))
	must(t, err)
	write("board-utf16.csv", []byte(wide))
	write("forms-en.csv", []byte(listForms))
	write("board.xlsx", workbook(t))
}

// workbook has a title over merged cells, a second line of header, numbers of
// both kinds, days as dates, day numbers and texts, and a hidden row.
func workbook(t *testing.T) []byte {
	f := excelize.NewFile()
	must(t, f.SetSheetName("Sheet1", "Members 2026"))
	sheet := "Members 2026"
	rows := [][]any{
		{"The advisory board, spring"},
		{"Member", "Reach", nil, nil, "On the board", nil, nil, "Legal name"},
		{nil, "Phone", "Email", "Safe to email", "Role", "Joined", "Term ends"},
		{"Alex Stone", 2025550160, "alex@example.org", true, "Chair", 45356, nil, "x"},
		{"Bea Fuentes", "0412 345 678", "bea@example.org", false, nil, "2024-04-01", 46387},
		{"Cruz, Dan", 412345678, "dan@example.org", "ask first", nil, "04/05/2024", nil},
		{"Eli Marsh", "+1 202 555 0163", nil, nil, nil, nil, nil},
	}
	for i, row := range rows {
		must(t, f.SetSheetRow(sheet, "A"+string(rune('1'+i)), &row))
	}
	day, code := "dd/mm/yyyy", "0000000000"
	asDay, err := f.NewStyle(&excelize.Style{CustomNumFmt: &day})
	must(t, err)
	asCode, err := f.NewStyle(&excelize.Style{CustomNumFmt: &code})
	must(t, err)
	must(t, f.SetCellStyle(sheet, "F4", "G7", asDay))
	must(t, f.SetCellStyle(sheet, "B6", "B6", asCode))
	for _, area := range [][2]string{{"A1", "H1"}, {"A2", "A3"}, {"B2", "D2"}, {"E2", "G2"}, {"H2", "H3"}, {"E4", "E5"}} {
		must(t, f.MergeCell(sheet, area[0], area[1]))
	}
	must(t, f.SetRowVisible(sheet, 7, false))
	_, err = f.NewSheet("Notes")
	must(t, err)
	out, err := f.WriteToBuffer()
	must(t, err)
	must(t, f.Close())
	return out.Bytes()
}
