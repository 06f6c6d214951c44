package assessment

import "holdfast/wording"

// Principle is one of the six principles of a trauma-informed approach
// (SAMHSA, SMA14-4884, 2014).
type Principle string

// The principles, in their order.
const (
	Safety        Principle = "safety"
	Trust         Principle = "trust"
	PeerSupport   Principle = "peer-support"
	Collaboration Principle = "collaboration"
	Empowerment   Principle = "empowerment"
	Culture       Principle = "culture"
)

// Principles are all six, in their order.
func Principles() []Principle {
	return []Principle{Safety, Trust, PeerSupport, Collaboration, Empowerment, Culture}
}

// Name is the principle in full.
func (p Principle) Name() wording.Text {
	switch p {
	case Safety:
		return wording.T("Safety")
	case Trust:
		return wording.T("Trustworthiness and transparency")
	case PeerSupport:
		return wording.T("Peer and survivor support")
	case Collaboration:
		return wording.T("Collaboration and mutuality")
	case Empowerment:
		return wording.T("Empowerment, voice and choice")
	default:
		return wording.T("Cultural, historical and gender issues")
	}
}

// Short is the principle as the head of a narrow column.
func (p Principle) Short() wording.Text {
	switch p {
	case Safety:
		return wording.T("Safe")
	case Trust:
		return wording.T("Trust")
	case PeerSupport:
		return wording.T("Peer")
	case Collaboration:
		return wording.T("Shared")
	case Empowerment:
		return wording.T("Voice")
	default:
		return wording.T("Culture")
	}
}

// Domain is one of the ten domains of work in which the principles show
// (SAMHSA, SMA14-4884, 2014).
type Domain string

// The domains, in their order.
const (
	Governance  Domain = "governance"
	Policy      Domain = "policy"
	Environment Domain = "environment"
	Engagement  Domain = "engagement"
	CrossSector Domain = "cross-sector"
	Services    Domain = "services"
	Training    Domain = "training"
	Progress    Domain = "progress"
	Financing   Domain = "financing"
	Evaluation  Domain = "evaluation"
)

// Domains are all ten, in their order.
func Domains() []Domain {
	return []Domain{Governance, Policy, Environment, Engagement, CrossSector, Services, Training, Progress, Financing, Evaluation}
}

// Name is the domain in words.
func (d Domain) Name() wording.Text {
	switch d {
	case Governance:
		return wording.T("Governance and leadership")
	case Policy:
		return wording.T("Policy")
	case Environment:
		return wording.T("Physical environment")
	case Engagement:
		return wording.T("Engagement and involvement")
	case CrossSector:
		return wording.T("Cross-sector collaboration")
	case Services:
		return wording.T("Screening and services")
	case Training:
		return wording.T("Training")
	case Progress:
		return wording.T("Progress and quality")
	case Financing:
		return wording.T("Financing")
	default:
		return wording.T("Evaluation")
	}
}

// Lens is one of the four Rs of a trauma-informed approach (SAMHSA, 2014), as
// another way to look at the same questions.
type Lens string

// The four Rs, in their order.
const (
	Realize   Lens = "realize"
	Recognize Lens = "recognize"
	Respond   Lens = "respond"
	Resist    Lens = "resist"
)

// Lenses are all four, in their order.
func Lenses() []Lens { return []Lens{Realize, Recognize, Respond, Resist} }

// Name is the lens in words.
func (l Lens) Name() wording.Text {
	switch l {
	case Realize:
		return wording.T("Realize how widespread trauma is")
	case Recognize:
		return wording.T("Recognize its signs")
	case Respond:
		return wording.T("Respond in all that is done")
	default:
		return wording.T("Resist harming again")
	}
}
