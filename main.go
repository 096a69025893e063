// Demarche turns documents about a negotiation into a timeline that can be checked.
package main

import (
	"fmt"
	"os"

	"demarche/app"
)

func main() {
	o := app.Options{Parts: app.Parts()}
	if len(os.Args) > 1 {
		o.Path = os.Args[1]
	}
	if err := app.Run(o); err != nil {
		fmt.Fprintln(os.Stderr, "demarche:", err)
		os.Exit(1)
	}
}
