package window

import "time"

// when is a moment as a list says it, seen from now.
func when(t, now time.Time) string {
	t = t.In(now.Location())
	clock := t.Format("15:04")
	y, m, d := now.Date()
	midnight := time.Date(y, m, d, 0, 0, 0, 0, now.Location())
	switch {
	case !t.Before(midnight):
		return "today " + clock
	case !t.Before(midnight.AddDate(0, 0, -1)):
		return "yesterday " + clock
	}
	return t.Format("2 Jan 2006 ") + clock
}
