package passphrase_test

import (
	"errors"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"holdfast/app/kit/kittest"
	"holdfast/app/passphrase"
	"holdfast/board"
	"holdfast/wording"
)

const good = "lantern meadow orbit pebble quilt river"

func fresh() passphrase.Fresh {
	return passphrase.Fresh{Random: rand.NewChaCha8([32]byte{1}), Words: []string{"Riverside"}}
}

func TestTwoFieldsAgreeOrSayWhy(t *testing.T) {
	m := passphrase.NewModel(wording.English(), fresh())
	for _, c := range []struct{ first, again, wrongFirst, wrongAgain string }{
		{"", "", "Type a passphrase", ""},
		{"  ", "", "Type a passphrase", ""},
		{good, "", "", "once more"},
		{good, good + " ", "", "not the same"},
		{good, good, "", ""},
	} {
		wrong := m.Check(c.first, c.again)
		if !strings.Contains(wrong.First, c.wrongFirst) || !strings.Contains(wrong.Again, c.wrongAgain) ||
			wrong.None() != (c.wrongFirst+c.wrongAgain == "") {
			t.Errorf("%q and %q: %+v", c.first, c.again, wrong)
		}
	}
}

func TestOnlyAJudgedPassphraseIsTakenAndAWeakOneWithATick(t *testing.T) {
	m := passphrase.NewModel(wording.English(), fresh())
	if m.Accepts(true) {
		t.Error("one that nobody judged is taken")
	}
	m.Judged(m.Strength("riverside1"))
	if m.Accepts(false) || !m.Accepts(true) || !m.State().Weak || m.State().Advice == "" {
		t.Errorf("a weak one: %+v", m.State())
	}
	m.Typed()
	if m.Accepts(true) || m.State().Strength != "" {
		t.Error("what was known of another one is believed of this one")
	}
	m.Judged(m.Strength(good))
	if !m.Accepts(false) {
		t.Errorf("a strong one: %+v", m.State())
	}
}

// silent is a Judge whose chance has dried up.
type silent struct{ passphrase.Fresh }

func (silent) SuggestPassphrase() (string, error) { return "", errors.New("no chance") }

func TestWithoutChanceSomebodyStillChoosesTheirOwn(t *testing.T) {
	s := kittest.NewStage(t, kittest.Variant{})
	form := passphrase.NewForm(s.Env, silent{fresh()}, passphrase.Words{First: "First", Again: "Again"})
	s.Show(form.Object())
	if s.HasButton("Use these words") {
		t.Error("no words are offered, but a button for them")
	}
	taken := ""
	s.Entry("First").SetText(good)
	s.Entry("Again").SetText(good)
	form.Take(func(text string) { taken = text })
	s.Settle()
	if taken != good {
		t.Errorf("took %q: %s", taken, s.Words())
	}
}

// counting counts how often it judges.
type counting struct {
	passphrase.Fresh
	judged *int
}

func (c counting) Strength(text string) board.Estimate {
	*c.judged++
	return c.Fresh.Strength(text)
}

func TestJudgingWaitsUntilTypingPauses(t *testing.T) {
	s := kittest.NewStage(t, kittest.Variant{})
	judged := 0
	form := passphrase.NewForm(s.Env, counting{fresh(), &judged}, passphrase.Words{First: "First", Again: "Again"})
	s.Show(form.Object())
	form.Focus()
	s.Type("lantern meadow")
	if judged != 0 {
		t.Fatalf("judged %d times while somebody types", judged)
	}
	s.Pass(time.Second)
	if judged != 1 || !strings.Contains(s.Words(), "guess") {
		t.Errorf("judged %d times: %s", judged, s.Words())
	}
}

func TestClearingLeavesNothingTyped(t *testing.T) {
	s := kittest.NewStage(t, kittest.Variant{})
	form := passphrase.NewForm(s.Env, fresh(), passphrase.Words{First: "First", Again: "Again"})
	s.Show(form.Object())
	s.Entry("First").SetText(good)
	s.Entry("Again").SetText(good)
	form.Clear()
	s.Pass(time.Second)
	if s.Entry("First").Text+s.Entry("Again").Text != "" || strings.Contains(s.Words(), "guess") {
		t.Errorf("it still shows %s", s.Words())
	}
}
