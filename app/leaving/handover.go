package leaving

import (
	"context"

	"holdfast/app/form"
	"holdfast/app/keyway"
	"holdfast/board"
	"holdfast/member"
	"holdfast/record"
)

// StepRow is one step of a handing over.
type StepRow struct {
	Kind          board.HandingKind
	Title, Detail string
	Done          bool
	// Waits says why it can't be done yet, or is empty.
	Waits string
}

// ToldRow is somebody who is told that somebody else will hold their data.
type ToldRow struct {
	ID         member.ID
	Name, Says string
	Answer     board.ReplyKind
}

// OldRow is a backup that the leaving key still opens.
type OldRow struct{ File, Made string }

// PastRow is a handing over that is finished.
type PastRow struct {
	ID   record.ID
	Says string
}

// Handover is what the page about a change of coordinator shows.
type Handover struct {
	// Going: one goes on. Without one only Keys, Mine and Past are there.
	Going                  bool
	Begun, Leaving, Coming string
	ComingID               record.ID
	Proof                  string
	Steps                  []StepRow
	Told                   []ToldRow
	Old                    []OldRow
	// Opened: the vault is open with the key that leaves.
	Opened bool
	// Removed: the old key is gone; Fingerprint is the new one.
	Removed     bool
	Fingerprint string
	// Keys are those that can leave, or, once it goes on, take over; Mine is
	// the one in use.
	Keys    []form.Choice
	Mine    string
	Way     keyway.Way
	Past    []PastRow
	Trouble string
}

// Handover is the page as it is now.
func (m *Model) Handover() Handover {
	s := Handover{}
	if err := m.readHandover(&s); err != nil {
		return Handover{Trouble: m.Explain(err)}
	}
	return s
}

func (m *Model) readHandover(s *Handover) error {
	all, err := m.board.Handing().All()
	if err != nil {
		return err
	}
	holders, err := m.board.Keyholders()
	if err != nil {
		return err
	}
	s.Going = len(all) > 0 && all[0].Finished.IsZero()
	for _, h := range all {
		if !h.Finished.IsZero() {
			s.Past = append(s.Past, PastRow{h.ID, m.book.Say("{date}: from “{leaving}” to “{coming}”", "date", h.Finished, "leaving", h.LeavingName, "coming", h.ComingName)})
		}
	}
	now := board.Handover{}
	if s.Going {
		if now, err = m.board.Handing().Now(); err != nil {
			return err
		}
	}
	for _, h := range holders {
		if h.Mine {
			s.Mine, s.Opened = string(h.ID), h.ID == now.Leaving
		}
		if h.ID == now.Coming {
			s.Way = keyway.Of(h.Kind)
		}
		if h.ID != now.Leaving {
			s.Keys = append(s.Keys, form.Choice{ID: string(h.ID), Label: h.Label})
		}
	}
	if !s.Going {
		return nil
	}
	return m.readGoing(s, now)
}

func (m *Model) readGoing(s *Handover, now board.Handover) error {
	s.Begun, s.Leaving, s.Coming, s.ComingID = m.book.Date(now.Begun), now.LeavingName, now.ComingName, now.Coming
	s.Removed, s.Fingerprint = !now.Removed.IsZero(), now.After
	if !now.Proof.On.IsZero() {
		s.Proof = m.book.Count(now.Proof.Records, "“{file}” of {date}: {n} record, read to its last byte with the new key.",
			"“{file}” of {date}: {n} records, read to its last byte with the new key.", "file", now.Proof.File, "date", now.Proof.On)
	}
	steps, err := m.board.Handing().Steps()
	if err != nil {
		return err
	}
	for _, step := range steps {
		s.Steps = append(s.Steps, StepRow{Kind: step.Kind, Title: m.book.Render(step.Title), Detail: m.book.Render(step.Detail),
			Done: step.Done, Waits: m.book.Render(step.Waits)})
	}
	if err := m.readTold(s); err != nil {
		return err
	}
	old, err := m.board.Handing().StillOpens()
	for _, o := range old {
		s.Old = append(s.Old, OldRow{o.File, m.book.Date(o.Made)})
	}
	return err
}

// readTold lists those who are not told yet, and then those who are.
func (m *Model) readTold(s *Handover) error {
	open, err := m.board.Handing().ToAsk()
	if err != nil {
		return err
	}
	for _, id := range open {
		s.Told = append(s.Told, ToldRow{ID: id, Name: m.name(id), Says: m.book.Render(board.ReplyKind("").Name())})
	}
	replies, err := m.board.Handing().Replies()
	for _, r := range replies {
		s.Told = append(s.Told, ToldRow{ID: r.Member, Name: m.name(r.Member), Answer: r.Answer,
			Says: m.book.Say("{what}, {date}", "what", r.Answer.Name(), "date", r.On)})
	}
	return err
}

// Begin begins a handing over from a key. It says what is wrong, or "".
func (m *Model) Begin(leaving string) string {
	_, err := m.board.Handing().Begin(record.ID(leaving))
	return m.Explain(err)
}

// GiveUp ends one that is not going to happen.
func (m *Model) GiveUp() string { return m.Explain(m.board.Handing().GiveUp()) }

// Seen keeps that the two went through what the next person needs.
func (m *Model) Seen() string {
	_, err := m.board.Handing().Seen()
	return m.Explain(err)
}

// Comes says which key takes over.
func (m *Model) Comes(holder string) string {
	_, err := m.board.Handing().Coming(record.ID(holder))
	return m.Explain(err)
}

// Replies are what people can say.
func (m *Model) Replies() []form.Choice {
	var all []form.Choice
	for _, r := range board.Replies() {
		all = append(all, form.Choice{ID: string(r), Label: m.book.Render(r.Name())})
	}
	return all
}

// Reply keeps what somebody said.
func (m *Model) Reply(id member.ID, answer string) string {
	_, err := m.board.Handing().Reply(id, board.ReplyKind(answer))
	return m.Explain(err)
}

// Prove makes a fresh backup and opens it with the coming key.
func (m *Model) Prove(path string, key keyway.Make) Work {
	return func(ctx context.Context, progress board.Progress) error {
		k, err := key()
		if err != nil {
			return err
		}
		_, err = m.board.Handing().Prove(ctx, path, k, progress)
		return err
	}
}

// Remove takes the old key away and writes the vault anew.
func (m *Model) Remove() Work {
	return func(ctx context.Context, progress board.Progress) error {
		_, err := m.board.Handing().Remove(ctx, progress)
		return err
	}
}

// Finish ends the handing over.
func (m *Model) Finish() string {
	_, err := m.board.Handing().Finish()
	return m.Explain(err)
}

// Needs is the list for the two to go through, as a PDF.
func (m *Model) Needs() ([]byte, error) {
	needs, err := m.board.Handing().Needs()
	if err != nil {
		return nil, err
	}
	settings, err := m.board.Settings()
	if err != nil {
		return nil, err
	}
	return m.printed(needs.Document(m.book, settings), "pdf")
}

// Receipt is the receipt of a handing over that is finished, as a PDF.
func (m *Model) Receipt(id record.ID) ([]byte, error) {
	all, err := m.board.Handing().All()
	if err != nil {
		return nil, err
	}
	settings, err := m.board.Settings()
	if err != nil {
		return nil, err
	}
	for _, h := range all {
		if h.ID == id {
			return m.printed(h.Receipt(m.book, settings), "pdf")
		}
	}
	return nil, record.ErrNotFound
}
