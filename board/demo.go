package board

import (
	"context"
	"encoding/binary"
	"errors"
	"math/rand/v2"
	"time"

	"holdfast/consent"
	"holdfast/contact"
	"holdfast/member"
	"holdfast/record"
	"holdfast/store"
	"holdfast/wording"
)

// Demo is an invented board: for trying the program out, for pictures and for
// measuring. Nobody in it is anybody.
type Demo struct {
	// Seed decides everything about it: the same seed, size and present
	// instant give the same board, identifiers included.
	Seed uint64
	// People is how many people there are, 1 to 20,000.
	People int
	// Records is how many records there are at least, people and their sheets
	// among them; notes and contacts fill up what is left. 0 is as many as
	// there happen to be.
	Records int
	// Choices is how many choices about being used each person made; 0 is
	// none.
	Choices int
	// Meetings is how many meetings each person is paid for; 0 is none.
	Meetings int
	// Rounds is how many closed rounds of the self-assessment there are, each
	// half a year after the one before.
	Rounds int
	// OpenRound says that one more round is taking answers.
	OpenRound bool
	// Checklists says whether some checklists were gone through, and a set of
	// questions was begun.
	Checklists bool
	// Leaving says whether there are people who left, a legal hold, and
	// requests to correct something.
	Leaving bool
}

// MostDemoPeople is the most people that an invented board has.
const MostDemoPeople = 20_000

// DemoName is what the invented board is called.
const DemoName = "Riverside advisory board"

// demoZone is where its coordinator is.
const demoZone = "America/Chicago"

// demoAct is how many records are written in one act.
const demoAct = 500

// DemoBeginning is how an invented board begins; holder and passphrase are
// the caller's.
func DemoBeginning(holder, passphrase string) Beginning {
	return Beginning{Name: DemoName, Zone: demoZone, Holder: holder, Passphrase: passphrase}
}

// inventor makes an invented board up.
type inventor struct {
	chance *rand.ChaCha8
	dice   *rand.Rand
	now    time.Time
	today  record.Date
	// notices are what the invented people were told.
	notices consent.Notices
}

func newInventor(seed uint64, now time.Time) *inventor {
	var key [32]byte
	binary.LittleEndian.PutUint64(key[:], seed)
	copy(key[8:], "an invented board, v1")
	chance := rand.NewChaCha8(key)
	return &inventor{chance: chance, dice: rand.New(chance), now: now, today: record.DateOf(now)}
}

// FillDemo writes an invented board into this one, which must be empty. tell
// hears how many records are written, and may be nil. Ending ctx leaves the
// acts that are done.
func (b *Board) FillDemo(ctx context.Context, d Demo, tell func(done, total int)) error {
	if err := within("people", d.People, 1, MostDemoPeople); err != nil {
		return err
	}
	if err := errors.Join(within("records", d.Records, 0, 40*MostDemoPeople), within("choices", d.Choices, 0, 1000), within("meetings", d.Meetings, 0, 1000)); err != nil {
		return err
	}
	if tell == nil {
		tell = func(int, int) {}
	}
	now, err := b.Now()
	if err != nil {
		return err
	}
	if stages, err := b.Stages(); err != nil || len(stages) > 0 {
		return errors.Join(err, wording.Refuse("vault", "There are people on this board already; an invented board needs an empty one."))
	}
	invented, err := newInventor(d.Seed, now).board(d)
	if err != nil {
		return err
	}
	for done := 0; done < len(invented); {
		if err := ctx.Err(); err != nil {
			return err
		}
		next := min(done+demoAct, len(invented))
		err := b.act(ActDemo, func(w *work) error {
			for _, write := range invented[done:next] {
				if err := write(w); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			return err
		}
		done = next
		tell(done, len(invented))
	}
	return nil
}

// board is everything of an invented board, each record as what writes it.
func (v *inventor) board(d Demo) ([]func(*work) error, error) {
	var all []func(*work) error
	var ids []member.ID
	var sheets []contact.Sheet
	for n := range d.People {
		m, err := v.person(n)
		if err != nil {
			return nil, err
		}
		ids = append(ids, m.ID)
		all = append(all, func(w *work) error {
			w.touch(m.ID)
			_, err := w.people().Add(m)
			return err
		})
		s, err := v.sheet(n, m)
		if err != nil {
			return nil, err
		}
		sheets = append(sheets, s)
		if !s.Blank() {
			all = append(all, func(w *work) error { return w.contacts().Save(s) })
		}
	}
	more, err := v.areas(d, ids)
	if err != nil {
		return nil, err
	}
	all = append(all, more...)
	for n := 0; n < 2*d.People || len(all) < d.Records; n++ {
		of := n % d.People
		write, err := v.remark(n/d.People, ids[of], sheets[of])
		if err != nil {
			return nil, err
		}
		all = append(all, write)
	}
	return all, nil
}

// areas are the records of the areas that were asked for.
func (v *inventor) areas(d Demo, ids []member.ID) ([]func(*work) error, error) {
	var all []func(*work) error
	var err error
	if d.Choices > 0 {
		apart := newInventor(d.Seed+1, v.now) // so that the rest stays as it is without
		if apart.notices, err = Notices(wording.InEnglish); err != nil {
			return nil, err
		}
		consented, err := apart.consented(ids, d.Choices)
		if err != nil {
			return nil, err
		}
		all = append(all, consented...)
	}
	if d.Meetings > 0 {
		paid, err := newInventor(d.Seed+2, v.now).payments(ids, d.Meetings)
		if err != nil {
			return nil, err
		}
		all = append(all, paid...)
	}
	if d.Rounds > 0 {
		rounds, err := newInventor(d.Seed+2, v.now).rounds(d.Rounds)
		if err != nil {
			return nil, err
		}
		all = append(all, rounds...)
	}
	if d.OpenRound {
		round, err := newInventor(d.Seed+6, v.now).openRound()
		if err != nil {
			return nil, err
		}
		all = append(all, round...)
	}
	if d.Checklists {
		apart := newInventor(d.Seed+3, v.now)
		gone, err := apart.checklists()
		if err != nil {
			return nil, err
		}
		draft, err := apart.draft()
		if err != nil {
			return nil, err
		}
		all = append(append(all, gone...), draft)
	}
	if d.Leaving {
		ended, err := newInventor(d.Seed+4, v.now).leaving(ids)
		if err != nil {
			return nil, err
		}
		all = append(all, ended...)
	}
	return all, nil
}

// remark is a note or a contact of a person; the higher the round, the longer
// ago.
func (v *inventor) remark(round int, id member.ID, s contact.Sheet) (func(*work) error, error) {
	key, err := record.NewID(v.chance)
	if err != nil {
		return nil, err
	}
	ago := 1 + v.dice.IntN(12) + round*9
	if round%2 == 1 || s.Blank() {
		note := member.Note{Member: id, ID: key, On: v.today.AddDays(-ago), Text: v.noteText()}
		return func(w *work) error {
			w.touch(id)
			return store.In(w.tx, member.NoteSchema()).Put(note)
		}, nil
	}
	entry := v.contacted(key, s, ago)
	return func(w *work) error {
		w.touch(id)
		_, err := w.contacts().Contacted(entry, w.settings.policy(member.Member{}))
		return err
	}, nil
}
