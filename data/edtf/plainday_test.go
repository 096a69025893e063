package edtf

import (
	"fmt"
	"testing"
)

// The quick way to read a day agrees with the pattern on every day there is and
// on those that there are not.
func TestPlainDayIsWhatThePatternReads(t *testing.T) {
	for _, y := range []int{0, 1, 1900, 2000, 2024, 2025, 9999} {
		for m := 0; m <= 13; m++ {
			for d := 0; d <= 32; d++ {
				s := fmt.Sprintf("%04d-%02d-%02d", y, m, d)
				quick, ok := plainDay(s)
				// A qualifier keeps Parse from the quick way.
				slow, err := Parse(s + "~")
				if ok != (err == nil) {
					t.Fatalf("%s: quick %v, pattern %v", s, ok, err)
				}
				if quick.Qualifier = Approximate; ok && quick != slow.Start {
					t.Fatalf("%s: quick %+v, pattern %+v", s, quick, slow.Start)
				}
			}
		}
	}
	for _, s := range []string{"", "2025-12-1", "2025-1a-01", "2025-12-XX", "2025/12/01", "-025-12-01", "2025-12-1٣"} {
		if p, ok := plainDay(s); ok {
			t.Errorf("%q was read as %+v", s, p)
		}
	}
}
