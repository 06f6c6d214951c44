//go:build linux

package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"sync"

	"holdfast/board"
	"holdfast/store"
)

// What a child is told through its environment.
const (
	childDir    = "HOLDFAST_TORTURE_DIR"
	childPaper  = "HOLDFAST_TORTURE_PAPER"
	childEngine = "HOLDFAST_TORTURE_ENGINE"
	childSeed   = "HOLDFAST_TORTURE_SEED"
	childMost   = "HOLDFAST_TORTURE_MOST"
	childFill   = "HOLDFAST_TORTURE_FILL"
)

// asChild works as a child where this process was started as one.
func asChild() bool {
	if os.Getenv(childFill) != "" {
		fill(os.Getenv(childFill))
		return true
	}
	if os.Getenv(childDir) == "" {
		return false
	}
	if err := work(context.Background()); err != nil {
		fmt.Fprintln(os.Stderr, "child:", err)
		os.Exit(1)
	}
	return true
}

// work does act after act, in an order by chance, and tells of each: begin,
// then done, or full where the disk had no room for it.
func work(ctx context.Context) error {
	number := func(name string) int { n, _ := strconv.Atoi(os.Getenv(name)); return n } // 0 where it is not set
	w := &world{dir: os.Getenv(childDir), paper: os.Getenv(childPaper), engine: store.EnginePlace(number(childEngine))}
	random := rand.New(rand.NewPCG(uint64(number(childSeed)), 1))
	b, _, err := w.open(ctx)
	if err != nil {
		return err
	}
	next, err := counts(ctx, w, b)
	if err != nil {
		return err
	}
	fmt.Println("ready")
	all := acts()
	for i := 0; number(childMost) == 0 || i < number(childMost); i++ {
		a := all[random.IntN(len(all))]
		if number(childMost) > 0 {
			a = all[i%len(all)]
		}
		fmt.Println("begin", a.name)
		switch err := a.do(ctx, w, b, next[a.name]); {
		case err == nil:
			next[a.name]++
			fmt.Println("done", a.name)
		case board.Explain(err).Code == board.CodeSpace:
			fmt.Println("full", a.name)
		default:
			return fmt.Errorf("%s: %w", a.name, err)
		}
	}
	return b.Close()
}

// counts are how many of each kind are there.
func counts(ctx context.Context, w *world, b *board.Board) (map[string]int, error) {
	n := map[string]int{}
	var all error
	for _, a := range acts() {
		if a.count == nil {
			continue
		}
		var err error
		if n[a.name], err = a.count(ctx, w, b); err != nil {
			all = errors.Join(all, fmt.Errorf("%s: %w", a.name, err))
		}
	}
	return n, all
}

// child is a process that works in a world.
type child struct {
	process *exec.Cmd
	ready   chan struct{} // closed when it has opened the board, or ended
	ended   chan struct{} // closed when all that it said was heard

	mu    sync.Mutex
	heard []string
}

// start starts a child; wrap is what it is started through, if anything.
func start(w *world, seed uint64, most int, wrap ...string) (*child, error) {
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	line := append(wrap, self)
	c := &child{process: exec.Command(line[0], line[1:]...), ready: make(chan struct{}), ended: make(chan struct{})}
	c.process.Env = append(os.Environ(), childDir+"="+w.dir, childPaper+"="+w.paper, childEngine+"="+strconv.Itoa(int(w.engine)),
		childSeed+"="+strconv.FormatUint(seed>>16, 10), childMost+"="+strconv.Itoa(most))
	c.process.Stderr = &complaint{c: c}
	out, err := c.process.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := c.process.Start(); err != nil {
		return nil, err
	}
	go func() {
		defer close(c.ended)
		once := sync.OnceFunc(func() { close(c.ready) })
		defer once()
		lines := bufio.NewScanner(out)
		for lines.Scan() {
			c.hear(lines.Text())
			once()
		}
	}()
	return c, nil
}

// complaint keeps what a child says on its way out.
type complaint struct{ c *child }

func (o *complaint) Write(text []byte) (int, error) {
	o.c.hear("said " + strings.TrimSpace(string(text)))
	return len(text), nil
}

func (c *child) hear(line string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.heard = append(c.heard, line)
}

// kill ends it without warning, and wait waits for its own end; both give
// everything that it told, and how it ended.
func (c *child) kill() ([]string, error) {
	_ = c.process.Process.Kill() // it may have ended already
	return c.wait()
}

func (c *child) wait() ([]string, error) {
	<-c.ended
	err := c.process.Wait()
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.heard, err
}

// told is what a child told: how often each kind of act was acknowledged and
// how often refused for want of room, and the one that it was at.
type told struct {
	done, full map[string]int
	at         string
	last       string // its complaint
}

func understood(lines []string) told {
	t := told{done: map[string]int{}, full: map[string]int{}}
	for _, line := range lines {
		verb, what, _ := strings.Cut(line, " ")
		switch verb {
		case "begin":
			t.at = what
		case "done":
			t.done[what]++
			t.at = ""
		case "full":
			t.full[what]++
			t.at = ""
		case "said":
			t.last = what
		}
	}
	return t
}
