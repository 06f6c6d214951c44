package board

import (
	"context"

	"holdfast/store/keyring"
	"holdfast/store/keyring/plugin"
)

// Talk is how the plugin of a hardware key speaks with the person: messages,
// a PIN, a yes or no.
type Talk = plugin.Talk

// Hardware is a key that an age plugin keeps, most often in a piece of
// hardware.
type Hardware = keyring.Hardware

// NewHardware is the key that a plugin keeps: the program at a path that
// somebody chose, and the key file that it made. Nothing is started yet. It
// fails with a Problem (fields "plugin" and "key"), or as the disk does.
func NewHardware(program string, file []byte, talk Talk) (*Hardware, error) {
	return keyring.NewHardware(program, file, talk)
}

// HardwareKey opens the vault with it.
func HardwareKey(h *Hardware) Key { return keyring.HardwareKey(h) }

// Plugins are the paths of the age plugins that lie in some folders, for
// somebody to choose from; none of them is started.
func Plugins(folders []string) ([]string, error) {
	found, err := plugin.In(folders)
	paths := make([]string, len(found))
	for i, p := range found {
		paths[i] = p.Path()
	}
	return paths, err
}

// AddHardware lets a hardware key open the vault. It is tried first: something
// is sealed to it and opened again, for which it may have to be touched. It
// fails with a Problem, in the plugin's own words where it has any; where the
// key is not labelled as post-quantum; and with keyring.ErrWrongKey where the
// hardware is not the one that the key file names.
func (b *Board) AddHardware(ctx context.Context, label string, h *Hardware) (Keyholder, error) {
	enrolment, err := keyring.EnrolHardware(ctx, label, h)
	if err != nil {
		return Keyholder{}, err
	}
	return b.add(ctx, enrolment)
}
