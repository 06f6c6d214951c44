package route

// Route is a place in the window.
type Route struct {
	// Area is the ID of an area ("members").
	Area string
	// ID is that of the thing that is looked at, or "" for the area itself.
	ID string
	// Tab is the view of the thing, or "" for the first.
	Tab string
}

// MostSteps is how far a Trail leads back.
const MostSteps = 50

// Trail is where somebody is and has come from. The zero Trail is nowhere.
type Trail struct {
	steps []Route
}

// Here is where somebody is; the zero Route is nowhere.
func (t *Trail) Here() Route {
	if len(t.steps) == 0 {
		return Route{}
	}
	return t.steps[len(t.steps)-1]
}

// Go goes to a place.
func (t *Trail) Go(to Route) {
	if to == t.Here() {
		return
	}
	t.steps = append(t.steps, to)
	if len(t.steps) > MostSteps {
		t.steps = append([]Route(nil), t.steps[len(t.steps)-MostSteps:]...)
	}
}

// Replace changes the place without a step: another view of the same thing.
func (t *Trail) Replace(to Route) {
	if len(t.steps) == 0 {
		t.Go(to)
		return
	}
	t.steps[len(t.steps)-1] = to
}

// Back goes to the place before; ok is false where there is none.
func (t *Trail) Back() (to Route, ok bool) {
	if len(t.steps) < 2 {
		return t.Here(), false
	}
	t.steps = t.steps[:len(t.steps)-1]
	return t.Here(), true
}

// Forget forgets all steps: after locking, nobody may see where one was.
func (t *Trail) Forget() { t.steps = nil }
