// Visitems prints a case as the script that docs/vis-timeline/page.html shows in vis-timeline,
// with the window and the lanes that Demarche opens it with.
package main

import (
	"encoding/json"
	"fmt"
	"os"

	"demarche/data/store"
	"demarche/timeline"
)

type item struct {
	ID      string `json:"id"`
	Group   int    `json:"group"`
	Content string `json:"content"`
	Start   int64  `json:"start"` // milliseconds
	End     int64  `json:"end,omitempty"`
	Type    string `json:"type"`
}

type group struct {
	ID      int    `json:"id"`
	Content string `json:"content"`
}

func main() {
	if err := run(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(path string) error {
	st, err := store.Open(path, store.Options{})
	if err != nil {
		return err
	}
	defer st.Close()
	p := timeline.NewPlot(st.Case(), timeline.PlotOptions{})
	var made struct {
		From   int64   `json:"from"`
		To     int64   `json:"to"`
		Items  []item  `json:"items"`
		Groups []group `json:"groups"`
	}
	w := p.DefaultWindow()
	made.From, made.To = w.From*1000, w.To*1000
	for i, l := range p.Lanes() {
		made.Groups = append(made.Groups, group{i, l.Title})
	}
	for i := range p.Len() {
		r := p.Row(i)
		at, ok := p.Where(r.Ref)
		if !ok {
			continue
		}
		it := item{ID: string(r.Ref.ID), Group: at.Lane, Content: r.Text, Start: at.From * 1000, Type: "point"}
		if !at.Event {
			it.End, it.Type = at.To*1000, "range"
		}
		made.Items = append(made.Items, it)
	}
	out, err := json.Marshal(made)
	if err == nil {
		_, err = fmt.Printf("const made = %s;\n", out)
	}
	return err
}
