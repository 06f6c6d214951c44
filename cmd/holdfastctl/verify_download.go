package main

import (
	"errors"

	"holdfast/release"
	"holdfast/wording"
)

// verifyWords prove that downloaded files are those of a release. They need no
// vault.
type verifyWords struct {
	Files     []string `arg:"" name:"file" help:"${verify_files}"`
	Sums      string   `name:"sums" default:"SHA256SUMS" placeholder:"FILE" help:"${verify_sums}"`
	PublicKey string   `name:"public-key" required:"" placeholder:"KEY" help:"${verify_key}"`
}

type proofAnswer struct {
	Proven bool         `json:"proven"`
	Reason string       `json:"reason,omitempty"`
	Files  []provenFile `json:"files"`
}

type provenFile struct {
	File   string `json:"file"`
	SHA256 string `json:"sha256"`
}

func (c *verifyWords) Run(h *house) error {
	proven, err := release.Prove(release.Download{Key: c.PublicKey, Sums: c.Sums, Files: c.Files})
	why, no := unproven(err)
	if err != nil && !no {
		return err
	}
	answer := proofAnswer{Proven: !no, Files: []provenFile{}}
	if no {
		answer.Reason = h.book.Render(why)
	}
	for _, one := range proven {
		answer.Files = append(answer.Files, provenFile{File: one.Name, SHA256: one.SHA256})
	}
	err = h.answer(answer, func(p *page) {
		if no {
			p.say(why)
			return
		}
		p.say(wording.N(len(proven), "Proven: this file is the one that was released with this key.",
			"Proven: these {n} files are the ones that were released with this key."))
	})
	if err == nil && no {
		err = errNo
	}
	return err
}

// unproven says why a download must not be used.
func unproven(err error) (why wording.Text, no bool) {
	switch {
	case errors.Is(err, release.ErrSignature):
		return wording.T("Not proven: the list of sums was not signed with this key. Don’t install anything of it."), true
	case errors.Is(err, release.ErrOther):
		return wording.T("Not proven: a file is not the one that was released. Don’t install it; download it again."), true
	case errors.Is(err, release.ErrNotListed):
		return wording.T("Not proven: the release has no file of this name. Don’t install it."), true
	default:
		return wording.Text{}, false
	}
}
