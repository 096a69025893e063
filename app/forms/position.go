package forms

import (
	"fyne.io/fyne/v2"

	"demarche/app/words"
	"demarche/data"
	"demarche/timeline"
)

// positionForm is the form of one position.
type positionForm struct {
	*sheet
	book      *book
	was       data.Position
	actor     *picker
	behalf    *picker
	issue     *picker
	stance    choiceLine[data.Stance]
	firmness  choiceLine[data.Firmness]
	proposal  textLine
	condition textLine
	from      *dateLine
	until     *dateLine
	score     *scoreLine
	movement  choiceLine[data.Movement]
	passages  *passageList
	said      *saidBy
	links     *linkList
	note      textLine
	disputed  tickLine
}

func newPositionForm(s *sheet, b *book, p data.Position) *positionForm {
	if p.Stance == "" {
		p.Stance = data.Unclear
	}
	f := &positionForm{sheet: s, book: b, was: p}
	f.actor = b.actorLine("Who", "actor", "Type a name", 1, one(p.Actor)...)
	f.behalf = b.actorLine("On behalf of", "for", "If for another actor", 1, one(p.For)...)
	f.issue = b.issueLine("Issue", "issue", "Type an issue", 1, one(p.Issue)...)
	f.stance = choose(s, "Stance", "stance", data.Stances(), timeline.StanceName, p.Stance)
	f.firmness = choose(s, "Firmness", "firmness", append([]data.Firmness{""}, data.Firmnesses()...), words.Firmness, p.Firmness)
	f.proposal = s.text("What", "proposal", p.Proposal, "Legally binding guarantees, approved by Congress", 2)
	f.condition = s.text("Condition", "condition", p.Condition, "Only after a ceasefire", 1)
	f.from = s.date("From", "from", p.From, "Left empty, it waits among the undated.")
	f.until = s.date("Until", "until", p.Until, "Left empty, it holds until something takes its place.")
	f.score = s.scoreLine(p.Score)
	f.movement = choose(s, "Movement", "movement", append([]data.Movement{""}, data.Movements()...), movementWord, p.Movement)
	f.movement.setHint("How it stands to the position before it. Your word, where no scores compute it.")
	f.passages = s.passageList(p.Passages)
	f.note = s.text("Note", "note", p.Note, "", 2)
	f.disputed = s.tick("", "disputed", "Disputed: sources contradict each other about it", p.Disputed)
	f.add(halves(f.actor.box, f.behalf.box), f.issue.box, halves(f.stance.box, f.firmness.box), f.proposal.box, f.condition.box,
		f.from.box, f.until.box, f.score.box, f.movement.box, f.passages.box)
	f.said = s.saidBy(p.Attribution)
	f.links = b.linkList(p.Ref(), p.Links)
	f.add(f.said.section.box, f.links.section.box, f.note.box, f.disputed.box)
	f.issue.onChange = f.showScale
	f.showScale()
	s.build = f.change
	return f
}

func movementWord(m data.Movement) string {
	if m == "" {
		return "Derived"
	}
	return words.Movement(m)
}

func one(id data.ID) []data.ID {
	if id == "" {
		return nil
	}
	return []data.ID{id}
}

func (f *positionForm) showScale() {
	var issue *data.Issue
	if len(f.issue.chosen) > 0 {
		issue, _ = f.host.Session.Case().Issues.Get(f.issue.chosen[0].id)
	}
	f.score.of(issue)
	f.relayout()
}

// position is what the fields say.
func (f *positionForm) position(faults *faults) *data.Position {
	p := f.was
	p.Actor, p.For, p.Issue = f.actor.id(faults), f.behalf.id(faults), f.issue.id(faults)
	if p.For == p.Actor {
		p.For = ""
	}
	p.Stance, p.Firmness, p.Movement = f.stance.value(), f.firmness.value(), f.movement.value()
	p.Proposal, p.Condition, p.Note = f.proposal.value(), f.condition.value(), f.note.value()
	p.From, p.Until = f.from.read(faults), f.until.read(faults)
	p.Score = f.score.read(faults)
	p.Passages, p.Links = f.passages.all, f.links.all
	p.Attribution, p.Disputed = f.said.value(), f.disputed.tick.On
	if p.Actor == "" && f.actor.entry.Text == "" {
		faults.add("actor", "say who holds the position")
	}
	faults.check(p.Validate())
	return &p
}

func (f *positionForm) change(faults *faults) data.Change {
	p := f.position(faults)
	label := "Edit position"
	if _, ok := f.host.Session.Case().Positions.Get(p.ID); !ok {
		label = "Add position"
	}
	put := f.book.records(append(f.actor.chosen[:len(f.actor.chosen):len(f.actor.chosen)], f.behalf.chosen...), f.issue.chosen)
	return data.Change{Label: label + " “" + short(p.Proposal) + "”", Put: append(put, p)}
}

// first is the field that the keyboard starts in.
func (f *positionForm) first() fyne.Focusable {
	switch {
	case len(f.actor.chosen) == 0:
		return f.actor.entry
	case len(f.issue.chosen) == 0:
		return f.issue.entry
	}
	return f.proposal.entry
}
