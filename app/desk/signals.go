package desk

import (
	"context"
	"os"
	"os/signal"
	"syscall"
)

// signals tells SessionEnd when the session's leader is gone: at the end of a
// session, or of the terminal that the program was started from (SIGHUP).
// Without it the program would die at once; with it the vault is closed
// first. SIGTERM and SIGINT are left to Fyne, which ends its window on them by
// itself; a second one to end it meanwhile finds no window any more and panics.
func signals() source {
	return func(ctx context.Context, e *ear) error {
		asked := make(chan os.Signal, 1)
		signal.Notify(asked, syscall.SIGHUP)
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
