package extract

import (
	"slices"
	"strings"

	"demarche/data"
)

// discourse is what the text has spoken of so far, for what it comes back to.
type discourse struct {
	lastPerson   int // actor of the last person that was a subject, or was named
	subject      int // last actor that was the subject of a sentence and is no person
	lastGroup    int
	plural       int // last actor of many: officials, a group
	pluralMore   []int
	spoken       map[string]int // actor by the last noun of the role under which it came
	spokenIn     map[string]int // paragraph in which that was
	recent       []int          // the last actors named, latest first, without repeats
	roleActors   map[string]int // actors made from roles: "us lawmakers"
	main         int
	personQuoted int        // person of whom a quotation speaks
	personNow    int        // person that is the subject of this sentence
	personSaid   int        // person that was the subject of the last sentence that had one
	officeNow    int        // actor of whom this sentence speaks by an office: "a US official"
	unnamed      *reference // the last such phrase, until a name follows for it
	sentence     int
	count        map[int]int   // how often the text has named an actor so far
	holders      map[int][]int // persons by the actor that they speak for
	weight       map[int]int   // how often the text names every state in all
	pair         [2]int        // the two that the text named last in one breath as parties, -1 for none
	pairIn       int           // sentence in which that was
	opposed      bool          // it was "between A and B"
	before       *reference    // the mention before
	list         companyList   // the row of parties that is being read
	aboutWork    bool          // the text is about a dispute over work
	acting       int           // state that acted last, with a verb after its name
	actingIn     int           // paragraph in which that was
}

// resolveMentions says for every role and pronoun whom it means.
func (s *actorSearch) resolveMentions() {
	weight := s.weigh()
	d := &discourse{weight: weight, aboutWork: s.aboutWork(), pair: [2]int{-1, -1}, acting: -1, lastPerson: -1, subject: -1, lastGroup: -1, plural: -1, count: map[int]int{}, spoken: map[string]int{}, spokenIn: map[string]int{}, roleActors: map[string]int{}, main: s.mainState(weight), personQuoted: -1, personNow: -1, personSaid: -1, officeNow: -1, sentence: -1}
	s.linkRebels(d)
	s.linkOpposition(d)
	d.holders = s.holders()
	for i := range s.refs {
		ref := &s.refs[i]
		if ref.sentence != d.sentence {
			d.sentence = ref.sentence
			if d.personNow >= 0 {
				d.personSaid = d.personNow
			}
			d.personNow, d.officeNow = -1, -1
			if d.unnamed != nil && d.unnamed.sentence < ref.sentence-2 {
				d.unnamed = nil
			}
		}
		switch {
		case ref.role >= 0:
			s.resolveRole(ref, d)
		case ref.pronoun:
			s.resolvePronoun(ref, d)
		}
		s.remember(ref, d)
		s.noteList(i, d)
	}
	for i := range s.refs {
		if ref := &s.refs[i]; ref.actor >= 0 && s.a.actors[ref.actor].of < 0 {
			s.giveOwner(ref, d)
		}
	}
	s.a.mentions = make([]mention, len(s.refs))
	for i := range s.refs {
		s.a.mentions[i] = s.refs[i].mention
	}
}

// remember notes what a mention brings into the discourse.
func (s *actorSearch) remember(ref *reference, d *discourse) {
	if ref.actor < 0 || ref.kind == byAdjective || ref.pronoun {
		return
	}
	d.count[ref.actor]++
	a := &s.a.actors[ref.actor]
	s.noteActing(ref, d)
	s.notePair(ref, d)
	if ref.plural && ref.kind != byPronoun || ref.role >= 0 && s.roles[ref.role].class == roleUnnamed {
		d.plural, d.pluralMore = ref.actor, ref.more
	}
	switch {
	case ref.kind == byRole && ref.role >= 0 && a.kind != string(data.Person):
		for word := range strings.FieldsSeq(s.roles[ref.role].word) {
			if stateBodies.has(word) { // "the junta chief": then "the junta" is that state's
				d.spoken[word], d.spokenIn[word] = s.stateOf(ref.actor), s.a.sentences[ref.sentence].paragraph
				for _, other := range armedBodies {
					if _, found := d.spoken[other]; !found && slices.Contains(armedBodies, word) {
						d.spoken[other], d.spokenIn[other] = s.stateOf(ref.actor), s.a.sentences[ref.sentence].paragraph
					}
				}
			}
		}
		base := s.roles[ref.role].base()
		d.spoken[base], d.spokenIn[base] = ref.actor, s.a.sentences[ref.sentence].paragraph
		if class := s.roles[ref.role].class; class == roleTitle || class == roleUnnamed {
			d.officeNow = ref.actor
			if s.roles[ref.role].counted || ref.of >= 0 {
				d.unnamed = ref
			}
		}
		if s.governsSentence(ref) {
			d.subject = ref.actor
		}
	case a.kind == string(data.Person):
		s.giveOwner(ref, d)
		s.giveName(ref, d)
		if s.tokens[ref.first].quoted {
			d.personQuoted = ref.actor
		} else {
			if s.governsSentence(ref) && !(s.reported(ref) && (d.officeNow >= 0 || d.personNow >= 0)) {
				d.personNow = ref.actor
			}
			d.lastPerson = ref.actor
		}
		if p := s.personOf(ref.actor); p != nil {
			for _, base := range s.roleBases(p) {
				d.spoken[base] = ref.actor
			}
		}
	default:
		if s.governsSentence(ref) {
			d.subject = ref.actor
		}
		if a.kind != string(data.State) {
			d.lastGroup = ref.actor
			d.plural, d.pluralMore = ref.actor, nil
		}
	}
	if ref.kind != byRole || a.kind != string(data.Person) {
		d.recent = slices.DeleteFunc(d.recent, func(n int) bool { return n == ref.actor })
		d.recent = slices.Insert(d.recent, 0, ref.actor)
		if len(d.recent) > 24 {
			d.recent = d.recent[:24]
		}
	}
}

