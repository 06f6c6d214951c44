package member

import "holdfast/wording"

// ConcernAbout gives a gentle warning where the name of a custom field
// resembles something that is better not kept, in English or Spanish.
func ConcernAbout(name string) (wording.Text, bool) {
	return wording.Text{}, false
}
