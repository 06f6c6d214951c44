package roster

import "holdfast/wording"

// Afterwards is what to say when the people are in: where the list still lies
// in clear, and what removing it does and does not do. It is empty for a list
// that has no place. The sentence names the path, so it is for the screen and
// for nothing that is kept.
func (p *Plan) Afterwards() []wording.Text {
	if p.PlaintextPath == "" {
		return nil
	}
	return []wording.Text{
		wording.T("The list still lies in clear at {path}, and whoever can open that file can read it. Once you have looked at the people here, remove it, and empty the bin.", "path", p.PlaintextPath),
		wording.T("Think of its other places too: mail that it came with, downloads, shared folders, a USB stick."),
		wording.T("Deleting a file does not wipe it. On a solid-state drive its bytes may stay for a while, and backups and synced folders keep copies of their own; an encrypted disk is what protects them."),
	}
}