// giveOwner says whom a person speaks for where the text tells it by what it
// spoke of before: "its spokesman, John Doe", "the group's leader, John Doe".
func (s *actorSearch) giveOwner(ref *reference, d *discourse) {
	p := s.personOf(ref.actor)
	if p == nil || s.a.actors[ref.actor].of >= 0 && !p.guessed {
		return
	}
	for _, n := range p.roles {
		r := &s.roles[n]
		owner := -1
		switch {
		case len(r.of) > 0 || r.class == roleExpert:
		case r.ofRole < 0 && !r.possessive:
			for i := r.first; i < r.headEnd; i++ { // "Ministry spokesman": of the ministry spoken of
				if word := s.tokens[i].lower; stateBodies.has(word) {
					if last, found := d.spoken[word]; found {
						owner = last
					}
				}
			}
		case r.ofRole >= 0:
			owner = s.roles[r.ofRole].actor
		case r.possessive:
			owner = s.possessorInMind(r, d)
		}
		if owner = s.stateOf(owner); owner >= 0 && owner != ref.actor && s.a.actors[owner].of != ref.actor {
			s.a.actors[ref.actor].of, p.guessed = owner, false
			return
		}
	}
}

// giveName links a person who comes into the text without a role to the office
// that it spoke of just before: "A spokesman for the rebels … John Doe told".
func (s *actorSearch) giveName(ref *reference, d *discourse) {
	p := s.personOf(ref.actor)
	if d.unnamed == nil || p == nil || p.seen {
		if p != nil {
			p.seen = true
		}
		return
	}
	p.seen = true
	a := &s.a.actors[ref.actor]
	r := &s.roles[d.unnamed.role]
	if len(p.roles) > 0 && !s.holds(p, r) || a.of >= 0 && a.of != d.unnamed.actor || p.entry >= 0 && !s.holds(p, r) || a.expert || d.unnamed.paragraphs(s.a)+1 < s.a.sentences[ref.sentence].paragraph || !s.speaks(ref.first, ref.last) && s.verbAt(ref.last, s.a.sentences[ref.sentence].last) < 0 {
		return
	}
	a.of = d.unnamed.actor
	if a.role == "" {
		a.role = s.roleText(r)
	}
	d.unnamed.actor = ref.actor
	d.unnamed = nil
}

// paragraphs is the paragraph of a mention.
func (r *reference) paragraphs(a *article) int { return a.sentences[r.sentence].paragraph }

// recentOf is the actor of a kind that the text named last, -1 for none.
func (s *actorSearch) recentOf(d *discourse, kind data.ActorKind) int {
	for _, a := range d.recent {
		if s.a.actors[a].kind == string(kind) {
			return a
		}
	}
	return -1
}

// roleBases are the nouns under which the text may come back to a person.
func (s *actorSearch) roleBases(p *person) []string {
	var out []string
	for _, n := range p.roles {
		out = append(out, s.roles[n].base())
	}
	if role := s.a.actors[p.actor].role; role != "" {
		out = append(out, role[strings.LastIndexByte(role, ' ')+1:])
	}
	return out
}

// resolveRole finds whom a phrase without a name means.
func (s *actorSearch) resolveRole(ref *reference, d *discourse) {
	r := &s.roles[ref.role]
	var owners []int
	for _, n := range r.of {
		if a := s.names[n].actor; a >= 0 && !slices.Contains(owners, a) && !s.a.actors[a].media {
			owners = append(owners, a)
		}
	}
	if owner := s.ownerRole(ref, r, d); owner >= 0 {
		owners = append(owners, owner)
	}
	switch r.class {
	case rolePeople, roleInstitution:
		s.resolveOfficials(ref, r, owners, d)
	case roleAssembly:
		s.resolveAssembly(ref, r, owners, d)
	case roleTitle, roleUnnamed:
		s.resolveOffice(ref, r, owners, d)
	case roleGroup:
		s.resolveGroup(ref, r, owners, d)
	case roleCountry:
		s.resolveCountry(ref, r, owners, d)
	case rolePair:
		s.resolvePair(ref, r, d)
	}
	r.actor, r.more = ref.actor, ref.more
}

