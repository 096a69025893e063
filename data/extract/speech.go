package extract

// findSpeeches says who says what.
func findSpeeches(a *article, w *actorWords) {}
