package plugin

import (
	"bufio"
	"context"
	"encoding/base64"
	"errors"
	"io"
	"os"
	"os/exec"
	"strings"
	"time"

	"filippo.io/age"

	"holdfast/wording"
)

// Talk is how a plugin speaks with the person. An error refuses, and comes
// back from Wrap or Unwrap unless the plugin manages without.
type Talk interface {
	// Say shows a message ("touch the key"); nothing is answered.
	Say(message string) error
	// Ask asks for a text, which is not shown where it is secret: a PIN.
	Ask(prompt string, secret bool) (string, error)
	// Confirm asks for one of two answers; no is empty where there is but one.
	Confirm(prompt, yes, no string) (bool, error)
}

// The most that a plugin may send in one conversation.
const mostStanzas = 1024

// endWithin is how long a plugin may take to end once nothing is left to say.
const endWithin = 3 * time.Second

// conversation is a plugin that runs.
type conversation struct {
	ctx     context.Context
	cmd     *exec.Cmd
	end     context.CancelFunc
	in      io.WriteCloser
	out     *bufio.Reader
	talk    Talk
	refused error // what the person did not answer
}

// begin starts the program for one of its two machines.
func (p Program) begin(ctx context.Context, machine string, talk Talk) (*conversation, error) {
	c := &conversation{ctx: ctx, talk: talk}
	running, end := context.WithCancel(ctx)
	c.end = end
	c.cmd = exec.CommandContext(running, p.path, "--age-plugin="+machine)
	c.cmd.Dir = os.TempDir()
	c.cmd.WaitDelay = endWithin
	c.cmd.Cancel = func() error {
		if c.cmd.Process.Signal(os.Interrupt) != nil {
			return c.cmd.Process.Kill() // a system that knows no other way
		}
		return nil
	}
	var err error
	if c.in, err = c.cmd.StdinPipe(); err == nil {
		var out io.ReadCloser
		if out, err = c.cmd.StdoutPipe(); err == nil {
			c.out = bufio.NewReaderSize(out, mostLine)
			err = c.cmd.Start()
		}
	}
	if err != nil {
		end()
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		return nil, wording.Refuse("plugin", "The plugin could not be started. Check that it is the program itself, and made for this computer.")
	}
	return c, nil
}

// close ends the program. How it ends does not matter any more: what it had
// to say was said, or is an error already.
func (c *conversation) close() {
	_ = c.in.Close()
	c.end()
	_ = c.cmd.Wait()
}

// send writes stanzas that nothing is answered to.
func (c *conversation) send(body []byte, words ...string) error {
	if err := write(c.in, body, words...); err != nil {
		return c.failed()
	}
	return nil
}

// hear takes what the plugin sends until it is done. handle does with a
// stanza what it knows; all else is the person's, or not supported.
func (c *conversation) hear(handle func(s *age.Stanza) (known bool, err error)) error {
	for range mostStanzas {
		s, err := read(c.out)
		if err != nil {
			return c.failed()
		}
		if s.Type == "done" {
			return nil
		}
		if s.Type == "error" {
			return c.says(string(s.Body))
		}
		known, err := handle(s)
		if err != nil {
			return err
		}
		answer, body := "ok", []byte(nil)
		if !known {
			answer, body = c.person(s)
		}
		if err := c.send(body, strings.Fields(answer)...); err != nil {
			return err
		}
		clear(body)
	}
	return c.failed()
}

// person passes a stanza on to the person and gives the answer.
func (c *conversation) person(s *age.Stanza) (answer string, body []byte) {
	var err error
	answer = "ok"
	switch s.Type {
	case "msg":
		err = c.talk.Say(string(s.Body))
	case "request-secret", "request-public":
		var text string
		text, err = c.talk.Ask(string(s.Body), s.Type == "request-secret")
		body = []byte(text)
	case "confirm":
		var yes bool
		if yes, err = c.confirm(s); yes {
			answer = "ok yes"
		} else {
			answer = "ok no"
		}
	default:
		return "unsupported", nil
	}
	if err != nil {
		c.refused = errors.Join(c.refused, err)
		return "fail", nil
	}
	return answer, body
}

func (c *conversation) confirm(s *age.Stanza) (bool, error) {
	if len(s.Args) < 1 || len(s.Args) > 2 {
		return false, errBroken
	}
	words := []string{"", ""}
	for i, arg := range s.Args {
		text, err := base64.RawStdEncoding.DecodeString(arg)
		if err != nil {
			return false, errBroken
		}
		words[i] = string(text)
	}
	return c.talk.Confirm(string(s.Body), words[0], words[1])
}

// says is what the plugin says of its trouble. Where it is that the person
// did not answer, that is what is told.
func (c *conversation) says(message string) error {
	if c.refused != nil {
		return c.refused
	}
	return wording.Refuse("plugin", "The plugin of the key says: “{message}”.", "message", message)
}

// failed is why no more can be said with the plugin.
func (c *conversation) failed() error {
	switch {
	case c.ctx.Err() != nil:
		return c.ctx.Err()
	case c.refused != nil:
		return c.refused
	}
	return wording.Refuse("plugin", "The program that was chosen does not answer as an age plugin does. Try it once more, or install the plugin anew.")
}
