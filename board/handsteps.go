package board

import (
	"slices"

	"holdfast/member"
	"holdfast/wording"
)

// HandingKind is a step of handing over.
type HandingKind string

// The steps, in their order. People may be asked at any time.
const (
	HandSeen    HandingKind = "seen"
	HandComing  HandingKind = "coming"
	HandProof   HandingKind = "proof"
	HandPeople  HandingKind = "people"
	HandRemove  HandingKind = "remove"
	HandReceipt HandingKind = "receipt"
)

// HandingStep is one step, worded.
type HandingStep struct {
	Kind          HandingKind
	Title, Detail wording.Text
	Done          bool
	// Waits says why the step can't be done yet; empty where it can.
	Waits wording.Text
}

// Steps are the steps of the handing over that goes on. It fails as Now does.
func (h Handing) Steps() ([]HandingStep, error) {
	now, err := h.Now()
	if err != nil {
		return nil, err
	}
	opened, err := h.b.vault()
	if err != nil {
		return nil, err
	}
	open, err := h.ToAsk()
	if err != nil {
		return nil, err
	}
	steps := []HandingStep{
		{Kind: HandSeen, Done: !now.Seen.IsZero(), Title: wording.T("Go through what the next person needs"),
			Detail: wording.T("Open tasks, contact sheets to confirm again, what was promised, the calendar, where the backups lie.")},
		{Kind: HandComing, Done: now.Coming != "", Title: wording.T("Give the next person a key of their own"),
			Detail: wording.T("Never the key that leaves: a passphrase, a key file or a paper key that only they have.")},
		{Kind: HandProof, Done: !now.Proof.On.IsZero(), Title: wording.T("Let that key open a fresh backup"),
			Detail: wording.T("A backup is made and read to its last byte with the new key. Only that proves that everything can be got back without the old one.")},
		{Kind: HandPeople, Done: len(open) == 0, Title: wording.T("Tell everyone, and ask"),
			Detail: wording.N(len(open), "{n} person is not told yet that somebody else will hold their data.", "{n} people are not told yet that somebody else will hold their data.")},
		{Kind: HandRemove, Done: !now.Removed.IsZero(), Title: wording.T("Take the old key away"),
			Detail: wording.T("The vault is written anew under keys that the old one never had. It is opened with the new key for this.")},
		{Kind: HandReceipt, Title: wording.T("Print the receipt, and both sign it"),
			Detail: wording.T("It names keys and numbers, and nobody of the board.")},
	}
	if len(open) == 0 {
		steps[3].Detail, err = h.everyone()
	}
	if now.Coming == "" {
		steps[2].Waits = wording.T("First the next person needs a key.")
	}
	switch {
	case now.Proof.On.IsZero():
		steps[4].Waits = wording.T("First the new key has to open a fresh backup.")
	case now.Removed.IsZero() && opened.Holder() == now.Leaving:
		steps[4].Waits = wording.T("The vault is open with the key that leaves. Lock it, and open it with the new key.")
	}
	if slices.ContainsFunc(steps[:5], func(s HandingStep) bool { return !s.Done }) {
		steps[5].Waits = wording.T("First the other steps.")
	}
	return steps, err
}

// everyone says that nobody is left to be told, but for those whom it would
// harm now.
func (h Handing) everyone() (wording.Text, error) {
	replies, err := h.Replies()
	unsafe := 0
	for _, r := range replies {
		if r.Answer == ReplyUnsafe {
			unsafe++
		}
	}
	if unsafe == 0 {
		return wording.T("Everyone was told."), err
	}
	return wording.N(unsafe, "Everyone was told but {n} person who can’t be reached safely now. Tell them when it is safe.",
		"Everyone was told but {n} people who can’t be reached safely now. Tell them when it is safe."), err
}

// ToAsk are the people with a seat, or on the way to one, who were not told
// yet, by name.
func (h Handing) ToAsk() ([]member.ID, error) {
	r, err := h.b.roll()
	if err != nil {
		return nil, err
	}
	replies, err := h.Replies()
	if err != nil {
		return nil, err
	}
	var all []member.ID
	for _, id := range r.order() {
		stage := r.people[id].Stage()
		told := slices.ContainsFunc(replies, func(reply Reply) bool { return reply.Member == id })
		if (stage.Serving() || stage.Joining()) && !told {
			all = append(all, id)
		}
	}
	return all, nil
}
