package route

// AssessArea is about what the board asks itself: rounds, results, plans, and
// the questions themselves.
const AssessArea = "assess"

// The pages of the area, as Tab; "" is the list of rounds, or the round whose
// ID it is. PlanPage is the plan of a round, or of all; LibraryOfQuestions the
// instruments, QuestionsEditor one of them, by its name.
const (
	RoundForm          = "new-round"
	RoundChange        = "change"
	RoundTell          = "tell"
	RoundResults       = "results"
	PaperAnswers       = "paper"
	RoundComments      = "comments"
	PlanPage           = "plan"
	LibraryOfQuestions = "questions"
	QuestionsEditor    = "editor"
)

// Sitting is where half-given answers are, while nothing else can be reached.
const Sitting = "sitting"

// Rounds is the list of rounds.
func Rounds() Route { return Route{Area: AssessArea} }

// Round is a page of a round; "" is the first.
func Round(id, tab string) Route { return Route{Area: AssessArea, ID: id, Tab: tab} }

// Plan is what was planned from a round, or with "" from all of them.
func Plan(round string) Route { return Route{Area: AssessArea, ID: round, Tab: PlanPage} }

// Questions is the library of instruments.
func Questions() Route { return Route{Area: AssessArea, Tab: LibraryOfQuestions} }
