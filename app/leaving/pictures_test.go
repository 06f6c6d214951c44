package leaving

import (
	"testing"

	"fyne.io/fyne/v2"

	"holdfast/app/apptest"
	"holdfast/app/kit/kittest"
	"holdfast/app/route"
	"holdfast/board"
	"holdfast/member"
)

// invented is a board on which things end.
func invented(t *testing.T) *board.Board {
	t.Helper()
	b := apptest.Empty(t)
	if err := b.FillDemo(t.Context(), board.Demo{Seed: 1, People: 6, Choices: 4, Leaving: true}, nil); err != nil {
		t.Fatal(err)
	}
	return b
}

// wren asked for something to be put right.
func wren(t *testing.T, b *board.Board) member.ID {
	t.Helper()
	rows, err := b.People(board.Filter{Text: "Wren"})
	if err != nil || len(rows) == 0 {
		t.Fatalf("Wren is not on the board: %v", err)
	}
	return rows[0].ID
}

// picture looks at a page of a board, after something was done there.
func picture(t *testing.T, name string, show func(stage) *common, then func(stage)) {
	t.Helper()
	kittest.Picture(t, name, func(s *kittest.Stage) fyne.CanvasObject {
		at := stage{s, apptest.NewDesk(s)}
		show(at)
		if then != nil {
			then(at)
		}
		return nil
	})
}

func TestPicturesPerson(t *testing.T) {
	b := invented(t)
	id := wren(t, b)
	person := func(s stage) *common { return &s.person(b, id, nil).common }
	picture(t, "person", person, nil)
	picture(t, "forget", person, func(s stage) { s.Tap(s.Button(s.Env.Say("Forget them…"))) })
	picture(t, "hold", person, func(s stage) { s.Tap(s.Button(s.Env.Say("Set a legal hold…"))) })
	picture(t, "give", person, func(s stage) { s.Tap(s.Button(s.Env.Say("Give them their record…"))) })
	picture(t, "settle", person, func(s stage) { s.Tap(s.Button(s.Env.Say("Settle…"))) })
}

func TestPicturesKeeping(t *testing.T) {
	b := invented(t)
	if err := b.Leaving().MarkField("spoken_name", wren(t, b)); err != nil {
		t.Fatal(err)
	}
	keeping := func(s stage) *common { return &s.area(b, route.Keeping()).common }
	picture(t, "keeping", keeping, nil)
	picture(t, "keeping-long", func(s stage) *common { s.Resize(1280, 1500); return keeping(s) }, nil)
	picture(t, "erase", keeping, func(s stage) { s.Tap(s.Button(s.Env.Say("Erase now…"))) })
	picture(t, "period", keeping, func(s stage) { s.Tap(s.Button(s.Env.Say("Change…"))) })
}

func TestPicturesHandover(t *testing.T) {
	b := invented(t)
	handover := func(s stage) *common { return &s.area(b, route.Handover()).common }
	picture(t, "handover-first", handover, nil)
	coming, err := b.AddPassphrase(t.Context(), "Next coordinator", "copper willow tunnel saddle ginger atlas")
	if err == nil {
		_, err = b.Handing().Begin(b.Opening().Holder.ID)
	}
	if err == nil {
		_, err = b.Handing().Seen()
	}
	if err == nil {
		_, err = b.Handing().Coming(coming.ID)
	}
	if err != nil {
		t.Fatal(err)
	}
	picture(t, "handover", handover, nil)
	picture(t, "reply", handover, func(s stage) { s.Tap(s.Button(s.Env.Say("Note it…"))) })
}
