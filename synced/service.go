package synced

import "holdfast/wording"

// Service is a service that copies folders, by the name that people know it
// by. The zero Service is none.
type Service string

// The services.
const (
	OneDrive    Service = "OneDrive"
	Dropbox     Service = "Dropbox"
	GoogleDrive Service = "Google Drive"
	ICloud      Service = "iCloud"
	Nextcloud   Service = "Nextcloud"
	OwnCloud    Service = "ownCloud"
	Syncthing   Service = "Syncthing"
	Box         Service = "Box"
	MEGA        Service = "MEGA"
	PCloud      Service = "pCloud"
	ProtonDrive Service = "Proton Drive"
)

// AboutVault is what to say about a vault, or a place chosen for one, in a
// folder of the service.
func (s Service) AboutVault() wording.Text {
	return wording.T("This folder seems to be one that {service} copies to other computers. The vault is encrypted there too, but old copies stay after you erase somebody, two computers at once can damage it, and whoever gets into the account can try passphrases on it. Choose a folder that stays on this computer.", "service", string(s))
}

// AboutBackup is what to say about a backup that is to go there.
func (s Service) AboutBackup() wording.Text {
	return wording.T("This folder seems to be one that {service} copies to other computers. The backup is encrypted, but copies of it may stay there for years, with people in it whom you have erased since. A stick that you keep safe is better.", "service", string(s))
}

// AboutList is what to say about a list of people that lies there in clear.
func (s Service) AboutList() wording.Text {
	return wording.T("The list lies in a folder that {service} seems to copy to other computers. Removing it here may leave older versions in the account; look in its deleted files too.", "service", string(s))
}
