package board

import (
	"cmp"
	"slices"
	"time"

	"holdfast/member"
	"holdfast/record"
	"holdfast/wording"
)

// Today is what needs the coordinator, and how the board stands.
type Today struct {
	// Now is the instant that it is about, in the coordinator's zone.
	Now time.Time
	// Items are what needs the coordinator, the most urgent first.
	Items []Item
	// Quiet is what to say where there are none; otherwise empty.
	Quiet wording.Text
	// Figures are the four numbers below, in an order that stays.
	Figures []Figure
}

// Item is one thing that needs the coordinator.
type Item struct {
	Kind ItemKind
	// Tag is the word in front ("Check-in"), Urgency how it is coloured.
	Tag     wording.Text
	Urgency Urgency
	// Title is one line, Detail a sentence or two below it; Detail may be
	// empty.
	Title, Detail wording.Text
	// Act is what the button says, and Target where it leads.
	Act    wording.Text
	Target Target
	// Member is whom it is about, where it is about one person; Count is about
	// how many where it is about several.
	Member member.ID
	Count  int
	// About is the round or the checklist that it leads to, where there is one.
	About string
	// Due is the day that matters, zero where none does.
	Due record.Date
}

// ItemKind is what an item is about.
type ItemKind string

// The kinds of items, in the order in which they need somebody.
const (
	ItemVault         ItemKind = "vault"          // something was found on unlocking
	ItemFingerprint   ItemKind = "fingerprint"    // the key in use never vouched for the vault
	ItemKitPrint      ItemKind = "kit_print"      // recovery kits show a fingerprint of before
	ItemDraft         ItemKind = "draft"          // a half-typed form waits
	ItemToForget      ItemKind = "to_forget"      // somebody does not want their record kept
	ItemWithdrawal    ItemKind = "withdrawal"     // something was taken back and is not finished
	ItemConsentEnds   ItemKind = "consent_ends"   // a yes ends soon
	ItemConsentReview ItemKind = "consent_review" // choices should be talked about again
	ItemAgreement     ItemKind = "agreement"      // an agreement is to be looked at
	ItemCallLater     ItemKind = "call_later"     // somebody asked for another time
	ItemCheckIn       ItemKind = "check_in"       // the agreed rhythm is due
	ItemReachable     ItemKind = "do_not_until"   // "do not contact until" ends
	ItemSheet         ItemKind = "sheet"          // a contact sheet should be confirmed
	ItemTerm          ItemKind = "term"           // a term ends
	ItemOnboarding    ItemKind = "onboarding"     // onboarding is unfinished
	ItemKit           ItemKind = "kit"            // a recovery key was never read back
	ItemRehearsal     ItemKind = "rehearsal"      // a recovery key should be rehearsed
	ItemOnlyKey       ItemKind = "only_key"       // nobody else can open the vault
	ItemUnattested    ItemKind = "unattested"     // another key never vouched for the vault
	ItemFolder        ItemKind = "folder"         // the vault lies in a synced folder
	ItemHealed        ItemKind = "healed"         // the working copy was made anew
	ItemErasing       ItemKind = "erasing"        // something waits to be erased
	ItemHandover      ItemKind = "handover"       // a handing over is not finished
	ItemRetention     ItemKind = "retention"      // something was kept long enough
	ItemPay           ItemKind = "pay"            // somebody waits for pay longer than was promised
	ItemOfferAgain    ItemKind = "offer_again"    // pay was declined, and is to be offered again
	ItemLimit         ItemKind = "own_limit"      // a person's own limit is passed
	ItemFund          ItemKind = "fund"           // a fund runs short
	ItemBackup        ItemKind = "backup"         // a backup is due
	ItemBackupWrong   ItemKind = "backup_wrong"   // a backup is not as it was written
	ItemBackupHolds   ItemKind = "backup_holds"   // a backup may hold somebody who was erased
)

