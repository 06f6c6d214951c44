package store

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"holdfast/wording"
)

// What lies in a vault and can't be used is never simply removed: it is set
// aside, and said.

// setAside copies what lies behind the last entry into the quarantine and
// then cuts it off.
func (v *Vault) setAside(j *journal, last segment, report *Report) error {
	raw := make([]byte, last.size-j.end)
	if _, err := j.file.ReadAt(raw, j.end); err != nil {
		return explain("set the end of the journal aside", err)
	}
	name := fmt.Sprintf("%s-%d-%d", strings.ReplaceAll(last.name(), "/", "-"), j.end, v.env.Clock().UnixMilli())
	if err := v.dir.quarantine(name, raw); err != nil {
		return err
	}
	if err := errors.Join(j.file.Truncate(j.end), j.file.Sync()); err != nil {
		return explain("set the end of the journal aside", err)
	}
	what := cutOffWords()
	if len(report.Damaged)+len(report.RolledBack) > 0 {
		what = wording.T("The end of the journal could not be read and was set aside.")
	}
	report.SetAside = append(report.SetAside, Finding{Where: quarantineFolder + "/" + name, What: what})
	return nil
}

func (f folder) quarantine(name string, raw []byte) error {
	if err := os.MkdirAll(f.path(quarantineFolder), 0o700); err != nil {
		return explain("make the quarantine", err)
	}
	return replace(f.path(quarantineFolder, name), raw)
}

// setForeignAside moves files out of the way that have the name of a later
// segment and hold nothing of the journal: the first bytes of one that a crash
// cut off, or something that was put there.
func (v *Vault) setForeignAside(last segment, foreign []segment, report *Report) {
	for _, s := range foreign {
		what := foreignWords()
		if s.number == last.number+1 {
			what = cutOffWords()
		}
		v.moveAside(s.path, strings.ReplaceAll(s.name(), "/", "-"), what, report)
	}
}

// moveAside moves a file or folder into the quarantine.
func (v *Vault) moveAside(path, name string, what wording.Text, report *Report) {
	name = fmt.Sprintf("%s-%d", name, v.env.Clock().UnixMilli())
	err := os.MkdirAll(v.dir.path(quarantineFolder), 0o700)
	if err == nil {
		err = os.Rename(path, v.dir.path(quarantineFolder, name))
	}
	if err != nil {
		v.env.Log.Warn("something could not be set aside")
		return
	}
	report.SetAside = append(report.SetAside, Finding{Where: quarantineFolder + "/" + name, What: what})
}

func cutOffWords() wording.Text {
	return wording.T("The last time, Holdfast was cut off in the middle of a save. What was unfinished was set aside; everything saved before is here.")
}

func foreignWords() wording.Text {
	return wording.T("Among the files of the journal lay one that is no part of it. It was set aside, and nothing of the journal is missing by it.")
}

// setGenerationAside moves a generation that this header does not know of out
// of the way: a rewrite that was cut off just before its end, or what is left
// after somebody put an older header back. It is never simply removed.
func (v *Vault) setGenerationAside(path string, report *Report) {
	v.moveAside(path, filepath.Base(path), wording.T(
		"Holdfast found records of a later state that these keys do not open, perhaps of a rewrite that was cut off, and set them aside."), report)
}
