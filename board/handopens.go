package board

// StillOpens are the backups that the key which leaves opens, as far as they
// are known: now, or, once it is removed, as they were noted then. It fails
// as Now does.
func (h Handing) StillOpens() ([]OldBackup, error) {
	now, err := h.Now()
	if err != nil || !now.Removed.IsZero() {
		return now.Old, err
	}
	return h.opens(now.Leaving)
}
