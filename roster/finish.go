package roster

import (
	"slices"
	"strings"

	"holdfast/contact"
	"holdfast/member"
	"holdfast/record"
	"holdfast/wording"
)

// finish makes the person whole once every cell was taken. It fails only
// where no identifiers can be drawn.
func (b *builder) finish() error {
	b.name()
	id, err := record.NewID(b.job.setting.Random)
	if err != nil {
		return err
	}
	m, s := &b.person.Member, &b.person.Sheet
	m.ID, s.Member = id, id
	s.Name, s.NameForOthers = m.Name, m.SpokenName
	b.stage()
	if s.Zone == "" {
		s.Zone = b.job.mapping.TimeZone
	}
	for _, w := range ways() {
		d := b.ways[w.name]
		if d == nil {
			continue
		}
		id, err := record.NewID(b.job.setting.Random)
		if err != nil {
			return err
		}
		if c, ok := d.build(id); ok {
			s.Channels = append(s.Channels, c)
		}
	}
	b.prefer()
	if c, ok := b.job.filled(toConfirmed); ok && !s.Confirmed.IsZero() && !s.Unsettled().IsZero() {
		b.lookAgain(c, s.Unsettled())
	}
	b.validate()
	return nil
}

// name settles what the person is called: the chosen name; a chosen first name
// with the last name of the list; first and last; the whole name.
func (b *builder) name() {
	m := &b.person.Member
	last := oneLine(b.last.text)
	m.Name, b.full.text = b.job.turned(toName, m.Name), b.job.turned(toFullName, oneLine(b.full.text))
	switch {
	case m.Name != "" && last != "" && len(strings.Fields(m.Name)) == 1 && !strings.EqualFold(m.Name, last):
		m.Name += " " + last
	case m.Name != "":
	case b.first.text != "":
		m.Name = oneLine(b.first.text + " " + last)
	case b.full.text != "":
		m.Name = b.full.text
	default:
		m.Name = last
	}
	if strings.Trim(m.Name, "-–—.?/ ") == "" {
		m.Name = ""
		if !slices.ContainsFunc(b.wrong, func(r Refusal) bool { return namesPerson(r.Field) }) {
			b.refuse(b.job.nameColumn(), toName, wording.T("There is no name in this row."))
		}
	}
}

// stage gives everybody a place on the timeline. Since when they have it is
// known where the list says so, and not from the day of the import.
func (b *builder) stage() {
	m := &b.person.Member
	if m.Stage() == "" {
		m.Stages = []member.StageChange{{Stage: b.job.mapping.stage(), On: m.Now().On}}
	}
}

// prefer puts the way that is preferred first, and marks the one through which
// the person first asked to be reached.
func (b *builder) prefer() {
	s := &b.person.Sheet
	if i := b.named(b.preferred); i > 0 {
		c := s.Channels[i]
		s.Channels = slices.Insert(slices.Delete(s.Channels, i, i+1), 0, c)
	}
	if i := b.named(b.asked); i >= 0 {
		s.FirstAsked = s.Channels[i].ID
	}
}

// named is the place of the way that a cell names, -1 for none.
func (b *builder) named(at cellAt) int {
	if at.text == "" || nothing(at.text) {
		return -1
	}
	kind := kindNamed(at.text)
	i := slices.IndexFunc(b.person.Sheet.Channels, func(c contact.Channel) bool { return c.Kind == kind })
	if i < 0 {
		b.note(at.column, at.text)
		b.lookAgain(at.column, wording.T("This names no way of this row. The words are kept as a note."))
	}
	return i
}

// kindNamed is the kind of way that a word means.
func kindNamed(text string) contact.Kind {
	for kind, list := range map[contact.Kind]string{
		contact.Phone:    "phone|call|calls|phone call|telephone|cell|mobile|cell phone|llamada|llamadas|telefono|celular|movil|por telefono",
		contact.Text:     "text|texts|sms|text message|texting|mensaje|mensaje de texto|mensajes|mensajes de texto|texto",
		contact.Email:    "email|e mail|mail|correo|correo electronico|por correo",
		contact.Signal:   "signal",
		contact.WhatsApp: "whatsapp|whats app|wasap|wa",
		contact.Post:     "post|letter|postal mail|carta|correo postal",
	} {
		for word := range strings.SplitSeq(list, "|") {
			if phrase(text) == word {
				return kind
			}
		}
	}
	return ""
}

// validate asks the member and the sheet themselves.
func (b *builder) validate() {
	if len(b.wrong) > 0 {
		return // what follows from a refused cell would only repeat it
	}
	problems := wording.Problems(b.person.Member.Validate(b.job.setting.Today))
	problems = append(problems, wording.Problems(b.person.Sheet.Validate())...)
	for _, p := range problems {
		b.refuse(b.job.columnOf(p.Field, b.person.Sheet), p.Field, p.What)
	}
}
