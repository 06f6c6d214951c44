package backups

import (
	"os"
	"path/filepath"
	"strconv"

	"fyne.io/fyne/v2"

	"holdfast/app/kit"
	"holdfast/board"
	"holdfast/wording"
)

// Home is getting back where there is no board yet: on a borrowed computer,
// with nothing but a backup and a key.
type Home struct {
	// Environment is what vaults need of the world.
	Environment board.Environment
	// From is where files are looked for at first, Folder where the vault is
	// suggested to lie.
	From, Folder string
	// Synced names the service that copies a folder elsewhere, or is "".
	Synced func(dir string) string
	// Found is given the board as soon as it is open, beside the window, with
	// what the lock is to say if it locks before it was shown; Arrived is told
	// once everything is done. passphrase says that a passphrase opened it.
	Found   func(b *board.Board, dir string, returned wording.Text)
	Arrived func(b *board.Board, dir string, passphrase bool)
}

// Homecoming is a Home that is under way.
type Homecoming struct {
	asking
	Home
	back     *Return
	place    *place
	bringing bool
}

// Bringing says that the board is being put in place. That may go on while
// nobody is there; a plan, and a question for a key, must not stay in sight.
func (c *Homecoming) Bringing() bool { return c.bringing && !c.env.Runner.Closed() }

// ComeHome asks for a backup and a key, shows what would come back, restores
// it into a folder of its own and opens it.
func ComeHome(env *kit.Env, h Home) *Homecoming {
	c := &Homecoming{asking: asking{env}, Home: h}
	c.back = NewReturn(h.Environment, nil, env.Book, env.Runner.Clock().Now)
	env.Runner.AtEnd(c.back.Close)
	c.place = &place{env: env, back: c.back, dir: vacantBeside(h.Folder), synced: h.Synced, from: h.From, slot: kit.NewSlot(nil)}
	kit.AskPath(env, kit.Pick{Title: env.Say("Which backup?"), Confirm: env.Say("Open it"), From: h.From, Files: true,
		Endings: []string{".age"}, Picked: func(path string) string { c.later(func() { c.open(path) }); return "" }})
	return c
}

// vacantBeside is a folder with nothing in it: the one that is wished for, or
// one beside it.
func vacantBeside(dir string) string {
	free := dir
	for n := 2; n < 1000; n++ {
		if entries, err := os.ReadDir(free); err != nil || len(entries) == 0 {
			return free
		}
		free = dir + "-" + strconv.Itoa(n)
	}
	return dir
}

func (c *Homecoming) open(path string) {
	c.askKey(c.env.Say("Restore a backup"), c.env.Say("First it is read to its last byte. Then you see what is in it, and decide. Any key that opened the board when it was made will do."), c.env.Say("Open it"),
		func(k key, wrong func(error)) {
			c.work(c.env.Say("Reading the backup"), c.env.Say("Nothing is changed yet."), c.back.Open(path, k), func(err error) {
				switch {
				case isKey(err):
					wrong(err)
				case stopped(err):
				case err != nil:
					c.back.Close()
					c.said(c.back.Explain(err))
				default:
					newAgreement(c.env, c.back, c.place, c.bring)
				}
			})
		})
}

func (c *Homecoming) bring(r *Return, agreed map[board.Caution]bool, fingerprint string) {
	dir, returned := c.place.dir, r.Returned()
	var home *board.Board
	found := func(b *board.Board) {
		home = b
		c.Found(b, dir, returned)
	}
	c.bringing = true
	c.work(c.env.Say("Restoring"), c.env.Say("Stopping leaves nothing behind."), r.BringHome(dir, agreed, fingerprint, found), func(err error) {
		c.bringing = false
		r.Close()
		switch {
		case stopped(err):
		case err != nil:
			c.said(r.Explain(err))
		default:
			c.Arrived(home, dir, home.Opening().Holder.Kind == board.KeyPassphrase)
		}
	})
}

// Welcome says what is different after coming home: the fingerprint. secret
// leads to setting a new passphrase; nil where one is known.
func Welcome(env *kit.Env, fingerprint string, secret func()) {
	title := env.Say("The board is back")
	say := env.Say("It has fresh keys, so its fingerprint is a new one. Write it on every recovery kit, in place of the old one: by it you will know your own vault. Every key that opened the board when the backup was made opens it again.")
	facts := kit.Facts(kit.Fact{Label: env.Say("Fingerprint"), Value: kit.NewText(kit.Code, fingerprint)})
	if secret == nil {
		kit.Tell(env, title, say, facts)
		return
	}
	kit.Ask(env, kit.Dialog{Title: title, Say: say, Body: facts, Confirm: env.Say("Set a new passphrase"), Cancel: env.Say("Keep the one that there was"),
		OnConfirm: func() bool { env.Runner.After(0, secret); return true }})
}

// place is the folder that a vault is to lie in.
type place struct {
	env     *kit.Env
	back    *Return
	dir     string
	from    string
	synced  func(string) string
	mistake string
	slot    *kit.Slot
	changed func()
}

func (p *place) object() fyne.CanvasObject {
	p.draw()
	return p.slot
}

func (p *place) draw() {
	field := kit.NewField(p.env.Say("Folder of the vault"),
		kit.Spread(12, kit.NewText(kit.Code, p.dir), kit.Secondary(p.env.Say("Change…"), p.ask)))
	field.SetMistake(p.mistake)
	p.slot.Set(field)
	if service := p.synced(p.dir); service != "" {
		p.slot.Set(kit.Stack(kit.Near, field, kit.Banner(kit.Notice{Tone: kit.Care, Lead: p.env.Say("This folder leaves the computer."),
			Text: p.env.Say("A folder outside of {service} is safer.", "service", service), Inset: true})))
	}
}

// fits says whether a vault can be made there.
func (p *place) fits() bool {
	p.mistake = p.back.Vacant(p.dir)
	p.draw()
	return p.mistake == ""
}

func (p *place) ask() {
	kit.AskPath(p.env, kit.Pick{Title: p.env.Say("A folder for the vault"), Confirm: p.env.Say("Keep it here"), From: p.from,
		Say:    p.env.Say("An empty folder is used as it is; in any other one, the vault gets a folder of its own."),
		Picked: p.picked})
}

func (p *place) picked(dir string) string {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return p.back.Explain(err)
	}
	if len(entries) > 0 {
		dir = filepath.Join(dir, "Holdfast")
	}
	p.dir = dir
	if p.fits(); p.mistake == "" {
		p.changed()
	}
	return p.mistake
}
