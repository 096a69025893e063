//go:build !linux

package timeline

import "time"

// cpuClock is the wall clock, which on a machine of one's own says the same.
func cpuClock() (read func() time.Duration, done func()) {
	start := time.Now()
	return func() time.Duration { return time.Since(start) }, func() {}
}

// allCPU is the wall clock, too.
func allCPU() time.Duration { return time.Duration(time.Now().UnixNano()) }
