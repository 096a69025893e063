package settings

import (
	"fmt"
	"math"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"demarche/app/session"
	"demarche/app/ui"
	"demarche/data"
	"demarche/timeline"
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

func TestLanesOfEachCase(t *testing.T) {
	p := test.NewTempApp(t).Preferences()
	s := New(p)
	order := func(keys ...string) session.Arrangement {
		return session.Arrangement{}.With(timeline.ByIssue, data.Lanes{Order: keys})
	}
	s.SetArrangement("/a", order("i1", "i2").With(timeline.ByActor, data.Lanes{Hidden: []string{"x", ""}, Folded: []string{"y"}}))
	s.SetArrangement("/b", order("i3"))
	s.SetAxis(session.Axis{Weeks: true, Known: true})
	s = New(p) // as after a restart
	got := s.Arrangement("/a")
	if l := got[timeline.ByActor]; len(got) != 2 || len(l.Hidden) != 2 || l.Hidden[1] != "" || l.Folded[0] != "y" || got[timeline.ByIssue].Order[1] != "i2" {
		t.Errorf("/a is arranged as %+v", got)
	}
	if s.Axis() != (session.Axis{Weeks: true, Known: true}) {
		t.Errorf("the axis shows %+v", s.Axis())
	}
	s.SetArrangement("/a", nil)
	if s.Arrangement("/a") != nil || s.Arrangement("/b") == nil {
		t.Error("what is arranged no more is remembered, or another case is forgotten")
	}
	for i := range 3 * maxArranged {
		s.SetArrangement(fmt.Sprint("/case", i), order("i1"))
	}
	if n := len(s.arrangements()); n != maxArranged {
		t.Errorf("%d cases are remembered", n)
	}
	p.SetString(keyLanes, "{nonsense")
	p.SetString(keyAxis, "[]")
	if s.Arrangement("/b") != nil || s.Axis() != (session.Axis{}) {
		t.Error("nonsense is read as an arrangement")
	}
}
