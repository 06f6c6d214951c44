package settings

import (
	"holdfast/app/kit"
	"holdfast/app/passphrase"
)

// changePassphrase asks for a new one. The old one is not asked for: whoever
// is here has opened the vault.
func (s *Screen) changePassphrase(r KeyRow) {
	form := passphrase.NewForm(s.env, s.model.board, passphrase.Words{First: s.env.Say("New passphrase"), Again: s.env.Say("The new passphrase once more")})
	feared := kit.NewSwitch(s.env.Say("Somebody may know the old one"),
		s.env.Say("Then the vault is also written anew under fresh keys, so that nobody who copied it can read what is written from now on. It takes longer, and the vault may get a new fingerprint."), false, nil)
	var dialog *kit.OpenDialog
	submit := func() bool {
		form.Take(func(text string) { s.doChange(dialog, form, r, text, feared.On()) })
		return false
	}
	dialog = kit.Ask(s.env, kit.Dialog{Title: s.env.Say("Change the passphrase of “{label}”", "label", r.Label),
		Body: kit.Stack(kit.Gap, form.Object(), feared), Confirm: s.env.Say("Change it"), Wide: true, First: form.First(), OnConfirm: submit})
	form.Changed = dialog.Relayout
	form.Submitted = func() { submit() }
}

func (s *Screen) doChange(dialog *kit.OpenDialog, form *passphrase.Form, r KeyRow, text string, feared bool) {
	work := s.model.ChangePassphrase(r.ID, text, feared)
	title, well := s.env.Say("Changing the passphrase"), s.env.Say("The passphrase is changed.")
	s.anew(title, work, well, dialog.Close, func(err error) {
		_, secret, other := s.model.Failed(err)
		form.SetMistake(secret)
		if other != "" {
			s.failed(err)
		}
	})
}
