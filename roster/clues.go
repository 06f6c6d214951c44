package roster

// The names that columns have in lists of people, in English and Spanish,
// folded. The first clue that fits counts, so the special ones come first.

func personClues() []clue {
	const spoken = "voicemail|voice mail|answers|answer|hear|buzon|contesta|responde|escucha|alias"
	return []clue{
		{"spoken_name", []string{"name|nombre", spoken}, "for on to use when if someone somebody else another person may safe para el en si otra persona seguro usar"},
		{"spoken_name", []string{"alias|safe name|nombre seguro|code name|nombre clave"}, ""},
		{toName, []string{"preferred|chosen|choose|preferido|elegido|social|preferencia", "name|nombre"}, "first to be called by you used"},
		{toName, []string{"name|nombre", "use|used|called|call|goes|go|known|prefer|prefers|gusta|usar|llamen|llamemos|prefiere|quiere"},
			"what to would like us you they by be do as that for we should i como que le te se para quieres desea nos"},
		{toName, []string{"call you|called|llamemos|llamen|llama", "what|how|como"}, "to be by like quiere quieres le te se prefer want"},
		{toName, []string{"nickname|known as|goes by|called|apodo|como le llamamos|como se llama"}, ""},
		{toFirstName, []string{"first name|firstname|given name|forename|first names|given names|nombre de pila|primer nombre|nombres"}, ""},
		{toLastName, []string{"last name|lastname|surname|surnames|family name|last names|apellido|apellidos|primer apellido|family names"}, ""},
		{toFullName, []string{"name|names|full name|nombre|nombres|nombre completo|name and surname|nombre apellido|nombre apellidos|nombre y apellido|nombre y apellidos|nombres y apellidos"},
			"full complete completo board council person first last and"},
		{toFullName, []string{"member|participant|person|miembro|integrante|participante|persona|board member|council member"}, "council board"},
		{"pronouns", []string{"pronoun|pronouns|pronombre|pronombres"}, "preferred used preferidos she he they her him them ella elle el"},
		{"interpreter_who", []string{"interpreter|interprete", "name|who|nombre|quien"}, "preferred"},
		{"interpreter", []string{"interpreter|interpretation|interprete|interpretacion"}, "needed need needs required necesita necesario requiere se do you does they an translation"},
		{"languages", []string{"language|languages|idioma|idiomas|lengua|lenguas"},
			"prefer prefiere in preferred primary main first spoken speak speaks native preferido principal materna que habla hablados preferida"},
		{"accommodations", []string{"accommodation|accommodations|accomodation|accomodations|adaptaciones|adaptacion|ajustes"}, "needed needs need requested razonables necesarias"},
		{"access_needs", []string{"access needs|accessibility|accessibility needs|access|accesibilidad|necesidades de acceso|necesidades de accesibilidad"}, "other needs requirements otras"},
		{"availability", []string{"availability|available|disponibilidad|disponible"}, "days times when general for meetings dias horario horarios para reuniones"},
		{"skills", []string{"skill|skills|strengths|expertise|habilidades|competencias|fortalezas|destrezas"}, "and interests talents e intereses special"},
		{"travel", []string{"transport|transportation|travel|transporte|traslado"}, "needs safety safe seguro needed"},
	}
}

