package window

import (
	"fmt"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"demarche/app/session"
	"demarche/app/ui"
	"demarche/app/words"
	"demarche/data"
	"demarche/data/edtf"
	"demarche/data/zone"
)

// zoneForm asks for the time zone of a case.
type zoneForm struct {
	ses     *session.Session
	now     time.Time
	name    *widget.SelectEntry
	says    *ui.Text
	convert *widget.Check // the times of day that there are; nil: there are none, or of no known zone
}

// zonesListed is how many zones the list offers at once, zonesNamed how many are
// named below it.
const zonesListed, zonesNamed = 24, 4

func (w *Window) askZone() {
	f := newZoneForm(w.open.ses, w.o.Now())
	var d *ui.Dialog
	d = ui.ShowDialog(w.win, ui.DialogOptions{Title: "Time zone of the case", Width: 440, Content: f.content(), Confirm: "Set", First: f.name,
		OnConfirm: func() {
			if err := f.save(); err != nil {
				d.Fault(words.Sentence(err))
				return
			}
			d.Close()
		}})
	f.name.TypedShortcut(&fyne.ShortcutSelectAll{}) // so that typing replaces it
}

func newZoneForm(ses *session.Session, now time.Time) *zoneForm {
	f := &zoneForm{ses: ses, now: now, name: widget.NewSelectEntry(nil), says: ui.NewWrapped("", ui.Note)}
	f.name.SetPlaceHolder("Type a city: Kyiv, Geneva…")
	is := ses.Case().Info.TimeZone
	if n := len(data.TimesOfDay(ses.Case(), keep)); n > 0 && is != "" {
		f.convert = widget.NewCheck(fmt.Sprintf("Convert what has a time of day (%d) from %s", n, zone.City(is)), nil)
	}
	f.name.OnChanged = f.typed
	f.name.SetText(is)
	f.typed(is)
	return f
}

func (f *zoneForm) content() fyne.CanvasObject {
	col := ui.Column(10,
		ui.NewWrapped("Times of day are told in this zone, on the axis and in the lists. Days without a time stay as their sources name them.", ui.Plain),
		ui.Fact("Time zone", f.name), f.says)
	if f.convert != nil {
		col.Add(f.convert)
	}
	return col
}

func keep(d edtf.Date) (edtf.Date, bool) {
	return d, d.Start.Precision == edtf.Minute || d.End.Precision == edtf.Minute
}

// typed offers the zones that what is typed may mean, and says what time it is
// there.
func (f *zoneForm) typed(text string) {
	found := zone.Find(text, zonesListed)
	f.name.SetOptions(found)
	name, ok := f.chosen()
	switch {
	case ok:
	case strings.TrimSpace(text) == "":
		f.says.Set("Without a time zone, times stand as they are written.")
		return
	case len(found) == 0:
		f.says.Set("No time zone is called that. Try the name of a large city nearby.")
		return
	default:
		f.says.Set("Which one? " + strings.Join(found[:min(len(found), zonesNamed)], ", ") + "…")
		return
	}
	l, err := zone.Load(name)
	if err != nil {
		return
	}
	at := zone.Civil(l, f.now)
	f.says.Set(fmt.Sprintf("%s. It is now %02d:%02d there.", zone.Label(name, at), at%86400/3600, at%3600/60))
}

// chosen is the zone that the text names, or the only one that it may mean.
func (f *zoneForm) chosen() (name string, ok bool) {
	text := strings.TrimSpace(f.name.Text)
	if text == "" {
		return "", false
	}
	if _, err := zone.Load(text); err == nil {
		return text, true
	}
	all := zone.Find(text, 2)
	if len(all) == 1 || len(all) == 2 && strings.EqualFold(zone.City(all[0]), text) && !strings.EqualFold(zone.City(all[1]), text) {
		return all[0], true
	}
	return "", false
}

func (f *zoneForm) save() error {
	c := f.ses.Case()
	info := *c.Info
	name, ok := f.chosen()
	if !ok && strings.TrimSpace(f.name.Text) != "" {
		return fmt.Errorf("“%s” is not a time zone: choose one from the list, or leave it empty", strings.TrimSpace(f.name.Text))
	}
	if name == info.TimeZone {
		return nil
	}
	ch := data.Change{Label: "Set the time zone"}
	if f.convert != nil && f.convert.Checked && name != "" {
		from, err := zone.Load(info.TimeZone)
		if err != nil {
			return err
		}
		to, err := zone.Load(name)
		if err != nil {
			return err
		}
		ch.Put = data.TimesOfDay(c, func(d edtf.Date) (edtf.Date, bool) { return zone.ConvertDate(d, from, to) })
	}
	info.TimeZone = name
	ch.Put = append([]data.Record{&info}, ch.Put...)
	return f.ses.Do(ch)
}
