// Package packet seals what travels between a board and somebody who answers
// on another laptop: the questions on their way there, the answers on their
// way back.
//
// Both are age files, so that they can be opened without Holdfast by whoever
// holds the key. Questions are sealed under words that everybody who is asked
// is told (scrypt). Answers are sealed to a key of the round alone
// (post-quantum hybrid), which lies in the board's vault and is destroyed when
// the round is closed. Inside, everything is padded, so that the size of a
// file does not tell how much somebody wrote.
//
// Promises:
//   - a changed, cut or foreign file is an error, and nothing of it comes out
//     before its end was verified;
//   - a file can't ask for more memory or time than this program would use
//     itself.
//
// Example:
//
//	keys, err := packet.NewKeys()
//	file, err := packet.Seal(questions, "orbit lantern maple quiet harbor")
//	answers, err := packet.SealTo(response, keys.Recipient)
//	response, err = packet.OpenWith(answers, keys.Identity)
package packet
