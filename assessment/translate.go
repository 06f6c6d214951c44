package assessment

import (
	"maps"
	"slices"

	"holdfast/wording"
)

// Texts are all texts of an instrument in the language that it is written in,
// each once, in their order.
func (in Instrument) Texts() []string {
	var all []string
	in.eachText(func(w Words) Words {
		if text := w[in.main()]; text != "" && !slices.Contains(all, text) {
			all = append(all, text)
		}
		return w
	})
	return all
}

// Translated is a draft with a further language: said are its Texts in it,
// by what they are in the language that it is written in. What is missing is
// said by Validate.
func (in Instrument) Translated(language wording.Language, said map[string]string) (Instrument, error) {
	if in.Status != Draft {
		return in, errReleased()
	}
	in = in.eachText(func(w Words) Words {
		w = maps.Clone(w)
		if text := said[w[in.main()]]; text != "" {
			w[language] = text
		}
		return w
	})
	if !slices.Contains(in.Languages, language) {
		in.Languages = append(slices.Clone(in.Languages), language)
	}
	return in, nil
}

// eachText is a copy in which each text is what change makes of it.
func (in Instrument) eachText(change func(Words) Words) Instrument {
	in = in.copied()
	all := func(words ...*Words) {
		for _, w := range words {
			if len(*w) > 0 {
				*w = change(*w)
			}
		}
	}
	choices := func(list []Choice) []Choice {
		list = slices.Clone(list)
		for i := range list {
			all(&list[i].Text)
		}
		return list
	}
	all(&in.Title, &in.About, &in.ContentNote, &in.Copyright)
	for i := range in.Scales {
		in.Scales[i].Choices = choices(in.Scales[i].Choices)
	}
	eachItem(in.Items, func(i *Item) {
		all(&i.Text, &i.Help, &i.ContentNote)
		i.Choices = choices(i.Choices)
		if i.Rests != nil {
			rests := *i.Rests
			all(&rests.Evidence, &rests.Owner)
			i.Rests = &rests
		}
	})
	return in
}
