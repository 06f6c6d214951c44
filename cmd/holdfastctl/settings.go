package main

import (
	"holdfast/board"
	"holdfast/wording"
)

// settingsWords read and write the board's settings.
type settingsWords struct {
	Get settingsGetWords `cmd:"" help:"${settings_get}"`
	Set settingsSetWords `cmd:"" help:"${settings_set}"`
}

type settingsGetWords struct {
	Vault string `arg:"" help:"${vault}"`
	Key   string `arg:"" optional:"" help:"${setting}"`
}

func (c *settingsGetWords) Run(h *house) error {
	return h.open(c.Vault, func(b *board.Board) error {
		if c.Key == "" {
			list, err := b.SettingList()
			if err != nil {
				return err
			}
			return h.listSettings(list)
		}
		one, err := b.Setting(c.Key)
		if err != nil {
			return err
		}
		return h.listSettings([]board.Setting{one})
	})
}

func (h *house) listSettings(list []board.Setting) error {
	values := map[string]any{}
	for _, s := range list {
		values[s.Key] = s.Data
	}
	return h.answer(map[string]any{"settings": values}, func(p *page) {
		for _, s := range list {
			p.row(s.Key, s.Value, s.Label)
		}
	})
}

type settingsSetWords struct {
	Vault string `arg:"" help:"${vault}"`
	Key   string `arg:"" help:"${setting}"`
	Value string `arg:"" help:"${setting_value}"`
}

func (c *settingsSetWords) Run(h *house) error {
	return h.open(c.Vault, func(b *board.Board) error {
		concerns, err := b.SetSetting(c.Key, c.Value)
		if err != nil {
			return err
		}
		for _, concern := range concerns {
			if err := h.tell(h.book.Render(concern) + "\n"); err != nil {
				return err
			}
		}
		one, err := b.Setting(c.Key)
		if err != nil {
			return err
		}
		return h.listSettings([]board.Setting{one})
	})
}

// compactWords write the vault anew.
type compactWords struct {
	Vault string `arg:"" help:"${vault}"`
}

func (c *compactWords) Run(h *house) error {
	return h.open(c.Vault, func(b *board.Board) error {
		if err := b.Compact(h.ctx, h.progress); err != nil {
			return err
		}
		h.settle()
		return h.answer(map[string]any{"vault": c.Vault, "compacted": true}, func(p *page) {
			p.say(wording.T("The vault was written anew and read back."))
		})
	})
}
