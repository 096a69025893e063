package timeline

import (
	"math"
	"strings"
	"testing"

	"demarche/data"
	"demarche/timeline/made"
	"demarche/timeline/scale"
	"demarche/timeline/scene"
	"demarche/timeline/typeface"
	"pgregory.net/rapid"
)

// axisTexts is the labels of the two rows of the axis, and the pill's box.
func axisTexts(s *scene.Scene) (outer, inner []scene.Item, pill *scene.Item) {
	for i := range s.Items {
		switch it := &s.Items[i]; {
		case it.Op == scene.OpText && it.Font == fontOuter && it.Y0 == outerLine:
			outer = append(outer, *it)
		case it.Op == scene.OpText && it.Font == fontInner && it.Y0 == innerLine:
			inner = append(inner, *it)
		case it.Op == scene.OpRect && it.Radius == 10 && it.Y1 < AxisHeight:
			pill = it
		}
	}
	return outer, inner, pill
}

func TestAxisIsLegibleInThePicture(t *testing.T) {
	faces, err := typeface.New(typeface.Options{})
	if err != nil {
		t.Fatal(err)
	}
	p := NewPlot(made.Case(made.Options{Items: 100, Seed: 2}), PlotOptions{Measure: faces.Measure})
	rapid.Check(t, func(t *rapid.T) {
		span := int64(math.Exp(rapid.Float64Range(math.Log(float64(scale.MinSpan)), math.Log(float64(scale.MaxSpan))).Draw(t, "span")))
		from := rapid.Int64Range(-6e10, 6e10).Draw(t, "from")
		v := View{
			Window: scale.Window{From: from, To: from + span}, W: rapid.Float32Range(180, 2600).Draw(t, "width"), H: 400,
			ShowAsOf: true, AsOf: from + int64(float64(span)*rapid.Float64Range(-0.2, 1.2).Draw(t, "as of")),
			Weeks: rapid.Bool().Draw(t, "weeks"), Quarters: rapid.Bool().Draw(t, "quarters"),
		}
		var s scene.Scene
		p.Draw(&s, v)
		outer, inner, pill := axisTexts(&s)
		for _, row := range [][]scene.Item{outer, inner} {
			for i := 1; i < len(row); i++ {
				if end := row[i-1].X0 + faces.Measure(row[i-1].Font, row[i-1].Text); end > row[i].X0 {
					t.Fatalf("%q runs into %q by %v", row[i-1].Text, row[i].Text, end-row[i].X0)
				}
			}
		}
		for _, it := range outer {
			if end := it.X0 + faces.Measure(it.Font, it.Text); pill != nil && end > pill.X0 && it.X0 < pill.X1 {
				t.Fatalf("%q lies under the pill", it.Text)
			}
		}
		if n := len(outer) + len(inner); v.W > 400 && n < 2 {
			t.Fatalf("the axis has %d labels", n)
		}
	})
}

func TestTimeZoneOfTheCaseStandsOverHours(t *testing.T) {
	c := harbour()
	info := *c.Info
	info.TimeZone = "Europe/Kyiv"
	c = c.With(data.Change{Put: []data.Record{&info}})
	for _, w := range []struct {
		from, to string
		want     bool
	}{{"2024-03-04T00:00", "2024-03-04T20:00", true}, {"2024-03-01", "2024-03-20", false}} {
		p := NewPlot(c, PlotOptions{})
		v := View{W: 900, H: 300, Window: scale.Window{From: date(w.from).Earliest(), To: date(w.to).Earliest()}}
		var s scene.Scene
		p.Draw(&s, v)
		outer, _, _ := axisTexts(&s)
		if len(outer) == 0 || strings.HasSuffix(outer[0].Text, " · Kyiv, UTC+2") != w.want {
			t.Errorf("%s to %s: the axis says %v", w.from, w.to, outer)
		}
	}
}
