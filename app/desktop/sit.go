package desktop

import (
	"holdfast/board"
	"holdfast/record"
)

// sit gives the window to whoever answers a round on this laptop.
func (d *Desktop) sit(b *board.Board, round record.ID) error {
	_, err := b.Assess().Sit(round)
	return err
}
