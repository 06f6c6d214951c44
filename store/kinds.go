package store

// The kinds of those acts that the vault itself writes into its journal.
const (
	KindCreated           = "vault.created"
	KindRewritten         = "vault.rewritten"
	KindContinued         = "vault.continued"   // in a new file, after the disk failed
	KindRolledBack        = "vault.rolled_back" // an older copy was found, and said
	KindHeaderNoted       = "vault.header_noted"
	KindSalvaged          = "vault.salvaged"
	KindHealed            = "vault.healed"
	KindKeyholderAdded    = "keyholder.added"
	KindKeyholderRenamed  = "keyholder.renamed"
	KindKeyholderAttested = "keyholder.attested"
	KindKeyholderRemoved  = "keyholder.removed"
	KindPassphraseChanged = "keyholder.passphrase"
)
