package desktop

import (
	"holdfast/app/kit"
	"holdfast/app/route"
	"holdfast/app/sitting"
	"holdfast/assets"
	"holdfast/board"
	"holdfast/record"
	"holdfast/wording"
)

// sit gives the window to whoever answers a round on this laptop. The board
// comes back by a keyholder's passphrase, or through the lock.
func (d *Desktop) sit(b *board.Board, round record.ID, who sitting.Who) error {
	room, err := b.Assess().Sit(round)
	if err != nil {
		return err
	}
	d.holder.sat(room)
	model := sitting.NewModel(d.book, room, who)
	cfg := sitting.Config{End: room.End, Hide: d.shell.Hide, Speak: d.speakInSitting,
		Ended: func(b *board.Board) {
			d.Enter(b, d.holder.folder())
			d.shell.Go(route.Round(string(round), ""))
		}}
	d.shell.Sit(func(desk kit.Desk) kit.Screen { return sitting.New(desk, model, cfg) })
	return nil
}

// speakInSitting changes the language for as long as the sitting lasts.
func (d *Desktop) speakInSitting(l wording.Language) {
	if book, err := assets.Book(l); err == nil {
		d.shell.SetBook(book)
	}
}
