package contactpage

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"holdfast/contact"
	"holdfast/record"
)

// anySheet is any sheet that could be kept.
func anySheet(t *rapid.T) contact.Sheet {
	text := rapid.StringMatching(`([a-zñé0-9][a-zñé0-9 “”]{0,12}[a-zñé0-9])?`)
	word := rapid.Custom(func(t *rapid.T) contact.Word {
		return contact.Word{Say: text.Draw(t, "say"), Means: text.Draw(t, "means")}
	})
	date := rapid.Custom(func(t *rapid.T) record.Date {
		if rapid.Bool().Draw(t, "none") {
			return record.Date{}
		}
		return record.Date{Year: 2026, Month: 1, Day: 1}.AddDays(rapid.IntRange(0, 800).Draw(t, "day"))
	})
	span := rapid.Custom(func(t *rapid.T) contact.Window {
		return contact.Window{Days: contact.Days(rapid.Uint8Range(0, 127).Draw(t, "days")),
			From: contact.Clock(rapid.IntRange(0, 1440).Draw(t, "from")), To: contact.Clock(rapid.IntRange(0, 1440).Draw(t, "to"))}
	})
	way := rapid.Custom(func(t *rapid.T) contact.Channel {
		return contact.Channel{
			ID: record.ID(text.Draw(t, "id")), Kind: rapid.SampledFrom(contact.Kinds()).Draw(t, "kind"), Label: text.Draw(t, "label"),
			Value: text.Draw(t, "value"), Safe: rapid.SampledFrom(contact.Safeties()).Draw(t, "safe"),
			Hours:        rapid.Custom(func(t *rapid.T) []contact.Window { return someOf(t, span) }).Draw(t, "hours"),
			Purposes:     rapid.Custom(func(t *rapid.T) []contact.Purpose { return someOf(t, rapid.SampledFrom(contact.Purposes())) }).Draw(t, "purposes"),
			SharedDevice: text.Draw(t, "device"), SharedAccount: text.Draw(t, "account"), SomeoneElse: text.Draw(t, "else"),
			Naming: rapid.SampledFrom(contact.Namings()).Draw(t, "naming"), Voicemail: rapid.SampledFrom(contact.Voicemails()).Draw(t, "voicemail"),
			ShowCallerID: rapid.Bool().Draw(t, "caller"), Dropped: rapid.SampledFrom(contact.Droppeds()).Draw(t, "dropped"),
			Disappearing: rapid.Bool().Draw(t, "disappearing"), Subject: text.Draw(t, "subject"), DisplayName: text.Draw(t, "display"),
			Attachments: rapid.Bool().Draw(t, "attachments"), Calendar: rapid.Bool().Draw(t, "calendar"), CalendarTitle: text.Draw(t, "title"),
			MarkedEnvelope: rapid.Bool().Draw(t, "marked"), Return: rapid.SampledFrom(contact.Returns()).Draw(t, "return"),
			SubstituteOnly: rapid.Bool().Draw(t, "substitute"), HoldAtOffice: rapid.Bool().Draw(t, "hold"),
		}
	})
	return contact.Sheet{
		Member: "somebody", Name: text.Draw(t, "name"), NameForOthers: text.Draw(t, "others"), From: text.Draw(t, "from"),
		Initiates: rapid.SampledFrom(contact.Initiators()).Draw(t, "initiates"), Rhythm: rapid.IntRange(0, 366).Draw(t, "rhythm"),
		EmergencyPlan: text.Draw(t, "plan"), Zone: text.Draw(t, "zone"), FirstAsked: record.ID(text.Draw(t, "first")),
		Channels: someOf(t, way),
		SafeWord: word.Draw(t, "safe word"), DangerWord: word.Draw(t, "danger word"), LaterWord: word.Draw(t, "later word"),
		Confirmed: date.Draw(t, "confirmed"), ConfirmedBy: text.Draw(t, "by"), ConfirmBy: date.Draw(t, "confirm by"),
		DoNotContactUntil: date.Draw(t, "until"), DoNotContactNote: text.Draw(t, "note"),
	}
}

// someOf is up to three, nil for none.
func someOf[V any](t *rapid.T, of *rapid.Generator[V]) []V {
	var some []V
	for range rapid.IntRange(0, 3).Draw(t, "how many") {
		some = append(some, of.Draw(t, "one"))
	}
	return some
}

func TestAFormLosesNothingOfASheet(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		before := anySheet(t)
		kept := contact.Sheet{Member: before.Member, Confirmed: before.Confirmed, ConfirmedBy: before.ConfirmedBy}
		after, wrong := formOf(before).onto(kept)
		if diff := cmp.Diff(before, after); diff != "" || len(wrong) > 0 {
			t.Fatalf("%v\n%s", wrong, diff)
		}
	})
}

func TestADraftLosesNothingOfAForm(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		form := formOf(anySheet(t))
		raw, err := json.Marshal(form)
		if err != nil {
			t.Fatal(err)
		}
		var again Form
		if err := json.Unmarshal(raw, &again); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(form, &again); diff != "" {
			t.Fatal(diff)
		}
	})
}
