package store

import (
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"holdfast/durable"
	"holdfast/record"
	"holdfast/store/internal/seal"
)

// The engine's seal vouches for a folder of Badger's: it names the position of
// the journal that the folder stands at, every record, and every file with its
// Sum. Without a seal that fits, the folder is thrown away unopened.
//
// Locking wipes the keys at once, but the files are final only when Badger has
// closed them. So the seal has two parts. The first, with all that is worth
// hiding, is sealed under the engine key before that is wiped. The second, the
// names and Sums of the files, is sealed later under a key drawn for this
// once, which opens nothing else; that key lies, sealed, in the first part.
const (
	engineSealMagic = "HFENGSL\x02"
	engineSealLimit = 256 << 20
	sealFirstLabel  = "engine seal 1"
	sealSecondLabel = "engine seal 2"
)

// engineSeal is the first part, opened.
type engineSeal struct {
	head     position
	revision uint64
	header   sum
	began    int64
	// folder is the one in the engine's folder that Badger's files lie in.
	folder string
	index  *index
}

// halfSeal is a seal whose files are not final yet.
type halfSeal struct {
	head  position
	first []byte
	once  *seal.Key
}

// beginSeal makes the first part.
func beginSeal(key *seal.Key, b boxer, s scope, es engineSeal) (*halfSeal, error) {
	once, err := seal.Random(b.random)
	if err != nil {
		return nil, explain("seal the working copy", err)
	}
	plain := make([]byte, 0, es.room()) // never moved: it holds a key
	err = once.Reveal(func(secret []byte) error {
		plain = append(plain, secret...)
		return nil
	})
	plain = es.append(plain)
	defer clear(plain)
	h := &halfSeal{head: es.head, once: once}
	if err == nil {
		h.first, err = key.Seal(b.random, nil, plain, s.extra([]byte(sealFirstLabel)))
	}
	if err != nil {
		once.Wipe()
		return nil, explain("seal the working copy", err)
	}
	return h, nil
}

// finish adds the second part and writes the file. It needs no key of the
// vault, and wipes the one it has.
func (h *halfSeal) finish(b boxer, generation string) error {
	defer h.once.Wipe()
	files, err := engineFiles(filepath.Join(generation, engineFolder))
	if err != nil {
		return err
	}
	var plain []byte
	for _, f := range files {
		plain = append(appendText(plain, f.name), f.sum[:]...)
	}
	first := seal.Sum(h.first)
	second, err := h.once.Seal(b.random, nil, plain, append([]byte(sealSecondLabel), first[:]...))
	if err != nil {
		return explain("seal the working copy", err)
	}
	out := []byte(engineSealMagic)
	out = binary.BigEndian.AppendUint32(out, uint32(len(h.first)))
	out = append(append(out, h.first...), second...)
	return replace(filepath.Join(generation, engineSealFile), out)
}

// readSeal opens the seal of a generation. A seal that is missing, damaged or
// not ours is an error; so is a file in the engine's folder that is not as the
// seal says, or one too many or too few.
func readSeal(key *seal.Key, s scope, generation string) (engineSeal, error) {
	raw, err := readBounded(filepath.Join(generation, engineSealFile), engineSealLimit)
	if err != nil {
		return engineSeal{}, err
	}
	if len(raw) < 12 || string(raw[:8]) != engineSealMagic {
		return engineSeal{}, ErrDamaged
	}
	n := uint64(binary.BigEndian.Uint32(raw[8:]))
	if uint64(len(raw)-12) < n {
		return engineSeal{}, ErrDamaged
	}
	first, second := raw[12:12+n], raw[12+n:]
	plain, err := key.Open(nil, first, s.extra([]byte(sealFirstLabel)))
	if err != nil || len(plain) < seal.Size {
		return engineSeal{}, ErrDamaged
	}
	defer clear(plain)
	once := seal.NewKey(slices.Clone(plain[:seal.Size]))
	defer once.Wipe()
	whole := seal.Sum(first)
	list, err := once.Open(nil, second, append([]byte(sealSecondLabel), whole[:]...))
	if err != nil {
		return engineSeal{}, ErrDamaged
	}
	if err := sameFiles(list, filepath.Join(generation, engineFolder)); err != nil {
		return engineSeal{}, err
	}
	return parseSeal(plain[seal.Size:])
}

// sameFiles compares the folder with the list of the seal.
func sameFiles(list []byte, path string) error {
	files, err := engineFiles(path)
	if err != nil {
		return err
	}
	r := textReader{rest: list}
	for _, f := range files {
		if name, s := r.text(), r.take(32); r.bad || string(name) != f.name || sum(s) != f.sum {
			return fmt.Errorf("%w: the working copy is not as it was left", ErrDamaged)
		}
	}
	if len(r.rest) > 0 {
		return fmt.Errorf("%w: the working copy is not as it was left", ErrDamaged)
	}
	return nil
}

// dropSeal takes the seal away before Badger may change a file.
func dropSeal(generation string) error {
	if err := os.RemoveAll(filepath.Join(generation, engineSealFile)); err != nil {
		return explain("open the working copy", err)
	}
	return explain("open the working copy", durable.SyncFolder(generation))
}

// room is more than append needs, with a key in front.
func (es engineSeal) room() int {
	n := 512
	for name, items := range es.index.collections {
		n += len(name) + 32
		for _, it := range items {
			n += len(it.key) + 26
		}
	}
	return n
}

func (es engineSeal) append(b []byte) []byte {
	b = binary.AppendUvarint(b, es.head.sequence)
	b = append(b, es.head.sum[:]...)
	b = binary.AppendUvarint(b, es.revision)
	b = append(b, es.header[:]...)
	b = binary.AppendUvarint(b, uint64(es.began))
	b = appendText(b, es.folder)
	b = binary.AppendUvarint(b, uint64(len(es.index.collections)))
	for name, items := range es.index.collections {
		b = appendText(b, name)
		b = binary.AppendUvarint(b, uint64(len(items)))
		for _, it := range items {
			b = appendText(b, it.key)
			b = binary.AppendUvarint(b, uint64(it.size))
			b = binary.AppendUvarint(b, it.act)
		}
	}
	return b
}

func parseSeal(b []byte) (engineSeal, error) {
	r := textReader{rest: b}
	es := engineSeal{index: &index{collections: map[string][]item{}}}
	es.head.sequence = r.uvarint()
	copy(es.head.sum[:], r.take(32))
	es.revision = r.uvarint()
	copy(es.header[:], r.take(32))
	es.began = int64(r.uvarint())
	es.folder = string(r.text())
	for range r.uvarint() {
		name := string(r.text())
		n := r.uvarint()
		if r.bad || n > uint64(len(r.rest)) {
			return engineSeal{}, ErrDamaged
		}
		items := make([]item, 0, n)
		for range n {
			items = append(items, item{key: record.Key(r.text()), size: int(r.uvarint()), act: r.uvarint()})
		}
		es.index.collections[name] = items
	}
	if r.bad || len(r.rest) > 0 || !filepath.IsLocal(es.folder) {
		return engineSeal{}, ErrDamaged
	}
	return es, nil
}
