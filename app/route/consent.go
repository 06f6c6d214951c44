package route

// ConsentArea is about what people agreed to.
const ConsentArea = "consent"

// Choices is the view of a person, as Tab, with what they agreed to.
const Choices = "consent"

// The pages of the consent area, as Tab; "" is the first, about the person
// whose ID it is.
const (
	LibraryPage    = "library"
	AgreementsPage = "agreements"
	GuidesPage     = "guides"
	AuditPage      = "audit"
)

// The forms of the consent area, as Tab. Their ID is that of the person, and
// after a stroke that of what is changed, where there is one.
const (
	ChoiceForm = "choice"
	// PayReleaseForm is ChoiceForm for a release about what was paid.
	PayReleaseForm = "release-of-pay"
	UseForm        = "use"
	DecidesForm    = "decides"
	QuoteForm      = "quote"
	AgreementForm  = "agreement"
	KindForm       = "kind"
)

// Consent is a page or a form of the consent area.
func Consent(id, tab string) Route { return Route{Area: ConsentArea, ID: id, Tab: tab} }
