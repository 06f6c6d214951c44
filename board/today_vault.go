package board

import (
	"slices"

	"holdfast/record"
	"holdfast/store/keyring"
	"holdfast/wording"
)

// vaultItems are the items about the vault and who can open it.
func (b *Board) vaultItems(r *roll) ([]Item, error) {
	holders, err := b.Keyholders()
	if err != nil {
		return nil, err
	}
	items := append(append(b.openingItems(), b.kitPrintItems(holders)...), keyItems(holders)...)
	rehearsals, err := b.rehearsalItems(holders)
	if err != nil {
		return nil, err
	}
	backups, err := b.backupItems(r, holders)
	if err != nil {
		return nil, err
	}
	items = slices.Concat(items, rehearsals, backups)
	draft, waits, err := b.Draft()
	if err != nil {
		return nil, err
	}
	if waits {
		items = append(items, Item{
			Kind: ItemDraft, Tag: wording.T("Draft"), Urgency: Calm, Member: draft.About,
			Title:  wording.T("You were in the middle of {form}", "form", FormName(draft.Form)),
			Detail: wording.T("What you had typed was kept, sealed. Go on, or let it go."),
			Act:    wording.T("Go on"), Target: ToDraft, Due: record.DateOf(draft.At),
		})
	}
	return items, nil
}

// openingItems are what unlocking found, until they were read.
func (b *Board) openingItems() []Item {
	var items []Item
	add := func(item Item) {
		if _, read := b.dismissed.Load(item.Kind); !read {
			items = append(items, item)
		}
	}
	for _, notice := range b.opening.grave() {
		add(Item{Kind: ItemVault, Tag: wording.T("Vault"), Urgency: Care, Title: notice,
			Act: wording.T("I have read this"), Target: ToNotice})
	}
	if service := b.opening.SyncedFolder; service != "" {
		add(Item{Kind: ItemFolder, Tag: wording.T("Folder"), Urgency: Care,
			Title:  wording.T("This vault lies in a folder that {service} copies elsewhere", "service", service),
			Detail: wording.T("The copies are encrypted, but they can't be taken back, and two computers at once can damage a vault. Move the folder to a place that is not synced."),
			Act:    wording.T("I have read this"), Target: ToNotice})
	}
	if b.opening.Healed && len(b.opening.grave()) == 0 {
		add(Item{Kind: ItemHealed, Tag: wording.T("Vault"), Urgency: Calm,
			Title:  wording.T("The vault repaired itself"),
			Detail: wording.T("Its working copy did not fit and was made anew from the journal. Nothing was lost."),
			Act:    wording.T("I have read this"), Target: ToNotice})
	}
	return items
}

// grave are the notices of the opening that have no item of their own.
func (o Opening) grave() []wording.Text {
	rest := o.Report
	rest.EngineRebuilt, rest.SyncedFolder, rest.Opening.Unattested = false, "", false
	return rest.Notices()
}

// kitPrintItems remind of recovery kits that show an old fingerprint: after a
// restore, or when a key was taken away, the vault has another one.
func (b *Board) kitPrintItems(holders []Keyholder) []Item {
	var labels wording.List
	for _, h := range holders {
		if h.OldPrint {
			labels = append(labels, h.Label)
		}
	}
	print, err := b.Fingerprint()
	if len(labels) == 0 || err != nil {
		return nil
	}
	return []Item{{Kind: ItemKitPrint, Tag: wording.T("Recovery kit"), Urgency: Care,
		Title:  wording.T("The vault has a new fingerprint: {fingerprint}", "fingerprint", print),
		Detail: wording.T("Write it on the recovery kit, in place of the old one: {list}.", "list", labels),
		Act:    wording.T("I have written it"), Target: ToNotice}}
}

// keyItems are the items about keyholders.
func keyItems(holders []Keyholder) []Item {
	var items []Item
	for _, h := range holders {
		switch {
		case h.Mine && !h.Attested:
			items = append(items, Item{Kind: ItemFingerprint, Tag: wording.T("Keyholder"), Urgency: Care,
				Title:  wording.T("Compare this vault's fingerprint with the one on the recovery kit"),
				Detail: wording.T("This key opens the vault for the first time. If the two are the same, say so; if not, type nothing in and ask who gave you the vault."),
				Act:    wording.T("Compare"), Target: ToKeyholders})
		case !h.Attested:
			items = append(items, Item{Kind: ItemUnattested, Tag: wording.T("Keyholder"), Urgency: Calm,
				Title:  wording.T("The key “{label}” has not been used yet", "label", h.Label),
				Detail: wording.T("Until its holder opens the vault with it once, nobody vouches that it is theirs."),
				Act:    wording.T("Open"), Target: ToKeyholders})
		}
		if h.Kind == keyring.KindPaper && h.ReadBack.IsZero() {
			items = append(items, kitItem(h))
		}
	}
	if len(holders) == 1 {
		items = append(items, Item{Kind: ItemOnlyKey, Tag: wording.T("Keyholder"), Urgency: Care,
			Title:  wording.T("Only one key opens this vault"),
			Detail: wording.T("If it is forgotten or lost, nobody can open the vault again. Add a paper key or a second person."),
			Act:    wording.T("Add a key"), Target: ToKeyholders})
	}
	return items
}

func kitItem(h Keyholder) Item {
	item := Item{Kind: ItemKit, Tag: wording.T("Recovery kit"), Urgency: Care,
		Title:  wording.T("The recovery key “{label}” was never read back", "label", h.Label),
		Detail: wording.T("Open the vault with it once: only that proves that the paper is right."),
		Act:    wording.T("Read it back"), Target: ToKit, Due: record.DateOf(h.Added)}
	if !h.Skipped.IsZero() {
		item.Detail = wording.T("You put it off on {date}. Open the vault with it once: only that proves that the paper is right.",
			"date", h.Skipped)
	}
	return item
}
