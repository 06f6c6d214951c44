package keyring

import (
	"crypto/sha256"
	"strings"
)

// fingerprintGroups groups of four characters, five bits each, are 120 bits:
// nobody finds another key with the same fingerprint.
const fingerprintGroups, groupLength = 6, 4

// alphabet is that of Bech32 (BIP 173): no 1, B, I or O, which are misread.
const alphabet = "QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L"

// Fingerprint stands for the vault and its signing key, in groups that can be
// read aloud: "7QKM-…". It is printed on the recovery kit, and compared when a
// keyholder opens the vault for the first time. It changes when the signing
// key does, that is, when a keyholder is removed.
func (h *Header) Fingerprint() string { return fingerprint(&h.doc) }

// Renewed says whether the vault had another signing key, and with it another
// fingerprint, before.
func (h *Header) Renewed() bool { return len(h.doc.Retired) > 0 }

func fingerprint(d *document) string {
	sum := sha256.Sum256(bind("fingerprint v1", []byte(d.Vault), d.Signer))
	var out strings.Builder
	for i := range fingerprintGroups * groupLength {
		if i > 0 && i%groupLength == 0 {
			out.WriteByte('-')
		}
		out.WriteByte(alphabet[symbolAt(sum[:], i)])
	}
	return out.String()
}

// symbolAt is the i-th group of five bits.
func symbolAt(bits []byte, i int) byte {
	at := i * 5
	two := uint16(bits[at/8]) << 8
	if at/8+1 < len(bits) {
		two |= uint16(bits[at/8+1])
	}
	return byte(two>>(11-at%8)) & 31
}
