package roster

import (
	"testing"

	"holdfast/member"
)

func TestAColumnIsKnownByItsNameInEnglishAndSpanish(t *testing.T) {
	for to, names := range map[string][]string{
		"name": {"Preferred name", "Chosen Name", "NAME TO USE", "Goes by", "Nickname", "What should we call you?", "What name would you like us to use?",
			"Nombre preferido", "Nombre elegido", "¿Cómo quiere que le llamemos?", "Nombre social"},
		"full_name":   {"Name", "Full name", "NAME ", "Member", "Member name", "Names", "Board member", "Nombre", "Nombre completo", "Nombre y apellidos", "Integrante", "Participant"},
		"first_name":  {"First name", "First Name*", "FirstName", "Given name", "Nombre de pila", "Nombres"},
		"last_name":   {"Last name", "Surname", "Family name", "Apellido", "Apellidos", "Primer apellido"},
		"spoken_name": {"Voicemail name", "Name for voicemail", "Name to use if someone else answers", "Alias", "Safe name", "Nombre para el buzón", "Nombre si contesta otra persona"},
		"pronouns":    {"Pronouns", "Preferred pronouns", "Pronouns (optional)", "What are your pronouns?", "Pronombres"},
		"phone": {"Phone", "Phone number", "Phone #", "Phone no.", "Tel.", "Telephone", "Cell", "Cell phone", "Cellphone", "Mobile", "Mobile Phone Number", "Contact number",
			"Home phone", "Phone (home)", "Work phone", "Best phone number to reach you at", "Phone 2", "Member's phone", "Teléfono", "Teléfono móvil", "Móvil", "Celular", "Número de teléfono", "Tel. móvil", "Teléfono de casa"},
		"email":                    {"Email", "E-mail", "Email address", "E-Mail Address", "Personal email", "Mail", "Correo", "Correo electrónico", "Dirección de correo electrónico"},
		"text":                     {"SMS", "Text number", "Mensajes de texto"},
		"whatsapp":                 {"WhatsApp", "Whats App number", "Número de WhatsApp"},
		"signal":                   {"Signal", "Signal number"},
		"post":                     {"PO box", "P.O. Box", "Substitute address", "Apartado postal", "Dirección sustituta"},
		"phone.voicemail":          {"Voicemail", "OK to leave voicemail?", "Safe to leave a voicemail", "Safe to leave voicemail (Y/N)", "Voicemail OK", "Leave message?", "Can we leave a message", "Se puede dejar mensaje", "¿Se puede dejar mensaje en el buzón de voz?", "Buzón de voz"},
		"phone.safe":               {"Safe to call", "OK to call?", "Can we call you?", "Is it safe to call", "Safe phone?", "¿Es seguro llamar?", "¿Se puede llamar?", "Seguro llamar"},
		"text.safe":                {"Safe to text", "OK to text?", "Can we text you", "Is it safe to text you?", "¿Se puede enviar mensajes de texto?", "Seguro enviar mensajes"},
		"email.safe":               {"Safe to email", "OK to email?", "Is it safe to send an email?", "¿Es seguro enviar correo?"},
		"whatsapp.safe":            {"OK to WhatsApp", "¿Se puede usar WhatsApp?"},
		"phone.hours":              {"Best time to call", "Best times to call", "Best time to contact you", "When is the best time to call?", "Safe hours", "Safe times", "When to call", "Mejor hora para llamar", "Horario seguro", "¿Cuándo llamar?", "Hora para llamar"},
		"phone.organisation_named": {"OK to say organization name?", "May we identify the agency"},
		"phone.if_someone_else":    {"What to do if someone else answers", "Si contesta otra persona, ¿qué decir?"},
		"phone.device_shared_with": {"Phone shared with", "Shared phone", "Is the phone shared?", "¿Con quién comparte el teléfono?"},
		"preferred_way":            {"Preferred contact method", "Best way to reach you", "Contact preference", "How do you prefer to be contacted?", "Medio de contacto preferido", "Forma preferida de contacto"},
		"contact_confirmed":        {"Safe contact confirmed", "Contact info last confirmed on", "Last confirmed", "Contacto confirmado"},
		"do_not_contact_until":     {"Do not contact until", "No contactar hasta"},
		"time_zone":                {"Time zone", "Timezone", "Zona horaria"},
		"safe_word":                {"Code word", "Safe word", "Palabra clave"},
		"languages":                {"Language", "Languages", "Preferred language", "Primary Language", "Language(s) spoken", "What language do you prefer?", "Idioma", "Idiomas que habla", "Lengua materna"},
		"interpreter":              {"Interpreter", "Interpreter needed?", "Needs interpreter", "Do you need an interpreter?", "¿Necesita intérprete?", "Requiere interpretación"},
		"stage":                    {"Status", "Membership status", "Stage", "Member status", "Current status", "Estado", "Estatus", "Etapa", "Situación actual"},
		"stage_on":                 {"Status date", "Status since", "Fecha de estado"},
		"joined":                   {"Joined", "Date joined", "Joined on", "Member since", "Start date", "Fecha de ingreso", "Miembro desde", "Fecha de inicio"},
		"term_start":               {"Term start", "Start of term", "Term begins", "Inicio de mandato", "Inicio del período"},
		"term_end":                 {"Term end", "Term ends", "Term end date", "End of term", "Term expires", "Fin de mandato", "Fin del período", "Vencimiento"},
		"role":                     {"Role", "Board role", "Position", "Roles", "Cargo", "Rol", "Puesto"},
		"skills":                   {"Skills", "Skills and interests", "Habilidades"},
		"accommodations":           {"Accommodations", "Accomodations needed", "Ajustes razonables"},
		"access_needs":             {"Access needs", "Accessibility needs", "Accesibilidad"},
		"availability":             {"Availability", "Availability for meetings", "Disponibilidad"},
		"emergency_name":           {"Emergency contact", "Emergency contact name", "Name of emergency contact", "Who is your emergency contact?", "Contacto de emergencia", "Nombre del contacto de emergencia"},
		"emergency_reach":          {"Emergency contact phone", "Emergency phone", "Emergency contact number", "Teléfono de emergencia", "Teléfono del contacto de emergencia"},
		"emergency_relation":       {"Emergency contact relationship", "Relationship to emergency contact", "Parentesco (contacto de emergencia)", "Relación con el contacto de emergencia"},
		"emergency_knows":          {"Does emergency contact know about the board?", "¿El contacto de emergencia sabe?"},
		"support_person":           {"Support person", "Persona de apoyo"},
		"support_reach":            {"Support person phone", "Teléfono de la persona de apoyo"},
		"must_not_know":            {"Who must not know", "Do not tell", "Quién no debe saber"},
		"topics_to_avoid":          {"Topics to avoid", "Triggers", "Temas a evitar"},
		"what_helps":               {"What helps", "Qué ayuda"},
		"note":                     {"Notes", "Comments", "Other notes", "Notas", "Observaciones", "Comentarios"},
	} {
		for _, name := range names {
			got, _ := recognise(name)
			if got != to {
				t.Errorf("%q is taken for %q, want %q", name, got, to)
			}
		}
	}
}

