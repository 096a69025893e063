package extract

// What a date loses for standing apart from the tokens that it is to govern,
// in tokens of distance.
const (
	acrossComma  = 4
	acrossClause = 12
	acrossQuote  = 25
	boundsOnly   = 20
	namesThing   = 60
)

// temporalOfClause is the index in a.dates of the date that governs the tokens
// [first, last): the nearest one of the same clause, else of the same sentence;
// -1 where the sentence has none. Dates that name a thing ("the 2015 deal") and
// those that only bound ("since May") give way to those that tell when.
func (a *article) temporalOfClause(first, last int) int {
	if first < 0 || first >= len(a.tokens) || last > len(a.tokens) || first >= last {
		return -1
	}
	sentence := a.tokens[first].sentence
	best, bestCost := -1, 1<<30
	for i := a.firstDate(sentence); i < len(a.dates) && a.dates[i].sentence == sentence; i++ {
		t := &a.dates[i]
		if t.behind {
			continue
		}
		cost := a.costBetween(t, first, last, bestCost)
		if t.names {
			cost += namesThing
		}
		if t.rel != relAt && t.rel != relBy {
			cost += boundsOnly
		}
		if t.value.IsZero() {
			cost += boundsOnly
		}
		if cost < bestCost {
			best, bestCost = i, cost
		}
	}
	return best
}

// firstDate is the index of the first date of a sentence or of one behind it.
func (a *article) firstDate(sentence int) int {
	low, high := 0, len(a.dates)
	for low < high {
		mid := (low + high) / 2
		if a.dates[mid].sentence < sentence {
			low = mid + 1
		} else {
			high = mid
		}
	}
	return low
}

// costBetween counts the tokens between a date and the tokens [first, last),
// and what divides them. It stops counting at enough.
func (a *article) costBetween(t *temporal, first, last, enough int) int {
	from, until := t.last, first
	if t.first >= last {
		from, until = last, t.first
	}
	cost := 0
	clause := englishDates().sets["clause"]
	for i := from; i < until && cost < enough; i++ {
		cost++
		switch text := a.tokens[i].lower; {
		case text == ",":
			cost += acrossComma
		case text == "followed": // "seized the city, followed by the port in May"
			cost += acrossClause + acrossComma
		case text == ";" || text == "—" || text == ":":
			cost += acrossClause
		case text == "“" || text == "”" || text == "\"":
			cost += acrossQuote
		case text != "and" && text != "or" && clause.has(text) && !(i+1 == t.first):
			cost += acrossClause
		}
	}
	return cost
}
