package extract

import (
	"strings"

	"demarche/data"
)

// eventTitle is a short title for an event: who did what, or the event's noun
// with its place.
func (r *reading) eventTitle(s *statement) string {
	if place := r.placeOf(s); s.group < 0 && s.event == "CONSULT" && place != "" {
		return capitalised(r.tokens[s.verb].lower) + " in " + place
	}
	if s.group < 0 {
		t := r.words(s.first, s.last)
		for _, article := range []string{"the ", "The ", "a ", "A ", "an ", "An "} {
			t = strings.TrimPrefix(t, article)
		}
		return capitalised(clip(t))
	}
	g := &r.groups[s.group]
	end := r.titleEnd(g, s.last)
	first := g.first
	if g.form == reduced || g.form == participle || g.form == infinitive || g.perfect && strings.HasSuffix(r.tokens[g.head].lower, "ed") {
		first = g.head
	}
	verb := r.plain(first, max(end, g.head+1), anyDate)
	if g.form == infinitive && s.status == "planned" {
		verb = "to " + verb
	}
	if end < s.last && r.tokens[end].text == "," && end+1 < s.last && r.mention[end+1] >= 0 {
		verb += " and others" // the names of a list were cut
	}
	return capitalised(clip(strings.TrimSpace(r.titleSubject(s, g.subject) + " " + verb)))
}

// titleSubject names who does it, as short as the text ever does.
func (r *reading) titleSubject(s *statement, np nounPhrase) string {
	switch {
	case np.first >= 0 && np.pronoun == "" && np.last-np.first <= 12:
		return r.plain(np.first, np.last, anyDate)
	case len(s.actors) > 0 && len(np.mentions) > 0:
		return r.shortName(s.actors[0])
	case np.first >= 0:
		return r.words(np.first, np.last)
	}
	return ""
}

// titleEnd is where a second thought begins, which makes a title too long.
func (r *reading) titleEnd(g *verbGroup, last int) int {
	for i := g.head + 5; i < last; i++ {
		if t := r.tokens[i].text; t == "," || t == ";" || t == "—" || t == "–" {
			return i
		}
	}
	return last
}

// subjectBefore is what "must be binding" is said of, where a proposal begins
// with such a verb: the words between "that" and it.
func (r *reading) subjectBefore(first int) string {
	const most = 10
	if !r.in(first, "modals") {
		return ""
	}
	for i := first - 1; i > 0 && i >= first-most && r.tokens[i].sentence == r.tokens[first].sentence; i-- {
		if r.is(i, "that") {
			return r.plain(i+1, first, anyDate)
		}
		if r.tags[i] == tagPunct {
			break
		}
	}
	return ""
}

// anyDate is every date, for leaving out.
func anyDate(int) bool { return true }

// plain is the text of tokens, with persons by their short names, and without
// the dates that are shown beside it: those for which beside is true.
func (r *reading) plain(first, last int, beside func(date int) bool) string {
	var out []byte
	before := 0 // length of out before the last word
	end := -1   // where the text that was taken last ends
	put := func(i int, word string, until int) {
		before = len(out)
		if end >= 0 && r.tokens[i].start > end && len(out) > 0 {
			out = append(out, ' ')
		}
		out, end = append(out, word...), r.tokens[until-1].end
	}
	for i := first; i < last; {
		if d := r.date[i]; d >= 0 && r.dates[d].last <= last && beside(d) {
			if i > first && r.in(i-1, "before-dates") {
				out = out[:before]
			}
			i, end = r.dates[d].last, r.tokens[r.dates[d].last-1].end
			continue
		}
		if m := r.mention[i]; m >= 0 && r.mentions[m].first == i && r.mentions[m].last <= last && r.isPerson(m) {
			put(i, r.shortName(r.mentions[m].actor), r.mentions[m].last)
			i = r.mentions[m].last
			continue
		}
		put(i, r.tokens[i].text, i+1)
		i++
	}
	return strings.Trim(strings.Join(strings.Fields(string(out)), " "), " ,;:—–-")
}

func (r *reading) isPerson(m int) bool {
	a := r.mentions[m].actor
	return r.mentions[m].kind == byName && a >= 0 && r.actors[a].kind == string(data.Person)
}

// shortName is the name by which the text calls an actor when it comes back to
// it: of a person one word, such as the family name.
func (r *reading) shortName(actor int) string {
	a := &r.actors[actor]
	if a.kind == string(data.Person) && strings.Contains(a.name, " ") {
		for _, alias := range a.aliases {
			if !strings.Contains(alias, " ") && strings.Contains(a.name, alias) {
				return alias
			}
		}
	}
	return a.name
}

// placeOf is the place behind "in" or "at" in the passage of an event.
func (r *reading) placeOf(s *statement) string {
	for i := s.first; i+1 < s.last; i++ {
		if !r.is(i, "in", "at") || r.tags[i+1] != tagName {
			continue
		}
		end := i + 2
		for end < s.last && r.tags[end] == tagName {
			end++
		}
		return r.text[r.tokens[i+1].start:r.tokens[end-1].end]
	}
	return ""
}
