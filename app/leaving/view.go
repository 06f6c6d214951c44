package leaving

import (
	"context"
	"path/filepath"

	"fyne.io/fyne/v2"

	"holdfast/app/form"
	"holdfast/app/form/formpage"
	"holdfast/app/kit"
	"holdfast/board"
	"holdfast/member"
)

// common is what both screens do alike.
type common struct {
	desk  kit.Desk
	env   *kit.Env
	board *board.Board
	model *Model
	half  Half
	// look shows the page as it is now.
	look func()
}

func newCommon(desk kit.Desk, b *board.Board, draft []byte) common {
	env := desk.Env()
	return common{desk: desk, env: env, board: b, half: halfOf(draft), model: NewModel(b, env.Book, env.Runner.Clock().Now)}
}

// Draft is what is half-typed in a question.
func (c *common) Draft() []byte { return c.half.bytes() }

// later does something once the dialog that asked for it has closed.
func (c *common) later(act func()) { c.env.Runner.After(0, act) }

// said tells what went wrong, and whether something did.
func (c *common) said(wrong string) bool {
	if wrong != "" {
		kit.Tell(c.env, c.env.Say("This was not done"), wrong, nil)
	}
	return wrong != ""
}

// did shows what was done, or tells what went wrong.
func (c *common) did(wrong, well string) {
	if c.said(wrong) {
		return
	}
	c.look()
	c.desk.Again()
	if well != "" {
		c.desk.Say(well, nil)
	}
}

// work does long work over the window, which can be stopped.
func (c *common) work(title, say string, backup bool, w Work, done func(error)) {
	var job *kit.Job
	words := c.model.Words(backup)
	busy := kit.ShowBusy(c.env, title, say, func() { job.Cancel() })
	job = kit.Start(c.env.Runner, func(ctx context.Context, report func(kit.Progress)) (struct{}, error) {
		return struct{}{}, w(ctx, func(step board.Step, done, total int64) {
			report(kit.Progress{Done: done, Total: total, What: words(step, done, total)})
		})
	}, busy.Bar.Report, func(_ struct{}, err error) { busy.Close(); done(err) })
}

// erase writes the vault anew without what waits; then goes on once all is
// said.
func (c *common) erase(then func()) {
	var done board.Erased
	c.work(c.env.Say("Erasing"), c.env.Say("The vault is written anew without it. Stopping leaves the vault as it was; what waits to be erased goes on waiting."), false,
		c.model.Erasing(&done), func(err error) {
			switch {
			case err != nil && board.Explain(err).Code == board.CodeStopped:
				c.desk.Say(c.env.Say("Stopped. What was marked is off the screen, and still waits to be erased."), nil)
			case err != nil:
				kit.Tell(c.env, c.env.Say("It is not erased yet"), c.env.Say("{why} It is off the screen, and waits on the page Keeping.", "why", c.model.Explain(err)), nil)
			default:
				c.erased(done)
			}
			then()
		})
}

func (c *common) erased(done board.Erased) {
	say, care := c.model.ErasedWords(done)
	if care {
		kit.Tell(c.env, c.env.Say("Erased, and something is left to do"), say, nil)
		return
	}
	c.desk.Say(say, nil)
}

// out is a file that leaves the vault.
type out struct {
	title, say, name, ending, well string
	// data makes what it holds, beside the window.
	data func() ([]byte, error)
}

// write makes a file, and then asks where it goes.
func (c *common) write(o out) {
	kit.Start(c.env.Runner, func(context.Context, func(kit.Progress)) ([]byte, error) { return o.data() }, nil,
		func(data []byte, err error) {
			if !c.said(c.model.Explain(err)) {
				c.place(o, data)
			}
		})
}

func (c *common) place(o out, data []byte) {
	kit.AskPath(c.env, kit.Pick{Title: o.title, Say: o.say, Confirm: c.env.Say("Save here"), From: c.env.Home,
		Endings: []string{o.ending}, Save: o.name + o.ending,
		Picked: func(path string) string {
			if filepath.Ext(path) == "" {
				path += o.ending
			}
			if err := board.WriteOut(path, data); err != nil {
				return c.model.Explain(err)
			}
			clear(data)
			c.desk.Say(o.well, nil)
			return ""
		}})
}

// question asks for words about something.
type question struct {
	title, say, label, confirm, well string
	// field is what the board calls the words.
	field string
	half  Half
	// answers are to choose one of, or nil; what is wrong with it stands under
	// "outcome".
	answers []form.Choice
	keep    func(answer, text string) map[string]string
}

func (c *common) ask(q question) {
	c.half = q.half
	text := kit.NewLines(c.env, 4).With(q.half.Text)
	text.OnChanged = func(typed string) { c.half.Text = typed; c.desk.Typed() }
	field := kit.NewField(q.label, text)
	body := fyne.CanvasObject(field)
	answers := kit.NewRadio(formpage.Options(q.answers), func(id string) { c.half.Answer = id; c.desk.Typed() })
	chosen := kit.NewField(c.env.Say("What became of it?"), answers)
	if q.answers != nil {
		answers.Set(q.half.Answer)
		body = kit.Stack(kit.Gap, chosen, field)
	}
	forget := func() { c.half = Half{}; c.desk.Saved() }
	kit.Ask(c.env, kit.Dialog{Title: q.title, Say: q.say, Body: body, Confirm: q.confirm, Wide: true, First: text, OnCancel: forget,
		OnConfirm: func() bool {
			wrong := q.keep(answers.Chosen(), text.Text)
			chosen.SetMistake(wrong["outcome"])
			field.SetMistake(wrong[q.field])
			if len(wrong) == 0 {
				forget()
				c.later(func() { c.did("", q.well) })
			} else if wrong["outcome"] == "" && wrong[q.field] == "" {
				for _, why := range wrong {
					field.SetMistake(why)
				}
			}
			return len(wrong) == 0
		}})
}

// hold asks why a legal hold is set.
func (c *common) hold(about member.ID, name string) {
	half := c.half
	if half.Asks != asksHold {
		half = Half{Asks: asksHold}
	}
	c.ask(question{title: c.env.Say("Set a legal hold"), half: half, field: "why",
		say:   c.env.Say("Until it is lifted nothing about {about} is erased. Set it where a court, an audit or a dispute needs the records as they are.", "about", name),
		label: c.env.Say("What is it needed for?"), confirm: c.env.Say("Set it"), well: c.env.Say("The legal hold is set."),
		keep: func(_, why string) map[string]string { return c.model.SetHold(about, why) }})
}

// lift asks why it ends.
func (c *common) lift(half Half) {
	c.ask(question{title: c.env.Say("Lift this legal hold?"), half: half, field: "why",
		say:   c.env.Say("Then records can be erased again as their rules say. Lift it only when whoever needed it has said so."),
		label: c.env.Say("Why may it be lifted?"), confirm: c.env.Say("Lift it"), well: c.env.Say("The legal hold is lifted."),
		keep: func(_, why string) map[string]string { return c.model.LiftHold(half.ID, why) }})
}

// trouble is why a page could not be made.
func trouble(text string) fyne.CanvasObject {
	return kit.Banner(kit.Notice{Tone: kit.Care, Text: text})
}

// muted is a sentence in place of what is not there.
func muted(text string) fyne.CanvasObject { return kit.NewText(kit.Body, text).In(kit.Muted) }
