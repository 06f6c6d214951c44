package assessment

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"holdfast/record"
	"holdfast/record/recordtest"
)

func begun(t *testing.T, v Service, change func(*Round)) Round {
	t.Helper()
	r := Round{Title: "Autumn", From: day("2026-11-01"), To: day("2026-11-30"), Asked: map[Side]int{Members: 5, Staff: 3}}
	if change != nil {
		change(&r)
	}
	return must[Round](t)(v.Open(r, sample()))
}

func TestARoundIsRefusedThatCouldNeverBeShown(t *testing.T) {
	for _, c := range []struct {
		change      func(*Round)
		field, says string
	}{
		{func(r *Round) { r.Title = " " }, "title", "short name"},
		{func(r *Round) { r.From = record.Date{} }, "from", "from which day"},
		{func(r *Round) { r.To = day("2026-10-01") }, "to", "before the first"},
		{func(r *Round) { r.Asked = nil }, "asked", "how many people"},
		{func(r *Round) { r.Asked = map[Side]int{"guests": 9} }, "asked", "members, staff and partners"},
		{func(r *Round) { r.Asked = map[Side]int{Members: 4} }, "asked", "With fewer than 5 people"},
	} {
		r := Round{Title: "Autumn", From: day("2026-11-01"), Asked: map[Side]int{Members: 5}}
		c.change(&r)
		if _, err := desk("2026-11-10").Open(r, sample()); !said(err, c.field, c.says) {
			t.Errorf("%s: %v", c.says, err)
		}
	}
	if _, err := desk("2026-11-10").Open(Round{}, sample().Next()); !said(err, "instrument", "Only a released") {
		t.Error(err)
	}
}

func TestAReleasedInstrumentNeverChanges(t *testing.T) {
	v := desk("2026-11-10")
	in := sample()
	if err := v.Keep(in); err != nil {
		t.Fatal(err)
	}
	changed := in.Adapt(in.ID)
	changed.Version, changed.Status = in.Version, Active
	changed.Title = both("Another", "Otra")
	if err := v.Keep(changed); !said(err, "version", "never change") {
		t.Error(err)
	}
	changed.Version = "1.3"
	retired := in
	retired.Status = Retired
	if err := errors.Join(v.Keep(changed), v.Keep(retired)); err != nil {
		t.Error(err)
	}
	back := must[Instrument](t)(v.Instrument(in.ID, in.Version))
	if back.Status != Retired || back.Fingerprint() != in.Fingerprint() {
		t.Errorf("%s", back.Status)
	}
}

func TestNobodyAnswersTwice(t *testing.T) {
	v := desk("2026-11-10")
	r := begun(t, v, nil)
	in := sample()
	for range 3 {
		if err := v.HandIn(r, given(in, Staff, "safe", "1")); err != nil {
			t.Fatal(err)
		}
	}
	if err := v.HandIn(r, given(in, Staff, "safe", "1")); !said(err, "side", "As many of this group") {
		t.Error(err)
	}
	if err := v.HandIn(r, named(given(in, Members), "m1")); !said(err, "name", "anonymous") {
		t.Error(err)
	}
	early := desk("2026-10-31")
	early.Instruments, early.Responses = v.Instruments, v.Responses
	if err := early.HandIn(r, given(in, Members)); !said(err, "round", "begins on") {
		t.Error(err)
	}

	byName := begun(t, v, func(r *Round) { r.Named = true })
	who := given(in, Staff, "safe", "1")
	who.Name = "Ines"
	if err := errors.Join(v.HandIn(byName, named(given(in, Members), "m1")), v.HandIn(byName, who)); err != nil {
		t.Fatal(err)
	}
	for _, again := range []Response{named(given(in, Members), "m1"), who} {
		if err := v.HandIn(byName, again); !said(err, "name", "answered already") {
			t.Error(err)
		}
	}
	if err := v.HandIn(byName, given(in, Members)); !said(err, "name", "who answered") {
		t.Error(err)
	}
	if mine := must[[]Response](t)(v.Of("m1")); len(mine) != 1 {
		t.Errorf("%d under the person", len(mine))
	}
}

