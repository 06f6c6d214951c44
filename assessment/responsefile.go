package assessment

import (
	"encoding/json"

	"holdfast/record"
	"holdfast/wording"
)

// WriteResponse is a response as ReadResponse reads it: a subset of the FHIR
// R5 QuestionnaireResponse, without who answered and when.
func (in Instrument) WriteResponse(r Response) ([]byte, error) {
	var f fields
	f.add("resourceType", "QuestionnaireResponse")
	f.add("questionnaire", urnInstrument+r.Instrument+"|"+r.Version)
	f.add("status", map[bool]string{true: "in-progress", false: "completed"}[r.Unfinished])
	e := extensions{}
	e.value("words", "String", r.Words)
	e.value("round", "String", string(r.Round))
	e.value("side", "Code", string(r.Side))
	f.add("extension", e.all)
	f.add("item", answerFields(in.Items, r.Answers))
	return indented(f)
}

// answerFields are the answered items, in the groups that they are in.
func answerFields(items []Item, answers Answers) []fields {
	var all []fields
	for _, i := range items {
		f := fields{{"linkId", i.ID}}
		if i.Type == Group {
			f.add("item", answerFields(i.Items, answers))
		} else if a, answered := answers[i.ID]; answered {
			e := extensions{}
			e.value("note", "String", a.Note)
			e.value("share", "Code", string(a.Share))
			f.add("extension", e.all)
			var values []fields
			for _, value := range a.Values {
				name, written := typedValue(i.Type, value)
				values = append(values, fields{{"value" + name, written}})
			}
			f.add("answer", values)
		}
		if len(f) > 1 {
			all = append(all, f)
		}
	}
	return all
}

// ReadResponse reads a response to this instrument. It fails with
// wording.Problems that name the question: for what it does not know, and as
// Accept does.
func (in Instrument) ReadResponse(data []byte) (Response, error) {
	const place = "QuestionnaireResponse"
	rd := &reading{}
	o, err := rd.parse(data, place)
	if err != nil {
		return Response{}, err
	}
	o.want("resourceType", place)
	r := Response{Instrument: in.ID, Version: in.Version, Answers: Answers{}}
	if o.text("questionnaire") != urnInstrument+in.ID+"|"+in.Version {
		return r, wording.Refuse("questionnaire", "These answers are to another instrument, or to another version of it.")
	}
	switch status := o.text("status"); status {
	case "completed", "in-progress":
		r.Unfinished = status == "in-progress"
	default:
		o.wrong("status")
	}
	for _, e := range o.extensions() {
		switch e.name {
		case "words":
			r.Words = e.text("valueString")
		case "round":
			r.Round = record.ID(e.text("valueString"))
		case "side":
			r.Side = Side(e.text("valueCode"))
		default:
			e.unknown()
		}
		e.done()
	}
	o.answers(r.Answers, 0)
	o.done()
	if err := rd.problems.err(); err != nil {
		return r, err
	}
	return in.Accept(r)
}

func (o object) answers(into Answers, level int) {
	for _, i := range o.objects("item") {
		id := i.text("linkId")
		i = i.at(shortened(id))
		var a Answer
		for _, e := range i.extensions() {
			switch e.name {
			case "note":
				a.Note = e.text("valueString")
			case "share":
				a.Share = Share(e.text("valueCode"))
			default:
				e.unknown()
			}
			e.done()
		}
		for _, v := range i.objects("answer") {
			a.Values = append(a.Values, v.answerValue())
		}
		if _, twice := into[id]; twice {
			i.wrong("linkId")
		}
		if len(a.Values) > 0 || a.Note != "" {
			into[id] = a
		}
		if level < mostLevels {
			i.answers(into, level+1)
		}
		i.done()
	}
}

func (o object) answerValue() string {
	defer o.done()
	switch {
	case o.has("valueCoding"):
		coding := o.object("valueCoding")
		defer coding.done()
		return coding.text("code")
	case o.has("valueBoolean"):
		return map[bool]string{true: "true", false: "false"}[o.yes("valueBoolean")]
	case o.has("valueInteger"):
		n, _ := take[json.Number](o, "valueInteger")
		return string(n)
	case o.has("valueDate"):
		return o.text("valueDate")
	default:
		return o.text("valueString")
	}
}
