package board

import "demarche/data"

// Move is how a position came to be what it is, as the table marks it.
type Move uint8

// Moves.
const (
	Unmarked Move = iota
	Fresh         // a first position that is not older than NewDays
	Same          // reaffirmed
	Moved         // towards the others
	Harder        // away from them
)

// NewDays is for how long a first position is called new.
const NewDays = 30

// MoveOf is how a position that is held at an instant came to be what it is.
func (b *Board) MoveOf(p *data.Position, at int64) Move {
	switch b.ix.MovementOf(p) {
	case data.Softened, data.Conceded:
		return Moved
	case data.Hardened, data.Withdrawn:
		return Harder
	case data.Reaffirmed:
		return Same
	case data.Initial:
		const day = 24 * 60 * 60
		if p.Begins() > at-NewDays*day {
			return Fresh
		}
	}
	return Unmarked
}

// Sign is the mark of a move in text; it is empty where there is none.
func (m Move) Sign() string {
	return [...]string{"", "new", "=", "▲ moved", "▼ harder"}[m]
}
