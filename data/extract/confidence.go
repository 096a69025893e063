package extract

// sign is something about a statement that makes it more or less likely.
type sign uint8

const (
	signMaybe       sign = iota // could, might, would
	signTold                    // told in the past tense, or in somebody's words
	signDouble                  // a negated refusal
	signCondition               // a condition is named
	signDated                   // has a date of its own
	signActors                  // names an actor
	signNobody                  // names no actor
	signSubject                 // an actor is the subject
	signGeneric                 // present tense: a habit or a comment as often
	signQuoted                  // inside a quotation
	signNonFinite               // told by an infinitive or participle
	signRelative                // in a relative clause: in passing
	signVenue                   // a place is named
	signUndatedNoun             // a noun without a date
	signOccasion                // "during", "after"
	signHeading                 // in a title
	signSpoken                  // the speaker's own position
	signTopic                   // the proposal is about something negotiable
	signNoTopic
	signVague      // held by nobody in particular
	signExpert     // told by somebody who is no party
	signTwice      // told more than once
	signQuestion   // in a question
	signBackground // in a clause with "since", without a date
	signLead       // in the first sentences: the news itself
	signSaidOnly   // accepting or refusing without a day: a position rather than an event
	signMerePlan   // agreed or promised for no day: a position rather than an event
	signDenied     // did not happen
	signTogether   // several actors meet
	signDone       // a noun with "signed", "held" and its day
	signReported   // the news itself, on the day of the report
	signs
)

// weights are what each sign adds to the likelihood that the lexicon gives, in
// points of a hundred: for positions, then for events. They were set on the
// labelled articles so that what comes to 80 and more is right nine times in ten.
var weights = [signs][2]int{
	signMaybe:       {-16, -22},
	signTold:        {4, 8},
	signDouble:      {-30, 0},
	signCondition:   {4, 0},
	signDated:       {4, 16},
	signActors:      {0, 4},
	signNobody:      {0, -14},
	signBackground:  {0, -14},
	signLead:        {0, 6},
	signTogether:    {0, 12},
	signDone:        {0, 14},
	signReported:    {0, 8},
	signDenied:      {0, -18},
	signSaidOnly:    {0, -34},
	signMerePlan:    {0, -30},
	signSubject:     {0, 6},
	signGeneric:     {0, -22},
	signQuoted:      {0, -18},
	signNonFinite:   {-6, -10},
	signRelative:    {-4, -12},
	signVenue:       {0, 8},
	signUndatedNoun: {0, -10},
	signOccasion:    {0, 8},
	signHeading:     {-6, -10},
	signSpoken:      {4, 0},
	signTopic:       {6, 4},
	signNoTopic:     {-14, -4},
	signVague:       {-25, -10},
	signExpert:      {-35, -25},
	signTwice:       {8, 10},
	signQuestion:    {-30, -30},
}

// least is the likelihood below which a statement is not suggested, for
// positions and for events.
const (
	leastPosition = 40
	leastEvent    = 50
)

func (s *statement) sign(yes bool, g sign) {
	if yes {
		s.signs = append(s.signs, g)
	}
}

// score is the likelihood of a statement, 0 to 1: what the lexicon says of its
// word, and the signs.
func (s *statement) score() float64 {
	column := 0
	if s.event != "" {
		column = 1
	}
	n := s.base
	for _, g := range s.signs {
		n += weights[g][column]
	}
	return float64(max(1, min(n, 97))) / 100
}

// judge adds the signs that both kinds share, and scores.
func (r *reading) judge(s *statement) {
	st := &r.sentences[s.sentence]
	s.sign(st.heading, signHeading)
	s.sign(r.endsWith(*st, "?"), signQuestion)
	s.sign(r.expertSays(s), signExpert)
	topic := r.topicalIn(s.objFirst, s.objLast)
	s.sign(topic, signTopic)
	if s.event == "" {
		s.sign(!topic && !r.pointing(s) && s.condition == "" && !r.movingModal(s), signNoTopic)
		s.sign(s.date >= 0, signDated)
		if len(s.actors) > 0 {
			s.sign(r.actors[s.actors[0]].vague, signVague)
			s.sign(r.actors[s.actors[0]].expert, signExpert)
			if m, ok := r.speakerOf(s.verb); ok && m >= 0 && r.mentions[m].actor == s.actors[0] {
				s.sign(true, signSpoken)
			}
		}
	}
	s.confidence = s.score()
}

// movingModal reports whether a "must" or "will" is about an act of negotiation
// by its verb alone: "they must withdraw".
func (r *reading) movingModal(s *statement) bool {
	return s.rule == "modal" && s.group >= 0 && len(r.lex.moves[r.groups[s.group].lemma]) > 0
}

// expertSays reports whether a statement is an opinion of somebody who takes no
// part: an analyst's "may", "should" or forecast. What experts report as done
// counts.
func (r *reading) expertSays(s *statement) bool {
	if s.voice < 0 {
		return false
	}
	v := &r.voices[s.voice]
	expert := v.mention >= 0 && r.mentions[v.mention].actor >= 0 && r.actors[r.mentions[v.mention].actor].expert
	for i := max(v.first, 0); i < v.last && !expert; i++ {
		expert = r.lex.words["experts"].has(r.bare[i])
	}
	if !expert {
		return false
	}
	return s.status == "planned" || s.status == "hypothetical" || s.rule == "modal" || s.rule == "judgement" || s.group >= 0 && (r.groups[s.group].modal != "" || r.groups[s.group].form != finite)
}

// pointing reports whether the proposal is told by a pronoun: "rejected it".
func (r *reading) pointing(s *statement) bool {
	return s.objLast-s.objFirst < 30 && r.is(s.objFirst, "it", "this", "that", "them", "these", "such", "both", "so") || r.is(s.objFirst+1, "such")
}
