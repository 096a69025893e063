package command

import (
	"context"
	"flag"
	"fmt"

	"demarche/app/words"
	"demarche/data"
	"demarche/data/store"
)

func runCheck(_ context.Context, env Env, args []string) error {
	rest, err := parse(flag.NewFlagSet("check", flag.ContinueOnError), args)
	if err != nil {
		return err
	}
	if len(rest) != 1 {
		return usagef("check: name one case: demarche check CASE")
	}
	report, err := store.Check(rest[0])
	if err != nil {
		return err
	}
	for _, k := range data.Kinds() {
		if k != data.KindInfo {
			fmt.Fprintf(env.Out, "%-12s %d\n", string(k)+"s", report.Counts[k])
		}
	}
	for _, f := range report.Faults {
		fmt.Fprintln(env.Out, "fault: "+f)
	}
	if !report.Sound() {
		return fmt.Errorf("%s has %s; go on with a backup of it", rest[0], words.Count(len(report.Faults)+report.More, "fault"))
	}
	fmt.Fprintln(env.Out, rest[0]+" is sound")
	return nil
}
