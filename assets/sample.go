package assets

import (
	"embed"
	"io/fs"
)

//go:embed sample
var sample embed.FS

// Sample holds the documents of the sample case, in the order of their names.
// They were written for Demarche in its own words.
func Sample() fs.FS {
	sub, err := fs.Sub(sample, "sample")
	if err != nil {
		panic(err) // "sample" is a valid path, and fs.Sub checks no more
	}
	return sub
}
