package read

import (
	"strings"

	"golang.org/x/net/html"
)

var blockElements = setOf("address article blockquote body center dd details dialog div dl dt fieldset figcaption figure " +
	"footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody td tfoot th thead tr ul")

var silentElements = setOf("script style noscript template head svg math iframe object embed audio video canvas " +
	"nav button select option textarea input datalist")

func setOf(names string) map[string]bool {
	set := map[string]bool{}
	for _, n := range strings.Fields(names) {
		set[n] = true
	}
	return set
}

func isBlock(tag string) bool { return blockElements[tag] }

// nodeText is the text under n as a reader sees it: paragraphs parted by empty
// lines, list items with a dash, the cells of a table row on one line.
func nodeText(n *html.Node) string {
	if n == nil {
		return ""
	}
	var w textWriter
	w.node(n)
	return clean(w.String())
}

type textWriter struct {
	lineBuilder
	pre   int
	items int // list items that are open
}

// lineBuilder builds text of lines.
type lineBuilder struct{ strings.Builder }

// freshLine ends the line that has been begun.
func (b *lineBuilder) freshLine() {
	if s := b.String(); s != "" && s[len(s)-1] != '\n' {
		b.WriteByte('\n')
	}
}

func (w *textWriter) node(n *html.Node) {
	switch n.Type {
	case html.TextNode:
		if w.pre > 0 {
			w.WriteString(n.Data)
		} else {
			w.WriteString(oneLine(n.Data))
		}
		return
	case html.ElementNode:
		if silentElements[n.Data] || isHidden(n) {
			return
		}
	case html.DocumentNode:
	default:
		return
	}
	switch n.Data {
	case "br":
		w.WriteByte('\n')
	case "li":
		w.freshLine()
		w.WriteString("- ")
		w.items++
		w.children(n)
		w.items--
		w.freshLine()
	case "ul", "ol":
		if w.items > 0 {
			w.freshLine()
			w.children(n)
		} else {
			w.block(n, "\n\n")
		}
	case "pre":
		w.pre++
		w.block(n, "\n\n")
		w.pre--
	case "tr":
		w.row(n)
	default:
		if isBlock(n.Data) {
			w.block(n, "\n\n")
		} else {
			w.children(n)
		}
	}
}

func (w *textWriter) block(n *html.Node, edge string) {
	w.WriteString(edge)
	w.children(n)
	w.WriteString(edge)
}

func (w *textWriter) children(n *html.Node) {
	first := n.Data == "li"
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		// A paragraph that opens a list item stays on the line of its dash.
		if first && c.Type == html.ElementNode && (c.Data == "p" || c.Data == "div") {
			w.children(c)
		} else {
			w.node(c)
		}
		first = first && c.Type == html.TextNode && strings.TrimSpace(c.Data) == ""
	}
}

// row writes the cells of a table row on one line; cells that hold blocks
// themselves are layout, and are written as blocks.
func (w *textWriter) row(n *html.Node) {
	w.freshLine()
	started := false
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type != html.ElementNode || c.Data != "td" && c.Data != "th" {
			continue
		}
		if hasBlock(c) {
			w.block(c, "\n\n")
			started = false
			continue
		}
		if started {
			w.WriteString(" | ")
		}
		w.children(c)
		started = true
	}
	w.freshLine()
}

func hasBlock(n *html.Node) bool {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode && isBlock(c.Data) {
			return true
		}
	}
	return false
}

func isHidden(n *html.Node) bool {
	for _, a := range n.Attr {
		if a.Key == "hidden" || a.Key == "style" && strings.Contains(strings.ReplaceAll(strings.ToLower(a.Val), " ", ""), "display:none") {
			return true
		}
	}
	return false
}

// oneLine turns line ends into blanks: in HTML they mean no more than that.
func oneLine(s string) string {
	return strings.Map(func(r rune) rune {
		if r == '\n' || r == '\r' || r == '\t' || r == '\f' {
			return ' '
		}
		return r
	}, s)
}

func findElement(n *html.Node, tag string) *html.Node {
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && d.Data == tag {
			return d
		}
	}
	return nil
}

func bodyOf(root *html.Node) *html.Node {
	if b := findElement(root, "body"); b != nil {
		return b
	}
	return root
}

func elementText(root *html.Node, tag string) string {
	n := findElement(root, tag)
	if n == nil || n.FirstChild == nil {
		return ""
	}
	return n.FirstChild.Data
}

func attribute(n *html.Node, key string) string {
	if n == nil {
		return ""
	}
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}
