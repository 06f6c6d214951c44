package contactpage

import (
	"fyne.io/fyne/v2"

	"holdfast/app/kit"
	"holdfast/board"
	"holdfast/contact"
)

// askAsItIs asks whether a sheet is to be confirmed though it opens no way.
func askAsItIs(env *kit.Env, why string, confirm func()) {
	kit.Ask(env, kit.Dialog{
		Title: env.Say("Confirm it like this?"), Say: why, Cancel: env.Say("Go back"), Confirm: env.Say("Confirm it as it is"),
		OnConfirm: func() bool { confirm(); return true },
	})
}

// check asks for the sheet to be gone through with the person: a list to read
// aloud, who went through it, and until when it holds.
func (t *Tab) check() {
	list, err := t.model.ReadAloud()
	if err != nil {
		kit.Tell(t.env, t.env.Say("This can't be shown now"), board.ExplainIn(t.env.Book, err), nil)
		return
	}
	c := &checkDialog{tab: t, by: kit.NewEntry(t.env).Hint(t.env.Say("You"))}
	c.until = kit.NewDateEntry(t.env, nil)
	c.untilField = kit.NewField(t.env.Say("Holds until"), c.until).
		Help(t.env.Say("Leave it empty unless {name} named a day. After that day nothing is permitted until it is confirmed again.", "name", t.name))
	parts := []fyne.CanvasObject{}
	for _, line := range list {
		parts = append(parts, kit.Stack(kit.Hair, kit.NewText(kit.Strong, line.Label), kit.NewText(kit.Body, line.Text)))
	}
	body := kit.Stack(kit.Gap, kit.Rows(parts...),
		kit.Row(kit.Near, kit.NewText(kit.Body, t.env.Say("Something is different now?")), kit.Link(t.env.Say("Change it first"), c.change)),
		kit.Columns(
			kit.Column{Least: 260, Body: kit.NewField(t.env.Say("Who went through it with {name}", "name", t.name), c.by)},
			kit.Column{Least: 260, Body: c.untilField}))
	c.open = kit.Ask(t.env, kit.Dialog{
		Title: t.env.Say("Ask {name} to check these", "name", t.name),
		Say:   t.env.Say("Read it out, or ask in {name}’s own way, whenever you are in touch. It takes a minute.", "name", t.name),
		Body:  body, Wide: true, Cancel: t.env.Say("Not now"),
		Confirm: t.env.Say("{name} says this is right", "name", t.name), OnConfirm: c.confirm,
	})
}

// checkDialog is the dialog while it is open.
type checkDialog struct {
	tab        *Tab
	open       *kit.OpenDialog
	by         *kit.Entry
	until      *kit.DateEntry
	untilField *kit.Field
}

func (c *checkDialog) change() {
	c.open.Close()
	c.tab.change()
}

// confirm keeps the confirmation, and says whether the dialog closes.
func (c *checkDialog) confirm() bool {
	if why := c.tab.model.Unsettled(); why != "" {
		askAsItIs(c.tab.env, why, func() {
			if c.keep(true) {
				c.open.Close()
			}
		})
		return false
	}
	return c.keep(false)
}

func (c *checkDialog) keep(asItIs bool) bool {
	t := c.tab
	until, err := c.until.Value()
	if err == nil {
		err = t.board.ConfirmSheet(t.id, contact.Confirmation{By: c.by.Text, Until: until, AsItIs: asItIs})
	}
	if err != nil {
		c.untilField.SetMistake(board.ExplainIn(t.env.Book, err))
		return false
	}
	t.desk.Say(t.env.Say("Confirmed with {name}.", "name", t.name), nil)
	t.Look()
	t.desk.Again()
	return true
}
