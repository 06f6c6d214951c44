package keyring

import (
	"context"
	"encoding/hex"
	"encoding/json"
	"errors"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/gavincarr/go-slip39"
	"pgregory.net/rapid"

	"holdfast/wording"
)

// The key of vectorPaper on three sheets, made once. Sheets like these lie in
// drawers: they must open for ever.
var vectorShares = [...]string{
	`junction fragment academic acid alpha exclude friendly platform camera satoshi arcade epidemic bracelet submit humidity episode brave
	energy cargo sugar taxi style cargo wits swing divorce craft package rhythm pancake being junk genuine`,
	`junction fragment academic agency adequate symbolic ounce dwarf remember teammate holiday skin pajamas railroad marathon pacific sympathy
	iris imply costume pancake keyboard chest cowboy adjust born purchase erode short devote sniff cause maximum`,
	`junction fragment academic always artist holiday round likely tidy salon smart elder jacket ecology purchase mason cinema
	gather scholar downtown software snapshot greatest dough impact together agree flea fiscal material industry grocery large`,
}

// The vectors are those of SLIP-39 itself (satoshilabs/slips, MIT licence).
func TestTheLibraryIsRightForEveryVectorOfSLIP39(t *testing.T) {
	var vectors [][]json.RawMessage
	if err := json.Unmarshal(read(t, "slip39.json"), &vectors); err != nil {
		t.Fatal(err)
	}
	if len(vectors) < 40 {
		t.Fatalf("%d vectors", len(vectors))
	}
	for _, v := range vectors {
		var name, want string
		var sheets []string
		for i, into := range []any{&name, &sheets, &want} {
			if err := json.Unmarshal(v[i], into); err != nil {
				t.Fatal(err)
			}
		}
		got, err := slip39.CombineMnemonicsWithPassphrase(sheets, []byte("TREZOR"))
		if hex.EncodeToString(got) != want || (err == nil) != (want != "") {
			t.Errorf("%s: %x, %v", name, got, err)
		}
	}
}

func TestTheListOfWordsIsTheLibrarysList(t *testing.T) {
	list := strings.Fields(shareWords)
	if len(list) != 1024 || !slices.IsSorted(list) {
		t.Fatalf("%d words, sorted %v", len(list), slices.IsSorted(list))
	}
	for i, word := range list {
		s := slip39.Share{ShareValues: make([]byte, 16), MemberIndex: 0}
		s.Identifier, s.GroupThreshold, s.GroupCount, s.MemberThreshold = i<<5, 1, 1, 1
		words, err := s.Words()
		if err != nil || words[0] != word {
			t.Fatalf("word %d is %q, and the library's %q, %v", i, word, words[0], err)
		}
		if i > 0 && len(word) >= 4 && len(list[i-1]) >= 4 && word[:4] == list[i-1][:4] {
			t.Errorf("%q and %q begin alike", list[i-1], word)
		}
	}
	for word := range strings.FieldsSeq(unkindShareWords) {
		if _, found := slices.BinarySearch(list, word); !found {
			t.Errorf("%q is on no sheet anyway", word)
		}
	}
}

func TestTheTextOfAnIdentityIsThatOfItsBytes(t *testing.T) {
	for _, text := range []string{vectorPaper, vectorRecipient, must[*identity](t)(newIdentity()).text} {
		id := must[*identity](t)(parseIdentity(text))
		back, err := fromSeed(seed(id))
		if err != nil || back.text != text {
			t.Errorf("another text, %v", err)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		bytes := rapid.SliceOfN(rapid.Byte(), seedSize, seedSize).Draw(t, "bytes")
		id, err := fromSeed(bytes)
		if err != nil || !slices.Equal(seed(id), bytes) {
			t.Fatalf("other bytes, %v", err)
		}
	})
}

func share(t testing.TB, text string) *Share {
	t.Helper()
	return must[*Share](t)(ParseShare(text))
}

func TestAnyTwoSheetsOpenTheVaultForEver(t *testing.T) {
	h := vector(t)
	for _, pair := range [][2]int{{0, 1}, {0, 2}, {1, 2}, {2, 0}} {
		key, err := SharesKey(share(t, vectorShares[pair[0]]), share(t, vectorShares[pair[1]]))
		if err != nil {
			t.Fatal(err)
		}
		ks, opening, err := h.Unlock(t.Context(), key)
		if err != nil || opening.Holder.Label != "Recovery kit" {
			t.Fatalf("sheets %v: %v", pair, err)
		}
		ks.Wipe()
	}
}

func TestASheetIsReadHoweverItIsTyped(t *testing.T) {
	want := share(t, vectorShares[0])
	var numbered, short strings.Builder
	numbered.WriteString("# Sheet 1 of 3, kept by nobody\n")
	for i, w := range want.Words {
		numbered.WriteString(strconv.Itoa(i+1) + ". " + strings.ToUpper(w) + "\r\n")
		short.WriteString(w[:4] + " ")
	}
	for name, text := range map[string]string{"numbered": numbered.String(), "short": short.String()} {
		got, err := ParseShare(text)
		if err != nil || got.Number != 1 || !slices.Equal(got.Words, want.Words) {
			t.Errorf("%s: %+v, %v", name, got, err)
		}
	}
}