// ownerRole is whom the phrase that owns another means, -1 for nobody. One that
// stands inside the other is no mention of its own: "the government's delegation".
func (s *actorSearch) ownerRole(ref *reference, r *role, d *discourse) int {
	if r.ofRole < 0 {
		return -1
	}
	o := &s.roles[r.ofRole]
	if o.actor < 0 && o.first >= ref.first && o.last <= ref.last && o.ofRole < 0 {
		inner := reference{mention: s.mention(o.first, o.last, -1, byRole), role: r.ofRole}
		s.resolveRole(&inner, d)
	}
	return o.actor
}

// stateOf is the actor itself, or whom it speaks for where it is a person.
func (s *actorSearch) stateOf(a int) int {
	if a >= 0 && s.a.actors[a].kind == string(data.Person) && s.a.actors[a].of >= 0 {
		return s.a.actors[a].of
	}
	return a
}

// resolveOfficials resolves "US officials", "the army", "Trump's envoys": the
// state or group that they act for.
func (s *actorSearch) resolveOfficials(ref *reference, r *role, owners []int, d *discourse) {
	if r.base() == "counterparts" {
		return
	}
	if camp := s.campOf(ref, r, owners, d); camp != nobody {
		ref.actor = camp
		return
	}
	if len(owners) > 0 {
		ref.of = owners[0]
		ref.actor = s.stateOf(owners[0])
		for _, o := range owners[1:] {
			ref.more = append(ref.more, s.stateOf(o))
		}
		return
	}
	if r.possessive {
		if ref.actor = s.stateOf(s.possessorInMind(r, d)); ref.actor < 0 && s.tokens[r.first].lower == "their" {
			ref.actor = s.stateOf(s.personInMind(d))
		}
		return
	}
	if r.base() == "side" || len(r.of) > 0 {
		return // owned by somebody unknown, or by nobody in particular
	}
	switch {
	case groupWords.has(r.word) || rebelWords.has(r.base()):
		s.resolveRebels(ref, r, d)
		return
	case r.base() == "mediators" || r.base() == "facilitators":
		s.resolveMediators(ref, r, d)
		return
	case r.class == roleInstitution && r.definite && !r.possessive && (stateBodies.has(r.base()) && !slices.Contains(armedBodies, r.base()) || strings.HasPrefix(r.word, "ministry of ")):
		ref.actor = s.governmentIn(ref, d)
		return
	}
	if r.class == rolePeople && !r.definite && r.first < r.head && !r.counted {
		switch s.tokens[r.first].lower {
		case "federal", "government", "army", "national":
			ref.actor = d.main
		}
		return
	}
	if last, found := d.spoken[r.base()]; found && (r.definite || r.counted || d.spokenIn[r.base()] >= s.a.sentences[ref.sentence].paragraph-1) {
		ref.actor = last
		if d.plural == last {
			ref.more = d.pluralMore
		}
		return
	}
	switch {
	case r.class == roleInstitution && r.definite && !r.possessive && stateBodies.has(r.base()):
		ref.actor = d.main
	case troopWords.has(r.base()) && d.plural >= 0 && s.a.actors[d.plural].kind == string(data.Organisation):
	case r.definite && d.plural >= 0 && r.class == rolePeople && s.a.actors[d.plural].kind != string(data.ArmedGroup):
		ref.actor, ref.more = d.plural, d.pluralMore
	}
}

// resolveAssembly resolves "US lawmakers", "the opposition", which are actors of
// their own.
func (s *actorSearch) resolveAssembly(ref *reference, r *role, owners []int, d *discourse) {
	owner, key := -1, r.base()
	if strings.HasPrefix(r.word, "opposition") {
		key = "opposition"
	}
	if len(owners) > 0 {
		owner = s.stateOf(owners[0])
	}
	if owner < 0 {
		if last, found := d.roleActors[key]; found {
			ref.actor = last
			return
		}
		if !s.acts(r.first, r.last) || !r.definite && r.first == r.head {
			return
		}
		owner = d.main
	}
	if owner >= 0 && s.a.actors[owner].kind != string(data.State) {
		ref.actor = owner
		return
	}
	if last, found := d.roleActors[key]; found && (owner < 0 || s.a.actors[last].of == owner) {
		ref.actor = last
		return
	}
	name := s.roleName(r)
	ref.actor = len(s.a.actors)
	d.roleActors[key] = ref.actor
	s.a.actors = append(s.a.actors, actor{name: name, kind: string(data.Body), of: owner})
}

// roleName is a phrase as the name of an actor: without its article.
func (s *actorSearch) roleName(r *role) string {
	first := r.first
	for first < r.head && s.w.determiner.has(s.tokens[first].lower) {
		first++
	}
	return s.textOf(first, r.last)
}
