package consent

import (
	"slices"

	"holdfast/wording"
)

// Attribution is how much of somebody shows. The zero value shows nothing.
type Attribution struct {
	As Naming `json:"as,omitempty"`
	// Shown is the pseudonym, or the words that stand for the name ("a board
	// member", "M. R.").
	Shown string `json:"shown,omitempty"`
	// Role is the title or place of work that may stand with it.
	Role string `json:"role,omitempty"`
	// Survivor says whether it may show that the person is a survivor.
	Survivor bool  `json:"survivor_shown,omitempty"`
	Image    Image `json:"image,omitempty"`
	Voice    Sound `json:"voice,omitempty"`
	Place    Place `json:"place,omitempty"`
}

// Naming is how a person is named. The zero value is not at all, and inside
// the board only.
type Naming string

// The ways of naming somebody, from least to most.
const (
	InternalOnly Naming = ""
	Anonymous    Naming = "anonymous"
	Composite    Naming = "composite"
	Initials     Naming = "initials"
	Pseudonym    Naming = "pseudonym"
	FirstName    Naming = "first_name"
	ChosenName   Naming = "chosen_name"
	LegalName    Naming = "legal_name"
)

// Namings are all ways of naming, as a form offers them.
func Namings() []Naming {
	return []Naming{InternalOnly, Anonymous, Composite, Initials, Pseudonym, FirstName, ChosenName, LegalName}
}

// Name is the way of naming in words.
func (n Naming) Name() wording.Text {
	switch n {
	case Anonymous:
		return wording.T("anonymous")
	case Composite:
		return wording.T("one of several, put together")
	case Initials:
		return wording.T("initials")
	case Pseudonym:
		return wording.T("another name")
	case FirstName:
		return wording.T("first name")
	case ChosenName:
		return wording.T("chosen name")
	case LegalName:
		return wording.T("legal name")
	default:
		return wording.T("inside the board only")
	}
}

// Image is what of a person may be seen. The zero value is nothing.
type Image string

// What may be seen.
const (
	NoImage    Image = ""
	Silhouette Image = "silhouette"
	NoFace     Image = "no_face"
	Face       Image = "face"
)

// Images are the choices of a form.
func Images() []Image { return []Image{NoImage, Silhouette, NoFace, Face} }

// Name is the choice in words.
func (i Image) Name() wording.Text {
	switch i {
	case Silhouette:
		return wording.T("a silhouette")
	case NoFace:
		return wording.T("no face")
	case Face:
		return wording.T("the face may be seen")
	default:
		return wording.T("no picture")
	}
}

// Sound is what of a voice may be heard. The zero value is nothing.
type Sound string

// What may be heard.
const (
	NoVoice      Sound = ""
	AlteredVoice Sound = "altered"
	OwnVoice     Sound = "own"
)

// Sounds are the choices of a form.
func Sounds() []Sound { return []Sound{NoVoice, AlteredVoice, OwnVoice} }

// Name is the choice in words.
func (s Sound) Name() wording.Text {
	switch s {
	case AlteredVoice:
		return wording.T("the voice altered")
	case OwnVoice:
		return wording.T("their own voice")
	default:
		return wording.T("no voice")
	}
}

// Place is how exactly it may be said where a person lives. The zero value
// is not at all.
type Place string

// How exactly a place may be named.
const (
	NoPlace   Place = ""
	InCountry Place = "country"
	InState   Place = "state"
	InCity    Place = "city"
)

// Places are the choices of a form.
func Places() []Place { return []Place{NoPlace, InCountry, InState, InCity} }

// Name is the choice in words.
func (p Place) Name() wording.Text {
	switch p {
	case InCountry:
		return wording.T("the country only")
	case InState:
		return wording.T("the state only")
	case InCity:
		return wording.T("the city too")
	default:
		return wording.T("no place")
	}
}

// Words is the naming as a cell of a row: "“a board member”", "first name".
func (a Attribution) Words() wording.Text {
	if a.Shown != "" {
		return wording.T("“{text}”", "text", a.Shown)
	}
	return a.As.Name()
}

// narrower is at most what both attributions let show. What this program does
// not know counts as nothing. Of two invented names the person's own is shown,
// of two true ones neither.
func narrower(a, b Attribution) Attribution {
	switch {
	case slices.Index(Namings(), b.As) < slices.Index(Namings(), a.As):
		a.As, a.Shown, a.Role = b.As, b.Shown, b.Role
	case a.As == b.As && a.Shown != b.Shown && slices.Contains([]Naming{Initials, FirstName, ChosenName, LegalName}, a.As):
		a.As, a.Shown = least(Namings(), a.As, Anonymous), ""
	}
	if a.Role != b.Role {
		a.Role = ""
	}
	a.Survivor = a.Survivor && b.Survivor
	a.Image, a.Voice, a.Place = least(Images(), a.Image, b.Image), least(Sounds(), a.Voice, b.Voice), least(Places(), a.Place, b.Place)
	return a
}

// least is the one of two that stands first on a list from least to most.
func least[T comparable](list []T, a, b T) T {
	return list[max(0, min(slices.Index(list, a), slices.Index(list, b)))]
}
