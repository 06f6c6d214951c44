package assess

import (
	"context"

	"fyne.io/fyne/v2"

	"holdfast/app/kit"
	"holdfast/app/route"
	"holdfast/board"
	"holdfast/record"
)

// pageView draws a Page.
type pageView struct {
	desk  kit.Desk
	env   *kit.Env
	model *Page
	cfg   Config
	state PageState
	place *kit.Slot
}

func newPageView(desk kit.Desk, b Board, id record.ID, cfg Config) *pageView {
	v := &pageView{desk: desk, env: desk.Env(), model: NewPage(b, desk.Env().Book, id), cfg: cfg, place: kit.NewSlot(nil)}
	v.look()
	return v
}

// Head is what the round is called and what it asks.
func (v *pageView) Head() kit.Head {
	if v.state.Title == "" {
		return kit.Head{Title: v.env.Say("Assessments")}
	}
	return kit.Head{Title: v.state.Title, Note: v.state.About + "  ·  " + v.state.Term}
}

// Content is the cards.
func (v *pageView) Content() fyne.CanvasObject { return v.place }

// Draft is nothing: nothing is typed here.
func (v *pageView) Draft() []byte { return nil }

func (v *pageView) look() {
	v.state = v.model.State()
	s := v.state
	parts := []fyne.CanvasObject{kit.Row(0, kit.Link(v.env.Say("All rounds"), func() { v.desk.Go(route.Rounds()) }))}
	if s.Trouble != "" {
		v.place.Set(kit.Stack(kit.Gap, append(parts, trouble(s.Trouble))...))
		return
	}
	if s.Traces {
		parts = append(parts, v.traces())
	}
	if s.Open {
		parts = append(parts, kit.Columns(kit.Column{Share: 1, Least: 340, Body: v.progress()}, kit.Column{Share: 1, Least: 340, Body: v.ending()}),
			kit.Columns(v.ways()...))
	} else {
		parts = append(parts, kit.Columns(kit.Column{Share: 1, Least: 340, Body: v.results()}, kit.Column{Share: 1, Least: 340, Body: v.told()}))
	}
	if len(s.ByName) > 0 {
		parts = append(parts, v.named())
	}
	v.place.Set(kit.Stack(kit.Gap, parts...))
}

// again shows what an act has changed.
func (v *pageView) again() {
	v.look()
	v.desk.Again()
}

func (v *pageView) page(tab string) func() {
	return func() { v.desk.Go(route.Round(string(v.model.ID()), tab)) }
}

// progress is how many have answered.
func (v *pageView) progress() fyne.CanvasObject {
	s := v.state
	parts := []fyne.CanvasObject{kit.NewText(kit.Lead, s.Answered)}
	for _, g := range s.Groups {
		parts = append(parts, kit.Stack(kit.Hair, kit.NewText(kit.Small, g.Text), kit.NewBar(g.Done)))
	}
	for _, say := range []string{s.Aside, s.Codes} {
		if say != "" {
			parts = append(parts, kit.NewText(kit.Small, say))
		}
	}
	return kit.Card(kit.Head{Title: v.env.Say("How far it is"), Acts: []fyne.CanvasObject{kit.Secondary(v.env.Say("Change…"), v.page(route.RoundChange))}}, parts...)
}

// ending is how the round ends.
func (v *pageView) ending() fyne.CanvasObject {
	say := v.env.Say("When everybody has had their chance, close it. Then there are results, and single answers are erased for good.")
	if v.state.Named {
		say = v.env.Say("When everybody has had their chance, close it. Then there are results, and the answers stay with their names.")
	}
	parts := []fyne.CanvasObject{body(say)}
	give := kit.Link(v.env.Say("Give it up, without results"), v.giveUp)
	if !v.state.Enough {
		return kit.Card(kit.Head{Title: v.env.Say("Closing it")}, append(parts, muted(v.state.Missing), kit.Row(kit.Gap, give))...)
	}
	return kit.Card(kit.Head{Title: v.env.Say("Closing it")}, append(parts, kit.Spacer(2), kit.Row(kit.Gap, kit.Primary(v.env.Say("Close the round…"), v.close), give))...)
}

func (v *pageView) close() {
	say := v.env.Say("Nobody can answer any more. What was put aside and not handed in goes. The answers become figures, single ones are erased from the vault and its history, and nothing can bring them back.")
	if v.state.Named {
		say = v.env.Say("Nobody can answer any more. What was put aside and not handed in goes.")
	}
	kit.Ask(v.env, kit.Dialog{Title: v.env.Say("Close the round?"), Say: say, Confirm: v.env.Say("Close the round"), Grave: true,
		OnConfirm: v.then(v.env.Say("Closing the round"), v.model.Close, v.env.Say("The round is closed."))})
}

func (v *pageView) giveUp() {
	kit.Ask(v.env, kit.Dialog{Title: v.env.Say("Give the round up?"), Confirm: v.env.Say("Give the round up"), Grave: true,
		Say:       v.env.Say("All its answers are erased, and there will be no results. People who took their time should hear of it."),
		OnConfirm: v.then(v.env.Say("Giving the round up"), v.model.GiveUp, v.env.Say("The round was given up."))})
}

