package member

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestAFieldForWhatIsSaferNotKeptGetsAGentleWord(t *testing.T) {
	for about, names := range map[string][]string{
		"what happened": {
			"Story", "Their story", "Trafficking details", "Type of trafficking", "trafficker name", "Trafiking type", "TRAFFICKER",
			"Exploitation", "explotation history", "What happened", "What happened to her", "Abuse history", "Abuser", "Perpetrator",
			"Domestic violence", "Sexual assault", "Past trauma", "Trauma history", "Victimization", "Case details", "How they were recruited",
			"Historia", "Su historia", "Lo que pasó", "Lo que le pasó", "Tipo de trata", "Tratante", "Explotación", "explotacion laboral",
			"Victimización", "Proxeneta", "Agresor", "Relato", "Violencia",
		},
		"immigration": {
			"Immigration status", "imigration status", "Immigration", "Visa", "T-visa", "Visa type", "Green card", "Citizenship", "US citizen?",
			"Nationality", "Undocumented", "Asylum case", "Refugee", "Country of origin", "Legal status", "Work permit", "migration_status",
			"Estatus migratorio", "Situación migratoria", "Inmigración", "Visado", "Ciudadanía", "Nacionalidad", "Indocumentada", "Asilo",
			"País de origen", "Permiso de residencia", "Permiso de trabajo", "Tarjeta verde",
		},
		"identity or tax number": {
			"SSN", "ssn", "S.S.N.", "SSN#", "SSN_last4", "ssn4", "socialSecurity", "Social Security Number", "social-security", "Soc. Sec. no.",
			"TIN", "ITIN", "Tax ID", "Taxpayer number", "National ID", "ID number", "ID card", "ID scan", "Passport", "Pasport number",
			"Driver's license", "Drivers licence", "Driver’s license no.", "Birth certificate",
			"Número de seguro social", "Seguro social", "CURP", "RFC", "DNI", "NIE", "Cédula", "Pasaporte", "Licencia de conducir",
			"Número de identificación", "Documento de identidad", "Acta de nacimiento",
		},
		"diagnosis": {
			"Diagnosis", "Diagnoses", "diagnosys", "Diagnosed with", "PTSD", "Medication", "Medications", "Medical history", "Mental health",
			"Health conditions", "Disorder", "HIV status", "Addiction", "Substance use", "Pregnancy",
			"Diagnóstico", "TEPT", "Medicamentos", "Historia clínica", "Historial médico", "Salud mental", "Enfermedades", "Trastorno",
			"VIH", "Adicciones", "Embarazo",
		},
		"where somebody lives": {
			"Address", "Home address", "Adress", "addres", "Real address", "Street address", "House number", "Mailing address", "Where she lives",
			"Where they live", "Shelter", "Safe house", "Dirección", "Direccion", "Domicilio", "Dirección postal", "Dónde vive", "Albergue", "Calle",
		},
		"criminal record": {
			"Criminal record", "Criminal history", "Convictions", "Arrests", "arrest record", "Felony", "Probation", "Prison", "Jail time",
			"Background check", "Offenses", "Antecedentes penales", "Antecedentes", "Condenas", "Arrestos", "Cárcel", "Prisión", "Delitos",
		},
	} {
		for _, name := range names {
			say, any := ConcernAbout(name)
			if !any || !strings.Contains(say.English, about) {
				t.Errorf("%q should get a word about %s, not %q", name, about, say.English)
			}
		}
	}
}

func TestAnInnocentFieldGetsNoWarning(t *testing.T) {
	for _, name := range []string{
		"T-shirt size", "Talla de camiseta", "Favorite snack", "Birthday month", "Favourite colour", "Emergency snack", "Bus pass", "Pase de autobús",
		"Email address", "E-mail address", "Correo electrónico", "Dirección de correo", "Dirección de correo electrónico", "Web address", "Substitute address",
		"Form of address", "PO box", "Apartado postal", "Dress code", "Directions to the venue", "Traffic near the venue", "Director",
		"Trauma-informed training", "Anti-trafficking training completed", "Mental health first aid course", "Taller sobre trata de personas",
		"Curso de salud mental", "Storytelling skills", "History of attendance", "Historial de asistencia", "Social media", "Social worker", "Redes sociales",
		"Committee", "Comité", "Mentor", "Laptop lent", "Equipo prestado", "Parking", "Estacionamiento", "Childcare", "Cuidado de niños", "Dietary needs",
		"Allergies", "Alergias", "Additional notes", "Notas", "Meeting format", "Board packet by post", "Reference letter sent", "Carta de recomendación",
		"Person in charge", "Persona encargada", "Code name", "Nombre en clave", "Tint of badge", "Identity badge printed", "ID badge colour", "Migraine-friendly lights",
		"Conditions of parking", "Rest breaks", "Pressing dates", "Speaking fee agreed", "Personal pronoun badge", "Visitor badge", "Country music night",
		"", " ", "?", "¿?", "12", "李",
	} {
		if say, any := ConcernAbout(name); any {
			t.Errorf("%q gets %q", name, say.English)
		}
	}
}

func TestNoFieldOfTheProgramItselfIsOneThatIsSaferNotKept(t *testing.T) {
	for _, f := range Fields() {
		if say, any := ConcernAbout(f.Label.English); any {
			t.Errorf("%q: %s", f.Label.English, say.English)
		}
	}
}

func TestHowANameIsWrittenDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.SampledFrom([]string{"trafficking details", "passport", "diagnosis", "domicilio", "antecedentes penales", "nacionalidad"}).Draw(t, "word")
		around := rapid.SampledFrom([]string{"%", "Her %", "% (if any)", "_%_", "2. %", "the%"}).Draw(t, "around")
		name := strings.ReplaceAll(around, "%", word)
		if around == "the%" {
			name = "the" + strings.ToUpper(word[:1]) + word[1:]
		} else if rapid.Bool().Draw(t, "upper") {
			name = strings.ToUpper(name)
		}
		if _, any := ConcernAbout(name); !any {
			t.Fatalf("%q gets no warning", name)
		}
	})
}

func FuzzConcernAbout(f *testing.F) {
	for _, seed := range []string{"", "SSN", "S.S.N.", "socialSecurity", "Dirección", "\xff", "a1B2", "李", "…", "´"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, name string) {
		if say, any := ConcernAbout(name); any == say.IsZero() {
			t.Fatalf("%q: %v with %q", name, any, say.English)
		}
	})
}
