package desk

import (
	"context"
	"os"
	"os/signal"
	"syscall"
)

// signals tells SessionEnd when the program is asked to end: at logout, by
// the terminal that closes, by Ctrl+C. Without it the program would die at
// once; with it the vault is closed first.
func signals() source {
	return func(ctx context.Context, e *ear) error {
		asked := make(chan os.Signal, 1)
		signal.Notify(asked, syscall.SIGTERM, syscall.SIGHUP, syscall.SIGINT)
		defer signal.Stop(asked)
		e.open(SessionEnd)
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-asked:
		}
		// From now on a second signal ends the program at once, should closing
		// hang.
		signal.Stop(asked)
		e.tell(ctx, SessionEnd)
		<-ctx.Done()
		return ctx.Err()
	}
}
