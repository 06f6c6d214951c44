package plugin

import (
	"bufio"
	"bytes"
	"strings"

	age "filippo.io/age/plugin"

	"holdfast/wording"
)

const identityPrefix = "AGE-PLUGIN-"

func isIdentity(text string) bool { return strings.HasPrefix(strings.ToUpper(text), identityPrefix) }

// File is what stands in the key file that a plugin made for its owner.
type File struct {
	// Name is what the plugin calls its keys, lower case.
	Name string
	// Identity is the line "AGE-PLUGIN-NAME-1…".
	Identity string
	// Recipient is the public half, where a comment of the file has it;
	// otherwise it is the identity, which most plugins seal to as well.
	Recipient string
}

// Holds says whether a key file names a key that a plugin keeps.
func Holds(file []byte) bool {
	for line := range bytes.Lines(file) {
		if isIdentity(strings.TrimSpace(string(line))) {
			return true
		}
	}
	return false
}

// Parse reads a key file of a plugin: lines of age, and comments. It fails
// with a wording.Problem (field "key").
func Parse(file []byte) (File, error) {
	var f File
	lines := bufio.NewScanner(bytes.NewReader(file))
	for lines.Scan() {
		text := strings.TrimSpace(lines.Text())
		if isIdentity(text) {
			if f.Identity != "" {
				return File{}, wording.Refuse("key", "This file names more than one key. Put the one that is meant into a file of its own.")
			}
			name, _, err := age.ParseIdentity(text)
			if err != nil {
				return File{}, wording.Refuse("key", "The line of the key in this file is not whole. Take another copy of it, or have the plugin write it again.")
			}
			f.Name, f.Identity = name, text
			continue
		}
		for word := range strings.FieldsSeq(text) {
			if strings.HasPrefix(word, "age1") && strings.HasPrefix(text, "#") {
				f.Recipient = word
			}
		}
	}
	if lines.Err() != nil || f.Identity == "" {
		return File{}, wording.Refuse("key", "No hardware key is named in this file. Choose the file that the key's plugin made: it holds a line that begins with “{prefix}”.", "prefix", identityPrefix)
	}
	if name, _, err := age.ParseRecipient(f.Recipient); err != nil || name != f.Name {
		f.Recipient = f.Identity
	}
	return f, nil
}
