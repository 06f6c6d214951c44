package main

import (
	"time"

	"holdfast/board"
	"holdfast/record"
	"holdfast/store/keyring"
	"holdfast/wording"
)

// keysWords are about who can open a vault.
type keysWords struct {
	List       keysListWords       `cmd:"" help:"${keys_list}"`
	Add        keysAddWords        `cmd:"" help:"${keys_add}"`
	Remove     keysRemoveWords     `cmd:"" help:"${keys_remove}"`
	Passphrase keysPassphraseWords `cmd:"" help:"${keys_passphrase}"`
	Rename     keysRenameWords     `cmd:"" help:"${keys_rename}"`
	Attest     keysAttestWords     `cmd:"" help:"${keys_attest}"`
	ReadBack   keysReadBackWords   `cmd:"" name:"read-back" help:"${keys_read_back}"`
	Rehearse   keysRehearseWords   `cmd:"" help:"${keys_rehearse}"`
	Plugins    keysPluginsWords    `cmd:"" help:"${keys_plugins}"`
	Try        keysTryWords        `cmd:"" help:"${keys_try}"`
}

type keysListWords struct {
	Vault string `arg:"" help:"${vault}"`
}

// keyAnswer is a keyholder in JSON.
type keyAnswer struct {
	ID       string `json:"id"`
	Kind     string `json:"kind"`
	Label    string `json:"label"`
	Added    string `json:"added"`
	Attested bool   `json:"attested"`
	InUse    bool   `json:"in_use"`
	ReadBack string `json:"read_back,omitempty"`
	Skipped  string `json:"read_back_put_off,omitempty"`
	// Rehearsed is the day on which the key last proved that it opens.
	Rehearsed string `json:"rehearsed,omitempty"`
}

type keysAnswer struct {
	Fingerprint string      `json:"fingerprint"`
	Keyholders  []keyAnswer `json:"keyholders"`
}

func (c *keysListWords) Run(h *house) error {
	return h.open(c.Vault, func(b *board.Board) error { return h.listKeys(b) })
}

func (h *house) listKeys(b *board.Board) error {
	holders, err := b.Keyholders()
	if err != nil {
		return err
	}
	fingerprint, err := b.Fingerprint()
	if err != nil {
		return err
	}
	answer := keysAnswer{Fingerprint: fingerprint, Keyholders: []keyAnswer{}}
	for _, k := range holders {
		answer.Keyholders = append(answer.Keyholders, keyJSON(k))
	}
	return h.answer(answer, func(p *page) {
		p.say(wording.T("Fingerprint of the vault: {fingerprint}", "fingerprint", fingerprint))
		p.gap()
		for _, k := range holders {
			p.row(record.ID(k.ID).Short(), board.KeyKindName(k.Kind), k.Label, keyState(k))
		}
	})
}

func keyJSON(k board.Keyholder) keyAnswer {
	return keyAnswer{ID: string(k.ID), Kind: string(k.Kind), Label: k.Label, Added: k.Added.UTC().Format(time.RFC3339),
		Attested: k.Attested, InUse: k.Mine, ReadBack: k.ReadBack.String(), Skipped: k.Skipped.String(),
		Rehearsed: k.Rehearsed.String()}
}

func keyState(k board.Keyholder) wording.Text {
	switch {
	case k.Mine:
		return wording.T("in use now")
	case !k.Attested:
		return wording.T("never used yet")
	case k.Kind == keyring.KindPaper && k.ReadBack.IsZero():
		return wording.T("never read back")
	case board.Recovery(k.Kind) && k.Rehearsed.IsZero():
		return wording.T("never rehearsed")
	case !k.Rehearsed.IsZero():
		return wording.T("rehearsed on {date}", "date", k.Rehearsed)
	default:
		return wording.Text{}
	}
}

// keysAddWords lets one more key open the vault.
type keysAddWords struct {
	Vault     string `arg:"" help:"${vault}"`
	Kind      string `name:"kind" enum:"passphrase,paper,file,recipient,shares,hardware" default:"passphrase" placeholder:"passphrase|paper|file|recipient|shares|hardware" help:"${keys_kind}"`
	Label     string `name:"label" required:"" placeholder:"TEXT" help:"${keys_label}"`
	NewFile   string `name:"new-passphrase-file" placeholder:"FILE" help:"${new_passphrase_file}"`
	Out       string `name:"out" placeholder:"FILE" help:"${keys_out}"`
	Recipient string `name:"recipient" placeholder:"age1pq1…" help:"${keys_recipient}"`
	Shares    string `name:"shares" placeholder:"DIR" help:"${keys_shares}"`
	Program   string `name:"new-plugin" placeholder:"PATH" help:"${keys_program}"`
	KeyFile   string `name:"new-key" placeholder:"FILE" help:"${keys_key}"`
}

func (c *keysAddWords) Run(h *house) error {
	return h.open(c.Vault, func(b *board.Board) error {
		switch kind := keyring.Kind(c.Kind); {
		case c.Shares != "" || kind == keyring.KindShares:
			return c.addShares(h, b)
		case kind == keyring.KindHardware:
			return c.addHardware(h, b)
		case kind == keyring.KindPaper:
			return c.addPaper(h, b)
		case kind == keyring.KindFile:
			return c.addFile(h, b)
		case kind == keyring.KindRecipient:
			return h.keyAdded(b.AddRecipient(h.ctx, c.Label, c.Recipient))
		}
		text, err := h.newSecret(c.NewFile)
		if err != nil {
			return err
		}
		return h.keyAdded(b.AddPassphrase(h.ctx, c.Label, text))
	})
}

func (h *house) keyAdded(k board.Keyholder, err error) error {
	if err != nil {
		return err
	}
	return h.answer(keyJSON(k), func(p *page) {
		p.say(wording.T("The key “{label}” opens this vault now.", "label", k.Label))
	})
}

func (c *keysAddWords) addPaper(h *house, b *board.Board) error {
	if err := h.canShow(c.Out); err != nil {
		return err
	}
	var kit *board.Kit
	var err error
	if c.Out == "" {
		kit, err = b.AddPaper(h.ctx, c.Label)
	} else {
		kit, err = b.AddPaperFile(h.ctx, c.Label, c.Out, h.book)
	}
	if err != nil {
		return err
	}
	return h.showOnce(kit, c.Out, h.answer(describeKit(kit, c.Out), func(p *page) { showKit(p, h, kit, c.Out) }))
}

// addFile writes the key file first: a key that lies nowhere opens nothing.
func (c *keysAddWords) addFile(h *house, b *board.Board) error {
	if c.Out == "" {
		return wording.Refuse("out", "Say with --out FILE where the key file is to lie, such as on a stick.")
	}
	text, err := h.newSecret(c.NewFile)
	if err != nil {
		return err
	}
	return h.keyAdded(b.AddFile(h.ctx, c.Label, []byte(text), c.Out))
}
