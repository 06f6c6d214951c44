package board

import (
	"errors"
	"os"
	"slices"

	"holdfast/attachment"
	"holdfast/consent"
	"holdfast/member"
	"holdfast/record"
	"holdfast/store"
	"holdfast/wording"
)

// Attachments is about scanned pages and other evidence.
type Attachments struct{ b *Board }

// Attachments is about scanned pages and other evidence, which lie in the
// vault with everything else.
func (b *Board) Attachments() Attachments { return Attachments{b} }

func (w *work) attachments() attachment.Service { return attachments(w.tx, w.env) }

func attachments(tx *store.Tx, env store.Environment) attachment.Service {
	return attachment.Service{Attachments: store.In(tx, attachment.Schema()), Parts: store.In(tx, attachment.PartSchema()), Random: env.Random}
}

// Add keeps the bytes of a file under a person, under an agreement, or as
// evidence for a checklist (EvidenceOwner). It
// fails with a Problem where it is too large or of no type that is taken, and
// then nothing is kept.
func (a Attachments) Add(owner record.ID, data []byte) (kept attachment.Attachment, err error) {
	err = a.b.act(ActAttach, func(w *work) (err error) {
		agreement := slices.ContainsFunc(w.before.consents.agreements, func(a consent.Agreement) bool { return a.ID == owner })
		if !agreement && owner != EvidenceOwner {
			if err := w.known(owner); err != nil {
				return err
			}
		}
		w.touch(owner)
		kept, err = w.attachments().Add(owner, data, w.today())
		return err
	})
	return kept, err
}

// AddFile is Add for a file of the disk, which stays where it is. It fails with
// a Problem also where the file is too large to be read at all.
func (a Attachments) AddFile(owner record.ID, path string) (attachment.Attachment, error) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return attachment.Attachment{}, err
	case !info.Mode().IsRegular():
		return attachment.Attachment{}, wording.Refuse("file", "This is no file. Choose the scanned page itself.")
	case info.Size() > attachment.Limit:
		return attachment.Attachment{}, attachment.TooLarge()
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return attachment.Attachment{}, err
	}
	defer clear(data)
	return a.Add(owner, data)
}

// List is what is kept under a person or an agreement, the oldest first.
func (a Attachments) List(owner record.ID) ([]attachment.Attachment, error) {
	var all []attachment.Attachment
	err := a.b.view(func(tx *store.Tx) error {
		return store.In(tx, attachment.Schema()).Scan(record.Key(owner), func(one attachment.Attachment) error {
			all = append(all, one)
			return nil
		})
	})
	return all, err
}

// Bytes gives an attachment back as it went in. Whoever writes them to a file
// says first that it lies there in clear (see WriteOut), and wipes them.
func (a Attachments) Bytes(owner, id record.ID) (data []byte, about attachment.Attachment, err error) {
	err = a.b.view(func(tx *store.Tx) (err error) {
		data, about, err = attachments(tx, a.b.env).Bytes(owner, id)
		return err
	})
	return data, about, errNoPage(err)
}

// Remove takes an attachment away, until the history is compacted.
func (a Attachments) Remove(owner member.ID, id record.ID) error {
	return errNoPage(a.b.act(ActDetach, func(w *work) error {
		w.touch(owner)
		return w.attachments().Remove(owner, id)
	}))
}

func errNoPage(err error) error {
	if errors.Is(err, record.ErrNotFound) {
		return wording.Refuse("id", "There is no such attachment.")
	}
	return err
}
