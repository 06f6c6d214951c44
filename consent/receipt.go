package consent

import (
	"strings"

	"holdfast/record"
)

// Receipt is a yes as a consent receipt: the fields of the Kantara Initiative
// Consent Receipt Specification 1.1.0, whose record ISO/IEC TS 27560:2023
// describes further. Paper like this can endanger somebody, so it is made only
// where it is asked for, and names the person by a code.
type Receipt struct {
	Version       string       `json:"version"`
	Jurisdiction  string       `json:"jurisdiction"`
	Timestamp     int64        `json:"consentTimestamp"` // seconds since 1970
	Method        string       `json:"collectionMethod"`
	ID            record.ID    `json:"consentReceiptID"`
	Language      string       `json:"language"`
	Principal     string       `json:"piiPrincipalId"`
	Controllers   []Controller `json:"piiControllers"`
	PolicyURL     string       `json:"policyUrl"`
	Services      []Serviced   `json:"services"`
	Sensitive     bool         `json:"sensitive"`
	Categories    []string     `json:"spiCat"`
	NoticeVersion int          `json:"noticeVersion,omitempty"`
	NoticeHash    string       `json:"noticeHash,omitempty"`
}

// Controller is who keeps the information. Left empty where the person would
// rather not have the organisation's name on paper.
type Controller struct {
	Name    string  `json:"piiController"`
	Contact string  `json:"contact"`
	Address Address `json:"address"`
	Email   string  `json:"email"`
	Phone   string  `json:"phone"`
}

// Address is a postal address, in one line.
type Address struct {
	Street string `json:"streetAddress,omitempty"`
}

// Serviced is what the yes is for.
type Serviced struct {
	Service  string    `json:"service"`
	Purposes []Purport `json:"purposes"`
}

// Purport is one purpose of a receipt.
type Purport struct {
	Purpose     string   `json:"purpose"`
	Category    []string `json:"purposeCategory"`
	Type        string   `json:"consentType"`
	PII         []string `json:"piiCategory"`
	Primary     bool     `json:"primaryPurpose"`
	Termination string   `json:"termination"`
	Disclosure  bool     `json:"thirdPartyDisclosure"`
	ThirdParty  string   `json:"thirdPartyName,omitempty"`
}

// ReceiptVersion is what Receipt.Version says.
const ReceiptVersion = "KI-CR-v1.1.0"

// ReceiptOf is the receipt of a yes. code stands for the person, purpose is
// the purpose in words, and who the controller, where it may be named.
func ReceiptOf(yes Event, code, purpose, jurisdiction string, who Controller) Receipt {
	// What is not written down is not known: sensitive, like all that is kept
	// about somebody on such a board.
	return Receipt{
		Version: ReceiptVersion, Jurisdiction: jurisdiction, Timestamp: yes.At.Unix(), Method: string(yes.How.Form),
		ID: yes.ID, Language: strings.ToUpper(yes.How.Notice.Language), Principal: code, Controllers: []Controller{who},
		Services: []Serviced{{Purposes: []Purport{{
			Purpose: purpose, Category: []string{string(yes.Purpose)}, Type: "EXPLICIT", PII: nonNil(yes.Terms.What),
			Primary: true, Termination: yes.Terms.End.String(), Disclosure: yes.Recipient != "", ThirdParty: yes.Recipient,
		}}}},
		Sensitive: true, Categories: []string{}, NoticeVersion: yes.How.Notice.Version, NoticeHash: yes.How.Notice.Hash,
	}
}

func nonNil(text string) []string {
	if text == "" {
		return []string{}
	}
	return []string{text}
}
