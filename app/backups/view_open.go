package backups

import (
	"fyne.io/fyne/v2"

	"holdfast/app/kit"
	"holdfast/board"
)

// open shows one backup and what can be done with it.
func (s *Screen) open(r Row) {
	var dialog *kit.OpenDialog
	then := func(act func(Row)) func() { return func() { dialog.Close(); act(r) } }
	env := s.env
	known := []kit.Fact{
		kit.Know(env.Say("Made on"), r.Made), kit.Know(env.Say("Records"), env.Say("{records} · {size}", "records", r.Records, "size", r.Size)),
		kit.Know(env.Say("Opens with"), r.Keys)}
	if r.Removed != "" {
		known = append(known, kit.Know(env.Say("Taken away since"), r.Removed))
	}
	facts := kit.Facts(append(known,
		kit.Fact{Label: env.Say("Where"), Value: kit.NewText(kit.Code, r.Path)},
		kit.Know(env.Say("Last read back"), r.Read),
		kit.Know(env.Say("Last rehearsed"), r.Rehearsed),
		kit.Fact{Label: env.Say("How it is"), Value: kit.Row(0, stateTag(r))})...)
	acts := []fyne.CanvasObject{}
	if r.Found {
		acts = append(acts,
			way(env.Say("Rehearse…"), env.Say("Restores it for trial, compares record by record, and removes the trial again. The one way to be sure."), then(s.rehearse)),
			way(env.Say("Read it through…"), env.Say("Reads it to its last byte with a key, and checks every record."), then(s.readBack)),
			way(env.Say("Restore…"), env.Say("Puts the board back as it was then. First it says what would change."), then(s.restoreRow)))
	} else {
		acts = append(acts, kit.NewText(kit.Body, env.Say("The file is not there now. Put the stick in, or take this line away if it is gone for good.")).In(kit.Muted))
	}
	acts = append(acts, way(env.Say("Remove…"), env.Say("Removes the file where it lies there, and its line here."), then(s.remove)))
	dialog = kit.Tell(env, r.File, "", kit.Stack(kit.Gap, facts, kit.Hairline(), kit.Stack(12, acts...)))
}

// way is an act with what it does beside it.
func way(label, note string, act func()) fyne.CanvasObject {
	return kit.Spread(kit.Gap, kit.NewText(kit.Small, note), kit.Secondary(label, act))
}

func (s *Screen) readBack(r Row) {
	s.askKey(s.env.Say("Read the backup back"), s.env.Say("Nothing is restored and nothing is changed."), s.env.Say("Read it through"),
		func(k key, wrong func(error)) {
			s.work(s.env.Say("Reading the backup back"), s.env.Say("Stopping changes nothing."), s.model.Read(r.Path, k), func(err error) {
				if isKey(err) {
					wrong(err)
					return
				}
				s.tried(err, s.env.Say("It is whole: every byte was read, and every record checked."))
			})
		})
}

func (s *Screen) rehearse(r Row) {
	s.askKey(s.env.Say("Rehearse getting it back"),
		s.env.Say("As on the day when this computer is gone: take the key that you would have then."), s.env.Say("Rehearse"),
		func(k key, wrong func(error)) {
			var found board.Rehearsal
			s.work(s.env.Say("Restoring for trial"), s.env.Say("Into a vault of its own, which is removed afterwards. The board stays as it is."),
				s.model.Rehearse(r.Path, k, &found), func(err error) {
					if isKey(err) {
						wrong(err)
						return
					}
					s.tried(err, s.env.Book.Count(found.Records, "It came back: {n} record, the same as in the backup.",
						"It came back: {n} records, each the same as in the backup."))
				})
		})
}

// tried says how a try ended.
func (s *Screen) tried(err error, well string) {
	s.look()
	switch {
	case stopped(err):
	case err != nil:
		s.said(s.model.Explain(err))
	default:
		s.desk.Say(well, nil)
	}
}

func (s *Screen) remove(r Row) {
	kit.Ask(s.env, kit.Dialog{Title: s.env.Say("Remove this backup?"),
		Say:     s.env.Say("The file is deleted where it lies there. What a delete leaves on a stick can be read only by somebody with a key to it; to be sure, destroy the stick."),
		Confirm: s.env.Say("Remove it"), Grave: true, OnConfirm: func() bool { s.later(func() { s.removed(s.model.Remove(r.ID)) }); return true }})
}

func (s *Screen) removed(wrong string) {
	if s.said(wrong) {
		return
	}
	s.look()
	s.desk.Say(s.env.Say("The backup was removed."), nil)
}
