package extract

import (
	"context"
	"strings"
	"testing"
	"time"
)

// One thing told ten thousand times costs what its tellings cost, not the square
// of their number.
func TestManyTellings(t *testing.T) {
	took := func(n int) time.Duration {
		text := strings.Repeat("Ukraine rejected ceding Donbas on Monday. ", n)
		least := time.Hour
		for range 2 {
			at := time.Now()
			if _, err := Extract(context.Background(), text, Options{}); err != nil {
				t.Fatal(err)
			}
			least = min(least, time.Since(at))
		}
		return least
	}
	few, many := took(1000), took(10_000)
	t.Log(few, many)
	if many > 40*few {
		t.Errorf("a thousand tellings took %v, ten thousand %v", few, many)
	}
}