// A column about somebody else, or about something that is not asked here, is
// nobody's phone, name or status.
func TestAColumnOfSomethingElseIsLeftAlone(t *testing.T) {
	for _, name := range []string{
		"Sister's phone", "Phone (husband)", "Email [case manager]", "Husband phone", "Partner's name", "Mother's cell", "Case manager", "Case manager phone", "Case manager name",
		"Advocate email", "Employer phone", "Trafficker name", "Do not call", "Not safe to call", "Do not leave voicemail", "Phone of ex",
		"Teléfono del esposo", "Nombre de la madre", "No llamar", "No se puede llamar", "No es seguro llamar", "No es seguro enviar mensajes", "Should we call you?", "Why should we not call you?", "No dejar mensaje", "Teléfono de la hermana",
		"Marital status", "Immigration status", "Application status", "HIV status", "Visa status", "Payment status", "Estado civil",
		"Company name", "School name", "File name", "Username", "User name", "Pet name", "Street", "City", "State", "Zip", "Ciudad",
		"Timestamp", "ID", "#", "Column1", "T-shirt size", "Best friend", "Last contacted", "Date of last call", "Email sent", "Text of agreement",
		"Phone bill", "Phone type", "Website", "Age", "DOB", "Date of birth", "", "?", "123",
	} {
		if got, ok := recognise(name); ok {
			t.Errorf("%q is taken for %q", name, got)
		}
	}
}

func TestWhatIsSaferNotKeptIsLeftOutWithTheReason(t *testing.T) {
	for _, name := range []string{"SSN", "Social Security #", "Immigration status", "Visa type", "Diagnosis", "Their story", "Home address",
		"Case details", "Date of birth", "DOB", "Age", "Legal name", "Bank account", "PayPal", "Estatus migratorio", "Diagnóstico", "Historia",
		"Domicilio", "Fecha de nacimiento", "Nombre legal", "Cuenta de banco"} {
		if doubt := concern(name); !doubt.kept || doubt.why.IsZero() {
			t.Errorf("%q gets no reason", name)
		}
		list := load(t, "Name,"+name+"\nAna Ruiz,something\nBo Lim,else\n")
		if m := Guess(list, member.Fields()); m.Columns[1].To != "" {
			t.Errorf("%q goes to %q", name, m.Columns[1].To)
		}
	}
	for _, name := range []string{"Email address", "Name", "Status", "Accommodations", "Notes", "Phone", "Substitute address", "Page", "Language"} {
		if doubt := concern(name); doubt.kept {
			t.Errorf("%q is left out: %s", name, doubt.why)
		}
	}
}

func TestEveryClueLeadsToATarget(t *testing.T) {
	targets := Targets(member.Fields())
	for _, table := range [][]clue{personClues(), boardClues(), supportClues(), reachClues()} {
		for _, c := range table {
			if _, ok := findTarget(targets, c.to); !ok {
				t.Errorf("a clue leads to %q, which there is not", c.to)
			}
		}
	}
	seen := map[string]bool{}
	for _, target := range targets {
		if seen[target.Name] || target.Label.IsZero() || target.Part == "" {
			t.Errorf("the target %q is there twice or has no words", target.Name)
		}
		seen[target.Name] = true
	}
}
