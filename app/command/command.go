// Package command is Demarche without a display: import, extract, export and
// check, for scripts and reports.
package command

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"strings"
	"time"
)

// Exit statuses of the program.
const (
	OK      = 0
	Failure = 1
	Usage   = 2
)

// Env is what a command reads from and writes to.
type Env struct {
	Out, Err io.Writer
	Now      func() time.Time
	CacheDir string // for what may be made again; empty: keep nothing
	Version  string
}

// errUsage marks an error of how a command was called.
type errUsage struct{ error }

func usagef(format string, args ...any) error { return errUsage{fmt.Errorf(format, args...)} }

// Help is what the program says of its commands.
const Help = `demarche [CASE]
    open the window on a case; without CASE the last one, or the sample
demarche --frames CASE
    open the window, pan and zoom the timeline for eight seconds, print what frames cost
demarche import CASE FILE... [--published DATE] [--accept all|sure|none]
    read documents into a case, which is made where it does not exist
demarche extract FILE [--published DATE]
    print what a document says, as JSON
demarche export CASE --out FILE [--what timeline|table] [--as-of DATE]
                [--actor NAME]... [--issue NAME]...
                [--by issue|actor|type] [--from DATE] [--to DATE]
                [--size WxH] [--scale N] [--width-cm N] [--dpi N]
                [--title TEXT] [--subtitle TEXT] [--theme light|dark]
    write a figure or the data; by ending: .png .svg .pdf .json .csv
    table: who stands where on a day, by default the last with news
demarche check CASE
    verify a case file and report what it holds
demarche help | version

DATE is a day, month or year as people or EDTF (ISO 8601-2) write them.
`

type runner func(ctx context.Context, env Env, args []string) error

func commands() map[string]runner {
	return map[string]runner{
		"import": runImport, "extract": runExtract, "export": runExport, "check": runCheck,
		"help": runHelp, "--help": runHelp, "-h": runHelp, "-help": runHelp,
		"version": runVersion, "--version": runVersion,
	}
}

// Headless reports whether the arguments name a command that needs no display.
func Headless(args []string) bool {
	if len(args) == 0 {
		return false
	}
	_, ok := commands()[args[0]]
	return ok
}

// Run carries out the command that args name and returns the exit status; an
// error is one line on env.Err.
func Run(ctx context.Context, env Env, args []string) int {
	err := commands()[args[0]](ctx, env, args[1:])
	if err == nil {
		return OK
	}
	fmt.Fprintln(env.Err, "demarche: "+oneLine(err))
	var usage errUsage
	if errors.As(err, &usage) {
		return Usage
	}
	return Failure
}

func oneLine(err error) string { return strings.Join(strings.Fields(err.Error()), " ") }

func runHelp(_ context.Context, env Env, _ []string) error {
	_, err := io.WriteString(env.Out, Help)
	return err
}

func runVersion(_ context.Context, env Env, _ []string) error {
	_, err := fmt.Fprintln(env.Out, "demarche "+env.Version)
	return err
}

// parse reads flags wherever they stand among the arguments and returns the
// others; "--" ends the flags.
func parse(fs *flag.FlagSet, args []string) ([]string, error) {
	fs.SetOutput(io.Discard)
	var rest []string
	for len(args) > 0 {
		if err := fs.Parse(args); err != nil {
			return nil, usagef("%s: %w; see 'demarche help'", fs.Name(), err)
		}
		left := fs.Args()
		if n := len(args) - len(left); n > 0 && args[n-1] == "--" {
			return append(rest, left...), nil
		}
		if len(left) == 0 {
			break
		}
		rest, args = append(rest, left[0]), left[1:]
	}
	return rest, nil
}
