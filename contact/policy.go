package contact

// Leave says how a person who is on leave may be contacted.
type Leave string

// What was agreed for a leave. The zero value is that the person is not on
// leave, or that contact goes on as usual.
const (
	NotOnLeave     Leave = ""
	LeaveLogistics Leave = "logistics"
	LeaveNone      Leave = "none"
)

// Policy is what holds besides the sheet: the settings of the board, and
// whether the person is on leave.
type Policy struct {
	// StaleAfter is the number of days after which a confirmed sheet should be
	// confirmed again; at 0 or less every sheet should.
	StaleAfter int
	// Leave is the person's, at the time that is asked about.
	Leave Leave
	// Refused are purposes for which the person does not want to be contacted,
	// Lapsed those that they agreed to once and not any more: ask about that
	// first.
	Refused, Lapsed []Purpose
	// Zone is the board's own time zone. It decides on which day a date of the
	// sheet falls where the sheet has no zone; hours are never read in it.
	Zone string
	// Zones remembers time zones, for asking about many people; nil looks
	// each up anew.
	Zones *Zones
}

// DefaultPolicy asks for sheets to be confirmed every 90 days.
func DefaultPolicy() Policy { return Policy{StaleAfter: 90} }
