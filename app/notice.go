package app

import "holdfast/app/kit"

// The notices that the shell itself gives.
const (
	noticeDraft = "shell.draft"
	noticeOffer = "shell.offer"
)

// namedNotice is a banner that stays above every screen until it is taken
// away by its name.
type namedNotice struct {
	name   string
	notice kit.Notice
}

// SetNotice shows a banner above every screen, or takes it away. A notice of
// the same name is replaced.
func (s *Shell) SetNotice(name string, show bool, n kit.Notice) {
	kept := s.notices[:0:0]
	for _, other := range s.notices {
		if other.name != name {
			kept = append(kept, other)
		}
	}
	if show {
		kept = append(kept, namedNotice{name, n})
	} else if len(kept) == len(s.notices) {
		return
	}
	s.notices = kept
	s.showNotices()
}

func (s *Shell) showNotices() {
	if s.page == nil {
		return
	}
	all := make([]kit.Notice, len(s.notices))
	for i, n := range s.notices {
		all[i] = n.notice
	}
	s.page.SetNotices(all...)
}
