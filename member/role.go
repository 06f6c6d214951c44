package member

import (
	"slices"

	"holdfast/record"
	"holdfast/wording"
)

// Role is something that a person does on the board for a time.
type Role struct {
	// Name is a code of Roles() or free text.
	Name string `json:"name"`
	// Of is the committee or group that the role belongs to, if any.
	Of string `json:"of,omitempty"`
	// From and Until are the first and the last day, where known; an open
	// Until means that it goes on.
	From  record.Date `json:"from,omitzero"`
	Until record.Date `json:"until,omitzero"`
}

// Roles are the roles that boards usually have, to choose from or to pass by.
func Roles() []Suggestion {
	return []Suggestion{
		{"chair", wording.T("Chair"), []string{"chairperson", "president", "presidencia", "presidenta", "presidente"}},
		{"co_chair", wording.T("Co-chair"), []string{"co chair", "cochair", "copresidencia", "copresidenta", "copresidente"}},
		{"vice_chair", wording.T("Vice-chair"), []string{"vice chair", "vice president", "vicepresidencia", "vicepresidenta", "vicepresidente"}},
		{"note_taker", wording.T("Note-taker"), []string{"note taker", "secretary", "toma de notas", "secretaria", "secretario", "secretaría"}},
		{"treasurer", wording.T("Treasurer"), []string{"fiscal agent", "tesorería", "tesorera", "tesorero"}},
		{"facilitator", wording.T("Facilitator"), []string{"moderator", "facilitación", "facilitadora", "facilitador"}},
		{"coordinator", wording.T("Coordinator"), []string{"coordinación", "coordinadora", "coordinador"}},
		{"committee_lead", wording.T("Committee lead"), []string{"committee chair", "responsable de comité"}},
		{"subject_expert", wording.T("Subject expert"), []string{"subject-matter expert", "sme", "expert", "experta", "experto", "persona experta en el tema"}},
		{"peer_support_lead", wording.T("Peer support lead"), []string{"peer support", "apoyo entre pares", "responsable de apoyo entre pares"}},
		{"speaker", wording.T("Speaker or trainer"), []string{"speaker", "trainer", "ponente", "ponencias o capacitación", "capacitadora", "capacitador"}},
		{"reviewer", wording.T("Reviewer"), []string{"revisión", "revisora", "revisor"}},
		{"liaison", wording.T("Liaison"), []string{"enlace"}},
		{"alternate", wording.T("Alternate"), []string{"substitute", "suplencia", "suplente"}},
	}
}

// On says whether the role is held on a day.
func (r Role) On(day record.Date) bool {
	return !r.From.After(day) && (r.Until.IsZero() || !r.Until.Before(day))
}

// Label is the role in words, with what it is of: "Committee lead, outreach".
func (r Role) Label() wording.Text {
	name := Label(Roles(), r.Name)
	if r.Of == "" {
		return name
	}
	return wording.T("{role}, {of}", "role", name, "of", r.Of)
}

// RolesOn are the roles that the person holds on a day.
func (m Member) RolesOn(day record.Date) []Role {
	var held []Role
	for _, r := range m.Roles {
		if r.On(day) {
			held = append(held, r)
		}
	}
	return held
}

// WithRole is the member with one more role.
func (m Member) WithRole(r Role) Member {
	r.Name, _ = Recognise(Roles(), r.Name)
	r.Of = line(r.Of)
	m.Roles = append(slices.Clip(m.Roles), r)
	return m
}

// roles checks the roles.
func (p *problems) roles(m Member) {
	p.few("roles", len(m.Roles))
	for _, r := range m.Roles {
		p.When(line(r.Name) == "", wording.Refuse("roles", "Write what the role is called."))
		p.line("roles", r.Name)
		p.line("roles", r.Of)
		if !r.From.IsZero() && !r.Until.IsZero() && r.Until.Before(r.From) {
			p.Add(wording.Refuse("roles", "The role “{role}” ends before it begins. Correct one of the days.", "role", r.Label()))
		}
	}
}
