package assessment

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"

	"holdfast/record"
	"holdfast/wording"
)

// Packet is what another laptop needs so that somebody can answer there: the
// questions, whom to seal the answers to, and by which codes to know that
// somebody may answer. It holds nothing else of the board. How it is sealed
// is not known here.
type Packet struct {
	Format int `json:"holdfast_packet"`
	// Board and Title are shown to who answers.
	Board string      `json:"board"`
	Title string      `json:"title"`
	To    record.Date `json:"to"`
	Round record.ID   `json:"round"`
	// Recipient is what answers are sealed to.
	Recipient string            `json:"recipient"`
	Codes     map[Side][]string `json:"codes"`
	// Questionnaire is the instrument as Write writes it.
	Questionnaire json.RawMessage `json:"questionnaire"`
}

// Handed is what comes back of a packet: the code, and the answers as
// WriteResponse writes them.
type Handed struct {
	Format   int             `json:"holdfast_answers"`
	Round    record.ID       `json:"round"`
	Code     Code            `json:"code"`
	Response json.RawMessage `json:"response"`
}

const packetFormat = 1

// MakePacket is the packet of a round.
func MakePacket(r Round, h Handout, in Instrument, board string) ([]byte, error) {
	raw, err := in.Write()
	if err != nil {
		return nil, err
	}
	return json.Marshal(Packet{packetFormat, board, r.Title, r.To, r.ID, h.Recipient, h.Codes, raw})
}

// ReadPacket reads what MakePacket made. It fails with wording.Problems.
func ReadPacket(data []byte) (Packet, Instrument, error) {
	var p Packet
	if newerThan(data, "holdfast_packet") {
		return p, Instrument{}, record.ErrNewer
	}
	if err := strictly(data, &p); err != nil {
		return p, Instrument{}, wording.Refuse("", "This is not a packet of questions, or it is damaged.")
	}
	if _, err := record.ParseID(string(p.Round)); err != nil || p.Format != packetFormat || p.Recipient == "" {
		return p, Instrument{}, wording.Refuse("", "This is not a packet of questions, or it is damaged.")
	}
	in, err := ReadInstrument(p.Questionnaire)
	return p, in, err
}

// Side is the group that a code was drawn for, as far as the packet knows. It
// fails with a wording.Problem.
func (p Packet) Side(c Code) (Side, error) { return Handout{Round: p.Round, Codes: p.Codes}.SideOf(c) }

// MakeHanded is what goes back to the board.
func MakeHanded(in Instrument, r Response, c Code) ([]byte, error) {
	raw, err := in.WriteResponse(r)
	if err != nil {
		return nil, err
	}
	return json.Marshal(Handed{packetFormat, r.Round, c, raw})
}

// ReadHanded reads what MakeHanded made, for a round and its instrument: which
// group answered is known by the code. It fails with wording.Problems: for
// another round, a code that is none of it or was used, and as ReadResponse
// does.
func ReadHanded(data []byte, out Handout, in Instrument) (Response, Code, error) {
	var h Handed
	if newerThan(data, "holdfast_answers") {
		return Response{}, "", record.ErrNewer
	}
	if err := strictly(data, &h); err != nil {
		return Response{}, "", wording.Refuse("", "This file holds no answers, or it is damaged.")
	}
	if h.Round != out.Round || h.Format != packetFormat {
		return Response{}, "", wording.Refuse("round", "These answers belong to another round, or to another board.")
	}
	code, err := ParseCode(string(h.Code))
	if err != nil {
		return Response{}, "", err
	}
	side, err := out.SideOf(code)
	if err != nil {
		return Response{}, "", err
	}
	r, err := in.ReadResponse(h.Response)
	if err == nil && (r.Round != out.Round || r.Side != side || r.Unfinished) {
		err = wording.Refuse("round", "These answers belong to another round or group, or are not finished.")
	}
	return r, code, err
}

// newerThan says whether something that travels is of a newer format, whatever
// else is in it that this program does not know.
func newerThan(data []byte, field string) bool {
	var fields map[string]json.RawMessage
	format := 0
	return len(data) <= MaxFile && json.Unmarshal(data, &fields) == nil && json.Unmarshal(fields[field], &format) == nil && format > packetFormat
}

// strictly decodes JSON that holds nothing unknown and nothing after it.
func strictly(data []byte, into any) error {
	if len(data) > MaxFile {
		return errors.New("too long")
	}
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	if err := d.Decode(into); err != nil {
		return err
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return errors.New("something follows")
	}
	return nil
}
