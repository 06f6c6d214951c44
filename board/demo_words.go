package board

import "holdfast/member"

// working fills in what a person brings and needs for taking part. What an
// invented person wrote stands in the language in which they wrote it.
func (v *inventor) working(m *member.Member) {
	m.Skills = some(v, 1+v.dice.IntN(3), "facilitation", "public speaking", "budgets", "plain language", "research",
		"translation", "graphic design", "peer mentoring", "policy writing", "training", "gardening", "music")
	m.Availability = pick(v, "Weekday evenings, and Saturday mornings", "Tuesdays and Thursdays after 17:00",
		"Mornings while the children are at school", "Los fines de semana, y los lunes por la noche",
		"Any weekday with a week's notice")
	m.Accommodations = some(v, v.dice.IntN(4), "seating", "quiet", "captions", "camera_off", "questions_ahead",
		"breaks", "large_print", "food", "childcare", "mobility")
	if m.Languages[0] == "es" && v.dice.IntN(2) == 0 {
		m.Interpreter = member.Yes
		m.InterpreterWishes = pick(v, "Una intérprete, que no sea de la zona", "Siempre la misma persona, si se puede")
		m.InterpreterOutside = member.Yes
	}
	m.Travel = pick(v, "", "A taxi to the door, booked by the office", "Rides with a friend", "Takes the 14 bus; ends by 19:00")
}

// supporting fills in what helps, and who stands by the person.
func (v *inventor) supporting(m *member.Member) {
	m.WhatHelps = pick(v, "A short agenda two days before", "Knowing who will be in the room", "A minute to think before I answer",
		"Que me pregunten por escrito primero", "Sitting near the door")
	m.WhatDoesNotHelp = pick(v, "", "Being called on without warning", "Being thanked for being brave", "Raised voices")
	m.TopicsToAvoid = pick(v, "", "", "News stories about the topic of the day", "My family")
	m.Signs = pick(v, "", "I go quiet and look at my hands", "I start to joke a lot")
	m.Grounding = pick(v, "", "Cold water and five minutes outside", "Contar los colores de la sala")
	m.CheckIn = pick(v, member.CheckInNone, member.CheckInText, member.CheckInCall, member.CheckInNextDay, "")
	if v.dice.IntN(2) == 0 {
		m.SupportPerson = demoName(v.dice.IntN(12))
	}
	if v.dice.IntN(3) == 0 {
		m.EmergencyName = pick(v, "Auntie May", "Nurse Joy at the clinic", "Mi hermana Luz")
		m.EmergencyRelation = pick(v, "a friend", "mi hermana", "a neighbour")
		m.EmergencyReach = v.number()
		m.EmergencyKnows = pick(v, member.Yes, member.No)
		m.EmergencyMayTell = pick(v, "Only that I am late", "That I need a lift home")
	}
}

// noteText is a note as a coordinator writes it.
func (v *inventor) noteText() string {
	return pick(v,
		"Would like to see the questions in writing before the next meeting.",
		"Offered to show the new person around; they are meeting on Thursday before the session.",
		"Asked whether the minutes can leave out who said what. Agreed, and told the note-taker.",
		"Prefers to be asked, not volunteered. Will say in time what the next project could be.",
		"Le gustaría que la próxima reunión empiece media hora más tarde por el transporte.",
		"Talked about the reappointment: wants to think until the end of the month, no pressure.",
		"The quiet room was used and was a good idea. Keep it for every meeting.",
		"Suggested a glossary for the budget papers; drafted one together, two pages.")
}