func boardClues() []clue {
	return []clue{
		{"stage_on", []string{"status|stage|estado|etapa", "date|since|fecha|desde"}, "as of changed on"},
		{"stage", []string{"status|stage|estatus|etapa|estado|situacion"}, "membership current board actual membresia de la en consejo council"},
		{"joined", []string{"joined|join date|date joined|member since|start date|entry date|started|fecha de ingreso|ingreso|miembro desde|fecha de inicio|fecha de entrada|fecha de alta|desde|se unio|fecha ingreso"},
			"date on board council fecha el al consejo"},
		{"term_start", []string{"term|mandato|periodo|termino", "start|starts|begin|begins|began|from|started|beginning|inicio|inicia|comienza|desde"}, "date of fecha"},
		{"term_end", []string{"term|mandato|periodo|termino", "end|ends|ending|expires|expiration|until|to|expiry|expiring|fin|final|termina|vence|vencimiento|hasta"}, "date of fecha on"},
		{"term_end", []string{"end date|expires|expiration date|fecha de fin|fecha de termino|vencimiento|fecha fin"}, ""},
		{"role", []string{"role|roles|position|board role|board position|office|cargo|cargos|rol|funcion|puesto"}, "on board council current title en consejo actual"},
		{toNote, []string{"note|notes|comment|comments|remarks|nota|notas|comentario|comentarios|observaciones"}, "other additional general any misc otras otros adicionales"},
	}
}

func supportClues() []clue {
	const number = "phone|number|tel|telephone|cell|mobile|contact info|email|reach|telefono|numero|celular|movil|correo|details|phone number|contact number|contact phone"
	const emergency = "emergency|in case of emergency|ice|emergencia|emergencias|urgencia"
	const support = "support|apoyo"
	return []clue{
		{"emergency_knows", []string{emergency, "knows|know|aware|sabe|conoce"}, "contact about board does council contacto si del consejo is persona person"},
		{"emergency_may_tell", []string{emergency, "told|tell|say|said|decir|puede decir"}, "contact what may be can we to que se le contacto"},
		{"emergency_relation", []string{emergency, "relation|relationship|parentesco|relacion|vinculo"}, "contact to contacto con person persona"},
		{"emergency_reach", []string{emergency, number}, "contact contacto person persona s how to"},
		{"emergency_name", []string{emergency}, "contact contacto name nombre person persona who call to"},
		{"support_reach", []string{support, number}, "person contact contacto persona how to s"},
		{"support_person", []string{"support person|persona de apoyo|support contact|contacto de apoyo|peer mentor|buddy"}, "name nombre"},
		{"trusted_person", []string{"trusted|confianza", "person|attendee|persona|somebody|someone"}, "in room"},
		{"must_not_know", []string{"must not know|should not know|must not learn|do not tell|don t tell|dont tell|no debe saber|no deben saber|no decir a|no contar a"},
			"who person people of about membership quien personas que"},
		{"topics_to_avoid", []string{"avoid|evitar|triggers|content notes|temas sensibles|sensitive topics"}, "topics to subjects things temas a que"},
		{"what_does_not_help", []string{"does not help|doesn t help|doesnt help|no ayuda"}, "what que lo"},
		{"what_helps", []string{"helps|help|ayuda"}, "what que lo"},
		{"grounding", []string{"grounding|grounding plan|plan de calma"}, "plan"},
		{"check_in", []string{"check in|checkin|seguimiento"}, "after meeting meetings preference despues la reunion reuniones tras"},
	}
}

