package data

import (
	"slices"
	"strings"
)

// CompleteActors lists up to n actors that what was typed may mean, best first:
// names that begin with it, then aliases, then words inside names and aliases.
func CompleteActors(c *Case, typed string, n int) []*Actor {
	return complete(c.Actors.All(), typed, n, func(a *Actor) []string { return append([]string{a.Name}, a.Aliases...) })
}

// CompleteIssues does the same for issues, whose path counts as a name.
func CompleteIssues(c *Case, typed string, n int) []*Issue {
	return complete(c.Issues.All(), typed, n, func(i *Issue) []string {
		return append([]string{i.Name, IssuePath(c, i.ID)}, i.Aliases...)
	})
}

func complete[R Record](all []R, typed string, n int, names func(R) []string) []R {
	type candidate struct {
		record R
		rank   int
		name   string
	}
	typed = FoldName(typed)
	var found []candidate
	for _, r := range all {
		list := names(r)
		if rank := rankNames(list, typed); rank >= 0 {
			found = append(found, candidate{r, rank, FoldName(list[0])})
		}
	}
	slices.SortStableFunc(found, func(a, b candidate) int {
		if a.rank != b.rank {
			return a.rank - b.rank
		}
		return strings.Compare(a.name, b.name)
	})
	out := make([]R, 0, min(n, len(found)))
	for _, f := range found[:min(n, len(found))] {
		out = append(out, f.record)
	}
	return out
}

// rankNames is how well the best of the names fits, 0 best, -1 not at all. The
// first is the record's own.
func rankNames(names []string, typed string) int {
	best := -1
	for i, name := range names {
		rank := -1
		switch name = FoldName(name); {
		case i == 0 && name == typed:
			rank = 0
		case i == 0 && strings.HasPrefix(name, typed), i == 0 && strings.HasPrefix(bareName(name), typed):
			rank = 1
		case strings.HasPrefix(name, typed):
			rank = 2
		case strings.Contains(" "+name, " "+typed):
			rank = 3
		}
		if rank >= 0 && (best < 0 || rank < best) {
			best = rank
		}
	}
	return best
}
