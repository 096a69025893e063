// Demarche draws a timeline of negotiation events and positions, taken from
// documents. With a command it works without a display.
package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"
	"time"

	"demarche/app"
	"demarche/app/command"
)

// version is what the program says it is; FyneApp.toml holds the same.
const version = "1.0.0"

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	os.Exit(run(ctx, os.Args[1:]))
}

func run(ctx context.Context, args []string) int {
	cache := cacheDir()
	if command.Headless(args) {
		env := command.Env{Out: os.Stdout, Err: os.Stderr, Now: time.Now, CacheDir: cache, Version: version}
		return command.Run(ctx, env, args)
	}
	o := app.Options{Version: version, CacheDir: cache}
	if len(args) > 0 && args[0] == "--frames" {
		if args = args[1:]; len(args) != 1 {
			fmt.Fprintln(os.Stderr, "demarche: --frames takes one case; see 'demarche help'")
			return command.Usage
		}
		o.Frames, o.Out = 8*time.Second, os.Stdout
	}
	switch {
	case len(args) > 1:
		fmt.Fprintln(os.Stderr, "demarche: give one case to open, or a command; see 'demarche help'")
		return command.Usage
	case len(args) == 1:
		o.Path = args[0]
	}
	if err := app.Run(o); err != nil {
		fmt.Fprintln(os.Stderr, "demarche:", err)
		return command.Failure
	}
	return command.OK
}

// cacheDir is where the program keeps what may be made again, or "" where the
// system names no such place.
func cacheDir() string {
	dir, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	return filepath.Join(dir, "demarche")
}
