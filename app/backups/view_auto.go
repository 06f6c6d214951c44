package backups

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"holdfast/app/kit"
)

// automatic is the card about backups that are made by themselves.
func (s *Screen) automatic(state State) fyne.CanvasObject {
	facts := []fyne.CanvasObject{kit.NewText(kit.Body, state.AutoSays)}
	if state.Auto.Place != "" && state.Auto.Days > 0 {
		facts = append(facts, kit.Facts(
			kit.Fact{Label: s.env.Say("Folder"), Value: kit.NewText(kit.Code, state.Auto.Place)},
			kit.Know(s.env.Say("Kept"), s.env.Say("{days} of the last days, {weeks} of weeks, {months} of months; never without the last good one",
				"days", state.Auto.Keep.Daily, "weeks", state.Auto.Keep.Weekly, "months", state.Auto.Keep.Monthly))))
	}
	return kit.Card(kit.Head{Title: s.env.Say("Backups that are made by themselves"), Acts: []fyne.CanvasObject{
		kit.Secondary(s.env.Say("Change…"), s.changeAutomatic)}}, facts...)
}

// autoForm is how a person changes that.
type autoForm struct {
	s      *Screen
	place  *kit.Entry
	number map[string]*kit.Entry
	fields map[string]*kit.Field
	dialog *kit.OpenDialog
}

// changeAutomatic asks how it should be.
func (s *Screen) changeAutomatic() {
	env, now := s.env, s.state.Auto
	f := &autoForm{s: s, place: kit.NewEntry(env).With(now.Place).Hint(env.Say("None")),
		number: map[string]*kit.Entry{}, fields: map[string]*kit.Field{}}
	f.fields["backup_place"] = kit.NewField(env.Say("Folder"), kit.Spread(kit.Near, f.place.Named(env.Say("Folder")), kit.Secondary(env.Say("Choose…"), f.choose))).
		Help(env.Say("On a stick or a disk that is often there. When it is not, nothing happens, and Today reminds."))
	body := kit.Stack(kit.Gap, f.fields["backup_place"],
		f.field("backup_days", env.Say("After so many days"), now.Days).Help(env.Say("0 makes none, and nothing reminds.")),
		kit.Grid(150,
			f.field("backup_keep_daily", env.Say("Keep of days"), now.Keep.Daily),
			f.field("backup_keep_weekly", env.Say("Keep of weeks"), now.Keep.Weekly),
			f.field("backup_keep_monthly", env.Say("Keep of months"), now.Keep.Monthly)))
	f.dialog = kit.Ask(env, kit.Dialog{Title: env.Say("Backups that are made by themselves"), Body: body, Wide: true, First: f.place,
		Confirm: env.Say("Save"), OnConfirm: f.save})
}

func (f *autoForm) field(name, label string, value int) *kit.Field {
	f.number[name] = kit.NewEntry(f.s.env).With(strconv.Itoa(value))
	f.fields[name] = kit.NewField(label, f.number[name])
	return f.fields[name]
}

func (f *autoForm) choose() {
	kit.AskPath(f.s.env, kit.Pick{Title: f.s.env.Say("Where should they lie?"), Confirm: f.s.env.Say("Use this folder"), From: f.s.folder(),
		Picked: func(path string) string { f.place.SetText(path); return "" }})
}

// save keeps what was typed, or says below each field what is wrong.
func (f *autoForm) save() bool {
	wish, wrong := f.s.state.Auto, map[string]string{}
	wish.Place = strings.TrimSpace(f.place.Text)
	for name, to := range map[string]*int{"backup_days": &wish.Days, "backup_keep_daily": &wish.Keep.Daily,
		"backup_keep_weekly": &wish.Keep.Weekly, "backup_keep_monthly": &wish.Keep.Monthly} {
		n, err := strconv.Atoi(strings.TrimSpace(f.number[name].Text))
		if err != nil {
			wrong[name] = f.s.env.Say("This is a number, such as 7.")
		}
		*to = n
	}
	if len(wrong) == 0 {
		wrong = f.s.model.SetAutomatic(wish)
	}
	for name, field := range f.fields {
		field.SetMistake(wrong[name])
	}
	f.dialog.Relayout()
	if f.s.said(wrong[""]) || len(wrong) > 0 {
		return false
	}
	f.s.look()
	f.s.desk.Say(f.s.env.Say("Saved."), nil)
	return true
}
