package assess

import (
	"context"
	"path/filepath"

	"fyne.io/fyne/v2"

	"holdfast/app/form/formpage"
	"holdfast/app/kit"
	"holdfast/app/outfile"
	"holdfast/app/route"
	"holdfast/app/sitting"
	"holdfast/assessment"
	"holdfast/board"
)

// ways are the ways in which people can answer.
func (v *pageView) ways() []kit.Column {
	cards := []fyne.CanvasObject{v.here()}
	if !v.state.Named {
		cards = append(cards, v.elsewhere())
	}
	cards = append(cards, v.onPaper())
	all := make([]kit.Column, len(cards))
	for i, c := range cards {
		all[i] = kit.Column{Share: 1, Least: 290, Body: c}
	}
	return all
}

// here is answering on this laptop.
func (v *pageView) here() fyne.CanvasObject {
	act := kit.Primary(v.env.Say("Begin a sitting"), v.sit)
	if v.state.Named {
		act.SetLabel(v.env.Say("Begin a sitting…"))
		act.SetAct(v.sitByName)
	}
	if !v.state.Begun {
		act.Disable()
	}
	return kit.Card(kit.Head{Title: v.env.Say("At this laptop")},
		body(v.env.Say("The window shows the questions and nothing else, until a keyholder’s passphrase ends the sitting. Pass the laptop from hand to hand.")), kit.Spacer(2), kit.Row(0, act))
}

func (v *pageView) sit() { v.seat(sitting.Who{}) }

func (v *pageView) seat(who sitting.Who) {
	if err := v.cfg.Sit(v.model.ID(), who); err != nil {
		kit.Tell(v.env, v.env.Say("This was not done"), board.ExplainIn(v.env.Book, err), nil)
	}
}

// sitByName asks who answers, before anybody else has the laptop.
func (v *pageView) sitByName() {
	people, err := v.model.People()
	if err != nil {
		kit.Tell(v.env, v.env.Say("This was not done"), board.ExplainIn(v.env.Book, err), nil)
		return
	}
	sides := v.state.Sides(v.env.Book)
	who := kit.NewSelect(formpage.Options(people), nil)
	name := kit.NewEntry(v.env)
	side := kit.NewSelect(formpage.Options(sides), nil).Set(sides[0].ID)
	field := kit.NewField(v.env.Say("Who answers"), who)
	var asked *kit.OpenDialog
	asked = kit.Ask(v.env, kit.Dialog{Title: v.env.Say("Begin a sitting"), Say: v.env.Say("One person answers; then hand the laptop back."), Confirm: v.env.Say("Begin a sitting"),
		Body: kit.Form(field, kit.NewField(v.env.Say("Their name, if they are not on the board"), name), kit.NewField(v.env.Say("Group"), side)), First: who,
		OnConfirm: func() bool {
			id, called, wrong := v.model.Who(who.Chosen(), name.Text)
			if wrong != "" {
				field.SetMistake(wrong)
				asked.Relayout()
				return false
			}
			v.env.Runner.After(0, func() { v.seat(sitting.Who{Member: id, Name: called, Side: assessment.Side(side.Chosen())}) })
			return true
		}})
}

// elsewhere is answering on another laptop.
func (v *pageView) elsewhere() fyne.CanvasObject {
	save := kit.Secondary(v.env.Say("2. Save the packet…"), v.packet)
	collect := kit.Secondary(v.env.Say("3. Collect answers…"), v.collect)
	if !v.state.Drawn {
		save.Disable()
	}
	return kit.Card(kit.Head{Title: v.env.Say("On another laptop")},
		body(v.env.Say("People open a packet with “holdfast answer”, without a vault. Each answers once, with a code drawn by lot.")), kit.Spacer(2),
		kit.Stack(kit.Near, kit.Row(0, kit.Secondary(v.env.Say("1. Draw codes…"), v.codes)), kit.Row(0, save), kit.Row(0, collect)))
}

