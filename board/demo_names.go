package board

// The invented people are called after birds, so that nobody mistakes them
// for anybody. Several have letters that a careless program would break.
func birds() []string {
	return []string{
		"Wren", "Heron", "Lark", "Finch", "Robin", "Sparrow", "Swift", "Kestrel", "Dove", "Starling",
		"Plover", "Martin", "Golondrina", "Colibrí", "Cigüeña", "Ruiseñor", "Águila", "Búho", "Tórtola",
		"Gorrión", "Halcón", "Cóndor", "Mésange", "Étourneau", "Hirondelle", "Chìa Vôi", "Sẻ Nâu",
		"Ibis", "Avocet", "Bluebird", "Bunting", "Cardinal", "Chickadee", "Crane", "Curlew", "Dunlin",
		"Egret", "Falcon", "Flicker", "Goldfinch", "Grebe", "Jay", "Junco", "Killdeer", "Kingfisher",
		"Linnet", "Magpie", "Merlin", "Nuthatch", "Oriole", "Osprey", "Pipit", "Quail", "Redstart",
		"Sandpiper", "Siskin", "Tanager", "Tern", "Thrush", "Warbler",
	}
}

// trees are second names for boards with more people than there are birds.
func trees() []string {
	return []string{
		"Alder", "Ash", "Aspen", "Birch", "Cedar", "Cherry", "Cypress", "Elder", "Elm", "Fir", "Hawthorn",
		"Hazel", "Holly", "Juniper", "Larch", "Laurel", "Linden", "Maple", "Medlar", "Myrtle", "Oak",
		"Olive", "Pear", "Pine", "Plane", "Poplar", "Quince", "Rowan", "Sorrel", "Spruce", "Sycamore",
		"Walnut", "Willow", "Yew", "Encina", "Álamo", "Ébano", "Araucaria", "Ñandubay", "Cèdre",
	}
}

// demoName is the name of the n-th invented person, each a different one: a
// bird, then a bird and a tree, then both and a number.
func demoName(n int) string {
	birds, trees := birds(), trees()
	name := birds[n%len(birds)]
	if round := n / len(birds); round > 0 {
		name += " " + trees[(round-1)%len(trees)]
		if again := (round - 1) / len(trees); again > 0 {
			name += " " + roman(again+1)
		}
	}
	return name
}

// roman writes a small number the way that names are numbered.
func roman(n int) string {
	signs := []struct {
		value int
		sign  string
	}{{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"},
		{50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}}
	out := ""
	for _, s := range signs {
		for n >= s.value {
			out, n = out+s.sign, n-s.value
		}
	}
	return out
}
