package main

import (
	"bufio"
	"io"
	"slices"
	"strings"

	"holdfast/board"
	"holdfast/record"
	"holdfast/store/keyring"
	"holdfast/wording"
)

// backupRestoreWords bring a board back from a backup.
type backupRestoreWords struct {
	File                string   `arg:"" help:"${backup_file}"`
	Vault               string   `arg:"" help:"${backup_restore_vault}"`
	DryRun              bool     `name:"dry-run" help:"${backup_dry_run}"`
	Names               bool     `name:"names" help:"${backup_names}"`
	Accept              []string `name:"accept" enum:"older,erasures" placeholder:"older|erasures" help:"${backup_accept}"`
	Fingerprint         string   `name:"fingerprint" placeholder:"TEXT" help:"${backup_fingerprint}"`
	VaultKey            string   `name:"vault-key" placeholder:"FILE" help:"${backup_vault_key}"`
	VaultPassphraseFile string   `name:"vault-passphrase-file" placeholder:"FILE" help:"${backup_vault_passphrase}"`
}

// kindAnswer is what would become of one kind of record.
type kindAnswer struct {
	Collection string `json:"collection"`
	Added      int    `json:"added"`
	Changed    int    `json:"changed"`
	Gone       int    `json:"gone"`
	words      board.KindChange
}

// touchedAnswer is somebody about whom something would change.
type touchedAnswer struct {
	ID   string `json:"id"`
	Name string `json:"name"`
	What string `json:"what"`
}

type restoreAnswer struct {
	Vault    string       `json:"vault"`
	Restored bool         `json:"restored"`
	Records  int          `json:"records"`
	Made     string       `json:"made"`
	Over     bool         `json:"over"`
	Changes  []kindAnswer `json:"changes"`
	// People are named only where somebody asked.
	People      []touchedAnswer `json:"people,omitempty"`
	Since       int             `json:"done_since"`
	Erased      int             `json:"erased_again"`
	Withdrawn   int             `json:"withdrawn_again"`
	Cautions    []string        `json:"cautions"`
	Fingerprint string          `json:"backup_fingerprint"`
	Notices     []string        `json:"notices"`
}

func (c *backupRestoreWords) Run(h *house) error {
	key, err := h.key(h.globals)
	if err != nil {
		return err
	}
	present := func() (keyring.Key, error) {
		if c.VaultKey == "" && c.VaultPassphraseFile == "" {
			return key, nil
		}
		return h.backupKey(c.VaultKey, c.VaultPassphraseFile)
	}
	return h.atVault(c.Vault, present, func(over *board.Board) error {
		r, err := board.OpenBackup(h.ctx, h.env, c.File, key, over, h.transfer())
		h.settle()
		if err != nil {
			return err
		}
		defer r.Close()
		return c.restore(h, r, over)
	})
}

func (c *backupRestoreWords) restore(h *house, r *board.Restore, over *board.Board) error {
	plan, err := r.Plan(h.ctx, over, h.transfer())
	h.settle()
	if err != nil {
		return err
	}
	var people []board.Touched
	if c.Names {
		people, err = r.Names(h.ctx, over, plan, h.transfer())
		h.settle()
		if err != nil {
			return err
		}
	}
	agreed := board.Agreed{Erasures: c.DryRun, Older: slices.Contains(c.Accept, string(board.CautionOlder)),
		Fingerprint: c.Fingerprint, Label: h.book.Say("The key that restored this vault")}
	if !c.DryRun && plan.Needs(board.CautionErasures) {
		if agreed.Erasures, err = c.erasuresUnknown(h); err != nil {
			return err
		}
	}
	switch {
	case c.DryRun:
	case over != nil:
		err = r.Over(h.ctx, over, plan, agreed, h.progress)
	default:
		err = r.Into(h.ctx, c.Vault, plan, agreed, h.progress)
	}
	h.settle()
	if err != nil {
		return err
	}
	answer := c.describe(h, r, plan)
	for _, who := range people {
		answer.People = append(answer.People, touchedAnswer{string(who.Member), who.Name, h.book.Render(who.Words())})
	}
	return h.answer(answer, func(p *page) { answer.show(p) })
}

// erasuresUnknown asks whether to go on where nothing is known of what was
// erased or taken back since. A script is told, and goes on: nobody is there to
// be asked.
func (c *backupRestoreWords) erasuresUnknown(h *house) (bool, error) {
	if slices.Contains(c.Accept, string(board.CautionErasures)) || !h.atTerminal() {
		return true, nil
	}
	yes := h.book.Say("yes")
	ask := h.book.Render(board.CautionErasures.Words()) + "\n" + h.book.Say("Write “{word}” to go on", "word", yes) + ": "
	if err := h.tell(ask); err != nil {
		return false, err
	}
	typed, err := bufio.NewReader(h.in).ReadString('\n')
	if err != nil && err != io.EOF {
		return false, err
	}
	return strings.EqualFold(strings.TrimSpace(typed), yes), nil
}

func (c *backupRestoreWords) describe(h *house, r *board.Restore, plan board.Plan) restoreAnswer {
	told := r.Told()
	a := restoreAnswer{Vault: c.Vault, Restored: !c.DryRun, Records: told.Records, Made: moment(told.Made), Over: plan.Over,
		Changes: []kindAnswer{}, Since: plan.Since, Erased: plan.Erased, Withdrawn: plan.Withdrawn, Cautions: []string{},
		Fingerprint: told.Fingerprint, Notices: []string{}}
	for _, k := range plan.Changes {
		a.Changes = append(a.Changes, kindAnswer{k.Collection, k.Added, k.Changed, k.Gone, k})
	}
	for _, caution := range plan.Cautions {
		a.Cautions = append(a.Cautions, string(caution))
		if c.DryRun || caution == board.CautionErasures {
			a.Notices = append(a.Notices, h.book.Render(caution.Words()))
		}
	}
	if !plan.Over && !plan.Known.IsZero() {
		a.Notices = append(a.Notices, h.book.Say("What was erased or taken back is known up to {date}, and nothing of what came later.", "date", record.DateOf(plan.Known)))
	}
	if plan.Over && !c.DryRun {
		a.Notices = append(a.Notices, h.book.Say("The vault as it was before is kept beside it. When everything is right: “holdfastctl backup settle”."))
	}
	return a
}

func (a restoreAnswer) show(p *page) {
	if a.Restored {
		p.say(wording.N(a.Records, "{n} record was restored.", "{n} records were restored."))
	} else {
		p.say(wording.T("This is what restoring would do. Nothing was changed."))
	}
	for _, k := range a.Changes {
		row := func(n int, becomes wording.Text) {
			if n > 0 {
				p.row("  ", becomes, k.words.Words(n))
			}
		}
		row(k.Added, wording.T("added"))
		row(k.Changed, wording.T("changed"))
		row(k.Gone, wording.T("gone"))
	}
	for _, who := range a.People {
		p.row("  "+who.Name, who.What)
	}
	if a.Since > 0 {
		p.say(wording.N(a.Since, "{n} thing was done after this backup was made.", "{n} things were done after this backup was made."))
	}
	if a.Erased > 0 {
		p.say(wording.N(a.Erased, "What was erased since stays erased: {n} erasure.", "What was erased since stays erased: {n} erasures."))
	}
	if a.Withdrawn > 0 {
		p.say(wording.N(a.Withdrawn, "What was taken back since stays taken back: {n} time.", "What was taken back since stays taken back: {n} times."))
	}
	for _, n := range a.Notices {
		p.line(n)
	}
}
