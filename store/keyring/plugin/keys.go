package plugin

import (
	"context"
	"slices"

	"filippo.io/age"
)

// Recipient is an age recipient that says what it may be mixed with.
type Recipient interface {
	age.Recipient
	age.RecipientWithLabels
}

// Recipient seals to a key that the plugin keeps: text is its recipient
// ("age1name1…"), or the identity where only that is known.
func (p Program) Recipient(ctx context.Context, text string, talk Talk) Recipient {
	return key{p, ctx, text, talk}
}

// Identity opens what was sealed to a key: text is "AGE-PLUGIN-NAME-1…".
func (p Program) Identity(ctx context.Context, text string, talk Talk) age.Identity {
	return key{p, ctx, text, talk}
}

type key struct {
	program Program
	ctx     context.Context
	text    string
	talk    Talk
}

// Wrap is WrapWithLabels without the labels.
func (k key) Wrap(fileKey []byte) ([]*age.Stanza, error) {
	stanzas, _, err := k.WrapWithLabels(fileKey)
	return stanzas, err
}

// WrapWithLabels has the plugin seal a file key. The labels are its word for
// what it may be mixed with.
func (k key) WrapWithLabels(fileKey []byte) (stanzas []*age.Stanza, labels []string, err error) {
	c, err := k.program.begin(k.ctx, "recipient-v1", k.talk)
	if err != nil {
		return nil, nil, err
	}
	defer c.close()
	add := "add-recipient"
	if isIdentity(k.text) {
		add = "add-identity"
	}
	for _, s := range []struct {
		body  []byte
		words []string
	}{{nil, []string{add, k.text}}, {fileKey, []string{"wrap-file-key"}}, {nil, []string{"extension-labels"}}, {nil, []string{"done"}}} {
		if err := c.send(s.body, s.words...); err != nil {
			return nil, nil, err
		}
	}
	err = c.hear(func(s *age.Stanza) (bool, error) {
		switch s.Type {
		case "recipient-stanza":
			if len(s.Args) < 2 || s.Args[0] != "0" {
				return false, c.failed()
			}
			stanzas = append(stanzas, &age.Stanza{Type: s.Args[1], Args: s.Args[2:], Body: s.Body})
		case "labels":
			labels = s.Args
		default:
			return false, nil
		}
		return true, nil
	})
	if err == nil && len(stanzas) == 0 {
		err = c.failed()
	}
	return stanzas, labels, err
}

// Unwrap has the plugin open a file key. It fails with
// age.ErrIncorrectIdentity where none of the stanzas is for this key.
func (k key) Unwrap(stanzas []*age.Stanza) (fileKey []byte, err error) {
	c, err := k.program.begin(k.ctx, "identity-v1", k.talk)
	if err != nil {
		return nil, err
	}
	defer c.close()
	if err := c.send(nil, "add-identity", k.text); err != nil {
		return nil, err
	}
	for _, s := range stanzas {
		if err := c.send(s.Body, slices.Concat([]string{"recipient-stanza", "0", s.Type}, s.Args)...); err != nil {
			return nil, err
		}
	}
	if err := c.send(nil, "done"); err != nil {
		return nil, err
	}
	err = c.hear(func(s *age.Stanza) (bool, error) {
		if s.Type != "file-key" {
			return false, nil
		}
		if len(s.Args) != 1 || s.Args[0] != "0" || fileKey != nil {
			return false, c.failed()
		}
		fileKey = s.Body
		return true, nil
	})
	switch {
	case err != nil:
		return nil, err
	case fileKey == nil && c.refused != nil:
		return nil, c.refused
	case fileKey == nil:
		return nil, age.ErrIncorrectIdentity
	}
	return fileKey, nil
}
