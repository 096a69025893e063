package data

import "unicode/utf8"

// SavedView is a way to look at the timeline of a case, kept under a name so
// that a colleague who opens the case finds it. IDs and keys in it that the case
// no longer has are passed over.
type SavedView struct {
	ID       ID     `json:"id"`
	Name     string `json:"name"`
	Grouping string `json:"grouping,omitempty"` // what the lanes stand for
	Filter   Filter `json:"filter"`
	From     int64  `json:"from"` // the time shown, instants as in package edtf; both 0: all of it
	To       int64  `json:"to"`
	AsOf     int64  `json:"as_of,omitempty"` // the date it is looked at from; 0: as it stands
	Shape    Shape  `json:"shape,omitempty"` // empty: Picture
	Lanes    Lanes  `json:"lanes"`
}

// Shape is what a timeline is shown as.
type Shape string

// Shapes.
const (
	Picture    Shape = "picture"
	TableShape Shape = "table"
	BothShapes Shape = "both"
)

// Shapes lists every shape, in the order in which a menu offers them.
func Shapes() []Shape { return []Shape{Picture, TableShape, BothShapes} }

// maxViewName bounds the name of a saved view, in characters: it stands in a menu.
const maxViewName = 80

// Ref names the record.
func (r *SavedView) Ref() Ref { return Ref{KindView, r.ID} }

// Validate returns the first fault of the record by itself.
func (r *SavedView) Validate() error {
	if err := firstError(needID(r.ID), needText("name", "a name for the view", r.Name), text("grouping", r.Grouping)); err != nil {
		return err
	}
	if utf8.RuneCountInString(r.Name) > maxViewName {
		return fault("name", "the name of a view has at most %d characters", maxViewName)
	}
	if r.Shape != "" && !oneOf(r.Shape, Shapes()) {
		return fault("shape", "%q is neither picture nor table", r.Shape)
	}
	if r.To < r.From {
		return fault("to", "the time of the view ends before it starts")
	}
	return r.Filter.Validate()
}
