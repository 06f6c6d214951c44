package main

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"time"

	"holdfast/board"
	"holdfast/durable"
	"holdfast/wording"
)

// createWords makes a new vault.
type createWords struct {
	Vault    string `arg:"" help:"${new_vault}"`
	Board    string `name:"board" placeholder:"NAME" help:"${board_name}"`
	TimeZone string `name:"time-zone" placeholder:"ZONE" help:"${time_zone}"`
	Holder   string `name:"label" placeholder:"TEXT" help:"${first_label}"`
	Paper    string `name:"paper" placeholder:"FILE" help:"${paper}"`
	NoPaper  bool   `name:"no-paper" help:"${no_paper}"`
}

// created is what create answers.
type created struct {
	Vault       string     `json:"vault"`
	VaultID     string     `json:"vault_id"`
	Board       string     `json:"board"`
	TimeZone    string     `json:"time_zone"`
	Fingerprint string     `json:"fingerprint"`
	Kit         *kitAnswer `json:"recovery_kit,omitempty"`
}

// kitAnswer is a recovery kit; the key itself only where no file took it.
type kitAnswer struct {
	Holder   string   `json:"holder"`
	File     string   `json:"file,omitempty"`
	Identity string   `json:"identity,omitempty"`
	Groups   []string `json:"groups,omitempty"`
}

func (c *createWords) Run(h *house) error {
	begin := board.Beginning{Name: c.Board, Zone: c.TimeZone, Holder: c.Holder,
		Paper: !c.NoPaper, PaperLabel: h.book.Say("Recovery kit")}
	if begin.Holder == "" {
		begin.Holder = h.book.Say("Coordinator")
	}
	if begin.Zone == "" {
		begin.Zone = machineZone()
	}
	b, kit, err := h.create(c.Vault, begin, c.Paper)
	if err != nil {
		return err
	}
	settings, err := b.Settings()
	if err != nil {
		return errors.Join(err, b.Close())
	}
	answer, err := describeVault(c.Vault, b, settings)
	if err == nil {
		answer.Kit = describeKit(kit, c.Paper)
		err = h.showOnce(kit, c.Paper, h.answer(answer, func(p *page) { answer.show(p, h, kit, c.Paper) }))
	}
	return errors.Join(err, b.Close())
}

// create makes a vault and writes its paper key to a file where one is named.
// The file is made first, so that a key is never lost to a name that can't be
// written; where it can't be filled, the vault is taken away again.
func (h *house) create(vault string, begin board.Beginning, file string) (b *board.Board, kit *board.Kit, err error) {
	var to *os.File
	if begin.Paper {
		if err := h.canShow(file); err != nil {
			return nil, nil, err
		}
	}
	if begin.Paper && file != "" {
		if to, err = os.OpenFile(file, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600); err != nil {
			return nil, nil, err
		}
	}
	begin.Passphrase, err = h.newSecret(h.globals.PassphraseFile)
	if err == nil {
		b, kit, err = board.Create(h.ctx, h.env, vault, begin)
	}
	if to == nil {
		return b, kit, err
	}
	if err != nil {
		return nil, nil, errors.Join(err, to.Close(), os.Remove(file))
	}
	if err := h.writeKit(to, kit); err != nil {
		return nil, nil, errors.Join(err, b.Unmake(), os.Remove(file))
	}
	return b, kit, nil
}

// writeKit writes a recovery kit as its file is named, whole and safely on the
// disk.
func (h *house) writeKit(to *os.File, kit *board.Kit) error {
	data, err := kit.As(to.Name(), h.book)
	defer clear(data)
	if err == nil {
		_, err = to.Write(data)
	}
	return errors.Join(err, to.Sync(), to.Close(), durable.SyncFolder(filepath.Dir(to.Name())))
}

func describeVault(vault string, b *board.Board, s board.Settings) (created, error) {
	id, err := b.ID()
	if err != nil {
		return created{}, err
	}
	fingerprint, err := b.Fingerprint()
	return created{Vault: vault, VaultID: string(id), Board: s.Name, TimeZone: s.Zone, Fingerprint: fingerprint}, err
}

func describeKit(kit *board.Kit, file string) *kitAnswer {
	if kit == nil {
		return nil
	}
	answer := &kitAnswer{Holder: string(kit.Holder), File: file}
	if file == "" {
		answer.Identity = kit.Paper.Text
		for _, g := range kit.Paper.Groups {
			answer.Groups = append(answer.Groups, g.String())
		}
	}
	return answer
}

func (c created) show(p *page, h *house, kit *board.Kit, file string) {
	p.say(wording.T("The vault was made. Its fingerprint is {fingerprint}.", "fingerprint", c.Fingerprint))
	if kit == nil {
		p.say(wording.T("Only one key opens it. Add a paper key or a second person: “holdfastctl keys add”."))
		return
	}
	showKit(p, h, kit, file)
}

// showKit says where a recovery kit went, or shows it this once.
func showKit(p *page, h *house, kit *board.Kit, file string) {
	switch {
	case file != "":
		p.say(wording.T("The recovery key was written to the file that you named. Print or copy it, keep it in a safe place, and remove the file."))
	default:
		p.gap()
		p.line(string(kit.Text(h.book)))
		p.say(wording.T("This is shown once. Write it down now, and then prove it: “holdfastctl keys read-back”."))
	}
}

// machineZone is the time zone of this machine by its name, or empty where
// the machine does not say.
func machineZone() string {
	if name := time.Local.String(); board.ZoneKnown(name) {
		return name
	}
	// Where the zone is only a link, its name is the end of what it points to.
	link, err := os.Readlink("/etc/localtime")
	_, name, found := strings.Cut(link, "zoneinfo/")
	if err == nil && found && board.ZoneKnown(name) {
		return name
	}
	return ""
}
