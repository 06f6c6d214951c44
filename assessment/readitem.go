package assessment

import (
	"strconv"
	"strings"

	"holdfast/wording"
)

// mostLevels is how deep groups may lie in each other.
const mostLevels = 4

func (o object) items(main wording.Language, level int) []Item {
	var all []Item
	for _, i := range o.objects("item") {
		if level > mostLevels {
			i.wrong("item")
			break
		}
		all = append(all, i.item(main, level))
	}
	return all
}

func (o object) item(main wording.Language, level int) Item {
	i := Item{ID: o.text("linkId")}
	if i.ID != "" {
		o = o.at(shortened(i.ID))
	}
	i.Type = Type(o.text("type"))
	i.Text = o.words("text", main)
	i.Required, i.Repeats = o.yes("required"), o.yes("repeats")
	i.Scale = o.scaleName()
	for _, option := range o.objects("answerOption") {
		i.Choices = append(i.Choices, option.choice(main))
	}
	for _, when := range o.objects("enableWhen") {
		i.When = append(i.When, when.condition())
	}
	if o.has("enableBehavior") {
		behavior := o.text("enableBehavior")
		i.AnyOf = behavior == "any"
		if !i.AnyOf && behavior != "all" {
			o.wrong("enableBehavior")
		}
	} else if len(i.When) > 1 {
		o.wrong("enableBehavior")
	}
	o.about(&i, main)
	i.Items = o.items(main, level+1)
	o.done()
	return i
}

func (o object) scaleName() string {
	if !o.has("answerValueSet") {
		return ""
	}
	name, own := strings.CutPrefix(o.text("answerValueSet"), "#")
	if !own || name == "" {
		o.wrong("answerValueSet")
	}
	return name
}

func (o object) choice(main wording.Language) Choice {
	coding := o.object("valueCoding")
	c := Choice{Code: coding.text("code"), Text: coding.words("display", main)}
	coding.done()
	o.weight(&c)
	o.done()
	return c
}

func (o object) condition() Condition {
	c := Condition{Question: o.text("question"), Is: Operator(o.text("operator"))}
	switch {
	case o.has("answerBoolean"):
		c.Value = strconv.FormatBool(o.yes("answerBoolean"))
	case o.has("answerInteger"):
		c.Value = strconv.FormatFloat(o.number("answerInteger"), 'f', -1, 64)
	case o.has("answerDate"):
		c.Value = o.day("answerDate").String()
	case o.has("answerCoding"):
		coding := o.object("answerCoding")
		c.Value = coding.text("code")
		coding.done()
	default:
		o.wrong("enableWhen")
	}
	o.done()
	return c
}

// about reads what our extensions say of an item.
func (o object) about(i *Item, main wording.Language) {
	var rests Rests
	used := false
	for _, e := range o.extensions() {
		rest := true
		switch e.name {
		case "law":
			rests.Law = e.text("valueString")
		case "citation":
			rests.Citation = e.text("valueString")
		case "evidence":
			rests.Evidence = e.words("valueString", main)
		case "owner":
			rests.Owner = e.words("valueString", main)
		case "review-months":
			rests.ReviewMonths = int(e.number("valueInteger"))
		case "last-checked":
			rests.Checked = e.day("valueDate")
		case "source":
			rests.Sources = append(rests.Sources, e.source())
		default:
			rest = false
			e.question(i, main)
		}
		used = used || rest
		e.done()
	}
	if used {
		i.Rests = &rests
	}
}

func (e extension) question(i *Item, main wording.Language) {
	switch e.name {
	case "principle":
		i.Principle = Principle(e.text("valueCode"))
	case "domain":
		i.Domain = Domain(e.text("valueCode"))
	case "lens":
		i.Lenses = append(i.Lenses, Lens(e.text("valueCode")))
	case "help":
		i.Help = e.words("valueString", main)
	case "content-note":
		i.ContentNote = e.words("valueString", main)
	default:
		e.unknown()
	}
}
