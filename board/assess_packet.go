package board

import (
	"encoding/json"
	"errors"
	"io"
	"strings"

	"holdfast/assessment"
	"holdfast/backup/packet"
	"holdfast/record"
	"holdfast/wording"
)

// Packet is a packet of questions on somebody else's laptop, opened: no vault
// is needed, and nothing of a board is in it but the questions.
type Packet struct {
	about assessment.Packet
	in    assessment.Instrument
	words string
}

// OpenPacket opens a packet with the words that came with it; they may be typed
// in small or capital letters. It takes a quarter of a second. It fails with
// packet.ErrWrongWords, packet.ErrDamaged, packet.ErrNewer, or wording.Problems.
func OpenPacket(file []byte, words string) (*Packet, error) {
	content, err := packet.Open(file, words)
	if err != nil {
		return nil, err
	}
	about, in, err := assessment.ReadPacket(content)
	if err != nil {
		return nil, newerFile(err)
	}
	return &Packet{about, in, words}, nil
}

// newerFile says of what is inside a file that it is newer, as packet does.
func newerFile(err error) error {
	if errors.Is(err, record.ErrNewer) {
		return packet.ErrNewer
	}
	return err
}

// Board is whose questions they are, to be shown above them.
func (p *Packet) Board() string { return p.about.Board }

// Title is what the round is called.
func (p *Packet) Title() string { return p.about.Title }

// To is the day by which the answers should be back, zero where none is said.
func (p *Packet) To() record.Date { return p.about.To }

// Instrument is what is asked.
func (p *Packet) Instrument() assessment.Instrument { return p.in }

// Side is the group that a code was drawn for. It fails with a Problem, so
// that a slip of the finger is found before anybody answers.
func (p *Packet) Side(code assessment.Code) (assessment.Side, error) { return p.about.Side(code) }

// Seal makes the file that goes back: only the board's keyholders can open it,
// and not the person who made it either. It fails with wording.Problems.
func (p *Packet) Seal(answers assessment.Answers, code assessment.Code) ([]byte, error) {
	r, err := p.response(answers, code)
	if err != nil {
		return nil, err
	}
	content, err := assessment.MakeHanded(p.in, r, code)
	if err != nil {
		return nil, err
	}
	defer clear(content)
	return packet.SealTo(content, p.about.Recipient)
}

func (p *Packet) response(answers assessment.Answers, code assessment.Code) (assessment.Response, error) {
	side, err := p.Side(code)
	if err != nil {
		return assessment.Response{}, err
	}
	return p.in.Accept(assessment.Response{Instrument: p.in.ID, Version: p.in.Version, Words: p.in.Fingerprint(),
		Round: p.about.Round, Side: side, Answers: answers})
}

// PutAside seals unfinished answers under the person's own code and the words
// of the packet, to be saved beside the packet and taken up again. It takes a
// quarter of a second.
func (p *Packet) PutAside(answers assessment.Answers, code assessment.Code) ([]byte, error) {
	r, err := p.response(answers, code)
	if err != nil {
		return nil, err
	}
	content, err := json.Marshal(r.Answers)
	if err != nil {
		return nil, err
	}
	defer clear(content)
	return packet.Seal(content, p.own(code))
}

// TakeUp opens what PutAside sealed. It fails with packet.ErrWrongWords for
// another person's file.
func (p *Packet) TakeUp(file []byte, code assessment.Code) (assessment.Answers, error) {
	content, err := packet.Open(file, p.own(code))
	if err != nil {
		return nil, err
	}
	defer clear(content)
	var answers assessment.Answers
	if err := json.Unmarshal(content, &answers); err != nil {
		return nil, packet.ErrDamaged
	}
	r, err := p.response(answers, code)
	return r.Answers, err
}

func (p *Packet) own(code assessment.Code) string {
	return p.words + " " + strings.ReplaceAll(string(code), "-", " ")
}

// AnswersName is a name for the file that goes back which tells nothing: not
// who answered, and not when.
func AnswersName(random io.Reader) (string, error) {
	id, err := record.NewID(random)
	return "answers-" + id.Short() + ".age", err
}

// packetTroubles are the errors about files that travel.
func packetTroubles() []trouble {
	return []trouble{
		{packet.ErrWrongWords, CodePassphrase, wording.T("These words do not open this file. Check them against the slip, then try again.")},
		{packet.ErrNewer, CodeNewer, wording.T("This file was made by a newer Holdfast. Update the program; nothing is wrong with the file.")},
		{packet.ErrOtherKey, CodeInvalid, wording.T("This file was not made for this round, or the round is closed. It can’t be opened here.")},
		{packet.ErrDamaged, CodeInvalid, wording.T("This is not a file of questions or answers, or it was changed or cut off on its way. Have it sent again.")},
		{ErrSittingOver, CodeInvalid, wording.T("This sitting is over. Hand the laptop back.")},
	}
}