func TestWhatIsWrongWithASheetIsNamed(t *testing.T) {
	words := strings.Fields(vectorShares[1])
	with := func(at int, word string) string {
		changed := slices.Clone(words)
		changed[at] = word
		return strings.Join(changed, " ")
	}
	swapped := slices.Clone(words)
	swapped[10], swapped[11] = swapped[11], swapped[10]
	foreign := func(threshold, count int) string {
		groups, err := slip39.GenerateMnemonicsWithOptions(1, []slip39.MemberGroupParameters{{MemberThreshold: threshold, MemberCount: count}},
			make([]byte, seedSize), nil, true, 0)
		if err != nil {
			t.Fatal(err)
		}
		return groups[0][0]
	}
	for name, c := range map[string]struct{ text, says string }{
		"nothing":              {"", "A sheet has 33 words, and these are 0."},
		"a word too few":       {strings.Join(words[1:], " "), "these are 32"},
		"a word that is none":  {with(3, "academia"), "Word 4 is not one of the list."},
		"three letters":        {with(3, words[3][:3]), "Word 4 is not one of the list."},
		"a letter with a mark": {with(8, "ácid"), "Word 9 is not one of the list."},
		"two that are none":    {strings.Replace(with(3, "xyzzy"), words[30], "plugh", 1), "Words 4 and 31 are not of the list."},
		"another word":         {with(20, "zero"), "do not fit together"},
		"two that swapped":     {strings.Join(swapped, " "), "do not fit together"},
		"a sheet of three":     {foreign(3, 5), "not made by this program"},
		"very much":            {strings.Repeat("zero ", 5000), "too long"},
	} {
		_, err := ParseShare(c.text)
		problems := wording.Problems(err)
		if len(problems) != 1 || problems[0].Field != "share" || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestSheetsThatDoNotBelongTogetherAreRefusedByName(t *testing.T) {
	first, second := share(t, vectorShares[0]), share(t, vectorShares[1])
	_, other, err := NewShares(t.Context(), "Sheets")
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		a, b *Share
		says []string
	}{
		"the same twice": {first, first, []string{"This is sheet 1 twice."}},
		"another set":    {first, other[1], []string{"of another set", first.Set(), other[1].Set()}},
	} {
		_, err := SharesKey(c.a, c.b)
		for _, says := range c.says {
			if err == nil || !strings.Contains(err.Error(), says) {
				t.Errorf("%s: %v", name, err)
			}
		}
	}
	ours := Shares{first, second, share(t, vectorShares[2])}
	for name, c := range map[string]struct {
		number      int
		typed, says string
	}{
		"right":          {2, vectorShares[1], ""},
		"another number": {2, vectorShares[2], "This is sheet 3, and sheet 2 is asked for."},
		"another set":    {2, strings.Join(other[1].Words, " "), "of another set"},
		"no sheet":       {4, vectorShares[1], "There are three sheets."},
		"a wrong word":   {2, "xyzzy " + vectorShares[1], "Word 1 is not"},
	} {
		err := ours.Check(c.number, c.typed)
		if (err == nil) != (c.says == "") || err != nil && !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v", name, err)
		}
	}
	// The same two words by chance, and nothing else in common.
	forged := &Share{Number: 2, Words: slices.Clone(other[1].Words)}
	copy(forged.Words, first.Words[:2])
	key, err := SharesKey(first, forged)
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := vector(t).Unlock(t.Context(), key); err == nil || errors.Is(err, ErrWrongKey) || !strings.Contains(err.Error(), "not made together") {
		t.Errorf("sheets of two keys: %v", err)
	}
}

func TestNewSheetsOpenWhatTheyWereAddedTo(t *testing.T) {
	h, ks := opened(t)
	e, shares, err := NewShares(t.Context(), "Three drawers")
	if err != nil {
		t.Fatal(err)
	}
	unkind := strings.Fields(unkindShareWords)
	for i, s := range shares {
		if s.Number != i+1 || len(s.Words) != ShareWords || s.Set() != shares[0].Set() {
			t.Errorf("sheet %d is %+v", i+1, s)
		}
		for _, w := range s.Words {
			if slices.Contains(unkind, w) {
				t.Errorf("%q stands on a sheet", w)
			}
		}
	}
	next, err := h.Add(t.Context(), fast(), ks, e)
	if err != nil {
		t.Fatal(err)
	}
	key, err := SharesKey(shares[2], shares[0])
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := h.Unlock(t.Context(), key); !errors.Is(err, ErrOtherKey) {
		t.Errorf("before they were added they open it: %v", err)
	}
	got, opening, err := again(t, next).Unlock(t.Context(), key)
	if err != nil || opening.Holder.Kind != KindShares || opening.Holder.Label != "Three drawers" || opening.Unattested {
		t.Fatalf("%+v, %v", opening, err)
	}
	got.Wipe()
	ended, stop := context.WithCancel(t.Context())
	stop()
	if _, _, err := NewShares(ended, "Three drawers"); !errors.Is(err, context.Canceled) {
		t.Errorf("dividing goes on: %v", err)
	}
}

func FuzzParseShare(f *testing.F) {
	for _, text := range vectorShares {
		f.Add(text)
	}
	f.Add("# nothing\n1. academic 2. acid")
	f.Fuzz(func(t *testing.T, text string) {
		s, err := ParseShare(text)
		if err != nil {
			if len(wording.Problems(err)) == 0 {
				t.Fatal(err)
			}
			return
		}
		back, err := ParseShare(strings.Join(s.Words, " "))
		if err != nil || back.Number != s.Number || !slices.Equal(back.Words, s.Words) {
			t.Fatalf("%+v, %v", back, err)
		}
	})
}