// then does long work once the question is closed.
func (v *pageView) then(title string, w Work, well string) func() bool {
	return func() bool {
		v.env.Runner.After(0, func() { v.work(title, w, well) })
		return true
	}
}

func (v *pageView) work(title string, w Work, well string) {
	var job *kit.Job
	busy := kit.ShowBusy(v.env, title, v.env.Say("The vault is written anew; this takes a moment. Single answers leave no trace."), func() { job.Cancel() })
	job = kit.Start(v.env.Runner, func(ctx context.Context, report func(kit.Progress)) (struct{}, error) {
		return struct{}{}, w(ctx, func(step board.Step, done, total int64) {
			report(kit.Progress{Done: done, Total: total, What: board.StepWords(step)})
		})
	}, busy.Bar.Report, func(_ struct{}, err error) {
		busy.Close()
		v.again()
		if err != nil {
			kit.Tell(v.env, v.env.Say("This was not finished"), board.ExplainIn(v.env.Book, err), nil)
			return
		}
		v.desk.Say(well, nil)
	})
}

// traces says that the vault has to be written anew.
func (v *pageView) traces() fyne.CanvasObject {
	return kit.Banner(kit.Notice{Tone: kit.Care, Lead: v.env.Say("Traces of single answers are left."),
		Text: v.env.Say("The vault’s history still holds when they came in, or comments as they were written. To be gone, the vault has to be written anew."),
		Acts: []fyne.CanvasObject{kit.Secondary(v.env.Say("Erase them now"), func() {
			v.work(v.env.Say("Erasing traces"), v.model.Erase, v.env.Say("No trace of single answers is left."))
		})}})
}

// results lead to what came of the round.
func (v *pageView) results() fyne.CanvasObject {
	s := v.state
	if s.GivenUp {
		return kit.Card(kit.Head{Title: v.env.Say("Results")}, muted(v.env.Say("The round was given up; there are none.")))
	}
	parts := []fyne.CanvasObject{kit.NewText(kit.Lead, s.Answered)}
	acts := []fyne.CanvasObject{kit.Primary(v.env.Say("Look at the results"), v.page(route.RoundResults)), kit.Secondary(v.env.Say("The plan"), v.page(route.PlanPage))}
	if s.Waiting != "" {
		parts = append(parts, body(s.Waiting))
		acts = append(acts, kit.Secondary(v.env.Say("Reword"), v.page(route.RoundComments)))
	}
	return kit.Card(kit.Head{Title: v.env.Say("Results")}, append(parts, kit.Spacer(2), kit.Row(kit.Near, acts...))...)
}

// told is what the board was told.
func (v *pageView) told() fyne.CanvasObject {
	head := kit.Head{Title: v.env.Say("What the board was told")}
	if v.state.GivenUp {
		return kit.Card(head, muted(v.env.Say("Nothing can be told of a round that was given up.")))
	}
	head.Acts = []fyne.CanvasObject{kit.Secondary(v.env.Say("Write it down…"), v.page(route.RoundTell))}
	if len(v.state.Told) == 0 {
		return kit.Card(head, muted(v.env.Say("Nothing yet. People answered; tell them what came of it, and what changes.")))
	}
	facts := make([]kit.Fact, len(v.state.Told))
	for i, t := range v.state.Told {
		facts[i] = kit.Know(t.On, t.What)
	}
	return kit.Card(head, kit.Facts(facts...))
}

// named are those who answered by name.
func (v *pageView) named() fyne.CanvasObject {
	columns := []kit.TableColumn[Person]{
		{Title: v.env.Say("Who"), Cell: func(p Person) fyne.CanvasObject { return kit.NewText(kit.Strong, p.Name) }},
		{Title: v.env.Say("Group"), Cell: func(p Person) fyne.CanvasObject { return body(p.Group) }},
		{Cell: func(p Person) fyne.CanvasObject {
			acts := []fyne.CanvasObject{kit.Link(v.env.Say("Look at the answers"), func() { v.answers(p) })}
			if v.state.Open {
				acts = append(acts, kit.Link(v.env.Say("Take back…"), func() { v.takeBack(p) }))
			}
			return kit.Row(kit.Gap, acts...)
		}}}
	return kit.Card(kit.Head{Title: v.env.Say("Answered by name")}, kit.Table(columns, v.state.ByName, nil))
}

func (v *pageView) answers(p Person) {
	var facts []kit.Fact
	for _, a := range v.model.Answers(p) {
		facts = append(facts, kit.Know(a.On, a.What))
	}
	kit.Tell(v.env, p.Name, "", kit.Facts(facts...))
}

func (v *pageView) takeBack(p Person) {
	kit.Ask(v.env, kit.Dialog{Title: v.env.Say("Take back what {name} answered?", "name", p.Name), Confirm: v.env.Say("Take it back"), Grave: true,
		Say:       v.env.Say("The answers are erased, with their history. The person can answer again."),
		OnConfirm: v.then(v.env.Say("Taking answers back"), v.model.TakeBack(p), v.env.Say("The answers are taken back."))})
}
