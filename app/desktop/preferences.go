package desktop

import (
	"holdfast/assets"
	"holdfast/preference"
)

// Preferences are what was chosen about the window itself.
func (d *Desktop) Preferences() preference.Settings { return d.cfg.Preferences.Settings() }

// SetPreferences changes them and shows the change at once. The change holds
// for this run even where it can't be kept; then the error says why.
func (d *Desktop) SetPreferences(edit func(*preference.Settings)) error {
	before := d.Preferences()
	err := d.cfg.Preferences.Change(edit)
	now := d.Preferences()
	if language(now, d.cfg.SystemLanguage) != language(before, d.cfg.SystemLanguage) {
		book, bookErr := assets.Book(language(now, d.cfg.SystemLanguage))
		if bookErr != nil {
			return bookErr
		}
		d.book = book
		d.shell.SetBook(book)
	}
	if look(now) != look(before) {
		d.shell.SetLook(look(now))
	}
	if now.Title != before.Title {
		d.PolicyChanged()
	}
	return err
}

// Folder is where the vault lies.
func (d *Desktop) Folder() string { return d.holder.folder() }

// PolicyChanged locks as the settings of the board now say.
func (d *Desktop) PolicyChanged() {
	if b := d.holder.board(); b != nil {
		d.applyPolicy(b)
	}
}