func itemOrder() []ItemKind {
	return []ItemKind{ItemVault, ItemFingerprint, ItemKitPrint, ItemDraft, ItemErasing, ItemTraces, ItemHandover, ItemToForget, ItemWithdrawal, ItemLimit, ItemCallLater, ItemCheckIn, ItemReachable,
		ItemPay, ItemSheet, ItemConsentEnds, ItemTerm, ItemConsentReview, ItemOfferAgain, ItemFund, ItemOnboarding, ItemRound, ItemReword, ItemTell, ItemAction, ItemChecklist, ItemAgreement, ItemKit, ItemRehearsal, ItemBackupWrong, ItemBackup, ItemBackupHolds, ItemOnlyKey, ItemUnattested, ItemRetention, ItemFolder, ItemHealed}
}

// Urgency is how much an item asks for, as one of the colours of a tag.
type Urgency string

// The urgencies. Care is amber; nothing on Today is ever red.
const (
	Calm Urgency = "calm"
	Care Urgency = "care"
)

// Target is where an item leads.
type Target string

// The places that items lead to.
const (
	ToContact    Target = "member.contact"
	ToOverview   Target = "member.overview"
	ToOnboarding Target = "member.onboarding"
	ToMembers    Target = "members"
	ToKeyholders Target = "keyholders"
	ToKit        Target = "kit"
	ToDraft      Target = "draft"
	ToConsent    Target = "member.consent"
	ToHeld       Target = "member.held"
	ToAgreements Target = "agreements"
	ToNotice     Target = "notice"
	ToRetention  Target = "retention"
	ToBackups    Target = "backups"
	ToBackup     Target = "backups.one"
	ToRehearsal  Target = "backups.rehearse"
	ToHandover   Target = "handover"
	ToPay        Target = "pay"
	ToPayRun     Target = "pay.run"
	ToPayTab     Target = "member.pay"
)

// together is how many items of one kind about people are shown one by one;
// more than these become a single line, so that the list stays one that a
// person can finish.
const together = 3

// Today is what needs the coordinator now, in order.
func (b *Board) Today() (Today, error) {
	r, err := b.roll()
	if err != nil {
		return Today{}, err
	}
	now := b.in(r.settings)
	items := r.peopleItems(now)
	vault, err := b.vaultItems(r)
	if err != nil {
		return Today{}, err
	}
	leaving, err := b.leavingItems(r)
	if err != nil {
		return Today{}, err
	}
	choices, err := b.consentItems(r, now)
	if err != nil {
		return Today{}, err
	}
	paying, err := b.payItems(r)
	if err != nil {
		return Today{}, err
	}
	assess, err := b.assessItems(record.DateOf(now))
	if err != nil {
		return Today{}, err
	}
	items = slices.Concat(vault, leaving, choices, paying, assess, items)
	today := Today{Now: now, Items: ordered(items), Figures: r.figures(now)}
	if err := b.alsoFigures(today.Figures, record.DateOf(now)); err != nil {
		return Today{}, err
	}
	if len(today.Items) == 0 {
		today.Quiet = wording.T("Nothing needs you today.")
	}
	return today, nil
}

// ordered sorts by kind, then by day, then leaves the order of names.
func ordered(items []Item) []Item {
	order := itemOrder()
	slices.SortStableFunc(items, func(a, b Item) int {
		return cmp.Or(
			cmp.Compare(slices.Index(order, a.Kind), slices.Index(order, b.Kind)),
			a.Due.Compare(b.Due))
	})
	return items
}

// DismissNotice takes an item of kind ItemVault, ItemFolder or ItemHealed off
// the list until the board is unlocked the next time, and one of ItemKitPrint
// for good: somebody says that it is done.
func (b *Board) DismissNotice(kind ItemKind) {
	if kind == ItemKitPrint && b.KitsMarked() != nil {
		return // it stays on the list
	}
	b.dismissed.Store(kind, true)
}
