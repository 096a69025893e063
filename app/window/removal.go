package window

import "demarche/data"

// removal is the change that moves records to the trash, with what refers to them.
func removal(c *data.Case, refs []data.Ref) data.Change { return data.Removal(c, refs...) }
