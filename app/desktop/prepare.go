package desktop

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"runtime"
)

// Prepare makes what Fyne and the libraries below it expect to find: the user's
// folders for settings and for what may be made again, and a folder for sockets.
// New accounts and containers lack them, and each lack is reported as an error.
func Prepare(getenv func(string) string, setenv func(string, string) error) error {
	cache, err := os.UserCacheDir()
	if err != nil {
		return err
	}
	config, err := os.UserConfigDir()
	if err != nil {
		return err
	}
	for _, dir := range []string{cache, config} {
		if err := os.MkdirAll(dir, 0o700); err != nil {
			return err
		}
	}
	if x11System() && getenv("XDG_RUNTIME_DIR") == "" {
		return setenv("XDG_RUNTIME_DIR", cache) // one that nobody else can put sockets into
	}
	return nil
}

func x11System() bool {
	switch runtime.GOOS {
	case "windows", "darwin", "android", "ios", "js":
		return false
	}
	return true
}

// TellsTheme reports whether the desktop can say if it is light or dark. X11 and
// Wayland systems say so over the session bus; without one Fyne takes them for
// dark.
func TellsTheme(getenv func(string) string) bool {
	if !x11System() {
		return true
	}
	if getenv("DBUS_SESSION_BUS_ADDRESS") != "" {
		return true
	}
	dir := getenv("XDG_RUNTIME_DIR")
	if dir == "" {
		return false
	}
	_, err := os.Stat(filepath.Join(dir, "bus"))
	return err == nil
}

// Quiet is a writer for the log that leaves out what Fyne says of a system
// without a session bus or without a folder for videos: that is how the system
// is, and nothing for a person to mend.
func Quiet(w io.Writer) io.Writer { return &quiet{w: w} }

type quiet struct {
	w    io.Writer
	skip bool // the lines that explain what was left out
}

func (q *quiet) Write(line []byte) (int, error) {
	explains := bytes.Contains(line, []byte("  Cause:")) || bytes.Contains(line, []byte("  At:"))
	if !explains {
		q.skip = bytes.Contains(line, []byte("failed to watch theme settings")) ||
			bytes.Contains(line, []byte("Getting favorite locations"))
	}
	if q.skip {
		return len(line), nil
	}
	return q.w.Write(line)
}
