package member

import "holdfast/wording"

// Pronouns are pronouns to choose from; most people will write their own.
func Pronouns() []Suggestion {
	return []Suggestion{
		{"she / her", wording.T("she / her"), []string{"she/her", "she/her/hers"}},
		{"he / him", wording.T("he / him"), []string{"he/him", "he/him/his"}},
		{"they / them", wording.T("they / them"), []string{"they/them", "they/them/theirs"}},
		{"she / they", wording.T("she / they"), []string{"she/they"}},
		{"he / they", wording.T("he / they"), []string{"he/they"}},
		{"any", wording.T("any pronouns"), nil},
		{"name", wording.T("my name, no pronouns"), nil},
	}
}

// Accommodations are what people often ask for, so that nobody has to be the
// first to think of it.
func Accommodations() []Suggestion {
	return []Suggestion{
		{"seating", wording.T("A seat of their choice, near the way out"), []string{"seating"}},
		{"lighting", wording.T("Softer light"), []string{"lighting"}},
		{"quiet", wording.T("A quiet room to step out to"), []string{"quiet room", "sala tranquila"}},
		{"captions", wording.T("Captions"), []string{"subtítulos"}},
		{"camera_off", wording.T("Camera off"), []string{"cámara apagada"}},
		{"questions_ahead", wording.T("Questions in writing beforehand"), []string{"written questions in advance"}},
		{"breaks", wording.T("Breaks"), []string{"descansos", "pausas"}},
		{"large_print", wording.T("Large print"), []string{"letra grande"}},
		{"food", wording.T("Food that suits them"), []string{"dietary"}},
		{"childcare", wording.T("Childcare"), []string{"child care", "cuidado infantil", "cuidado de niños"}},
		{"mobility", wording.T("A way in without steps"), []string{"mobility", "wheelchair access", "sin escalones"}},
		{"sensory", wording.T("Little noise and scent"), []string{"sensory"}},
		{"service_animal", wording.T("A service animal comes along"), []string{"service animal", "animal de servicio"}},
	}
}

// CheckIns are the ways of checking in to choose from.
func CheckIns() []Suggestion {
	return []Suggestion{
		{string(CheckInNone), wording.T("No check-in"), []string{"no", "none", "ninguno", "no preguntar"}},
		{string(CheckInText), wording.T("A message"), []string{"text", "message", "sms", "mensaje", "un mensaje"}},
		{string(CheckInCall), wording.T("A call"), []string{"call", "phone", "llamada", "una llamada"}},
		{string(CheckInNextDay), wording.T("The day after"), []string{"next day", "al día siguiente"}},
	}
}

// StageChoices are the stages to choose from while reading a spreadsheet, with
// what lists usually call them.
func StageChoices() []Suggestion {
	also := map[Stage][]string{
		Prospect:    {"candidate", "potential", "candidata", "candidato", "posible", "posible integrante"},
		Invited:     {"invitada", "invitado", "con invitación"},
		Applied:     {"applicant", "solicitante", "solicitó", "con solicitud"},
		Interviewed: {"interview", "entrevistada", "entrevistado", "entrevista hecha", "con entrevista hecha"},
		Offered:     {"offer", "offer made", "oferta", "con oferta", "con un puesto ofrecido"},
		Onboarding:  {"joining", "new", "new member", "orientation", "incorporación", "orientación", "nueva", "nuevo"},
		Active:      {"member", "current", "current member", "board member", "activa", "activo", "miembro", "integrante", "en activo"},
		OnLeave:     {"leave", "leave of absence", "paused", "permiso", "de permiso", "en pausa", "licencia"},
		TermEnding:  {"ending", "outgoing", "fin de mandato", "termina su período", "fin de período"},
		Alumni:      {"alum", "alumna", "alumnus", "former", "former member", "past member", "exintegrante", "exmiembro", "ex miembro", "egresada", "egresado"},
		Withdrawn:   {"withdrew", "left", "resigned", "renunció", "se retiró", "retirada", "retirado"},
		Declined:    {"said no", "not selected", "rechazó", "rechazada", "rechazado", "dijo que no", "no se concretó"},
		Removed:     {"removed", "dismissed", "destituida", "destituido", "terminado por el consejo"},
		Deceased:    {"deceased", "died", "fallecida", "fallecido", "falleció", "ha fallecido"},
	}
	var all []Suggestion
	for _, s := range Stages() {
		all = append(all, Suggestion{string(s), s.Label(), also[s]})
	}
	return all
}
