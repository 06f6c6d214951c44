package main

import (
	"path/filepath"

	"holdfast/board"
	"holdfast/store/keyring"
	"holdfast/wording"
)

// addShares divides a key among three sheets, each a file of its own.
func (c *keysAddWords) addShares(h *house, b *board.Board) error {
	if c.Shares == "" {
		return wording.Refuse("shares", "Say with --shares DIR in which folder the three sheets are to lie, such as on a stick.")
	}
	k, paths, err := b.AddSheetFiles(h.ctx, c.Label, c.Shares, h.book)
	if err != nil {
		return err
	}
	answer := sheetsAnswer{keyAnswer: keyJSON(k), Files: paths}
	return h.answer(answer, func(p *page) {
		p.say(wording.T("The key “{label}” opens this vault now, with any two of these three sheets:", "label", k.Label))
		for _, path := range paths {
			p.line("  " + path)
		}
		p.say(wording.T("The files were read back from the disk. Print or copy each, keep the three in different places, and remove the files. Then prove the papers: “holdfastctl keys rehearse”."))
	})
}

// sheetsAnswer is a key on three sheets in JSON.
type sheetsAnswer struct {
	keyAnswer
	Files []string `json:"files"`
}

// addHardware adds a hardware key after trying it.
func (c *keysAddWords) addHardware(h *house, b *board.Board) error {
	if c.Program == "" || c.KeyFile == "" {
		return wording.Refuse("new_plugin", "Say with --new-plugin PATH which program is the key's plugin, and with --new-key FILE where the key file is that it made.")
	}
	hardware, err := h.hardwareIn(c.Program, c.KeyFile, c.NewFile)
	if err != nil {
		return err
	}
	return h.keyAdded(b.AddHardware(h.ctx, c.Label, hardware))
}

func (h *house) hardwareIn(program, file, secret string) (*board.Hardware, error) {
	data, err := readFile(file, longestKeyFile)
	if err != nil {
		return nil, err
	}
	return h.hardware(program, data, secret)
}

// keysPluginsWords lists what could be given to --plugin.
type keysPluginsWords struct{}

// pluginsAnswer is the plugins in JSON.
type pluginsAnswer struct {
	Plugins []string `json:"plugins"`
}

func (c *keysPluginsWords) Run(h *house) error {
	found, err := board.Plugins(filepath.SplitList(h.getenv("PATH")))
	if err != nil {
		return err
	}
	return h.answer(pluginsAnswer{Plugins: append([]string{}, found...)}, func(p *page) {
		for _, path := range found {
			p.line(path)
		}
		if len(found) == 0 {
			p.say(wording.T("There is no age plugin on the search path. One that lies elsewhere can be given by its path all the same."))
		}
	})
}

// keysTryWords tries a hardware key, without a vault.
type keysTryWords struct {
	Program string `arg:"" name:"plugin" help:"${keys_program}"`
	KeyFile string `arg:"" name:"file" help:"${keys_key}"`
}

func (c *keysTryWords) Run(h *house) error {
	hardware, err := h.hardwareIn(c.Program, c.KeyFile, h.globals.PassphraseFile)
	if err != nil {
		return err
	}
	if err := hardware.Try(h.ctx); err != nil {
		return err
	}
	return h.answer(map[string]bool{"ok": true}, func(p *page) {
		p.say(wording.T("The hardware key seals and opens, and is labelled as post-quantum. It can be added to a vault."))
	})
}

// keysRehearseWords proves a recovery key while the vault is open with another.
type keysRehearseWords struct {
	Vault  string   `arg:"" help:"${vault}"`
	With   []string `name:"with" required:"" placeholder:"FILE" sep:"none" help:"${keys_with}"`
	Plugin string   `name:"with-plugin" placeholder:"PATH" help:"${keys_with_plugin}"`
	Secret string   `name:"with-passphrase-file" placeholder:"FILE" help:"${keys_secret}"`
}

func (c *keysRehearseWords) Run(h *house) error {
	return h.open(c.Vault, func(b *board.Board) error {
		key, err := h.keyOf(c.With, c.Plugin, c.Secret)
		if err != nil {
			return err
		}
		k, err := b.Rehearse(h.ctx, key)
		if err != nil {
			return err
		}
		return h.answer(keyJSON(k), func(p *page) {
			p.say(wording.T("The key “{label}” opens this vault. Nothing was opened with it, and the day is noted.", "label", k.Label))
			if k.Kind == keyring.KindShares {
				p.say(wording.T("These two sheets are right. Take another pair next time, so that the third is seen too."))
			}
		})
	})
}