// codes draws codes and prints them on slips.
func (v *pageView) codes() {
	sides := v.state.Sides(v.env.Book)
	side := kit.NewSelect(formpage.Options(sides), nil).Set(sides[0].ID)
	n := kit.NewEntry(v.env)
	renew := kit.NewCheck(v.env.Say("Make the codes of this group that were drawn before worthless"), false, nil)
	many := kit.NewField(v.env.Say("How many"), n)
	var asked *kit.OpenDialog
	asked = kit.Ask(v.env, kit.Dialog{Title: v.env.Say("Draw codes"), Confirm: v.env.Say("Draw codes"), First: n,
		Say:  v.env.Say("They are printed on slips, this once, and kept nowhere. Cut the slips apart, shuffle them, and let everybody draw one."),
		Body: kit.Form(kit.NewField(v.env.Say("Group"), side), many, renew),
		OnConfirm: func() bool {
			print, wrong := v.model.Slips(side.Chosen(), n.Text, renew.On())
			if wrong != "" {
				many.SetMistake(wrong)
				asked.Relayout()
				return false
			}
			v.env.Runner.After(0, func() {
				v.again()
				outfile.Print(v.desk, outfile.Paper{Title: v.env.Say("Slips with codes"), Name: v.env.Say("slips"), Make: print,
					Say: v.env.Say("If they are not printed now, draw them again: nobody can look them up.")})
			})
			return true
		}})
}

// packet saves the file for other laptops.
func (v *pageView) packet() {
	kit.Start(v.env.Runner, func(context.Context, func(kit.Progress)) (sealed, error) {
		file, words, err := v.model.Packet()
		return sealed{file, words}, err
	}, nil, func(made sealed, err error) {
		if err != nil {
			kit.Tell(v.env, v.env.Say("This could not be made"), board.ExplainIn(v.env.Book, err), nil)
			return
		}
		v.save(made)
	})
}

// sealed is a packet, and the words that open it.
type sealed struct {
	file  []byte
	words string
}

func (v *pageView) save(made sealed) {
	kit.AskPath(v.env, kit.Pick{Title: v.env.Say("Where to put the packet"), Confirm: v.env.Say("Save here"), From: v.env.Home, Endings: []string{".age"},
		Save: v.env.Say("questions") + ".age", Say: v.env.Say("It is the same for everybody. It is locked, and holds the questions and the name of the board."),
		Picked: func(path string) string {
			if filepath.Ext(path) == "" {
				path += ".age"
			}
			if err := board.WriteOut(path, made.file); err != nil {
				return board.ExplainIn(v.env.Book, err)
			}
			v.env.Runner.After(0, func() { v.words(made.words) })
			return ""
		}})
}

// words tells what opens the packet.
func (v *pageView) words(words string) {
	kit.Tell(v.env, v.env.Say("The packet is saved"), v.env.Say("These words open it. They stand on the slips too; never send them together with the packet."),
		kit.Stack(kit.Near, kit.NewText(kit.Code, words), kit.Row(0, kit.Link(v.env.Say("Copy"), func() { v.env.Clipboard.Copy(words) }))))
}

// collect takes the answers that came back.
func (v *pageView) collect() {
	kit.AskPath(v.env, kit.Pick{Title: v.env.Say("Collect answers"), Confirm: v.env.Say("Take them in"), From: v.env.Home,
		Say: v.env.Say("Choose the folder with the files that came back. Wait until several are there: they are taken in at once, in an order drawn by lot."),
		Picked: func(dir string) string {
			c, err := v.model.Collect(dir)
			if err != nil {
				return board.ExplainIn(v.env.Book, err)
			}
			v.env.Runner.After(0, func() { v.collected(c) })
			return ""
		}})
}

func (v *pageView) collected(c Collected) {
	v.again()
	if len(c.Refused) == 0 {
		v.desk.Say(c.Say, nil)
		return
	}
	var facts []kit.Fact
	for _, r := range c.Refused {
		facts = append(facts, kit.Know(r.On, r.What))
	}
	kit.Tell(v.env, c.Say, v.env.Say("These files were left out:"), kit.Facts(facts...))
}

// onPaper is answering by hand.
func (v *pageView) onPaper() fyne.CanvasObject {
	enter := kit.Secondary(v.env.Say("Enter papers…"), v.page(route.PaperAnswers))
	if !v.state.Begun {
		enter.Disable()
	}
	return kit.Card(kit.Head{Title: v.env.Say("On paper")},
		body(v.env.Say("Print the questions, let people fill them in and put them into a box. Enter what is on several papers at once, then destroy them.")), kit.Spacer(2),
		kit.Row(kit.Near, kit.Secondary(v.env.Say("Print the questions…"), v.print), enter))
}

func (v *pageView) print() {
	outfile.Print(v.desk, outfile.Paper{Title: v.env.Say("The questions on paper"), Name: v.env.Say("questions"), Make: v.model.Paper})
}
