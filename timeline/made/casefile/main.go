// Casefile writes a made case to a file, to measure the program with:
//
//	go run ./timeline/made/casefile -items 100000 large.demarche
package main

import (
	"flag"
	"fmt"
	"os"

	"demarche/timeline/made"
)

func main() {
	items := flag.Int("items", 100_000, "number of events and positions")
	seed := flag.Uint64("seed", 1, "another seed makes another case")
	flag.Parse()
	if flag.NArg() != 1 {
		fmt.Fprintln(os.Stderr, "casefile: name the file to write")
		os.Exit(2)
	}
	if err := made.File(flag.Arg(0), made.Options{Items: *items, Seed: *seed}); err != nil {
		fmt.Fprintln(os.Stderr, "casefile:", err)
		os.Exit(1)
	}
}
