package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// match is a place where the gazetteer knows the words.
type match struct {
	first, last int       // tokens [first, last)
	forms       []surface // every reading of the longest form, at least one
}

// matchAt is the longest match that begins at token i and stays before end.
// Where shouting is true, words all in capitals match too.
func (g *gazetteer) matchAt(tokens []token, i, end int, shouting bool) (match, bool) {
	m := match{first: i}
	for _, s := range g.surfaces[deaccent(tokens[i].lower)] {
		n := len(s.words)
		if m.last > 0 && n < m.last-i {
			break
		}
		if i+n > end || !s.matches(tokens[i:i+n], shouting) {
			continue
		}
		m.last = i + n
		m.forms = append(m.forms, s)
	}
	return m, m.last > 0
}

// matches reports whether the tokens are the form: the same words, with capitals
// where the form has them.
func (s surface) matches(tokens []token, shouting bool) bool {
	for k := 1; k < len(tokens); k++ {
		if deaccent(tokens[k].lower) != s.words[k] {
			return false
		}
	}
	if s.text == nil {
		return true
	}
	for k, t := range tokens {
		if !sameCase(t.text, s.text[k], k == 0, shouting && s.letters > 3) {
			return false
		}
	}
	return true
}

// sameCase reports whether a word has the capitals of the form. The first word
// may begin with a capital that the form has not, since a sentence may begin
// with it; acronyms must be as written.
func sameCase(word, form string, first, shouting bool) bool {
	if word == form {
		return true
	}
	if isCapitals(word) && !isCapitals(form) {
		return shouting
	}
	if isCapitals(form) && utf8.RuneCountInString(form) < 6 {
		return false
	}
	if len(form) < 5 && strings.ContainsFunc(form[1:], unicode.IsUpper) {
		return false // "LeT"
	}
	w, _ := utf8.DecodeRuneInString(word)
	f, _ := utf8.DecodeRuneInString(form)
	if unicode.IsUpper(f) {
		return unicode.IsUpper(w)
	}
	return first || unicode.IsLower(w) || shouting
}

// plainLetters maps letters with marks to those without, as names are often spelt.
var plainLetters = strings.NewReplacer(
	"á", "a", "à", "a", "â", "a", "ä", "a", "ã", "a", "å", "a", "ā", "a", "ă", "a", "ą", "a", "æ", "ae",
	"ç", "c", "ć", "c", "č", "c", "đ", "d", "ď", "d", "ð", "d", "é", "e", "è", "e", "ê", "e", "ë", "e", "ē", "e", "ė", "e", "ę", "e", "ě", "e", "ə", "e",
	"ğ", "g", "ģ", "g", "í", "i", "ì", "i", "î", "i", "ï", "i", "ī", "i", "ı", "i", "ķ", "k", "ł", "l", "ļ", "l", "ñ", "n", "ń", "n", "ň", "n", "ņ", "n",
	"ó", "o", "ò", "o", "ô", "o", "ö", "o", "õ", "o", "ø", "o", "ō", "o", "ő", "o", "œ", "oe", "ř", "r", "ś", "s", "š", "s", "ş", "s", "ș", "s", "ß", "ss",
	"ť", "t", "ţ", "t", "ț", "t", "ú", "u", "ù", "u", "û", "u", "ü", "u", "ū", "u", "ů", "u", "ű", "u", "ý", "y", "ÿ", "y", "ź", "z", "ż", "z", "ž", "z", "þ", "th",
)

// deaccent is s, in lower case, without the marks on its letters.
func deaccent(s string) string {
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			return plainLetters.Replace(s)
		}
	}
	return s
}
