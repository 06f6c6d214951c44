package attachment

import (
	"fmt"

	"holdfast/record"
)

// Attachment is what is known about a scanned page without opening it.
type Attachment struct {
	ID record.ID `json:"id"`
	// Owner is whom or what it belongs to: a member, or an agreement.
	Owner record.ID `json:"owner"`
	Type  Type      `json:"type"`
	// Size is in bytes, Parts how many records hold them, Sum the SHA-256 of
	// all of them in hexadecimal digits.
	Size  int         `json:"size"`
	Parts int         `json:"parts"`
	Sum   string      `json:"sum"`
	On    record.Date `json:"on"`
}

// Part is one piece of the bytes of an attachment, numbered from 1.
type Part struct {
	Owner  record.ID `json:"owner"`
	ID     record.ID `json:"id"`
	Number int       `json:"number"`
	Bytes  []byte    `json:"bytes"`
}

// Schema describes attachments as records: collection "attachment", key owner
// and attachment.
func Schema() record.Schema[Attachment] {
	return record.Schema[Attachment]{
		Collection: "attachment", Version: 1,
		Key: func(a Attachment) record.Key { return record.Join(a.Owner, a.ID) },
	}
}

// PartSchema describes parts as records: collection "attachment_part", key
// owner, attachment and number.
func PartSchema() record.Schema[Part] {
	return record.Schema[Part]{
		Collection: "attachment_part", Version: 1,
		Key: func(p Part) record.Key {
			return record.Join(p.Owner, p.ID, record.ID(fmt.Sprintf("%06d", p.Number)))
		},
	}
}
