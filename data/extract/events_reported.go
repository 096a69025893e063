package extract

import "demarche/data/edtf"

// What the news of the day is, a report often tells without a date: "Norland has
// recalled its envoy, the ministry said on Tuesday." Its day is then that of the
// report, give or take.
const (
	leadReach   = 3 // sentences behind the lead in which meetings are still the news
	reportReach = 6 // sentences in which the day of the report is looked for
	reportDays  = 3 // days that a report may look back
)

// reportedOn is the day of the report, marked as approximate, for an event of the
// verb group k that is the news itself and has no date; zero for all others.
func (r *reading) reportedOn(e *statement, k int) edtf.Date {
	g := &r.groups[k]
	if e.status != "happened" || g.form != finite || g.neg || g.modal != "" || g.relative || r.tokens[g.head].quoted {
		return edtf.Date{}
	}
	switch g.connector {
	case "since", "before", "because", "although", "until", "when":
		return edtf.Date{}
	}
	for i := max(g.first-1, 0); i < min(g.head+3, len(r.tokens)); i++ {
		if r.in(i, "long-since") {
			return edtf.Date{}
		}
	}
	here := r.sentences[e.sentence]
	hot := g.perfect && !g.past && !r.sinceIn(e.sentence) || here.heading && g.present
	if said := r.saidOn(e.sentence); hot && said >= 0 && e.voice >= 0 {
		return r.dates[said].value.With(edtf.Approximate)
	}
	for i := g.head + 1; i < g.end; i++ {
		if r.in(i, "lasting") && e.event == "CONSULT" {
			return edtf.Date{} // "held three days of talks"
		}
	}
	lead := r.leadAt
	news := e.sentence == lead || here.heading && e.sentence < lead
	if !news && (e.event != "CONSULT" || g.perfect || e.sentence < lead || e.sentence > lead+leadReach) {
		return edtf.Date{}
	}
	for s := lead; s < min(lead+reportReach, len(r.sentences)); s++ {
		if said := r.saidOn(s); said >= 0 && (hot || g.past) {
			return r.dates[said].value.With(edtf.Approximate)
		}
	}
	if hot && news && !r.published.IsZero() && !r.published.Interval && r.published.Start.Precision == edtf.Day {
		return r.published.With(edtf.Approximate)
	}
	return edtf.Date{}
}

// sinceIn reports whether the sentence tells of a time that goes on: "has shelled
// the town since May", "over the past year".
func (r *reading) sinceIn(s int) bool {
	for i := r.firstDate(s); i < len(r.dates) && r.dates[i].sentence == s; i++ {
		if r.dates[i].rel == relSince || r.dates[i].value.Interval {
			return true
		}
	}
	return false
}

// saidOn is the date of the day, not long before publication, on which somebody
// speaks in a sentence: "officials said on Tuesday"; -1 for none.
func (r *reading) saidOn(s int) int {
	for k := r.bySent[s][0]; k < r.bySent[s][1]; k++ {
		g := &r.groups[k]
		if g.form != finite || !g.past && !g.present || !r.lex.words["say"].has(g.lemma) {
			continue
		}
		for i := max(g.first-2, r.sentences[s].first); i < min(g.head+5, r.sentences[s].last); i++ {
			if d := r.date[i]; d >= 0 && r.dates[d].rel == relAt && r.isReportDay(r.dates[d].value) {
				return d
			}
		}
	}
	return -1
}

// isReportDay reports whether a date is a day on which a report of the day of
// publication may have been filed.
func (r *reading) isReportDay(v edtf.Date) bool {
	if v.IsZero() || v.Interval || v.Start.Precision != edtf.Day || r.published.IsZero() {
		return false
	}
	ago := (r.published.Earliest() - v.Earliest()) / daySeconds
	return ago >= 0 && ago <= reportDays
}
