package extract

import (
	"slices"
	"strings"
)

// resolveOffice resolves "the president", "the Taliban chief", "a US official".
func (s *actorSearch) resolveOffice(ref *reference, r *role, owners []int, d *discourse) {
	owner := -1
	if camp := s.campOf(ref, r, owners, d); camp != nobody && camp >= 0 {
		owners = []int{camp}
	}
	if len(owners) > 0 {
		owner = owners[0]
		if !s.w.task.has(r.base()) && r.ofRole < 0 {
			owner = owners[len(owners)-1] // "the Colombian FARC chief"
		}
		ref.of = owner
	} else if r.possessive {
		owner = s.personInMind(d)
	}
	if owner >= 0 {
		if p := s.holder(r, s.stateOf(owner), d); p >= 0 && (!r.counted || r.class == roleTitle && !isLesser(r.base())) && p != owner {
			ref.actor = p
			return
		}
		ref.actor = s.stateOf(owner)
		return
	}
	if !r.definite && !isUpperFirst(s.tokens[r.head].text) || len(r.of) > 0 {
		return
	}
	for _, fits := range []func(*person, *role) bool{s.holdsExactly, s.holds} {
		for _, a := range d.recent {
			if p := s.personOf(a); p != nil && fits(p, r) {
				ref.actor = a
				return
			}
		}
	}
	if last, found := d.spoken[r.base()]; found && r.word == r.base() {
		ref.actor = last
	}
}

// isLesser reports whether many people have such a post, so that "a" makes it
// somebody new.
func isLesser(base string) bool {
	switch base {
	case "official", "diplomat", "spokesman", "spokeswoman", "spokesperson", "aide", "adviser", "advisor", "lawmaker", "senator", "negotiator", "commander", "minister", "member", "delegate", "general", "source", "representative", "envoy":
		return true
	}
	return false
}

// maxHolders bounds the persons who are looked through for the holder of a post.
const maxHolders = 64

// holders are the persons by the actor that they speak for.
func (s *actorSearch) holders() map[int][]int {
	out := map[int][]int{}
	for i := range s.persons {
		if of := s.a.actors[s.persons[i].actor].of; of >= 0 && len(out[of]) < maxHolders {
			out[of] = append(out[of], i)
		}
	}
	return out
}

// holder is the person of the text who has a post with an actor, -1 for none.
func (s *actorSearch) holder(r *role, owner int, d *discourse) int {
	for _, i := range d.holders[owner] {
		p := &s.persons[i]
		if s.holds(p, r) && !s.a.actors[p.actor].expert {
			return p.actor
		}
	}
	return -1
}

// holdsExactly reports whether a person has the post by that noun.
func (s *actorSearch) holdsExactly(p *person, r *role) bool {
	return s.a.actors[p.actor].role == r.word || slices.ContainsFunc(p.roles, func(n int) bool { return s.roles[n].word == r.word })
}

// holds reports whether the roles of a person fit a phrase.
func (s *actorSearch) holds(p *person, r *role) bool {
	for _, n := range p.roles {
		if sameOffice(s.roles[n].word, r.word) {
			return true
		}
	}
	return sameOffice(s.a.actors[p.actor].role, r.word)
}

// sameOffice reports whether a post may be called by another noun.
func sameOffice(have, want string) bool {
	if have == "" || want == "" {
		return false
	}
	if have == want {
		return true
	}
	h, w := officeClass(have), officeClass(want)
	return h != 0 && h == w
}

// officeClass groups the nouns that name one post.
func officeClass(role string) int {
	base := role[strings.LastIndexByte(role, ' ')+1:]
	switch {
	case strings.Contains(role, "foreign minister"), strings.HasPrefix(role, "secretary of state"), role == "foreign secretary", strings.Contains(role, "top diplomat"):
		return 2
	case strings.HasPrefix(base, "spokes"), role == "press secretary":
		return 3
	case base == "envoy", base == "representative", base == "emissary":
		return 4
	case base == "negotiator", base == "mediator":
		return 5
	case role == "president", role == "prime minister", role == "premier", role == "chancellor", role == "leader", role == "chief", role == "ruler", role == "supreme leader", role == "strongman", role == "chairman", role == "junta leader", role == "junta chief", role == "taoiseach", role == "provincial leader", role == "head", role == "rebel leader", role == "political leader":
		return 1
	case strings.Contains(role, "army chief"), strings.Contains(role, "military chief"), base == "commander", base == "general", role == "commander-in-chief":
		return 6
	case base == "ambassador":
		return 7
	case base == "king", base == "monarch", base == "emir", base == "sultan":
		return 8
	}
	return 0
}
