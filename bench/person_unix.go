//go:build unix

package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
)

// nobody is the user and the group without any rights (Debian's nobody and
// nogroup).
const nobody = 65534

// person is who starts the programs: people are not root, and X keeps nothing
// for root. Where the bench itself runs as root, programs run as nobody.
type person struct{ own bool }

func somebody() person { return person{own: os.Getuid() != 0} }

// credential is for starting a program; nil as oneself.
func (p person) credential() *syscall.SysProcAttr {
	if p.own {
		return nil
	}
	return &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobody, Gid: nobody}}
}

// give gives the person a folder, with what lies in it.
func (p person) give(folder string) error {
	if p.own {
		return nil
	}
	return filepath.WalkDir(folder, func(path string, _ fs.DirEntry, err error) error {
		return errors.Join(err, os.Lchown(path, nobody, nobody))
	})
}

// reach lets the person get through a folder, without listing it.
func (p person) reach(folder string) error {
	if p.own {
		return nil
	}
	return os.Chmod(folder, 0o711)
}

// program is a copy that the person may start, where the built one may lie in
// a folder that is closed.
func (p person) program(built, folder string) (string, error) {
	if p.own {
		return built, nil
	}
	data, err := os.ReadFile(built)
	if err != nil {
		return "", err
	}
	path := filepath.Join(folder, filepath.Base(built))
	return path, errors.Join(os.WriteFile(path, data, 0o755), os.Chmod(path, 0o755))
}
