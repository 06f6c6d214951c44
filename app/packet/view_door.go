package packet

import (
	"context"

	"fyne.io/fyne/v2"

	"holdfast/app/kit"
	"holdfast/board"
)

// door asks for the words of a packet.
type door struct {
	env    *kit.Env
	model  *Model
	opened func()
	words  *kit.SecretEntry
	field  *kit.Field
	act    *kit.Button
	job    *kit.Job
}

// NewDoor asks for the words; opened is called once they are right. unread is
// why the file could not be read, or nil.
func NewDoor(env *kit.Env, model *Model, unread error, opened func()) fyne.CanvasObject {
	model.Speak(env.Book)
	head := kit.Stack(kit.Hair, kit.NewText(kit.Title, "Holdfast"), kit.NewText(kit.Body, env.Say("Questions from a board. Nothing is sent anywhere.")).In(kit.Muted))
	if unread != nil {
		return kit.NewScroll(kit.Middle(420, kit.Stack(18, head, kit.Banner(kit.Notice{Tone: kit.Care, Text: explained(env.Book, unread)}))))
	}
	d := &door{env: env, model: model, opened: opened, words: kit.NewSecretEntry(env)}
	d.words.Entry.OnSubmitted = func(string) { d.try() }
	d.field = kit.NewField(env.Say("The words on your slip"), d.words).Calm().Help(env.Say("Five words, with spaces between them"))
	d.act = kit.Primary(env.Say("Open"), d.try).Wide()
	env.Runner.After(0, d.field.Focus) // once the window shows it
	return kit.NewScroll(kit.Middle(420, kit.Stack(18, head, d.field, d.act)))
}

func (d *door) try() {
	if d.job != nil {
		return
	}
	words := d.words.Take()
	d.job = kit.Start(d.env.Runner, func(context.Context, func(kit.Progress)) (*board.Packet, error) {
		defer clear(words)
		return d.model.Open(string(words))
	}, nil, func(p *board.Packet, err error) {
		d.job = nil
		if d.model.Opened(p, err) {
			d.opened()
			return
		}
		d.field.SetMistake(d.model.Wrong())
		d.field.Focus()
	})
}
