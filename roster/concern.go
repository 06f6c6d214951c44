package roster

import (
	"slices"

	"holdfast/member"
	"holdfast/wording"
)

// doubt is why a column is left out unless somebody maps it on purpose.
type doubt struct {
	kept bool // there is a reason
	why  wording.Text
}

// concern says whether the name of a column resembles something that is safer
// not kept, or that Holdfast has no use for.
func concern(header string) doubt {
	if why, any := member.ConcernAbout(header); any {
		return doubt{true, why}
	}
	name := phrase(header)
	switch {
	case slices.Contains([]string{"dob", "d o b", "date of birth", "birth date", "birthdate", "birthday", "age", "year of birth", "fecha de nacimiento",
		"nacimiento", "cumpleanos", "edad", "ano de nacimiento"}, name):
		return doubt{true, wording.T("A date of birth or an age is not needed to work with somebody, and it helps others to find them.")}
	case slices.Contains([]string{"legal name", "birth name", "name on id", "full legal name", "given legal name", "nombre legal", "nombre de nacimiento", "nombre oficial"}, name):
		return doubt{true, wording.T("Holdfast works with the name that a person has chosen. A legal name is safer with whoever makes the payments.")}
	case slices.ContainsFunc([]string{"bank", "account", "iban", "routing", "payment", "cuenta", "banco", "tarjeta", "paypal", "venmo", "zelle", "cashapp"},
		func(w string) bool { return slices.Contains(words(header), w) }):
		return doubt{true, wording.T("Account numbers are safer with whoever makes the payments than here.")}
	}
	return doubt{}
}

// looksLikeIdentity says whether most of the values of a column are written
// like a US social security number, whatever the column is called.
func looksLikeIdentity(values []string) bool {
	n := 0
	for _, v := range values {
		if len(v) == 11 && v[3] == '-' && v[6] == '-' && isNumber(v[:3]+v[4:6]+v[7:]) {
			n++
		}
	}
	return n > 0 && n*2 > len(values)
}
