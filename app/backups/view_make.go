package backups

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"holdfast/app/kit"
	"holdfast/app/passphrase"
	"holdfast/board"
)

// maker is the card that makes a backup.
type maker struct {
	s     *Screen
	card  fyne.CanvasObject
	path  *kit.Entry
	field *kit.Field
	// about is what there is to say about the place.
	about *kit.Slot
	opens *kit.Slot
	below *kit.Slot
	// others are public keys that open it too; secret, where it is not empty,
	// opens it in place of everybody.
	others []string
	secret string
	job    *kit.Job
	// closing: the program ends once the backup is made.
	closing bool
}

func newMaker(s *Screen) *maker {
	m := &maker{s: s, path: kit.NewEntry(s.env).Hint(s.env.Say("A folder on a stick, or in another building")),
		about: kit.NewSlot(nil), opens: kit.NewSlot(nil), below: kit.NewSlot(nil)}
	m.path.OnSubmitted = func(string) { m.begin() }
	m.path.Left = m.warn
	m.field = kit.NewField(s.env.Say("Save to"), kit.Spread(kit.Near, m.path.Named(s.env.Say("Save to")), kit.Secondary(s.env.Say("Choose…"), m.choose)))
	m.card = kit.Card(kit.Head{Title: s.env.Say("Back up now")}, kit.Stack(kit.Gap, kit.Stack(kit.Near, m.field, m.about),
		kit.Stack(kit.Near, kit.NewText(kit.SmallStrong, s.env.Say("Who can open it")), m.opens), m.below))
	m.idle()
	return m
}

// show fills in what the page knows; what was typed stays.
func (m *maker) show(state State) {
	if m.path.Text == "" {
		m.path.SetText(state.Auto.Place)
	}
	m.warn()
	m.recipients(state)
}

// warn says where a service copies the place to other computers.
func (m *maker) warn() {
	m.about.Set(nil)
	if words := m.s.model.AboutPlace(m.path.Text); words != "" {
		m.about.Set(kit.Banner(kit.Notice{Tone: kit.Care, Text: words, Inset: true}))
	}
}

func (m *maker) recipients(state State) {
	env := m.s.env
	if m.secret != "" {
		m.opens.Set(kit.Row(12, kit.Tag(kit.Info, env.Say("One passphrase, and nothing else")), kit.Link(env.Say("Change…"), m.change)))
		return
	}
	tags := make([]fyne.CanvasObject, 0, len(state.Opens)+2)
	for _, label := range state.Opens {
		tags = append(tags, kit.Tag(kit.Info, label))
	}
	if n := len(m.others); n > 0 {
		tags = append(tags, kit.Tag(kit.Info, env.Book.Count(n, "{n} more key", "{n} more keys")))
	}
	m.opens.Set(kit.Stack(kit.Near, kit.Tags(tags...), kit.Row(0, kit.Link(env.Say("Add a key, or use a passphrase…"), m.change))))
}

func (m *maker) idle() {
	m.below.Set(kit.Row(12, kit.Primary(m.s.env.Say("Back up"), m.begin), kit.Secondary(m.s.env.Say("Back up and close"), m.beginAndClose)))
}

func (m *maker) choose() {
	kit.AskPath(m.s.env, kit.Pick{Title: m.s.env.Say("Where should the backup lie?"),
		Say:     m.s.env.Say("It gets a neutral name with the day. A stick that is kept somewhere else is best."),
		Confirm: m.s.env.Say("Save here"), From: m.s.folder(), Picked: func(path string) string { m.picked(path); return "" }})
}

func (m *maker) picked(path string) {
	m.path.SetText(path)
	m.field.SetMistake("")
	m.warn()
}

// begin makes a backup where a place is known, and asks for one otherwise;
// beginAndClose ends the program after it.
func (m *maker) begin()         { m.beginThen(false) }
func (m *maker) beginAndClose() { m.beginThen(true) }

func (m *maker) beginThen(closing bool) {
	if strings.TrimSpace(m.path.Text) == "" {
		m.choose()
		return
	}
	m.closing = closing
	m.make()
}

func (m *maker) make() {
	if m.job != nil {
		return
	}
	wish := board.BackupWish{Path: strings.TrimSpace(m.path.Text), Others: m.others, Passphrase: m.secret}
	m.field.SetMistake("")
	m.warn()
	bar := kit.NewProgressBar(m.s.env, m.stop)
	bar.Say(m.s.env.Say("Writing… then it is read back and every record checked"))
	m.below.Set(bar)
	work := m.s.model.Make(wish, m.closing)
	m.job = kit.Start(m.s.env.Runner, func(ctx context.Context, report func(kit.Progress)) (struct{}, error) {
		return struct{}{}, work(ctx, reporting(report))
	}, bar.Report, func(_ struct{}, err error) { m.made(err) })
}

func (m *maker) stop() { m.job.Cancel() }

func (m *maker) made(err error) {
	m.job = nil
	m.idle()
	switch {
	case err == nil && m.closing:
		m.s.cfg.Close()
	case stopped(err):
		m.s.desk.Say(m.s.env.Say("Stopped. Nothing was left behind."), nil)
	case err != nil:
		m.field.SetMistake(m.s.model.Explain(err))
	default:
		m.others, m.secret = nil, ""
		m.s.look()
		m.s.desk.Say(m.s.env.Say("The backup was written and read back to its last byte."), nil)
	}
}

// change asks who is to open the next backup.
func (m *maker) change() {
	env, keyBegins := m.s.env, "age1pq1…"
	whoKeys, whoPassphrase := "keys", "passphrase"
	keys := kit.NewLines(env, 3).With(strings.Join(m.others, "\n")).Hint(keyBegins)
	keysField := kit.NewField(env.Say("More keys, one a line"), keys).
		Help(env.Say("Public keys of people who are to open this backup besides the keyholders."))
	secret := passphrase.NewForm(env, m.s.board, passphrase.Words{
		First: env.Say("Passphrase of this backup"), Again: env.Say("The same again")})
	body := kit.NewSlot(keysField)
	var dialog *kit.OpenDialog
	who := kit.NewRadio([]kit.Option{
		{ID: whoKeys, Label: env.Say("Everybody who opens the vault"), Note: env.Say("And the keys below, if any.")},
		{ID: whoPassphrase, Label: env.Say("One passphrase of its own"), Note: env.Say("For a backup that somebody else keeps. Nobody’s key opens it; if the passphrase is lost, so is the backup.")},
	}, func(id string) {
		body.Set(keysField)
		if id == whoPassphrase {
			body.Set(secret.Object())
		}
		dialog.Relayout()
	})
	who.Set(whoKeys)
	use := func(others []string, passphrase string) {
		m.others, m.secret = others, passphrase
		m.recipients(m.s.state)
		dialog.Close()
	}
	dialog = kit.Ask(env, kit.Dialog{Title: env.Say("Who can open this backup?"), Body: kit.Stack(kit.Gap, who, body), Wide: true,
		Confirm: env.Say("Use this"), OnConfirm: func() bool {
			if who.Chosen() == whoPassphrase {
				secret.Take(func(text string) { use(nil, text) })
				return false
			}
			use(strings.Fields(keys.Text), "")
			return false
		}})
	secret.Changed = dialog.Relayout
}
