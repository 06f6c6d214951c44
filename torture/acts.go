//go:build linux

package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"holdfast/board"
	"holdfast/compensation"
	"holdfast/consent"
	"holdfast/member"
	"holdfast/record"
	"holdfast/roster"
	"holdfast/store"
	"holdfast/wording"
)

// act is one kind of thing that is done over and over.
type act struct {
	name string
	// do does the nth of its kind.
	do func(context.Context, *world, *board.Board, int) error
	// count is how many are there, whole; it fails for one that is there in
	// part. nil for what leaves nothing to count but the board itself.
	count func(context.Context, *world, *board.Board) (int, error)
}

func acts() []act {
	return []act{
		{"save", save, countSaved},
		{"import", bringIn, countBroughtIn},
		{"consent", choose, countChosen},
		{"pay", payMeeting, countMeetings},
		{"backup", backUp, countBackups},
		{"restore", restore, countRestored},
		{"rewrite", rewrite, nil},
		{"handover", handOver, nil},
	}
}

var errHalf = errors.New("an act is there in part")

func save(_ context.Context, _ *world, b *board.Board, n int) error {
	_, err := b.AddMember(member.Member{Name: fmt.Sprintf("Saved %d", n), Stages: []member.StageChange{{Stage: member.Active, On: firstDay()}}})
	return err
}

func countSaved(_ context.Context, _ *world, b *board.Board) (int, error) {
	named, err := names(b, "Saved ")
	return len(named), err
}

// names are the people whose names begin so, by what follows.
func names(b *board.Board, prefix string) (map[string]member.ID, error) {
	rows, err := b.People(board.Filter{})
	found := map[string]member.ID{}
	for _, r := range rows {
		if rest, ok := strings.CutPrefix(r.Name, prefix); ok {
			found[rest] = r.ID
		}
	}
	return found, err
}

// inAList is how many people one list brings in.
const inAList = 12

func bringIn(ctx context.Context, _ *world, b *board.Board, n int) error {
	list := "Name,Email,Notes\n"
	for i := range inAList {
		list += fmt.Sprintf("Listed %d.%d,listed.%d.%d@example.org,from a list\n", n, i, n, i)
	}
	table, err := roster.Read(ctx, []byte(list), roster.Options{})
	if err != nil {
		return err
	}
	mapping, err := b.GuessImport(table)
	if err != nil {
		return err
	}
	plan, err := b.PrepareImport(ctx, table, mapping, "", nil)
	if err != nil {
		return err
	}
	_, err = b.Import(plan, false)
	return err
}

func countBroughtIn(_ context.Context, _ *world, b *board.Board) (int, error) {
	named, err := names(b, "Listed ")
	if err == nil && len(named)%inAList != 0 {
		err = fmt.Errorf("%w: %d people came of lists of %d", errHalf, len(named), inAList)
	}
	for _, id := range named {
		notes, noteErr := b.Notes(id)
		if noteErr != nil || len(notes) != 1 {
			err = errors.Join(err, noteErr, fmt.Errorf("%w: a person of a list with %d notes", errHalf, len(notes)))
		}
	}
	return len(named) / inAList, err
}

// choose writes down a yes of each in turn, and then takes each back.
func choose(_ context.Context, _ *world, b *board.Board, n int) error {
	named, err := names(b, "")
	if err != nil {
		return err
	}
	id := named[someone()[n%len(someone())]]
	if n/len(someone())%2 == 1 {
		_, err = b.Consent().Withdraw(id, consent.Scope{Purpose: consent.KeepRecord})
		return err
	}
	_, err = b.Consent().Record(consent.Event{Member: id, Kind: consent.Given, Scope: consent.Scope{Purpose: consent.KeepRecord},
		Terms: consent.Terms{Reuse: true, Attribution: consent.Attribution{As: consent.Anonymous, Shown: "a board member"}},
		How:   consent.How{Form: consent.Written, NoCondition: true, Risks: true, Alternatives: true, Copy: consent.CopyGiven}})
	return err
}

func countChosen(_ context.Context, _ *world, b *board.Board) (int, error) {
	named, err := names(b, "")
	n := 0
	for _, name := range someone() {
		file, fileErr := b.Consent().File(named[name])
		n, err = n+len(file.Events), errors.Join(err, fileErr)
	}
	return n, err
}

