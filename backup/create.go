package backup

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"filippo.io/age"

	"holdfast/record"
	"holdfast/store"
	"holdfast/store/keyring"
)

// Making is what a new backup is to be.
type Making struct {
	// Path is where: a file that is not there yet, in a folder that is.
	Path string
	// Others are public keys (age1pq1…) that open it besides the keyholders.
	Others []string
	// Passphrase, where it is not empty, opens it in place of everybody else.
	Passphrase string
	// Work is what one try of Passphrase costs (2^Work); 0 is a second's.
	Work int
	// Since are the erasures and withdrawals that hold at this moment.
	Since Since
}

// Made is a backup that was made and read back.
type Made struct {
	Path string
	Size int64
	Manifest
}

// FileName is what a backup of a day is called: it names nobody.
func FileName(on record.Date) string { return "holdfast-" + on.String() + ".age" }

// Create makes a backup of a vault as it is at this moment, while it goes on
// being used, and reads it back from the disk: every byte and every record.
// Until then there is no file of that name; where it fails, or ctx ends, or the
// vault is locked, nothing is left. An older file of that name is never
// touched (fs.ErrExist), and the folder must be there (fs.ErrNotExist).
//
// It fails with store.ErrNoSpace, store.ErrDenied, store.ErrLocked,
// store.ErrRewritten (begin again), a wording.Problem about a recipient or
// passphrase, or as ctx does.
func Create(ctx context.Context, env store.Environment, s *store.Store, m Making, progress store.Progress) (Made, error) {
	if _, err := os.Lstat(m.Path); err == nil {
		return Made{}, &fs.PathError{Op: "create", Path: m.Path, Err: fs.ErrExist}
	} else if !errors.Is(err, fs.ErrNotExist) {
		return Made{}, store.Explained("make a backup", err)
	}
	x, err := s.Export()
	if err != nil {
		return Made{}, err
	}
	env = env.Filled()
	defer x.Close()
	if err := roomFor(env, filepath.Dir(m.Path), x.Bytes); err != nil {
		return Made{}, err
	}
	to, err := makeAside(m.Path)
	if err != nil {
		return Made{}, err
	}
	made, err := create(ctx, env, x, m, to, progress)
	if err == nil {
		err = to.publish(m.Path)
	}
	if err != nil {
		return Made{}, errors.Join(err, to.remove())
	}
	return made, nil
}

// roomFor says early what would fail late.
func roomFor(env store.Environment, dir string, size int64) error {
	if free, err := env.FreeSpace(dir); err == nil && free < uint64(size) {
		return store.ErrNoSpace
	}
	return nil
}

// create fills a file that nobody knows yet, and reads it back.
func create(ctx context.Context, env store.Environment, x *store.Export, m Making, to *asideFile, progress store.Progress) (Made, error) {
	manifest := Manifest{Made: env.Clock().UTC().Truncate(time.Second), Anchor: anchorOf(x.Position), Roster: x.Roster}
	fileKey, raw, err := write(ctx, env, x, m, manifest, to, progress)
	defer clear(fileKey)
	if err == nil {
		err = to.settle()
	}
	if err != nil {
		return Made{}, err
	}
	file, err := os.Open(to.path)
	if err != nil {
		return Made{}, store.Explained("read a backup back", err)
	}
	defer file.Close() // read only: nothing can be lost
	r := reading{ctx: ctx, file: file, fileKey: fileKey, progress: progress}
	if r.size, err = sizeOf(file); err != nil {
		return Made{}, err
	}
	if progress != nil {
		progress(store.StepVerify, 0, r.size) // the disk has it
	}
	forget(file)
	got, err := r.read(func(store.Past) error { return nil })
	if err == nil && !bytes.Equal(got.manifest.raw, raw) {
		err = ErrAltered
	}
	if err != nil {
		return Made{}, fmt.Errorf("read a backup back: %w", err)
	}
	return Made{Path: m.Path, Size: r.size, Manifest: got.manifest.Manifest}, nil
}

// write gives the key of the file and its manifest.
func write(ctx context.Context, env store.Environment, x *store.Export, m Making, manifest Manifest, to *asideFile, progress store.Progress) (fileKey, raw []byte, err error) {
	recipient, key, err := m.recipient(env, x.Roster)
	if err != nil {
		return nil, nil, err
	}
	out := writeBehind(&hastening{asideFile: to})
	encrypting, err := age.Encrypt(out, recipient)
	if err == nil {
		raw, err = writeArchive(ctx, x, m, manifest, encrypting, progress)
	}
	if err == nil {
		err = encrypting.Close()
	}
	if failed := out.end(); failed != nil {
		err = failed // why it went no further
	}
	return *key, raw, store.Explained("write a backup", err)
}

// recipient is whom a backup is for, and where age will put its key.
func (m Making) recipient(env store.Environment, r keyring.Roster) (age.Recipient, *[]byte, error) {
	if m.Passphrase != "" {
		to, err := keyring.OncePassphrase(m.Passphrase, m.Work)
		o := &once{Recipient: to}
		return o, &o.fileKey, err
	}
	to, err := address(env.Random, r, m.Others)
	if err != nil {
		return nil, nil, err
	}
	return to, &to.fileKey, nil
}

func writeArchive(ctx context.Context, x *store.Export, m Making, manifest Manifest, out io.Writer, progress store.Progress) ([]byte, error) {
	a, err := newArchive(out, manifest.Made)
	if err != nil {
		return nil, err
	}
	rs := beginRounds(a.write)
	err = x.Each(ctx, func(_ store.Step, done, total int64) {
		if progress != nil {
			progress(store.StepWrite, done, total)
		}
	}, rs.act)
	if failed := rs.end(); failed != nil {
		err = failed // why it went no further
	}
	if err == nil {
		err = list(a, tombstoneFile, m.Since.Tombstones)
	}
	if err == nil {
		err = list(a, withdrawalFile, m.Since.Withdrawals)
	}
	if err != nil {
		return nil, err
	}
	manifest.Acts, manifest.Collections = rs.acts, rs.count
	return a.finish(manifest, x.Sign)
}
