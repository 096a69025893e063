package desktop

import (
	"os"
	"strings"
)

// Fyne reads the language from the environment while its packages are set up and
// complains about one without a language, which containers and servers have. This
// package imports nothing of Fyne's and its path sorts before, so its init runs
// first.
func init() { nameLanguage(os.Getenv, os.Setenv) }

// nameLanguage sets a language where the environment names none.
func nameLanguage(getenv func(string) string, setenv func(string, string) error) {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		v := getenv(name)
		if v == "" {
			continue
		}
		language, _, _ := strings.Cut(v, ".")
		if language == "C" || language == "POSIX" {
			setenv(name, english)
		}
		return
	}
	setenv("LANG", english)
}

const english = "en_US.UTF-8"