func TestAnAnonymousAnswerKeepsNothingThatWasNotAllowed(t *testing.T) {
	v := desk("2026-11-10")
	r := begun(t, v, nil)
	one := given(sample(), Members, "safe", "0", "why", "Mine.", "name", "Ours")
	one.Answers["safe"] = Answer{Values: []string{"0"}, Note: "private"}
	one.Answers["name"] = Answer{Values: []string{"Ours"}, Share: ShareAsWritten}
	one.ID = "chosen-by-somebody"
	if err := v.HandIn(r, one); err != nil {
		t.Fatal(err)
	}
	kept := must[[]Response](t)(v.Answered(r.ID))[0]
	if _, there := kept.Answers["why"]; there || kept.Answers["safe"].Note != "" || kept.Answers["name"].Values[0] != "Ours" || kept.ID == one.ID {
		t.Errorf("%+v", kept)
	}
}

func TestAnswersPutAsideComeBackToTheirCodeOnly(t *testing.T) {
	v := desk("2026-11-10")
	r := begun(t, v, nil)
	in := sample()
	mine, theirs := must[Code](t)(NewCode(v.Random)), must[Code](t)(NewCode(v.Random))
	if err := errors.Join(v.PutAside(r, given(in, Members, "safe", "1"), mine), v.PutAside(r, given(in, Members, "safe", "2"), mine)); err != nil {
		t.Fatal(err)
	}
	if _, err := v.TakeUp(r, theirs); !said(err, "code", "Nothing was put aside") {
		t.Error(err)
	}
	back := must[Response](t)(v.TakeUp(r, mine))
	if back.Answers["safe"].Values[0] != "2" {
		t.Errorf("%+v", back)
	}
	if n := len(must[[]Response](t)(v.Answered(r.ID))); n != 1 {
		t.Errorf("%d are kept", n)
	}
}

func TestACodeIsReadHoweverItIsTyped(t *testing.T) {
	for typed, want := range map[string]Code{
		"7KQM-2XHD-9RTA": "7KQM-2XHD-9RTA", " 7kqm 2xhd 9rta ": "7KQM-2XHD-9RTA", "7KQM2XHD9RTA": "7KQM-2XHD-9RTA",
		"o0il-0000-0000": "0011-0000-0000", "7KQM-2XHD-9RT": "", "7KQM-2XHD-9RTAX": "", "7KQM-2XHD-9RT!": "", "7KQM-2XHD-9RTU": "", "": "",
	} {
		if got, err := ParseCode(typed); got != want || (err == nil) != (want != "") {
			t.Errorf("%q: %q, %v", typed, got, err)
		}
	}
}

func TestCodesAreAsManyAsPeopleAndWorkOnce(t *testing.T) {
	v := desk("2026-11-10")
	r := begun(t, v, nil)
	codes := must[[]Code](t)(v.Issue(r, Members, 5, false))
	if _, err := v.Issue(r, Members, 1, false); !said(err, "codes", "0 more") && !said(err, "codes", "n 0") {
		t.Error(err)
	}
	h := must[Handout](t)(v.Handout(r))
	if side, err := h.SideOf(codes[2]); side != Members || err != nil {
		t.Errorf("%s, %v", side, err)
	}
	if _, err := h.Spent(codes[2]).SideOf(codes[2]); !said(err, "code", "used already") {
		t.Error(err)
	}
	if slices.Contains(h.Codes[Members], string(codes[0])) {
		t.Error("a code is kept as it is")
	}
	if !slices.IsSorted(h.Codes[Members]) {
		t.Error("the order of the codes tells something")
	}
	renewed := must[[]Code](t)(v.Issue(r, Members, 5, true))
	h = must[Handout](t)(v.Handout(r))
	if _, err := h.SideOf(codes[0]); err == nil {
		t.Error("a code that was replaced is still worth something")
	}
	if _, err := h.SideOf(renewed[0]); err != nil {
		t.Error(err)
	}
}

