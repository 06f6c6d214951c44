package roster

import (
	"errors"
	"strings"
	"testing"

	"holdfast/contact"
	"holdfast/member"
)

// Whatever a list holds, whoever comes out of it can be saved as they are, and
// a number is safe only where a cell of the row is a plain yes.
func FuzzAList(f *testing.F) {
	for _, seed := range []string{listEN, listES, listForms, "Name,Phone,Safe to call\nAna,1234567,yes\n", "Name\n\"A, B\"\n", "Nombre;Estado\nAna;activa\n",
		"Name,Text OK?,WhatsApp\nAna,no,same\n", "Name,Joined,Term ends\nAna,45356,31/12/2027\n"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		list, err := Read(t.Context(), []byte(text), Options{})
		if err != nil {
			return
		}
		m := Guess(list, member.Fields())
		m.TimeZone = "America/Chicago"
		plan, err := Prepare(t.Context(), list, m, setting())
		if err != nil {
			return // no column is the name
		}
		rows := map[int]string{}
		for _, row := range list.Rows {
			for _, c := range row.Cells {
				if saysYes(c.Text) {
					rows[row.Line] += c.Text
				}
			}
		}
		for _, p := range plan.People {
			if err := errors.Join(p.Member.Validate(today), p.Sheet.Validate()); err != nil {
				t.Fatalf("line %d can't be saved: %v", p.Line, err)
			}
			for _, c := range p.Sheet.Channels {
				if c.Safe != contact.SafetyUnknown && c.Safe != contact.NeverSafe && rows[p.Line] == "" && !strings.Contains(text, "only at times") {
					t.Fatalf("line %d makes %s %s without a yes", p.Line, c.Kind, c.Safe)
				}
			}
		}
		for _, r := range plan.Refused {
			if r.Reason.IsZero() || r.Line == 0 {
				t.Fatalf("a refusal without a reason or a line: %+v", r)
			}
		}
	})
}
