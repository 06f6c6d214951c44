package board

import "holdfast/store/keyring"

// KeyKind is where a keyholder's key lies.
type KeyKind = keyring.Kind

// The kinds of keys.
const (
	KeyPassphrase = keyring.KindPassphrase
	KeyPaper      = keyring.KindPaper
	KeyFile       = keyring.KindFile
	KeyRecipient  = keyring.KindRecipient
	KeyShares     = keyring.KindShares
	KeyHardware   = keyring.KindHardware
)
