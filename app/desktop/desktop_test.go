package desktop

import (
	"errors"
	"log"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func env(m map[string]string) func(string) string { return func(k string) string { return m[k] } }

func TestDisplay(t *testing.T) {
	dir := t.TempDir()
	l, err := net.Listen("unix", filepath.Join(dir, "wl-0"))
	if err != nil {
		t.Skip(err)
	}
	defer l.Close()
	tests := []struct {
		name string
		env  map[string]string
		ok   bool
	}{
		{"nothing", nil, false},
		{"no server", map[string]string{"DISPLAY": ":59873"}, false},
		{"nonsense", map[string]string{"DISPLAY": "nonsense"}, false},
		{"no number", map[string]string{"DISPLAY": ":x.0"}, false},
		{"wayland", map[string]string{"WAYLAND_DISPLAY": "wl-0", "XDG_RUNTIME_DIR": dir}, true},
		{"wayland by path", map[string]string{"WAYLAND_DISPLAY": filepath.Join(dir, "wl-0")}, true},
		{"wayland gone", map[string]string{"WAYLAND_DISPLAY": "wl-1", "XDG_RUNTIME_DIR": dir}, false},
	}
	for _, tt := range tests {
		err := Display(env(tt.env))
		if tt.ok != (err == nil) || err != nil && !errors.Is(err, ErrNoDisplay) {
			t.Errorf("%s: %v", tt.name, err)
		}
	}
}

func TestNameLanguage(t *testing.T) {
	tests := []struct{ in, want map[string]string }{
		{map[string]string{}, map[string]string{"LANG": english}},
		{map[string]string{"LANG": "C"}, map[string]string{"LANG": english}},
		{map[string]string{"LANG": "C.UTF-8"}, map[string]string{"LANG": english}},
		{map[string]string{"LC_ALL": "POSIX", "LANG": "de_DE"}, map[string]string{"LC_ALL": english, "LANG": "de_DE"}},
		{map[string]string{"LANG": "uk_UA.UTF-8"}, map[string]string{"LANG": "uk_UA.UTF-8"}},
	}
	for _, tt := range tests {
		nameLanguage(env(tt.in), func(k, v string) error { tt.in[k] = v; return nil })
		for k, v := range tt.want {
			if tt.in[k] != v {
				t.Errorf("%s is %q, want %q", k, tt.in[k], v)
			}
		}
	}
}

func TestPrepare(t *testing.T) {
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("XDG_CACHE_HOME", filepath.Join(home, "a", "cache"))
	t.Setenv("XDG_CONFIG_HOME", filepath.Join(home, "b", "config"))
	got := map[string]string{}
	if err := Prepare(env(nil), func(k, v string) error { got[k] = v; return nil }); err != nil {
		t.Fatal(err)
	}
	for _, f := range []func() (string, error){os.UserCacheDir, os.UserConfigDir} {
		dir, err := f()
		if err != nil {
			t.Fatal(err)
		}
		if info, err := os.Stat(dir); err != nil || !info.IsDir() {
			t.Errorf("%s was not made: %v", dir, err)
		}
	}
	if x11System() && got["XDG_RUNTIME_DIR"] == "" {
		t.Error("no folder for sockets is named")
	}
	got = map[string]string{}
	if err := Prepare(env(map[string]string{"XDG_RUNTIME_DIR": home}), func(k, v string) error { got[k] = v; return nil }); err != nil || len(got) > 0 {
		t.Errorf("what is set was changed: %v %v", got, err)
	}
}

func TestTellsTheme(t *testing.T) {
	if !x11System() {
		t.Skip("this system always says")
	}
	dir := t.TempDir()
	with := filepath.Join(dir, "with")
	if err := os.MkdirAll(filepath.Join(with, "bus"), 0o700); err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		env  map[string]string
		want bool
	}{
		{nil, false},
		{map[string]string{"XDG_RUNTIME_DIR": dir}, false},
		{map[string]string{"XDG_RUNTIME_DIR": with}, true},
		{map[string]string{"DBUS_SESSION_BUS_ADDRESS": "unix:path=/x"}, true},
	}
	for _, tt := range tests {
		if got := TellsTheme(env(tt.env)); got != tt.want {
			t.Errorf("%v: %v", tt.env, got)
		}
	}
}

func TestQuietLeavesOutOneMessage(t *testing.T) {
	var out strings.Builder
	l := log.New(Quiet(&out), "", 0)
	l.Println("Fyne error: ", "failed to watch theme settings")
	l.Println("  Cause:", "no bus")
	l.Printf("  At: %s", "app_xdg.go")
	l.Println("Fyne error: ", "Failed to load a picture")
	l.Println("  Cause:", "it is broken")
	if want := "Fyne error:  Failed to load a picture\n  Cause: it is broken\n"; out.String() != want {
		t.Errorf("the log says %q, want %q", out.String(), want)
	}
}
