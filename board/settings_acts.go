package board

import (
	"errors"
	"maps"
	"slices"
	"strings"

	"holdfast/contact"
	"holdfast/member"
	"holdfast/record"
	"holdfast/store"
	"holdfast/wording"
)

// Settings are the board's settings as they are now.
func (b *Board) Settings() (Settings, error) {
	r, err := b.roll()
	if err != nil {
		return Settings{}, err
	}
	return r.settings.clone(), nil
}

// SaveSettings keeps changed settings; new fields of the board's own get
// their identifiers. The texts are gentle warnings about fields whose names
// sound like something better not kept; they refuse nothing. It fails with
// the problems of Validate, and then nothing is changed.
func (b *Board) SaveSettings(s Settings) ([]wording.Text, error) {
	s = s.clone()
	for i := range s.Custom {
		if s.Custom[i].ID != "" {
			continue
		}
		id, err := record.NewID(b.env.Random)
		if err != nil {
			return nil, err
		}
		s.Custom[i].ID = id
	}
	if err := s.Validate(); err != nil {
		return nil, err
	}
	before, err := b.Settings()
	if err != nil {
		return nil, err
	}
	err = b.act(ActSettings, func(w *work) error {
		return store.In(w.tx, settingsSchema()).Put(s)
	})
	return newConcerns(before, s), err
}

// newConcerns are the warnings about own fields that were not there before.
func newConcerns(before, after Settings) []wording.Text {
	var all []wording.Text
	for _, field := range after.Custom {
		known := slices.ContainsFunc(before.Custom, func(f member.CustomField) bool {
			return f.ID == field.ID && f.Name == field.Name
		})
		if concern, any := member.ConcernAbout(field.Name); any && !known {
			all = append(all, concern)
		}
	}
	return all
}

// SettingList is every setting with its key, in the order of a page, and then
// the fields that have a label of the board's own.
func (b *Board) SettingList() ([]Setting, error) {
	s, err := b.Settings()
	if err != nil {
		return nil, err
	}
	var list []Setting
	for _, k := range settingKeys() {
		list = append(list, Setting{Key: k.key, Label: k.label, Value: k.get(&s), Data: k.data(&s)})
	}
	for _, field := range slices.Sorted(maps.Keys(s.Renamed)) {
		list = append(list, Setting{Key: labelPrefix + field,
			Label: wording.T("This board's word for a field"), Value: s.Renamed[field], Data: s.Renamed[field]})
	}
	return list, nil
}

// Setting is one setting by its key; record.ErrInvalid (a Problem that names
// the keys) where there is no such key.
func (b *Board) Setting(key string) (Setting, error) {
	list, err := b.SettingList()
	if err != nil {
		return Setting{}, err
	}
	if i := slices.IndexFunc(list, func(s Setting) bool { return s.Key == key }); i >= 0 {
		return list[i], nil
	}
	if strings.HasPrefix(key, labelPrefix) {
		return Setting{Key: key, Label: wording.T("This board's word for a field"), Data: ""}, nil
	}
	return Setting{}, noSuchSetting()
}

// SetSetting writes one setting by its key, as Setting.Value is written. It
// fails with a Problem about what is not valid, and then nothing is changed.
// The texts are those of SaveSettings.
func (b *Board) SetSetting(key, value string) ([]wording.Text, error) {
	s, err := b.Settings()
	if err != nil {
		return nil, err
	}
	if field, ok := strings.CutPrefix(key, labelPrefix); ok {
		s.rename(field, strings.TrimSpace(value))
		return b.SaveSettings(s)
	}
	keys := settingKeys()
	at := slices.IndexFunc(keys, func(k settingKey) bool { return k.key == key })
	if at < 0 {
		return nil, noSuchSetting()
	}
	if err := keys[at].set(&s, value); err != nil {
		return nil, err
	}
	return b.SaveSettings(s)
}

func noSuchSetting() error {
	var names wording.List
	for _, k := range settingKeys() {
		names = append(names, k.key)
	}
	return wording.Refuse("key", "There is no such setting; there are {names}, and label.FIELD to rename a field.",
		"names", names)
}

// rename gives a field a label of the board's own; an empty one takes it back.
func (s *Settings) rename(field, label string) {
	if label == "" {
		delete(s.Renamed, field)
		return
	}
	if s.Renamed == nil {
		s.Renamed = map[string]string{}
	}
	s.Renamed[field] = label
}

func (s Settings) clone() Settings {
	s.Hidden, s.Renamed, s.Custom = slices.Clone(s.Hidden), maps.Clone(s.Renamed), slices.Clone(s.Custom)
	s.Terms.PromptDays = slices.Clone(s.Terms.PromptDays)
	s.Pay.Watched, s.Pay.Columns = slices.Clone(s.Pay.Watched), slices.Clone(s.Pay.Columns)
	return s
}

// policy is what holds for contacts with one person today besides their
// sheet.
func (s Settings) policy(m member.Member) contact.Policy { return s.policyOf(m.Now()) }

// policyOf is policy for somebody at a step of their timeline.
func (s Settings) policyOf(step member.StageChange) contact.Policy {
	return contact.Policy{StaleAfter: s.ConfirmDays, Zone: s.Zone, Leave: leaveOf(step), Zones: s.zones}
}

// leaveOf is what a person wishes to hear while on leave. What was not agreed
// counts as nothing at all.
func leaveOf(step member.StageChange) contact.Leave {
	if step.Stage != member.OnLeave {
		return contact.NotOnLeave
	}
	switch step.Leave.Contact {
	case member.LeaveContactNormal:
		return contact.NotOnLeave
	case member.LeaveContactLogistics:
		return contact.LeaveLogistics
	default:
		return contact.LeaveNone
	}
}

// errNobody says that there is no such person on this board.
func errNobody(err error) error {
	if errors.Is(err, record.ErrNotFound) {
		return &wording.Problem{Field: "id", What: wording.T("There is nobody with this identifier on the board.")}
	}
	return err
}
