package keyring

import "strings"

// seedSize is how many bytes an age identity has before it is text.
const seedSize = 32

// seed is the bytes of an identity, without the six characters that check
// its text. The caller clears them.
func seed(id *identity) []byte {
	bytes := make([]byte, seedSize)
	var bits uint32
	var have, at int
	for _, c := range []byte(id.text[len(identityPrefix) : identitySize-checkLength]) {
		bits = bits<<5 | uint32(strings.IndexByte(alphabet, c))
		if have += 5; have >= 8 && at < len(bytes) {
			have -= 8
			bytes[at] = byte(bits >> have)
			at++
		}
	}
	return bytes
}

// fromSeed is the identity of 32 bytes: Bech32 (BIP 173) in capitals, as age
// writes it.
func fromSeed(seed []byte) (*identity, error) {
	var symbols []byte
	var bits uint32
	var have int
	for _, b := range seed {
		bits = bits<<8 | uint32(b)
		for have += 8; have >= 5; {
			have -= 5
			symbols = append(symbols, byte(bits>>have)&31)
		}
	}
	if have > 0 {
		symbols = append(symbols, byte(bits<<(5-have))&31)
	}
	symbols = append(symbols, bechCheck(strings.TrimSuffix(identityPrefix, "1"), symbols)...)
	text := []byte(identityPrefix)
	for _, s := range symbols {
		text = append(text, alphabet[s])
	}
	clear(symbols)
	defer clear(text)
	return parseIdentity(string(text))
}

// checkLength is how many characters check a Bech32 text.
const checkLength = 6

// bechCheck is the symbols that check others after a prefix. The checksum is
// that of the prefix in small letters, whatever the text is written in.
func bechCheck(prefix string, symbols []byte) []byte {
	sum := uint32(1)
	step := func(symbol byte) {
		top := sum >> 25
		sum = sum&0x1ffffff<<5 ^ uint32(symbol)
		for i, g := range [...]uint32{0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3} {
			sum ^= g * (top >> i & 1)
		}
	}
	prefix = strings.ToLower(prefix)
	for _, c := range []byte(prefix) {
		step(c >> 5)
	}
	step(0)
	for _, c := range []byte(prefix) {
		step(c & 31)
	}
	for _, s := range symbols {
		step(s)
	}
	check := make([]byte, checkLength)
	for range check {
		step(0)
	}
	for i := range check {
		check[i] = byte((sum^1)>>(5*(checkLength-1-i))) & 31
	}
	return check
}
