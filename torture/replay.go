//go:build linux

package main

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// node is a file or a folder as the program sees it, and as much of it as the
// disk has promised to keep.
type node struct {
	folder map[string]*node // nil for a file
	data   []byte

	kept     map[string]*node
	keptData []byte
	writes   []write
	names    []naming
}

// write is one that no sync has followed yet; data is nil for a cut.
type write struct {
	at   int64
	data []byte
	when int
}

// naming is a name that came, went or moved and that no sync of its folder has
// followed yet.
type naming struct {
	name     string
	node     *node // nil for one that went
	from     *node // where it came from, if it was moved
	fromName string
	when     int
}

// machine is a file system in memory under one folder, in which everything
// that was not synced can be lost.
type machine struct {
	root  string
	tree  *node
	at    map[string]int64 // where the next write of an open file goes
	said  []string         // what the program told
	calls int
}

// newMachine begins with what lies in a folder.
func newMachine(root, from string) (*machine, error) {
	tree, err := load(from)
	return &machine{root: root, tree: tree, at: map[string]int64{}}, err
}

func load(path string) (*node, error) {
	entries, err := os.ReadDir(path)
	if err != nil {
		return nil, err
	}
	n := newFolder()
	for _, e := range entries {
		at := filepath.Join(path, e.Name())
		child := &node{}
		if e.IsDir() {
			child, err = load(at)
		} else if child.data, err = os.ReadFile(at); err == nil {
			child.keptData = slices.Clone(child.data)
		}
		if err != nil {
			return nil, err
		}
		n.folder[e.Name()], n.kept[e.Name()] = child, child
	}
	return n, nil
}

func newFolder() *node { return &node{folder: map[string]*node{}, kept: map[string]*node{}} }

// find is the folder that a path lies in, its name there, and what has it now;
// nil for what lies elsewhere.
func (m *machine) find(path string) (in *node, name string, at *node) {
	rest, inside := strings.CutPrefix(path, m.root)
	if !inside || rest != "" && rest[0] != '/' {
		return nil, "", nil
	}
	at = m.tree
	for _, name = range strings.FieldsFunc(rest, func(r rune) bool { return r == '/' }) {
		if at == nil || at.folder == nil {
			return nil, "", nil
		}
		in, at = at, at.folder[name]
	}
	return in, name, at
}

// do does what the program did.
func (m *machine) do(c call) {
	defer func() { m.calls++ }()
	in, name, at := m.find(c.path)
	switch c.name {
	case "write", "pwrite64":
		switch {
		case c.file == "1":
			m.said = append(m.said, strings.TrimSpace(string(c.data)))
		case at != nil && c.name == "write":
			at.put(write{m.at[c.file], c.data, m.calls})
			m.at[c.file] += int64(len(c.data))
		case at != nil:
			at.put(write{c.number, c.data, m.calls})
		}
	case "ftruncate":
		if at != nil {
			at.put(write{c.number, nil, m.calls})
		}
	case "fsync":
		if at != nil {
			at.keep(c.begun)
		}
	case "open":
		m.at[fmt.Sprint(c.number)] = 0
		if in != nil && at == nil && strings.Contains(c.flags, "O_CREAT") {
			in.call(naming{name: name, node: &node{}, when: m.calls})
		} else if at != nil && strings.Contains(c.flags, "O_TRUNC") {
			at.put(write{0, nil, m.calls})
		}
	case "mkdir":
		if in != nil {
			in.call(naming{name: name, node: newFolder(), when: m.calls})
		}
	case "unlink":
		if in != nil {
			in.call(naming{name: name, when: m.calls})
		}
	case "rename":
		if to, toName, _ := m.find(c.to); in != nil && to != nil {
			to.call(naming{name: toName, node: at, from: in, fromName: name, when: m.calls})
		}
	}
}

func (n *node) put(w write) {
	n.data = written(n.data, w)
	n.writes = append(n.writes, w)
}

func written(data []byte, w write) []byte {
	end := w.at
	if w.data != nil {
		end += int64(len(w.data))
	}
	for int64(len(data)) < end {
		data = append(data, 0)
	}
	if w.data == nil {
		return data[:end]
	}
	copy(data[w.at:], w.data)
	return data
}

func (n *node) call(e naming) {
	e.apply(n, func(of *node) map[string]*node { return of.folder })
	n.names = append(n.names, e)
}

func (e naming) apply(in *node, names func(*node) map[string]*node) {
	if e.from != nil {
		delete(names(e.from), e.fromName)
	}
	if e.node == nil {
		delete(names(in), e.name)
	} else {
		names(in)[e.name] = e.node
	}
}

func kept(of *node) map[string]*node { return of.kept }

// keep is a sync: what was over before it began is kept.
func (n *node) keep(begun int) {
	for len(n.writes) > 0 && n.writes[0].when < begun {
		n.keptData = written(n.keptData, n.writes[0])
		n.writes = n.writes[1:]
	}
	for len(n.names) > 0 && n.names[0].when < begun {
		n.names[0].apply(n, kept)
		n.names = n.names[1:]
	}
}

// fail is the power going: of the names of each folder that were not synced
// the first few are kept, of the writes of each file any, each perhaps torn.
func (n *node) fail(random *rand.Rand) {
	for _, e := range n.names[:random.IntN(len(n.names)+1)] {
		e.apply(n, kept)
	}
	for _, w := range n.writes {
		switch random.IntN(3) {
		case 0:
			n.keptData = written(n.keptData, w)
		case 1:
			if len(w.data) > 0 {
				w.data = w.data[:random.IntN(len(w.data))]
				n.keptData = written(n.keptData, w)
			}
		}
	}
	for _, name := range slices.Sorted(maps.Keys(n.kept)) {
		if child := n.kept[name]; child != nil {
			child.fail(random)
		}
	}
}

// lay writes what was kept into a folder.
func (n *node) lay(path string) error {
	if n.kept == nil {
		return os.WriteFile(path, n.keptData, 0o600)
	}
	err := os.Mkdir(path, 0o700)
	if errors.Is(err, fs.ErrExist) {
		err = nil
	}
	for name, child := range n.kept {
		err = errors.Join(err, child.lay(filepath.Join(path, name)))
	}
	return err
}
