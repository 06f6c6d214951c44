package route

// The areas of the window.
const (
	TodayArea    = "today"
	MembersArea  = "members"
	BackupArea   = "backups"
	HistoryArea  = "history"
	SettingsArea = "settings"
)

// The views of a person, as Tab.
const (
	Overview = "overview"
	Contact  = "contact"
	Support  = "support"
	Notes    = "notes"
	Changes  = "changes"
	// Edit and EditContact are the forms, LogContact the one for "I contacted".
	Edit        = "edit"
	EditContact = "edit-contact"
	LogContact  = "log"
)

// What stands in place of a person's ID in the members' area.
const (
	NewPerson = "new"
	Import    = "import"
)

// The pages of the settings, as Tab.
const (
	Appearance = "appearance"
	Locking    = "locking"
	BoardPage  = "board"
	FieldsPage = "fields"
	KeysPage   = "keys"
	VaultPage  = "vault"
)

// Today is the first page.
func Today() Route { return Route{Area: TodayArea} }

// Members is the list of people.
func Members() Route { return Route{Area: MembersArea} }

// Person is a view of one person; "" is the first.
func Person(id, tab string) Route { return Route{Area: MembersArea, ID: id, Tab: tab} }

// Backups is the page about copies that are kept elsewhere.
func Backups() Route { return Route{Area: BackupArea} }

// History is what was done on the board.
func History() Route { return Route{Area: HistoryArea} }

// What stands in place of an ID on the page of keys: set a new passphrase.
const ResetPassphrase = "new-passphrase"

// NewPassphrase is the page of keys, where a new passphrase is asked for.
func NewPassphrase() Route {
	return Route{Area: SettingsArea, Tab: KeysPage, ID: ResetPassphrase}
}

// Settings is a page of the settings; "" is the first.
func Settings(tab string) Route { return Route{Area: SettingsArea, Tab: tab} }
