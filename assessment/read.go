package assessment

import (
	"strings"

	"holdfast/wording"
)

// How FHIR and Holdfast name what is not a field of its own.
const (
	urnInstrument  = "urn:holdfast:instrument:"
	urnExtension   = "urn:holdfast:"
	urlTranslation = "http://hl7.org/fhir/StructureDefinition/translation"
	urlWeight      = "http://hl7.org/fhir/StructureDefinition/itemWeight"
)

// wholeFile is the place of a problem that is about no item.
const wholeFile = "Questionnaire"

// ReadInstrument reads an instrument as doc/instruments.md describes it. It
// fails with wording.Problems, each naming the item that it is about: what it
// does not know is refused like what is wrong.
func ReadInstrument(data []byte) (Instrument, error) {
	r := &reading{}
	root, err := r.parse(data, wholeFile)
	if err != nil {
		return Instrument{}, err
	}
	in := root.instrument()
	if err := r.problems.err(); err != nil {
		return Instrument{}, err
	}
	return in, in.Validate()
}

func (o object) instrument() Instrument {
	o.want("resourceType", "Questionnaire")
	in := Instrument{ID: o.text("id"), Version: o.text("version"), Status: Status(o.text("status")),
		Publisher: o.text("publisher"), Released: o.day("date"), Reviewed: o.day("lastReviewDate")}
	o.want("url", urnInstrument+in.ID)
	main := wording.Language(o.text("language"))
	in.Title, in.About = o.words("title", main), o.words("description", main)
	in.Copyright = o.words("copyright", main)
	in.Languages = []wording.Language{main}
	for _, e := range o.extensions() {
		switch e.name {
		case "kind":
			in.Kind = Kind(e.text("valueCode"))
		case "language":
			if l := wording.Language(e.text("valueCode")); l != main {
				in.Languages = append(in.Languages, l)
			}
		case "review-by":
			in.ReviewBy = e.day("valueDate")
		case "content-note":
			in.ContentNote = e.words("valueString", main)
		case "ladder":
			in.Ladder = e.yes("valueBoolean")
		case "source":
			in.Sources = append(in.Sources, e.source())
		default:
			e.unknown()
		}
		e.done()
	}
	for _, c := range o.objects("contained") {
		in.Scales = append(in.Scales, c.scale(main))
	}
	in.Items = o.items(main, 1)
	o.done()
	return in
}

// words is a text and its translations.
func (o object) words(field string, main wording.Language) Words {
	text := o.text(field)
	twin := o.object("_" + field)
	if text == "" {
		if len(twin.fields) > 0 {
			o.r.problems.add(wording.Refuse(o.place, "{place}: “{field}” is missing.", "place", o.place, "field", field))
		}
		return nil
	}
	w := Words{main: text}
	for _, e := range twin.objects("extension") {
		e.want("url", urlTranslation)
		var language wording.Language
		var content string
		for _, part := range e.objects("extension") {
			switch part.text("url") {
			case "lang":
				language = wording.Language(part.text("valueCode"))
			case "content":
				content = part.text("valueString")
			}
			part.done()
		}
		if _, twice := w[language]; twice || language == "" {
			o.wrong("_" + field)
		}
		w[language] = content
		e.done()
	}
	twin.done()
	return w
}

// extension is one of ours, by the end of its name.
type extension struct {
	object
	name string
}

func (o object) extensions() []extension {
	var all []extension
	for _, e := range o.objects("extension") {
		url := e.text("url")
		name, ours := strings.CutPrefix(url, urnExtension)
		if !ours {
			name = url
		}
		all = append(all, extension{e, name})
	}
	return all
}

func (e extension) unknown() {
	e.r.problems.add(wording.Refuse(e.place, "{place}: Holdfast does not know “{field}”.", "place", e.place, "field", shortened(e.name)))
	clear(e.fields)
}

func (e extension) source() Source {
	var s Source
	for _, part := range e.objects("extension") {
		switch part.text("url") {
		case "title":
			s.Title = part.text("valueString")
		case "address":
			s.Address = part.text("valueUri")
		case "checked":
			s.Checked = part.day("valueDate")
		}
		part.done()
	}
	return s
}

func (o object) scale(main wording.Language) Scale {
	o.want("resourceType", "ValueSet")
	s := Scale{ID: o.text("id")}
	o = o.at("#" + shortened(s.ID))
	o.want("status", "active")
	compose := o.object("compose")
	for _, include := range compose.objects("include") {
		for _, c := range include.objects("concept") {
			choice := Choice{Code: c.text("code"), Text: Words{main: c.text("display")}}
			for _, d := range c.objects("designation") {
				choice.Text[wording.Language(d.text("language"))] = d.text("value")
				d.done()
			}
			c.weight(&choice)
			c.done()
			s.Choices = append(s.Choices, choice)
		}
		include.done()
	}
	compose.done()
	o.done()
	return s
}

// weight is the score of a choice, where it has one.
func (o object) weight(c *Choice) {
	for _, e := range o.objects("extension") {
		e.want("url", urlWeight)
		c.Scored = e.has("valueDecimal")
		c.Score = e.number("valueDecimal")
		e.done()
	}
}
