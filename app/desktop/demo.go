package desktop

import (
	"context"
	"errors"

	"holdfast/board"
)

// demoPeople is how many people the invented board has.
const demoPeople = 14

// demoChoices is how many choices each of them made.
const demoChoices = 6

// demoMeetings is how many meetings they are paid for.
const demoMeetings = 10

// demoRounds is how many rounds of the self-assessment are closed.
const demoRounds = 2

// demoSeed decides who they are.
const demoSeed = 1

// Demo makes an invented board in a new vault and says what opens it.
func Demo(ctx context.Context, env board.Environment, dir string) (*board.Board, string, error) {
	const passphrase = "lantern meadow orbit pebble quilt river"
	b, _, err := board.Create(ctx, env, dir, board.DemoBeginning("Coordinator", passphrase))
	if err != nil {
		return nil, "", err
	}
	if err := b.FillDemo(ctx, board.Demo{Seed: demoSeed, People: demoPeople, Choices: demoChoices, Meetings: demoMeetings, Rounds: demoRounds, OpenRound: true, Checklists: true, Leaving: true}, nil); err != nil {
		return nil, "", errors.Join(err, b.Unmake())
	}
	return b, passphrase, nil
}
