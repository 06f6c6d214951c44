package route

// KeepingArea is about how long things are kept, and a change of coordinator;
// HandoverPage is the latter, as Tab.
const (
	KeepingArea  = "keeping"
	HandoverPage = "handover"
)

// Held is the page with everything held about a person, as Tab.
const Held = "held"

// Keeping is what was kept long enough, what waits to be erased, and legal
// holds.
func Keeping() Route { return Route{Area: KeepingArea} }

// Handover is the change of coordinator.
func Handover() Route { return Route{Area: KeepingArea, Tab: HandoverPage} }
