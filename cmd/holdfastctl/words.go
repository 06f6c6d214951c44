package main

import (
	"errors"
	"strings"
	"time"

	"holdfast/wording"
)

// globals are the words that every command takes.
type globals struct {
	JSON           bool       `name:"json" help:"${json}"`
	Now            *time.Time `name:"now" placeholder:"TIME" help:"${now}"`
	Lang           string     `name:"lang" enum:"en,es," default:"" placeholder:"en|es" help:"${lang}"`
	PassphraseFile string     `name:"passphrase-file" placeholder:"FILE" help:"${passphrase_file}"`
	Key            string     `name:"key" placeholder:"FILE" help:"${key}"`
	Share          []string   `name:"share" placeholder:"FILE" sep:"none" help:"${share}"`
	Plugin         string     `name:"plugin" placeholder:"PATH" help:"${plugin}"`
	Version        bool       `name:"version" help:"${version}"`
}

// firstYear is the first that --now takes: what comes before is a mistake, and
// is not written with four digits.
const firstYear = 1000

// Validate refuses words that can't be meant (kong calls it).
func (g *globals) Validate() error {
	if g.Now != nil && g.Now.UTC().Year() < firstYear {
		return errors.New("--now: the year is too far back")
	}
	return nil
}

// language is the one asked for, or that of the environment.
func (g *globals) language(getenv func(string) string) wording.Language {
	if g.Lang != "" {
		return wording.Language(g.Lang)
	}
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if value := getenv(name); value != "" {
			if strings.HasPrefix(value, "es") {
				return wording.InSpanish
			}
			break
		}
	}
	return wording.InEnglish
}

// words are everything that can be said to holdfastctl.
type words struct {
	globals

	Create   createWords   `cmd:"" help:"${create}"`
	Check    checkWords    `cmd:"" help:"${check}"`
	Salvage  salvageWords  `cmd:"" help:"${salvage}"`
	Keys     keysWords     `cmd:"" help:"${keys}"`
	Import   importWords   `cmd:"" help:"${import}"`
	Members  membersWords  `cmd:"" help:"${members}"`
	Member   memberWords   `cmd:"" help:"${member}"`
	Contact  contactWords  `cmd:"" help:"${contact}"`
	Consent  consentWords  `cmd:"" help:"${consent}"`
	Pay      payWords      `cmd:"" help:"${pay}"`
	Rules    rulesWords    `cmd:"" help:"${rules}"`
	Find     findWords     `cmd:"" help:"${find}"`
	Today    todayWords    `cmd:"" help:"${today}"`
	Journal  journalWords  `cmd:"" help:"${journal}"`
	History  historyWords  `cmd:"" help:"${history}"`
	Undo     undoWords     `cmd:"" help:"${undo}"`
	Settings settingsWords `cmd:"" help:"${settings}"`
	Compact  compactWords  `cmd:"" help:"${compact}"`
	Demo     demoWords     `cmd:"" help:"${demo}"`

	Forget     forgetWords     `cmd:"" help:"${forget}"`
	Record     recordWords     `cmd:"" help:"${record}"`
	Correction correctionWords `cmd:"" help:"${correction}"`
	Retention  retentionWords  `cmd:"" help:"${retention}"`
	Hold       holdWords       `cmd:"" help:"${hold}"`
	Handover   handoverWords   `cmd:"" help:"${handover}"`
	Assess     assessWords     `cmd:"" help:"${assess}"`
	Backup     backupWords     `cmd:"" help:"${backup}"`

	VerifyDownload verifyWords `cmd:"" name:"verify-download" help:"${verify}"`
}
