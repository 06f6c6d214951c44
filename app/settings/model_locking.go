package settings

import (
	"slices"
	"strconv"

	"holdfast/board"
)

// LockingState is what the page about locking shows.
type LockingState struct {
	Minutes    string
	Choices    []Option
	OnMinimise bool
	Trouble    string
}

// Locking is the page as it is now.
func (m *Model) Locking() LockingState {
	set, err := m.board.Settings()
	if err != nil {
		return LockingState{Trouble: m.Explain(err)}
	}
	s := LockingState{Minutes: strconv.Itoa(set.LockMinutes), OnMinimise: set.LockOnMinimise}
	choices := []int{1, 2, 3, 5, 10, 15, 30, 60}
	if !slices.Contains(choices, set.LockMinutes) {
		choices = append(choices, set.LockMinutes)
		slices.Sort(choices)
	}
	for _, n := range choices {
		s.Choices = append(s.Choices, Option{ID: strconv.Itoa(n), Label: m.book.Count(n, "{n} minute", "{n} minutes")})
	}
	return s
}

// SetMinutes takes how long nobody has to touch anything.
func (m *Model) SetMinutes(id string) string {
	minutes, err := strconv.Atoi(id)
	if err != nil {
		return m.Explain(err)
	}
	return m.lockBy(func(s *board.Settings) { s.LockMinutes = minutes })
}

// SetOnMinimise takes whether putting the window away locks.
func (m *Model) SetOnMinimise(on bool) string {
	return m.lockBy(func(s *board.Settings) { s.LockOnMinimise = on })
}

func (m *Model) lockBy(change func(*board.Settings)) string {
	err := m.change(change)
	if err == nil {
		m.window.PolicyChanged()
	}
	return m.Explain(err)
}

// change changes the board's settings.
func (m *Model) change(change func(*board.Settings)) error {
	set, err := m.board.Settings()
	if err != nil {
		return err
	}
	change(&set)
	_, err = m.board.SaveSettings(set)
	return err
}
