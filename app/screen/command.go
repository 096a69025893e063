package screen

import "fyne.io/fyne/v2"

// Menus that commands appear in; a command of another name gets a menu of that name.
const (
	FileMenu = "File"
	EditMenu = "Edit"
	ViewMenu = "View"
	GoMenu   = "Go"
	HelpMenu = "Help"
)

// Command is something that can be done from a menu and from the keyboard.
//
// A Key without a Modifier (or with Shift alone) works while no text field has
// the keyboard; other keys always do. Modifier uses fyne.KeyModifierShortcutDefault
// for Ctrl (Cmd on a Mac).
type Command struct {
	Menu     string // one of the menus above
	Under    string // the label of a submenu of it; empty: none
	Label    string // "Accept"; an ellipsis where it asks for more
	Key      fyne.KeyName
	Modifier fyne.KeyModifier
	Also     []fyne.KeyName // other keys that do the same, without a modifier
	Do       func()
	Enabled  func() bool // nil: always
	Checked  func() bool // nil: no tick
	Break    bool        // a separator stands before it
}
