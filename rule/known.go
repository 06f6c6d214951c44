package rule

import (
	"holdfast/record"
	"holdfast/wording"
)

// TaxForm is the rule about payments to one payee in a year from which a tax
// form is due in the United States, and Mileage what a mile is reimbursed
// with.
const (
	TaxForm = "us-1099"
	Mileage = "us-irs-mileage"
)

// Label says what the rule is: its own name, or that of a shipped one.
func (r Rule) Label() wording.Text {
	if r.Name != "" {
		return wording.T("{name}", "name", r.Name)
	}
	return label(r.ID)
}

// label is what a shipped rule is called, or its ID.
func label(id string) wording.Text {
	switch id {
	case TaxForm:
		return wording.T("Tax form 1099: paid to one person in a year")
	case "us-1099k-amount":
		return wording.T("Tax form 1099-K: paid through an app in a year")
	case "us-1099k-count":
		return wording.T("Tax form 1099-K: number of payments in a year")
	case "us-backup-withholding":
		return wording.T("Withheld where a tax number is missing")
	case "us-doj-day":
		return wording.T("Department of Justice awards: consultant, a day")
	case "us-doj-hour":
		return wording.T("Department of Justice awards: consultant, an hour")
	case "us-flint-hour":
		return wording.T("Flint and Genesee continuum of care: an hour")
	case "us-gsa-lodging":
		return wording.T("Federal per diem: lodging")
	case "us-gsa-meals":
		return wording.T("Federal per diem: meals and incidentals")
	case Mileage:
		return wording.T("Mileage by car")
	case "us-ssi-irregular":
		return wording.T("SSI: irregular earnings left out, a quarter")
	case "us-ssi-resources":
		return wording.T("SSI: resources of one person")
	case "us-wa-day":
		return wording.T("Washington State: most a person and day")
	case "us-wa-hour":
		return wording.T("Washington State: recommended for an hour")
	case "gb-nihr-least":
		return wording.T("NIHR public involvement: the least")
	case "gb-nihr-most":
		return wording.T("NIHR public involvement: the most")
	case "keep-person":
		return wording.T("Keep what is held about a person, after they left")
	case "keep-notes":
		return wording.T("Keep notes and contacts, after a person left")
	case "keep-payments":
		return wording.T("Keep payments, after the day they were made")
	default:
		return consentLabel(id)
	}
}

// consentLabel is label for the rules about consent.
func consentLabel(id string) wording.Text {
	switch id {
	case "consent-months":
		return wording.T("How long a yes holds where no end was agreed")
	case "consent-longest":
		return wording.T("The longest that a yes may be given for")
	case "consent-review":
		return wording.T("How often consent is talked about again")
	case "consent-soon":
		return wording.T("How long before its end a yes is spoken of")
	case "release-days":
		return wording.T("How long a release holds where no end was agreed")
	case "release-longest":
		return wording.T("The longest that a release may be given for")
	default:
		return wording.T("{name}", "name", id)
	}
}

// General is what stands with every rule.
func General() wording.Text {
	return wording.T("General information, not legal or tax advice.")
}

// Unknown says that a rule (see Book.At) has no value for a day.
func (r Rule) Unknown(day record.Date) wording.Text {
	return wording.T("{rule}: not known for {date}. Enter the value and where you read it.", "rule", r.Label(), "date", day)
}
