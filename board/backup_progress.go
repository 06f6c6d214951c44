package board

import (
	"time"

	"holdfast/backup"
	"holdfast/store"
	"holdfast/wording"
)

// BackupWords says how far a backup, or reading one, has come after a time:
// "Writing… 52 of 104 MB, about 3 seconds left". What is left is not said
// before it can be known.
func BackupWords(step Step, took time.Duration, done, total int64) wording.Text {
	doing := wording.T("Reading it back, record by record…")
	switch step {
	case store.StepWrite:
		doing = wording.T("Writing…")
	case store.StepKey:
		doing = wording.T("Trying the key…")
	}
	if total <= 0 {
		return doing
	}
	const mega = 1_000_000
	said := wording.T("{doing} {done} of {total} MB", "doing", doing, "done", int(done/mega), "total", int((total+mega-1)/mega))
	switch left := int(backup.Left(took, done, total).Seconds()); {
	case left <= 0:
		return said
	case left < 90:
		return wording.N(left, "{said}, about a second left", "{said}, about {n} seconds left", "said", said)
	default:
		return wording.N((left+30)/60, "{said}, about a minute left", "{said}, about {n} minutes left", "said", said)
	}
}
