package board

import "holdfast/wording"

// The kinds of acts about self-assessments and checklists.
const (
	ActInstrument   Kind = "instrument"
	ActRoundOpen    Kind = "round.open"
	ActRoundCodes   Kind = "round.codes"
	ActRoundAnswer  Kind = "round.answer"
	ActRoundCollect Kind = "round.collect"
	ActRoundEnter   Kind = "round.enter"
	ActRoundClose   Kind = "round.close"
	ActRoundTold    Kind = "round.told"
	ActReword       Kind = "round.reword"
	ActAction       Kind = "action"
	ActCheck        Kind = "checklist"
)

func assessKinds() []Kind {
	return []Kind{ActInstrument, ActRoundOpen, ActRoundCodes, ActRoundAnswer, ActRoundCollect,
		ActRoundEnter, ActRoundClose, ActRoundTold, ActReword, ActAction, ActCheck}
}

// assessWords are the words for acts about self-assessments and checklists.
func (k Kind) assessWords() wording.Text {
	switch k {
	case ActInstrument:
		return wording.T("Changed a set of questions")
	case ActRoundOpen:
		return wording.T("Opened a round of questions")
	case ActRoundCodes:
		return wording.T("Drew codes for a round")
	case ActRoundAnswer:
		return wording.T("Somebody answered")
	case ActRoundCollect:
		return wording.T("Collected answers from packets")
	case ActRoundEnter:
		return wording.T("Entered answers from paper")
	case ActRoundClose:
		return wording.T("Closed a round of questions")
	case ActRoundTold:
		return wording.T("Wrote down what the board was told")
	case ActReword:
		return wording.T("Reworded a comment")
	case ActAction:
		return wording.T("Changed the plan")
	case ActCheck:
		return wording.T("Went through a checklist")
	default:
		return wording.Text{}
	}
}