func TestAClosedRoundKeepsFiguresOnly(t *testing.T) {
	v := desk("2026-11-30")
	r := begun(t, v, nil)
	in := sample()
	codes := must[[]Code](t)(v.Issue(r, Members, 1, false))
	for range 4 {
		if err := v.HandIn(r, given(in, Members, "safe", "3")); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := v.Close(r); !said(err, "round", "Only 4 have answered") {
		t.Error(err)
	}
	if err := errors.Join(v.HandIn(r, given(in, Staff, "safe", "1")), v.PutAside(r, given(in, Members), codes[0])); err != nil {
		t.Fatal(err)
	}
	closed := must[Round](t)(v.Close(r))
	if n := len(must[[]Response](t)(v.Answered(r.ID))); n != 0 || !closed.Traces || closed.Closing != 1 || closed.Open() {
		t.Errorf("%d answers are left of %+v", n, closed)
	}
	if h := must[Handout](t)(v.Handout(r)); len(h.Codes) > 0 {
		t.Errorf("codes are left: %v", h)
	}
	if tally := must[Tally](t)(v.TallyOf(closed)); tally.People[Members] != 4 || tally.Counts[Members]["safe"]["3"] != 4 {
		t.Errorf("%+v", tally)
	}
	if _, err := v.Close(closed); !said(err, "round", "closed") {
		t.Error(err)
	}
	if err := v.HandIn(closed, given(in, Members)); !said(err, "round", "closed") {
		t.Error(err)
	}
	second := must[Round](t)(v.GiveUp(begun(t, v, nil)))
	if second.Closing != 2 || !second.GivenUp {
		t.Errorf("%+v", second)
	}
}

func TestWhatIsTracedIsWhatASinglePersonLeft(t *testing.T) {
	closed := Round{ID: "r1", Closed: day("2026-11-30")}
	for _, c := range []struct {
		round      Round
		collection string
		key        record.Key
		want       bool
	}{
		{closed, "response", "r1/x", true}, {closed, "response", "m1/r1", true}, {closed, "response", "r1/live", false},
		{closed, "response", "r2/x", false}, {closed, "handout", "r1", true}, {closed, "round", "r1", false}, {closed, "tally", "r1", false},
		{Round{ID: "r1", Named: true}, "handout", "r1", false},
	} {
		if got := c.round.Traced(c.collection, c.key, func(k record.Key) bool { return k == "r1/live" }); got != c.want {
			t.Errorf("%+v %s %s: %v", c.round, c.collection, c.key, got)
		}
	}
}

func TestACommentIsShownInOtherWordsOnly(t *testing.T) {
	v := desk("2026-11-30")
	r := begun(t, v, nil)
	in := sample()
	for _, share := range []Share{ShareReworded, ShareAsWritten, ShareNot, ShareReworded, ShareNot} {
		one := given(in, Members, "safe", "3")
		one.Answers["name"] = Answer{Values: []string{"words of " + string(share)}, Share: share}
		if err := v.HandIn(r, one); err != nil {
			t.Fatal(err)
		}
	}
	closed := must[Round](t)(v.Close(r))
	tally := must[Tally](t)(v.TallyOf(closed))
	var waiting []Comment
	for _, c := range tally.Comments {
		if c.Waiting {
			waiting = append(waiting, c)
		}
	}
	if len(tally.Comments) != 3 || len(waiting) != 2 {
		t.Fatalf("%+v", tally.Comments)
	}
	if err := errors.Join(v.Reword(r.ID, waiting[0].ID, "Somebody likes the name."), v.Reword(r.ID, waiting[1].ID, "")); err != nil {
		t.Fatal(err)
	}
	var shown []string
	for _, c := range in.Show(must[Tally](t)(v.TallyOf(closed))).Comments {
		shown = append(shown, c.Text)
	}
	slices.Sort(shown)
	if !slices.Equal(shown, []string{"Somebody likes the name.", "words of as-written"}) {
		t.Errorf("%q", shown)
	}
}

func TestAPacketComesBackToItsRoundOnly(t *testing.T) {
	v := desk("2026-11-10")
	in := sample()
	r, other := begun(t, v, nil), begun(t, v, nil)
	codes := must[[]Code](t)(v.Issue(r, Members, 2, false))
	h := must[Handout](t)(v.Handout(r))
	h.Recipient = "age1pq1"
	file := must[[]byte](t)(MakePacket(r, h, in, "Riverside"))
	p, questions, err := ReadPacket(file)
	if err != nil || p.Title != "Autumn" || questions.Fingerprint() != in.Fingerprint() {
		t.Fatalf("%+v, %v", p, err)
	}
	for _, code := range codes {
		if strings.Contains(string(file), string(code)) || strings.Contains(string(file), strings.ReplaceAll(string(code), "-", "")) {
			t.Error("a packet holds a code")
		}
	}
	if side, err := p.Side(codes[0]); side != Members || err != nil {
		t.Errorf("%s, %v", side, err)
	}
	answer := given(in, Members, "safe", "2")
	answer.Round = r.ID
	back := must[[]byte](t)(MakeHanded(questions, answer, codes[0]))
	if _, code, err := ReadHanded(back, h, in); err != nil || code != codes[0] {
		t.Fatalf("%s, %v", code, err)
	}
	wrongSide := answer
	wrongSide.Side = Staff
	for what, c := range map[string]struct {
		file []byte
		h    Handout
	}{
		"of another round":  {back, Handout{Round: other.ID, Codes: h.Codes}},
		"twice":             {back, h.Spent(codes[0])},
		"of another group":  {must[[]byte](t)(MakeHanded(in, wrongSide, codes[0])), h},
		"cut off":           {back[:len(back)-2], h},
		"with more in it":   {[]byte(strings.Replace(string(back), `{"`, `{"name":"x","`, 1)), h},
		"altered":           {[]byte(strings.Replace(string(back), answer.Words, strings.Repeat("0", 64), 1)), h},
		"to another choice": {[]byte(strings.Replace(string(back), `"code":"2"`, `"code":"9"`, 1)), h},
	} {
		if _, _, err := ReadHanded(c.file, c.h, in); !errors.Is(err, record.ErrInvalid) {
			t.Errorf("%s: %v", what, err)
		}
	}
	if _, _, err := ReadPacket([]byte(strings.Replace(string(file), `"holdfast_packet":1`, `"holdfast_packet":2,"tone":"kind"`, 1))); !errors.Is(err, record.ErrNewer) {
		t.Errorf("a packet of a newer program: %v", err)
	}
}

func FuzzReadPacket(f *testing.F) {
	h := Handout{Round: "7c9e6679-7425-40de-944b-e07fc1f90ae7", Recipient: "age1pq1", Codes: map[Side][]string{Members: {"x"}}}
	file, err := MakePacket(Round{ID: h.Round, Title: "Autumn"}, h, sample(), "Riverside")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(file)
	f.Fuzz(func(t *testing.T, data []byte) {
		if _, in, err := ReadPacket(data); err == nil && in.Validate() != nil {
			t.Error("a packet came with questions that can't be asked")
		}
	})
}

func FuzzReadHanded(f *testing.F) {
	in := sample()
	h := Handout{Round: "7c9e6679-7425-40de-944b-e07fc1f90ae7"}
	h, codes, err := h.issue(Members, 1, 1, false, newDice())
	if err != nil {
		f.Fatal(err)
	}
	r := given(in, Members, "safe", "2")
	r.Round = h.Round
	file, err := MakeHanded(in, r, codes[0])
	if err != nil {
		f.Fatal(err)
	}
	f.Add(file)
	f.Fuzz(func(t *testing.T, data []byte) {
		r, code, err := ReadHanded(data, h, in)
		if err == nil && (code != codes[0] || r.Side != Members || r.Round != h.Round) {
			t.Errorf("%s %+v was taken", code, r)
		}
	})
}

func TestRecordsOfThisPackageAreKeptLikeAllOthers(t *testing.T) {
	schemas := []record.Key{ResponseSchema().Key(Response{Round: "r", ID: "x"}), ResponseSchema().Key(Response{Round: "r", ID: "x", Member: "m"}),
		TallySchema().Key(Tally{Round: "r"}), RoundSchema().Key(Round{ID: "r"}), HandoutSchema().Key(Handout{Round: "r"}),
		KeptSchema().Key(Kept{ID: "i", Version: "1.2"}), CheckSchema().Key(Check{Checklist: "c", Item: "a.b"}), ActionSchema().Key(Action{ID: "a"})}
	for i, want := range []record.Key{"r/x", "m/r", "r", "r", "r", "i/1.2", "c/a.b", "a"} {
		if schemas[i] != want || !schemas[i].Valid() {
			t.Errorf("%s, not %s", schemas[i], want)
		}
	}
	memory := recordtest.NewMemory(TallySchema())
	in := sample()
	tally := must[Tally](t)(in.Count("r", []Response{given(in, Members, "safe", "2")}, newDice()))
	if err := memory.Put(tally); err != nil {
		t.Fatal(err)
	}
	if back := must[Tally](t)(memory.Get("r")); back.Means[Everyone]["principle:safety"].N != 1 {
		t.Errorf("%+v", back)
	}
}
