package plot

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"demarche/app/session"
	"demarche/data"
	"demarche/data/edtf"
	"demarche/timeline/scale"
)

// A large case is filtered on another goroutine: until that is done the chart is
// not settled, and where to look waits for it.
func TestLookWaitsForTheLayout(t *testing.T) {
	ui := make(chan func(), 64)
	c := largeChart(t, 5000, func(_ time.Duration, f func()) func() {
		ui <- f
		return func() {}
	}, func(f func()) { ui <- f })
	settle := func() {
		t.Helper()
		for start := time.Now(); !c.Settled() || len(ui) > 0; {
			select {
			case f := <-ui:
				f()
			case <-time.After(10 * time.Millisecond):
			}
			if time.Since(start) > 20*time.Second {
				t.Fatal("it does not settle")
			}
		}
	}
	c.field.Resize(fyne.NewSize(900, 500))
	settle()
	whole, fit := c.Plot().DefaultWindow(), c.Plot().FitWindow()

	want := scale.Window{From: edtf.OfDay(2021, 3, 1).Earliest(), To: edtf.OfDay(2021, 6, 1).Earliest()}
	c.ses.Filter.Set(session.Filter{Only: data.KindPosition}.WithStance(data.Demands, true))
	if c.Settled() {
		t.Fatal("it is settled before it is filtered")
	}
	c.LookAt(want)
	settle()
	if got := c.View().Window; got != want {
		t.Errorf("it looks at %v, not at %v", got, want)
	}
	if c.Plot().Len() == 0 || c.Plot().Len() >= 5000 {
		t.Fatalf("%d items are left", c.Plot().Len())
	}
	if got := c.Plot().DefaultWindow(); got != whole {
		t.Errorf("filtered, rows are packed for %v, not for %v", got, whole)
	}
	if got := c.Plot().FitWindow(); got.To < whole.To || got.From > whole.From || got.To > fit.To {
		t.Errorf("filtered, the span is %v; of all it is %v", got, fit)
	}

	// What no layout shows leaves it settled.
	if err := c.ses.Do(data.Change{Label: "Save view", Put: []data.Record{&data.SavedView{ID: "v", Name: "V"}}}); err != nil {
		t.Fatal(err)
	}
	settle()
}
