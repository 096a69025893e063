package assets

import (
	"io/fs"
	"strings"
	"testing"
)

func TestSectionsOfEveryList(t *testing.T) {
	lists := 0
	err := fs.WalkDir(lexicon, "lexicon", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".txt") {
			return err
		}
		lists++
		name := strings.TrimPrefix(path, "lexicon/")
		sections := Sections(name)
		if len(sections) == 0 {
			t.Errorf("%s has no entries", name)
		}
		for section, entries := range sections {
			for _, e := range entries {
				if strings.HasPrefix(e, "#") || strings.HasPrefix(e, "[") && strings.HasSuffix(e, "]") {
					t.Errorf("%s, section %q: %q is no entry", name, section, e)
				}
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if lists == 0 {
		t.Fatal("no word list is embedded")
	}
}

func TestSectionsLeaveCommentsOut(t *testing.T) {
	words := Sections("en/segment.txt")
	found := false
	for _, w := range words["clitics"] {
		found = found || w == "'s"
		if strings.Contains(w, "#") {
			t.Errorf("%q keeps its comment", w)
		}
	}
	if !found {
		t.Errorf("'s is missing from the clitics: %q", words["clitics"])
	}
}

func TestLexiconNamesWhatIsMissing(t *testing.T) {
	defer func() {
		if r, _ := recover().(string); !strings.Contains(r, "xx/none.txt") {
			t.Errorf("the panic does not name the list: %q", r)
		}
	}()
	Lexicon("xx/none.txt")
}
