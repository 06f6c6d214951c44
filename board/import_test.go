package board_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"holdfast/board"
	"holdfast/contact"
	"holdfast/member"
	"holdfast/record"
	"holdfast/roster"
	"holdfast/wording"
)

// plan reads a list and prepares what it would bring in.
func plan(t *testing.T, b *board.Board, list string) *roster.Plan {
	t.Helper()
	table, err := roster.Read(t.Context(), []byte(list), roster.Options{})
	must(t, err)
	mapping, err := b.GuessImport(table)
	must(t, err)
	p, err := b.PrepareImport(t.Context(), table, mapping, "", nil)
	must(t, err)
	return p
}

const goodList = `Name,Pronouns,Phone,Email,Notes
Ana Núñez,she / her,+1 202 555 0101,ana@example.org,Prefers mornings
Heron,they / them,0202 555 0102,,
`

func TestAListComesInAsOneAct(t *testing.T) {
	b := newWorld(t).settled()
	before := len(journal(t, b))
	done, err := b.Import(plan(t, b, goodList), false)
	must(t, err)
	if diff := cmp.Diff(board.Imported{People: 2, Sheets: 2, Notes: 1}, done); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]board.Kind{board.ActImport}, journal(t, b)[before:]); diff != "" {
		t.Error(diff)
	}
	rows, err := b.People(board.Filter{Text: "nunez"})
	must(t, err)
	if len(rows) != 1 || rows[0].Stage != member.Active {
		t.Fatalf("%+v", rows)
	}
	s, err := b.Sheet(rows[0].ID)
	must(t, err)
	if len(s.Channels) != 2 || s.Channels[0].Value != "+1 202 555 0101" {
		t.Errorf("%+v", s.Channels)
	}
	reach, err := b.May(rows[0].ID, contact.AnyPurpose)
	must(t, err)
	if reach.Allowed {
		t.Error("a number that stood in a list counts as safe")
	}
}

func TestAnEmptyJoinedCellMakesNobodyAMemberSinceToday(t *testing.T) {
	b := newWorld(t).settled()
	_, err := b.Import(plan(t, b, "Name,Joined\nWren,\nAsh,2024-03-05\n"), false)
	must(t, err)
	rows, err := b.People(board.Filter{})
	must(t, err)
	if len(rows) != 2 || rows[0].Since.String() != "2024-03-05" || !rows[1].Since.IsZero() {
		t.Fatalf("%+v", rows)
	}
	m, err := b.Member(rows[1].ID)
	must(t, err)
	if diff := cmp.Diff([]member.StageChange{{Stage: member.Active}}, m.Stages); diff != "" {
		t.Error(diff)
	}
	if got := m.Summary(record.Date{Year: 2026, Month: 11, Day: 22}).String(); got != "member" {
		t.Errorf("said as %q", got)
	}
	changes, err := b.History(m.ID)
	must(t, err)
	for _, detail := range changes[0].Details {
		if strings.Contains(detail.String(), "202") {
			t.Errorf("the history says %q", detail)
		}
	}
	_, err = b.MoveMember(m.ID, member.StageChange{Stage: member.OnLeave})
	must(t, err)
}

func TestAListThatAServiceCopiesIsSaidToLieThereToo(t *testing.T) {
	w := newWorld(t)
	home := t.TempDir()
	w.env.Home = home
	b := w.settled()
	for dir, services := range map[string]int{"": 0, "Documents": 3, "Dropbox": 4} {
		p := plan(t, b, goodList)
		if dir != "" {
			p.PlaintextPath = filepath.Join(home, dir, "board.csv")
		}
		if said := b.Afterwards(p); len(said) != services {
			t.Errorf("%q: %v", dir, said)
		}
	}
	// What a service wrote down about a folder of any name counts too.
	must(t, os.MkdirAll(filepath.Join(home, ".dropbox"), 0o700))
	must(t, os.WriteFile(filepath.Join(home, ".dropbox", "info.json"), []byte(`{"personal": {"path": "`+filepath.ToSlash(filepath.Join(home, "Shared"))+`"}}`), 0o600))
	if got := board.SyncedFolder(filepath.Join(home, "Shared", "vault"), home); got != "Dropbox" {
		t.Errorf("the folder is copied by %q", got)
	}
}

func TestOneBadRowKeepsEverybodyOut(t *testing.T) {
	b := newWorld(t).settled()
	list := goodList + ",he / him,+1 202 555 0103,,\n"
	if _, err := b.Import(plan(t, b, list), false); len(wording.Problems(err)) != 1 {
		t.Fatalf("%v", err)
	}
	if rows, err := b.People(board.Filter{}); err != nil || len(rows) != 0 {
		t.Fatalf("%d came in, %v", len(rows), err)
	}
	done, err := b.Import(plan(t, b, list), true)
	must(t, err)
	if done.People != 2 || done.LeftBehind != 1 {
		t.Errorf("%+v", done)
	}
}

func TestTheSameListDoesNotComeInTwice(t *testing.T) {
	b := newWorld(t).settled()
	_, err := b.Import(plan(t, b, goodList), false)
	must(t, err)
	again := plan(t, b, goodList)
	if len(again.Undecided()) != 2 {
		t.Errorf("%+v", again.Duplicates)
	}
	if _, err := b.Import(again, false); len(wording.Problems(err)) == 0 {
		t.Errorf("%v", err)
	}
	if rows, err := b.People(board.Filter{}); err != nil || len(rows) != 2 {
		t.Errorf("%d people, %v", len(rows), err)
	}
}

func TestPreparingAnImportChangesNothingAndStops(t *testing.T) {
	b := newWorld(t).settled()
	before := journal(t, b)
	plan(t, b, goodList)
	if diff := cmp.Diff(before, journal(t, b)); diff != "" {
		t.Error(diff)
	}
	table, err := roster.Read(t.Context(), []byte("Name\n"+strings.Repeat("Wren\n", 500)), roster.Options{})
	must(t, err)
	ctx, stop := context.WithCancel(t.Context())
	stop()
	if _, err := b.PrepareImport(ctx, table, roster.Mapping{Version: 1, Columns: []roster.Assignment{{Column: "A", To: "name"}}}, "", nil); err == nil {
		t.Error("it went on")
	}
}

func TestOneColumnOfOnesOwnIsFilled(t *testing.T) {
	b := newWorld(t).settled()
	_, err := b.SetSetting("custom_fields", `[{"name": "T-shirt size", "kind": "text"}]`)
	must(t, err)
	_, err = b.Import(plan(t, b, "Name,T-shirt size\nWren,M\n"), false)
	must(t, err)
	rows, err := b.People(board.Filter{})
	must(t, err)
	m, err := b.Member(rows[0].ID)
	must(t, err)
	for _, value := range m.Custom {
		if value == "M" {
			return
		}
	}
	t.Errorf("%v", m.Custom)
}
