// Package desktop asks, before Fyne does, what the desktop is like: whether
// there is a display at all, and which language it speaks. Fyne panics without
// a display.
package desktop

import (
	"errors"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// ErrNoDisplay says that no window can be opened, and what works without one.
var ErrNoDisplay = errors.New("there is no display to open a window on; " +
	"without one use demarche import, extract, export or check (see demarche help)")

const answerTime = 3 * time.Second

// Display reports whether a window can be opened, with getenv as the environment.
// Only systems with X11 or Wayland may lack a display.
func Display(getenv func(string) string) error {
	if !x11System() {
		return nil
	}
	if name := getenv("WAYLAND_DISPLAY"); name != "" && answers("unix", waylandSocket(name, getenv("XDG_RUNTIME_DIR"))) {
		return nil
	}
	name := getenv("DISPLAY")
	if name == "" {
		return ErrNoDisplay
	}
	if x11Answers(name) {
		return nil
	}
	return fmt.Errorf("the display %s does not answer: %w", name, ErrNoDisplay)
}

func waylandSocket(name, folder string) string {
	if filepath.IsAbs(name) {
		return name
	}
	return filepath.Join(folder, name)
}

// x11Answers connects to the X server of a DISPLAY such as ":0", "host:1.0".
func x11Answers(display string) bool {
	i := strings.LastIndexByte(display, ':')
	if i < 0 {
		return false
	}
	host := display[:i]
	number, _, _ := strings.Cut(display[i+1:], ".")
	n, err := strconv.ParseUint(number, 10, 16)
	if err != nil {
		return false
	}
	if strings.HasPrefix(host, "/") { // macOS' launchd socket
		_, err := os.Stat(host)
		return err == nil
	}
	if host == "" || host == "unix" {
		socket := "/tmp/.X11-unix/X" + strconv.FormatUint(n, 10)
		return answers("unix", socket) || answers("unix", "@"+socket) || answers("tcp", tcp("localhost", n))
	}
	return answers("tcp", tcp(host, n))
}

func tcp(host string, n uint64) string { return net.JoinHostPort(host, strconv.FormatUint(6000+n, 10)) }

func answers(network, address string) bool {
	c, err := net.DialTimeout(network, address, answerTime)
	if err != nil {
		return false
	}
	c.Close()
	return true
}
