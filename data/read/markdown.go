package read

import (
	"strconv"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// readMarkdown reads Markdown (CommonMark with tables) into the text that a
// reader sees, and its YAML front matter's simple "key: value" lines.
func readMarkdown(name string, data []byte) (Document, error) {
	source, err := decode(name, data)
	if err != nil {
		return Document{}, err
	}
	d, body := frontMatter(strings.ReplaceAll(source, "\r\n", "\n"))
	if tooNested(body) {
		d.Text = clean(body)
		return d, nil
	}
	md := []byte(body)
	root := goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough)).Parser().Parse(text.NewReader(md))
	w := markdownWriter{source: md}
	w.children(root)
	d.Text = clean(w.String())
	if d.Title == "" {
		d.Title = w.heading
	}
	head := readHeader(d.Text)
	d.setDate(head.Published)
	for into, from := range map[*string]string{&d.Author: head.Author, &d.Publisher: head.Publisher, &d.URL: head.URL} {
		if *into == "" {
			*into = from
		}
	}
	return d, nil
}

// frontMatter takes the block between two "---" lines at the top. Nested YAML
// is passed over: title, date and author are plain values wherever it is used.
func frontMatter(source string) (Document, string) {
	var d Document
	rest, ok := strings.CutPrefix(source, "---\n")
	if !ok {
		return d, source
	}
	block, body, ok := strings.Cut(rest, "\n---")
	if !ok || body != "" && body[0] != '\n' {
		return d, source
	}
	for line := range strings.Lines(block) {
		key, value, ok := strings.Cut(strings.TrimRight(line, "\n"), ":")
		if ok && !strings.ContainsAny(key, " \t") {
			known := headerKeys[strings.ToLower(strings.ReplaceAll(key, "_", " "))]
			d.set(known, strings.Trim(strings.TrimSpace(value), `"'[]`))
		}
	}
	return d, body
}

// tooNested tells a text that is made to keep a Markdown parser busy: its cost
// grows with the square of the open brackets and marks of one paragraph.
func tooNested(s string) bool {
	brackets, marks := 0, 0
	for line := range strings.Lines(s) {
		if strings.TrimSpace(line) == "" {
			brackets, marks = 0, 0
		}
		brackets += strings.Count(line, "[") + strings.Count(line, "<")
		marks += strings.Count(line, "*") + strings.Count(line, "_") + strings.Count(line, "`") + strings.Count(line, "~")
		rest := strings.TrimLeft(line, "> \t-*+0123456789.)")
		if brackets > 3000 || marks > 10000 || len(line)-len(rest) > 200 {
			return true
		}
	}
	return false
}

type markdownWriter struct {
	lineBuilder
	source  []byte
	heading string
}

func (w *markdownWriter) children(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		w.node(c)
	}
}

func (w *markdownWriter) node(n ast.Node) {
	switch n := n.(type) {
	case *ast.Text:
		w.inline(n.Segment.Value(w.source), n.IsRaw())
		if n.HardLineBreak() {
			w.WriteByte('\n')
		} else if n.SoftLineBreak() {
			w.WriteByte(' ')
		}
	case *ast.String:
		w.Write(n.Value)
	case *ast.AutoLink:
		w.Write(n.Label(w.source))
	case *ast.RawHTML:
		w.WriteByte(' ')
	case *ast.HTMLBlock:
		w.lines(n.Lines(), true)
	case *ast.FencedCodeBlock:
		w.lines(n.Lines(), false)
	case *ast.CodeBlock:
		w.lines(n.Lines(), false)
	case *ast.Heading:
		start := w.Len()
		w.block(n)
		if w.heading == "" {
			w.heading = field(w.String()[start:])
		}
	case *ast.List:
		w.list(n)
	case *ast.TextBlock:
		w.children(n)
		w.freshLine()
	case *ast.Paragraph:
		if _, item := n.Parent().(*ast.ListItem); item && n.PreviousSibling() == nil {
			w.children(n)
			w.freshLine()
			return
		}
		w.block(n)
	case *east.TableHeader, *east.TableRow:
		w.row(n)
	default:
		if n.Type() == ast.TypeBlock {
			w.block(n)
		} else {
			w.children(n)
		}
	}
}

func (w *markdownWriter) block(n ast.Node) {
	w.WriteString("\n\n")
	w.children(n)
	w.WriteString("\n\n")
}

func (w *markdownWriter) row(n ast.Node) {
	w.freshLine()
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if c != n.FirstChild() {
			w.WriteString(" | ")
		}
		w.children(c)
	}
	w.freshLine()
}

func (w *markdownWriter) lines(lines *text.Segments, markup bool) {
	s := string(lines.Value(w.source))
	if markup {
		s = tokenText(s)
	}
	w.WriteString("\n\n" + s + "\n\n")
}

func (w *markdownWriter) list(n *ast.List) {
	_, nested := n.Parent().(*ast.ListItem)
	w.freshLine()
	if !nested {
		w.WriteByte('\n')
	}
	number := n.Start
	for item := n.FirstChild(); item != nil; item = item.NextSibling() {
		mark := "- "
		if n.IsOrdered() {
			mark = strconv.Itoa(number) + string(n.Marker) + " "
			number++
		}
		w.freshLine()
		w.WriteString(mark)
		w.children(item)
		w.freshLine()
	}
	if !nested {
		w.WriteByte('\n')
	}
}

// inline writes a span of the source, with escapes and entities resolved.
func (w *markdownWriter) inline(span []byte, raw bool) {
	if !raw {
		span = util.ResolveEntityNames(util.ResolveNumericReferences(util.UnescapePunctuations(span)))
	}
	w.Write(span)
}
