package route

// ChecksArea is about checklists: what the law and good practice ask of the
// board.
const ChecksArea = "checks"

// The pages of the area, as Tab; "" is the list of checklists, or the one
// whose ID it is. Of a CheckItem the ID is that of the checklist, and after a
// stroke that of the item.
const (
	AboutBoard = "about"
	StateCard  = "card"
	CheckItem  = "item"
)

// The forms of plans and of sets of questions, as Tab in the area about
// assessments. The ID of ActionForm is that of the action, or that of a round
// after a stroke; of the forms of the editor it is that of the instrument, and
// after a stroke that of what is changed.
const (
	ActionForm   = "action"
	QuestionHead = "editor-head"
	QuestionForm = "editor-question"
	ScaleForm    = "editor-scale"
	NewQuestions = "editor-new"
	// FurtherLanguage says a draft in one more language, the last part of ID.
	FurtherLanguage = "editor-language"
)

// Checks is the list of checklists, or one of them.
func Checks(id string) Route { return Route{Area: ChecksArea, ID: id} }

// CheckOf is a page of a checklist; without an ID it is about all of them.
func CheckOf(id, tab string) Route { return Route{Area: ChecksArea, ID: id, Tab: tab} }

// Action is the form of an action of the plan.
func Action(id string) Route { return Route{Area: AssessArea, ID: id, Tab: ActionForm} }

// Instrument is a page about one set of questions.
func Instrument(id, tab string) Route { return Route{Area: AssessArea, ID: id, Tab: tab} }
