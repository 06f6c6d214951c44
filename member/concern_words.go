package member

import "holdfast/wording"

// concern is one thing that is safer not kept. Patterns and exceptions are
// folded words (see means), those without meaning of their own left out; an
// exception anywhere in the name lets it pass.
type concern struct {
	say      wording.Text
	patterns []string
	except   []string
}

func concerns() []concern {
	return []concern{healthConcern(), storyConcern(), originConcern(), numberConcern(), addressConcern(), lawConcern()}
}

func storyConcern() concern {
	return concern{
		say: wording.T("This may ask what happened to somebody. Nobody has to tell that to serve on a board, so it is safer not to write it down."),
		patterns: []string{
			"traffick*", "trafik*", "traffik*", "exploit*", "victimi*", "perpetrat*", "abus*", "pimp=", "pimps=",
			"assault*", "rape=", "raped=", "violenc*", "story=", "stories=", "what happened", "trauma history",
			"trauma type", "type trauma", "past trauma", "case details", "how recruited", "sold by", "who hurt",
			"trata=", "tratante*", "explota*", "proxenet*", "agresor*", "agresion*", "abusador*", "violacion*",
			"violenta*", "que paso", "que ocurrio", "que sucedio", "historia=", "historias=", "relato=", "vivencia*",
			"tipo trauma", "detalles caso",
		},
		except: learning(),
	}
}

func originConcern() concern {
	return concern{
		say: wording.T("This may hold somebody’s immigration status. It could put a person at risk if others saw it, and the board can do without it."),
		patterns: []string{
			"immigra*", "inmigra*", "migrat*", "migrant*", "migracion*", "visa=", "visas=", "visado*", "green card",
			"alien=", "citizen*", "nationality", "undocument*", "asylum*", "asylee*", "refugee*", "residency status",
			"residence status", "residence permit", "work permit", "deport*", "legal status", "country origin",
			"country birth", "ciudadan*", "nacionalidad*", "indocument*", "asilo=", "refugiad*", "permiso residencia",
			"permiso trabajo", "estatus legal", "situacion legal", "pais origen", "pais nacimiento", "tarjeta verde",
			"tarjeta residencia",
		},
		except: learning(),
	}
}

func numberConcern() concern {
	return concern{
		say: wording.T("This may hold an identity or tax number. It is safer with whoever makes the payments than here."),
		patterns: []string{
			"ssn=", "ssns=", "social security", "social sec", "soc sec", "itin=", "tin=", "ein=", "tax id*", "tax number",
			"taxpayer*", "national id*", "identity number", "identity card", "identity document*", "identification number",
			"identification card", "id number*", "id card*", "id document*", "id scan*", "id photo*", "id copy", "copy id", "scan id",
			"passport*", "drivers licen*", "driver licen*", "driving licen*", "birth certificate*", "seguro social",
			"seguridad social", "numero identi*", "documento identi*", "copia identi*", "cedula*", "dni=", "nie=", "nif=", "curp=", "rfc=",
			"nss=", "ine=", "pasaporte*", "licencia conducir", "licencia manejo", "licencia conduccion", "acta nacimiento",
			"numero fiscal", "identificacion fiscal",
		},
	}
}

func healthConcern() concern {
	return concern{
		say: wording.T("This may hold a diagnosis or treatment. What a person needs in order to take part goes under Accommodations, without the reason."),
		patterns: []string{
			"diagnos*", "diagnost*", "ptsd=", "cptsd=", "medication*", "medicine=", "medicines=", "medical histor*", "medical condition*",
			"medical record*", "health condition*", "health histor*", "health record*", "mental health", "mental illness*",
			"illness*", "disease*", "disorder*", "hiv=", "std=", "sti=", "addiction*", "addict=", "substance*", "pregnan*", "psychiatr*",
			"tept=", "medicacion*", "medicament*", "historia clinica", "historial clinico", "historia medica", "historial medico",
			"expediente medico", "salud mental", "enfermedad*", "trastorno*", "vih=", "adiccion*", "sustancia*", "embaraz*", "psiquiatr*",
		},
		except: learning(),
	}
}

func addressConcern() concern {
	return concern{
		say: wording.T("This may hold where somebody lives. For a person in an address confidentiality program, keep only the substitute address, on the safe contact sheet."),
		patterns: []string{
			"address*", "adress*", "street name", "street number", "house number", "apartment number", "where live*", "shelter*", "safe house", "real location", "direccion*", "domicilio*", "calle=", "numero casa",
			"donde vive*", "albergue*", "refugio=", "casa segura",
		},
		except: []string{
			"email*", "mail address", "e mail", "correo", "web*", "url=", "ip=", "substitute*", "sustitut*", "po box", "apartado",
			"form address", "forms address", "terms address", "address program*", "direccion general", "comite", "proyecto",
		},
	}
}

func lawConcern() concern {
	return concern{
		say: wording.T("This may hold a criminal record. It is not needed to serve on a board, and it can hurt a person if others see it."),
		patterns: []string{
			"criminal*", "convict=", "convicted=", "conviction", "convictions", "arrest*", "felon*", "misdemean*", "probation=", "parole*",
			"prison*", "jail*", "incarcerat*", "offense*", "offence*", "offender*", "rap sheet", "police record*", "police report*",
			"warrant=", "warrants=", "background check*", "pending charges", "antecedentes=", "penal=", "penales=", "condena*", "arresto*", "arrestad*",
			"detencion*", "detenid*", "carcel*", "encarcel*", "prision*", "delito*", "denuncia*", "reporte policia*", "libertad condicional",
		},
		except: learning(),
	}
}

// learning are words of fields about what somebody learnt or teaches, which
// are about the subject and not about the person.
func learning() []string {
	return []string{"training*", "trained=", "course*", "workshop*", "webinar*", "certified=", "capacitacion*", "curso=", "cursos=", "taller*", "formacion*"}
}

// littleWords carry no meaning of their own in a name.
func littleWords() []string {
	return []string{"a", "an", "and", "any", "at", "for", "has", "have", "he", "her", "his", "in", "is", "my", "of", "on", "or",
		"she", "the", "their", "they", "to", "was", "were", "your",
		"al", "de", "del", "e", "el", "en", "la", "las", "le", "lo", "los", "o", "para", "por", "su", "sus", "un", "una", "y"}
}

// innocentWords are real words that are one letter away from a pattern.
func innocentWords() []string {
	return []string{"addition", "additional", "traffic", "direction", "directions", "historial", "migraine", "migraines"}
}
