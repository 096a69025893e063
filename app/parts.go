package app

import (
	"demarche/app/actors"
	"demarche/app/forms"
	"demarche/app/panes"
	"demarche/app/positions"
	"demarche/app/review"
	"demarche/app/screen"
	"demarche/app/timelines"
)

// Parts lists what plugs into the window. Screens stand in the order in which
// the top bar shows them.
func Parts() screen.Parts {
	return screen.Parts{
		Screens: []func(screen.Host) screen.Screen{
			timelines.New,
			func(h screen.Host) screen.Screen { return positions.New(h) },
			review.New,
			func(h screen.Host) screen.Screen { return actors.New(h) },
		},
		Forms:  func(h screen.Host) screen.Forms { return forms.New(h) },
		Detail: func(h screen.Host) screen.Detail { return panes.New(h) },
	}
}
