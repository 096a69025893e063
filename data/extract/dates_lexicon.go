package extract

import (
	"fmt"
	"strconv"
	"strings"
	"sync"

	"demarche/assets"
)

// dateClass is a class of words in the patterns of dates.
type dateClass uint8

// Classes that are computed, not listed.
const (
	noClass      dateClass = iota
	classDay               // 1 to 31, also "13th"
	classNum               // any small number in figures
	classNth               // "19th"
	classYear              // four figures
	classDecade            // "1990s", "'90s"
	classDotted            // "13.2.2026"
	classQuarter           // "Q3"
	firstListed
)

var computedClasses = map[string]dateClass{
	"DAY": classDay, "NUM": classNum, "NTH": classNth, "YEAR": classYear,
	"DECADE": classDecade, "DOTTED": classDotted, "QUARTER": classQuarter,
}

// sense is one reading of a word: its class, and its value in it.
type sense struct {
	class dateClass
	value int
}

// dateLexicon is what one language says of dates.
type dateLexicon struct {
	senses   map[string][]sense
	classes  map[string]dateClass // by the name in patterns: "MONTH"
	patterns map[dateStart][]*datePattern
	named    []namedDay
	marks    map[[2]int][]landmark // by month and day
	sets     map[string]wordSet    // the plain lists, by section

	month, weekday, season, unit, part, deictic, shift, anchoredShift dateClass
	number, vague, ordinal, ago, apart, beforeAfter, daypart          dateClass
}

// dateStart is what a pattern may begin with: a class or a word.
type dateStart struct {
	class dateClass
	word  string
}

// datePattern is an order of words that makes a kind of date.
type datePattern struct {
	kind  string
	elems []dateElem
	named int // index into named, for the kind "named"
}

// dateElem is one place of a pattern.
type dateElem struct {
	alts     []dateStart
	optional bool
}

// landmark is the year for which a month and day stand near one of the words.
type landmark struct {
	year  int
	words wordSet
}

// valued are the sections whose entries have values.
var valuedSections = []string{"month", "weekday", "season", "unit", "part", "daypart", "deictic", "shift", "anchored-shift", "number", "vague-number", "ordinal", "to", "dash", "ago", "apart", "before-after"}

// englishDates is the lexicon for English, read once.
var englishDates = sync.OnceValue(func() *dateLexicon {
	l, err := newDateLexicon(assets.Sections("en/dates.txt"))
	if err != nil {
		panic("assets: lexicon/en/dates.txt: " + err.Error())
	}
	return l
})

func newDateLexicon(sections map[string][]string) (*dateLexicon, error) {
	l := &dateLexicon{
		senses:   map[string][]sense{},
		classes:  map[string]dateClass{},
		patterns: map[dateStart][]*datePattern{},
		marks:    map[[2]int][]landmark{},
		sets:     map[string]wordSet{},
	}
	for name, c := range computedClasses {
		l.classes[name] = c
	}
	for i, section := range valuedSections {
		if err := l.addClass(section, firstListed+dateClass(i), sections[section]); err != nil {
			return nil, err
		}
	}
	preposition := firstListed + dateClass(len(valuedSections))
	l.classes["PREPOSITION"] = preposition
	for section, entries := range sections {
		set := wordSet{}
		for _, e := range entries {
			words, _, _ := strings.Cut(e, " = ")
			for _, w := range strings.Fields(words) {
				set[w] = struct{}{}
			}
		}
		l.sets[section] = set
	}
	for w := range l.sets["preposition"] {
		l.senses[w] = append(l.senses[w], sense{preposition, 1})
	}
	l.nameClasses()
	for _, p := range sections["patterns"] {
		kind, body, found := strings.Cut(p, ":")
		if !found {
			return nil, fmt.Errorf("the pattern %q has no kind", p)
		}
		if err := l.addPattern(kind, body, -1); err != nil {
			return nil, err
		}
	}
	return l, l.addDays(sections)
}

