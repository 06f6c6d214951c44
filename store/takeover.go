package store

import (
	"path/filepath"

	"holdfast/durable"
)

// takeOver makes the Store go on with the new generation, whose header lies on
// the disk already: from here on nothing is given up any more. What fails is
// finished at the next unlock.
func (r *rewrite) takeOver() {
	s, gen := r.Store, r.fresh.gen
	old, oldWork, oldJournal := s.gen, s.work, s.journal
	text := r.carriedDraft()
	l, j, err := r.reload()
	if err != nil {
		// Locked meanwhile, or the disk failed. The new generation is the
		// vault; unlocking opens it.
		s.env.Log.Warn("a rewrite is finished by unlocking again")
		s.Lock()
		return
	}
	d := &drafts{path: s.dir.path(draftsFile), key: gen.keys.Drafts(), scope: gen.scope, random: s.env.Random}
	s.mu.Lock()
	s.gen, s.header, s.work, s.journal, s.drafts = gen, r.fresh.header, l.working, j, d
	s.ahead = false
	s.changed.Broadcast()
	s.mu.Unlock()
	s.stand()
	r.env.step("switched")
	if err := oldWork.retire(); err != nil {
		s.env.Log.Warn("the old working copy is still in use")
	}
	old.keys.Wipe()
	if err := oldJournal.close(); err != nil {
		s.env.Log.Warn("the old journal did not close well")
	}
	r.removeOld(old, d, text)
	s.rememberPosition(true)
}

// erases says whether something is to be gone from everything that lies here.
// A restore only leaves out again what is gone already.
func (r *rewrite) erases() bool {
	f := r.fresh.filter
	return !r.keep && (len(f.Forget) > 0 || f.Edit != nil)
}

// carriedDraft is the draft, where it may live on.
func (r *rewrite) carriedDraft() []byte {
	if r.erases() {
		return nil
	}
	text, err := r.Draft()
	if err != nil {
		return nil
	}
	return text
}

// reload opens the new generation as unlocking would.
func (r *rewrite) reload() (*loaded, *journal, error) {
	l, err := r.fresh.gen.load(r.life, nil)
	if err != nil {
		return nil, nil, err
	}
	j, err := r.vault.resume(r.fresh.gen, l, &Report{}, false)
	if err != nil {
		return nil, nil, err
	}
	return l, j, nil
}

// removeOld writes the copy of the header and only then removes whatever still
// has what was erased, the quarantine included.
func (r *rewrite) removeOld(old generation, d *drafts, text []byte) {
	s := r.Store
	var unfinished []string
	if err := d.renew(text); err != nil {
		unfinished = append(unfinished, draftsFile)
	}
	if err := s.dir.copyHeader(r.fresh.header); err != nil {
		// As long as it names the old generation, that stays.
		unfinished = append(unfinished, headerCopy, filepath.Base(old.path))
	} else {
		r.env.step("copied")
		unfinished = append(unfinished, r.removeFiles(old)...)
	}
	if durable.SyncFolder(string(s.dir)) != nil {
		s.env.Log.Warn("the removal may come undone if the power fails now")
	}
	r.env.step("removed")
	s.mu.Lock()
	s.unfinished = unfinished
	s.mu.Unlock()
}

// removeFiles names what it could not remove.
func (r *rewrite) removeFiles(old generation) (unfinished []string) {
	s := r.Store
	s.files.Lock()
	defer s.files.Unlock()
	gone := []string{old.path, s.dir.path(quarantineFolder)}
	if r.keep {
		gone = nil
		if s.dir.keep(old.scope.generation) != nil {
			unfinished = append(unfinished, filepath.Base(old.path))
		}
	}
	if r.erases() {
		kept, err := s.dir.kept()
		if err != nil {
			unfinished = append(unfinished, keptPrefix)
		}
		gone = append(gone, kept...)
	}
	for _, p := range gone {
		if erase(p) != nil {
			unfinished = append(unfinished, filepath.Base(p))
		}
	}
	return unfinished
}

// renew writes the file of drafts anew under the present key, with one text in
// it, or none.
func (d *drafts) renew(text []byte) error {
	d.mu.Lock()
	err := d.make()
	d.mu.Unlock()
	if err == nil && len(text) > 0 {
		err = d.save(text)
	}
	return err
}
