package ui

import (
	"image/png"
	"os"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"demarche/data"
)

// gallery is every widget of the kit in one picture.
func gallery() fyne.CanvasObject {
	chosen := NewItem(ItemOptions{Label: "Ukraine", Note: "9", Dot: rgb(0x0072b2)}, func() {})
	chosen.SetSelected(true)
	card := NewCard(Column(4,
		Row(8, 0, NewCut("Security guarantees", Title), NewStance(data.Demands)),
		NewWrapped("Legally binding, approved by the US Congress, and more words than fit into one line", Muted),
		Quote("“… no treaty without them”"),
		NewLink("Article of 16 Dec 2025, para. 4 ›", func() {}),
	), func() {})
	cell := NewCell(Column(2, NewText("Rejects", Style{Bold: true, Tone: Bad}), NewWrapped("Ceding Donetsk and Luhansk", Plain)), Bad, func() {})
	card.SetSelected(true)
	left := Pad(12, 12, 12, 12, Column(4,
		Section("Actors"), chosen,
		NewItem(ItemOptions{Label: "Volodymyr Zelenskyy with a very long name", Note: "6", Dot: rgb(0x5aa5d6), Indent: 1}, func() {}),
		NewItem(ItemOptions{Label: "Security guarantees", Note: "8", Mark: NewTick("x", true, func(bool) {})}, func() {}),
		NewItem(ItemOptions{Label: "Process", Note: "6", Mark: NewTick("x", false, func(bool) {})}, func() {}),
		NewItem(ItemOptions{Label: "Demands", Dot: Asks.Full(), Square: true}, func() {}),
	))
	tabs := NewTabs(TabItem{"Positions", card}, TabItem{"Events 9", Gap(1, 1)})
	right := Pad(12, 12, 12, 12, Column(10,
		Row(10, 1, Avatar("Ukraine", rgb(0x0072b2), 34), Column(0, NewText("Ukraine", Sub), NewText("State · party to the talks", Muted))),
		tabs.Object(), cell, Meter(0.6, Good), FactText("Stance", "Offers guarantees modelled on NATO’s Article 5"),
		Row(8, -1, NewKeyed("Accept", "A", true, func() {}), NewKeyed("Edit", "E", false, func() {}), NewFlat("More", func() {})),
		Banner("This document has no publication date.", NewPrimary("Use", func() {})),
	))
	toast := NewToast(0)
	toast.Show("Accepted", "Undo", func() {})
	seg := NewSegmented([]string{"Timeline", "Positions", "Documents", "Actors"}, nil)
	middle := Pad(12, 12, 12, 12, container.NewBorder(Row(8, 1, seg, NewSearch("Search (Ctrl+F)", 0, func(string) {}), NewButton("Import…", func() {})), nil, nil, nil,
		Empty("No case is open", "Make a new case, open one, or look at the sample.", NewPrimary("New case…", func() {}), NewButton("Open…", func() {}))))
	panes := NewPanes(220, 330)
	panes.Set(left, middle, right)
	return container.NewStack(panes, toast.Object())
}

func TestGallery(t *testing.T) {
	for _, scheme := range []Scheme{Light, Dark} {
		app := test.NewTempApp(t)
		app.Settings().SetTheme(NewTheme(scheme))
		w := test.NewTempWindow(t, gallery())
		w.Resize(fyne.NewSize(1240, 560))
		img := w.Canvas().Capture()
		if dir := os.Getenv("DEMARCHE_PICTURES"); dir != "" {
			f, err := os.Create(dir + "/gallery-" + string(scheme) + ".png")
			if err != nil {
				t.Fatal(err)
			}
			png.Encode(f, img)
			f.Close()
		}
		if img.Bounds().Dx() < 1200 {
			t.Fatalf("the window is %v", img.Bounds())
		}
	}
}