// addClass reads the lines "words = value" of a class.
func (l *dateLexicon) addClass(name string, class dateClass, lines []string) error {
	l.classes[strings.ToUpper(name)] = class
	for _, line := range lines {
		words, value, found := strings.Cut(line, " = ")
		n, err := strconv.Atoi(value)
		if !found || err != nil {
			return fmt.Errorf("[%s] %q has no value", name, line)
		}
		for _, w := range strings.Fields(words) {
			l.senses[w] = append(l.senses[w], sense{class, n})
		}
	}
	return nil
}

func (l *dateLexicon) nameClasses() {
	for name, to := range map[string]*dateClass{
		"MONTH": &l.month, "WEEKDAY": &l.weekday, "SEASON": &l.season, "UNIT": &l.unit, "PART": &l.part,
		"DEICTIC": &l.deictic, "SHIFT": &l.shift, "ANCHORED-SHIFT": &l.anchoredShift, "NUMBER": &l.number,
		"VAGUE-NUMBER": &l.vague, "ORDINAL": &l.ordinal, "AGO": &l.ago, "APART": &l.apart,
		"BEFORE-AFTER": &l.beforeAfter, "DAYPART": &l.daypart,
	} {
		*to = l.classes[name]
	}
}

// addDays reads the named days and the landmarks.
func (l *dateLexicon) addDays(sections map[string][]string) error {
	for _, line := range sections["named"] {
		words, value, _ := strings.Cut(line, " = ")
		day, err := parseNamedDay(value)
		if err != nil {
			return fmt.Errorf("[named] %q: %w", line, err)
		}
		l.named = append(l.named, day)
		if err := l.addPattern("named", "the? "+strings.ReplaceAll(words, "'s", " 's")+" (,? YEAR)?", len(l.named)-1); err != nil {
			return err
		}
	}
	for _, line := range sections["landmark"] {
		var m, d, y int
		head, words, _ := strings.Cut(line, " = ")
		year, words, _ := strings.Cut(words, " ")
		if _, err := fmt.Sscanf(head+" "+year, "%d-%d %d", &m, &d, &y); err != nil {
			return fmt.Errorf("[landmark] %q: %w", line, err)
		}
		l.marks[[2]int{m, d}] = append(l.marks[[2]int{m, d}], landmark{y, newWordSet(strings.Fields(words))})
	}
	return nil
}

// addPattern compiles a pattern: its optional groups are written out, so that
// only single words remain optional.
func (l *dateLexicon) addPattern(kind, body string, named int) error {
	if open := strings.IndexByte(body, '('); open >= 0 {
		end := strings.Index(body[open:], ")?")
		if end < 0 {
			return fmt.Errorf("the pattern %q has an open bracket", body)
		}
		end += open
		if err := l.addPattern(kind, body[:open]+body[open+1:end]+body[end+2:], named); err != nil {
			return err
		}
		return l.addPattern(kind, body[:open]+body[end+2:], named)
	}
	p := &datePattern{kind: kind, named: named}
	for _, word := range strings.Fields(body) {
		e := dateElem{}
		word, e.optional = strings.CutSuffix(word, "?")
		for _, alt := range strings.Split(word, "|") {
			if class, found := l.classes[alt]; found {
				e.alts = append(e.alts, dateStart{class: class})
			} else if strings.ToLower(alt) != alt {
				return fmt.Errorf("the pattern %q names the class %s, which there is not", body, alt)
			} else {
				e.alts = append(e.alts, dateStart{word: alt})
			}
		}
		p.elems = append(p.elems, e)
	}
	for _, e := range p.elems {
		for _, s := range e.alts {
			l.patterns[s] = append(l.patterns[s], p)
		}
		if !e.optional {
			return nil
		}
	}
	return fmt.Errorf("the pattern %q may be empty", body)
}
