package member_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	. "holdfast/member"
	"holdfast/record"
	"holdfast/wording"
)

func spanish(t testing.TB) *wording.Book {
	t.Helper()
	raw, err := os.ReadFile("../assets/translations/es/member.json")
	if err != nil {
		t.Fatal(err)
	}
	book, err := wording.Spanish(raw)
	if err != nil {
		t.Fatal(err)
	}
	return book
}

// Each file tells a course, line by line, and what the program says along it.
//
//	DAY STAGE [expected=DAY] [contact=C] [held=yes] [paused=yes]   a step, on that very day
//	back                                                           the last step taken back
//	term START END     pronouns WORDS     joined DAY               what else is known
//	limits MONTHS IN-A-ROW BREAK PROMPT…                           the board's rules
//	look DAY                                                       what is said on that day
//
// A refused line is said with its reason.
func TestWhatIsSaidAlongACourse(t *testing.T) {
	files, err := filepath.Glob("testdata/timelines/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no courses: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil || len(archive.Files) != 2 {
				t.Fatalf("a course has two parts: %v", err)
			}
			play := player{books: []*wording.Book{wording.English(), spanish(t)}, m: Member{ID: "wren", Name: "Wren"}}
			for line := range strings.Lines(string(archive.Files[0].Data)) {
				if err := play.line(strings.Fields(line)); err != nil {
					t.Fatalf("%q: %v", line, err)
				}
			}
			if got, want := play.said.String(), string(archive.Files[1].Data); got != want {
				t.Errorf("said:\n%s\nnot:\n%s", got, want)
			}
		})
	}
}

type player struct {
	m      Member
	limits Limits
	books  []*wording.Book
	said   strings.Builder
}

func (p *player) line(words []string) error {
	if len(words) == 0 {
		return nil
	}
	switch words[0] {
	case "back":
		p.m, _ = p.m.Back()
	case "pronouns":
		p.m.Pronouns = strings.Join(words[1:], " ")
	case "joined":
		p.m.Joined = day(words[1])
	case "term":
		p.m = p.m.WithTerm(Term{Start: day(words[1]), End: day(words[2])})
	case "limits":
		p.limits = Limits{}
		rest, err := fmt.Sscan(strings.Join(words[1:4], " "), &p.limits.TermMonths, &p.limits.TermsInARow, &p.limits.BreakMonths)
		if err != nil || rest != 3 {
			return fmt.Errorf("limits: %w", err)
		}
		for _, w := range words[4:] {
			var n int
			if _, err := fmt.Sscan(w, &n); err != nil {
				return err
			}
			p.limits.PromptDays = append(p.limits.PromptDays, n)
		}
	case "look":
		p.look(day(words[1]))
	default:
		return p.step(words)
	}
	return nil
}

func (p *player) step(words []string) error {
	on := day(words[0])
	step := StageChange{On: on, Stage: Stage(words[1])}
	for _, w := range words[2:] {
		name, value, _ := strings.Cut(w, "=")
		switch name {
		case "expected":
			step.Leave.Expected = day(value)
		case "contact":
			step.Leave.Contact = LeaveContact(value)
		case "held":
			step.Leave.SeatHeld = Answer(value)
		case "paused":
			step.Leave.ClockPaused = Answer(value)
		default:
			return fmt.Errorf("no such word: %s", w)
		}
	}
	moved, err := p.m.Moved(step, on)
	if err != nil {
		fmt.Fprintf(&p.said, "%s %s is refused: %s\n", words[0], words[1], p.books[0].Error(err))
	}
	p.m = moved
	return nil
}

func (p *player) look(today record.Date) {
	fmt.Fprintf(&p.said, "%s\n", today)
	for _, book := range p.books {
		fmt.Fprintf(&p.said, "  %s\n", book.Render(p.m.Summary(today)))
	}
	if prompt, due := p.m.TermPrompt(p.limits, today); due {
		for _, book := range p.books {
			fmt.Fprintf(&p.said, "  ! %s\n", book.Render(prompt.Text(p.m.Name)))
		}
	}
	next := p.m.NextTerm(p.limits, today)
	if may, why := p.m.MayServeAgain(p.limits, next.Start); !may {
		fmt.Fprintf(&p.said, "  ~ %s\n", why)
	}
	if p.m.Stage().Serving() && p.limits.TermMonths > 0 {
		fmt.Fprintf(&p.said, "  next term %s\n", next.Text())
	}
}
