package read

import (
	"encoding/xml"
	"strings"
)

// wordWriter gathers the text of WordprocessingML: paragraphs parted by empty
// lines, list items with a dash, the cells of a table row on one line. What was
// deleted with tracked changes is no text; what was inserted is.
type wordWriter struct {
	limit  int64
	size   int64
	out    lineBuilder
	stack  []*wordParagraph // open paragraphs: a text box stands inside of one
	cells  []int            // for each open table row: cells begun
	silent int              // depth at which text that does not show began; 0: none
	inText bool
	title  string
}

type wordParagraph struct {
	text  strings.Builder
	list  bool
	style string
}

func (w *wordWriter) text() string { return w.out.String() }

func (w *wordWriter) token(t xml.Token, depth int) error {
	switch t := t.(type) {
	case xml.StartElement:
		w.start(t, depth)
	case xml.EndElement:
		w.end(t.Name.Local, depth)
	case xml.CharData:
		if w.inText && w.silent == 0 {
			if w.size += int64(len(t)); w.size > w.limit {
				return errTooLong
			}
			w.write(string(t))
		}
	}
	return nil
}

func (w *wordWriter) start(e xml.StartElement, depth int) {
	if w.silent > 0 {
		return
	}
	switch e.Name.Local {
	case "p":
		w.stack = append(w.stack, &wordParagraph{})
	case "t":
		w.inText = e.Name.Space == "w" || e.Name.Space == ""
	case "tab", "ptab":
		w.write(" ")
	case "br", "cr":
		w.write("\n")
	case "noBreakHyphen":
		w.write("-")
	case "numPr":
		if p := w.open(); p != nil {
			p.list = true
		}
	case "pStyle":
		if p := w.open(); p != nil {
			p.style = attr(e, "val")
		}
	case "tbl":
		if len(w.cells) == 0 {
			w.out.WriteString("\n\n")
		}
	case "tr":
		w.cells = append(w.cells, 0)
	case "tc":
		if n := len(w.cells); n > 0 {
			if w.cells[n-1]++; w.cells[n-1] > 1 {
				w.out.WriteString(" | ")
			}
		}
	case "del", "moveFrom", "Fallback", "instrText", "delText", "pPrChange", "rPrChange":
		// Fallback repeats, for old programs, what its Choice holds.
		w.silent = depth
	}
}

func (w *wordWriter) end(local string, depth int) {
	if w.silent > 0 {
		if depth == w.silent {
			w.silent = 0
		}
		return
	}
	switch local {
	case "t":
		w.inText = false
	case "p":
		w.closeParagraph()
	case "tr":
		if n := len(w.cells); n > 0 {
			w.cells = w.cells[:n-1]
		}
		w.out.WriteByte('\n')
	case "tbl":
		w.out.WriteString("\n\n")
	}
}

func (w *wordWriter) open() *wordParagraph {
	if len(w.stack) == 0 {
		return nil
	}
	return w.stack[len(w.stack)-1]
}

func (w *wordWriter) write(s string) {
	if p := w.open(); p != nil {
		p.text.WriteString(s)
	}
}

func (w *wordWriter) closeParagraph() {
	p := w.open()
	if p == nil {
		return
	}
	w.stack = w.stack[:len(w.stack)-1]
	text := p.text.String()
	if strings.TrimSpace(text) == "" {
		return
	}
	if w.title == "" && strings.EqualFold(p.style, "Title") {
		w.title = field(text)
	}
	switch {
	case len(w.cells) > 0:
		w.out.WriteString(strings.ReplaceAll(text, "\n", " ") + " ")
	case p.list:
		w.out.freshLine()
		w.out.WriteString("- " + text + "\n")
	default:
		w.out.WriteString("\n\n" + text + "\n\n")
	}
}
