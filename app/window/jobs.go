package window

import (
	"context"
	"sync"
)

// jobs are the workers that run beside the interface. They stop when the window
// closes.
type jobs struct {
	ctx    context.Context
	cancel context.CancelFunc
	wait   sync.WaitGroup
}

func (j *jobs) init() { j.ctx, j.cancel = context.WithCancel(context.Background()) }

// start runs f on a goroutine of its own; cancel stops it early.
func (j *jobs) start(f func(ctx context.Context)) (cancel context.CancelFunc) {
	ctx, cancel := context.WithCancel(j.ctx)
	j.wait.Go(func() {
		defer cancel()
		f(ctx)
	})
	return cancel
}

// stop ends all workers and waits for them.
func (j *jobs) stop() {
	j.cancel()
	j.wait.Wait()
}
