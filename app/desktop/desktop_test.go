package desktop

import (
	"errors"
	"net"
	"path/filepath"
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
