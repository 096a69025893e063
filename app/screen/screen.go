// Package screen is how a part of the interface plugs into the window.
//
// A screen is made for one open case by a New function that gets a Host, and is
// thrown away when the case is closed; listeners on the session go with it. The
// window lays out what a screen gives it: a sidebar at the left, the middle, a
// detail pane at the right, and what the status bar says. Its commands appear in
// the menus and answer to their keys while the screen is shown.
//
// To add a screen, append its New function to Parts.Screens where the window is
// made (app/parts.go). The forms and the detail pane of the timeline plug in the
// same way through Parts.Forms and Parts.Detail.
package screen

import (
	"fyne.io/fyne/v2"

	"demarche/app/session"
	"demarche/data"
)

// IDs of the four screens.
const (
	Timeline  = "timeline"
	Positions = "positions"
	Documents = "documents"
	Actors    = "actors"
)

// Screen is one of the views between which the top bar switches. A nil object
// leaves its slot out.
type Screen interface {
	ID() string    // one of the constants above
	Title() string // as the top bar names it: "Timeline"
	Sidebar() fyne.CanvasObject
	Main() fyne.CanvasObject
	Detail() fyne.CanvasObject
	Status() Status
	Commands() []Command
	Shown() // it is now in front: refresh, take the keyboard
	Hidden()
}

// Status is what the bar at the bottom says.
type Status struct {
	Left []string // counts: "14 events"
	Hint string   // at the right: "Scroll to zoom · drag to pan"
}

// Passages is a screen that can open a document at a passage.
type Passages interface {
	OpenDocument(id data.ID)
	OpenPassage(p data.Passage)
}

// Finder is a screen that answers to the search entry itself instead of the
// session's filter.
type Finder interface {
	Find(text string)
}

// Matches is a screen that goes from match to match of what is searched for. It
// reports whether there is something to go through.
type Matches interface {
	NextMatch(back bool) bool
}

// Forms edits records. Each opens a dialog or pane of its own and makes the
// change through the session.
type Forms interface {
	Edit(ref data.Ref)
	NewEvent(seed data.Event) // what the seed holds is filled in
	NewPosition(seed data.Position)
}

// Detail shows session.Selected. It listens by itself.
type Detail interface {
	Object() fyne.CanvasObject
}

// Parts is what plugs into the window.
type Parts struct {
	Screens []func(Host) Screen
	Forms   func(Host) Forms
	Detail  func(Host) Detail
}

// Host is what a part gets from the window.
type Host struct {
	Session *session.Session
	Window  fyne.Window
	Desk    Desk
	Detail  fyne.CanvasObject // the pane of Parts.Detail, for screens that show it; may be nil
}

// Desk is what a part may ask of the window.
type Desk interface {
	Show(screenID string)       // brings a screen to the front
	OpenDocument(id data.ID)    // on the Documents screen
	OpenPassage(p data.Passage) // there, at the passage
	Edit(ref data.Ref)          // opens the form of a record
	NewEvent(seed data.Event)
	NewPosition(seed data.Position)
	Remove(refs ...data.Ref) // moves records to the trash, with a way back
	Import()                 // asks for files
	Tell(text string)        // one line that goes away by itself
	TellUndo(text string)    // the same, with an Undo button
	Fail(err error)          // an error that a person must see
	Refresh()                // the status bar and menus: after Status or Commands changed
}

// Tools is a screen with controls of its own in the top bar.
type Tools interface {
	Tools() fyne.CanvasObject
}
