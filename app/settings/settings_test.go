package settings

import (
	"fmt"
	"math"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"demarche/app/ui"
)

func TestRoundTrip(t *testing.T) {
	p := test.NewTempApp(t).Preferences()
	s := New(p)
	if got := s.WindowSize(); got != fyne.NewSize(defaultWidth, defaultHeight) {
		t.Errorf("first size %v", got)
	}
	s.SetWindowSize(fyne.NewSize(1000, 700))
	s.SetScheme(ui.Dark)
	s.SetGrouping("actor")
	s.SetLastCase("/a.demarche")
	s.SetPanes("timeline", 200, 300)
	s = New(p) // as after a restart
	l, r := s.Panes("timeline", DefaultRight)
	if s.WindowSize() != fyne.NewSize(1000, 700) || s.Scheme() != ui.Dark || s.Grouping() != "actor" ||
		s.LastCase() != "/a.demarche" || l != 200 || r != 300 {
		t.Errorf("not kept: %v %v %v %v %v %v", s.WindowSize(), s.Scheme(), s.Grouping(), s.LastCase(), l, r)
	}
}

func TestRecent(t *testing.T) {
	s := New(test.NewTempApp(t).Preferences())
	dir := t.TempDir()
	for i := range 12 {
		s.AddRecent(filepath.Join(dir, fmt.Sprint(i)))
	}
	s.AddRecent(filepath.Join(dir, "7"))
	got := s.Recent()
	if len(got) != MaxRecent || got[0] != filepath.Join(dir, "7") || got[1] != filepath.Join(dir, "11") {
		t.Errorf("recent is %v", got)
	}
	s.DropRecent(got[0])
	if len(s.Recent()) != MaxRecent-1 {
		t.Errorf("after dropping one: %v", s.Recent())
	}
}

func TestSpoiledPreferences(t *testing.T) {
	p := test.NewTempApp(t).Preferences()
	p.SetFloatList(keyWindow, []float64{math.NaN(), -3})
	p.SetString(keyRecent, "{not json")
	p.SetString(keyScheme, "purple")
	p.SetFloatList(keyPanes+"timeline", []float64{1e30})
	s := New(p)
	l, r := s.Panes("timeline", 300)
	if s.WindowSize().Width != defaultWidth || s.Recent() != nil || s.Scheme() != ui.System || l != DefaultLeft || r != 300 {
		t.Errorf("spoiled preferences are used: %v %v %v %v %v", s.WindowSize(), s.Recent(), s.Scheme(), l, r)
	}
}
