package kit

// ProgressBar shows how far slow work has come: a bar, a line of words, and a
// button that stops it.
type ProgressBar struct {
	composite
	env   *Env
	bar   *Bar
	words *Text
	stop  *Button
}

// NewProgressBar makes one; stop, which may be nil, is what the button does.
func NewProgressBar(env *Env, stop func()) *ProgressBar {
	p := &ProgressBar{env: env, bar: NewBar(0), words: NewText(Small, " "), stop: Secondary(env.Say("Stop"), stop)}
	if stop == nil {
		p.stop.Hide()
	}
	p.become(p, Stack(6, p.bar, p.words, Row(0, p.stop)))
	return p
}

// Report shows a report of the work.
func (p *ProgressBar) Report(now Progress) {
	p.bar.Set(now.Fraction())
	if now.What.IsZero() && now.Total > 0 {
		p.Say(p.env.Say("{done} of {total}", "done", int(now.Done), "total", int(now.Total)))
		return
	}
	p.Say(p.env.Book.Render(now.What))
}

// Say changes the words alone.
func (p *ProgressBar) Say(words string) {
	if words == "" {
		words = " "
	}
	p.words.SetText(words)
}