// reachClues name the first way of a kind; Guess counts them.
func reachClues() []clue {
	const (
		phone = "phone|telephone|tel|cell|cellphone|mobile|telefono|celular|movil|cel|phone number|cell phone|mobile phone|telefono celular|telefono movil"
		safe  = "safe|ok|okay|can|may|allowed|alright|seguro|segura|puede|podemos|se puede|permitido"
		call  = "call|calls|phone|ring|llamar|llamadas|telefonear"
		texts = "text|texts|sms|texting|message|messages|mensaje|mensajes|mensaje de texto|mensajes de texto|texto|textear"
		mail  = "email|e mail|emails|mail|correo|correos|correo electronico|email address|e mail address"
		whats = "whatsapp|whats app|wasap"
		ask   = "to it is we i you can may us us si es para por al le podemos enviar mandar escribir send sending leave if a an number numero this them on usar via"
	)
	return []clue{
		{"phone.voicemail", []string{"voicemail|voicemails|voice mail|voice message|vm|buzon de voz|mensaje de voz|buzon|mensaje en el buzon|mensajes de voz|correo de voz|dejar mensaje|dejar mensajes|leave message|leave a message|leave messages"},
			ask + " safe ok okay can allowed message messages voz seguro segura puede dejar mensaje mensajes en se allowed preference permitido"},
		{"phone.organisation_named", []string{"identify|name|say|mention|identificar|nombrar|decir|mencionar", "organization|organisation|agency|who we are|board|org|organizacion|agencia|quien llama|who is calling|whos calling"},
			ask + " safe ok our ourselves la nuestra nos se puede say name identify mention decir nombre"},
		{"phone.if_someone_else", []string{"answers|answer|contesta|responde", "someone else|somebody else|another person|other person|otra persona|alguien mas"}, "if what to do when say si que hacer decir phone"},
		{"phone.device_shared_with", []string{"shared|share|shares|compartido|comparte", phone + "|device|dispositivo|aparato"}, "with is who con quien es"},
		{"text.safe", []string{safe, texts}, ask},
		{"whatsapp.safe", []string{safe, whats}, ask},
		{"signal.safe", []string{safe, "signal"}, ask},
		{"email.safe", []string{safe, mail}, ask},
		{"phone.safe", []string{safe, call + "|" + phone}, ask},
		{"phone.hours", []string{"time|times|hour|hours|when|hora|horas|horario|horarios|cuando", "call|calls|contact|reach|phone|llamar|contactar|llamadas|contacto|llamarle|contactarle|calling|llamarla|llamarlo"},
			"when cuando time times hour hours hora horas best good safe safest preferred to day days for you is it and mejor mejores buen buena segura seguras seguro seguros para preferida preferido al dia dias y es the them"},
		{"phone.hours", []string{"best time|best times|safe time|safe times|safe hours|good times|mejor hora|mejor horario|hora segura|horas seguras|horario seguro|call times"}, "days and of day"},
		{toNotUntil, []string{"do not contact until|no contact until|don t contact until|dont contact until|no contactar hasta|not before|no llamar hasta"}, "date"},
		{toConfirmed, []string{"confirmed|verified|reviewed|confirmado|verificado|confirmada|revisado", "contact|safety|contacto|seguridad|safe contact|contacto seguro"}, "last on date info information sheet plan fecha el ultima vez with"},
		{toConfirmed, []string{"last confirmed|ultima confirmacion|fecha de confirmacion|confirmed on"}, ""},
		{toPreferredWay, []string{"preferred|prefer|prefers|best|preference|preferido|preferida|mejor|prefiere|preferencia", "contact|contacted|reach|reached|contacten|method|way|communication|contacto|medio|forma|via|comunicacion|contactar"},
			"how be like they como se method to of for way you mode medio forma de para le que me by type"},
		{toTimeZone, []string{"time zone|timezone|tz|zona horaria|huso horario"}, ""},
		{toSafeWord, []string{"safe word|safeword|code word|codeword|palabra clave|palabra segura|palabra de seguridad|contrasena acordada"}, "agreed"},
		{"signal", []string{"signal"}, "number numero phone username user usuario"},
		{"whatsapp", []string{whats}, "number numero phone telefono"},
		{"text", []string{"text number|sms|sms number|text messages|numero para mensajes|mensajes de texto|text phone|texting number"}, ""},
		{"email", []string{mail}, "personal private safe work home primary secondary alternate other second main address direccion seguro trabajo casa otro principal alternativo electronica electronico contact contacto"},
		{"phone", []string{phone + "|contact number|numero de contacto"},
			"cell mobile tel movil celular number numero home work personal private safe primary secondary alternate other second main best casa trabajo otro fijo principal alternativo seguro contact contacto to reach you at day daytime evening land landline"},
		{"post", []string{"po box|p o box|apartado postal|substitute address|direccion sustituta|apartado"}, "mailing number postal"},
	}
}
