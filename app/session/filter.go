package session

import "demarche/data"

// Filter says what is hidden: the filter that a case keeps with a saved view.
type Filter = data.Filter
