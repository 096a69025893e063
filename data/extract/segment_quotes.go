package extract

// markQuotes notes which tokens of a paragraph stand between quotation marks. A
// quotation that is not closed runs to the end of its paragraph, as one that
// goes on in the next paragraph is printed.
func markQuotes(tokens []token) {
	lastSingle := -1
	for i := range tokens {
		if closesSingle(tokens, i) {
			lastSingle = i
		}
	}
	double, single := byte(0), false
	for i := range tokens {
		inside := double != 0 || single
		switch tokens[i].text {
		case "“", "„", "«", "”", "»", "\"":
			double = nextQuote(tokens, i, double)
			tokens[i].quoted = double != 0 && inside && single
			continue
		case "‘", "'", "’":
			if single && closesSingle(tokens, i) {
				single = false
				tokens[i].quoted = double != 0
				continue
			}
			if !single && i < lastSingle && opensSingle(tokens, i) {
				single = true
				tokens[i].quoted = double != 0
				continue
			}
		}
		tokens[i].quoted = inside
	}
}

// Kinds of double quotation that are open.
const (
	noQuote     byte = 0
	quoteLow    byte = 'l' // „ closed by “ or ”
	quoteNormal byte = 'n'
)

// nextQuote is the state after the double quotation mark at i.
func nextQuote(tokens []token, i int, state byte) byte {
	switch tokens[i].text {
	case "„":
		return quoteLow
	case "“":
		if state == quoteLow {
			return noQuote
		}
		return quoteNormal
	case "«":
		return quoteNormal
	case "”", "»":
		return noQuote
	}
	// A straight mark says nothing itself: it closes what is open, unless a
	// closing mark was forgotten and this one plainly opens.
	if state == noQuote {
		return quoteNormal
	}
	if spaceBefore(tokens, i) && i+1 < len(tokens) && !spaceBefore(tokens, i+1) && isWord(tokens[i+1].text) {
		return quoteNormal
	}
	return noQuote
}

// opensSingle reports whether the single mark at i opens a quotation.
func opensSingle(tokens []token, i int) bool {
	if tokens[i].text == "’" || i+1 >= len(tokens) || spaceBefore(tokens, i+1) {
		return false
	}
	return spaceBefore(tokens, i) || isOpener(tokens[i-1].text) || isDash(tokens[i-1].text)
}

// closesSingle reports whether the single mark at i may close a quotation: it
// follows a word or a mark at once, and no word follows it at once.
func closesSingle(tokens []token, i int) bool {
	if t := tokens[i].text; t != "’" && t != "'" {
		return false
	}
	if i == 0 || spaceBefore(tokens, i) {
		return false
	}
	return i+1 == len(tokens) || spaceBefore(tokens, i+1) || !isWord(tokens[i+1].text)
}
