package main

import (
	"slices"
	"strings"

	"holdfast/board"
	"holdfast/record"
	"holdfast/store/keyring"
	"holdfast/wording"
)

// keysRemoveWords takes a key away.
type keysRemoveWords struct {
	Vault  string `arg:"" help:"${vault}"`
	Holder string `arg:"" help:"${keys_holder}"`
}

func (c *keysRemoveWords) Run(h *house) error {
	return h.open(c.Vault, func(b *board.Board) error {
		k, err := keyholder(b, c.Holder)
		if err != nil {
			return err
		}
		if err := b.RemoveKeyholder(h.ctx, k.ID, h.progress); err != nil {
			return err
		}
		h.settle()
		return h.answer(keyJSON(k), func(p *page) {
			p.say(wording.T("The key “{label}” was removed, and the vault was written anew under fresh keys.", "label", k.Label))
			p.say(wording.T("Copies of the vault that were made before still open with it. Remove them where you can."))
		})
	})
}

// keyholder is the one whom an identifier means: the whole, or its beginning.
func keyholder(b *board.Board, text string) (board.Keyholder, error) {
	holders, err := b.Keyholders()
	if err != nil {
		return board.Keyholder{}, err
	}
	var fits []board.Keyholder
	for _, k := range holders {
		if text != "" && strings.HasPrefix(string(k.ID), strings.ToLower(text)) {
			fits = append(fits, k)
		}
	}
	if len(fits) != 1 {
		return board.Keyholder{}, wording.Refuse("holder",
			"This means no keyholder, or more than one; “holdfastctl keys list” has the identifiers.")
	}
	return fits[0], nil
}

// keysPassphraseWords changes a passphrase, by default the one that opened
// the vault.
type keysPassphraseWords struct {
	Vault   string `arg:"" help:"${vault}"`
	Holder  string `name:"holder" placeholder:"ID" help:"${keys_whose}"`
	NewFile string `name:"new-passphrase-file" placeholder:"FILE" help:"${new_passphrase_file}"`
	Feared  bool   `name:"feared" help:"${keys_feared}"`
}

func (c *keysPassphraseWords) Run(h *house) error {
	return h.open(c.Vault, func(b *board.Board) error {
		k, err := c.whose(b)
		if err != nil {
			return err
		}
		text, err := h.newSecret(c.NewFile)
		if err != nil {
			return err
		}
		if err := b.ChangePassphrase(h.ctx, k.ID, text, c.Feared, h.progress); err != nil {
			return err
		}
		h.settle()
		if k.Mine { // under fresh keys it may have a new identifier
			if k, err = inUse(b); err != nil {
				return err
			}
		}
		return h.answer(keyJSON(k), func(p *page) {
			p.say(wording.T("The passphrase “{label}” was changed.", "label", k.Label))
			if c.Feared {
				p.say(wording.T("The vault was written anew under fresh keys. Copies that were made before still open with the old passphrase. Remove them where you can."))
			}
		})
	})
}

func (c *keysPassphraseWords) whose(b *board.Board) (board.Keyholder, error) {
	if c.Holder != "" {
		return keyholder(b, c.Holder)
	}
	k, err := inUse(b)
	if err != nil || k.Kind == keyring.KindPassphrase {
		return k, err
	}
	// A forgotten passphrase: where there is but one, it is that.
	holders, err := b.Keyholders()
	if err != nil {
		return k, err
	}
	holders = slices.DeleteFunc(holders, func(k board.Keyholder) bool { return k.Kind != keyring.KindPassphrase })
	if len(holders) != 1 {
		return k, wording.Refuse("holder", "The vault was not opened with a passphrase; say with --holder whose is to change.")
	}
	return holders[0], nil
}

// inUse is the key that opened the vault.
func inUse(b *board.Board) (board.Keyholder, error) {
	holders, err := b.Keyholders()
	if err != nil {
		return board.Keyholder{}, err
	}
	for _, k := range holders {
		if k.Mine {
			return k, nil
		}
	}
	return board.Keyholder{}, record.ErrNotFound
}

// keysRenameWords changes what a key is called.
type keysRenameWords struct {
	Vault  string `arg:"" help:"${vault}"`
	Holder string `arg:"" help:"${keys_holder}"`
	Label  string `arg:"" help:"${keys_label}"`
}

func (c *keysRenameWords) Run(h *house) error {
	return h.open(c.Vault, func(b *board.Board) error {
		k, err := keyholder(b, c.Holder)
		if err != nil {
			return err
		}
		if err := b.RenameKeyholder(k.ID, c.Label); err != nil {
			return err
		}
		return h.listKeys(b)
	})
}

// keysAttestWords vouches for the vault after its fingerprint was compared.
type keysAttestWords struct {
	Vault       string `arg:"" help:"${vault}"`
	Fingerprint string `name:"fingerprint" required:"" placeholder:"TEXT" help:"${keys_fingerprint}"`
}

func (c *keysAttestWords) Run(h *house) error {
	return h.open(c.Vault, func(b *board.Board) error {
		fingerprint, err := b.Fingerprint()
		if err != nil {
			return err
		}
		if bare(c.Fingerprint) != bare(fingerprint) {
			return wording.Refuse("fingerprint",
				"This is not the fingerprint of the vault. Type nothing into it, and ask who gave it to you.")
		}
		if err := b.Attest(); err != nil {
			return err
		}
		return h.listKeys(b)
	})
}

// bare is a fingerprint as it compares, however it is spaced.
func bare(fingerprint string) string {
	return strings.ToLower(strings.NewReplacer(" ", "", "-", "").Replace(fingerprint))
}

// keysReadBackWords proves a paper key: it must have opened the vault.
type keysReadBackWords struct {
	Vault string `arg:"" help:"${vault}"`
}

func (c *keysReadBackWords) Run(h *house) error {
	return h.open(c.Vault, func(b *board.Board) error {
		k, err := inUse(b)
		if err != nil {
			return err
		}
		if k.Kind != keyring.KindPaper {
			return wording.Refuse("key", "Open the vault with the paper key itself: type it into a file and give --key FILE.")
		}
		if err := b.KitReadBack(k.ID); err != nil {
			return err
		}
		return h.listKeys(b)
	})
}
