package timeline

import (
	"runtime"
	"time"

	"golang.org/x/sys/unix"
)

// cpuClock reads the time that the processor spent on this goroutine's thread: on
// a machine that others work on, the wall clock also counts what these took.
func cpuClock() (read func() time.Duration, done func()) {
	runtime.LockOSThread()
	return func() time.Duration { return clock(unix.CLOCK_THREAD_CPUTIME_ID) }, runtime.UnlockOSThread
}

// allCPU is the time that processors spent on all goroutines.
func allCPU() time.Duration { return clock(unix.CLOCK_PROCESS_CPUTIME_ID) }

func clock(id int32) time.Duration {
	var t unix.Timespec
	if err := unix.ClockGettime(id, &t); err != nil {
		panic(err)
	}
	return time.Duration(t.Nano())
}
