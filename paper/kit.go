package paper

import (
	"holdfast/record"
	"holdfast/wording"
)

// Kit is what a recovery kit holds.
type Kit struct {
	// Groups are the key in the order in which it is typed.
	Groups []Group
	// Identity is the whole key as one line that a stock age opens.
	Identity string
	// Code is the QR code of Identity, true for dark, without a quiet zone of
	// its own. Empty leaves it out.
	Code [][]bool
	// Fingerprint is the vault's, as the program shows it.
	Fingerprint string
	// Made is the day that is printed; the zero date leaves it out.
	Made record.Date
}

// Group is a piece of the key and the check characters after it.
type Group struct{ Text, Check string }

// kitText is everything that a kit says, in a language.
type kitText struct {
	title, what            string
	groupsHead, groupsHelp string
	codeHelp               string
	lineHead, lineHelp     string
	printHead, printHelp   string
	todoHead               string
	todo                   []string
	made                   string
}

// kitWords says what the page is and what to do with it. It says nothing of
// what the key opens beyond the program, so that a stray page leads nowhere.
func kitWords(k Kit, b *wording.Book) kitText {
	t := kitText{
		title:      b.Say("Recovery kit"),
		what:       b.Say("This page is a key. Whoever holds it can open what it belongs to, without any passphrase."),
		groupsHead: b.Say("The key, in groups"),
		groupsHelp: b.Say("Capital or small letters are the same. The two characters after each dash check their group: type them too, and a group that was mistyped is named."),
		codeHelp:   b.Say("The same key as a picture. Scan it only with a device that is offline and yours."),
		lineHead:   b.Say("The key, on one line"),
		lineHelp:   b.Say("This line is an identity of the age tool (age-encryption.org). With it, backups open even without this program."),
		printHead:  b.Say("Fingerprint"),
		printHelp:  b.Say("When the key is used for the first time, the program shows a fingerprint. If it is not this one, stop: somebody may have changed something."),
		todoHead:   b.Say("What to do with it"),
		todo: []string{
			b.Say("Try it before you put it away: lock the program, and open it with this key, typing all groups."),
			b.Say("Put it into a sealed envelope that says nothing of what is inside."),
			b.Say("Keep it far from the computer, where only people whom you trust can reach it."),
			b.Say("Do not photograph it, send it, or keep a copy on a computer or in the cloud."),
			b.Say("If somebody may have seen it, make a new one and remove this one from the keyholders."),
		},
	}
	if !k.Made.IsZero() {
		t.made = b.Say("Made on {date}", "date", k.Made)
	}
	return t
}
