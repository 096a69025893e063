package extract

import "strings"

// longestDateline is the number of tokens in which a dateline must end.
const longestDateline = 20

// findDateline finds the dateline at the head of the first paragraphs of prose:
// a place, and after it a date, an agency in brackets, or both, up to a dash or,
// where the place is in capitals, a colon.
func findDateline(tokens []token, sentences []sentence) dateline {
	tried := 0
	for n, s := range sentences {
		if s.heading || n > 0 && sentences[n-1].paragraph == s.paragraph {
			continue
		}
		if d, found := readDateline(tokens, s.first, min(s.last, s.first+longestDateline)); found {
			return d
		}
		if tried++; tried == 3 {
			break
		}
	}
	return dateline{}
}

// passDateline lets the first sentence begin behind the dateline, which belongs to
// no clause: "GENEVA (Reuters) - Norland said".
func (a *article) passDateline() {
	d := a.dateline.last
	if d == 0 || d >= len(a.tokens) {
		return
	}
	if s := &a.sentences[a.tokens[d].sentence]; s.first < d && a.tokens[d].sentence == a.tokens[a.dateline.first].sentence {
		s.first, s.start = d, a.tokens[d].start
	}
}

// readDateline reads a dateline from the tokens [first, last).
func readDateline(tokens []token, first, last int) (dateline, bool) {
	d := dateline{first: first}
	i := endOfPlace(tokens, first, last)
	if i == first {
		return d, false
	}
	d.place = [2]int{first, i}
	capitals := isCapitals(tokens[first].text)
	for i < last {
		part := i
		switch t := tokens[i].text; {
		case t == ",":
			for i++; i < last && isWord(tokens[i].text); i++ {
				if isDigit(tokens[i].text[0]) && d.date[0] == 0 {
					d.date[0] = part + 1
				}
			}
			if d.date[0] != 0 {
				d.date[1] = i
			} else if !isUpperFirst(tokens[min(part+1, last-1)].text) || i-part > 4 {
				return d, false
			}
		case t == "(" || t == "[":
			for i < last && tokens[i].text != ")" && tokens[i].text != "]" {
				i++
			}
			d.agency = [2]int{part + 1, i}
			i++
		case isDash(t) && i+1 < last && spaceBefore(tokens, i+1) && (capitals || d.date[1] > 0 || d.agency[1] > 0),
			t == ":" && capitals && i+1 < last && spaceBefore(tokens, i+1):
			d.last = i + 1
			return d, true
		default:
			return d, false
		}
	}
	return d, false
}

// endOfPlace is the token after the words with capitals that begin at first.
func endOfPlace(tokens []token, first, last int) int {
	i := first
	for i < last && i-first < 5 && isUpperFirst(tokens[i].text) {
		i++
	}
	return i
}

// isCapitals reports whether s has letters and all of them are capitals.
func isCapitals(s string) bool {
	return len(s) > 1 && strings.ToUpper(s) == s && strings.ToLower(s) != s
}

func isUpperFirst(s string) bool { return isWord(s) && !isDigit(s[0]) && !isLowerFirst(s) }