func payMeeting(_ context.Context, _ *world, b *board.Board, n int) error {
	named, err := names(b, "")
	if err != nil {
		return err
	}
	fund, err := b.Pay().Fund("a")
	if err != nil {
		return err
	}
	m := board.Meeting{Day: firstDay().AddDays(n), Shares: []compensation.Share{{Fund: fund.ID, Weight: 1}}}
	for _, name := range someone() {
		m.People = append(m.People, board.Attended{Member: named[name], Meeting: 90})
	}
	_, err = b.Pay().EnterMeeting(m)
	return err
}

func countMeetings(_ context.Context, _ *world, b *board.Board) (int, error) {
	rows, err := b.Pay().Entries(board.LedgerFilter{})
	days := map[record.Date]int{}
	for _, r := range rows {
		days[r.Entry.Day]++
	}
	for _, people := range days {
		if people != len(someone()) {
			err = errors.Join(err, fmt.Errorf("%w: a meeting of %d with %d entries", errHalf, len(someone()), people))
		}
	}
	return len(days), err
}

func backUp(ctx context.Context, w *world, b *board.Board, n int) error {
	_, err := b.Backups().Make(ctx, board.BackupWish{Path: filepath.Join(w.out(), fmt.Sprintf("backup-%d.age", n))}, nil)
	if problems := wording.Problems(err); len(problems) > 0 && problems[0].Field == "register" {
		return nil // it is there; only the vault had no room to note it
	}
	return err
}

// countBackups reads each to its last byte. What has not its final name is
// left of one that never came to its end.
func countBackups(ctx context.Context, w *world, b *board.Board) (int, error) {
	for n := 0; ; n++ {
		path := filepath.Join(w.out(), fmt.Sprintf("backup-%d.age", n))
		if _, err := os.Lstat(path); errors.Is(err, fs.ErrNotExist) {
			return n, nil
		}
		key, err := board.PaperKey(w.paper)
		if err == nil {
			_, err = b.Backups().Read(ctx, path, key, nil)
		}
		if err != nil {
			return n, err
		}
	}
}

func restore(ctx context.Context, w *world, _ *board.Board, n int) error {
	key, err := board.PaperKey(w.paper)
	if err != nil {
		return err
	}
	r, err := board.OpenBackup(ctx, w.env(), w.good(), key, nil, nil)
	if err != nil {
		return err
	}
	defer r.Close()
	plan, err := r.Plan(ctx, nil, nil)
	if err != nil {
		return err
	}
	return r.Into(ctx, filepath.Join(w.out(), fmt.Sprintf("restored-%d", n)), plan, board.Agreed{Older: true, Erasures: true}, nil)
}

// countRestored opens each. A folder that is no vault is left of one that
// never came to its end.
func countRestored(ctx context.Context, w *world, _ *board.Board) (int, error) {
	found, err := filepath.Glob(filepath.Join(w.out(), "restored-*"))
	n := 0
	for _, dir := range found {
		there, openErr := peopleIn(ctx, w, dir)
		switch {
		case errors.Is(openErr, store.ErrNotVault):
		case openErr != nil:
			err = errors.Join(err, openErr)
		case there != len(someone()):
			err = errors.Join(err, fmt.Errorf("%w: %d people were restored", errHalf, there))
		default:
			n++
		}
	}
	return n, err
}

func peopleIn(ctx context.Context, w *world, dir string) (int, error) {
	key, err := board.PaperKey(w.paper)
	if err != nil {
		return 0, err
	}
	closed, err := board.Open(w.env(), dir)
	if err != nil {
		return 0, err
	}
	b, _, err := closed.Unlock(ctx, key, nil)
	if err != nil {
		return 0, errors.Join(err, closed.Close())
	}
	rows, err := b.People(board.Filter{})
	return len(rows), errors.Join(err, b.Close())
}

func rewrite(ctx context.Context, _ *world, b *board.Board, _ int) error { return b.Compact(ctx, nil) }

// handOver lets another key in and takes the one before it away, which writes
// the vault anew under fresh keys.
func handOver(ctx context.Context, _ *world, b *board.Board, n int) error {
	const label = "Successor"
	holders, err := b.Keyholders()
	if err != nil {
		return err
	}
	if _, err := b.AddPaper(ctx, fmt.Sprint(label, " ", n, " ", time.Now().UnixNano())); err != nil {
		return err
	}
	for _, h := range holders {
		if strings.HasPrefix(h.Label, label) {
			if err := b.RemoveKeyholder(ctx, h.ID, nil); err != nil {
				return err
			}
		}
	}
	return nil
}

// tidy takes away what the acts left in the folder for backups.
func (w *world) tidy() error {
	return errors.Join(os.RemoveAll(w.out()), os.Mkdir(w.out(), 0o700))
}
