package keyring

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/gavincarr/go-slip39"

	"holdfast/store/internal/seal"
	"holdfast/wording"
)

// A key can be divided among three sheets, of which any two give it and one
// says nothing about it: SLIP-39, one group, two of three, without a
// passphrase of its own. Any program for SLIP-39 gives the identity's 32 bytes.
const (
	// ShareCount is how many sheets there are, SharesNeeded how many open.
	ShareCount, SharesNeeded = 3, 2
	// ShareWords is how many words stand on each. The first two are the same
	// on all sheets of a set, the last three check the others.
	ShareWords, ShareChecks = 33, 3
)

// Share is one sheet of a divided key. It is a secret as soon as there are
// two.
type Share struct {
	// Number is 1 to 3.
	Number int
	// Words are ShareWords words, whole and in small letters.
	Words []string
}

// Set is the words that all sheets of one set begin with, and no other's.
func (s *Share) Set() string { return strings.Join(s.Words[:2], " ") }

// Shares are the sheets of one key, in their order.
type Shares []*Share

// NewShares is a keyholder whose key lies on three sheets, and the sheets.
// They count only once all three were read back (see Check): add the
// keyholder then, and drop the sheets. It fails with a wording.Problem (field
// "label"), or when ctx ends.
func NewShares(ctx context.Context, label string) (*Enrolment, Shares, error) {
	e, err := drawn(KindShares, label)
	if err != nil {
		return nil, nil, err
	}
	var shares Shares
	seal.Within(func() { shares, err = divided(ctx, e.identity) })
	return e, shares, err
}

// divided divides an identity again and again until no sheet has an unkind
// word, once in about fifty times. Whoever holds one of these sheets learns
// less than six of 256 bits from knowing so.
func divided(ctx context.Context, text string) (Shares, error) {
	id, err := parseIdentity(text)
	if err != nil {
		return nil, err
	}
	secret := seed(id)
	defer clear(secret)
	unkind := map[string]bool{}
	for word := range strings.FieldsSeq(unkindShareWords) {
		unkind[word] = true
	}
	groups := []slip39.MemberGroupParameters{{MemberThreshold: SharesNeeded, MemberCount: ShareCount}}
	for {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		drawn, err := slip39.GenerateMnemonicsWithOptions(1, groups, secret, nil, true, 0)
		if err != nil {
			return nil, fmt.Errorf("divide a key: %w", ErrNotKeyFile) // what the library says may hold words
		}
		shares := make(Shares, 0, ShareCount)
		for _, sheet := range drawn[0] {
			words := strings.Fields(sheet)
			if !slices.ContainsFunc(words, func(w string) bool { return unkind[w] }) {
				shares = append(shares, &Share{Number: len(shares) + 1, Words: words})
			}
		}
		if len(shares) == ShareCount {
			return shares, nil
		}
	}
}

// Check compares what was typed with a sheet of this set, 1 to 3. It fails
// with a wording.Problem (field "share") that says what is wrong.
func (all Shares) Check(number int, typed string) error {
	s, err := ParseShare(typed)
	if err != nil {
		return err
	}
	if number < 1 || number > len(all) {
		return wording.Refuse("share", "There are three sheets.")
	}
	want := all[number-1]
	switch {
	case s.Set() != want.Set():
		return otherSet(s, want)
	case s.Number != want.Number:
		return wording.Refuse("share", "This is sheet {got}, and sheet {want} is asked for.", "got", s.Number, "want", want.Number)
	case !slices.Equal(s.Words, want.Words):
		return wording.Refuse("share", "This sheet is whole in itself, and yet it is not as it was shown. Copy it once more.")
	}
	return nil
}

func otherSet(s, want *Share) error {
	return wording.Refuse("share", "This sheet is of another set: it begins with “{got}”, and the sheets of this set with “{want}”.",
		"got", s.Set(), "want", want.Set())
}

// ParseShare reads a sheet: its words in any arrangement of spaces, lines and
// numbers, in capital or small letters, each whole or by its first four
// letters. Lines that begin with # are passed over, so that a sheet saved as
// text is read as it stands.
//
// It fails with a wording.Problem (field "share") that names the words which
// are none of the list, or says that they are too few, too many, or do not
// fit together.
func ParseShare(text string) (s *Share, err error) {
	seal.Within(func() { s, err = parseShare(text) })
	return s, err
}

func parseShare(text string) (*Share, error) {
	if len(text) > 8192 {
		return nil, wording.Refuse("share", "This is too long for a sheet.")
	}
	words, err := listedWords(text)
	if err != nil {
		return nil, err
	}
	if len(words) != ShareWords {
		return nil, wording.Refuse("share", "A sheet has {all} words, and these are {n}. Look for one that was left out or typed twice.",
			"all", ShareWords, "n", len(words))
	}
	got, err := slip39.ParseShare(strings.Join(words, " "))
	if err != nil {
		return nil, wording.Refuse("share", "The words of this sheet do not fit together: one of them is not as on the sheet, or two have changed places. Compare each once more.")
	}
	if got.GroupThreshold != 1 || got.GroupCount != 1 || got.MemberThreshold != SharesNeeded || got.MemberIndex >= ShareCount ||
		got.Extendable != 1 || got.IterationExponent != 0 || len(got.ShareValues) != seedSize {
		return nil, wording.Refuse("share", "This sheet is right in itself, but it was not made by this program.")
	}
	return &Share{Number: got.MemberIndex + 1, Words: words}, nil
}

// listedWords are the words of a text, whole.
func listedWords(text string) (words []string, err error) {
	list := strings.Fields(shareWords)
	var wrong wording.List
	for line := range strings.Lines(text) {
		if strings.HasPrefix(strings.TrimSpace(line), "#") {
			continue
		}
		for typed := range strings.FieldsFuncSeq(strings.ToLower(line), func(r rune) bool { return !unicode.IsLetter(r) }) {
			at, found := slices.BinarySearch(list, typed)
			if !found && (len(typed) < 4 || at == len(list) || !strings.HasPrefix(list[at], typed)) {
				wrong = append(wrong, len(words)+1)
				words = append(words, typed)
				continue
			}
			words = append(words, list[at])
		}
	}
	switch len(wrong) {
	case 0:
		return words, nil
	case 1:
		return nil, wording.Refuse("share", "Word {n} is not one of the list. Compare it with the sheet once more.", "n", wrong[0])
	default:
		return nil, wording.Refuse("share", "Words {list} are not of the list. Compare them with the sheet once more.", "list", wrong)
	}
}

// SharesKey is the key of two sheets. It fails with a wording.Problem (field
// "share") where they are the same one, or of different sets.
func SharesKey(first, second *Share) (Key, error) {
	switch {
	case first.Set() != second.Set():
		return nil, otherSet(second, first)
	case first.Number == second.Number:
		return nil, wording.Refuse("share", "This is sheet {n} twice. Two different sheets are needed.", "n", first.Number)
	}
	return identities(func(context.Context) ([]string, error) {
		secret, err := slip39.CombineMnemonics([]string{strings.Join(first.Words, " "), strings.Join(second.Words, " ")})
		if err != nil || len(secret) != seedSize {
			return nil, wording.Refuse("share", "These two sheets do not fit together, though each is whole in itself: they were not made together.")
		}
		defer clear(secret)
		id, err := fromSeed(secret)
		if err != nil {
			return nil, err
		}
		return []string{id.text}, nil
	}), nil
}
