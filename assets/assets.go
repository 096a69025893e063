// Package assets holds the files that travel inside the program.
package assets

import (
	"embed"
	"fmt"
	"strings"
)

//go:embed lexicon
var lexicon embed.FS

//go:embed zones.txt
var zones string

// Zones is the names of the time zones of the IANA database (zone.tab, in the
// public domain), one a line, sorted.
func Zones() string { return zones }

// Lexicon is the text of a word list, by its path below assets/lexicon
// ("en/segment.txt"). The lists are part of the build: a name that is not there
// is a fault of the program, and panics.
func Lexicon(name string) string {
	b, err := lexicon.ReadFile("lexicon/" + name)
	if err != nil {
		panic(fmt.Sprintf("assets: there is no word list %q: %v", name, err))
	}
	return string(b)
}

// Sections reads a word list in the plain form that all lists share: one entry
// a line under "[section]" lines; blank lines and what follows "# " are left
// out. Entries before the first section are under "". It panics as Lexicon does.
func Sections(name string) map[string][]string {
	out := map[string][]string{}
	section := ""
	for line := range strings.Lines(Lexicon(name)) {
		if before, _, found := strings.Cut(" "+line, " #"); found {
			line = before
		}
		line = strings.TrimSpace(line)
		switch {
		case line == "":
		case line[0] == '[' && line[len(line)-1] == ']':
			section = line[1 : len(line)-1]
		default:
			out[section] = append(out[section], line)
		}
	}
	return out
}
