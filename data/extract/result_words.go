package extract

import "strings"

// proposal is what a position is about, in the text's own words, short.
func (r *reading) proposal(s *statement) string {
	first, last := s.objFirst, min(s.objLast, s.last)
	if s.objFirst >= s.objLast || last <= first {
		first, last = s.first, s.last
	}
	if s.condition != "" {
		for i := first + 2; i < last; i++ {
			if strings.HasPrefix(s.condition, r.tokens[i].text) && strings.HasPrefix(s.condition, r.words(i, min(i+2, last))) {
				last = i
				break
			}
		}
	}
	for i := first + 6; i < last; i++ { // a second thought makes it too long for a bar
		if r.tokens[i].text == "," || r.tokens[i].text == ";" {
			last = i
			break
		}
	}
	t := strings.Trim(r.words(first, last), "“”\" ")
	if t == "" {
		t = r.words(s.first, s.last)
	}
	return clip(t)
}

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
	who := ""
	np := g.subject
	switch {
	case np.first >= 0 && np.pronoun == "" && np.last-np.first <= 8:
		who = r.words(np.first, np.last)
	case len(s.actors) > 0 && len(np.mentions) > 0:
		who = r.actors[s.actors[0]].name
	case np.first >= 0:
		who = r.words(np.first, np.last)
	}
	end := s.last
	for i := g.head + 5; i < s.last; i++ {
		if t := r.tokens[i].text; t == "," || t == ";" || t == "—" {
			end = i
			break
		}
	}
	verb := r.words(g.first, max(end, g.head+1))
	if g.form == infinitive && s.status == "planned" {
		verb = "to " + r.words(g.head, max(end, g.head+1))
	} else if g.form == reduced || g.form == participle || g.form == infinitive {
		verb = r.words(g.head, max(end, g.head+1))
	}
	return capitalised(clip(strings.TrimSpace(who + " " + verb)))
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
