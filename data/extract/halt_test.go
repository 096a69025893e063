package extract

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"
)

// Whoever gives up waiting does not wait for texts that cost most for their length.
func TestExtractStopsSoon(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	for _, text := range []string{"demanded that Norland demanded that ", "the ", "Norland said no. "} {
		for _, after := range []time.Duration{100 * time.Millisecond, 600 * time.Millisecond} {
			ctx, cancel := context.WithTimeout(context.Background(), after)
			start := time.Now()
			_, err := Extract(ctx, strings.Repeat(text, (4<<20)/len(text)), Options{})
			cancel()
			if took := time.Since(start); !errors.Is(err, context.DeadlineExceeded) || took > after+5*time.Second {
				t.Errorf("%q: %v after %v", text, err, took)
			}
		}
	}
}
