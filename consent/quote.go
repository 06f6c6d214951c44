package consent

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"

	"holdfast/record"
	"holdfast/wording"
)

// Quote is somebody's own words, or a story, and its versions. Its ID is the
// Item of what is agreed about it.
type Quote struct {
	ID     record.ID `json:"id"`
	Member record.ID `json:"member"`
	// Story is true for a story, false for a quote.
	Story bool `json:"story,omitempty"`
	// Title tells it apart in a list; it goes out nowhere.
	Title string `json:"title,omitempty"`
	// Versions are the exact words as they were at times, oldest first; the
	// last is the present one.
	Versions []Version `json:"versions"`
	// Notes are content notes: what somebody who reads it should know first.
	Notes []string `json:"content_notes,omitempty"`
	// Retired ones are kept for the record and never exported.
	Retired bool `json:"retired,omitempty"`
}

// Version is the exact words of a quote from a day on.
type Version struct {
	Words string      `json:"words"`
	On    record.Date `json:"on"`
}

// Hash stands for the exact words: SHA-256 in hexadecimal digits.
func (v Version) Hash() string {
	sum := sha256.Sum256([]byte(v.Words))
	return hex.EncodeToString(sum[:])
}

// Current is the present version; ok is false where there is none.
func (q Quote) Current() (v Version, ok bool) {
	if len(q.Versions) == 0 {
		return Version{}, false
	}
	return q.Versions[len(q.Versions)-1], true
}

// Purpose is what has to be agreed to for it.
func (q Quote) Purpose() Purpose {
	if q.Story {
		return TellStory
	}
	return QuoteWords
}

// QuoteSchema describes quotes as records: collection "consent_quote", key
// member and quote.
func QuoteSchema() record.Schema[Quote] {
	return record.Schema[Quote]{
		Collection: "consent_quote", Version: 1,
		Key: func(q Quote) record.Key { return record.Join(q.Member, q.ID) },
	}
}

// Validate refuses a quote that makes no sense, with every problem at once.
func (q Quote) Validate(today record.Date) error {
	var p problems
	v, ok := q.Current()
	p.When(!ok || strings.TrimSpace(v.Words) == "", wording.Refuse("words", "Write down the words exactly as they were said."))
	p.text("words", v.Words, longestStory)
	p.text("title", q.Title, longestLine)
	p.list("content_notes", q.Notes)
	p.When(v.On.After(today), wording.Refuse("on", "This day has not come yet."))
	return p.Err()
}

// longestStory is the most characters of a story.
const longestStory = 60_000

// Changed is the quote with new words from a day on; the same words change
// nothing, so that an approval stays what it is.
func (q Quote) Changed(words string, on record.Date) Quote {
	if v, ok := q.Current(); ok && v.Words == words {
		return q
	}
	q.Versions = append(slices.Clip(q.Versions), Version{Words: words, On: on})
	return q
}
